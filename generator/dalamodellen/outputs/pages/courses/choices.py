# SPDX-License-Identifier: EUPL-1.2
"""What a reader can choose among courses: a page for each topic and place that has any to come."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from dalamodellen.model.alphabet import sort_key
from dalamodellen.model.course import Course, CourseStatus, CourseType
from dalamodellen.model.occasion import Occasion, occasions
from dalamodellen.model.site import Site

CATALOGUE = "kurser/index.md"
CALENDAR = "kalender/index.md"
DATA = "kurser/kurser.json"


class Dimension(StrEnum):
    """What a page of courses is chosen by; the value is the folder of such pages."""

    TOPIC = "amne"
    MUNICIPALITY = "kommun"
    ONLINE = "pa-natet"


@dataclass(frozen=True)
class Choice:
    """The course instances to come on a topic, in a municipality, or online. Never empty."""

    dimension: Dimension
    value: str
    """Id of the topic or place; "" for those online."""
    found: tuple[Occasion, ...]
    near: tuple[Occasion, ...] = ()
    """In other municipalities of the same county."""

    @property
    def uri(self) -> str:
        """Where its page lies."""
        return "/".join(part for part in ("kurser", self.dimension, self.value, "index.md") if part)


@lru_cache(maxsize=4)
def all_occasions(site: Site) -> tuple[Occasion, ...]:
    """List all that has a date, by when it begins."""
    return tuple(occasions(site))


def shown_ahead(site: Site, found: Iterable[Occasion]) -> list[Occasion]:
    """Leave out what is over or was held; cancelled ones stay until their day, and say so."""
    return [one for one in found if one.status.value != "held" and not one.is_past(site.today)]


def courses_ahead(site: Site) -> list[Occasion]:
    """List the course instances that are still ahead, cancelled ones too."""
    return shown_ahead(site, (one for one in all_occasions(site) if one.kind is None))


def is_current(course: Course) -> bool:
    """Tell whether a course can still be given."""
    return course.status is not CourseStatus.ENDED


def undated(site: Site) -> list[Course]:
    """List what one can ask for though no day is set: bespoke courses, and open ones without dates."""
    dated = {one.key[1] for one in courses_ahead(site)}
    return [
        course
        for course in site.courses
        if is_current(course) and (course.type is CourseType.BESPOKE or course.id not in dated)
    ]


@lru_cache(maxsize=4)
def course_choices(site: Site) -> tuple[Choice, ...]:
    """List the choices that have courses to come: topics and places by name, then those online."""
    by_topic: dict[str, list[Occasion]] = defaultdict(list)
    by_place: dict[str, list[Occasion]] = defaultdict(list)
    online = []
    for one in courses_ahead(site):
        if one.topic and site.get("topic", one.topic):
            by_topic[one.topic].append(one)
        if one.municipality in site.codes.places:
            by_place[str(one.municipality)].append(one)
        if one.is_online:
            online.append(one)
    topics = [
        Choice(Dimension.TOPIC, topic.id, tuple(by_topic[topic.id]))
        for topic in site.topics
        if by_topic[topic.id]
    ]
    places = [
        Choice(Dimension.MUNICIPALITY, place, tuple(found), _near(site, place, by_place))
        for place, found in by_place.items()
    ]
    places.sort(key=lambda one: sort_key(site.place(one.value).name, site.read_in))
    nets = [Choice(Dimension.ONLINE, "", tuple(online))] if online else []
    return (*topics, *places, *nets)


def _near(site: Site, place_id: str, by_place: dict[str, list[Occasion]]) -> tuple[Occasion, ...]:
    here = site.place(place_id)
    found = [
        one
        for other, held in by_place.items()
        if other != place_id
        and (site.place(other).country, site.place(other).county_code)
        == (here.country, here.county_code)
        for one in held
    ]
    return tuple(sorted(found, key=lambda one: one.order))


def months_of(found: Iterable[Occasion]) -> dict[tuple[int, int], list[Occasion]]:
    """Part occasions by the year and month they begin in; what has no month is left out."""
    parted: dict[tuple[int, int], list[Occasion]] = defaultdict(list)
    for one in found:
        if one.start.year is not None and one.start.month is not None:
            parted[one.start.year, one.start.month].append(one)
    return dict(sorted(parted.items()))


def month_uri(year: int, month: int) -> str:
    """Give the uri of a month of the calendar."""
    return f"kalender/manad/{year:04}-{month:02}/index.md"


def has_calendar(site: Site) -> bool:
    """Tell whether anything has a date, so that there is a calendar."""
    return bool(site.events) or any(one.start.year for one in all_occasions(site))


def course_uris(site: Site) -> set[str]:
    """List the uris of choices and months: no promises, they go when nothing is left in them."""
    months = {month_uri(*month) for month in months_of(all_occasions(site))}
    return {choice.uri for choice in course_choices(site)} | months
