# SPDX-License-Identifier: EUPL-1.2
"""All numbers of people in a project, in its record and its rows, each entered once.

Numbers that tell of the same people have the same key, so that one is never hidden where the
other is shown.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from dalamodellen.model.indicator import Accumulation, Counts, Indicator, Observation, Unit
from dalamodellen.model.money import Phase, Quantity
from dalamodellen.model.observed_sums import growing_keys, kinds_of, sums_of_rows
from dalamodellen.model.part import Part
from dalamodellen.model.period import Period
from dalamodellen.model.project import Breakdown, Project
from dalamodellen.model.record import slug
from dalamodellen.model.settings import Limits
from dalamodellen.model.suppression import Headcount, Key, Sum

SEXES = ("women", "men", "other")
ANSWERS = tuple(f"answers_{number}" for number in range(1, 6))
PEOPLE_FIELDS = ("value", *SEXES, "n", "n_women", "n_men", *ANSWERS)
"""Fields of a row that hold numbers of people, where the goal is about people."""
_RESULTS = (None, Phase.HALF_WAY, Phase.ACHIEVED)
"""Phases whose numbers are about people who took part; a plan is about nobody yet."""

Place = tuple[str | int, ...]
"""Where a number stands: ("row", 3, "women") or ("record", "breakdowns", 0, "value")."""


@dataclass
class Ledger:
    """All numbers of people in a project, each under one key wherever it stands."""

    counts: dict[Key, Headcount] = field(default_factory=dict)
    places: dict[Key, list[Place]] = field(default_factory=lambda: defaultdict(list))
    sums: list[Sum] = field(default_factory=list)
    growing: list[list[Key]] = field(default_factory=list)

    def add(self, key: Key, count: Headcount, place: Place) -> Key:
        """Enter a number; one that contradicts what stands under its key gets a key of its own."""
        if key in self.counts and self.counts[key].value != count.value:
            key = (key, place)
        self.counts.setdefault(key, count)
        self.places[key].append(place)
        return key


def enter_people(
    project: Project, rows: Sequence[Observation], withheld: Mapping[int, bool], limits: Limits
) -> Ledger:
    """Enter every number of people that readers may otherwise see.

    Args:
        project: The record as it was read.
        rows: Its table of observations.
        withheld: Number of a row about an organisation that is not named → whether its numbers
            are hidden however large they are.
        limits: How few are hidden.
    """
    ledger = Ledger()
    for goal in project.goals:
        if is_about_people(goal):
            _enter_rows(ledger, project, goal, rows, withheld=withheld, limits=limits)
    _enter_record(ledger, project, rows, limits)
    return ledger


def is_about_people(goal: Indicator) -> bool:
    """Tell whether a goal's results are about people; one that does not say may be."""
    return goal.counts in (Counts.PEOPLE, Counts.COURSE_PLACES, Counts.NOTHING)


# -- the table --------------------------------------------------------------------------------


def _enter_rows(
    ledger: Ledger,
    project: Project,
    goal: Indicator,
    rows: Sequence[Observation],
    *,
    withheld: Mapping[int, bool],
    limits: Limits,
) -> None:
    fewest = limits.fewest_sensitive if goal.is_sensitive else limits.fewest_people
    group = next((one for one in project.target_groups if one.id == goal.denominator), None)
    newest = _newest(goal, rows)
    entered: dict[int, dict[str, Key]] = {}
    for number, row in enumerate(rows):
        if row.indicator != goal.id:
            continue
        keys = entered.setdefault(number, {})
        for name, people in _people_in(row, goal, group.size if group else None):
            weight = _weight(name, is_whole=not labels_of(row), is_newest=row is newest)
            must_hide = withheld.get(number, False) and people > 0
            count = Headcount(people, fewest, weight, must_hide)
            keys[name] = ledger.add(row_key(row, name), count, ("row", number, name))
    is_rounded = _is_share(goal)
    told = {number: (rows[number], keys) for number, keys in entered.items()}
    dated = dict(told)
    own = [row for row, _ in told.values()]
    if (outcome := _outcome_as_row(goal, own)) is not None:
        key = ("outcome", goal.id)
        ledger.counts[key] = _outcome_count(goal, outcome.value or Decimal(0), limits)
        ledger.sums += _outcome_in_parts(goal, key, list(told.values()))
        told[len(rows)] = (outcome, {"value": key})
        if (on_its_day := _outcome_on_its_day(goal, outcome, own)) is not None:
            dated[len(rows)] = (on_its_day, {"value": key})
    ledger.sums += sums_of_rows(goal, told, is_rounded)
    if goal.accumulation is Accumulation.CUMULATIVE and not is_rounded:
        ledger.growing += growing_keys(dated)


def _outcome_as_row(goal: Indicator, rows: Sequence[Observation]) -> Observation | None:
    """Give the outcome in the record as if it were the newest row about the whole.

    Readers hold it against the rows: what is in all parts or periods together can be worked out
    from it. None where it is not a number of people, or where the newest row is the same number.
    """
    value = goal.outcome.value
    if goal.counts is not Counts.PEOPLE or value is None or value < 0 or _is_share(goal):
        return None
    if not rows or _is_told(goal, _newest(goal, rows), rows):
        return None
    first = min(rows, key=lambda row: row.period.start)
    last = max(rows, key=lambda row: row.period.order)
    is_sum = goal.accumulation is Accumulation.PER_PERIOD
    start = first.period.start if is_sum else last.period.start
    period = last.period.model_copy(update={"start": start})
    return Observation(indicator=goal.id, period=period, value=value)


def _outcome_on_its_day(
    goal: Indicator, outcome: Observation, rows: Sequence[Observation]
) -> Observation | None:
    """Give the outcome as one of the numbers that hold all so far; None where it contradicts them."""
    day = goal.outcome.as_of or outcome.period.end
    wholes = [row for row in rows if not labels_of(row) and not row.question]
    for row in wholes:
        last, other, value = row.period.end.last_day, day.last_day, row.value
        if last is None or other is None or value is None or value.is_nan():
            continue
        later, earlier = (outcome.value, value) if last <= other else (value, outcome.value)
        if later is not None and earlier is not None and later < earlier:
            return None
    return outcome.model_copy(update={"period": Period(start=day, end=day)})


def _is_told(goal: Indicator, row: Observation | None, rows: Sequence[Observation]) -> bool:
    """Tell whether the outcome in the record is the number of a row, and not of several together."""
    if row is None or row.value != goal.outcome.value:
        return False
    wholes = [one for one in rows if one.indicator == goal.id and not labels_of(one)]
    return goal.accumulation is Accumulation.CUMULATIVE or len(wholes) == 1


def _outcome_in_parts(
    goal: Indicator, key: Key, told: Sequence[tuple[Observation, Mapping[str, Key]]]
) -> Iterator[Sum]:
    """Give the outcome as a sum of parts that are told period by period, and nowhere together."""
    if goal.accumulation is not Accumulation.PER_PERIOD:
        return
    by_kind: dict[tuple[str, ...], list[Key]] = defaultdict(list)
    for row, keys in told:
        if labels_of(row) and not row.question and "value" in keys:
            by_kind[tuple(kinds_of(row))].append(keys["value"])
    yield from (Sum(key, tuple(keys)) for keys in by_kind.values())


def _outcome_count(goal: Indicator, value: Decimal, limits: Limits) -> Headcount:
    fewest = limits.fewest_sensitive if goal.is_sensitive else limits.fewest_people
    return Headcount(_people(value), fewest, 7)


def _is_share(goal: Indicator) -> bool:
    return goal.target is not None and goal.target.unit is Unit.PERCENT


def _people_in(
    row: Observation, goal: Indicator, size: Decimal | None
) -> Iterator[tuple[str, int]]:
    """Give the numbers of people in a row; a share is told as the people it is."""
    of_whom = {"value": row.n or size, "women": row.n_women, "men": row.n_men}
    # Where a goal does not say what it counts, its value may be days; those who answer are people.
    is_something_else = goal.counts is Counts.NOTHING and None in (row.women, row.men)
    for name in PEOPLE_FIELDS:
        number = getattr(row, name)
        if number is None or number.is_nan() or number < 0:
            continue
        if name == "value" and is_something_else:
            continue
        if _is_share(goal) and name in ("value", *SEXES):
            whole = of_whom.get(name)
            if whole is None or whole.is_nan():
                continue
            number = number * whole / 100
        yield name, _people(number)


def _people(number: Decimal) -> int:
    """Give a whole number of people; a part of one is one."""
    rounded = int(number.quantize(Decimal(1), rounding=ROUND_HALF_UP))
    return max(1, rounded) if number > 0 else rounded


def _weight(name: str, *, is_whole: bool, is_newest: bool) -> int:
    """Say how much a reader loses with a number: most with the newest of the whole."""
    return 4 * is_whole + 2 * (name in ("value", "n")) + is_newest


def labels_of(row: Observation) -> frozenset[str]:
    """Name the part of the whole that a row is about; nothing where it is the whole."""
    named = (row.role, row.municipality, row.organisation, row.group)
    return frozenset(slug(name) for name in named if name)


def row_key(row: Observation, name: str) -> Key:
    """Name a number of a row, the same wherever it stands."""
    period = (row.period.start.iso, row.period.end.iso)
    return (row.indicator, row.question or "", period, labels_of(row), name)


def _newest(goal: Indicator, rows: Sequence[Observation]) -> Observation | None:
    """Give the newest row that is about the whole."""
    found = [
        row for row in rows if row.indicator == goal.id and not labels_of(row) and not row.question
    ]
    return max(found, key=lambda row: row.period.order, default=None)


# -- the record -------------------------------------------------------------------------------


def _enter_record(
    ledger: Ledger, project: Project, rows: Sequence[Observation], limits: Limits
) -> None:
    newest = [
        (goal, row)
        for goal in project.goals
        if is_about_people(goal) and not _is_share(goal) and (row := _newest(goal, rows))
    ]
    for number, goal in enumerate(project.goals):
        _enter_outcome(ledger, project, goal, ("goals", number, "outcome"), rows, limits=limits)
    for number, whole in enumerate(project.breakdowns):
        if _phase_of(project, whole) in _RESULTS:
            twin = _twin(whole, newest)
            loc: Place = ("breakdowns", number)
            _enter_breakdown(ledger, whole, loc, _facts_of(twin, loc), is_top=True, limits=limits)
    quantities: list[Place] = [
        *(("participants", number) for number in range(len(project.participants))),
        *(("counts", number, "quantity") for number in range(len(project.counts))),
        *(("course_areas", number, "participants") for number in range(len(project.course_areas))),
    ]
    for loc in quantities:
        quantity = _at(project, loc)
        if not isinstance(quantity, Quantity) or quantity.phase not in _RESULTS:
            continue
        if loc[0] == "counts" and project.counts[int(loc[1])].counts is not Counts.PEOPLE:
            continue
        twin = _twin(quantity, newest) if loc[0] == "participants" else None
        facts = _facts_of(twin, loc)
        if twin is None and loc[0] == "participants":
            facts = next(
                (
                    _facts_of(None, ("breakdowns", number))
                    for number, whole in enumerate(project.breakdowns)
                    if whole.value == quantity.value
                ),
                facts,
            )
        _enter_people(ledger, quantity, loc, (*facts, frozenset()), limits.fewest_people)


def _enter_outcome(
    ledger: Ledger,
    project: Project,
    goal: Indicator,
    loc: Place,
    rows: Sequence[Observation],
    *,
    limits: Limits,
) -> None:
    value = goal.outcome.value
    if goal.counts is not Counts.PEOPLE or value is None or value < 0:
        return
    row = _newest(goal, rows)
    is_told = _is_told(goal, row, rows)
    if _is_share(goal):
        group = next((one for one in project.target_groups if one.id == goal.denominator), None)
        whole = (row.n if row is not None and is_told else None) or (group.size if group else None)
        if whole is None:
            return
        value = value * whole / 100
    key: Key = ("outcome", goal.id)
    if row is not None and is_told:
        key = row_key(row, "value")
    ledger.add(key, _outcome_count(goal, value, limits), ("record", *loc, "value"))


def _phase_of(project: Project, whole: Breakdown) -> Phase | None:
    """Give the phase a breakdown belongs to; its own, or that of participants who are as many."""
    if whole.phase is not None:
        return whole.phase
    phases = [one.phase for one in project.participants if one.value == whole.value]
    return phases[0] if phases and not set(phases) & set(_RESULTS) else None


def _twin(
    whole: Quantity | Breakdown, newest: Sequence[tuple[Indicator, Observation]]
) -> Observation | None:
    """Find the newest row that tells of the same people: as many, of the same sexes."""
    for _, row in newest:
        told = [
            (getattr(row, name), getattr(whole, name))
            for name in ("value", "women", "men")
            if getattr(whole, name) is not None and getattr(row, name) is not None
        ]
        if row.value is not None and all(one == other for one, other in told):
            return row
    return None


def _facts_of(twin: Observation | None, loc: Place) -> tuple[Key, ...]:
    """Name the people that a number in the record is about; as in the table, where it has them."""
    if twin is None:
        return (loc[:2], "", ("", ""))
    return (twin.indicator, "", (twin.period.start.iso, twin.period.end.iso))


def _enter_breakdown(
    ledger: Ledger,
    whole: Breakdown,
    loc: Place,
    facts: tuple[Key, ...],
    *,
    is_top: bool,
    limits: Limits,
) -> dict[str, Key]:
    name = whole.role or slug(whole.title.in_language("sv")[0])
    labels = frozenset() if is_top else frozenset({slug(name)})
    keys = _enter_people(ledger, whole, loc, (*facts, labels), limits.fewest_people)
    parts = [
        _enter_breakdown(ledger, part, (*loc, "parts", number), facts, is_top=False, limits=limits)
        for number, part in enumerate(whole.parts)
    ]
    for counted in ("value", "women", "men"):
        if counted in keys and parts:
            found = tuple(part[counted] for part in parts if counted in part)
            ledger.sums.append(Sum(keys[counted], found))
    return keys


def _enter_people(
    ledger: Ledger, part: Part, loc: Place, facts: tuple[Key, ...], fewest: int
) -> dict[str, Key]:
    """Enter a number and its women, men and others, with their sum."""
    keys: dict[str, Key] = {}
    is_whole = facts[-1] == frozenset()
    for name in ("value", *SEXES):
        number = getattr(part, name, None)
        if number is None or number < 0:
            continue
        weight = _weight(name, is_whole=is_whole, is_newest=True)
        count = Headcount(_people(number), fewest, weight)
        keys[name] = ledger.add((*facts, name), count, ("record", *loc, name))
    if "value" in keys:
        ledger.sums.append(Sum(keys["value"], tuple(keys[one] for one in SEXES if one in keys)))
    return keys


def _at(whole: Any, loc: Place) -> Any:
    for part in loc:
        whole = whole[int(part)] if isinstance(whole, tuple) else getattr(whole, str(part))
    return whole
