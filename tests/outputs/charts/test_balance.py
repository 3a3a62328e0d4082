# SPDX-License-Identifier: EUPL-1.2
"""Balance in words: the band is 40 to 60, and no number is said that is not in the table."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dalamodellen.model.equality import balance_of
from dalamodellen.model.indicator import ChartKind, Counts
from dalamodellen.outputs.charts.balance import (
    band_words,
    describe_resource,
    describe_row,
)
from dalamodellen.outputs.charts.spec import (
    Cell,
    CellState,
    Chart,
    ChartUnit,
    Row,
    Series,
    Words,
    known,
)
from dalamodellen.outputs.charts.table import render_csv, tabulate

LANGUAGES = ("sv", "nb", "en")
NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
HIDDEN = Cell(None, CellState.SUPPRESSED)
some = st.integers(0, 400)


def chart_of(
    *rows: tuple[Cell, ...], language: str = "sv", unit: ChartUnit = ChartUnit.NUMBER
) -> Chart:
    names = ("women", "men", "other")[: len(rows[0])]
    return Chart(
        id="c",
        kind=ChartKind.SEXES_WITHIN,
        language=language,
        subject=Words("S"),
        counts=Counts.PEOPLE,
        unit=unit,
        series=tuple(Series(name, Words(name)) for name in names),
        rows=tuple(Row(Words(f"grupp {'abc'[n]}"), cells) for n, cells in enumerate(rows)),
    )


def said(*cells: Cell, language: str = "sv") -> str:
    chart = chart_of(cells, language=language)
    return describe_row(chart, chart.rows[0]).replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("women", "men", "other", "fewer", "gap"),
    [
        (40, 60, 0, "women", "0.0"),
        (60, 40, 0, "men", "0.0"),
        (39, 61, 0, "women", "1.0"),
        (61, 39, 0, "men", "1.0"),
        (50, 50, 0, "women", "0.0"),
        (38, 38, 24, "women", "2.0"),
        (0, 7, 0, "women", "40.0"),
    ],
)
def test_the_band_is_from_forty_to_sixty_of_all(
    women: int, men: int, other: int, fewer: str, gap: str
) -> None:
    found = balance_of(Decimal(women), Decimal(men), Decimal(other))
    assert found is not None
    assert (found.fewer, found.gap) == (fewer, Decimal(gap))


def test_nobody_has_no_balance() -> None:
    assert balance_of(Decimal(0), Decimal(0)) is None


def test_words_in_three_languages() -> None:
    assert [said(known(5), known(11), language=one) for one in LANGUAGES] == [
        "Grupp a: 31,2 % kvinnor och 68,8 % män. Kvinnornas andel är 8,8 procentenheter under 40 %.",
        "Grupp a: 31,2 % kvinner og 68,8 % menn. Kvinnenes andel er 8,8 prosentpoeng under 40 %.",
        "Grupp a: 31.2% women and 68.8% men. The women’s share is 8.8 percentage points below 40%.",
    ]
    assert [said(known(14), known(6), known(0), language=one) for one in LANGUAGES] == [
        "Grupp a: 70 % kvinnor och 30 % män. Männens andel är 10 procentenheter under 40 %.",
        "Grupp a: 70 % kvinner og 30 % menn. Mennenes andel er 10 prosentpoeng under 40 %.",
        "Grupp a: 70% women and 30% men. The men’s share is 10 percentage points below 40%.",
    ]
    assert [said(known(5), known(5), language=one) for one in LANGUAGES] == [
        "Grupp a: 50 % kvinnor och 50 % män. Båda är mellan 40 och 60 %.",
        "Grupp a: 50 % kvinner og 50 % menn. Begge er mellom 40 og 60 %.",
        "Grupp a: 50% women and 50% men. Both are between 40 and 60%.",
    ]


def test_hidden_missing_and_nobody_read_differently() -> None:
    assert said(HIDDEN, HIDDEN) == "Grupp a: talen är dolda, för att ingen ska kunna kännas igen."
    assert said(known(9), HIDDEN) == said(HIDDEN, HIDDEN)
    assert said(Cell(), known(9)) == "Grupp a: antalet framgår inte av våra källor."
    assert said(known(9), known(9), Cell()) == said(Cell(), known(9))
    assert said(known(0), known(0)) == "Grupp a: ingen person."


def test_what_is_got_is_held_against_the_share_of_the_people() -> None:
    people, hours = (known(60), known(40)), (known(45), known(55))
    chart = chart_of(people, hours, people, unit=ChartUnit.PERCENT)
    first, second, third = chart.rows
    told = [
        describe_resource(chart, *pair).replace("\N{NO-BREAK SPACE}", " ")
        for pair in ((first, second), (second, first), (first, third))
    ]
    assert told == [
        "Grupp b: kvinnorna är 60 % av gruppen och fick 45 %, 15 procentenheter mindre än deras andel.",
        "Grupp a: kvinnorna är 45 % av gruppen och fick 60 %, 15 procentenheter mer än deras andel.",
        "Grupp c: kvinnorna är 60 % av gruppen och fick 60 %, lika mycket som deras andel.",
    ]


def test_the_csv_names_the_balance_of_each_row_and_none_where_it_is_hidden() -> None:
    chart = chart_of((known(5), known(15)), (known(8), known(8)), (HIDDEN, HIDDEN))
    lines = render_csv(chart).removeprefix("\ufeff").split("\r\n")
    assert lines[0] == "row,women,women_state,men,men_state,balance"
    assert [line.rpartition(",")[2] for line in lines[1:4]] == ["women_below_40", "within", ""]


@given(some, some, some, st.sampled_from(LANGUAGES))
def test_no_number_is_said_that_is_not_in_the_table(
    women: int, men: int, other: int, language: str
) -> None:
    chart = chart_of((known(women), known(men), known(other)), language=language)
    row = chart.rows[0]
    band = band_words(chart, row)
    table = " ".join(cell.text for cell in tabulate(chart).rows[0].cells)
    in_table = {*NUMBER.findall(table), *NUMBER.findall(band.text if band else "")}
    assert set(NUMBER.findall(describe_row(chart, row))) <= in_table


@given(some, some, some)
def test_it_is_even_just_when_both_shares_that_are_shown_are_in_the_band(
    women: int, men: int, other: int
) -> None:
    found = balance_of(Decimal(women), Decimal(men), Decimal(other))
    if found is None:
        assert women + men + other == 0
        return
    assert found.is_even == all(40 <= share <= 60 for share in (found.women, found.men))
    assert found.gap == max(Decimal(0), 40 - min(found.women, found.men))
