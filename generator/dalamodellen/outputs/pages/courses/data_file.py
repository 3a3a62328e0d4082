# SPDX-License-Identifier: EUPL-1.2
"""The courses as columns in one small file per language, for the filters of the catalogue."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from html import unescape
from typing import Any

from dalamodellen.model.course import Course, InstanceStatus
from dalamodellen.model.money import Money
from dalamodellen.model.occasion import Occasion
from dalamodellen.model.settings import EXAMPLE_MARK
from dalamodellen.outputs.output_file import OutputFile, page_url
from dalamodellen.outputs.pages.courses.choices import DATA, courses_ahead, undated
from dalamodellen.outputs.pages.courses.rows import clock
from dalamodellen.outputs.pages.page import Page, uri_of

_EPOCH = date(1970, 1, 1)
COSTS = ("fri", "kostar", "okand")
"""Free, not free, not known: the values of the filter for price."""


class _Named:
    """Values in the order they are first met; a value is told by its number."""

    def __init__(self) -> None:
        self.numbers: dict[Any, int] = {}

    def number(self, value: Any) -> int:
        """Give the number of a value, the same each time."""
        return self.numbers.setdefault(value, len(self.numbers))

    def __iter__(self) -> Any:
        return iter(self.numbers)


def render_course_data(page: Page) -> OutputFile:
    """Give one row for each course instance ahead and each course without a date, in columns.

    Days are counted from 1970-01-01, each from the one before it; a course without a day has
    none, and stands last. What is chosen by is a number in a list of values.
    """
    site = page.site
    ahead = [one for one in courses_ahead(site) if one.start.first_day]
    found: list[tuple[Course, Occasion | None]] = []
    for one in ahead:
        course = site.get(*one.key)
        if isinstance(course, Course):
            found.append((course, one))
    found += [(course, None) for course in undated(site)]
    text = json.dumps(_columns(page, found), ensure_ascii=False, separators=(",", ":"))
    return OutputFile(DATA, f"{text}\n", page.language)


def _columns(page: Page, found: Sequence[tuple[Course, Occasion | None]]) -> dict[str, Any]:
    courses, hours, places = _Named(), _Named(), _Named()
    statuses = list(InstanceStatus)
    rows: dict[str, list[Any]] = {
        name: [] for name in ("kurs", "dag", "dagar", "tid", "kommun", "natet", "status", "namn")
    }
    before = 0
    for course, one in found:
        price = one.price if one else course.price
        languages = (one.language,) if one and one.language else course.languages
        rows["kurs"].append(courses.number((course.id, price, languages)))
        if one is None:
            continue
        first = one.start.first_day or _EPOCH
        last = one.last_day or first
        day = (first - _EPOCH).days
        rows["dag"].append(day - before)
        before = day
        rows["dagar"].append((last - first).days)
        # Where the day itself is not known, the words for it stand instead of an hour.
        unsaid = "" if one.start.is_whole else f"={unescape(page.date(one.start))}"
        rows["tid"].append(hours.number(unsaid or clock(one.start_time, one.end_time)))
        rows["kommun"].append(places.number(one.municipality or ""))
        rows["natet"].append(int(one.is_online))
        rows["status"].append(statuses.index(one.status))
        rows["namn"].append(one.name)
    mark = {"about": EXAMPLE_MARK} if page.site.settings.is_example else {}
    return {
        **mark,
        "courses": [_course(page, *told) for told in courses],
        "places": [_place(page, place) for place in places],
        "hours": list(hours),
        "statuses": [page.label("instance_status", one) for one in statuses],
        "cancelled": statuses.index(InstanceStatus.CANCELLED),
        "rows": rows,
    }


def _course(page: Page, name: str, price: Money | None, languages: Sequence[str]) -> list[Any]:
    """Give way, title, its language, topic, type, level, cost, price, languages and industries."""
    course = page.site.get("course", name)
    assert isinstance(course, Course)  # noqa: S101 - undated and ahead name courses only
    cost = COSTS[2] if price is None else COSTS[1] if price.amount else COSTS[0]
    return [
        page_url(uri_of("course", name)),
        page.plain(course.title),
        page.language_of(course.title),
        course.topic or "",
        course.type.value,
        course.level.value if course.level else "",
        cost,
        unescape(page.money(price)) if price else "",
        [str(one) for one in languages],
        list(course.industries),
    ]


def _place(page: Page, place_id: str) -> list[str]:
    """Give id, name and county of a place; all empty where a course is in none."""
    place = page.site.codes.places.get(place_id)
    return [place.id, place.name, f"{place.country}{place.county_code}"] if place else ["", "", ""]
