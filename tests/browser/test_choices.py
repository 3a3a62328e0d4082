# SPDX-License-Identifier: EUPL-1.2
"""Choices and lists by keyboard: the language, the scheme, the letters, the cards, what is ticked."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

PHONE = {"width": 360, "height": 640}
DESK = {"width": 1280, "height": 800}
PAPER = "() => getComputedStyle(document.documentElement).backgroundColor"
LIGHT, DARK = "rgb(251, 248, 243)", "rgb(29, 25, 22)"
TRANSLATED = (
    "/",
    "/lektioner/",
    "/lektioner/gora-ett-dokument-som-alla-kan-lasa/",
    "/projekt/lc-komp/",
    "/kommuner/",
    "/ordlista/",
    "/a-o/",
    "/tillganglighet/",
)
_FOCUS = "() => document.activeElement.outerHTML"


def _tab_to(page: Page, selector: str) -> None:
    """Press Tab until what the selector names has the focus."""
    for _ in range(200):
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"Tab never comes to {selector}")


def _open_menu_where_it_is(page: Page) -> None:
    if page.locator("#frame--menu-open").is_visible():
        _tab_to(page, "#frame--menu-open")
        page.keyboard.press("Enter")


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("path", TRANSLATED)
def test_a_language_chosen_by_key_leads_to_the_same_page(
    page: Page, address: str, path: str, size: dict[str, int]
) -> None:
    page.set_viewport_size({"width": size["width"], "height": size["height"]})
    page.goto(path)
    for code, tree in (("nb", "/nb"), ("en", "/en"), ("sv", "")):
        _open_menu_where_it_is(page)
        _tab_to(page, f"a[hreflang={code}]")
        page.keyboard.press("Enter")
        page.wait_for_url(f"{address}{tree}{path}")
        assert page.evaluate("() => document.documentElement.lang") == code
        expect(page.locator("h1")).to_have_count(1)
        expect(page.locator(".site-languages [aria-current]")).to_have_attribute("lang", code)


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_arrows_choose_a_scheme_which_is_remembered(page: Page, size: dict[str, int]) -> None:
    page.set_viewport_size({"width": size["width"], "height": size["height"]})
    page.emulate_media(color_scheme="light")
    page.goto("/projekt/")
    # Device, light, dark, and round again.
    keys = [("ArrowRight", LIGHT, "light"), ("ArrowDown", DARK, "dark"), ("ArrowRight", LIGHT, "")]
    keys += [("ArrowLeft", DARK, "dark"), ("ArrowUp", LIGHT, "light"), ("ArrowRight", DARK, "dark")]
    _open_menu_where_it_is(page)
    _tab_to(page, "input[name=scheme]")
    for key, paper, value in keys:
        page.keyboard.press(key)
        assert page.evaluate(PAPER) == paper
        expect(page.locator("input[name=scheme]:focus")).to_have_value(value)
    for again in (page.reload, lambda: page.goto("/en/a-o/")):
        again()
        assert page.evaluate(PAPER) == DARK
        _open_menu_where_it_is(page)
        _tab_to(page, "input[name=scheme]")
        expect(page.locator("input[name=scheme]:focus")).to_have_value("dark")


@pytest.mark.parametrize("path", ["/a-o/", "/ordlista/", "/nb/a-o/"])
def test_a_letter_leads_to_its_words(page: Page, path: str) -> None:
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto(path)
    letters = page.locator(".letters a").all_inner_texts()
    assert len(letters) > 5
    for number in (2, len(letters)):
        page.goto(path)
        _tab_to(page, f".letters li:nth-child({number}) a")
        page.keyboard.press("Enter")
        expect(page.locator(":target")).to_have_text(letters[number - 1])
        expect(page.locator(":target")).to_be_in_viewport()
        page.keyboard.press("Tab")
        # The first link after the letter, and none before it.
        assert page.evaluate(
            "() => { const from = document.querySelector(':target');"
            " const all = [...document.querySelectorAll('a[href]')].filter((one) =>"
            " one.checkVisibility() && from.compareDocumentPosition(one) & 4);"
            " return all[0] === document.activeElement; }"
        )


@pytest.mark.parametrize("path", ["/lektioner/", "/projekt/", "/kurser/", "/kommuner/", "/a-o/"])
def test_what_a_list_holds_is_opened_by_key(page: Page, address: str, path: str) -> None:
    page.goto(path)
    links = page.locator("main li :is(h2, h3) a, main ul.links a, main li > a[href*='..']")
    count = links.count()
    assert count > 1
    for number in sorted({0, count // 2, count - 1}):
        page.goto(path)
        link = links.nth(number)
        wanted = str(link.evaluate("(one) => one.href"))
        link.focus()
        page.keyboard.press("Enter")
        page.wait_for_url(wanted)
        assert wanted.startswith(address)


def test_a_list_to_tick_is_ticked_and_cleared_by_key(page: Page) -> None:
    page.goto("/lektioner/skicka-e-faktura-till-kommunen/")
    boxes = page.locator(".checklist input")
    _tab_to(page, ".checklist input")
    first = page.evaluate(_FOCUS)
    page.keyboard.press("Space")
    expect(boxes.first).to_be_checked()
    page.reload()
    expect(boxes.first).to_be_checked()
    _tab_to(page, ".checklist-clear")
    page.keyboard.press("Enter")
    expect(boxes.first).not_to_be_checked()
    expect(page.locator(".checklist-clear")).to_be_hidden()
    assert page.evaluate(_FOCUS) == first
