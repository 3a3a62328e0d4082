# SPDX-License-Identifier: EUPL-1.2
"""Small pages to search in, for the tests beside this module."""

from __future__ import annotations

from collections.abc import Iterable

from dalamodellen.outputs.search.documents import SearchDocument, Section
from dalamodellen.outputs.search.index import SearchIndex, build_index


def page(url: str, title: str, text: str = "", **more: object) -> SearchDocument:
    """Make a page of one section."""
    sections = (Section("", "", text),) if text else ()
    return SearchDocument(
        **{"url": url, "title": title, "language": "sv", "sections": sections, **more}  # type: ignore[arg-type]
    )


def index_of(*pages: SearchDocument, language: str = "sv") -> SearchIndex:
    """Index pages."""
    return build_index(pages, language)


def texts(*bodies: str, language: str = "sv") -> SearchIndex:
    """Index texts as pages /0/, /1/ …."""
    found: Iterable[SearchDocument] = (
        page(f"/{number}/", "", body, language=language) for number, body in enumerate(bodies)
    )
    return build_index(found, language)
