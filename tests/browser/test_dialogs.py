# SPDX-License-Identifier: EUPL-1.2
"""Menu and search by keyboard alone: opened, walked round, closed, and back where one was."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from browser.walk import STOPS

PHONE = {"width": 360, "height": 640}
DESK = {"width": 1280, "height": 800}


class Way(NamedTuple):
    """How a reader with a keyboard opens a dialog."""

    dialog: str
    key: str
    opener: str
    """What has the focus when the key is pressed, as a CSS selector; the first that fits."""
    size: dict[str, int]
    path: str = "/a-o/"


WAYS = {
    "menu_enter": Way("menu", "Enter", "#frame--menu-open", PHONE),
    "menu_space": Way("menu", "Space", "#frame--menu-open", PHONE, "/en/projekt/"),
    "search_enter": Way("search", "Enter", "#frame--search-open", PHONE, "/ordlista/"),
    "search_space": Way("search", "Space", "#frame--search-open", DESK),
    "home_enter": Way("search", "Enter", "[data-opens=search]", DESK, "/"),
    "home_space": Way("search", "Space", "[data-opens=search]", PHONE, "/nb/"),
    "chord_in_the_middle": Way("search", "Control+k", "#bokstav-9 + ul a", PHONE),
    "slash_in_the_middle": Way("search", "/", "#bokstav-9 + ul a", DESK),
    "chord_in_the_footer": Way("search", "Control+k", ".site-footer a", PHONE, "/projekt/"),
    "chord_on_a_choice": Way("search", "Control+k", "input[name=scheme]:checked", DESK, "/nb/"),
}
# Radio buttons of a group are one stop, at the chosen one.
_INSIDE = """([id, stops]) => [...document.getElementById(id).querySelectorAll(stops)]
    .filter((one) => one.checkVisibility() && (one.type !== 'radio' || one.checked))
    .map((one, at) => { one.dataset.stop = at; return at; })"""
_AT = """(id) => {
    const one = document.activeElement;
    return document.getElementById(id).contains(one) ? Number(one.dataset.stop ?? -1) : null;
}"""
_HERE = """() => {
    const one = document.activeElement;
    const box = one.getBoundingClientRect();
    return [one.outerHTML, scrollY, box.top >= 0 && box.bottom <= innerHeight];
}"""


def _open(page: Page, way: Way) -> None:
    """Open the dialog as the way says; fill the search with hits."""
    page.locator(way.opener).first.focus()
    page.keyboard.press(way.key)
    expect(page.locator(f"#frame--{way.dialog}")).to_be_visible()
    if way.dialog == "search":
        expect(page.locator("#frame--search-field")).to_be_focused()
        # Again and again: what was asked before is written over.
        page.keyboard.type("lek")
        expect(page.locator("#frame--search-field")).to_have_value("lek")
        expect(page.locator("#frame--search-hits a").first).to_be_visible()


def _expect_closed(page: Page, way: Way, before: list[object]) -> None:
    """Hold that the dialog is gone, told as closed, and that the reader is where it was opened."""
    expect(page.locator(f"#frame--{way.dialog}")).to_be_hidden()
    button = page.locator(f"#frame--{way.dialog}-open")
    expect(button).to_have_attribute("aria-expanded", "false")
    assert page.evaluate(_HERE) == before


@pytest.fixture(params=WAYS)
def way(request: pytest.FixtureRequest, page: Page) -> Way:
    found = WAYS[request.param]
    page.set_viewport_size({"width": found.size["width"], "height": found.size["height"]})
    page.goto(found.path)
    return found


def test_tab_goes_round_all_that_is_in_a_dialog_and_never_out_of_it(page: Page, way: Way) -> None:
    _open(page, way)
    dialog = f"frame--{way.dialog}"
    stops = page.evaluate(_INSIDE, [dialog, STOPS])
    assert len(stops) > 4
    for key, step in (("Tab", 1), ("Shift+Tab", -1)):
        start = page.evaluate(_AT, dialog)
        seen = []
        for _ in range(2 * len(stops)):
            page.keyboard.press(key)
            seen.append(page.evaluate(_AT, dialog))
        assert seen == [(start + step * (at + 1)) % len(stops) for at in range(2 * len(stops))]


def test_tab_stays_in_a_dialog_after_a_press_on_what_is_no_control(page: Page, way: Way) -> None:
    for key in ("Tab", "Shift+Tab"):
        _open(page, way)
        page.locator(f"#frame--{way.dialog}-title").click()
        page.keyboard.press(key)
        assert page.evaluate(_AT, f"frame--{way.dialog}") is not None
        page.keyboard.press("Escape")
        expect(page.locator(f"#frame--{way.dialog}")).to_be_hidden()


def test_escape_closes_a_dialog_from_each_stop_and_leads_back(page: Page, way: Way) -> None:
    button = page.locator(f"#frame--{way.dialog}-open")
    page.locator(way.opener).first.focus()
    before = page.evaluate(_HERE)
    assert before[2]
    _open(page, way)
    count = min(len(page.evaluate(_INSIDE, [f"frame--{way.dialog}", STOPS])), 12)
    page.keyboard.press("Escape")
    for steps in range(count):
        _open(page, way)
        expect(button).to_have_attribute("aria-expanded", "true")
        for _ in range(steps):
            page.keyboard.press("Tab")
        page.keyboard.press("Escape")
        _expect_closed(page, way, before)


def test_the_button_in_a_dialog_closes_it_by_key_and_leads_back(page: Page, way: Way) -> None:
    page.locator(way.opener).first.focus()
    before = page.evaluate(_HERE)
    for key in ("Enter", "Space"):
        _open(page, way)
        page.locator(f"#frame--{way.dialog} [data-close]").focus()
        page.keyboard.press(key)
        _expect_closed(page, way, before)


def test_the_search_opened_from_the_menu_leads_back_to_the_button_of_the_menu(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto("/a-o/")
    _open(page, WAYS["menu_enter"])
    page.keyboard.press("Tab")
    page.keyboard.press("Control+k")
    expect(page.locator("#frame--menu")).to_be_hidden()
    expect(page.locator("#frame--search-field")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#frame--menu-open")).to_be_focused()


def test_who_has_gone_on_to_a_hit_keeps_the_place_when_a_later_answer_comes(page: Page) -> None:
    page.goto("/lektioner/")
    page.keyboard.press("Control+k")
    page.keyboard.type("lek")
    expect(page.locator("#frame--search-hits a").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    # What was typed last is answered while somebody is on the second hit.
    page.evaluate(
        "() => { const field = document.getElementById('frame--search-field');"
        " field.value = 'lektion'; field.dispatchEvent(new Event('input')); }"
    )
    second = page.locator("#frame--search-hits li:nth-child(2) a")
    expect(page.locator("#frame--search-more a[href*='q=lektion']")).to_have_count(1)
    expect(second).to_be_focused()


def test_the_search_answers_without_a_network_once_it_has_been_used(
    page: Page, context: BrowserContext
) -> None:
    page.goto("/lektioner/")
    page.keyboard.press("Control+k")
    page.keyboard.type("faktura")
    expect(page.locator("#frame--search-hits a").first).to_be_visible()
    page.wait_for_function("() => sessionStorage.getItem('search')")
    context.set_offline(True)
    page.goto("/sok/?q=moms")
    expect(page.locator(".search-page .search-hits a").first).to_be_visible()
    assert page.locator(".search-page .search-count").inner_text() != ""
    context.set_offline(False)
