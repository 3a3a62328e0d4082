# SPDX-License-Identifier: EUPL-1.2
"""One occasion as an event of iCalendar."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache

from dalamodellen.model.course import Course, Event, InstanceStatus
from dalamodellen.model.last_change import LastChange
from dalamodellen.model.occasion import Occasion
from dalamodellen.model.period import PartialDate
from dalamodellen.model.record import Record
from dalamodellen.model.series import whole_day
from dalamodellen.model.settings import EXAMPLE_MARK
from dalamodellen.model.site import Site
from dalamodellen.outputs import wording
from dalamodellen.outputs.feed_addresses import site_identity, whole_address
from dalamodellen.outputs.feeds.icalendar_text import (
    as_day,
    as_moment,
    as_text,
    line,
    text_line,
)
from dalamodellen.outputs.pages.page import Page, uri_of
from dalamodellen.outputs.words import label, translator

_STATUS = {
    InstanceStatus.OPEN: "CONFIRMED",
    InstanceStatus.FULL: "CONFIRMED",
    InstanceStatus.HELD: "CONFIRMED",
    InstanceStatus.CANCELLED: "CANCELLED",
}
"""What a calendar calls each status. Of what is only planned nobody has said that it is sure."""


def has_day(occasion: Occasion) -> bool:
    """Tell whether a calendar can hold an occasion: only one whose first day is wholly known."""
    return whole_day(occasion.start) is not None


def event_lines(site: Site, occasion: Occasion, language: str) -> list[str]:
    """Write an occasion as an event.

    Its name and its stamp are the same whatever calendar it stands in and whenever the site is
    built: the stamp is the last commit of the files it is written in.

    Args:
        site: The checked site.
        occasion: One whose first day is known.
        language: The language of the calendar.
    """
    page = Page(site, uri_of(*occasion.key), language)
    stamp = f"{as_moment(_last_change(site, occasion))}Z"
    address = whole_address(site, language, page.uri)
    place = _place(page, occasion)
    return [
        line("BEGIN", "VEVENT"),
        text_line("UID", uid_of(site, occasion)),
        line("DTSTAMP", stamp),
        line("LAST-MODIFIED", stamp),
        # Whoever cancels seldom thinks of the number, so cancelling counts by itself.
        line("SEQUENCE", str(occasion.revision + _is_cancelled(occasion))),
        text_line("SUMMARY", _title(page, occasion), language=page.language_of(occasion.title)),
        *_when(occasion),
        *([line("STATUS", _STATUS[occasion.status])] if occasion.status in _STATUS else []),
        *([text_line("LOCATION", place)] if place else []),
        text_line("DESCRIPTION", "\n".join(_about(page, occasion))),
        line("CATEGORIES", ",".join(as_text(word) for word in _categories(page, occasion))),
        *([line("URL", _at(address, occasion))] if address else []),
        line("END", "VEVENT"),
    ]


def uid_of(site: Site, occasion: Occasion) -> str:
    """Name an occasion as no other is named, in any calendar, however it is moved or renamed."""
    kind, record_id = occasion.key
    name = ".".join(part for part in (kind, record_id, occasion.name) if part)
    return f"{name}@{site_identity(site)}"


def _is_cancelled(occasion: Occasion) -> bool:
    return occasion.status is InstanceStatus.CANCELLED


def _at(address: str, occasion: Occasion) -> str:
    return f"{address}#{occasion.anchor}" if occasion.anchor else address


# -- when ----------------------------------------------------------------------


def _when(occasion: Occasion) -> list[str]:
    """Write the beginning and the end: with times where both ends of them are known, else as days."""
    first = whole_day(occasion.start)
    if first is None:
        message = "an occasion without a day is in no calendar"
        raise ValueError(message)
    last = whole_day(occasion.end) or first
    if occasion.start_time is None or _is_only_begun(occasion, first, last):
        # A calendar names the day after the last.
        return [
            line("DTSTART", as_day(first), VALUE="DATE"),
            line("DTEND", as_day(last + timedelta(days=1)), VALUE="DATE"),
            # The hours are not known, so the whole day is not taken up.
            line("TRANSP", "TRANSPARENT"),
        ]
    zone = occasion.time_zone.value
    lines = [line("DTSTART", as_moment(datetime.combine(first, occasion.start_time)), TZID=zone)]
    if occasion.end_time is not None:
        end = datetime.combine(last, occasion.end_time)
        lines.append(line("DTEND", as_moment(end), TZID=zone))
    return lines


def _is_only_begun(occasion: Occasion, first: date, last: date) -> bool:
    """Tell whether something goes on for days and nobody says when the last of them ends."""
    return last > first and occasion.end_time is None


def _last_change(site: Site, occasion: Occasion) -> datetime:
    """Give the moment of the last commit of the occasion's files; the day of the build outside git."""
    paths = {occasion.path, site.files[occasion.key].path}
    changes = _changes(site)
    found = [_moment(changes[path]) for path in paths if path in changes]
    return max(found, default=datetime.combine(site.today, time(), UTC))


def _moment(change: LastChange) -> datetime:
    return change.moment or datetime.combine(change.day, time(), UTC)


@lru_cache(maxsize=4)
def _changes(site: Site) -> Mapping[str, LastChange]:
    """The last change of each file with records or rows; asked of every occasion, so found once."""
    files = (*site.files.values(), *site.table_files.values())
    return {file.path: file.last_change for file in files if file.last_change}


# -- in words --------------------------------------------------------------------


def _title(page: Page, occasion: Occasion) -> str:
    """Name the occasion; what is cancelled says so, as some calendars show no status."""
    told = page.plain(occasion.title)
    if _is_cancelled(occasion):
        told = f"{label('instance_status', occasion.status, page.language)}: {told}"
    if page.site.settings.is_example:
        told = f"{translator(page.language)(EXAMPLE_MARK)}: {told}"
    return told


def _place(page: Page, occasion: Occasion) -> str:
    names = [page.plain(occasion.address)]
    if occasion.municipality:
        name = page.site.place(occasion.municipality).name
        # "Storgatan 1, Falun" says already where it is.
        names.append("" if name in names[0] else name)
    if occasion.is_online:
        names.append(translator(page.language)("på nätet"))
    return ", ".join(name for name in names if name)


def _categories(page: Page, occasion: Occasion) -> list[str]:
    kind = occasion.kind
    named = label("event_kind", kind, page.language) if kind else str(page.translate("Kurs"))
    topic = page.site.get("topic", occasion.topic)
    return [named, *([page.plain(getattr(topic, "title", None))] if topic else [])]


def _about(page: Page, occasion: Occasion) -> list[str]:
    """List what somebody wants to know who has only the calendar: a line for each thing."""
    translate, language = translator(page.language), page.language
    record = page.site.records[occasion.key]
    lines = [_summary(page, record)]

    def row(word: str, value: str) -> None:
        if value:
            lines.append(f"{translate(word)}: {value}")

    if occasion.start_time is not None and occasion.end_time is None:
        row("Börjar", f"{occasion.start_time:%H:%M}")
    row("Status", label("instance_status", occasion.status, language))
    row("På nätet", page.plain(occasion.joining))
    row("Tillgänglighet", page.plain(occasion.access))
    row("Pris", wording.format_money(occasion.price, language) if occasion.price else "")
    if not page.site.settings.is_example and not _is_cancelled(occasion):
        row("Sista dag att boka", _day(occasion.last_booking_day, language))
        row("Boka", occasion.booking_url or "")
    address = whole_address(page.site, language, page.uri)
    row("Läs mer", _at(address, occasion) if address else "")
    return [one for one in lines if one]


def _summary(page: Page, record: Record) -> str:
    return page.plain(record.summary) if isinstance(record, Course | Event) else ""


def _day(when: PartialDate | None, language: str) -> str:
    return wording.format_date(when, language) if when else ""
