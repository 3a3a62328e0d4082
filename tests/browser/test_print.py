# SPDX-License-Identifier: EUPL-1.2
"""Every page prints well in black and white; a lesson becomes a handout."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PageObject, PdfReader

LESSON = "/lektioner/skicka-e-faktura-till-kommunen/"
PROJECT = "/projekt/lc-komp/"
IN_THREE_LANGUAGES = "lektioner/fa-verksamheten-att-synas-i-kartan/"
INSIDE = 794 - 2 * 65
"""How wide the text of an A4 is, in CSS pixels, with the margins that print.css sets (17 mm)."""
_VISIBLE = (
    "(all) => all.filter((one) => one.checkVisibility()).map((one) => one.className || one.tagName)"
)
_WIDE = """(width) => [...document.body.querySelectorAll('*')]
    .filter((one) => one.getClientRects().length && !one.closest('.visually-hidden, svg'))
    // Where each row is a card, the head is there for those who listen only.
    .filter((one) => getComputedStyle(one.closest('thead') ?? one).clipPath === 'none')
    .filter((one) => one.getBoundingClientRect().right > width + 1)
    .map((one) => `${one.tagName.toLowerCase()}.${one.className} ends at ${one.getBoundingClientRect().right}`)"""
_PALE = """() => [...document.body.querySelectorAll('*')]
    .filter((one) => one.getClientRects().length)
    .filter((one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
    .map((one) => [one, getComputedStyle(one).color.match(/\\d+/g).slice(0, 3).map(Number)])
    .filter(([one, colour]) => Math.max(...colour) > 0x66)
    .map(([one, colour]) => `${one.tagName}.${one.className}: ${colour}`)"""


def sheets_of(page: Page, path: str = "") -> list[str]:
    """Print a page, or the one that is open, and give the words of each sheet, white space as one."""
    if path:
        page.goto(path)
    pdf = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
    return [" ".join(sheet.extract_text().split()) for sheet in pdf.pages]


def without_spaces(text: str) -> str:
    """Words as they are told apart in a PDF: by nothing that is sure."""
    return "".join(text.split())


@dataclass(frozen=True)
class Printed:
    """A page as it comes out of the printer."""

    headings: frozenset[str]
    sheets: tuple[PageObject, ...]


@pytest.fixture(scope="module")
def printed(chromium: Browser, address: str, kinds: list[str]) -> dict[str, Printed]:
    """One page of each kind, printed once."""
    context = chromium.new_context(base_url=address)
    page = context.new_page()
    found = {}
    for path in kinds:
        page.goto(path)
        headings = page.locator(".md-typeset :is(h1, h2, h3, caption)").all_inner_texts()
        pdf = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
        found[path] = Printed(frozenset(map(without_spaces, headings)), tuple(pdf.pages))
    context.close()
    return found


def test_each_sheet_is_an_a4_that_tells_its_number_and_ends_with_no_heading(
    printed: dict[str, Printed],
) -> None:
    faults = []
    for path, one in printed.items():
        for number, sheet in enumerate(one.sheets, 1):
            lines = [without_spaces(line) for line in sheet.extract_text().splitlines()]
            told = f"{number}/{len(one.sheets)}"
            words = [line for line in lines if line not in ("", told)]
            if told not in lines:
                faults.append(f"{path}: sheet {number} has no number")
            if not words or words[-1] in one.headings:
                faults.append(f"{path}: sheet {number} ends with {words[-1:]}")
            if [round(float(side)) for side in sheet.mediabox[2:]] != [595, 842]:
                faults.append(f"{path}: sheet {number} is {sheet.mediabox}")
    assert faults == []


def test_the_frame_stays_on_the_screen(page: Page, kinds: list[str]) -> None:
    page.emulate_media(media="print")
    faults = []
    for path in kinds:
        page.goto(path)
        shown = page.locator("nav, dialog, button, fieldset, .skip-link, .action")
        faults += [f"{path}: {name}" for name in shown.evaluate_all(_VISIBLE)]
    assert faults == []


def test_a_link_that_leaves_the_site_tells_its_address_and_no_other_does(
    page: Page, kinds: list[str]
) -> None:
    page.emulate_media(media="print")
    faults = []
    for path in kinds:
        page.goto(path)
        told = page.locator("a[href]").evaluate_all(
            """(all) => all.filter((one) => one.checkVisibility()).map((one) => [
                one.getAttribute('href'), getComputedStyle(one, '::after').content,
                Boolean(one.closest('.source, .tile-source, .ask'))])"""
        )
        for href, after, is_own_row in told:
            leaves = href.startswith("http") and not is_own_row
            if leaves != (href in after):
                faults.append(f"{path}: {href} tells {after}")
    assert faults == []


def test_the_first_sheet_tells_where_the_page_lies(page: Page) -> None:
    for tree in ("", "nb/", "en/"):
        address = f"/{tree}{IN_THREE_LANGUAGES}"
        first = sheets_of(page, address)[0]
        assert without_spaces(f"Dalamodellen{address}") in without_spaces(first)


def test_the_last_sheet_tells_when_the_page_was_changed(page: Page) -> None:
    last = sheets_of(page, LESSON)[-1]
    assert "senast ändrad" in last


def test_the_funder_is_named_on_the_first_sheet(page: Page) -> None:
    for tree in ("", "nb/", "en/"):
        for path in (f"/{tree}{IN_THREE_LANGUAGES}", f"/{tree}projekt/lyftkraft/"):
            first = sheets_of(page, path)[0]
            lines = page.locator(".publicity p").all_inner_texts()
            assert lines
            for line in lines:
                assert without_spaces(line) in without_spaces(first)


def test_the_emblem_is_drawn_in_black_on_white_on_paper_and_in_colour_on_a_screen(
    page: Page,
) -> None:
    fill = "(one) => getComputedStyle(one).fill"
    page.goto(PROJECT)
    parts = page.locator(".publicity__emblem path")
    on_screen = [parts.nth(at).evaluate(fill) for at in range(2)]
    page.emulate_media(media="print")
    on_paper = [parts.nth(at).evaluate(fill) for at in range(2)]
    edge = page.locator(".publicity__emblem").evaluate(
        "(one) => [getComputedStyle(one).outlineStyle, getComputedStyle(one).outlineColor]"
    )
    assert on_screen == ["rgb(0, 51, 153)", "rgb(255, 204, 0)"]
    assert (on_paper, edge) == (["rgb(255, 255, 255)", "rgb(0, 0, 0)"], ["solid", "rgb(0, 0, 0)"])


def test_a_table_that_goes_on_has_its_head_on_each_sheet_and_no_row_is_cut(page: Page) -> None:
    page.goto(LESSON)
    page.locator(".md-typeset tbody").first.evaluate(
        """(body) => { for (let at = 0; at < 90; at += 1) {
            const row = body.rows[0].cloneNode(true);
            row.cells[0].innerHTML = `rad${at}a<br>rad${at}b`;
            body.append(row);
        } }"""
    )
    sheets = [without_spaces(sheet) for sheet in sheets_of(page)]
    with_rows = [sheet for sheet in sheets if "rad" in sheet and "DetSamskriver" in sheet]
    assert len(with_rows) >= 3
    for at in range(90):
        assert sum(f"rad{at}a" in sheet and f"rad{at}b" in sheet for sheet in sheets) == 1


def test_what_is_folded_on_the_screen_is_whole_on_paper(page: Page) -> None:
    page.goto(PROJECT)
    folded = page.locator(".md-typeset details > :not(summary)").evaluate_all(
        "(all) => all.map((one) => one.textContent)"
    )
    printed = without_spaces("".join(sheets_of(page)))
    assert folded
    assert [text for text in folded if without_spaces(text) not in printed] == []


def test_a_lesson_is_a_handout(page: Page) -> None:
    page.goto(LESSON)
    labels = page.locator(".checklist label").all_inner_texts()
    printed = without_spaces("".join(sheets_of(page)))
    parts = ("6 minuter", "Gör så här", "Checklista", "Exempel", "Vanliga fel", "Källor", *labels)
    assert [part for part in parts if without_spaces(part) not in printed] == []
    assert "https://www.digg.se/e-handel-och-e-faktura/e-faktura/leverantor/" in printed
    assert "Näringslivskontoretidinkommun" in printed
    for word in ("Nästa lektion", "Ord att slå upp", "Rensa listan", "Ställ en fråga"):
        assert without_spaces(word) not in printed


def test_the_boxes_of_a_checklist_are_empty_and_have_an_edge(page: Page) -> None:
    page.goto(LESSON)
    page.emulate_media(media="print")
    boxes = page.locator(".checklist input").evaluate_all(
        """(all) => all.map((one) => { const style = getComputedStyle(one);
            return [one.checkVisibility(), style.appearance, style.borderTopStyle,
                style.borderTopColor, one.getBoundingClientRect().width > 14]; })"""
    )
    assert boxes == [[True, "none", "solid", "rgb(0, 0, 0)", True]] * 7


def test_a_demonstration_says_on_every_sheet_that_it_is_made_up(page: Page) -> None:
    for tree, mark in (
        ("", "EXEMPEL – påhittade uppgifter"),
        ("nb/", "EKSEMPEL – oppdiktede opplysninger"),
        ("en/", "EXAMPLE – made-up data"),
    ):
        sheets = sheets_of(page, f"/exempel/{tree}projekt/exempellyftet/")
        assert len(sheets) > 1
        assert [without_spaces(mark) in without_spaces(sheet) for sheet in sheets] == [True] * len(
            sheets
        )


def test_nothing_is_cut_at_the_edge_of_the_sheet(page: Page, kinds: list[str]) -> None:
    page.set_viewport_size({"width": INSIDE, "height": 1000})
    page.emulate_media(media="print")
    faults = []
    for path in kinds:
        page.goto(path)
        faults += [f"{path}: {fault}" for fault in page.evaluate(_WIDE, INSIDE)]
    assert faults == []


@pytest.mark.parametrize("chosen", ["", "dark"], ids=["by the device", "by the reader"])
def test_what_is_dark_on_the_screen_is_black_on_white_on_paper(
    chromium: Browser, address: str, chosen: str
) -> None:
    device = "light" if chosen else "dark"
    context = chromium.new_context(base_url=address, color_scheme=device)
    page = context.new_page()
    page.goto("/om/")
    if chosen:
        page.locator("input[name=scheme][value=dark]").check(force=True)
    ground = "() => getComputedStyle(document.documentElement).backgroundColor"
    for path in (LESSON, PROJECT, "/", "/exempel/"):
        page.goto(path)
        page.emulate_media(media="screen")
        assert page.evaluate(ground) != "rgb(255, 255, 255)"
        page.emulate_media(media="print")
        assert page.evaluate(ground) == "rgb(255, 255, 255)"
        assert page.evaluate(_PALE) == []
    context.close()
