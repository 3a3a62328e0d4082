# SPDX-License-Identifier: EUPL-1.2
"""Rules about what is published: drafts are told, dead links and missing captions too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from dalamodellen.inputs.loaded import Loaded
from dalamodellen.inputs.translations import split_language
from dalamodellen.issues import Issue, Source
from dalamodellen.model.course import Course, CourseInstance, CourseType, Recording
from dalamodellen.model.glossary import Document, Topic
from dalamodellen.model.lesson import Lesson
from dalamodellen.model.organisation import Contact
from dalamodellen.model.project import Project
from dalamodellen.model.record import Record
from dalamodellen.model.site import Site
from dalamodellen.model.text import UNFINISHED
from dalamodellen.model.validation import Loc

_UNFINISHED = re.compile(rf"\b(?:{'|'.join(UNFINISHED)}|TODO|FIXME|XXX)\b|(?i:\blorem ipsum\b)")


def check_drafts(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """Whoever builds is told which records are drafts and so not on the site."""
    if site.shows_drafts:
        return
    for key in site.drafts:
        if key in loaded.left_out:
            continue
        yield loaded.issue(key, ("publication",), "draft", name=key[1])
    for page in site.pages:
        if page.publication and not page.publication.is_published:
            yield loaded.issue(("page", page.uri), ("publication",), "draft", name=page.uri)


def check_recordings(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """A film has captions and a transcript, or says why it has not."""
    del site
    for key, record in loaded.records.items():
        if isinstance(record, Recording) and not (
            (record.captions and record.transcript) or record.missing_reason
        ):
            yield loaded.issue(key, ("url",), "film-without-captions", name=record.id)


def check_drafts_named(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """A published record does not name a draft: its readers would meet a name without a page."""
    if site.shows_drafts:
        return
    drafts = set(site.drafts)
    for key, record in loaded.records.items():
        if key in drafts or isinstance(record, Topic):
            continue
        for loc, kind, name in loaded.references(key, record):
            if (kind, name) in drafts:
                yield loaded.issue(key, loc, "draft-named", name=name, kind=kind)


def check_unfinished(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """What is published holds no words left to fill in: FYLL I, TODO, lorem ipsum."""
    hidden = {loaded.files[key].path for key in site.drafts}
    hidden |= {
        site.files["page", page.uri].path
        for page in site.pages
        if page.publication and not page.publication.is_published
    }
    # A translation is a draft as long as its original is one.
    hidden |= {
        file.path
        for key, file in site.files.items()
        if key in site.translations and split_language(file.path)[0] in hidden
    }
    paths = [file.path for file in loaded.files.values()]
    for file in loaded.texts:
        if file.path not in paths or file.path in hidden:
            continue
        if not _UNFINISHED.search(file.text):
            continue
        for number, line in enumerate(file.lines, 1):
            words = "" if line.lstrip().startswith("#") and file.path.endswith(".yml") else line
            for match in _UNFINISHED.finditer(words):
                place = Source(file.path, number, match.start() + 1, len(match[0]))
                yield file.issue("unfinished-text", place, name=match[0])


def check_contacts(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """A person is named only with the last day the name may be shown; after it only the role is."""
    settings = {("settings", "site"): loaded.settings} if loaded.settings.contacts else {}
    for key, record in {**settings, **loaded.records}.items():
        contacts: tuple[Contact, ...] = getattr(record, "contacts", ())
        for number, contact in enumerate(contacts):
            if contact.name and not (contact.publish_until and contact.publish_until.is_whole):
                yield loaded.issue(
                    key, ("contacts", number, "name"), "contact-without-end", name=contact.name
                )
            elif contact.name and contact.publish_until and not contact.is_named_on(site.today):
                yield loaded.issue(
                    key,
                    ("contacts", number, "publish_until"),
                    "contact-due",
                    name=contact.publish_until.iso,
                )


def check_bespoke(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """A bespoke course has no dates: it begins with the firm's own need."""
    del site
    for key, record in loaded.records.items():
        rows = loaded.tables.get(key, ())
        if (
            isinstance(record, Course)
            and record.type is CourseType.BESPOKE
            and any(isinstance(row, CourseInstance) for row in rows)
        ):
            yield loaded.issue(key, ("type",), "bespoke-with-dates", name=record.id)


def check_archived_links(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """Addresses of others die, so each should have an archived copy that somebody has opened."""
    del site
    for key, record in loaded.records.items():
        for loc, part in _linked(record):
            if part.url and not part.archived:
                yield loaded.issue(key, (*loc, "url"), "link-not-archived", name=str(part.url))


def _linked(record: Record) -> Iterator[tuple[Loc, Any]]:
    """List what stands on somebody else's page, where we can say where its copy is."""
    if isinstance(record, Document):
        yield (), record
    lists: tuple[str, ...] = ()
    if isinstance(record, Project):
        lists = ("mentions", "materials", "transnational")
    elif isinstance(record, Lesson):
        lists = ("sources",)
    for name in lists:
        for number, part in enumerate(getattr(record, name)):
            yield (name, number), part


RULES = (
    check_drafts,
    check_drafts_named,
    check_unfinished,
    check_recordings,
    check_contacts,
    check_bespoke,
    check_archived_links,
)
