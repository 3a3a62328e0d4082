# SPDX-License-Identifier: EUPL-1.2
"""With the keyboard alone every link is reached, seen, and left again."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, Page

from browser.site import kind_of
from browser.walk import count_walked, walk_faults

SIZES = {"phone": (360, 640), "zoomed": (320, 256), "desk": (1280, 800)}
"""A window of 1280 x 1024 at 400 % is 320 x 256."""
WITHOUT_JAVASCRIPT = (
    "/",
    "/a-o/",
    "/projekt/lc-komp/",
    "/lektioner/skicka-e-faktura-till-kommunen/",
)
PLANTED = {
    "is not reached": "one.tabIndex = -1",
    "has no mark": "one.style.outline = 'none'",
    "is outside": "one.style.cssText = 'position: fixed; left: -500px; top: 0'",
    "is covered": "document.body.insertAdjacentHTML('beforeend', '<div id=over></div>');"
    "over.style.cssText = 'position: fixed; inset: 0; z-index: 9'",
    "comes too late": "one.tabIndex = 1",
    "lies before what it follows": "one.closest('ul').style.flexDirection = 'row-reverse'",
    "keeps the focus": "one.onkeydown = (event) => event.preventDefault()",
}


def _swedish(kinds: list[str]) -> list[str]:
    return [path for path in kinds if kind_of(path)[0] == "sv"]


@pytest.mark.parametrize("size", SIZES)
def test_tab_shows_every_stop_in_order_and_leaves(page: Page, kinds: list[str], size: str) -> None:
    width, height = SIZES[size]
    page.set_viewport_size({"width": width, "height": height})
    faults = []
    for path in _swedish(kinds):
        page.goto(path)
        faults += [f"{path}: {fault}" for fault in walk_faults(page)]
        assert count_walked(page) > 5
    assert faults == []


def test_tab_does_so_without_javascript(
    chromium_without_scripts: BrowserContext,
) -> None:
    page = chromium_without_scripts.new_page()
    page.set_viewport_size({"width": 360, "height": 640})
    faults = []
    for path in WITHOUT_JAVASCRIPT:
        page.goto(path)
        faults += [f"{path}: {fault}" for fault in walk_faults(page)]
        assert count_walked(page) > 5
    assert faults == []


@pytest.mark.parametrize("fault", PLANTED)
def test_what_a_keyboard_misses_is_told(page: Page, fault: str) -> None:
    page.goto("/lektioner/")
    page.evaluate(
        "(change) => { const one = document.querySelectorAll('.site-nav a')[1];"
        " new Function('one', change)(one); }",
        PLANTED[fault],
    )
    assert any(said.startswith(fault) for said in walk_faults(page))


@pytest.mark.parametrize("path", ["/", "/projekt/", "/a-o/", "/ordlista/"])
def test_the_skip_link_leads_past_the_header(page: Page, path: str) -> None:
    page.goto(path)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("() => Boolean(document.activeElement.closest('main'))")
