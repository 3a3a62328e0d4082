# SPDX-License-Identifier: EUPL-1.2
"""Bars that lie: one beside the other for numbers, one after the other for the parts of a hundred."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from dalamodellen.outputs.charts.cell_words import (
    HUNDRED,
    cell_in_words,
    row_name,
    shares_of,
    state_of,
    target_in_words,
    value_in_words,
)
from dalamodellen.outputs.charts.lettering import LINE, measure, wrap
from dalamodellen.outputs.charts.sheet import Sheet
from dalamodellen.outputs.charts.spec import Cell, Chart, ChartUnit, Row, Words
from dalamodellen.outputs.words import NO_BREAK, translator

THICK = 20
"""How high a bar is."""
GAP = 20
"""Between one row and the next."""
BESIDE = 6
"""Between a bar and the words beside it."""
WIDE_SHEET = 500
"""From this width on, the names of the rows stand beside the bars instead of above."""
_NAMES = 200
"""The most that names beside the bars may take."""
_APART = 12
"""Between the names and the bars beside them."""
_SHORTEST = 24
"""The room that all bars have at least, however long the numbers beside them are."""
_SHOWN = Decimal("0.5")
"""The least share in percent that is not rounded to nought."""
EDGE = 1
"""Room for the outline of what lies at the edge."""
BALANCE = (40, 60)
"""Shares of women and men within which a group counts as balanced."""


@dataclass(frozen=True)
class Scale:
    """Where a value lies on the sheet, from left to right."""

    start: float
    """Where zero lies."""
    step: float
    """Pixels for each one."""

    def at(self, value: Decimal | float) -> float:
        """Give the place of a value."""
        return self.start + float(value) * self.step


@dataclass(frozen=True)
class Columns:
    """How a sheet is shared between names and bars."""

    names: float
    """Width of the column with the rows' names; 0 where they stand above their bars."""
    series: float
    """Width of the column with the names of the series; 0 where there is only one."""

    @property
    def left(self) -> float:
        """Where bars may begin."""
        return EDGE + self.names + self.series


@dataclass(frozen=True)
class Frame:
    """What all bars of a drawing share."""

    chart: Chart
    sheet: Sheet
    columns: Columns
    scale: Scale


def draw_bars(chart: Chart, sheet: Sheet) -> float:
    """Draw a bar for each number, with its number at its end and its target as a line across.

    Returns:
        How high it became.
    """
    columns = _columns(chart, sheet)
    frame = Frame(chart, sheet, columns, _scale(chart, sheet, columns))
    top = 0.0
    for number, row in enumerate(chart.rows):
        top += GAP if number else 0
        names_end = _name(frame, row, top)
        bars_end = _row(frame, row, top if columns.names else names_end)
        top = max(names_end, bars_end)
    return top + 4


def _columns(chart: Chart, sheet: Sheet) -> Columns:
    names = 0.0
    if sheet.width >= WIDE_SHEET:
        names = min(_NAMES, max((measure(row_name(row)) for row in chart.rows), default=0)) + _APART
    series = 0.0
    if len(chart.series) > 1:
        longest = max(measure(one.label.text) for one in chart.series)
        series = min(longest, sheet.width / 4) + BESIDE + 2
    return Columns(names, series)


def _name(frame: Frame, row: Row, top: float) -> float:
    """Set a row's name; give where it ends."""
    names, sheet = frame.columns.names, frame.sheet
    width = names - _APART if names else sheet.width - 2 * EDGE
    end = sheet.paragraph(EDGE, top, row_name(row), width, language=row.label.language)
    return end + (0 if names else 4)


def _scale(chart: Chart, sheet: Sheet, columns: Columns) -> Scale:
    """Find the longest bars with which every number still fits beside its own."""
    cells = [cell for row in chart.rows for cell in row.cells]
    values = [cell.value or Decimal(0) for cell in cells]
    targets = [row.target for row in chart.rows if row.target is not None]
    lowest = min([Decimal(0), *values, *targets])
    highest = max([Decimal(0), *values, *targets])
    room = sheet.width - EDGE - columns.left
    if chart.unit is ChartUnit.PERCENT and lowest == 0:
        # The whole hundred is shown, so a number may stand within what is not reached.
        return Scale(columns.left, room / float(max(highest, HUNDRED)))
    widest = max((measure(cell_in_words(chart, c), is_strong=True) for c in cells), default=0)
    step = max(room - widest - 2 * BESIDE, _SHORTEST) / float(highest - lowest or 1)
    return Scale(columns.left - float(lowest) * step, step)


def _row(frame: Frame, row: Row, top: float) -> float:
    """Draw the bars of one row, and the line for what was to be reached; give where they end."""
    chart, sheet, scale = frame.chart, frame.sheet, frame.scale
    first = top
    for number, (series, cell) in enumerate(zip(chart.series, row.cells, strict=True), 1):
        top += 5 if number > 1 else 0
        _bar(frame, row, cell, top, f"s{number}")
        top = max(top + THICK, _series_name(frame, series.label, top))
    sheet.rule(scale.at(0), first - 2, top + 2, "zero")
    if row.target is None:
        return top
    for look in ("target-halo", "target"):
        sheet.rule(scale.at(row.target), first - 4, top + 4, look)
    words = target_in_words(chart, row.target, row.operator, row.precision)
    for line in wrap(words, sheet.width - 2 * EDGE):
        sheet.letter_within(scale.at(row.target), top + 5, line)
        top += LINE
    return top + 5


def _series_name(frame: Frame, words: Words, top: float) -> float:
    """Set a series' name to the left of its bar, where there are several; give where it ends."""
    columns = frame.columns
    if not columns.series:
        return top
    x, width = EDGE + columns.names, columns.series - BESIDE
    return 1 + frame.sheet.paragraph(x, top + 1, words.text, width, language=words.language)


def _bar(frame: Frame, row: Row, cell: Cell, top: float, look: str) -> None:
    """Draw a bar and set its number: after its end, and after the line for the target."""
    chart, sheet, scale = frame.chart, frame.sheet, frame.scale
    words = cell_in_words(chart, cell)
    width = measure(words, is_strong=True)
    value = cell.value if cell.is_known and cell.value is not None else Decimal(0)
    if chart.unit is ChartUnit.PERCENT and cell.is_known:
        sheet.bar(scale.at(0), top, float(HUNDRED) * scale.step, THICK, "track")
    if value:
        sheet.bar(scale.at(0), top, float(value) * scale.step, THICK, f"area {look}")
    x = scale.at(max(value, Decimal(0))) + BESIDE
    if row.target is not None:
        target = scale.at(row.target)
        if x - BESIDE <= target + BESIDE and target - BESIDE <= x + width:
            x = target + BESIDE
    if x + width > sheet.width:
        # No room beside: on a ground of paper within the end of the bar.
        x = min(scale.at(value), scale.at(value if row.target is None else min(row.target, value)))
        x -= width + 2 * BESIDE
        sheet.bar(x - BESIDE / 2, top + 1, width + BESIDE, THICK - 2, "ground")
    sheet.letter(x, top + (THICK - LINE) / 2, words, look="soft" if state_of(cell) else "strong")


# -- parts of a hundred ---------------------------------------------------------------


def draw_shares(chart: Chart, sheet: Sheet) -> float:
    """Draw each row as one bar of a hundred per cent, its parts one after the other.

    Returns:
        How high it became.
    """
    is_pair = _fits_as_pair(chart, sheet)
    top = 0.0 if is_pair else draw_key(chart, sheet, 0.0) + 10
    scale = Scale(EDGE, (sheet.width - 2 * EDGE) / 100)
    for number, row in enumerate(chart.rows):
        top += GAP if number else 0
        top = sheet.paragraph(
            EDGE, top, row_name(row), sheet.width - 2, language=row.label.language
        )
        shares = shares_of(row)
        if shares is None:
            top = _why_not(chart, row, sheet, top)
            continue
        if is_pair:
            _pair_words(chart, shares, sheet, top)
            top += LINE
        top += 3
        _parts(sheet, scale, shares, top)
        if chart.kind == "sexes_within":
            for limit in BALANCE:
                sheet.rule(scale.at(limit), top - 3, top + THICK + 3, "target-halo")
                sheet.rule(scale.at(limit), top - 3, top + THICK + 3, "limit")
        top += THICK + 3
        if not is_pair:
            top = _part_words(chart, shares, sheet, scale, top)
    if chart.kind == "sexes_within":
        translate = translator(chart.language)
        sheet.letter_within(
            scale.at(50), top + 6, translate("Mellan strecken: 40–60 %, jämn fördelning")
        )
        top += 6 + LINE
    return top + 4


def _fits_as_pair(chart: Chart, sheet: Sheet) -> bool:
    """Tell whether there are two parts whose names fit above the ends of their bar."""
    names = [measure(one.label.text, is_strong=True) for one in chart.series]
    numbers = measure(f"{NO_BREAK}100,0{NO_BREAK}%", is_strong=True) * len(names) + _APART
    return len(names) == len(("women", "men")) and sum(names) + numbers < sheet.width


def _why_not(chart: Chart, row: Row, sheet: Sheet, top: float) -> float:
    """Say, series by series, why there is no bar."""
    if state_of(row.cells[0]) and len({state_of(cell) for cell in row.cells}) == 1:
        return sheet.paragraph(
            EDGE, top, cell_in_words(chart, row.cells[0]), sheet.width - 2, look="soft"
        )
    parts: list[Words] = []
    for series, cell in zip(chart.series, row.cells, strict=True):
        comma = "" if series is chart.series[-1] else ","
        parts += [series.label, Words(cell_in_words(chart, cell) + comma)]
    return sheet.passage(EDGE, top, parts, sheet.width - 2, look="soft")


def _pair_words(chart: Chart, shares: Sequence[Decimal], sheet: Sheet, top: float) -> None:
    """Set the names and shares of two parts above the ends of their bar."""
    for number, (series, share) in enumerate(zip(chart.series, shares, strict=True)):
        written = value_in_words(chart, share.quantize(Decimal("0.1")), is_share=True)
        words = f"{series.label.text} {written}"
        x, anchor = (sheet.width - EDGE, "end") if number else (EDGE, "start")
        sheet.letter(x, top, words, anchor, look="strong", language=series.label.language)


def _parts(sheet: Sheet, scale: Scale, shares: Sequence[Decimal], top: float) -> None:
    at = Decimal(0)
    looks = looks_of(len(shares))
    for share, look in zip(shares, looks, strict=True):
        left, right = scale.at(at), scale.at(at + share)
        # A line of paper between two parts, and at least a sliver of each.
        gap = 2 if at + share < HUNDRED else 0
        if share:
            sheet.bar(left, top, max(right - left - gap, 1), THICK, f"area {look}")
        at += share


def looks_of(count: int) -> list[str]:
    """Give the class of each part; answers on a scale go from one colour over none to another."""
    scale = {5: ["a1", "s2", "a3", "a4", "s1"]}
    return scale.get(count, [f"s{number}" for number in range(1, count + 1)])


def _part_words(
    chart: Chart, shares: Sequence[Decimal], sheet: Sheet, scale: Scale, top: float
) -> float:
    """Set each share under its part, where there is room; the table has them all."""
    at, end = Decimal(0), 0.0
    for share in shares:
        words = value_in_words(chart, share.quantize(Decimal(1)), is_share=True)
        half = measure(words, is_strong=True) / 2
        middle = scale.at(at + share / 2)
        at += share
        if share >= _SHOWN and middle - half >= max(end, 0) and middle + half <= sheet.width:
            sheet.letter(middle, top, words, "middle", look="strong")
            end = middle + half + 6
    return top + LINE


def draw_key(chart: Chart, sheet: Sheet, top: float) -> float:
    """Say which area is which series, in as many lines as it takes; give where it ends."""
    box, x = 16, float(EDGE)
    looks = looks_of(len(chart.series))
    for series, look in zip(chart.series, looks, strict=True):
        width = box + BESIDE + measure(series.label.text)
        if x > EDGE and x + width > sheet.width:
            x, top = EDGE, top + LINE + 4
        sheet.bar(x, top + 2, box, 14, f"area {look}")
        end = sheet.paragraph(
            x + box + BESIDE,
            top,
            series.label.text,
            sheet.width - x - box - BESIDE,
            language=series.label.language,
        )
        top = max(top, end - LINE)
        x += width + 16
    return top + LINE
