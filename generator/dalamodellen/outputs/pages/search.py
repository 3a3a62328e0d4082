# SPDX-License-Identifier: EUPL-1.2
"""The page of the search: an address for what is asked, and ways on without a script."""

from __future__ import annotations

from dalamodellen.model.site import Site
from dalamodellen.outputs.navigation import A_TO_Z, SEARCH
from dalamodellen.outputs.output_file import OutputFile
from dalamodellen.outputs.pages.a_to_z import render_a_to_z
from dalamodellen.outputs.pages.lesson import ask_address
from dalamodellen.outputs.pages.page import Page, page_file, uri_of


def render_search(site: Site, language: str) -> list[OutputFile]:
    """Render the page: a field, a place for what is found, and the topics and A–Ö."""
    if not render_a_to_z(site, language):
        return []
    page = Page(site, SEARCH, language)
    title = str(page.translate("Sök"))
    return [
        page_file(
            site,
            SEARCH,
            language,
            "search.md.j2",
            title=title,
            description=page.translate("Sök bland allt som finns på webbplatsen."),
            section=SEARCH,
            meta={"scripts": ["search-page"]},
            a_to_z=page.href(A_TO_Z),
            topics=[
                (page.href(uri_of("topic", topic.id)), page.text(topic.title))
                for topic in site.topics
            ],
            trees=_other_trees(site, language),
            ask=ask_address(site, page, title, SEARCH),
        )
    ]


def _other_trees(site: Site, language: str) -> list[tuple[str, str]]:
    """Name the other languages and the way from this page's tree to theirs."""
    main = site.main_language
    up = "" if language == main else "../"
    return [
        (other, up if other == main else f"{up}{other}/")
        for other in site.languages
        if other != language
    ]
