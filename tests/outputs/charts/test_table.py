# SPDX-License-Identifier: EUPL-1.2
"""A chart's table and CSV say the same as its specification, to people and to programs."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from decimal import Decimal

import pytest

from dalamodellen.model.indicator import ChartKind
from dalamodellen.model.money import Precision
from dalamodellen.outputs.charts.samples import hostile_charts, ordinary_charts
from dalamodellen.outputs.charts.spec import Cell, CellState, Chart, Row, Words, known
from dalamodellen.outputs.charts.table import Table, render_csv, tabulate

NO_BREAK = "\N{NO-BREAK SPACE}"


def _chart(kind: ChartKind, language: str = "sv") -> Chart:
    (found,) = [chart for chart in ordinary_charts(language) if chart.kind is kind]
    return found


def _plain(table: Table) -> list[list[str]]:
    head = [table.row_head.text, *(column.text for column in table.columns)]
    rows = [[row.head.text, *(cell.text for cell in row.cells)] for row in table.rows]
    return [[cell.replace(NO_BREAK, " ") for cell in line] for line in (head, *rows)]


def _read(chart: Chart) -> list[dict[str, str]]:
    text = render_csv(chart)
    assert text.startswith("\ufeff")
    assert text.endswith("\r\n")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_targets_stand_beside_outcomes_and_signs_say_why_there_is_no_number() -> None:
    table = tabulate(_chart(ChartKind.TARGETS))
    assert _plain(table) == [
        ["Mål", "Utfall", "Mål"],
        ["Kompetensmäklare som går utbildningen", "82", "minst 75"],
        ["Lärare som använder flexibla arbetssätt", "61", "minst 100"],
        ["Studie- och yrkesvägledare", "..", "minst 40"],
        ["Chefer", "x", "minst 10"],
    ]
    assert table.signs == (
        ".. betyder att uppgiften inte finns",
        "x betyder att talet är dolt: det gäller färre än 5 personer, eller skulle röja ett sådant tal",
    )
    sensitive = tabulate(replace(_chart(ChartKind.TARGETS), fewest=10))
    assert "det gäller färre än 10 personer" in sensitive.signs[1]


@pytest.mark.parametrize(
    ("language", "first"),
    [
        ("sv", ["Fonden", "14 334 182 kr"]),
        ("nb", ["Fonden", "14 334 182 svenske kroner"]),
        ("en", ["Fonden", "SEK 14,334,182"]),
    ],
)
def test_numbers_are_written_as_the_language_does(language: str, first: list[str]) -> None:
    assert _plain(tabulate(_chart(ChartKind.MONEY, language)))[1] == first


def test_shares_that_are_drawn_stand_after_the_numbers_they_come_from() -> None:
    assert _plain(tabulate(_chart(ChartKind.SEXES_WITHIN)))[1:3] == [
        ["Falköpinge", "120 (60 %)", "80 (40 %)"],
        ["Storbyn", "44 (41,9 %)", "61 (58,1 %)"],
    ]


def test_the_whole_stands_last_and_zero_has_its_sign() -> None:
    table = tabulate(_chart(ChartKind.PARTS))
    assert (_plain(table)[-1], table.signs) == (["Chefer", "–"], ("– betyder noll",))
    assert table.total is not None
    assert [table.total.head.text, table.total.cells[0].text] == ["Totalt", "147"]


def test_a_number_that_is_not_exact_has_its_word_and_a_row_its_source() -> None:
    parts = _chart(ChartKind.PARTS)
    cell = Cell(Decimal(1700), CellState.KNOWN, Precision.ALMOST, path="data/a.csv", line=7)
    (row,) = tabulate(replace(parts, rows=(Row(Words("Alla"), (cell,)),))).rows
    assert row.cells[0].text.replace(NO_BREAK, " ") == "närmare 1 700"
    assert row.sources == (("data/a.csv", 7),)


def test_every_table_has_as_many_cells_in_each_row_as_columns() -> None:
    for chart in (*ordinary_charts(), *(one for _, one in hostile_charts())):
        table = tabulate(chart)
        assert {len(row.cells) for row in table.rows} == {len(table.columns)}, chart.id


def test_the_csv_holds_plain_numbers_or_nothing_and_the_reason_beside() -> None:
    rows = _read(_chart(ChartKind.TARGETS))
    assert [(r["outcome"], r["outcome_state"], r["target"], r["operator"]) for r in rows] == [
        ("82", "", "75", "at_least"),
        ("61", "", "100", "at_least"),
        ("", "missing", "40", "at_least"),
        ("", "suppressed", "10", "at_least"),
    ]
    rows = _read(_chart(ChartKind.SHARE_OF_EACH_SEX))
    assert [(r["women"], r["men"], r["n"]) for r in rows] == [
        ("62.5", "48.1", "412"),
        ("31", "36.4", "412"),
        ("", "7.2", ""),
    ]


def test_the_csv_names_the_row_of_the_file_a_number_stands_on() -> None:
    cells = (known(12, "data/observations/a.csv", 3), known(9, "data/observations/a.csv", 3))
    chart = replace(_chart(ChartKind.HELD), rows=(Row(Words("Kurser"), cells),))
    assert _read(chart) == [
        {
            "row": "Kurser",
            "held": "12",
            "planned": "9",
            "source_path": "data/observations/a.csv",
            "source_line": "3",
        }
    ]


def test_days_and_statuses_are_told_in_the_csv_as_programs_want_them() -> None:
    rows = _read(_chart(ChartKind.TIME_LINE))
    assert [(r["period_from"], r["period_to"]) for r in rows][:3] == [
        ("2009-01-01", "2009-03-31"),
        ("2009-08-01", "2011-07-31"),
        ("2012-01", ""),
    ]
    assert _read(_chart(ChartKind.MATRIX))[0]["s1"] == "met"


def test_names_with_commas_quotes_and_formulas_are_only_names_in_the_csv() -> None:
    names = ['Mat, dryck och "mera"', "=1+1", "-5", "två\nrader"]
    rows = tuple(Row(Words(name), (known(1),)) for name in names)
    chart = replace(_chart(ChartKind.PARTS), rows=rows)
    assert [row["row"] for row in _read(chart)] == [names[0], "'=1+1", "'-5", names[3]]


def test_made_up_numbers_say_so_in_every_line_of_the_csv() -> None:
    lines = render_csv(_chart(ChartKind.PARTS), "EXEMPEL").splitlines()
    assert lines[0].endswith(",about")
    assert all(line.endswith(",EXEMPEL") for line in lines[1:])


def test_a_hidden_number_is_nowhere_in_table_or_csv() -> None:
    for name, chart in hostile_charts():
        if name == "suppressed":
            bare = replace(chart, rows=tuple(replace(r, n=None, target=None) for r in chart.rows))
            cells = [cell.text for row in tabulate(bare).rows for cell in row.cells]
            assert set(cells) == {"x"}, chart.id
            numbers = {row[one.id] for row in _read(bare) for one in chart.series}
            assert numbers == {""}, chart.id
