# SPDX-License-Identifier: EUPL-1.2
"""Rules about goals: a share says of what, "all" has a number, an outcome has a source."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from dalamodellen.inputs.loaded import Loaded
from dalamodellen.issues import Issue
from dalamodellen.model.indicator import Counts, Indicator, Observation, OutcomeStatus, Unit
from dalamodellen.model.project import Project
from dalamodellen.model.site import RecordKey, Site


def _goals(loaded: Loaded) -> Iterator[tuple[RecordKey, Project, int, Indicator]]:
    for key, record in loaded.records.items():
        if isinstance(record, Project):
            for number, goal in enumerate(record.goals):
                yield key, record, number, goal


def check_denominators(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """A goal in percent, or for "all", names the group it is a share of."""
    del site
    for key, _, number, goal in _goals(loaded):
        if not goal.target or goal.denominator:
            continue
        if goal.target.is_all or goal.target.unit is Unit.PERCENT:
            yield loaded.issue(
                key, ("goals", number, "target"), "denominator-missing", name=goal.id
            )


def check_targets(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """A target is possible: at most 100 percent, at most the size of its group, never negative."""
    del site
    for key, project, number, goal in _goals(loaded):
        target = goal.target
        if not target or target.value is None:
            continue
        sizes = {group.id: group.size for group in project.target_groups}
        is_share = target.unit is Unit.PERCENT
        limit = Decimal(100) if is_share else sizes.get(goal.denominator or "")
        place = ("goals", number, "target")
        if target.value < 0:
            yield loaded.issue(key, place, "negative-number", name=f"{target.value:f}")
        elif limit is not None and target.value > limit:
            yield loaded.issue(
                key, place, "target-impossible", name=f"{target.value:f}", limit=f"{limit:f}"
            )


def check_outcomes(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """An outcome stands only with the source that states it.

    Only "not stated in our sources" and "too early" need none.
    """
    del site
    needs_none = (OutcomeStatus.NOT_STATED, OutcomeStatus.TOO_EARLY)
    for key, _, number, goal in _goals(loaded):
        outcome = goal.outcome
        if outcome.source is None and (
            outcome.status not in needs_none or outcome.value is not None
        ):
            yield loaded.issue(
                key, ("goals", number, "outcome"), "outcome-without-source", name=goal.id
            )


def check_sex_split(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """A number of people is split into women and men, or says why it is not."""
    del site
    for key, project, number, goal in _goals(loaded):
        if goal.counts is not Counts.PEOPLE or goal.no_sex_split_reason:
            continue
        if not _is_split(loaded, project, goal):
            yield loaded.issue(key, ("goals", number, "counts"), "no-sex-split", name=goal.id)
    for key, record in loaded.records.items():
        if not isinstance(record, Project):
            continue
        for number, quantity in enumerate(record.participants):
            if quantity.women is None and quantity.no_sex_split_reason is None:
                yield loaded.issue(
                    key, ("participants", number), "no-sex-split", name="participants"
                )
        for number, whole in enumerate(record.breakdowns):
            if whole.women is None and whole.no_sex_split_reason is None:
                yield loaded.issue(key, ("breakdowns", number), "no-sex-split", name="breakdowns")


def _is_split(loaded: Loaded, project: Project, goal: Indicator) -> bool:
    """Tell whether the goal's rows in the table of observations all have women and men."""
    rows = [
        row
        for row in loaded.tables.get(("project", project.id), ())
        if isinstance(row, Observation) and row.indicator == goal.id
    ]
    return bool(rows) and all(row.women is not None and row.men is not None for row in rows)


RULES = (check_denominators, check_targets, check_outcomes, check_sex_split)
