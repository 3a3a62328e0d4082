# SPDX-License-Identifier: EUPL-1.2
"""Tables: every cell knows its line and column, and a row that does not fit is told."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dalamodellen.inputs.csv_reader import parse_csv
from dalamodellen.inputs.text_reader import TextFile
from dalamodellen.issues import Source

PATH = "data/observations/tre-m.csv"


def text_file(text: str) -> TextFile:
    return TextFile(PATH, text, tuple(text.split("\n")))


def parsed(text: str) -> tuple[list[object], list[tuple[str, int, int]]]:
    rows, issues = parse_csv(text_file(text))
    found = [(issue.code, issue.source.line, issue.source.column) for issue in issues]
    return [row.plain() for row in rows], found


def test_rows_become_fields_named_by_the_header() -> None:
    assert parsed("indicator,value\nnytta,5\nnöje,6\n") == (
        [{"indicator": "nytta", "value": "5"}, {"indicator": "nöje", "value": "6"}],
        [],
    )


def test_semicolons_part_cells_where_the_header_has_more_of_them() -> None:
    assert parsed("a;b\n1,5;2\n") == ([{"a": "1,5", "b": "2"}], [])


def test_empty_cells_and_empty_rows_are_left_out() -> None:
    assert parsed("a,b\n1,\n,\n\n ,2\n") == ([{"a": "1"}, {"b": "2"}], [])


def test_spaces_around_cells_do_not_matter() -> None:
    assert parsed(" a , b \n 1 , 2 \n") == ([{"a": "1", "b": "2"}], [])


def test_a_cell_within_quotation_marks_holds_commas_quotes_and_line_breaks() -> None:
    text = 'a,b\n"x, ""y""","två\nrader"\n3,4\n'
    assert parsed(text) == ([{"a": 'x, "y"', "b": "två\nrader"}, {"a": "3", "b": "4"}], [])


def test_a_cell_is_pointed_at_where_it_stands_and_its_name_in_the_header() -> None:
    rows, _ = parse_csv(text_file('år;ord\n2013;"a;b"\n'))
    place = rows[0].find(("ord",))
    assert (place, place.length) == (Source(PATH, 2, 6), 5)
    name = rows[0].find(("ord",), at_key=True)
    assert (name, name.length) == (Source(PATH, 1, 4), 3)


def test_a_row_over_several_lines_is_pointed_at_where_it_begins() -> None:
    rows, _ = parse_csv(text_file('a,b\n1,"x\ny"\n2,3\n'))
    assert [row.source.line for row in rows] == [2, 4]
    assert rows[0].find(("b",)) == Source(PATH, 2, 1)
    assert rows[1].find(("b",)) == Source(PATH, 4, 3)


def test_a_row_of_another_length_is_told_and_the_others_are_read() -> None:
    assert parsed("a,b\n1,2,3\n4\n5,6\n") == (
        [{"a": "5", "b": "6"}],
        [("row-length", 2, 1), ("row-length", 3, 1)],
    )


def test_a_name_that_stands_twice_in_the_header_is_told() -> None:
    assert parsed("a,b,a\n1,2,3\n")[1] == [("duplicate-key", 1, 5)]


def test_a_table_without_a_header_is_empty() -> None:
    assert [parsed(text) for text in ("", "\n1,2\n")] == [([], [("empty-file", 1, 1)])] * 2


def test_a_quotation_mark_that_is_not_closed_is_told_on_the_row_where_it_opens() -> None:
    assert parsed('a,b\n1,2\n3,"4\n5,6\n') == (
        [{"a": "1", "b": "2"}],
        [("quote-not-closed", 3, 3)],
    )


def test_a_cell_of_900_kb_is_told_and_does_not_raise() -> None:
    rows, issues = parsed(f"a,b\n1,{'x' * 900_000}\n")
    assert (rows, issues) == ([], [("cell-too-long", 2, 1)])


def test_text_after_a_closing_quotation_mark_is_told_at_its_cell() -> None:
    assert parsed('a,b\n1,"2" x\n') == ([], [("quote-in-cell", 2, 3)])


def test_what_the_library_alone_complains_of_is_broken_table(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("dalamodellen.inputs.csv_reader._COMPLAINTS", {})
    assert parsed(f"a,b\n1,{'x' * 900_000}\n")[1] == [("broken-table", 2, 1)]


def test_a_table_with_too_many_rows_or_columns_is_told_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("dalamodellen.inputs.csv_reader.MOST_ROWS", 2)
    assert parsed("a\n1\n\n2\n3\n4\n") == (
        [{"a": "1"}, {"a": "2"}],
        [("table-too-large", 1, 1)],
    )
    columns = ",".join(f"k{number}" for number in range(101))
    assert parsed(f"{columns}\n") == ([], [("table-too-large", 1, 1)])


@settings(max_examples=100, deadline=None, derandomize=True)
@given(
    st.text(alphabet=st.characters(exclude_categories=["Cs"]))
    | st.text(alphabet=st.sampled_from('ab,;"\n\t \0é'))
)
def test_no_text_makes_the_reader_raise(text: str) -> None:
    file = text_file(text)
    rows, issues = parse_csv(file)
    for row in rows:
        for name in row.fields or {}:
            assert 1 <= row.find((name,)).line <= len(file.lines)
    for issue in issues:
        assert all(issue.text(part) for part in ("what", "why", "fix"))
