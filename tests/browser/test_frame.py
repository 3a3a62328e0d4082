# SPDX-License-Identifier: EUPL-1.2
"""Walks with the keyboard through the frame around every page: menu, search, language, scheme."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

NARROW = {"width": 360, "height": 640}
INSIDE = "() => document.activeElement?.closest('dialog')?.id ?? ''"


@pytest.mark.parametrize("opener", ["search", "menu"])
def test_a_dialog_opens_from_its_button_keeps_the_focus_and_gives_it_back(
    opener: str, page: Page
) -> None:
    page.set_viewport_size(NARROW)
    page.goto("/lektioner/")
    button, dialog = page.locator(f"#frame--{opener}-open"), page.locator(f"#frame--{opener}")
    button.focus()
    page.keyboard.press("Enter")
    expect(dialog).to_be_visible()
    expect(button).to_have_attribute("aria-expanded", "true")
    for key in ("Tab", "Shift+Tab"):
        for _ in range(20):
            page.keyboard.press(key)
            assert page.evaluate(INSIDE) == f"frame--{opener}"
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")


def test_the_menu_holds_navigation_languages_and_scheme_once_and_leads_on(page: Page) -> None:
    page.set_viewport_size(NARROW)
    page.goto("/lektioner/")
    expect(page.get_by_role("navigation", name="Huvudmeny")).to_have_count(0)
    page.get_by_role("button", name="Meny").click()
    menu = page.get_by_role("dialog", name="Meny")
    nav = menu.get_by_role("navigation", name="Huvudmeny")
    expect(nav.get_by_role("link", name="Lektioner")).to_have_attribute("aria-current", "page")
    expect(menu.get_by_role("radio")).to_have_count(3)
    menu.get_by_role("link", name="Norsk").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/nb/lektioner/")
    page.set_viewport_size({"width": 1280, "height": 800})
    expect(page.get_by_role("navigation", name="Hovedmeny")).to_have_count(1)


@pytest.mark.parametrize("key", ["Control+k", "/"])
def test_a_key_opens_the_search_which_finds_letters_without_their_marks(
    key: str, page: Page
) -> None:
    page.goto("/lektioner/")
    page.keyboard.press(key)
    expect(page.locator("#frame--search-field")).to_be_focused()
    page.keyboard.type("foretagarna dalarna /")
    expect(page.locator("#frame--search-field")).to_have_value("foretagarna dalarna /")
    expect(page.get_by_role("status")).to_contain_text("träffar")
    page.keyboard.press("ArrowDown")
    hit = page.get_by_role("link", name="Företagarna Dalarna organisation")
    expect(hit).to_be_focused()
    expect(hit.locator("mark").first).to_have_text(re.compile("^företagarna", re.IGNORECASE))
    page.keyboard.press("ArrowUp")
    expect(page.locator("#frame--search-field")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/organisationer/foretagarna-dalarna/")


def test_the_search_works_on_a_page_that_was_not_found(page: Page) -> None:
    page.goto("/finns/inte/alls/")
    page.keyboard.press("Control+k")
    page.keyboard.type("foretagarna dalarna")
    expect(page.get_by_role("status")).to_contain_text("träffar")
    page.keyboard.press("Enter")
    page.wait_for_url("**/organisationer/foretagarna-dalarna/")


def test_a_search_without_hits_says_so_and_offers_the_whole_list(page: Page) -> None:
    page.goto("/en/")
    page.keyboard.press("Control+k")
    page.keyboard.type("qqq")
    expect(page.get_by_role("status")).to_contain_text("No results.")
    expect(page.locator("#frame--search").get_by_role("link")).to_have_text(
        "Everything from A to Z"
    )


def test_the_key_for_search_can_be_turned_off_and_stays_off(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("/")
    page.locator("#frame--search-slash").uncheck()
    page.keyboard.press("Escape")
    page.goto("/lektioner/")
    page.keyboard.press("/")
    expect(page.locator("#frame--search")).to_be_hidden()
    page.keyboard.press("Control+k")
    expect(page.locator("#frame--search")).to_be_visible()


def test_a_chosen_scheme_goes_before_the_devices_and_is_remembered(
    chromium: Browser, address: str
) -> None:
    context = chromium.new_context(base_url=address, color_scheme="dark")
    page = context.new_page()
    paper = "() => getComputedStyle(document.documentElement).backgroundColor"
    page.goto("/")
    dark = page.evaluate(paper)
    page.get_by_role("radio", name="Som enheten").focus()
    page.keyboard.press("ArrowRight")
    light = page.evaluate(paper)
    assert light != dark
    page.goto("/nb/lektioner/")
    assert page.evaluate(paper) == light
    expect(page.get_by_role("radio", name="Lyst")).to_be_checked()
    page.get_by_role("radio", name="Som enheten").check()
    assert page.evaluate(paper) == dark
    assert page.evaluate("() => localStorage.length") == 0
    context.close()


def test_without_scripts_the_navigation_is_links_and_no_button_is_shown(
    chromium: Browser, address: str
) -> None:
    context: BrowserContext = chromium.new_context(
        base_url=address, viewport=NARROW, java_script_enabled=False
    )
    page = context.new_page()
    page.goto("/lektioner/")
    expect(page.get_by_role("button")).to_have_count(0)
    expect(page.get_by_role("radio")).to_have_count(0)
    header = page.get_by_role("banner")
    names = header.get_by_role("link").all_inner_texts()
    assert [name.strip() for name in names] == [
        "Norsk",
        "English",
        "Dalamodellen",
        "Lektioner",
        "Kurser",
        "Kalender",
        "Projekt",
        "Kommuner",
        "Ordlista",
        "A–Ö",
    ]
    context.close()


def test_nothing_breaks_the_policy_and_nothing_moves_while_a_page_opens(page: Page) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.add_init_script(
        "window.moved = 0; new PerformanceObserver((list) => list.getEntries()"
        ".forEach((one) => { moved += one.value })).observe({type: 'layout-shift', buffered: true})"
    )
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto("/lektioner/", wait_until="networkidle")
        assert page.evaluate("() => window.moved") == 0
        assert page.evaluate("() => document.documentElement.scrollWidth") <= width
    assert said == []


@pytest.mark.parametrize("width", [320, 360, 960, 1280])
@pytest.mark.parametrize("tree", ["/", "/nb/", "/en/", "/exempel/en/"])
def test_targets_in_the_head_are_large_enough_and_whole(tree: str, width: int, page: Page) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(tree)
    boxes = page.locator(".site-header__inner :is(a, button, label):visible").evaluate_all(
        "all => all.map((one) => { const box = one.getBoundingClientRect();"
        " return [box.left, box.right, box.width, box.height, one.textContent.trim()] })"
    )
    assert len(boxes) >= 3
    for left, right, wide, high, words in boxes:
        assert wide >= 24 and high >= 24, words  # noqa: PT018
        assert left >= 0 and right <= width, words  # noqa: PT018
