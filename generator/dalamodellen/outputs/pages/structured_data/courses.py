# SPDX-License-Identifier: EUPL-1.2
"""Courses, the times they are given, and events, in the words of schema.org."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import time

from dalamodellen.model.course import Course, CourseStatus, CourseType, Event, InstanceStatus
from dalamodellen.model.glossary import Topic
from dalamodellen.model.money import Money
from dalamodellen.model.occasion import Occasion
from dalamodellen.model.period import PartialDate
from dalamodellen.model.project import Project
from dalamodellen.outputs.pages.page import Page, uri_of
from dalamodellen.outputs.pages.structured_data.block import (
    Node,
    address_of,
    day,
    name_of,
    node,
    price,
    words,
)
from dalamodellen.outputs.pages.structured_data.lessons import audience
from dalamodellen.outputs.pages.structured_data.organisations import named_organisation
from dalamodellen.outputs.words import label

_SCHEMA = "https://schema.org/"
_AVAILABILITY = {InstanceStatus.OPEN: "InStock", InstanceStatus.FULL: "SoldOut"}
"""Whether a seat can be had; of what is only planned nobody can say."""
MOST_INSTANCES = 30
"""A page tells of so many times to come; the calendar beside it holds them all."""


def course_node(page: Page, course: Course, coming: Iterable[Occasion]) -> Node:
    """Say what a course teaches, who gives it, what it costs, and when it is given.

    Args:
        page: The course's page.
        course: The course.
        coming: Its times that are not over, the cancelled ones too.
    """
    topic = page.site.get("topic", course.topic)
    is_open = course.status is not CourseStatus.ENDED
    # What has a day can be written as a date; the rest only the page can tell.
    times = [one for one in coming if day(one.start)][:MOST_INSTANCES]
    return node(
        "Course",
        name=name_of(page, course.title),
        description=words(page, course.summary),
        url=address_of(page, page.uri),
        provider=named_organisation(page, course.provider),
        inLanguage=[one.value for one in course.languages],
        educationalLevel=label("level", course.level, page.language) if course.level else "",
        coursePrerequisites=words(page, course.prerequisites),
        teaches=[words(page, outcome) for outcome in course.outcomes],
        about=node("Thing", name=words(page, topic.title)) if isinstance(topic, Topic) else None,
        audience=audience(page, course.audience),
        educationalAlignment=[*_fields_of_education(page, course), *_skills(course)],
        timeRequired=_duration(course),
        offers=_offer(page, course.price) if is_open else None,
        hasCourseInstance=[
            _occasion_node(page, one, "CourseInstance", course.price)
            for one in times
            if course.type is CourseType.OPEN
        ],
    )


def event_nodes(page: Page, event: Event, coming: Iterable[Occasion]) -> list[Node]:
    """Say what happens at an event, for each time it is to come.

    Args:
        page: The event's page.
        event: The event.
        coming: Its times that are not over, the cancelled ones too.
    """
    project = page.site.get("project", event.project)
    owner = project.owner if isinstance(project, Project) else None
    return [
        {
            **_occasion_node(page, one, "EducationEvent", None),
            "name": name_of(page, event.title),
            **({"description": told} if (told := words(page, event.summary)) else {}),
            **({"organizer": named} if (named := named_organisation(page, owner)) else {}),
        }
        for one in [one for one in coming if day(one.start)][:MOST_INSTANCES]
    ]


def _occasion_node(page: Page, occasion: Occasion, kind: str, usual: Money | None) -> Node:
    """Say when and where something is, and whether a seat can be had.

    Args:
        page: The page of the course or event.
        occasion: One time.
        kind: The type it has at schema.org.
        usual: What the course costs, which need not be told again.
    """
    is_cancelled = occasion.status is InstanceStatus.CANCELLED
    uri = uri_of(*occasion.key) + (f"#{occasion.anchor}" if occasion.anchor else "")
    has_place = bool(occasion.municipality or occasion.address)
    mode = "onsite" if not occasion.is_online else "blended" if has_place else "online"
    attendance = {"onsite": "Offline", "online": "Online", "blended": "Mixed"}[mode]
    return node(
        kind,
        url=address_of(page, uri),
        courseMode=mode if kind == "CourseInstance" else "",
        startDate=_moment(occasion.start, occasion.start_time),
        endDate=_moment(occasion.end or occasion.start, occasion.end_time),
        eventStatus=f"{_SCHEMA}{'EventCancelled' if is_cancelled else 'EventScheduled'}",
        eventAttendanceMode=f"{_SCHEMA}{attendance}EventAttendanceMode",
        location=[
            *([_place(page, occasion)] if has_place else []),
            *([node("VirtualLocation", url=address_of(page, uri))] if occasion.is_online else []),
        ],
        maximumAttendeeCapacity=occasion.seats,
        inLanguage=occasion.language.value if occasion.language else "",
        offers=None if is_cancelled else _seat(page, occasion, usual),
    )


def _seat(page: Page, occasion: Occasion, usual: Money | None) -> Node | None:
    """Say how to book a seat; on a demonstration site nothing can be booked."""
    cost = occasion.price if occasion.price != usual else None
    if page.site.settings.is_example:
        return _offer(page, cost)
    available = _AVAILABILITY.get(occasion.status, "")
    return _offer(
        page,
        cost,
        url=occasion.booking_url or "",
        availability=f"{_SCHEMA}{available}" if available else "",
        validThrough=day(occasion.last_booking_day),
    )


def _offer(page: Page, money: Money | None, **more: str) -> Node | None:
    del page
    said = {name: value for name, value in {**price(money), **more}.items() if value}
    if not said:
        return None
    category = ("Free" if money.amount == 0 else "Paid") if money else ""
    return node("Offer", category=category, **said)


def _place(page: Page, occasion: Occasion) -> Node:
    place = page.site.codes.places.get(occasion.municipality or "")
    address = words(page, occasion.address)
    access = words(page, occasion.access)
    return node(
        "Place",
        name=address or (place.name if place else ""),
        address=node(
            "PostalAddress",
            streetAddress=address,
            addressLocality=place.name if place else "",
            addressCountry=place.country.value if place else "",
        ),
        amenityFeature=node("LocationFeatureSpecification", name=access, value=True)
        if access
        else None,
    )


def _moment(when: PartialDate, at: time | None) -> str:
    """Write when something begins or ends, as clocks show it where it is held."""
    whole = day(when)
    return f"{whole}T{at:%H:%M}" if whole and at is not None else whole


def _duration(course: Course) -> str:
    if course.minutes:
        return f"PT{course.minutes}M"
    return f"PT{int(course.hours * 60)}M" if course.hours else ""


def _fields_of_education(page: Page, course: Course) -> list[Node]:
    fields = page.site.codes.education_fields
    return [
        node(
            "AlignmentObject",
            alignmentType="educationalSubject",
            educationalFramework="ISCED-F 2013",
            targetName=f"{code} {fields[code].title_en}" if code in fields else code,
        )
        for code in course.isced_f
    ]


def _skills(course: Course) -> list[Node]:
    found = [
        node(
            "AlignmentObject",
            alignmentType="teaches",
            educationalFramework="ESCO",
            targetUrl=str(skill),
        )
        for skill in course.esco
    ]
    if course.seqf_level is not None:
        found.append(
            node(
                "AlignmentObject",
                alignmentType="educationalLevel",
                educationalFramework="SeQF",
                targetName=f"SeQF {course.seqf_level}",
            )
        )
    return found
