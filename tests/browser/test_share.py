# SPDX-License-Identifier: EUPL-1.2
"""A page's link is copied by a button and sent by mail; where that cannot be done, nothing pretends."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, expect

WORDS = {
    "": ("Kopiera länken", "Skicka länken med e-post", "Länken är kopierad"),
    "/nb": ("Kopier lenken", "Send lenken på e-post", "Lenken er kopiert"),
    "/en": ("Copy the link", "Send the link by e-mail", "The link has been copied"),
}
PATH = "/projekt/tre-m/"


@pytest.mark.parametrize("tree", WORDS)
def test_the_button_copies_the_page_without_the_place_in_it_and_says_so(
    tree: str, context: BrowserContext, address: str
) -> None:
    copy, _, copied = WORDS[tree]
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{tree}{PATH}#frame--main")
    told = page.locator(".share").get_by_role("status")
    expect(told).to_be_empty()
    page.get_by_role("button", name=copy).focus()
    page.keyboard.press("Enter")
    expect(told).to_have_text(copied)
    assert page.evaluate("navigator.clipboard.readText()") == f"{address}{tree}{PATH}"


@pytest.mark.parametrize("tree", WORDS)
def test_the_mail_ends_with_the_address_that_the_browser_knows(
    tree: str, page: Page, address: str
) -> None:
    page.goto(f"{tree}{PATH}#frame--main")
    link = page.get_by_role("link", name=WORDS[tree][1])
    expect(link).to_be_visible()
    (body,) = parse_qs(urlsplit(link.get_attribute("href") or "").query)["body"]
    assert body.split("\r\n\r\n")[1:] == [f"{address}{tree}{PATH}"]


def test_where_the_browser_may_not_copy_the_page_says_so(page: Page) -> None:
    page.add_init_script(
        "navigator.clipboard.writeText = () => Promise.reject(new Error('refused'))"
    )
    page.goto(PATH)
    page.get_by_role("button", name="Kopiera länken").click()
    told = page.locator(".share").get_by_role("status")
    expect(told).to_have_text("Länken gick inte att kopiera")


def test_no_button_is_shown_where_the_browser_has_nothing_to_copy_with(page: Page) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.goto(PATH)
    expect(page.get_by_role("button", name="Kopiera länken")).to_have_count(0)
    expect(page.get_by_role("link", name="Skicka länken med e-post")).to_be_visible()


def test_without_scripts_nothing_that_needs_them_is_shown(
    chromium_without_scripts: BrowserContext,
) -> None:
    page = chromium_without_scripts.new_page()
    page.goto(PATH)
    expect(page.get_by_role("button", name="Kopiera länken")).to_have_count(0)
    expect(page.get_by_role("link", name="Skicka länken med e-post")).to_have_count(0)


def test_paper_has_no_way_to_send_it_on(page: Page) -> None:
    page.goto(PATH)
    expect(page.locator(".share")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(".share")).to_be_hidden()
