# SPDX-License-Identifier: EUPL-1.2
"""One page for each event: what it is, and when and where it takes place."""

from __future__ import annotations

from dalamodellen.model.course import Event
from dalamodellen.model.site import Site
from dalamodellen.outputs.output_file import OutputFile
from dalamodellen.outputs.pages.courses.catalogue import UPCOMING_SCRIPT
from dalamodellen.outputs.pages.courses.choices import CALENDAR, all_occasions, shown_ahead
from dalamodellen.outputs.pages.courses.subscription import calendar_block, calendar_in_head
from dalamodellen.outputs.pages.courses.times import times_of
from dalamodellen.outputs.pages.page import Page, page_file, uri_of
from dalamodellen.outputs.pages.structured_data.block import in_head
from dalamodellen.outputs.pages.structured_data.courses import event_nodes


def render_events(site: Site, language: str) -> list[OutputFile]:
    """Render every event."""
    return [_event(site, event, language) for event in site.events]


def _event(site: Site, event: Event, language: str) -> OutputFile:
    uri = uri_of("event", event.id)
    page = Page(site, uri, language)
    key = ("event", event.id)
    times = [one for one in all_occasions(site) if one.key == key]
    ahead, past = times_of(page, times)
    coming = shown_ahead(site, times)
    return page_file(
        site,
        uri,
        language,
        "event.md.j2",
        title=event.title,
        description=event.summary,
        key=key,
        funded=event.project,
        section=CALENDAR,
        breadcrumbs=[(page.translate("Kalender"), CALENDAR)],
        meta={
            **({"scripts": [UPCOMING_SCRIPT]} if ahead else {}),
            "feeds": calendar_in_head(page, event.title),
            **in_head(*event_nodes(page, event, coming)),
        },
        subscription=calendar_block(page, lambda one: one.key == key) if ahead else "",
        event=event,
        ahead=ahead,
        past=past,
        audience=[page.label("audience", name) for name in event.audience],
        languages=[page.label("language", name) for name in event.languages],
        contacts=[(contact, contact.is_named_on(site.today)) for contact in event.contacts],
    )
