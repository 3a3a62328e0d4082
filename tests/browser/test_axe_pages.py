# SPDX-License-Identifier: EUPL-1.2
"""axe-core finds nothing wrong on any page of the real site.

`make test` shows each page once, in a view of its own; `make test-all` in every view, those of
another kind with menu and search opened too, and that run is written down for the page about
accessibility. There is a class for each language because a class is what one worker is given.
"""

from __future__ import annotations

from playwright.sync_api import Page

from accessibility_report import Tools, is_thorough
from accessibility_run import AccessibilityRun
from browser.axe import VIEWS, look_through, view_for
from browser.site import kind_of


def _faults(
    page: Page,
    paths: list[str],
    kinds: list[str],
    language: str,
    *,
    run: AccessibilityRun,
    tools: Tools,
) -> list[str]:
    """Give the faults of one language's pages, and keep what was shown."""
    found = []
    for path in (path for path in paths if kind_of(path)[0] == language):
        views = VIEWS if is_thorough() else (view_for(path),)
        dialogs = is_thorough() and path in kinds
        for shown, faults in look_through(page, [path], views, dialogs=dialogs):
            run.note([shown], paths, VIEWS, tools)
            found += faults
    return found


class TestSwedish:
    def test_no_page_breaks_a_rule(
        self,
        axe_page: Page,
        paths: list[str],
        kinds: list[str],
        accessibility_run: AccessibilityRun,
        tools: Tools,
    ) -> None:
        assert _faults(axe_page, paths, kinds, "sv", run=accessibility_run, tools=tools) == []


class TestNorwegian:
    def test_no_page_breaks_a_rule(
        self,
        axe_page: Page,
        paths: list[str],
        kinds: list[str],
        accessibility_run: AccessibilityRun,
        tools: Tools,
    ) -> None:
        assert _faults(axe_page, paths, kinds, "nb", run=accessibility_run, tools=tools) == []


class TestEnglish:
    def test_no_page_breaks_a_rule(
        self,
        axe_page: Page,
        paths: list[str],
        kinds: list[str],
        accessibility_run: AccessibilityRun,
        tools: Tools,
    ) -> None:
        assert _faults(axe_page, paths, kinds, "en", run=accessibility_run, tools=tools) == []
