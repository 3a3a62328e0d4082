# SPDX-License-Identifier: EUPL-1.2
"""Rows of tables: names, days and numbers, and the same mistake on every row."""

from __future__ import annotations

import time

import pytest

from conftest import HANGING, TODAY, SmallSite
from dalamodellen.inputs.loader import load_site
from dalamodellen.inputs.repeats import MOST_ALIKE

COURSE = "title: T\ntype: open\nsummary: S\n"
PROJECT = (
    "title: T\nsummary: S\ngoals: [{id: nytta, title: Nytta, source: kalla}]\n"
    "target_groups: [{id: alla, title: alla}]\n"
)
DOCUMENT = "title: Källa\nkind: report\n"


def told(small_site: SmallSite, instances: str) -> list[tuple[str, int, int]]:
    root = small_site({"data/courses/k.yml": COURSE, "data/instances/k.csv": instances})
    _, issues = load_site(root, today=TODAY)
    return [
        (issue.code, issue.source.line, issue.source.column)
        for issue in issues
        if issue.source.path.endswith(".csv")
    ]


def observed(small_site: SmallSite, rows: str) -> list[tuple[str, int, int]]:
    root = small_site(
        {
            "data/projects/p.yml": PROJECT,
            "data/documents/kalla.yml": DOCUMENT,
            "data/observations/p.csv": f"indicator,period,value,women,men,other\n{rows}",
        }
    )
    _, issues = load_site(root, today=TODAY)
    return [
        (issue.code, issue.source.line, issue.source.column)
        for issue in issues
        if issue.source.path.endswith(".csv")
    ]


def test_a_right_row_is_not_told(small_site: SmallSite) -> None:
    rows = "id,start,end,last_booking_day,seats\na,2027-03-10,2027-03-11,2027-03-10,0\n"
    assert told(small_site, rows) == []


@pytest.mark.parametrize(
    ("rows", "issues"),
    [
        ("id,start\na,2027\na,2028\n", [("duplicate-row", 3, 1)]),
        ("id,start\n../a,2027\n", [("invalid-row-id", 2, 1)]),
        ("id,start,seats\na,2027,-1\n", [("negative-number", 2, 8)]),
        ("id,start,seats\na,2027,1_0\n", [("not-a-number", 2, 8)]),
        ("id,start,seats\na,2027,٣\n", [("not-a-number", 2, 8)]),
        ("id,start,end\na,2027-03-10,2027-03-09\n", [("period-backwards", 2, 14)]),
        ("id,start,last_booking_day\na,2027-03-10,2027-03-11\n", [("booking-after-start", 2, 14)]),
        # Half-known days may be right.
        ("id,start,last_booking_day,end\na,2027-03,2027-03-31,2027\n", []),
    ],
)
def test_a_row_that_cannot_be_right_is_told_at_its_cell(
    small_site: SmallSite, rows: str, issues: list[tuple[str, int, int]]
) -> None:
    assert told(small_site, rows) == issues


@pytest.mark.parametrize(
    ("row", "issues"),
    [
        ("nytta,2013,10,4,6,\n", []),
        ("nytta,2013,10,4,,\n", []),
        ("nytta,2013,10,4,5,1\n", []),
        ("nytta,2013,10,4,5,\n", [("sexes-differ", 2, 12)]),
        ("nytta,2013,10,11,,\n", [("sexes-differ", 2, 12)]),
        ("nytta,2013,10,-4,14,\n", [("negative-number", 2, 15)]),
    ],
)
def test_women_men_and_others_agree_with_the_number_they_split(
    small_site: SmallSite, row: str, issues: list[tuple[str, int, int]]
) -> None:
    assert observed(small_site, row) == issues


def test_the_same_mistake_on_fifty_thousand_rows_is_told_twenty_times_and_counted(
    small_site: SmallSite,
) -> None:
    started = time.perf_counter()
    issues = observed(small_site, "nytte,2013,1,,,\n" * 50_000)
    # No measurement: it took minutes once, and takes seconds now.
    assert time.perf_counter() - started < HANGING
    assert issues[0] == ("and-more", 1, 1)
    assert issues[1:] == [("unknown-goal", line, 1) for line in range(2, MOST_ALIKE + 2)]
