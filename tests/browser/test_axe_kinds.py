# SPDX-License-Identifier: EUPL-1.2
"""axe-core finds nothing wrong on any kind of page, in any width and scheme, whatever is open.

`make test` shows the kinds of the demonstration site in every view in Swedish, and in one view each
in the other languages; those of the real site in every view in every language. `make test-all` leaves
the latter to test_axe_pages.py, which then shows every page in every view, and shows all the others
in every view. There is a class for each language because a class is what one worker is given.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from accessibility_report import is_thorough
from browser.axe import (
    DIALOGS,
    VIEWS,
    View,
    find_faults,
    look_through,
    open_dialog,
    set_view,
    view_for,
)
from browser.site import kind_of


def _faults(page: Page, kinds: list[str], language: str, *, once: bool, dialogs: bool) -> list[str]:
    """Give the faults of one language's kinds, shown in every view or once."""
    return [
        fault
        for path in kinds
        if kind_of(path)[0] == language
        for _, faults in look_through(
            page, [path], (view_for(path),) if once else VIEWS, dialogs=dialogs
        )
        for fault in faults
    ]


class TestSwedish:
    def test_no_kind_of_page_breaks_a_rule(self, axe_page: Page, kinds: list[str]) -> None:
        shown = [] if is_thorough() else kinds
        assert _faults(axe_page, shown, "sv", once=False, dialogs=True) == []


class TestNorwegian:
    def test_no_kind_of_page_breaks_a_rule(self, axe_page: Page, kinds: list[str]) -> None:
        shown = [] if is_thorough() else kinds
        assert _faults(axe_page, shown, "nb", once=False, dialogs=True) == []


class TestEnglish:
    def test_no_kind_of_page_breaks_a_rule(self, axe_page: Page, kinds: list[str]) -> None:
        shown = [] if is_thorough() else kinds
        assert _faults(axe_page, shown, "en", once=False, dialogs=True) == []


class TestSwedishExample:
    def test_no_kind_of_page_breaks_a_rule(self, axe_page: Page, example_kinds: list[str]) -> None:
        assert _faults(axe_page, example_kinds, "sv", once=False, dialogs=is_thorough()) == []


class TestNorwegianExample:
    def test_no_kind_of_page_breaks_a_rule(self, axe_page: Page, example_kinds: list[str]) -> None:
        once = not is_thorough()
        assert _faults(axe_page, example_kinds, "nb", once=once, dialogs=True) == []


class TestEnglishExample:
    def test_no_kind_of_page_breaks_a_rule(self, axe_page: Page, example_kinds: list[str]) -> None:
        once = not is_thorough()
        assert _faults(axe_page, example_kinds, "en", once=once, dialogs=True) == []


def test_axe_sees_a_fault_that_is_planted(axe_page: Page) -> None:
    axe_page.goto("/")
    axe_page.evaluate("() => { document.querySelector('main h1').outerHTML = '<img src=\"x\">'; }")
    found = {fault.split(":")[0] for fault in find_faults(axe_page)}
    assert found == {"image-alt", "page-has-heading-one"}


@pytest.mark.parametrize("name", DIALOGS)
def test_axe_sees_a_fault_that_is_planted_in_what_is_opened(axe_page: Page, name: str) -> None:
    axe_page.goto("/")
    axe_page.set_viewport_size({"width": 360, "height": 800})
    plant = f"() => {{ document.querySelector('#frame--{name} button').textContent = ''; }}"
    axe_page.evaluate(plant)
    assert find_faults(axe_page) == []
    assert open_dialog(axe_page, name)
    assert {fault.split(":")[0] for fault in find_faults(axe_page)} == {"button-name"}


@pytest.mark.parametrize("view", VIEWS, ids=str)
def test_a_view_is_what_it_says(page: Page, view: View) -> None:
    set_view(page, view)
    page.goto("/")
    asked = """() => ({
        width: innerWidth,
        dark: matchMedia('(prefers-color-scheme: dark)').matches,
        forced: matchMedia('(forced-colors: active)').matches,
        paper: getComputedStyle(document.documentElement).backgroundColor,
    })"""
    paper = {"light": "rgb(251, 248, 243)", "dark": "rgb(29, 25, 22)"}
    assert page.evaluate(asked) == {
        "width": view.width,
        "dark": view.scheme == "dark",
        "forced": view.scheme == "forced_colors",
        "paper": paper.get(view.scheme, "rgb(255, 255, 255)"),
    }


def test_menu_and_search_are_open_when_axe_looks_and_the_menu_holds_the_languages(
    page: Page,
) -> None:
    page.goto("/lektioner/")
    modal = (
        "() => [...document.querySelectorAll(':modal')].map((one) => [one.id,"
        " one.querySelectorAll('[hreflang]').length, one.querySelectorAll('li a').length > 2])"
    )
    assert [open_dialog(page, name) for name in DIALOGS] == [False, True]
    assert page.evaluate(modal) == [["frame--search", 0, True]]
    page.reload()
    page.set_viewport_size({"width": 360, "height": 800})
    assert open_dialog(page, "menu")
    assert page.evaluate(modal) == [["frame--menu", 2, True]]
