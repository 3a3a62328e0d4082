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
        The column of a cell is its number in the row, counted from 1.
    """
    header_line = file.lines[0] if file.lines else ""
    if not header_line.strip():
        return [], [file.issue("empty-file")]
    delimiter = ";" if header_line.count(";") > header_line.count(",") else ","
    reader = csv.reader(io.StringIO(file.text), delimiter=delimiter, strict=True)
    rows: list[Node] = []
    issues: list[Issue] = []
    header: list[str] = []
    line = 1
    try:
        for cells in reader:
            source = Source(file.path, line)
            line = reader.line_num + 1
            if not header:
                header = [cell.strip() for cell in cells]
                issues += _check_header(file, header)
            elif any(cell.strip() for cell in cells):
                if len(cells) != len(header):
                    values = {"found": str(len(cells)), "expected": str(len(header))}
                    issues.append(file.issue("row-length", source, **values))
                    continue
                rows.append(_row(source, header, cells))
    except csv.Error as error:
        issues.append(file.issue("broken-table", Source(file.path, line), problem=str(error)))
    return rows, issues


def _check_header(file: TextFile, header: list[str]) -> list[Issue]:
    return [
        file.issue("duplicate-key", Source(file.path, 1, column), name=name, first="1")
        for column, name in enumerate(header, 1)
        if header.index(name) != column - 1
    ]


def _row(source: Source, header: list[str], cells: list[str]) -> Node:
    fields = {}
    keys = {}
    for column, (name, cell) in enumerate(zip(header, cells, strict=True), 1):
        place = Source(source.path, source.line, column)
        if cell.strip():
            fields[name] = Node(place, scalar=cell.strip())
            keys[name] = place
    return Node(source, fields=fields, keys=keys)
