# SPDX-License-Identifier: EUPL-1.2
"""What became of a goal, by a written rule: met, partly, missed, or why nobody can say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from dalamodellen.model.indicator import (
    Accumulation,
    Aggregation,
    Direction,
    Indicator,
    Observation,
    Operator,
    OutcomeStatus,
    TargetGroup,
    Unit,
)
from dalamodellen.model.number import is_hidden

HALF = Decimal("0.5")
"""Of the way from where it began to the target. From here on the goal is partly met."""
_JUDGED = (OutcomeStatus.MET, OutcomeStatus.PARTLY, OutcomeStatus.MISSED)


def status_of_goal(
    goal: Indicator, rows: Iterable[Observation], group: TargetGroup | None, today: date
) -> OutcomeStatus:
    """Say what became of a goal.

    1. The number reached is the one in the outcome; else that of the newest row about the whole.
       Rows that hold only their own period are added, where the goal's rows may be added.
    2. The target is the number to reach. "All" is the whole group, or 100 percent.
    3. With both, the operator decides: at least, at most or exactly.
       *Met* when it holds. Before the day it was due that is known only of a number that holds
       all so far and was to be at least so large; of others it is *too early*.
    4. When it does not hold, it is *too early* until the day it was due has passed. After that it
       is *partly* met if at least half the way is gone from the baseline (nothing, where none is
       stated) to the target; else it is *missed*. Where the source itself says partly or missed,
       its word stands.
    5. Without a number or a target, the status in the record stands.
    6. *Not measured* stands only in the record, with the source that says so.
    7. Where nothing is recorded, it is *too early* before the day it was due, and after that
       *not stated in our sources*. A goal without a due date is never too early by itself.
    8. A goal where fewer is better, but "at least" so many were to be reached, contradicts itself:
       the status in the record stands. So it does where the number is hidden.
    """
    recorded = goal.outcome.status
    found = status_by_numbers(goal, rows, group, today)
    if found is not None:
        is_word_of_source = recorded in _JUDGED and OutcomeStatus.MET not in (found, recorded)
        return recorded if is_word_of_source and found in _JUDGED else found
    if recorded is OutcomeStatus.NOT_STATED and is_before_due(goal, today):
        return OutcomeStatus.TOO_EARLY
    return recorded


def status_by_numbers(
    goal: Indicator, rows: Iterable[Observation], group: TargetGroup | None, today: date
) -> OutcomeStatus | None:
    """Give the status that follows from the numbers alone; None where they say nothing."""
    reached = number_reached(goal, rows)
    aim = _aim(goal, group)
    if reached is None or aim is None or is_hidden(reached):
        return None
    is_early = is_before_due(goal, today)
    if aim.holds(reached):
        is_safe = aim.operator is Operator.AT_LEAST and _only_grows(goal)
        return OutcomeStatus.TOO_EARLY if is_early and not is_safe else OutcomeStatus.MET
    if is_early:
        return OutcomeStatus.TOO_EARLY
    return OutcomeStatus.PARTLY if aim.way(reached) >= HALF else OutcomeStatus.MISSED


def number_reached(goal: Indicator, rows: Iterable[Observation]) -> Decimal | None:
    """Give the number a goal has reached, by rule 1; None where nobody states it."""
    if goal.outcome.value is not None:
        return goal.outcome.value
    told = rows_reached(goal, rows)
    return added(told, "value") if told else None


def rows_reached(goal: Indicator, rows: Iterable[Observation]) -> tuple[Observation, ...]:
    """Give the rows that say how far a goal has come, oldest first; none where no row does."""
    wholes = [row for row in rows if row.indicator == goal.id and _is_whole(row)]
    return newest_or_all(goal, wholes)


def newest_or_all(goal: Indicator, rows: Iterable[Observation]) -> tuple[Observation, ...]:
    """Give the newest of some rows about the same people or things.

    Where each row holds only its own period and may be added, that is all of them, each day once.
    """
    told = [row for row in rows if row.value is not None]
    is_added = (
        goal.accumulation is Accumulation.PER_PERIOD
        and goal.aggregation is Aggregation.SUM
        and not is_share(goal)
    )
    if told and not is_added:
        return (max(told, key=lambda row: row.period.order),)
    return tuple(sorted(_periods_apart(told), key=lambda row: row.period.order))


def added(rows: Sequence[Observation], name: str) -> Decimal | None:
    """Add a number of several rows; hidden if one is, and None where a row does not state it."""
    numbers = [getattr(row, name) for row in rows]
    return None if None in numbers else sum(numbers[1:], numbers[0])


def is_before_due(goal: Indicator, today: date) -> bool:
    """Tell whether the day a goal was due has not yet passed."""
    due = goal.target.due if goal.target else None
    last = due.last_day if due else None
    return last is not None and today <= last


def status_of_organisation(goal: Indicator, value: Decimal | None) -> OutcomeStatus:
    """Say what became of a goal in one organisation.

    A goal that counts organisations has one in the row of an organisation that has reached it and
    none in that of one that has not; a number between is partly. A share is held against the
    goal's own.
    """
    if value is None or is_hidden(value):
        return OutcomeStatus.NOT_STATED
    target = Decimal(1)
    if is_share(goal) and goal.target is not None:
        target = goal.target.value if goal.target.value is not None else Decimal(100)
    if value >= target:
        return OutcomeStatus.MET
    is_partly = value >= target * HALF if is_share(goal) else value > 0
    return OutcomeStatus.PARTLY if is_partly else OutcomeStatus.MISSED


@dataclass(frozen=True)
class _Aim:
    """What was to be reached, and from where."""

    target: Decimal
    operator: Operator
    baseline: Decimal

    def holds(self, reached: Decimal) -> bool:
        """Whether a number is as it was to be."""
        if self.operator is Operator.AT_LEAST:
            return reached >= self.target
        if self.operator is Operator.AT_MOST:
            return reached <= self.target
        return reached == self.target

    def way(self, reached: Decimal) -> Decimal:
        """Tell how much of the way from the baseline is gone: 1 at the target."""
        whole = self.target - self.baseline
        if whole == 0 or (self.operator is Operator.AT_MOST and whole > 0):
            # What began within "at most" and is above it now has gone the wrong way.
            return Decimal(0)
        gone = (reached - self.baseline) / whole
        # Beyond "exactly" is as far from it as before it.
        return 2 - gone if self.operator is Operator.EXACTLY and gone > 1 else gone


def _aim(goal: Indicator, group: TargetGroup | None) -> _Aim | None:
    target = goal.target
    if target is None:
        return None
    number = target.value
    if target.is_all:
        number = Decimal(100) if is_share(goal) else group.size if group else None
    if number is None:
        return None
    if goal.direction is Direction.DECREASE and target.operator is Operator.AT_LEAST:
        return None
    return _Aim(number, target.operator, goal.baseline or Decimal(0))


def _only_grows(goal: Indicator) -> bool:
    return goal.accumulation is Accumulation.CUMULATIVE and not is_share(goal)


def is_share(goal: Indicator) -> bool:
    """Tell whether a goal's numbers are in percent."""
    return goal.target is not None and goal.target.unit is Unit.PERCENT


def _is_whole(row: Observation) -> bool:
    parts = (row.role, row.municipality, row.group, row.question)
    return not any(parts) and row.organisation is None


def _periods_apart(rows: list[Observation]) -> list[Observation]:
    """Keep rows whose periods do not overlap, the longest first: a year is not added to its quarters."""
    kept: list[Observation] = []
    by_length = sorted(rows, key=lambda row: (-_days(row), row.period.start, row.period.end))
    for row in by_length:
        if not any(_overlap(row, other) for other in kept):
            kept.append(row)
    return kept


def _days(row: Observation) -> int:
    first, last = row.period.start.first_day, row.period.end.last_day
    return (last - first).days + 1 if first and last else 0


def _overlap(one: Observation, other: Observation) -> bool:
    ends = (
        one.period.start.first_day,
        one.period.end.last_day,
        other.period.start.first_day,
        other.period.end.last_day,
    )
    first, last, begins, stops = ends
    if first is None or last is None or begins is None or stops is None:
        return one.period == other.period
    return first <= stops and begins <= last
