# SPDX-License-Identifier: EUPL-1.2
"""Numbers of few people in a 4R analysis: a level or a resource is shown whole, or not at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TypeVar

from dalamodellen.model.equality import SEXES, numbers_of_level
from dalamodellen.model.four_r import FourR, Level, ResourceUnit, SharedResource
from dalamodellen.model.indicator import Observation
from dalamodellen.model.number import HIDDEN, is_hidden
from dalamodellen.model.people_ledger import Ledger, Place
from dalamodellen.model.project import Project
from dalamodellen.model.settings import Limits
from dalamodellen.model.suppression import Headcount, Key

_HUNDRED = Decimal(100)
_Part = TypeVar("_Part", Level, SharedResource)


def enter_levels(ledger: Ledger, project: Project, limits: Limits) -> None:
    """Enter the women and men of each level and each resource that is places.

    A level with the same women and men as numbers that stand elsewhere is about the same people:
    it is hidden where any of them is.
    """
    if project.four_r is None:
        return
    elsewhere = dict(ledger.counts)
    for number, level in enumerate(project.four_r.levels):
        _enter(ledger, elsewhere, level, ("four_r", "levels", number), limits)
    for number, resource in enumerate(project.four_r.shared):
        if resource.unit is ResourceUnit.PLACES:
            _enter(ledger, elsewhere, resource, ("four_r", "shared", number), limits)


def _enter(
    ledger: Ledger,
    elsewhere: dict[Key, Headcount],
    part: Level | SharedResource,
    loc: Place,
    limits: Limits,
) -> None:
    told = {
        name: int(number)
        for name in SEXES
        if (number := getattr(part, name)) is not None and number >= 0
    }
    for name, number in told.items():
        place: Place = ("record", *loc, name)
        ledger.add((loc, name), Headcount(number, limits.fewest_people, 4), place)
        for prefix in _same_people(elsewhere, told):
            if (*prefix, name) in elsewhere:
                ledger.places[(*prefix, name)].append(place)


def _same_people(counts: dict[Key, Headcount], told: dict[str, int]) -> Iterator[tuple[Key, ...]]:
    """Give what stands before the sex in the keys of as many women and as many men.

    A level that states one sex alone is held against that one: with a total that stands elsewhere
    it would tell the hidden other.
    """
    stated = [sex for sex in ("women", "men") if sex in told]
    for key in counts:
        if not isinstance(key, tuple) or key[-1:] != tuple(stated[:1]):
            continue
        found = [counts.get((*key[:-1], sex)) for sex in stated]
        if all(
            one is not None and one.value == told[sex]
            for one, sex in zip(found, stated, strict=True)
        ):
            yield key[:-1]


def without_few(project: Project, rows: Sequence[Observation], limits: Limits) -> Project:
    """Hide the whole of each level and resource that has a hidden number, and what a level got.

    What women and men got is held against how many they are. Where they are not shown, neither
    is that, for the one could tell the other.

    Args:
        project: The record, its few people hidden already.
        rows: Its rows of results, likewise.
        limits: How few are hidden.
    """
    if project.four_r is None:
        return project
    analysis = project.four_r
    levels = tuple(_whole_or_nothing(level) for level in analysis.levels)
    numbers = {level.id: numbers_of_level(project, level, rows) for level in levels}
    fewest = limits.fewest_people
    shared = tuple(
        _hidden(one)
        if _tells_of_few(one, numbers.get(one.level, ()), fewest)
        else _whole_or_nothing(one)
        for one in analysis.shared
    )
    changed: FourR = analysis.model_copy(update={"levels": levels, "shared": shared})
    return project.model_copy(update={"four_r": changed})


def _tells_of_few(resource: SharedResource, numbers: Sequence[Decimal | None], fewest: int) -> bool:
    if any(is_hidden(number) for number in numbers):
        return True
    if resource.unit is not ResourceUnit.PERCENT:
        return False
    # A share of places may be one place. How many there were is not told; the people are.
    whole = sum((number for number in numbers if number is not None), Decimal(0))
    shares = [share for name in SEXES if (share := getattr(resource, name))]
    return any(0 < share * whole / _HUNDRED < fewest for share in shares)


def _whole_or_nothing(part: _Part) -> _Part:
    if any(is_hidden(getattr(part, name)) for name in SEXES):
        return _hidden(part)
    return part


def _hidden(part: _Part) -> _Part:
    told = [name for name in SEXES if getattr(part, name) is not None]
    return part.model_copy(update=dict.fromkeys(told, HIDDEN))
