# SPDX-License-Identifier: EUPL-1.2
"""Rules about tables of results: sums agree, totals do not fall, the record says the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import TypeAlias

from dalamodellen.inputs.loaded import Loaded
from dalamodellen.inputs.text_reader import TextFile
from dalamodellen.inputs.yaml_reader import Node
from dalamodellen.issues import Issue
from dalamodellen.model.indicator import (
    Accumulation,
    Aggregation,
    Direction,
    Indicator,
    Observation,
    OutcomeStatus,
    Unit,
)
from dalamodellen.model.number import in_digits
from dalamodellen.model.observed_sums import kinds_of, periods_of_longer
from dalamodellen.model.project import Project
from dalamodellen.model.site import Site
from dalamodellen.model.status import number_reached, status_by_numbers

SEXES = ("women", "men", "other")
ANSWERS = tuple(f"answers_{number}" for number in range(1, 6))

Days: TypeAlias = tuple[date, date]
"""The order of a period: its last day and its first."""


@dataclass(frozen=True)
class _Row:
    """One row of results, where it stands, and the goal it is about."""

    file: TextFile
    node: Node
    told: Observation
    goal: Indicator | None

    @property
    def is_share(self) -> bool:
        """Whether its numbers are in percent."""
        target = self.goal.target if self.goal else None
        return target is not None and target.unit is Unit.PERCENT

    def number(self, name: str) -> Decimal | None:
        """Give one of its numbers, if it is stated and not hidden."""
        value: Decimal | None = getattr(self.told, name)
        return None if value is None or value.is_nan() else value

    def tell(self, field: str, code: str, **values: str) -> Issue:
        """Make an issue about one of its numbers."""
        return self.file.issue(code, self.node.find((field,)), **values)

    @property
    def line(self) -> str:
        """The line it stands on."""
        return str(self.node.source.line)


def _rows(loaded: Loaded) -> Iterator[_Row]:
    goals = {
        (record.id, goal.id): goal
        for record in loaded.records.values()
        if isinstance(record, Project)
        for goal in record.goals
    }
    for file, node, row in loaded.row_nodes:
        if isinstance(row, Observation):
            project = file.path.rpartition("/")[2].removesuffix(".csv")
            yield _Row(file, node, row, goals.get((project, row.indicator)))


def _by_goal(loaded: Loaded) -> Iterator[tuple[Indicator, list[_Row]]]:
    found: dict[tuple[str, str], list[_Row]] = defaultdict(list)
    for row in _rows(loaded):
        if row.goal is not None:
            found[row.file.path, row.goal.id].append(row)
    for rows in found.values():
        if rows[0].goal is not None:
            yield rows[0].goal, rows


def check_observed_people(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """Women, men and others are none or more, and together as many as the number they split."""
    del site
    for row in _rows(loaded):
        for name in (*SEXES, "n", "n_women", "n_men", *ANSWERS):
            value = row.number(name)
            if value is not None and value < 0:
                yield row.tell(name, "negative-number", name=str(value))
        known = [value for name in SEXES if (value := row.number(name)) is not None]
        stated = row.number("value")
        # Shares of women and of men are shares of different people.
        if stated is None or not known or min(known) < 0 or row.is_share:
            continue
        total = sum(known, Decimal(0))
        is_whole = None not in (row.number("women"), row.number("men"))
        if total > stated or (is_whole and total != stated):
            values = {"total": in_digits(total), "stated": in_digits(stated)}
            yield row.tell("value", "sexes-differ", **values)


def check_answers(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """The answers from 1 to 5 are together as many as answered."""
    del site
    for row in _rows(loaded):
        answers = [row.number(name) for name in ANSWERS]
        stated = row.number("n")
        known = [value for value in answers if value is not None]
        total = sum(known, Decimal(0))
        if stated is not None and len(known) == len(ANSWERS) and total != stated:
            yield row.tell(
                "n",
                "answers-differ",
                sum=" + ".join(map(in_digits, known)),
                total=in_digits(total),
                stated=in_digits(stated),
            )


def check_told_once(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """A table tells of the same goal, people and period on one row only."""
    del site
    first: dict[Hashable, _Row] = {}
    for row in _rows(loaded):
        if row.goal is None:
            continue
        told = row.told
        about = tuple(kinds_of(told).items())
        key = (row.file.path, told.indicator, told.period.order, about, told.question)
        if key in first:
            yield row.tell("period", "observation-twice", first=first[key].line)
        else:
            first[key] = row


def check_parts(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """Parts by role, place, organisation or group add up to the whole of the same period."""
    del site
    for goal, rows in _by_goal(loaded):
        if goal.aggregation is not Aggregation.SUM or rows[0].is_share:
            continue
        parts: dict[tuple[Days, str], list[_Row]] = defaultdict(list)
        wholes: dict[Days, _Row] = {}
        for row in rows:
            kinds = kinds_of(row.told)
            if not kinds and not row.told.question:
                wholes[row.told.period.order] = row
            elif len(kinds) == 1:
                parts[row.told.period.order, next(iter(kinds))].append(row)
        for (period, _), found in parts.items():
            if period in wholes:
                yield from _held_against(wholes[period], found)


def _held_against(whole: _Row, parts: list[_Row]) -> Iterator[Issue]:
    for name in ("value", *SEXES):
        stated = whole.number(name)
        known = [row.number(name) for row in parts]
        total = sum((value for value in known if value is not None), Decimal(0))
        if stated is None or len(parts) == 1:
            continue
        values = {
            "lines": f"{parts[0].line}–{parts[-1].line}",
            "total": in_digits(total),
            "stated": in_digits(stated),
            "difference": in_digits(abs(total - stated)),
        }
        if total > stated:
            yield whole.tell(name, "parts-above-whole", **values)
            return
        if total < stated and None not in known:
            yield whole.tell(name, "parts-below-whole", **values)
            return


def check_growth(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """A number that holds all so far is never less than the period before."""
    del site
    for goal, rows in _by_goal(loaded):
        is_total = goal.accumulation is Accumulation.CUMULATIVE and not rows[0].is_share
        if not is_total or goal.direction is Direction.DECREASE:
            continue
        alike: dict[Hashable, list[_Row]] = defaultdict(list)
        for row in rows:
            if row.told.question is None and row.number("value") is not None:
                alike[tuple(kinds_of(row.told).items())].append(row)
        for found in alike.values():
            found.sort(key=lambda row: row.told.period.order)
            for before, after in pairwise(found):
                earlier, later = before.number("value"), after.number("value")
                if earlier is not None and later is not None and later < earlier:
                    yield after.tell(
                        "value",
                        "total-falls",
                        value=in_digits(later),
                        before=in_digits(earlier),
                        first=before.line,
                    )


def check_periods(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """Numbers that hold their own period add up to that of the year they are in."""
    del site
    for goal, rows in _by_goal(loaded):
        if goal.accumulation is not Accumulation.PER_PERIOD or rows[0].is_share:
            continue
        told = {number: row.told for number, row in enumerate(rows)}
        for whole, parts in periods_of_longer(told):
            stated = rows[whole].number("value")
            known = [rows[part].number("value") for part in parts]
            total = sum((value for value in known if value is not None), Decimal(0))
            days = sum(_days(rows[part].told) for part in parts)
            is_all = days == _days(rows[whole].told) and None not in known
            if stated is not None and (total > stated or (is_all and total != stated)):
                yield rows[whole].tell(
                    "value",
                    "periods-differ",
                    lines=f"{rows[parts[0]].line}–{rows[parts[-1]].line}",
                    total=in_digits(total),
                    stated=in_digits(stated),
                )


def _days(row: Observation) -> int:
    first, last = row.period.start.first_day, row.period.end.last_day
    return (last - first).days + 1 if first and last else 0


def check_outcome_agrees(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """The outcome in the record is what the table ends with, on the same day or later."""
    del site
    for key, record in loaded.records.items():
        if not isinstance(record, Project):
            continue
        rows = [row for row in loaded.tables.get(key, ()) if isinstance(row, Observation)]
        for number, goal in enumerate(record.goals):
            stated = goal.outcome.value
            bare = goal.model_copy(update={"outcome": type(goal.outcome)()})
            total = number_reached(bare, rows)
            last = max(
                (r.period.order[0] for r in rows if r.indicator == goal.id), default=date.max
            )
            as_of = goal.outcome.as_of.last_day if goal.outcome.as_of else None
            if stated is None or total is None or total.is_nan() or (as_of and as_of > last):
                continue
            if stated != total:
                yield loaded.issue(
                    key,
                    ("goals", number, "outcome", "value"),
                    "outcome-and-table-differ",
                    stated=in_digits(stated),
                    total=in_digits(total),
                    name=loaded.table_files[key].path,
                )


def check_status_agrees(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """The status in the record does not say other than its numbers."""
    for key, record in loaded.records.items():
        if not isinstance(record, Project):
            continue
        rows = [row for row in loaded.tables.get(key, ()) if isinstance(row, Observation)]
        groups = {group.id: group for group in record.target_groups}
        for number, goal in enumerate(record.goals):
            recorded = goal.outcome.status
            group = groups.get(goal.denominator or "")
            found = status_by_numbers(goal, rows, group, site.today)
            if found is None or recorded in (found, OutcomeStatus.NOT_STATED):
                continue
            if {found, recorded} == {OutcomeStatus.PARTLY, OutcomeStatus.MISSED}:
                continue
            if found is OutcomeStatus.TOO_EARLY and recorded is not OutcomeStatus.MISSED:
                # What the source has judged before the day it was due is the source's word.
                continue
            reached = number_reached(goal, rows)
            yield loaded.issue(
                key,
                ("goals", number, "outcome", "status"),
                "status-contradicted",
                kind=f"status_{recorded.value}",
                other=f"status_{found.value}",
                value=in_digits(reached) if reached is not None else "",
            )


RULES = (
    check_observed_people,
    check_answers,
    check_told_once,
    check_parts,
    check_growth,
    check_periods,
    check_outcome_agrees,
    check_status_agrees,
)
