# SPDX-License-Identifier: EUPL-1.2
"""Numbers that a text takes from records: `{{ figure exempellyftet.gatt-kurs.outcome }}`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from dalamodellen.issues import Source
from dalamodellen.model.indicator import Counts, Indicator, Observation, Operator, Unit
from dalamodellen.model.money import Currency, Money, Phase, Precision, Quantity
from dalamodellen.model.number import is_hidden
from dalamodellen.model.project import Project
from dalamodellen.model.site import RecordKey, Site

FIGURE = re.compile(r"\{\{\s*figure\b([^{}\n]*)\}\}")
"""A number that is to stand in a text; its first group is the number's name."""


@dataclass(frozen=True)
class Figure:
    """One number of a record, and where it stands."""

    name: str
    """What a text calls it. Example: exempellyftet.gatt-kurs.outcome"""
    value: Decimal
    precision: Precision = Precision.EXACT
    counts: Counts = Counts.NOTHING
    """What it counts, so that the words for it agree with it."""
    is_percent: bool = False
    currency: Currency | None = None
    operator: Operator | None = None
    """How an outcome is held against it, where it is a target."""
    key: RecordKey = ("", "")
    """The record it belongs to."""
    goal: str = ""
    """The goal it belongs to; "" where it belongs to the whole project."""
    loc: tuple[str | int, ...] = ()
    """Where in the record it stands."""
    row: Source | None = None
    """Where in a table of results it stands, where it is no value of the record."""


def find_figure(site: Site, name: str) -> Figure | None:
    """Find the number a text names; None where there is none, or where it is hidden.

    Args:
        site: The checked site.
        name: Project and value, or project, goal and value, with points between.
    """
    project = site.get("project", name.partition(".")[0])
    if not isinstance(project, Project):
        return None
    return next((one for one in _figures(site, project) if one.name == name), None)


def figure_names(site: Site) -> list[str]:
    """List the name of every number that a text may take."""
    return [one.name for project in site.projects for one in _figures(site, project)]


def _figures(site: Site, project: Project) -> Iterator[Figure]:
    found = [*_of_project(project)]
    for number, goal in enumerate(project.goals):
        found += _of_goal(site, project, number, goal)
    for figure in found:
        if not is_hidden(figure.value):
            yield figure


def _of_project(project: Project) -> Iterator[Figure]:
    for field, counts in (
        ("participants", Counts.PEOPLE),
        ("organisations", Counts.ORGANISATIONS),
    ):
        quantities: tuple[Quantity, ...] = getattr(project, field)
        if not quantities:
            continue
        # A number of what was achieved comes before what was planned.
        is_reached = [one.phase in (None, Phase.ACHIEVED) for one in quantities]
        number = is_reached.index(True) if True in is_reached else 0
        quantity = quantities[number]
        yield Figure(
            f"{project.id}.{field}",
            quantity.value,
            quantity.precision,
            # What is told by the record is told by the text: "52 små företag".
            Counts.NOTHING if quantity.what else counts,
            key=("project", project.id),
            loc=(field, number, "value"),
        )
    for field in ("granted", "budget"):
        money: Money | None = getattr(project.funding, field, None)
        if money is not None:
            yield Figure(
                f"{project.id}.{field}",
                money.amount,
                money.precision,
                currency=money.currency,
                key=("project", project.id),
                loc=("funding", field, "amount"),
            )


def _of_goal(site: Site, project: Project, number: int, goal: Indicator) -> Iterator[Figure]:
    target = goal.target
    is_percent = target is not None and target.unit is Unit.PERCENT

    def figure(
        field: str,
        value: Decimal,
        *loc: str | int,
        row: Source | None = None,
        operator: Operator | None = None,
    ) -> Figure:
        return Figure(
            f"{project.id}.{goal.id}.{field}",
            value,
            counts=goal.counts,
            is_percent=is_percent,
            operator=operator,
            key=("project", project.id),
            goal=goal.id,
            loc=("goals", number, *loc),
            row=row,
        )

    if goal.outcome.value is not None:
        yield figure("outcome", goal.outcome.value, "outcome", "value")
    elif newest := _newest_whole(site, project, goal):
        value, source = newest
        yield figure("outcome", value, row=source)
    if target is not None and target.value is not None:
        yield figure("target", target.value, "target", operator=target.operator)
    if goal.baseline is not None:
        yield figure("baseline", goal.baseline, "baseline")


def _newest_whole(site: Site, project: Project, goal: Indicator) -> tuple[Decimal, Source] | None:
    """Give the newest number of all who are counted, and the row it stands on."""
    found = [
        (row, source)
        for row, source in site.observations(project.id)
        if row.indicator == goal.id and row.value is not None and _is_whole(row)
    ]
    if not found:
        return None
    row, source = max(found, key=lambda one: (one[0].period.end, one[0].period.start))
    return (row.value, source) if row.value is not None else None


def _is_whole(row: Observation) -> bool:
    return not any((row.role, row.municipality, row.group, row.question, row.organisation))
