# SPDX-License-Identifier: EUPL-1.2
"""Tables as spreadsheets save them become rows with a period each, and keep their places."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from conftest import SmallSite
from dalamodellen.inputs.csv_reader import parse_csv
from dalamodellen.inputs.loader import load_site
from dalamodellen.inputs.text_reader import TextFile
from dalamodellen.inputs.wide_table import unfold_periods
from dalamodellen.model.indicator import Observation

PROJECT = """\
title: Kursen
summary: Kursen lärde ut bokföring.
goals: [{id: kurs, title: Timmar, counts: activities, accumulation: per_period, source: "ansokan, Mål"}]
"""
WIDE = "indicator;number;2023 K1;2023 kv 2\nkurs;value;1 040;3,5\nkurs;women;520;\n"


def unfolded(text: str) -> list[dict[str, object]]:
    file = TextFile("data/observations/kursen.csv", text, tuple(text.split("\n")))
    rows, issues = parse_csv(file)
    assert issues == []
    return [row.plain() for row in unfold_periods(rows, Observation.model_fields)]


def observed(root: Path) -> tuple[list[tuple[object, ...]], list[str]]:
    site, issues = load_site(root, today=date(2026, 11, 24))
    rows = [
        (row.period.start.iso, row.period.end.iso, row.value, row.women, str(source))
        for row, source in site.observations("kursen")
    ]
    return rows, [i.code for i in issues if i.source.path.startswith("data/observations")]


def test_a_column_for_each_period_becomes_a_row_for_each_with_its_line_and_column(
    small_site: SmallSite,
) -> None:
    files = {"data/projects/kursen.yml": PROJECT, "data/observations/kursen.csv": WIDE}
    rows, codes = observed(small_site(files))
    assert codes == []
    assert rows == [
        ("2023-01", "2023-03", Decimal(1040), Decimal(520), "data/observations/kursen.csv:2:12"),
        ("2023-04", "2023-06", Decimal("3.5"), None, "data/observations/kursen.csv:2:18"),
    ]


def test_women_and_men_on_lines_of_their_own_are_one_row() -> None:
    text = "indicator;number;2023\nkurs;value;10\nkurs;women;6\nkurs;men;4\n"
    about = {"indicator": "kurs", "period": "2023"}
    assert unfolded(text) == [{**about, "value": "10", "women": "6", "men": "4"}]


def test_without_the_column_number_the_numbers_are_values() -> None:
    text = "indicator;role;2023\nkurs;larare;10\nkurs;chefer;6\n"
    about = {"indicator": "kurs", "period": "2023"}
    assert unfolded(text) == [
        {**about, "role": "larare", "value": "10"},
        {**about, "role": "chefer", "value": "6"},
    ]


def test_a_table_with_a_column_period_is_left_as_it_is() -> None:
    text = "indicator;period;value\nkurs;2023;10\n"
    assert unfolded(text) == [{"indicator": "kurs", "period": "2023", "value": "10"}]


def test_a_column_that_is_no_period_is_told_where_it_stands(small_site: SmallSite) -> None:
    table = "indicator;2023 K1;2023 K5\nkurs;10;20\n"
    files = {"data/projects/kursen.yml": PROJECT, "data/observations/kursen.csv": table}
    _, issues = load_site(small_site(files), today=date(2026, 11, 24))
    assert [(i.code, i.source.line, i.source.column) for i in issues if "csv" in i.source.path] == [
        ("unknown-field", 1, 19)
    ]


@pytest.mark.parametrize(
    ("raw", "codes"),
    [
        (WIDE.encode("utf-8-sig").replace(b"\n", b"\r\n"), []),
        (("sep=;\n" + WIDE).encode(), []),
        (WIDE.replace("value", "value").encode("cp1252"), []),
        (WIDE.replace("\n", ";;\n").encode(), []),
        ((WIDE + "kurs;comment;på plats;\n").encode("cp1252"), ["windows-1252"]),
    ],
    ids=["byte order mark", "separator line", "plain", "empty columns", "windows-1252"],
)
def test_what_spreadsheets_add_is_no_mistake(
    small_site: SmallSite, raw: bytes, codes: list[str]
) -> None:
    root = small_site({"data/projects/kursen.yml": PROJECT})
    path = root / "data/observations/kursen.csv"
    path.parent.mkdir(parents=True)
    path.write_bytes(raw)
    rows, found = observed(root)
    assert [row[2] for row in rows] == [Decimal(1040), Decimal("3.5")]
    assert found == codes


def test_utf_8_that_is_broken_is_not_taken_for_windows_1252(small_site: SmallSite) -> None:
    root = small_site({"data/projects/kursen.yml": PROJECT})
    path = root / "data/observations/kursen.csv"
    path.parent.mkdir(parents=True)
    path.write_bytes("indicator;comment;2023\nkurs;på plats;1\n".encode() + b"\xff")
    assert observed(root) == ([], ["not-utf-8"])


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("3,5", "3.5"),
        ("1 700", "1700"),
        ("1\N{NO-BREAK SPACE}700", "1700"),
        ("75 %", "75"),
        ("\N{MINUS SIGN}3", "-3"),
        ("x", "NaN"),
        ("..", "None"),
    ],
)
def test_numbers_are_read_as_spreadsheets_write_them(words: str, value: str) -> None:
    row = Observation.model_validate({"indicator": "a", "period": "2023", "value": words})
    assert str(row.value) == value
