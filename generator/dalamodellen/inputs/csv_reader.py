# SPDX-License-Identifier: EUPL-1.2
"""From a CSV text to rows in which every cell knows its line and column."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from dalamodellen.inputs.text_reader import TextFile
from dalamodellen.inputs.yaml_reader import Node
from dalamodellen.issues import Issue, Source

MOST_ROWS = 100_000
"""A table with more is something else than what was counted or planned by people."""
MOST_COLUMNS = 100
_SEPARATOR_LINE = re.compile("sep=[;,]")
"""What some spreadsheets write above the header."""
_COMPLAINTS = {
    "unexpected end of data": "quote-not-closed",
    "expected after": "quote-in-cell",
    "larger than field limit": "cell-too-long",
}
"""What the csv library says → our code."""


def parse_csv(file: TextFile) -> tuple[list[Node], list[Issue]]:
    """Parse a table with a header row; commas or semicolons between the cells.

    Returns:
        One node of fields per row, without its empty cells, and the issues.
        A cell's key stands in the header row. A row that goes on over several
        lines is told by its first.
    """
    lines = [line for line in file.lines[:2] if not _SEPARATOR_LINE.fullmatch(line.strip())]
    header_line = lines[0] if lines else ""
    if not header_line.strip():
        return [], [file.issue("empty-file")]
    delimiter = ";" if header_line.count(";") > header_line.count(",") else ","
    table = _Table(file, delimiter)
    try:
        table.read()
    except csv.Error as error:
        table.issues.append(table.tell(str(error)))
    return table.rows, table.issues


class _Table:
    """The rows of one table, as far as they could be read."""

    def __init__(self, file: TextFile, delimiter: str) -> None:
        self.file = file
        self.delimiter = delimiter
        self.reader = csv.reader(io.StringIO(file.text), delimiter=delimiter, strict=True)
        self.line = 1
        """The line where the row begins that is being read."""
        self.header: list[str] = []
        self.keys: dict[str, Source] = {}
        self.rows: list[Node] = []
        self.issues: list[Issue] = []

    def read(self) -> None:
        """Read the header and every row below it, until there are too many."""
        for number, cells in self._numbered():
            is_separator = number == 1 and _SEPARATOR_LINE.fullmatch(self._line(1).strip())
            if is_separator:
                continue
            if not self.header:
                if len(cells) > MOST_COLUMNS:
                    self._tell_size()
                    return
                self._read_header(number, cells)
            elif any(cell.strip() for cell in cells):
                if len(self.rows) >= MOST_ROWS:
                    self._tell_size()
                    return
                self._read_row(number, cells)

    def _numbered(self) -> Iterator[tuple[int, list[str]]]:
        """Give every row with the line where it begins."""
        for cells in self.reader:
            number, self.line = self.line, self.reader.line_num + 1
            yield number, cells

    def _tell_size(self) -> None:
        rows, columns = str(MOST_ROWS), str(MOST_COLUMNS)
        self.issues.append(self.file.issue("table-too-large", rows=rows, columns=columns))

    def _read_header(self, number: int, cells: list[str]) -> None:
        places = self._places(number, len(cells))
        names = [cell.strip() for cell in cells]
        # Spreadsheets save empty columns to the right of the table.
        while names and not names[-1]:
            names.pop()
        self.header = names
        for name, place in zip(self.header, places, strict=False):
            if name in self.keys:
                self.issues.append(self.file.issue("duplicate-key", place, name=name, first="1"))
            else:
                self.keys[name] = place

    def _read_row(self, number: int, cells: list[str]) -> None:
        source = Source(self.file.path, number)
        width = len(cells)
        while len(cells) > len(self.header) and not cells[-1].strip():
            cells.pop()
        if len(cells) != len(self.header):
            found, expected = str(len(cells)), str(len(self.header))
            self.issues.append(
                self.file.issue("row-length", source, found=found, expected=expected)
            )
            return
        fields = {
            name: Node(place, scalar=cell.strip())
            for name, place, cell in zip(
                self.header, self._places(number, width)[: len(cells)], cells, strict=True
            )
            if cell.strip()
        }
        self.rows.append(Node(source, fields=fields, keys=self.keys))

    def _places(self, number: int, cells: int) -> list[Source]:
        """Find where each cell of a row stands in its line."""
        line = self._line(number)
        starts, is_open = self._starts(line)
        if is_open or len(starts) != cells:
            return [Source(self.file.path, number)] * cells
        ends = [start - 1 for start in starts[1:]] + [len(line)]
        return [
            Source(self.file.path, number, start + 1, max(1, end - start))
            for start, end in zip(starts, ends, strict=True)
        ]

    def _line(self, number: int) -> str:
        return self.file.lines[number - 1] if number <= len(self.file.lines) else ""

    def _starts(self, line: str) -> tuple[list[int], bool]:
        """Give where the cells of a line begin, and whether the last one goes on below it."""
        starts = [0]
        is_quoted = False
        for position, character in enumerate(line):
            if character == '"':
                is_quoted = not is_quoted
            elif character == self.delimiter and not is_quoted:
                starts.append(position + 1)
        return starts, is_quoted

    def tell(self, problem: str) -> Issue:
        """Tell what the csv library could not read, at the cell that was opened."""
        codes = (ours for theirs, ours in _COMPLAINTS.items() if theirs in problem)
        code = next(codes, "broken-table")
        line = self._line(self.line)
        starts, is_open = self._starts(line)
        if is_open:
            # The cell began here and took the lines below it with it.
            code = "quote-not-closed"
            column = line.find('"', starts[-1]) + 1
        elif code == "quote-in-cell":
            column = next((start for start in starts if _is_spoiled(line[start:])), 0) + 1
        else:
            column = 1
        place = Source(self.file.path, self.line, column)
        return self.file.issue(code, place, problem=problem)


def _is_spoiled(rest: str) -> bool:
    """Tell whether a cell has text after its closing quotation mark."""
    if not rest.startswith('"'):
        return False
    closing = rest.replace('""', "  ").find('"', 1)
    after = rest[closing + 1 : closing + 2]
    return closing > 0 and after not in ("", ",", ";")
