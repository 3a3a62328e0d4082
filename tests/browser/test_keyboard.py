# SPDX-License-Identifier: EUPL-1.2
"""With the keyboard alone every link is reached, seen, and left again."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

WALKED = (
    "/",
    "/lektioner/skicka-e-faktura-till-kommunen/",
    "/projekt/lc-komp/",
    "/projekt/",
)
_STOPS = """() => [...document.querySelectorAll(
    'a[href], button, input, select, textarea, summary, [tabindex="0"]')]
    .filter((one) => one.checkVisibility({visibilityProperty: true}) && !one.disabled)
    // Radio buttons of a group are one stop, at the chosen one.
    .filter((one) => one.type !== 'radio' || one.checked)
    .map((one, at) => { one.dataset.stop = at; return at; })"""
_STOP = """() => {
    const one = document.activeElement;
    if (!one || one === document.body) return null;
    const boxes = [...one.getClientRects()];
    const seen = boxes.some((box) => {
        const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
        return box.width > 0 && box.left >= 0 && box.right <= innerWidth + 1
            && top && (one.contains(top) || top.contains(one));
    });
    // A card or a row whose whole box is the link shows its focus on a box around or after it.
    const marks = [getComputedStyle(one), getComputedStyle(one, '::after')];
    const row = one.closest('li, .card, article > *');
    if (row) marks.push(getComputedStyle(row));
    return {
        at: Number(one.dataset.stop),
        name: one.outerHTML.slice(0, 90),
        isSeen: seen,
        isMarked: marks.some((style) => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2),
    };
}"""


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", WALKED)
def test_tab_shows_every_stop_in_order_and_leaves(page: Page, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(path)
    stops = page.evaluate(_STOPS)
    visited, faults = [], []
    for _ in range(len(stops) + 1):
        page.keyboard.press("Tab")
        stop = page.evaluate(_STOP)
        if stop is None:
            break
        visited.append(stop["at"])
        if not stop["isSeen"] or not stop["isMarked"]:
            faults.append(stop)
    assert faults == []
    assert visited == stops


@pytest.mark.parametrize("path", WALKED)
def test_the_skip_link_leads_past_the_header(page: Page, path: str) -> None:
    page.goto(path)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("() => Boolean(document.activeElement.closest('main'))")
