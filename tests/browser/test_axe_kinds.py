# SPDX-License-Identifier: EUPL-1.2
"""axe-core finds nothing wrong on any kind of page, in any width, scheme and language."""

from __future__ import annotations

from playwright.sync_api import Page

from browser.axe import VIEWS, find_faults, set_view


def test_no_kind_of_page_breaks_a_rule_in_any_width_or_scheme(page: Page, kinds: list[str]) -> None:
    faults = []
    for path in kinds:
        page.goto(path)
        for view in VIEWS:
            set_view(page, view)
            faults += [f"{path} {view}: {fault}" for fault in find_faults(page)]
    assert faults == []


def test_axe_sees_a_fault_that_is_planted(page: Page) -> None:
    page.goto("/")
    page.evaluate("() => { document.querySelector('main h1').outerHTML = '<img src=\"x\">'; }")
    found = {fault.split(":")[0] for fault in find_faults(page)}
    assert found == {"image-alt", "page-has-heading-one"}
