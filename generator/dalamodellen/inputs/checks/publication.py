# SPDX-License-Identifier: EUPL-1.2
"""Rules about what is published: drafts are told, dead links and missing captions too."""

from __future__ import annotations

from collections.abc import Iterator

from dalamodellen.inputs.loaded import Loaded
from dalamodellen.issues import Issue
from dalamodellen.model.course import Course, CourseInstance, CourseType, Recording
from dalamodellen.model.organisation import Contact
from dalamodellen.model.project import Project
from dalamodellen.model.site import Site


def check_drafts(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """Whoever builds is told which records are drafts and so not on the site."""
    if site.shows_drafts:
        return
    for key in site.drafts:
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


def check_contacts(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """A person is named only with the last day the name may be shown."""
    del site
    settings = {("settings", "site"): loaded.settings} if loaded.settings.contacts else {}
    for key, record in {**settings, **loaded.records}.items():
        contacts: tuple[Contact, ...] = getattr(record, "contacts", ())
        for number, contact in enumerate(contacts):
            if contact.name and not (contact.publish_until and contact.publish_until.is_whole):
                yield loaded.issue(
                    key, ("contacts", number, "name"), "contact-without-end", name=contact.name
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
        if not isinstance(record, Project):
            continue
        for name in ("mentions", "materials", "transnational"):
            for number, part in enumerate(getattr(record, name)):
                if part.url and not part.archived:
                    yield loaded.issue(
                        key, (name, number, "url"), "link-not-archived", name=str(part.url)
                    )


RULES = (check_drafts, check_recordings, check_contacts, check_bespoke, check_archived_links)
