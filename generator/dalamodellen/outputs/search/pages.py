# SPDX-License-Identifier: EUPL-1.2
"""From the files and records of a site to what the search knows of each page."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

from dalamodellen.model.course import CourseStatus, CourseType
from dalamodellen.model.lesson import Lesson
from dalamodellen.model.occasion import occasions
from dalamodellen.model.plain_page import PlainPage
from dalamodellen.model.record import Record
from dalamodellen.model.site import RecordKey, Site
from dalamodellen.model.translation import translation_key
from dalamodellen.outputs.html_gate import new_converter
from dalamodellen.outputs.navigation import SEARCH
from dalamodellen.outputs.output_file import OutputFile, page_url
from dalamodellen.outputs.pages.page import URIS
from dalamodellen.outputs.search.documents import SearchDocument, sections_of, text_of
from dalamodellen.outputs.search.plain_text import sections_of_page
from dalamodellen.outputs.search.spoken import language_of

_FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_LEAD = re.compile(r'<div class="lead"[^>]*>(.*?)</div>', re.DOTALL)
_BELOW_A_RECORD = 3
"""Slashes in the uri of a page below a record's: projekt/tre-m/i-korthet/index.md."""
_KINDS = {uri.partition("/")[0]: kind for kind, uri in URIS.items() if uri.endswith("/index.md")}


def documents_of(files: Iterable[OutputFile], site: Site) -> list[SearchDocument]:
    """Read the pages of one language; notices and pages that ask not to be indexed are left out.

    Args:
        files: The files of the site in the language that `site` is read in.
        site: The checked model.
    """
    over = _over(site)
    return [
        _document(file, site, over)
        for file in files
        if file.is_page
        and file.uri != SEARCH
        and file.title
        and not file.is_notice
        and not file.is_unindexed
    ]


def _over(site: Site) -> frozenset[RecordKey]:
    """List the courses and events that have been held and will not be held again, as far as is known."""
    past: dict[RecordKey, bool] = {}
    for one in occasions(site):
        past[one.key] = past.get(one.key, True) and one.is_past(site.today)
    ended = {("course", one.id) for one in site.courses if one.status == CourseStatus.ENDED}
    # One held for a firm that asked for it is held for the next that asks.
    bespoke = {("course", one.id) for one in site.courses if one.type == CourseType.BESPOKE}
    return frozenset({key for key, is_past in past.items() if is_past} - bespoke | ended)


def _document(page: OutputFile, site: Site, over: frozenset[RecordKey]) -> SearchDocument:
    kind, record = _record_of(page, site)
    said = _front_matter(str(page.content))
    text = _FRONT_MATTER.sub("", str(page.content))
    lead = _LEAD.search(text)
    return SearchDocument(
        url=page.address,
        title=page.title,
        language=page.language,
        kind=kind,
        names=_names(site, kind, record, page),
        summary=text_of(lead[1]) if lead else str(said.get("description", "")),
        sections=sections_of_page(_LEAD.sub(" ", text, count=1)),
        topic=_topic(site, record, page.language),
        municipality=_municipality(site, record),
        minutes=int(getattr(record, "minutes", None) or 0),
        title_language=str(said.get("title_language", "")),
        is_list=_is_list(page),
        is_past=record is not None and (kind, record.id) in over,
    )


def _is_list(page: OutputFile) -> bool:
    """Tell whether a page only gathers others; what lies below a record's page has words of its own."""
    return not page.made_from and page.uri.count("/") < _BELOW_A_RECORD


def _record_of(page: OutputFile, site: Site) -> tuple[str, Record | None]:
    folder, _, rest = page.uri.partition("/")
    kind = _KINDS.get(folder, "page")
    name, _, end = rest.partition("/")
    if kind == "page" or end != "index.md":
        return "page", None
    return kind, site.records.get((kind, name))


def _front_matter(content: str) -> dict[str, object]:
    """Read what the page's own front matter says; it is written by us as JSON values."""
    found = _FRONT_MATTER.match(content)
    said: dict[str, object] = {}
    for line in found[1].splitlines() if found else ():
        name, _, value = line.partition(": ")
        said[name] = json.loads(value)
    return said


def _names(site: Site, kind: str, record: Record | None, page: OutputFile) -> tuple[str, ...]:
    """Gather keywords, other names, and the title in the site's other languages."""
    if record is None:
        return ()
    translation = site.translations.get(translation_key(kind, record.id, page.language))
    names: list[str] = []
    for field in ("keywords", "synonyms", "also_called"):
        names += [
            name if isinstance(name, str) else name.in_language(page.language)[0]
            for name in getattr(translation or record, field, None) or ()
        ]
    for language in site.languages:
        other = site.translations.get(translation_key(kind, record.id, language))
        title = getattr(other or record, "title", None) or getattr(record, "name", None)
        if title is not None:
            names.append(title if isinstance(title, str) else title.in_language(language)[0])
    return tuple(name for name in dict.fromkeys(names) if name != page.title)


def _topic(site: Site, record: Record | None, language: str) -> str:
    topic = site.records.get(("topic", str(getattr(record, "topic", None))))
    title = getattr(topic, "title", None)
    return title.in_language(language)[0] if title is not None else ""


def _municipality(site: Site, record: Record | None) -> str:
    place = site.codes.places.get(str(getattr(record, "municipality", None)))
    return place.name if place is not None and not isinstance(record, Lesson) else ""


def documents_in_folder(pages: Iterable[PlainPage], language: str) -> list[SearchDocument]:
    """Read Markdown files that belong to no site of ours.

    Args:
        pages: The files.
        language: The language of pages that do not say theirs and do not show it.
    """
    converter = new_converter()
    found = []
    for page in pages:
        html = converter.reset().convert(page.body)
        sections = sections_of(html)
        text = " ".join((page.title, *(section.text for section in sections)))
        found.append(
            SearchDocument(
                url="/" + page_url(page.path),
                title=page.title,
                language=page.language or language_of(text, language),
                names=page.keywords,
                summary=page.description,
                sections=sections,
            )
        )
    return found
