# SPDX-License-Identifier: EUPL-1.2
"""What stands in the calendar: every time a course is given and every event, as one kind of thing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta

from dalamodellen.issues import Source
from dalamodellen.model.clock import TimeZone, zone_of
from dalamodellen.model.course import (
    Course,
    CourseInstance,
    CourseType,
    Event,
    EventKind,
    InstanceStatus,
)
from dalamodellen.model.money import Money
from dalamodellen.model.period import PartialDate
from dalamodellen.model.record import Language
from dalamodellen.model.recurrence import days_of
from dalamodellen.model.series import whole_day
from dalamodellen.model.site import RecordKey, Site
from dalamodellen.model.text import Text


@dataclass(frozen=True)
class Occasion:
    """Something at a time and a place: a course instance, an event, or one time of a series."""

    key: RecordKey
    """The record it belongs to. Example: ("course", "rakna-pa-jobbet")"""
    name: str
    """Its name within the record, for an address that never changes; "" for a lone event."""
    path: str
    """The file it stands in, from the root."""
    title: Text
    kind: EventKind | None
    """What sort of event; None for a course."""
    start: PartialDate
    end: PartialDate | None
    """Last day, where it is another than the first."""
    start_time: time | None
    end_time: time | None
    time_zone: TimeZone
    municipality: str | None
    address: Text | None
    """The place's name and street."""
    access: Text | None
    is_online: bool
    joining: Text | None
    status: InstanceStatus
    cancelled_on: PartialDate | None
    revision: int
    language: Language | None
    topic: str | None
    project: str | None
    price: Money | None
    seats: int | None
    last_booking_day: PartialDate | None
    booking_url: str | None

    @property
    def anchor(self) -> str:
        """The name of its place on the record's page; "" for a lone event, which is its page."""
        return f"tillfalle-{self.name}" if self.name else ""

    @property
    def last_day(self) -> date | None:
        """The last day it can be on; nothing where the year is not known."""
        return (self.end or self.start).last_day

    def is_past(self, today: date) -> bool:
        """Whether it is over on a day; what has no year is never over."""
        return self.last_day is not None and self.last_day < today

    def is_upcoming(self, today: date) -> bool:
        """Whether it is not yet over, and will be held as far as we know."""
        gone = (InstanceStatus.CANCELLED, InstanceStatus.HELD)
        return self.status not in gone and not self.is_past(today)

    @property
    def order(self) -> tuple[PartialDate, time, RecordKey, str]:
        """What occasions are sorted by: when they begin, then their names."""
        return (self.start, self.start_time or time(), self.key, self.name)


def occasions(site: Site) -> list[Occasion]:
    """List every occasion that readers may see, past and cancelled ones too, by when they begin."""
    found = [
        _of_instance(site, course, instance, source.path)
        for course in site.courses
        if course.type is CourseType.OPEN
        for instance, source in instances_with_sources(site, course.id)
    ]
    found += [one for event in site.events for one in _of_event(site, event)]
    return sorted(found, key=lambda one: one.order)


def instances_with_sources(site: Site, course_id: str) -> list[tuple[CourseInstance, Source]]:
    """Give a course's instances with the row each stands in, in the order of the file."""
    key = ("course", course_id)
    found = zip(site.tables.get(key, ()), site.table_sources.get(key, ()), strict=True)
    return [(row, source) for row, source in found if isinstance(row, CourseInstance)]


def _of_instance(site: Site, course: Course, instance: CourseInstance, path: str) -> Occasion:
    language = instance.language or (course.languages[0] if len(course.languages) == 1 else None)
    return Occasion(
        key=("course", course.id),
        name=instance.id,
        path=path,
        title=course.title,
        kind=None,
        start=instance.start,
        end=instance.end,
        start_time=instance.start_time,
        end_time=instance.end_time,
        time_zone=instance.time_zone or _zone(site, instance.municipality),
        municipality=instance.municipality,
        address=_own(site, instance.address),
        access=_own(site, instance.access),
        is_online=instance.is_online,
        joining=_own(site, instance.joining),
        status=instance.status,
        cancelled_on=instance.cancelled_on,
        revision=instance.revision,
        language=language,
        topic=course.topic,
        project=course.project,
        price=instance.price or course.price,
        seats=instance.seats,
        last_booking_day=instance.last_booking_day,
        booking_url=str(instance.booking_url) if instance.booking_url else None,
    )


def _of_event(site: Site, event: Event) -> list[Occasion]:
    first, last = event.period.start, event.period.end
    days = _days(event)
    length = _length(first, last)
    return [
        Occasion(
            key=("event", event.id),
            name=day.isoformat() if day else "",
            path=site.files["event", event.id].path,
            title=event.title,
            kind=event.kind,
            start=_partial(day) if day else first,
            end=_end(day, length) if day else (None if last == first else last),
            start_time=event.start_time,
            end_time=event.end_time,
            time_zone=event.time_zone or _zone(site, event.municipality),
            municipality=event.municipality,
            address=event.place,
            access=event.access,
            is_online=event.is_online,
            joining=event.joining,
            status=_status_on(event, day),
            cancelled_on=event.cancelled_on,
            revision=event.revision,
            language=event.languages[0] if len(event.languages) == 1 else None,
            topic=event.topic,
            project=event.project,
            price=event.price,
            seats=event.seats,
            last_booking_day=event.last_booking_day,
            booking_url=str(event.booking_url) if event.booking_url else None,
        )
        for day in days
    ]


def _days(event: Event) -> list[date] | list[None]:
    """List the days of a series; one None for an event that comes once."""
    first = whole_day(event.period.start)
    if event.repeats is None or first is None or not (event.until or event.times):
        return [None]
    until = event.until.last_day if event.until else None
    but = [day for one in event.except_days if (day := one.first_day)]
    return days_of(event.repeats, first, until=until, times=event.times, but=but)


def _length(first: PartialDate, last: PartialDate) -> timedelta:
    start, end = whole_day(first), whole_day(last)
    return end - start if start and end else timedelta()


def _end(day: date, length: timedelta) -> PartialDate | None:
    return _partial(day + length) if length else None


def _status_on(event: Event, day: date | None) -> InstanceStatus:
    cancelled = {one.first_day for one in event.cancelled_days}
    return InstanceStatus.CANCELLED if day in cancelled and day else event.status


def _zone(site: Site, municipality: str | None) -> TimeZone:
    place = site.codes.places.get(municipality or "")
    return zone_of(place.country if place else None)


def _own(site: Site, words: str | None) -> Text | None:
    """Take words of a table for a text in the site's main language."""
    return Text.model_validate({site.main_language: words}) if words else None


def _partial(day: date) -> PartialDate:
    return PartialDate(year=day.year, month=day.month, day=day.day)
