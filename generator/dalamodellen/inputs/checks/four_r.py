# SPDX-License-Identifier: EUPL-1.2
"""Rules about the 4R analysis: it names what there is, its shares add up, and deviation is explained."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from dalamodellen.inputs.loaded import Loaded
from dalamodellen.issues import Issue, nearest
from dalamodellen.model.equality import SEXES, known_balance, numbers_of_level
from dalamodellen.model.four_r import FourR, ResourceUnit
from dalamodellen.model.indicator import Observation
from dalamodellen.model.number import in_digits
from dalamodellen.model.project import Project
from dalamodellen.model.site import RecordKey, Site
from dalamodellen.model.validation import Loc

_ALL = Decimal(100)
_ROUNDING = Decimal("0.2")
"""Three shares that are rounded to one decimal may miss a hundred by as much."""


def _analyses(loaded: Loaded) -> Iterator[tuple[RecordKey, Project, FourR]]:
    for key, record in loaded.records.items():
        if isinstance(record, Project) and record.four_r is not None:
            yield key, record, record.four_r


def check_goals(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """A level and an action of a 4R analysis name goals of the project."""
    del site
    for key, project, analysis in _analyses(loaded):
        if loaded.lacks(key, "goals"):
            continue
        goals = [goal.id for goal in project.goals]
        named: list[tuple[Loc, str]] = [
            (("four_r", "levels", number, "goal"), level.goal)
            for number, level in enumerate(analysis.levels)
            if level.goal is not None
        ]
        named += [
            (("four_r", "actions", number, "goals", place), name)
            for number, action in enumerate(analysis.actions)
            for place, name in enumerate(action.goals)
        ]
        for loc, name in named:
            if name not in goals:
                values = _unknown(name, goals)
                yield loaded.issue(key, loc, "four-r-unknown-goal", at_key=False, **values)


def check_levels_named(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """Levels have ids of their own, and a resource names one of them."""
    del site
    for key, _, analysis in _analyses(loaded):
        levels = [level.id for level in analysis.levels]
        for number, name in enumerate(levels):
            first = levels.index(name)
            if first < number:
                line = loaded.nodes[key].find(("four_r", "levels", first, "id")).line
                loc: Loc = ("four_r", "levels", number, "id")
                yield loaded.issue(key, loc, "duplicate-part", name=name, first=str(line))
        for number, resource in enumerate(analysis.shared):
            if resource.level not in levels:
                loc = ("four_r", "shared", number, "level")
                values = _unknown(resource.level, levels)
                yield loaded.issue(key, loc, "four-r-unknown-level", at_key=False, **values)


def _unknown(name: str, allowed: Sequence[str]) -> dict[str, str]:
    """Say which name is not there, and which are."""
    return {
        "name": name,
        "nearest": nearest(name, allowed),
        "allowed": ", ".join(dict.fromkeys(allowed)) or "–",
    }


def check_shares(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """Numbers are never less than none, and shares of a resource in percent are a hundred together."""
    del site
    for key, _, analysis in _analyses(loaded):
        for name in ("levels", "shared"):
            for number, part in enumerate(getattr(analysis, name)):
                for sex in SEXES:
                    value = getattr(part, sex)
                    if value is not None and value < 0:
                        loc: Loc = ("four_r", name, number, sex)
                        yield loaded.issue(key, loc, "negative-number", name=in_digits(value))
        for number, resource in enumerate(analysis.shared):
            told = [value for sex in SEXES if (value := getattr(resource, sex)) is not None]
            if resource.unit is not ResourceUnit.PERCENT or len(told) <= 1:
                continue
            total = sum(told, Decimal(0))
            if abs(total - _ALL) > _ROUNDING:
                yield loaded.issue(
                    key,
                    ("four_r", "shared", number, "women"),
                    "four-r-shares-differ",
                    sum=" + ".join(in_digits(value) for value in told),
                    total=in_digits(total),
                )


def check_levels(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """A level has both women and men, and so has a resource; or a note says why there are none."""
    del site
    for key, project, analysis in _analyses(loaded):
        rows = _rows(loaded, key)
        for number, level in enumerate(analysis.levels):
            if level.goal is not None and all(goal.id != level.goal for goal in project.goals):
                continue  # That is told already.
            women, men, _ = numbers_of_level(project, level, rows)
            if (women is None or men is None) and level.note is None:
                loc: Loc = ("four_r", "levels", number, "id")
                yield loaded.issue(key, loc, "four-r-without-numbers", name=level.id)
        for number, resource in enumerate(analysis.shared):
            if None in (resource.women, resource.men) and resource.note is None:
                title = resource.title.in_language("sv")[0]
                loc = ("four_r", "shared", number, "title")
                yield loaded.issue(key, loc, "four-r-without-numbers", name=title)


def check_explained(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """Where a level is outside 40 to 60 percent, the analysis says why (realia)."""
    del site
    for key, project, analysis in _analyses(loaded):
        if analysis.realia is not None:
            continue
        rows = _rows(loaded, key)
        for number, level in enumerate(analysis.levels):
            balance = known_balance(numbers_of_level(project, level, rows))
            if balance is not None and not balance.is_even:
                loc: Loc = ("four_r", "levels", number, "id")
                yield loaded.issue(
                    key,
                    loc,
                    "four-r-unexplained",
                    name=level.id,
                    women=in_digits(balance.women),
                    men=in_digits(balance.men),
                )


def _rows(loaded: Loaded, key: RecordKey) -> list[Observation]:
    return [row for row in loaded.tables.get(key, ()) if isinstance(row, Observation)]


RULES = (check_goals, check_levels_named, check_shares, check_levels, check_explained)
