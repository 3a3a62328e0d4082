# SPDX-License-Identifier: EUPL-1.2
"""Everything on the site from A to Ö: lessons, courses, projects, organisations, words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dalamodellen.model.alphabet import letter_of, sort_key
from dalamodellen.model.site import Site
from dalamodellen.model.translation import translation_key
from dalamodellen.outputs.navigation import SEARCH
from dalamodellen.outputs.output_file import OutputFile
from dalamodellen.outputs.pages.page import Page, page_file, uri_of
from dalamodellen.outputs.pages.results.choices import URI as RESULTS
from dalamodellen.outputs.pages.results.choices import has_results
from dalamodellen.outputs.safe_markdown import Markdown, escape

URI = "a-o/index.md"
KINDS = {
    "lesson": "lektion",
    "topic": "ämne",
    "course": "kurs",
    "event": "träff",
    "project": "projekt",
    "organisation": "organisation",
    "place": "kommun",
    "term": "ord",
    "post": "nyhet",
    "page": "sida",
}
"""Kind of page → the word for it, in Swedish."""


def render_a_to_z(site: Site, language: str) -> list[OutputFile]:
    """Render the list; keywords of lessons and other names stand in it as well."""
    page = Page(site, URI, language)
    entries = sorted(
        set(_entries(site, page)), key=lambda entry: (sort_key(entry[0], language), entry)
    )
    if not entries:
        return []
    by_letter: dict[str, list[tuple[Markdown, Markdown]]] = {}
    for title, spoken, kind, uri in entries:
        letter = letter_of(title, language)
        mark = "" if spoken == language else f' lang="{spoken}"'
        line = Markdown(f'<a href="{page.href(uri)}"{mark}>{escape(title)}</a>')
        by_letter.setdefault(letter, []).append((line, page.translate(KINDS[kind])))
    return [
        page_file(
            site,
            URI,
            language,
            "a_to_z.md.j2",
            title=page.translate("A–Ö"),
            description=page.translate("Allt på webbplatsen i bokstavsordning."),
            section=URI,
            by_letter=list(by_letter.items()),
            search=SEARCH,
        )
    ]


def _entries(site: Site, page: Page) -> list[tuple[str, str, str, str]]:
    """List title, its language, kind and uri of what has a page, under each of its names."""
    found: list[tuple[str, str, str, str]] = []
    main = site.main_language
    groups: dict[str, Sequence[Any]] = {
        "lesson": site.lessons,
        "topic": site.topics,
        "course": site.courses,
        "project": site.projects,
        "organisation": site.organisations,
        "term": site.terms,
        "post": site.posts,
    }
    for kind, records in groups.items():
        for record in records:
            names = [(page.plain(record.title), record.title.in_language(page.language)[1])]
            spoken = site.original_language(kind, record.id)
            translation = site.translations.get(translation_key(kind, record.id, page.language))
            for field in ("keywords", "synonyms"):
                words = getattr(translation or record, field, ())
                own = page.language if translation else spoken
                names += [(word[:1].upper() + word[1:], own) for word in words]
            names += [(name, main) for name in getattr(record, "also_called", ())]
            uri = uri_of(kind, record.id)
            found += [
                (" ".join(name.split()), one, kind, uri) for name, one in names if name.strip()
            ]
    if has_results(site):
        found.append((str(page.translate("Projektens resultat")), page.language, "page", RESULTS))
    found += [
        (place.name, page.language, "place", uri_of("place", place.id))
        for place in site.municipalities
    ]
    return found
