# SPDX-License-Identifier: EUPL-1.2
"""Women and men on a level of a project: what is stated of them, and whether both are 40 to 60 of 100."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from dalamodellen.model.four_r import Level
from dalamodellen.model.indicator import Counts, Observation, Unit
from dalamodellen.model.number import is_hidden
from dalamodellen.model.project import Project

SEXES = ("women", "men", "other")
"""In the order they are always shown."""
BALANCE = (Decimal(40), Decimal(60))
"""Shares of women and men, in percent, within which a group counts as balanced."""
_ALL = Decimal(100)


@dataclass(frozen=True)
class Balance:
    """The shares of a group as they are shown, and how far it is from balance."""

    women: Decimal
    """Percent of all, with one decimal."""
    men: Decimal
    fewer: str
    """The sex with the smaller share, "women" or "men"; women where they are as many."""
    gap: Decimal
    """How many percentage points the smaller share is under 40; none where it is not."""

    @property
    def is_even(self) -> bool:
        """Whether both women and men are from 40 to 60 percent."""
        return not self.gap


def balance_of(women: Decimal, men: Decimal, other: Decimal = Decimal(0)) -> Balance | None:
    """Tell how a group is shared between women and men; None where it has no members.

    Those of another or unknown sex are part of the whole and never counted as either, so where
    the smaller share is at least 40 the larger is at most 60.
    """
    whole = women + men + other
    if whole <= 0 or min(women, men, other) < 0:
        return None
    ours, theirs = (rounded(number * _ALL / whole) for number in (women, men))
    return Balance(
        ours,
        theirs,
        "women" if ours <= theirs else "men",
        max(Decimal(0), BALANCE[0] - min(ours, theirs)),
    )


def rounded(share_percent: Decimal) -> Decimal:
    """Round a share as tables show it: one decimal."""
    return share_percent.quantize(Decimal("0.1"))


# -- the levels of a 4R analysis ---------------------------------------------------------------


def row_of_level(
    project: Project, level: Level, rows: Sequence[Observation]
) -> tuple[int, Observation] | None:
    """Give the newest row about the whole of the goal that a level takes its numbers from.

    Only a number of people will do: a share of all women says nothing of how many they are.

    Returns:
        The row's number among `rows`, and the row.
    """
    goal = next((one for one in project.goals if one.id == level.goal), None)
    if goal is None or goal.counts not in (Counts.PEOPLE, Counts.NOTHING):
        return None
    if goal.target is not None and goal.target.unit is Unit.PERCENT:
        return None
    found = [
        (number, row)
        for number, row in enumerate(rows)
        if row.indicator == goal.id
        and not (row.role or row.municipality or row.group or row.question)
        and row.organisation is None
        and None not in (row.women, row.men)
    ]
    return max(found, key=lambda one: one[1].period.order, default=None)


def numbers_of_level(
    project: Project, level: Level, rows: Sequence[Observation]
) -> tuple[Decimal | None, ...]:
    """Give a level's women, men and others, as far as they are stated; hidden ones are `HIDDEN`."""
    if level.goal is None:
        return tuple(getattr(level, name) for name in SEXES)
    found = row_of_level(project, level, rows)
    return tuple(getattr(found[1], name) for name in SEXES) if found else (None, None, None)


def known_balance(numbers: Sequence[Decimal | None]) -> Balance | None:
    """Tell how numbers of women, men and others are shared, where none is hidden or lacking."""
    if any(is_hidden(number) for number in numbers):
        return None
    women, men, other = numbers
    if women is None or men is None:
        return None
    return balance_of(women, men, other or Decimal(0))
