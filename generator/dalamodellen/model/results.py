# SPDX-License-Identifier: EUPL-1.2
"""Every goal of every project with what came of it, and the few sums that mean something."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from dalamodellen.issues import Source
from dalamodellen.model.indicator import (
    Aggregation,
    Counts,
    Indicator,
    Observation,
    Operator,
    OutcomeStatus,
    TargetGroup,
)
from dalamodellen.model.number import is_hidden
from dalamodellen.model.period import PartialDate
from dalamodellen.model.project import Project
from dalamodellen.model.site import Site
from dalamodellen.model.status import is_share, number_reached, rows_reached, status_of_goal

FEWEST_ADDED = 2
"""A sum of one is the number itself."""


class Standing(StrEnum):
    """What a reader can know of a goal, in the order a doubting reader asks: first what failed."""

    MISSED = "missed"
    PARTLY = "partly"
    MET = "met"
    STATED = "stated"
    """A number is known, but there is nothing to hold it against."""
    TOO_EARLY = "too_early"
    HIDDEN = "hidden"
    """A number is known, but so few people are behind it that it is not shown."""
    NOT_MEASURED = "not_measured"
    NOT_STATED = "not_stated"


KNOWN = (Standing.MISSED, Standing.PARTLY, Standing.MET, Standing.STATED)
"""The outcome is known."""


@dataclass(frozen=True)
class Result:
    """One goal and what came of it."""

    project: Project
    number: int
    """The goal's number in the record, from 0."""
    standing: Standing
    reached: Decimal | None
    """The number reached; hidden where it is of few people, None where nobody states it."""
    rows: tuple[tuple[Observation, Source], ...] = ()
    """The rows of the table that say so, oldest first; none where the record itself does."""

    @property
    def goal(self) -> Indicator:
        """The goal."""
        return self.project.goals[self.number]

    @property
    def group(self) -> TargetGroup | None:
        """The group the goal is a share or a number of."""
        return next((g for g in self.project.target_groups if g.id == self.goal.denominator), None)

    @property
    def as_of(self) -> PartialDate | None:
        """The last day the number is about."""
        return self.rows[-1][0].period.end if self.rows else self.goal.outcome.as_of

    @property
    def n(self) -> Decimal | None:
        """How many the number is about: those who answered, or the group that it is a share of."""
        told = self.rows[-1][0].n if len(self.rows) == 1 else None
        if told is None and is_share(self.goal) and self.reached is not None and self.group:
            told = self.group.size
        return told


@lru_cache(maxsize=4)
def results_of_site(site: Site) -> tuple[Result, ...]:
    """Give every goal of every project readers may see: by standing, then project, then number.

    Goals that nobody can judge yet come by the day they are due.
    """
    found = [result for project in site.projects for result in results_of_project(site, project)]
    order = list(Standing)
    return tuple(sorted(found, key=lambda one: (order.index(one.standing), _waits_until(one))))


def results_of_project(site: Site, project: Project) -> list[Result]:
    """Give a project's goals in the order of its record, each with what came of it."""
    rows: dict[str, list[tuple[Observation, Source]]] = defaultdict(list)
    for row, source in site.observations(project.id):
        rows[row.indicator].append((row, source))
    groups = {group.id: group for group in project.target_groups}
    return [
        _result(site, project, number, rows[goal.id], groups.get(goal.denominator or ""))
        for number, goal in enumerate(project.goals)
    ]


def _result(
    site: Site,
    project: Project,
    number: int,
    rows: Sequence[tuple[Observation, Source]],
    group: TargetGroup | None,
) -> Result:
    goal = project.goals[number]
    told = [row for row, _ in rows]
    reached = number_reached(goal, told)
    behind = rows_reached(goal, told) if goal.outcome.value is None else ()
    sources = {id(row): source for row, source in rows}
    return Result(
        project,
        number,
        standing_of(status_of_goal(goal, told, group, site.today), reached),
        reached,
        tuple((row, sources[id(row)]) for row in behind),
    )


def standing_of(status: OutcomeStatus, reached: Decimal | None) -> Standing:
    """Tell a goal that no source states apart from one whose number is hidden or has no target."""
    if status is not OutcomeStatus.NOT_STATED or reached is None:
        return Standing(status.value)
    return Standing.HIDDEN if is_hidden(reached) else Standing.STATED


def _waits_until(result: Result) -> PartialDate:
    target = result.goal.target
    is_waiting = result.standing is Standing.TOO_EARLY
    # A date that is not known sorts after all others.
    return (target.due if is_waiting and target else None) or PartialDate()


# -- sums -----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Total:
    """What several projects have reached together of one and the same thing."""

    added: tuple[Result, ...]
    """The goals whose numbers are in it."""
    value: Decimal
    """Their numbers, added."""
    target: Decimal | None
    """What the same goals were to reach; None where their targets cannot be added."""
    operator: Operator
    hidden: int
    """Goals that are left out because their number is hidden."""
    unknown: int
    """Goals that are left out because no number is known."""


def totals_of(results: Iterable[Result], main_language: str) -> list[Total]:
    """Add what can be added, in the order of the results.

    1. The goals have the same code of a common indicator, or, without one, the same title.
    2. They count the same: people are never added to activities, nor firms to municipalities. Their
       level, their direction and their way of counting over time are the same.
    3. Each is set as a number. Shares are never added.
    4. Each may be added: `aggregation` is `sum`, and the same person does not count in other goals.
    5. They stand in different projects. Where a project has two of them none are added, for the
       same people may be in both.
    6. Only numbers that are shown are in a sum. One that is hidden or not known is not.
    7. At least two numbers are added.

    Args:
        results: The goals to choose among.
        main_language: The language that titles are compared in.
    """
    alike: dict[tuple[str, ...], list[Result]] = defaultdict(list)
    for result in results:
        if _may_be_added(result.goal):
            alike[_measure(result.goal, main_language)].append(result)
    return [total for found in alike.values() if (total := _total(found)) is not None]


def _may_be_added(goal: Indicator) -> bool:
    return (
        goal.target is not None
        and not is_share(goal)
        and goal.counts is not Counts.NOTHING
        and goal.aggregation is Aggregation.SUM
        and not goal.may_overlap
    )


def _measure(goal: Indicator, language: str) -> tuple[str, ...]:
    """Name what a goal measures, and how: the same for goals that may be added."""
    title = " ".join(goal.title.in_language(language)[0].casefold().split())
    named = ("code", goal.code) if goal.code else ("title", title)
    return (*named, goal.counts, goal.level, goal.direction, goal.accumulation)


def _total(results: Sequence[Result]) -> Total | None:
    if len({one.project.id for one in results}) < len(results):
        return None
    added = tuple(one for one in results if one.reached is not None and not is_hidden(one.reached))
    if len(added) < FEWEST_ADDED:
        return None
    hidden = sum(is_hidden(one.reached) for one in results)
    return Total(
        added,
        sum((one.reached for one in added if one.reached is not None), Decimal(0)),
        *_target(added),
        hidden=hidden,
        unknown=len(results) - len(added) - hidden,
    )


def _target(added: Sequence[Result]) -> tuple[Decimal | None, Operator]:
    targets = [one.goal.target for one in added if one.goal.target is not None]
    operators = {target.operator for target in targets}
    values = [target.value for target in targets if target.value is not None]
    if len(operators) > 1 or len(values) < len(added):
        return None, Operator.AT_LEAST
    return sum(values, Decimal(0)), operators.pop()
