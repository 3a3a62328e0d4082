# SPDX-License-Identifier: EUPL-1.2
"""What comes again becomes a course instance for each day, under a name that never changes."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest
from pydantic import ValidationError

from dalamodellen.model.course import CourseInstance, InstanceStatus
from dalamodellen.model.period import PartialDate
from dalamodellen.model.recurrence import MOST_TIMES, days_of
from dalamodellen.model.series import each_time, spread_rows


def row(**fields: Any) -> CourseInstance:
    return CourseInstance.model_validate({"id": "kvall", "start": "2027-03-03", **fields})


def problem(**fields: Any) -> str:
    with pytest.raises(ValidationError) as caught:
        row(**fields)
    return caught.value.errors()[0]["type"]


def days(found: list[CourseInstance]) -> list[str]:
    return [one.start.iso for one in found]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("18:00", time(18)),
        ("18.30", time(18, 30)),
        ("9", time(9)),
        ("kl 18", time(18)),
        ("kl. 8.15", time(8, 15)),
        ("18:00:00", time(18)),
        ("00:00", time(0)),
    ],
)
def test_a_time_is_read_as_people_and_spreadsheets_write_it(written: str, read: time) -> None:
    assert row(start_time=written).start_time == read


@pytest.mark.parametrize("written", ["24:00", "18:60", "kväll", "0,75", "18-20", "6 pm", ""])
def test_words_that_are_no_time_of_day_are_told(written: str) -> None:
    assert problem(start_time=written) == "not-a-time"


@pytest.mark.parametrize(
    "rule",
    [
        "varje vecka",
        "FREQ=HOURLY",
        "FREQ=WEEKLY;COUNT=3",
        "FREQ=WEEKLY;UNTIL=20270401",
        "FREQ=WEEKLY;INTERVAL=0",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=OFTEN",
        "EXRULE:FREQ=DAILY",
    ],
)
def test_a_rule_we_cannot_follow_is_told(rule: str) -> None:
    assert problem(repeats=rule) == "unknown-repeat"


def test_a_weekly_course_is_on_each_week_but_those_left_out() -> None:
    found = each_time(
        row(repeats="weekly", until="2027-04-07", except_days="2027-03-10 2027-03-31", seats="12")
    )
    assert days(found) == ["2027-03-03", "2027-03-17", "2027-03-24", "2027-04-07"]
    assert [one.id for one in found][:2] == ["kvall-2027-03-03", "kvall-2027-03-17"]
    assert {one.seats for one in found} == {12}
    assert {one.repeats for one in found} == {None}


def test_a_rule_of_icalendar_gives_the_first_tuesday_of_each_month() -> None:
    found = each_time(row(start="2027-01-01", repeats="FREQ=MONTHLY;BYDAY=1TU", times="3"))
    assert days(found) == ["2027-01-05", "2027-02-02", "2027-03-02"]


def test_each_time_lasts_as_long_and_is_booked_as_many_days_before() -> None:
    found = each_time(row(end="2027-03-04", repeats="weekly", times="2", book_days_before="7"))
    assert [one.end for one in found] == [PartialDate(year=2027, month=3, day=d) for d in (4, 11)]
    assert [one.last_booking_day and one.last_booking_day.iso for one in found] == [
        "2027-02-24",
        "2027-03-03",
    ]


def test_a_last_day_to_book_that_is_written_stands() -> None:
    only = each_time(row(last_booking_day="2027-02-01", book_days_before="7"))[0]
    assert only.last_booking_day == PartialDate(year=2027, month=2, day=1)


def test_a_row_with_the_name_of_one_time_stands_instead_of_it() -> None:
    moved = row(id="kvall-2027-03-10", start="2027-03-11", status="cancelled")
    found = spread_rows([(row(repeats="weekly", times="2"), "rad 2"), (moved, "rad 3")])
    assert [(one.id, one.start.iso, tied) for one, tied in found] == [
        ("kvall-2027-03-03", "2027-03-03", "rad 2"),
        ("kvall-2027-03-10", "2027-03-11", "rad 3"),
    ]
    assert found[1][0].status is InstanceStatus.CANCELLED


def test_what_does_not_repeat_or_has_no_end_yet_is_itself() -> None:
    for one in (row(), row(repeats="weekly"), row(start="2027-03", repeats="weekly", times="2")):
        assert each_time(one) == [one]


def test_ten_years_of_a_weekly_series_are_all_there_and_an_endless_rule_ends() -> None:
    ten_years = each_time(row(repeats="weekly", until="2037-03-03"))
    assert len(ten_years) == 522
    assert len(days_of("FREQ=DAILY", date(2027, 1, 1), until=None, times=None)) == MOST_TIMES
    never = "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"
    assert days_of(never, date(2027, 1, 1), until=None, times=None) == []
