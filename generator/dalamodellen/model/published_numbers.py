# SPDX-License-Identifier: EUPL-1.2
"""A project and its rows as readers may see them: numbers of few people are gone from both.

Everything that is published is made from what stands here, so no page, chart, table or file can
tell a number that is hidden. Numbers in the record and rows of the table that tell of the same
people are looked at together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from dalamodellen.model.few_in_analysis import enter_levels, without_few
from dalamodellen.model.indicator import Indicator, Observation
from dalamodellen.model.number import HIDDEN
from dalamodellen.model.organisation import Organisation
from dalamodellen.model.people_ledger import PEOPLE_FIELDS, Place, enter_people
from dalamodellen.model.project import Project
from dalamodellen.model.record import Record
from dalamodellen.model.settings import Limits
from dalamodellen.model.suppression import Key, choose_hidden

UNNAMED = ""
"""Stands for an organisation that has not agreed to have its results shown under its name."""
FEWEST_UNNAMED = 3
"""With fewer, one of them could tell what the other's result is."""


def publish_numbers(
    project: Project,
    rows: Sequence[Observation],
    records: Mapping[tuple[str, str], Record],
    limits: Limits,
) -> tuple[Project, tuple[Observation, ...]]:
    """Hide numbers of few people, what they can be worked out from, and names not agreed to.

    Args:
        project: The record as it was read.
        rows: Its table of observations.
        records: All records, to see which organisations have agreed to be named.
        limits: How few are hidden.

    Returns:
        The record and as many rows, in the same order. Hidden numbers are `HIDDEN`.
    """
    goals = {goal.id: goal for goal in project.goals}
    unnamed = _unnamed(rows, records)
    ledger = enter_people(project, rows, unnamed, limits)
    enter_levels(ledger, project, limits)
    hidden = choose_hidden(ledger.counts, ledger.sums, ledger.growing)
    places = {place for key in hidden for place in ledger.places[key]}
    shown = tuple(
        _published_row(row, number, places, goals.get(row.indicator), unnamed.get(number))
        for number, row in enumerate(rows)
    )
    return without_few(_published_record(project, places), shown, limits), shown


def _unnamed(
    rows: Sequence[Observation], records: Mapping[tuple[str, str], Record]
) -> dict[int, bool]:
    """Find the rows of organisations that are not named → whether they are too few to be shown."""
    found: dict[int, tuple[str, Key]] = {}
    for number, row in enumerate(rows):
        record = records.get(("organisation", row.organisation or ""))
        agreed = isinstance(record, Organisation) and record.publish_individual
        if row.organisation and not agreed:
            found[number] = (row.indicator, (row.period.start.iso, row.period.end.iso))
    tally = Counter(found.values())
    return {number: tally[key] < FEWEST_UNNAMED for number, key in found.items()}


# -- what is left -----------------------------------------------------------------------------


def _published_row(
    row: Observation,
    number: int,
    places: set[Place],
    goal: Indicator | None,
    is_too_few: bool | None,  # noqa: FBT001 - None where the organisation is named
) -> Observation:
    changes: dict[str, object] = {
        name: HIDDEN for name in PEOPLE_FIELDS if ("row", number, name) in places
    }
    if is_too_few is not None:
        changes["organisation"] = UNNAMED
        if is_too_few:
            told = [name for name in PEOPLE_FIELDS if getattr(row, name) is not None]
            changes |= {**dict.fromkeys(told, HIDDEN), "comment": None}
    if goal is None:
        # A row about a goal that is not there is an error, and is about nobody knows what.
        told = [name for name in PEOPLE_FIELDS if getattr(row, name) is not None]
        changes |= dict.fromkeys(told, HIDDEN)
    return row.model_copy(update=changes) if changes else row


def _published_record(project: Project, places: set[Place]) -> Project:
    """Take the hidden numbers out of a record; `places` name them from its top."""
    found = sorted((place[1:] for place in places if place[0] == "record"), key=str)
    shown = project
    for loc in found:
        shown = _without(shown, loc)
    return shown


def _without(whole: Any, loc: Place) -> Any:
    """Give a record, or a part of one, without the number at a place in it."""
    part, *rest = loc
    if isinstance(whole, tuple):
        return tuple(
            _without(one, tuple(rest)) if number == part else one
            for number, one in enumerate(whole)
        )
    name = str(part)
    value = _without(getattr(whole, name), tuple(rest)) if rest else HIDDEN
    return whole.model_copy(update={name: value})
