# SPDX-License-Identifier: EUPL-1.2
"""From a table with a column for each period, as spreadsheets have it, to a row for each number."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dalamodellen.inputs.yaml_reader import Node
from dalamodellen.issues import Source
from dalamodellen.model.period import is_period

NUMBER_COLUMN = "number"
"""Names the column of a wide table that says which field its numbers are: value, women, men …"""
_DEFAULT = "value"


def unfold_periods(rows: Sequence[Node], fields: Iterable[str]) -> list[Node]:
    """Give a row for each period of a wide table; a table with a column `period` is left as it is.

    Numbers about the same goal, people and period become one row, also where women and men stand
    on lines of their own. Every number keeps the line and the column it stands in.

    Args:
        rows: The rows of the table, as they stand.
        fields: Names that are fields of the table, and never periods.
    """
    names = set(fields)
    if not rows or "period" in rows[0].keys:
        return list(rows)
    periods = [name for name in rows[0].keys if name not in names and is_period(name)]
    if not periods:
        return list(rows)
    found: dict[tuple[tuple[str, str], ...], Node] = {}
    for row in rows:
        for name in periods:
            _unfold(row, name, set(periods), found)
    return list(found.values())


def _unfold(
    row: Node, period: str, periods: set[str], found: dict[tuple[tuple[str, str], ...], Node]
) -> None:
    fields = row.fields or {}
    cell = fields.get(period)
    if cell is None:
        return
    told = {name: node for name, node in fields.items() if name not in periods}
    number = told.pop(NUMBER_COLUMN, None)
    column = (number.scalar if number else None) or _DEFAULT
    told["period"] = Node(row.keys[period], scalar=period)
    about = tuple((name, node.scalar or "") for name, node in sorted(told.items()))
    place = Source(cell.source.path, row.source.line, cell.source.column)
    # The column of a number that has no field is told where its name stands.
    key = number.source if number else cell.source
    first = found.get(about)
    if first is None or column in (first.fields or {}):
        about = about if first is None else (*about, ("line", str(row.source.line)))
        keys = {**row.keys, column: key, "period": row.keys[period]}
        found[about] = Node(place, fields={**told, column: cell}, keys=keys)
    elif first.fields is not None:
        first.fields[column] = cell
        first.keys[column] = key
