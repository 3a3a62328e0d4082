# SPDX-License-Identifier: EUPL-1.2
"""Grids: organisations against goals in signs, and municipalities as tiles."""

from __future__ import annotations

import math
from decimal import Decimal

from dalamodellen.model.indicator import OutcomeStatus
from dalamodellen.outputs.charts.bars import EDGE, WIDE_SHEET
from dalamodellen.outputs.charts.cell_words import SIGNS, cell_in_words, row_name, state_of
from dalamodellen.outputs.charts.lettering import LINE, wrap
from dalamodellen.outputs.charts.sheet import Sheet
from dalamodellen.outputs.charts.spec import Cell, CellState, Chart
from dalamodellen.outputs.words import label

STATUS_SIGNS = {
    OutcomeStatus.MET: "✓",
    OutcomeStatus.PARTLY: "",
    OutcomeStatus.MISSED: "×",
    OutcomeStatus.TOO_EARLY: "…",
    OutcomeStatus.NOT_MEASURED: "–",
    OutcomeStatus.NOT_STATED: "?",
}
"""What became of a goal → the sign in its ring; half a ring is filled where it was partly met."""
_RING = 11
_SIDES = 10
"""Corners of half a ring; more would not be seen."""
_TILE_BAR = 6
_PAD = 8


def draw_matrix(chart: Chart, sheet: Sheet) -> float:
    """Draw a sign for each organisation and goal; the goals are numbered and named below.

    Returns:
        How high it became.
    """
    is_wide = sheet.width >= WIDE_SHEET
    columns = max(len(chart.series), 1)
    names = sheet.width * 0.4 if is_wide else 0.0
    pitch = min((sheet.width - names - 2 * EDGE) / columns, 48)
    xs = [names + EDGE + pitch * (number + 0.5) for number in range(len(chart.series))]
    for number, x in enumerate(xs, 1):
        sheet.letter(x, 0, str(number), "middle", look="strong")
    top = LINE + 4.0
    found: list[tuple[Cell, float, float]] = []
    for row in chart.rows:
        sheet.line([(EDGE, top), (sheet.width - EDGE, top)], "grid")
        top += 6
        width = names - 12 if is_wide else sheet.width - 2
        end = sheet.paragraph(EDGE, top, row.label.text, width, language=row.label.language)
        middle = top + _RING if is_wide else end + 4 + _RING
        found += [(cell, x, middle) for x, cell in zip(xs, row.cells, strict=True)]
        top = max(end, middle + _RING) + 6
    sheet.line([(EDGE, top), (sheet.width - EDGE, top)], "grid")
    top = _matrix_key(chart, sheet, top + 8, found)
    # One status after the other, so that the same signs share their class.
    for cell, x, y in sorted(found, key=lambda one: _order(one[0])):
        _status(cell, sheet, x, y)
    return top + 4


def _order(cell: Cell) -> str:
    return cell.status.value if cell.status else f" {cell.state}"


def _status(cell: Cell, sheet: Sheet, x: float, y: float) -> None:
    if cell.status is None:
        state = CellState.MISSING if cell.is_known else cell.state
        sheet.letter(x, y - LINE / 2, SIGNS[state], "middle", look="soft")
        return
    name = cell.status.value.replace("_", "-")
    sheet.points([(x, y)], f"ring {name}", "o", 2 * _RING)
    if cell.status is OutcomeStatus.PARTLY:
        sheet.shape(_half_disc(x, y), "half")
    else:
        sheet.letter(x, y - LINE / 2, STATUS_SIGNS[cell.status], "middle", look=f"sign {name}")


def _half_disc(x: float, y: float) -> list[tuple[float, float]]:
    """Give the lower half of a ring."""
    turns = [math.pi * step / _SIDES for step in range(_SIDES + 1)]
    return [(x + _RING * math.cos(turn), y + _RING * math.sin(turn)) for turn in turns]


def _matrix_key(
    chart: Chart, sheet: Sheet, top: float, found: list[tuple[Cell, float, float]]
) -> float:
    """Name the goals by their numbers, and the signs that were used; add those to what is found."""
    for number, series in enumerate(chart.series, 1):
        sheet.letter(EDGE, top, str(number), look="strong")
        top = sheet.paragraph(
            24, top, series.label.text, sheet.width - 26, language=series.label.language
        )
    top += 8
    used = {cell.status for row in chart.rows for cell in row.cells}
    for status in OutcomeStatus:
        if status in used:
            top += 3
            found.append((Cell(status=status), EDGE + _RING, top + LINE / 2))
            words = label("outcome", status, chart.language)
            top = sheet.paragraph(2 * _RING + 10, top, words, sheet.width - 2 * _RING - 12) + 3
    return top


def draw_places(chart: Chart, sheet: Sheet) -> float:
    """Draw a tile for each municipality: its name, its number, and a bar for how much that is.

    Returns:
        How high it became.
    """
    gap, columns = 8, 4 if sheet.width >= WIDE_SHEET else 2
    width = (sheet.width - 2 * EDGE - gap * (columns - 1)) / columns
    inner = width - 2 * _PAD
    values = [cell.value or Decimal(0) for row in chart.rows for cell in row.cells]
    highest = max([Decimal(0), *values]) or Decimal(1)
    top = 0.0
    for start in range(0, len(chart.rows), columns):
        group = chart.rows[start : start + columns]
        lines = max(len(wrap(row_name(row), inner)) for row in group)
        words = max(
            len(wrap(cell_in_words(chart, row.cells[0]), inner, is_strong=True)) for row in group
        )
        height = (lines + words) * LINE + 2 * _PAD + _TILE_BAR + 4
        top += gap if start else 0
        for column, row in enumerate(group):
            left = EDGE + column * (width + gap)
            sheet.bar(left, top, width, height, "tile")
            sheet.paragraph(
                left + _PAD, top + _PAD, row_name(row), inner, language=row.label.language
            )
            cell = row.cells[0]
            sheet.paragraph(
                left + _PAD,
                top + _PAD + lines * LINE,
                cell_in_words(chart, cell),
                inner,
                look="soft" if state_of(cell) else "strong",
            )
            if cell.is_known:
                foot = top + height - _PAD - _TILE_BAR
                share = float(max(cell.value or Decimal(0), Decimal(0)) / highest)
                sheet.bar(left + _PAD, foot, inner, _TILE_BAR, "track")
                if share:
                    sheet.bar(left + _PAD, foot, max(inner * share, 1), _TILE_BAR, "area s1")
        top += height
    return top + EDGE
