# SPDX-License-Identifier: EUPL-1.2
"""How a number went over time, towards what was to be reached."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from matplotlib.ticker import MaxNLocator

from dalamodellen.model.indicator import Accumulation
from dalamodellen.model.money import Precision
from dalamodellen.outputs.charts.bars import BESIDE, EDGE, Scale
from dalamodellen.outputs.charts.cell_words import SIGNS, target_in_words, value_in_words
from dalamodellen.outputs.charts.lettering import LINE, measure, wrap
from dalamodellen.outputs.charts.sheet import Sheet
from dalamodellen.outputs.charts.spec import Cell, CellState, Chart, ChartUnit
from dalamodellen.outputs.words import NO_BREAK, label

_HIGH = 180
"""Height of the plot itself."""
MARKERS = ("o", "s", "^", "D", "v")
"""Series by series, so that lines are told apart without colour."""
_STEPS = 4
"""About as many steps on the scale to the left."""


def draw_progress(chart: Chart, sheet: Sheet) -> float:
    """Draw lines with a sign at each number; columns where each period stands for itself.

    A period without a number leaves a gap, with the sign for why.

    Returns:
        How high it became.
    """
    top = _key(chart, sheet) + LINE
    steps = _steps(chart)
    left = EDGE + max(measure(value_in_words(chart, step)) for step in steps) + BESIDE
    right = sheet.width - EDGE - 4
    scale = _upright(steps, top)
    for step in steps:
        y = scale.at(step)
        sheet.line([(left, y), (right, y)], "zero" if step == 0 else "grid")
        sheet.letter(left - BESIDE, y - LINE / 2, value_in_words(chart, step), "end", look="soft")
    target = _drawn_target(chart)
    if target is not None:
        y = scale.at(target)
        sheet.line([(left, y), (right, y)], "goal")
    xs = _places(chart, left, right)
    is_columns = chart.accumulation is Accumulation.PER_PERIOD and len(chart.series) == 1
    for number, series in enumerate(chart.series, 1):
        cells = chart.cells_of(series.id)
        if is_columns:
            _columns(cells, sheet, xs, scale)
        else:
            _line(cells, sheet, xs, scale, number)
    _gaps(chart, sheet, xs, scale)
    _last_number(chart, sheet, xs, scale)
    return _periods(chart, sheet, xs, top + _HIGH + 6) + 4


def _drawn_target(chart: Chart) -> Decimal | None:
    """Give what the numbers are to be held against; None where that is their sum, not each."""
    is_of_sum = (
        chart.accumulation is Accumulation.PER_PERIOD and chart.unit is not ChartUnit.PERCENT
    )
    return None if is_of_sum else chart.target


def _steps(chart: Chart) -> list[Decimal]:
    """Choose the numbers of the scale: even ones, from zero or below past the highest."""
    values = [cell.value for row in chart.rows for cell in row.cells if cell.value is not None]
    target = _drawn_target(chart)
    values += [Decimal(0), *([target] if target is not None else [])]
    highest = max(values) or Decimal(1 if min(values) == 0 else 0)
    locator = MaxNLocator(nbins=_STEPS, steps=[1, 2, 2.5, 5, 10], min_n_ticks=2)
    steps = [
        Decimal(str(round(one, 6)))
        for one in locator.tick_values(float(min(values)), float(highest))
    ]
    inner = [step for step in steps if step <= highest]
    return steps if inner[-1] < highest else inner


def _upright(steps: Sequence[Decimal], top: float) -> Scale:
    step = _HIGH / float(steps[-1] - steps[0])
    return Scale(top + float(steps[-1]) * step, -step)


def _places(chart: Chart, left: float, right: float) -> list[float]:
    """Place the periods: by their days where all are known, else one after the other."""
    inset = 16
    days = [row.period.first_day if row.period else None for row in chart.rows]
    known = [day.toordinal() for day in days if day is not None]
    if len(known) < len(days) or len(set(known)) < len(known):
        known = list(range(len(days)))
    first, span = min(known, default=0), (max(known, default=0) - min(known, default=0)) or 1
    room = right - left - 2 * inset
    if len(known) == 1:
        return [left + inset + room / 2]
    return [left + inset + (day - first) * room / span for day in known]


def _line(
    cells: Sequence[Cell], sheet: Sheet, xs: Sequence[float], scale: Scale, number: int
) -> None:
    """Draw one series, broken where a number is lacking."""
    run: list[tuple[float, float]] = []
    found: list[tuple[float, float]] = []
    for x, cell in zip(xs, cells, strict=True):
        if cell.is_known and cell.value is not None:
            run.append((x, scale.at(cell.value)))
            continue
        if len(run) > 1:
            sheet.line(run, f"c{number}")
        found, run = [*found, *run], []
    if len(run) > 1:
        sheet.line(run, f"c{number}")
    found += run
    if found:
        sheet.points(found, f"point c{number}", MARKERS[number - 1])


def _columns(cells: Sequence[Cell], sheet: Sheet, xs: Sequence[float], scale: Scale) -> None:
    nearest = min((b - a for a, b in pairwise(xs)), default=40)
    wide = max(min(nearest * 0.7, 40), 4)
    for x, cell in zip(xs, cells, strict=True):
        if cell.value:
            ends = sorted((scale.at(0), scale.at(cell.value)))
            sheet.bar(x - wide / 2, ends[0], wide, ends[1] - ends[0], "area s1")


def _gaps(chart: Chart, sheet: Sheet, xs: Sequence[float], scale: Scale) -> None:
    """Set the sign for why a number is lacking, just above zero."""
    for x, row in zip(xs, chart.rows, strict=True):
        if any(cell.is_known for cell in row.cells):
            continue
        state = row.cells[0].state
        sheet.letter(x, scale.at(0) - LINE - 1, SIGNS[state], "middle", look="soft")


def _last_number(chart: Chart, sheet: Sheet, xs: Sequence[float], scale: Scale) -> None:
    """Set the last number above its sign; of several lines the key has them."""
    last = _last(chart.cells_of(chart.series[0].id))
    if len(chart.series) > 1 or last is None:
        return
    at, cell = last
    words = value_in_words(chart, cell.value or Decimal(0), cell.precision)
    right = min(xs[at] + measure(words, is_strong=True) / 2, sheet.width - EDGE)
    highest = scale.at(cell.value or 0)
    sheet.letter(right, highest - LINE - 7, words, "end", look="strong number")


def _last(cells: Sequence[Cell]) -> tuple[int, Cell] | None:
    """Give the last number of a series, and in which row it stands."""
    known = [(at, cell) for at, cell in enumerate(cells) if cell.is_known]
    return known[-1] if known else None


def _key(chart: Chart, sheet: Sheet) -> float:
    """Name the lines, what was to be reached, and the signs; give where the key ends."""
    top, sample = 0.0, 28
    if len(chart.series) > 1:
        for number, series in enumerate(chart.series, 1):
            sheet.line([(EDGE, top + LINE / 2), (EDGE + sample, top + LINE / 2)], f"c{number}")
            sheet.points(
                [(EDGE + sample / 2, top + LINE / 2)], f"point c{number}", MARKERS[number - 1]
            )
            last, words = _last(chart.cells_of(series.id)), series.label.text
            if last is not None:
                words += (
                    f": {value_in_words(chart, last[1].value or Decimal(0), last[1].precision)}"
                )
            top = sheet.paragraph(
                EDGE + sample + 8,
                top,
                words,
                sheet.width - sample - 10,
                language=series.label.language,
            )
    target = _drawn_target(chart)
    if target is not None:
        words = target_in_words(chart, target, chart.operator, Precision.EXACT)
        sheet.line([(EDGE, top + LINE / 2), (EDGE + sample, top + LINE / 2)], "goal")
        top = sheet.paragraph(EDGE + sample + 8, top, words, sheet.width - sample - 10)
    lacking = {row.cells[0].state for row in chart.rows if not any(c.is_known for c in row.cells)}
    for state in CellState:
        if state in lacking:
            words = f"{SIGNS[state]}{NO_BREAK}{NO_BREAK}{label('sign', state, chart.language)}"
            top = sheet.paragraph(EDGE, top, words, sheet.width - 2, look="soft")
    return top + (6 if top else 0)


def _periods(chart: Chart, sheet: Sheet, xs: Sequence[float], top: float) -> float:
    """Name the first period and the last, and those between for which there is room."""
    labels = [row.label.text for row in chart.rows]
    lines: dict[int, list[str]] = {}
    order = [0, len(labels) - 1, *range(1, len(labels) - 1)] if len(labels) > 1 else [0]
    spans: list[tuple[float, float]] = []
    for at in order:
        is_end = at in (0, len(labels) - 1)
        wrapped = wrap(labels[at], sheet.width * 0.42 if is_end else 90)
        if len(wrapped) > 1 and not is_end:
            continue
        half = max(measure(line) for line in wrapped) / 2
        middle = min(max(xs[at], half + EDGE), sheet.width - half - EDGE)
        is_moved = not is_end and middle != xs[at]
        if is_moved or any(middle - half - 12 < b and a < middle + half + 12 for a, b in spans):
            continue
        spans.append((middle - half, middle + half))
        lines[at] = wrapped
        for number, line in enumerate(wrapped):
            words = chart.rows[at].label
            sheet.letter(middle, top + number * LINE, line, "middle", language=words.language)
    return top + LINE * max((len(found) for found in lines.values()), default=0)
