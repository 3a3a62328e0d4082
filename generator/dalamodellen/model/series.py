# SPDX-License-Identifier: EUPL-1.2
"""From a row that comes again to a course instance for each time it does."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, TypeVar

from dalamodellen.model.course import CourseInstance
from dalamodellen.model.period import PartialDate
from dalamodellen.model.recurrence import days_of

Tied = TypeVar("Tied")
"""Something that goes with a row, such as its place in the file."""
_OF_THE_SERIES = {"repeats": None, "until": None, "times": None, "except_days": ()}


def each_time(row: CourseInstance) -> list[CourseInstance]:
    """Give a course instance for each time a row stands for; itself, where it does not repeat.

    The name of each is the row's with its day after it, so that it never changes. The last day
    to book is worked out where the row says how many days before it is.
    """
    first = whole_day(row.start)
    if row.repeats is None or first is None or not (row.until or row.times):
        return [_with_booking_day(row)]
    until = row.until.last_day if row.until else None
    but = [day for one in row.except_days if (day := one.first_day)]
    days = days_of(row.repeats, first, until=until, times=row.times, but=but)
    return [_with_booking_day(_moved(row, first, day)) for day in days]


def spread_rows(rows: Sequence[tuple[CourseInstance, Tied]]) -> list[tuple[CourseInstance, Tied]]:
    """Give every time of every row, each with what goes with its row.

    A row whose name is that of one time of a series stands instead of it: so one time is moved,
    or cancelled.
    """
    named = {row.id for row, _ in rows if row.repeats is None}
    return [
        (one, tied)
        for row, tied in rows
        for one in each_time(row)
        if row.repeats is None or one.id not in named
    ]


def whole_day(when: PartialDate | None) -> date | None:
    """Give the day of a date of which all parts are known; None for others."""
    return when.first_day if when is not None and when.is_whole else None


def _moved(row: CourseInstance, first: date, day: date) -> CourseInstance:
    changes: dict[str, Any] = {
        **_OF_THE_SERIES,
        "id": f"{row.id}-{day.isoformat()}",
        "start": _partial(day),
    }
    if last := whole_day(row.end):
        changes["end"] = _partial(day + (last - first))
    return row.model_copy(update=changes)


def _with_booking_day(row: CourseInstance) -> CourseInstance:
    first = whole_day(row.start)
    if row.book_days_before is None or row.last_booking_day or first is None:
        return row
    day = first - timedelta(days=row.book_days_before)
    return row.model_copy(update={"last_booking_day": _partial(day)})


def _partial(day: date) -> PartialDate:
    return PartialDate(year=day.year, month=day.month, day=day.day)
