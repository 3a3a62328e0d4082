# SPDX-License-Identifier: EUPL-1.2
"""axe-core finds nothing wrong on any page of the real site."""

from __future__ import annotations

import os

from playwright.sync_api import Page

from browser.axe import VIEWS, find_faults, set_view, view_for

THOROUGH = "DALAMODELLEN_THOROUGH" in os.environ


def test_no_page_of_the_site_breaks_a_rule(page: Page, paths: list[str]) -> None:
    faults = []
    for path in paths:
        page.goto(path)
        for view in VIEWS if THOROUGH else (view_for(path),):
            set_view(page, view)
            faults += [f"{path} {view}: {fault}" for fault in find_faults(page)]
    assert faults == []
