# SPDX-License-Identifier: EUPL-1.2
"""The glossary: every term on one page, with the lessons and projects that use it."""

from __future__ import annotations

from dalamodellen.model.alphabet import letter_of
from dalamodellen.model.lesson import Lesson
from dalamodellen.model.project import Project
from dalamodellen.model.site import Site
from dalamodellen.outputs.output_file import OutputFile
from dalamodellen.outputs.pages.page import Page, page_file

URI = "ordlista/index.md"


def render_glossary(site: Site, language: str) -> list[OutputFile]:
    """Render the glossary; a site without terms has none."""
    if not site.terms:
        return []
    page = Page(site, URI, language)
    by_letter: dict[str, list[object]] = {}
    for term in site.terms:
        by_letter.setdefault(letter_of(page.plain(term.title), language), []).append(term)
    using: list[Lesson | Project] = [*site.lessons, *site.projects]
    used = {
        term.id: [
            ("lesson" if isinstance(record, Lesson) else "project", record.id)
            for record in using
            if term.id in record.terms
        ]
        for term in site.terms
    }
    return [
        page_file(
            site,
            URI,
            language,
            "glossary.md.j2",
            title=page.translate("Ordlista"),
            description=page.translate(
                "Ord från projekt, kurser och lektioner, förklarade enkelt."
            ),
            section=URI,
            by_letter=list(by_letter.items()),
            used=used,
        )
    ]
