# SPDX-License-Identifier: EUPL-1.2
"""A brief as it once was: its words, its numbers, and what may be said of how they changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from hashlib import sha256

from pydantic import TypeAdapter, ValidationError

from dalamodellen.model.indicator import Counts, Indicator, Observation, Unit
from dalamodellen.model.money import Quantity
from dalamodellen.model.number import is_hidden
from dalamodellen.model.project import Project
from dalamodellen.model.settings import Limits
from dalamodellen.model.status import number_reached, status_of_goal

FOLDER = "data/frozen"
"""Where versions are kept: data/frozen/<project>/<day>/, with a text for each language."""
VERSION_FILE = "version.json"
_SEXES = ("women", "men", "other")


@dataclass(frozen=True)
class FrozenNumber:
    """One number of a brief, as readers saw it."""

    id: str
    """What it is, the same in every version. Example: participants.achieved"""
    value: Decimal | None = None
    """The number; None where no source states it, or where it is hidden."""
    is_hidden: bool = False
    """Whether it was hidden, for it told of few people."""
    unit: str = "number"
    """number, percent or a currency."""
    fewest: int = 0
    """Fewer people than this are never told; 0 for what counts no people."""
    whole: str = ""
    """Id of the number it is a part of."""
    status: str = ""
    """Of a goal: what had become of it, as model/status.py names it."""
    labels: Mapping[str, str] = field(default_factory=dict)
    """Language → what it counts, in words that go on in a sentence."""

    @property
    def is_known(self) -> bool:
        """Whether readers saw a number."""
        return self.value is not None and not self.is_hidden


@dataclass(frozen=True)
class FrozenVersion:
    """What is known of a version besides its texts."""

    project: str
    day: date
    titles: Mapping[str, str]
    """Language → the page's title then."""
    descriptions: Mapping[str, str]
    """Language → the finding, for those who share the page."""
    numbers: tuple[FrozenNumber, ...] = ()
    sha256: str = ""
    """Over all of this and the texts, so that a change by hand is seen."""


@dataclass(frozen=True)
class FrozenBrief:
    """A version with its texts."""

    version: FrozenVersion
    texts: Mapping[str, str]
    """Language → finished Markdown."""

    @property
    def is_as_frozen(self) -> bool:
        """Whether nobody has changed a word or a number since."""
        return self.version.sha256 == content_hash(self.version, self.texts)


_VERSION = TypeAdapter(FrozenVersion)


class UnreadableVersionError(Exception):
    """A version's file does not hold what `freeze` writes."""


def parse_version(text: str) -> FrozenVersion:
    """Read what `version_text` wrote.

    Raises:
        UnreadableVersionError: it is something else.
    """
    try:
        return _VERSION.validate_json(text)
    except ValidationError as error:
        raise UnreadableVersionError(str(error)) from error


def version_text(version: FrozenVersion) -> str:
    """Write a version as a file of the repository holds it."""
    return _VERSION.dump_json(version, indent=2).decode() + "\n"


def content_hash(version: FrozenVersion, texts: Mapping[str, str]) -> str:
    """Give the hash of a version's numbers and words."""
    parts = [version_text(replace(version, sha256=""))]
    parts += [f"{language}\n{text}" for language, text in sorted(texts.items())]
    return sha256("\0".join(parts).encode()).hexdigest()


def sealed(version: FrozenVersion, texts: Mapping[str, str]) -> FrozenVersion:
    """Put the hash in a version."""
    return replace(version, sha256=content_hash(version, texts))


# -- the numbers of a brief ---------------------------------------------------------


def numbers_of(
    project: Project, rows: Iterable[Observation], limits: Limits, today: date
) -> tuple[FrozenNumber, ...]:
    """Give the numbers of a project's brief that can be held against those of another day.

    The project and its rows are as readers see them: hidden numbers are gone from them already.
    Numbers of the same kind and phase are told apart by their order.
    """
    found: list[FrozenNumber] = []
    for name, fewest in (("participants", limits.fewest_people), ("organisations", 0)):
        for quantity in getattr(project, name):
            found += _of_quantity(
                quantity, _free_id(f"{name}.{quantity.phase or 'stated'}", found), fewest
            )
    if project.funding and project.funding.granted:
        granted = project.funding.granted
        found.append(_number("granted", granted.amount, unit=granted.currency.value))
    groups = {group.id: group for group in project.target_groups}
    told = tuple(rows)
    for goal in project.goals:
        fewest = limits.fewest_sensitive if goal.is_sensitive else limits.fewest_people
        unit = goal.target.unit.value if goal.target else "number"
        counts_people = goal.counts is Counts.PEOPLE and unit == "number"
        became = status_of_goal(goal, told, groups.get(goal.denominator or ""), today)
        number = _number(
            f"goal.{goal.id}",
            number_reached(goal, told),
            unit=unit,
            fewest=fewest if counts_people else 0,
        )
        found.append(replace(number, status=became.value))
        row = newest_whole(goal, told) if counts_people else None
        for sex in _SEXES if row else ():
            value = getattr(row, sex)
            if value is not None:
                found.append(_number(f"{number.id}.{sex}", value, fewest=fewest, whole=number.id))
    return tuple(found)


def newest_whole(goal: Indicator, rows: Iterable[Observation]) -> Observation | None:
    """Give a goal's newest row about all that it counts, in no part of it."""
    wholes = [
        row
        for row in rows
        if row.indicator == goal.id
        and not any((row.role, row.municipality, row.group, row.question, row.organisation))
    ]
    return max(wholes, key=lambda row: row.period.order, default=None)


def is_share_of(goal: Indicator) -> bool:
    """Tell whether a goal's numbers are shares in percent."""
    return goal.target is not None and goal.target.unit is Unit.PERCENT


def _free_id(wanted: str, found: list[FrozenNumber]) -> str:
    taken = {one.id for one in found}
    number, free = 1, wanted
    while free in taken:
        number += 1
        free = f"{wanted}-{number}"
    return free


def _of_quantity(quantity: Quantity, number_id: str, fewest: int) -> Iterator[FrozenNumber]:
    yield _number(number_id, quantity.value, fewest=fewest)
    for sex in _SEXES:
        value = getattr(quantity, sex)
        if value is not None:
            yield _number(f"{number_id}.{sex}", value, fewest=fewest, whole=number_id)


def _number(
    number_id: str, value: Decimal | None, *, unit: str = "number", fewest: int = 0, whole: str = ""
) -> FrozenNumber:
    hidden = value is not None and is_hidden(value)
    return FrozenNumber(number_id, None if hidden else value, hidden, unit, fewest, whole)


# -- two versions beside each other --------------------------------------------------


def told_by_comparison(
    before: Iterable[FrozenNumber], after: Iterable[FrozenNumber]
) -> frozenset[str]:
    """Name the numbers that would tell of few people when two versions lie beside each other.

    1. A number of people that has changed by fewer than may be told: the difference is a
       number of people too.
    2. A part that was hidden and is shown, while its whole is the same, or has changed by fewer
       than may be told: then what it was can be worked out, or nearly so. Where the whole is not
       known, the part must be twice what may be told.
    """
    old = {number.id: number for number in before}
    new = {number.id: number for number in after}
    return frozenset(
        name
        for name, now in new.items()
        if name in old
        and (_is_small_step(old[name], now) or _shows_what_was_hidden(name, old, new))
    )


def _is_small_step(then: FrozenNumber, now: FrozenNumber) -> bool:
    if then.value is None or now.value is None:
        return False
    return 0 < abs(now.value - then.value) < max(then.fewest, now.fewest)


def _shows_what_was_hidden(
    name: str, old: Mapping[str, FrozenNumber], new: Mapping[str, FrozenNumber]
) -> bool:
    part = new[name]
    if not old[name].is_hidden or part.value is None or not part.whole:
        return False
    then, now = old.get(part.whole), new.get(part.whole)
    fewest = max(old[name].fewest, part.fewest)
    if then is None or now is None or then.value is None or now.value is None:
        # It was fewer than may be told, so at least as many as may be told have come since.
        return part.value < fewest * 2
    return abs(now.value - then.value) < fewest


def shown_but_hidden_now(
    before: Iterable[FrozenNumber], now: Iterable[FrozenNumber]
) -> tuple[str, ...]:
    """Name the numbers that a version shows, though they are hidden today."""
    hidden = {number.id for number in now if number.is_hidden}
    return tuple(number.id for number in before if number.is_known and number.id in hidden)
