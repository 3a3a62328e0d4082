# SPDX-License-Identifier: EUPL-1.2
"""A number of a chart as readers meet it, and the sign and word where there is none."""

from __future__ import annotations

from decimal import Decimal

from dalamodellen.model.money import Money, Precision
from dalamodellen.model.period import PartialDate, Period
from dalamodellen.outputs import wording
from dalamodellen.outputs.charts.spec import Cell, CellState, Chart, ChartUnit, Row
from dalamodellen.outputs.words import NO_BREAK, label, translator

MOST_DECIMALS = {ChartUnit.PERCENT: 1, ChartUnit.NUMBER: 2}
"""Unit → the most decimals a reader gets."""
HUNDRED = Decimal(100)
ZERO = "zero"
"""Stands among the states for a number that is known and nought."""
SIGNS = {
    ZERO: "–",
    CellState.MISSING: "..",
    CellState.SUPPRESSED: "x",
    CellState.NOT_APPLICABLE: ".",
}
"""Why there is nothing to draw → the sign for it, as in official statistics."""


def value_in_words(
    chart: Chart, value: Decimal, precision: Precision = Precision.EXACT, *, is_share: bool = False
) -> str:
    """Write a number with its unit and the word of its precision, in the chart's language.

    Args:
        chart: Whose unit and language.
        value: The number.
        precision: How sure it is.
        is_share: Whether it is a share in percent, whatever the chart's unit.
    """
    if is_share or chart.unit is ChartUnit.PERCENT:
        decimals = min(wording.decimals_of(value), MOST_DECIMALS[ChartUnit.PERCENT])
        written = wording.format_percent(value, chart.language, decimals)
    elif chart.unit is ChartUnit.MONEY and chart.currency:
        # A sum in a drawing or a table is written to the whole crown.
        whole = value.to_integral_value() if value % 1 else value
        written = wording.format_money(Money(amount=whole, currency=chart.currency), chart.language)
    else:
        decimals = min(wording.decimals_of(value), MOST_DECIMALS[ChartUnit.NUMBER])
        written = wording.format_number(value, chart.language, decimals)
    if precision is Precision.EXACT:
        return written
    return f"{label('precision', precision, chart.language)}{NO_BREAK}{written}"


def state_of(cell: Cell) -> str:
    """Tell why there is no number to draw: a name among SIGNS; "" where there is one."""
    if not cell.is_known:
        return cell.state
    return ZERO if cell.value == 0 else ""


def sign_of(cell: Cell) -> str:
    """Give the sign that stands in a table in place of a number; "" where there is one."""
    state = state_of(cell)
    return SIGNS[state] if state else ""


def cell_in_words(chart: Chart, cell: Cell) -> str:
    """Write a number, or the sign and the word for why there is none: "x (dolt)"."""
    state = state_of(cell)
    if state:
        return f"{SIGNS[state]}{NO_BREAK}({label('sign', state, chart.language)})"
    return value_in_words(chart, cell.value or Decimal(0), cell.precision)


def target_in_words(chart: Chart, value: Decimal, operator: str, precision: Precision) -> str:
    """Write what was to be reached: "Mål: minst 13"."""
    translate = translator(chart.language)
    word = label("operator", operator, chart.language)
    return f"{translate('Mål:')} {word}{NO_BREAK}{value_in_words(chart, value, precision)}"


def period_in_words(period: Period, language: str) -> str:
    """Write a period; an end that no source states is called unknown."""
    translate = translator(language)

    def written(day: PartialDate) -> str:
        return wording.format_date(day, language) or translate("okänt")

    if period.is_unknown:
        return translate("okänd tid")
    if period.start == period.end:
        return written(period.start)
    if period.is_open:
        return f"{translate('från')} {written(period.start)}"
    return f"{written(period.start)} – {written(period.end)}"


def row_name(row: Row) -> str:
    """Give a row's name, with how many its shares are shares of."""
    return (
        f"{row.label.text} (n{NO_BREAK}={NO_BREAK}{row.n:f})"
        if row.n is not None
        else row.label.text
    )


def shares_of(row: Row) -> list[Decimal] | None:
    """Give each cell's share in percent of the row's own sum; nothing where one is not known."""
    values = [cell.value or Decimal(0) for cell in row.cells]
    if any(cell.state in (CellState.SUPPRESSED, CellState.MISSING) for cell in row.cells):
        return None
    if sum(values) <= 0 or min(values) < 0:
        return None
    return [value * 100 / sum(values) for value in values]
