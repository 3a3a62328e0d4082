# SPDX-License-Identifier: EUPL-1.2
"""From a CSV text to rows in which every cell knows its line and column."""

from __future__ import annotations

import csv
import io

from dalamodellen.inputs.text_reader import TextFile
from dalamodellen.inputs.yaml_reader import Node
from dalamodellen.issues import Issue, Source


def parse_csv(file: TextFile) -> tuple[list[Node], list[Issue]]:
    """Parse a table with a header row; commas or semicolons between the cells.

    Returns:
        One node of fields per row, without its empty cells, and the issues.
        A cell's key stands in the header row. A row that goes on over several
        lines is told by its first.
    """
    header_line = file.lines[0] if file.lines else ""
    if not header_line.strip():
        return [], [file.issue("empty-file")]
    delimiter = ";" if header_line.count(";") > header_line.count(",") else ","
    reader = csv.reader(io.StringIO(file.text), delimiter=delimiter, strict=True)
    rows: list[Node] = []
    issues: list[Issue] = []
    header: list[str] = []
    header_places: list[Source] = []
    line = 1
    try:
        for cells in reader:
            places = _places(file, line, delimiter, len(cells))
            source = Source(file.path, line)
            line = reader.line_num + 1
            if not header:
                header = [cell.strip() for cell in cells]
                header_places = places
                issues += _check_header(file, header, places)
            elif any(cell.strip() for cell in cells):
                if len(cells) != len(header):
                    values = {"found": str(len(cells)), "expected": str(len(header))}
                    issues.append(file.issue("row-length", source, **values))
                    continue
                fields = {
                    name: Node(place, scalar=cell.strip())
                    for name, place, cell in zip(header, places, cells, strict=True)
                    if cell.strip()
                }
                keys = dict(zip(header, header_places, strict=True))
                rows.append(Node(source, fields=fields, keys=keys))
    except csv.Error as error:
        issues.append(file.issue("broken-table", Source(file.path, line), problem=str(error)))
    return rows, issues


def _check_header(file: TextFile, header: list[str], places: list[Source]) -> list[Issue]:
    return [
        file.issue("duplicate-key", place, name=name, first="1")
        for column, (name, place) in enumerate(zip(header, places, strict=True))
        if header.index(name) != column
    ]


def _places(file: TextFile, number: int, delimiter: str, cells: int) -> list[Source]:
    """Find where each cell of a row stands in its line."""
    line = file.lines[number - 1] if number <= len(file.lines) else ""
    starts = [0]
    is_quoted = False
    for position, character in enumerate(line):
        if character == '"':
            is_quoted = not is_quoted
        elif character == delimiter and not is_quoted:
            starts.append(position + 1)
    if is_quoted or len(starts) != cells:
        return [Source(file.path, number)] * cells
    ends = [start - 1 for start in starts[1:]] + [len(line)]
    return [
        Source(file.path, number, start + 1, max(1, end - start))
        for start, end in zip(starts, ends, strict=True)
    ]
