# SPDX-License-Identifier: EUPL-1.2
"""What was to be reached, and whether an outcome reaches it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from dalamodellen.model.indicator import Direction, Operator
from dalamodellen.model.money import Precision
from dalamodellen.model.period import PartialDate
from dalamodellen.outputs.charts.spec import Cell, Chart, ChartUnit, Row

UPWARDS = (Precision.OVER, Precision.AT_LEAST)
"""Precisions of a number that the truth is above."""


@dataclass(frozen=True)
class Goal:
    """What was to be reached, by when, and how an outcome is held against it."""

    value: Decimal
    operator: Operator
    direction: Direction
    precision: Precision = Precision.EXACT
    whole: Decimal | None = None
    """How many there are, where the target is so many of them."""
    due: PartialDate | None = None

    def is_met_by(self, outcome: Cell) -> bool | None:
        """Tell whether an outcome meets the target; nothing where it cannot be told.

        An operator that goes against the direction cannot be read: "at least 10" of
        what is to decrease. What is only about so many, near the target, tells nothing.
        """
        value = value_of(outcome)
        if self.operator is Operator.EXACTLY:
            is_sure = Precision.EXACT is outcome.precision is self.precision
            return value == self.value if is_sure else None
        upwards = self.operator is Operator.AT_LEAST
        if (upwards and self.direction is Direction.DECREASE) or self.precision is not (
            Precision.EXACT
        ):
            return None
        return _is_beyond(outcome.precision, value - self.value, upwards=upwards)


def _is_beyond(precision: Precision, ahead: Decimal, *, upwards: bool) -> bool | None:
    """Tell whether a number lies on the right side of a limit, as far as its precision says."""
    if precision is Precision.EXACT:
        return ahead >= 0 if upwards else ahead <= 0
    if precision in UPWARDS and ahead >= 0:
        # Over the limit for sure: right for a floor, wrong for a ceiling unless it is just there.
        return True if upwards else (False if ahead > 0 or precision is Precision.OVER else None)
    if precision is Precision.ALMOST and ahead <= 0:
        return not upwards
    return None


def goal_of_chart(chart: Chart) -> Goal | None:
    """Give what the whole chart was to reach; nothing where it says no target."""
    if chart.target is None:
        return None
    return Goal(
        chart.target,
        chart.operator,
        chart.direction,
        whole=sure(chart.n) if chart.unit is ChartUnit.NUMBER else None,
        due=chart.target_due,
    )


def goal_of_row(chart: Chart, row: Row) -> Goal | None:
    """Give what one row was to reach; nothing where it has no target."""
    if row.target is None:
        return None
    return Goal(
        row.target, row.operator, chart.direction, row.precision, sure(row.n), chart.target_due
    )


def value_of(cell: Cell) -> Decimal:
    """Give the number of a known cell.

    Raises:
        ValueError: there is none. A programmer's mistake: a hidden number is never asked for.
    """
    if cell.value is None or not cell.is_known:
        message = f"a cell that is {cell.state} has no number"
        raise ValueError(message)
    return cell.value


def sure(number: Decimal | None) -> Decimal | None:
    """Give a number that may be told; nothing where it is hidden."""
    return None if number is None or number.is_nan() else number
