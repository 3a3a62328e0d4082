# SPDX-License-Identifier: EUPL-1.2
"""Projects from a day to a day; an end that no source states is drawn as not known."""

from __future__ import annotations

from datetime import date

from dalamodellen.model.period import Period
from dalamodellen.outputs.charts.bars import EDGE, GAP, THICK, Scale
from dalamodellen.outputs.charts.cell_words import cell_in_words, period_in_words
from dalamodellen.outputs.charts.lettering import LINE, measure
from dalamodellen.outputs.charts.sheet import Sheet
from dalamodellen.outputs.charts.spec import Chart

_POINT = 9
"""How far the end that is open or not known runs out."""


def draw_time_line(chart: Chart, sheet: Sheet) -> float:
    """Draw one bar for each project, under its name and its days.

    Returns:
        How high it became.
    """
    years = _years(chart)
    scale = Scale(EDGE, 0.0)
    if years:
        first, last = (date(year, 1, 1).toordinal() for year in (years[0], years[-1]))
        step = (sheet.width - 2 * EDGE) / (last - first)
        scale = Scale(EDGE - first * step, step)
    top = 0.0
    for number, row in enumerate(chart.rows):
        top += GAP if number else 0
        top = sheet.paragraph(
            EDGE, top, row.label.text, sheet.width - 2, look="strong", language=row.label.language
        )
        period = row.cells[0].period if row.cells else None
        if period is None or period.is_unknown:
            words = period_in_words(Period(), chart.language)
            if row.cells and row.cells[0].state != "missing":
                words = cell_in_words(chart, row.cells[0])
            top = sheet.paragraph(EDGE, top, words, sheet.width - 2, look="soft")
            continue
        top = sheet.paragraph(EDGE, top, period_in_words(period, chart.language), sheet.width - 2)
        _bar(period, sheet, scale, top + 3)
        top += THICK + 3
    if years:
        top = _axis(sheet, scale, years, top + 10)
    return top + 4


def _years(chart: Chart) -> list[int]:
    """List the first days of years that the time line spans, one past the last."""
    found: set[int] = set()
    for row in chart.rows:
        for cell in row.cells:
            if cell.period:
                found |= {
                    day.year
                    for day in (cell.period.start.first_day, cell.period.end.last_day)
                    if day is not None
                }
    return list(range(min(found), max(found) + 2)) if found else []


def _bar(period: Period, sheet: Sheet, scale: Scale, top: float) -> None:
    first, last = period.start.first_day, period.end.last_day
    left = scale.at(first.toordinal()) if first else EDGE
    right = scale.at(last.toordinal() + 1) if last else sheet.width - EDGE
    bottom = top + THICK
    if first and last:
        sheet.bar(left, top, max(right - left, 3), THICK, "area s1")
    elif period.is_open:
        tip = min(_POINT, (right - left) / 2)
        corners = [(left, top), (right - tip, top), (right, top + THICK / 2), (right - tip, bottom)]
        sheet.shape([*corners, (left, bottom)], "area s1")
    else:
        sheet.bar(left, top, right - left, THICK, "area s2")


def _axis(sheet: Sheet, scale: Scale, years: list[int], top: float) -> float:
    """Draw the years under the bars, with as many of their names as there is room for."""
    sheet.line([(EDGE, top), (sheet.width - EDGE, top)], "zero")
    end = -1.0
    for year in years:
        x = scale.at(date(year, 1, 1).toordinal())
        sheet.rule(x, top, top + 5, "zero")
        half = measure(str(year)) / 2
        middle = min(max(x, half + EDGE), sheet.width - EDGE - half)
        if middle - half > end:
            sheet.letter(middle, top + 6, str(year), "middle")
            end = middle + half + 10
    return top + 6 + LINE
