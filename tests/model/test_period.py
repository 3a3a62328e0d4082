# SPDX-License-Identifier: EUPL-1.2
"""Dates as sources state them: kept as they are, ordered the same way every time."""

from __future__ import annotations

from datetime import date

import pytest
from pydantic import ValidationError

from dalamodellen.model.period import PartialDate, Period


def partial(words: str) -> PartialDate:
    return PartialDate.model_validate(words)


def period(words: object) -> Period:
    return Period.model_validate(words)


def problem(model: type[PartialDate | Period], words: object) -> tuple[str, dict[str, object]]:
    with pytest.raises(ValidationError) as caught:
        model.model_validate(words)
    detail = caught.value.errors()[0]
    return detail["type"], detail["ctx"]


@pytest.mark.parametrize(
    ("written", "year", "month", "day"),
    [
        ("2009-08-01", 2009, 8, 1),
        ("2009-08", 2009, 8, None),
        ("2009", 2009, None, None),
        ("--08-01", None, 8, 1),
        ("--08", None, 8, None),
        ("1 augusti", None, 8, 1),
        ("1 augusti 2009", 2009, 8, 1),
        ("1. august 2009", 2009, 8, 1),
        ("31 December 1999", 1999, 12, 31),
        ("september", None, 9, None),
        ("September 2010", 2010, 9, None),
        ("desember 2010", 2010, 12, None),
        ("29 februari", None, 2, 29),
        ("29 februari 2012", 2012, 2, 29),
        (" 2009 ", 2009, None, None),
        ("okänd", None, None, None),
        ("Okänt", None, None, None),
        ("ukjent", None, None, None),
        ("unknown", None, None, None),
    ],
)
def test_a_date_keeps_the_parts_its_source_states(
    written: str, year: int | None, month: int | None, day: int | None
) -> None:
    assert partial(written) == PartialDate(year=year, month=month, day=day)


@pytest.mark.parametrize(
    "written",
    ["", "hösten 2012", "12/5", "20120105", "snart", "2012-01-01T10:00", "1 xember"],
)
def test_words_that_are_no_date_are_told_as_they_were_written(written: str) -> None:
    assert problem(PartialDate, written) == ("invalid-date", {"name": written})


@pytest.mark.parametrize(
    ("written", "code", "meant", "other"),
    [
        ("45000", "date-as-number", "2023-03-15", None),
        ("46456,75", "date-as-number", "2027-03-10", None),
        ("25.3.2027", "date-as-shown", "2027-03-25", "2027-03-25"),
        ("10.3.2027", "date-as-shown", "2027-03-10", "2027-03-10"),
        ("3/25/2027", "date-as-shown", "2027-03-25", "2027-03-25"),
        ("2012-1-5", "date-as-shown", "2012-01-05", "2012-01-05"),
        ("2027-03-10 00:00:00", "date-as-shown", "2027-03-10", "2027-03-10"),
        ("10/3/2027", "ambiguous-date", "2027-03-10", "2027-10-03"),
        ("3/3/27", "date-as-shown", "2027-03-03", "2027-03-03"),
    ],
)
def test_a_date_as_a_spreadsheet_writes_it_is_told_with_the_day_it_means(
    written: str, code: str, meant: str, other: str | None
) -> None:
    values = {"given": written, "meant": meant} | ({"other": other} if other else {})
    assert problem(PartialDate, written) == (code, values)


@pytest.mark.parametrize("written", ["31/31/2027", "99.99.2027", "10000", "80000", "2027.03"])
def test_numbers_that_can_be_no_day_of_a_spreadsheet_are_no_date(written: str) -> None:
    assert problem(PartialDate, written)[0] == "invalid-date"


@pytest.mark.parametrize(
    "written",
    ["2012-02-30", "2011-02-29", "2012-13", "2012-00", "0999", "2201", "2012-04-31", "2012-04-00"],
)
def test_a_date_that_does_not_exist_is_told_as_it_was_written(written: str) -> None:
    assert problem(PartialDate, written) == ("impossible-date", {"name": written})


@pytest.mark.parametrize("written", ["31 april", "32 augusti 2009", "30 februari"])
def test_a_date_in_words_that_does_not_exist_is_told_in_those_words(written: str) -> None:
    assert problem(PartialDate, written) == ("impossible-date", {"name": written})


@pytest.mark.parametrize(
    ("written", "iso", "first", "last"),
    [
        ("2012-02", "2012-02", date(2012, 2, 1), date(2012, 2, 29)),
        ("2011", "2011", date(2011, 1, 1), date(2011, 12, 31)),
        ("2012-06-30", "2012-06-30", date(2012, 6, 30), date(2012, 6, 30)),
        ("1 augusti", "--08-01", None, None),
        ("september", "--09", None, None),
        ("okänd", "", None, None),
    ],
)
def test_a_date_spans_the_days_it_can_mean(
    written: str, iso: str, first: date | None, last: date | None
) -> None:
    when = partial(written)
    assert (when.iso, when.first_day, when.last_day) == (iso, first, last)


def test_a_day_counts_as_whole_only_with_its_year_and_month() -> None:
    written = ["2012-01-01", "2012-01", "2012", "1 augusti", "okänd"]
    assert [partial(words).is_whole for words in written] == [True, False, False, False, False]
    assert [partial(words).is_unknown for words in written] == [False, False, False, False, True]


def test_dates_without_a_year_come_last_and_the_order_is_always_the_same() -> None:
    expected = ["2009", "2009-08", "2009-08-01", "2010", "okänd", "1 augusti", "september"]
    for start in range(len(expected)):
        mixed = expected[start:] + expected[:start]
        assert sorted(map(partial, mixed)) == [partial(words) for words in expected]


@pytest.mark.parametrize(
    ("written", "start", "end", "is_open"),
    [
        ("2012-01-01/2014-06-30", "2012-01-01", "2014-06-30", False),
        ("2012 till 2014", "2012", "2014", False),
        ("2012 til 2014", "2012", "2014", False),
        ("2012 to 2014", "2012", "2014", False),
        ("2012–2014", "2012", "2014", False),
        ("1 augusti – september", "1 augusti", "september", False),
        ("2012", "2012", "2012", False),
        ("2020-08/..", "2020-08", "okänd", True),
        ("2020-08/", "2020-08", "okänd", True),
        ("2012/okänd", "2012", "okänd", False),
        ("okänd", "okänd", "okänd", False),
    ],
)
def test_a_period_has_the_ends_its_source_states(
    written: str, start: str, end: str, *, is_open: bool
) -> None:
    assert period(written) == Period(start=partial(start), end=partial(end), is_open=is_open)


def test_a_period_may_be_written_as_its_two_ends() -> None:
    assert period({"start": "2012-01-01"}) == Period(start=partial("2012-01-01"))
    assert period({"start": "2012", "end": "2014"}) == period("2012/2014")


def test_a_period_whose_ends_are_both_unknown_is_unknown() -> None:
    assert [period(words).is_unknown for words in ("okänd", "okänd/2012", "2012/..")] == [
        True,
        False,
        False,
    ]


@pytest.mark.parametrize("written", ["2014/2012", "2014-06-30/2014-06-29", "2014-02/2014-01-31"])
def test_a_period_that_ends_before_it_begins_is_told_with_both_ends(written: str) -> None:
    start, end = written.split("/")
    assert problem(Period, written) == ("period-backwards", {"start": start, "end": end})


@pytest.mark.parametrize("written", ["2014-06/2014", "2014/2014-01-01", "--09/--08", "2014/--01"])
def test_a_period_that_may_be_the_right_way_round_is_let_be(written: str) -> None:
    start, end = written.split("/")
    assert period(written) == Period(start=partial(start), end=partial(end))


def test_a_period_that_lacks_its_start_is_told_as_it_was_written() -> None:
    assert problem(Period, "/2014") == ("invalid-date", {"name": "/2014"})


@pytest.mark.parametrize(
    ("written", "start", "end"),
    [
        ("2023-Q1", "2023-01", "2023-03"),
        ("2023 K2", "2023-04", "2023-06"),
        ("2023 kv 3", "2023-07", "2023-09"),
        ("2023 kv. 4", "2023-10", "2023-12"),
        ("2023Q4", "2023-10", "2023-12"),
        ("kv 1 2023", "2023-01", "2023-03"),
        ("Kvartal 1 2023", "2023-01", "2023-03"),
        ("1. kvartal 2023", "2023-01", "2023-03"),
        ("2023 H1", "2023-01", "2023-06"),
        ("2023-h2", "2023-07", "2023-12"),
        ("andra halvåret 2023", "2023-07", "2023-12"),
        ("første halvår 2023", "2023-01", "2023-06"),
    ],
)
def test_quarters_and_half_years_are_periods(written: str, start: str, end: str) -> None:
    found = period(written)
    assert (found.start.iso, found.end.iso) == (start, end)


@pytest.mark.parametrize("written", ["2023 K5", "2023 K0", "2023 H3"])
def test_a_fifth_quarter_is_an_impossible_date(written: str) -> None:
    assert problem(Period, written) == ("impossible-date", {"name": written})


def test_periods_are_ordered_by_their_last_day_then_their_first() -> None:
    written = ["2023 K4", "2024", "2023", "2023 K1", "okänd"]
    assert sorted(written, key=lambda one: period(one).order) == [
        "2023 K1",
        "2023",
        "2023 K4",
        "2024",
        "okänd",
    ]
