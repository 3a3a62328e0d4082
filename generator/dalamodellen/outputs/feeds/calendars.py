# SPDX-License-Identifier: EUPL-1.2
"""The calendars that others can subscribe to: all of it, a topic's, a municipality's, a project's and more."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from dalamodellen.model.clock import TimeZone
from dalamodellen.model.course import CourseType
from dalamodellen.model.occasion import Occasion
from dalamodellen.model.settings import EXAMPLE_MARK
from dalamodellen.model.site import Site
from dalamodellen.outputs.feed_addresses import (
    CALENDAR_FILE,
    beside,
    occasion_uri,
    whole_address,
)
from dalamodellen.outputs.feeds.calendar_event import event_lines, has_day
from dalamodellen.outputs.feeds.icalendar_text import as_file, line, text_line
from dalamodellen.outputs.feeds.time_zones import time_zone_lines
from dalamodellen.outputs.navigation import site_name
from dalamodellen.outputs.output_file import OutputFile
from dalamodellen.outputs.pages.courses.choices import CALENDAR, all_occasions, has_calendar
from dalamodellen.outputs.pages.page import Page, uri_of
from dalamodellen.outputs.words import translator

_PRODUCT = "-//Dalamodellen//Dalamodellen//SV"
_FETCHED_EVERY = "PT12H"
"""How often calendars are asked to look for news."""


@dataclass(frozen=True)
class _Calendar:
    """One calendar: what it is called, and what stands in it."""

    page_uri: str
    """The page it belongs to."""
    title: str
    holds: Callable[[Occasion], bool]
    keeps_past: bool = False
    """Whether it also holds what is over, as the calendar of one event does."""


Written = Sequence[tuple[Occasion, list[str]]]
"""Each occasion with its lines, which are the same in all calendars of a language."""


def render_calendars(site: Site, language: str) -> list[OutputFile]:
    """Render every calendar, and a file for each coming occasion of a course or a series.

    Drafts are in none, nor is what has no whole day; the pages with the calendars say how much
    that is.
    """
    if not has_calendar(site):
        return []
    written = [
        (one, event_lines(site, one, language))
        for one in all_occasions(site)
        if has_day(one) and _is_out(site, one)
    ]
    shared = [_file(site, calendar, written, language) for calendar in _calendars(site, language)]
    single = [
        OutputFile(
            occasion_uri(uri_of(*one.key), one.name),
            _calendar(site, uri_of(*one.key), "", [(one, lines)], language),
            language,
            made_from=(one.path,),
        )
        for one, lines in written
        if one.name and not one.is_past(site.today)
    ]
    return [*shared, *single]


def _calendars(site: Site, language: str) -> list[_Calendar]:
    page = Page(site, CALENDAR, language)
    found = [_Calendar(CALENDAR, str(page.translate("Kalender")), lambda _: True)]
    found += [
        _Calendar(uri_of("topic", one.id), page.plain(one.title), _has("topic", one.id))
        for one in site.topics
    ]
    found += [
        _Calendar(uri_of("place", one.id), one.name, _has("municipality", one.id))
        for one in site.municipalities
    ]
    found += [
        _Calendar(
            uri_of("project", one.id),
            page.plain(one.short_title or one.title),
            _has("project", one.id),
        )
        for one in site.projects
    ]
    found += [
        _Calendar(uri_of("course", one.id), page.plain(one.title), _has("key", ("course", one.id)))
        for one in site.courses
        if one.type is CourseType.OPEN
    ]
    found += [
        _Calendar(
            uri_of("event", one.id),
            page.plain(one.title),
            _has("key", ("event", one.id)),
            keeps_past=True,
        )
        for one in site.events
    ]
    return found


def _has(field: str, value: object) -> Callable[[Occasion], bool]:
    return lambda occasion: getattr(occasion, field) == value


def _file(site: Site, calendar: _Calendar, written: Written, language: str) -> OutputFile:
    held = [
        (one, lines)
        for one, lines in written
        if calendar.holds(one) and (calendar.keeps_past or not one.is_past(site.today))
    ]
    uri = beside(calendar.page_uri, CALENDAR_FILE)
    content = _calendar(site, calendar.page_uri, calendar.title, held, language)
    return OutputFile(uri, content, language)


def _calendar(site: Site, page_uri: str, title: str, held: Written, language: str) -> bytes:
    """Write a calendar; without a title it is one to take something from, not to follow.

    The format wants something in it. The time zone is, also where there is nothing to come.
    """
    translate = translator(language)
    name = f"{title} – {site_name(site, language)[0]}"
    if site.settings.is_example:
        name = f"{translate(EXAMPLE_MARK)}: {name}"
    address = whole_address(site, language, page_uri)
    source = whole_address(site, language, beside(page_uri, CALENDAR_FILE))
    about = [
        text_line("NAME", name),
        text_line("X-WR-CALNAME", name),
        line("REFRESH-INTERVAL", _FETCHED_EVERY, VALUE="DURATION"),
        line("X-PUBLISHED-TTL", _FETCHED_EVERY),
        *([line("URL", address), line("SOURCE", source, VALUE="URI")] if address else []),
    ]
    return as_file(
        [
            line("BEGIN", "VCALENDAR"),
            line("VERSION", "2.0"),
            line("PRODID", _PRODUCT),
            line("CALSCALE", "GREGORIAN"),
            # In Swedish too, for those who look for it: the mark of every file that is made up.
            *([text_line("DESCRIPTION", EXAMPLE_MARK)] if site.settings.is_example else []),
            *(about if title else []),
            *(one for zone in _zones(site, held) for one in time_zone_lines(zone)),
            *(one for _, lines in held for one in lines),
            line("END", "VCALENDAR"),
        ]
    )


def _zones(site: Site, held: Iterable[tuple[Occasion, list[str]]]) -> list[TimeZone]:
    used = {one.time_zone for one, _ in held if one.start_time is not None}
    own = TimeZone.OSLO if site.settings.is_norwegian else TimeZone.STOCKHOLM
    return sorted(used) or [own]


def _is_out(site: Site, occasion: Occasion) -> bool:
    """Tell whether readers may see it; those who work with the site see drafts on its pages."""
    publication = getattr(site.records[occasion.key], "publication", None)
    return publication is None or publication.is_published
