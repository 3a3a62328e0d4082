# SPDX-License-Identifier: EUPL-1.2
"""Rules about goals as a whole: are they SMART, who counts twice, and whose codes are they."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from dalamodellen.inputs.loaded import Loaded
from dalamodellen.issues import Issue, nearest
from dalamodellen.model.indicator import Counts, Indicator, Unit
from dalamodellen.model.programme import Programme
from dalamodellen.model.project import Project
from dalamodellen.model.site import RecordKey, Site

PARTS = 5
TRAINED, SUPPORTED = "EECO05", "EECO19"
"""Employed people who are trained, and firms that are supported: one and the same support is one."""


def _projects(loaded: Loaded) -> Iterator[tuple[RecordKey, Project]]:
    for key, record in loaded.records.items():
        if isinstance(record, Project):
            yield key, record


def _line(loaded: Loaded, key: RecordKey, number: int) -> str:
    return str(loaded.nodes[key].find(("goals", number, "id")).line)


def check_smart(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """A goal says how much, of what, how it is measured, when, and who answers for it."""
    del site
    for key, project in _projects(loaded):
        for number, goal in enumerate(project.goals):
            if missing := _missing_parts(goal):
                yield loaded.issue(
                    key,
                    ("goals", number, "id"),
                    "smart-part-missing",
                    name=goal.id,
                    score=str(PARTS - len(missing)),
                    parts=", ".join(missing),
                )


def _missing_parts(goal: Indicator) -> list[str]:
    target = goal.target
    has_number = target is not None and (target.value is not None or target.is_all)
    found = {
        "smart_number": has_number,
        "smart_unit": goal.counts is not Counts.NOTHING,
        "smart_method": goal.measured_by is not None,
        "smart_date": target is not None and target.due is not None,
        "smart_owner": goal.owner is not None,
    }
    return [name for name, is_there in found.items() if not is_there]


def check_all_resolved(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """A goal for "all" can be told as a number: the group it names has a size."""
    del site
    for key, project in _projects(loaded):
        groups = {group.id: group for group in project.target_groups}
        for number, goal in enumerate(project.goals):
            group = groups.get(goal.denominator or "")
            if goal.target and goal.target.is_all and group and group.size is None:
                yield loaded.issue(
                    key, ("goals", number, "target"), "all-without-size", name=group.id
                )


def check_overlap(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """Two goals that count people in the same group say whether a person may count in both."""
    del site
    for key, project in _projects(loaded):
        people = [
            (number, goal)
            for number, goal in enumerate(project.goals)
            if goal.counts is Counts.PEOPLE and goal.target and goal.target.unit is Unit.NUMBER
        ]
        for (first, one), (second, other) in combinations(people, 2):
            if _may_meet(one, other) and not (one.may_overlap and other.may_overlap):
                yield loaded.issue(
                    key,
                    ("goals", second, "id"),
                    "goals-may-overlap",
                    name=other.id,
                    other=one.id,
                    first=_line(loaded, key, first),
                )


def _may_meet(one: Indicator, other: Indicator) -> bool:
    if one.denominator != other.denominator:
        return False
    return not one.roles or not other.roles or bool(set(one.roles) & set(other.roles))


def check_added_goals(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """Goals that may count the same person are never added to a number of people."""
    del site
    for key, project in _projects(loaded):
        targets = [
            goal.target.value
            for goal in project.goals
            if goal.counts is Counts.PEOPLE
            and goal.may_overlap
            and goal.target
            and goal.target.unit is Unit.NUMBER
            and goal.target.value is not None
        ]
        total = sum(targets, Decimal(0))
        if len(targets) < 2:  # noqa: PLR2004 - one goal is not a sum
            continue
        stated = [(("participants", n), q.value) for n, q in enumerate(project.participants)]
        stated += [(("breakdowns", n), b.value) for n, b in enumerate(project.breakdowns)]
        for loc, value in stated:
            if value == total:
                yield loaded.issue(
                    key,
                    (*loc, "value"),
                    "overlapping-goals-added",
                    name=f"{value:f}",
                    sum=" + ".join(f"{target:f}" for target in targets),
                )


def check_indicator_codes(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """The code of a common indicator belongs to the years of the project's programme."""
    for key, project in _projects(loaded):
        programme = site.records.get(
            ("programme", (project.funding and project.funding.programme) or "")
        )
        if not isinstance(programme, Programme) or programme.period.start.year is None:
            continue
        start = programme.period.start.year
        for number, goal in enumerate(project.goals):
            years = _years(loaded, goal.code or "")
            if years and not years[0] <= start <= years[1]:
                yield loaded.issue(
                    key,
                    ("goals", number, "code"),
                    "indicator-of-other-period",
                    name=goal.code or "",
                    years=f"{years[0]}–{years[1]}",
                    programme=programme.id,
                )


def check_known_codes(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """The code of a common indicator is one that we have read in a source."""
    del site
    known = loaded.codes.indicators
    for key, project in _projects(loaded):
        for number, goal in enumerate(project.goals):
            if goal.code and goal.code not in known:
                yield loaded.issue(
                    key,
                    ("goals", number, "code"),
                    "unknown-indicator-code",
                    name=goal.code,
                    allowed=", ".join(known),
                    nearest=nearest(goal.code, known),
                )


def _years(loaded: Loaded, code: str) -> tuple[int, int] | None:
    prefix = code.rstrip("0123456789")
    return loaded.codes.indicator_years.get(prefix) if prefix != code else None


def check_counted_once(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """People who are trained are counted as people; their firm is then not a supported firm too.

    Source: SFC support portal, "Which common output indicator should be used
    to monitor support to entrepreneurship", 2023-04-20.
    """
    del site
    for key, project in _projects(loaded):
        codes = {goal.code: number for number, goal in reversed(list(enumerate(project.goals)))}
        if TRAINED in codes and SUPPORTED in codes:
            yield loaded.issue(
                key,
                ("goals", codes[SUPPORTED], "code"),
                "trained-and-supported",
                name=SUPPORTED,
                other=TRAINED,
                first=_line(loaded, key, codes[TRAINED]),
            )


RULES = (
    check_smart,
    check_all_resolved,
    check_overlap,
    check_added_goals,
    check_indicator_codes,
    check_known_codes,
    check_counted_once,
)
