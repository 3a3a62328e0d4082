# SPDX-License-Identifier: EUPL-1.2
"""Charts of what a project's record states: goals, groups, fields, money, activities, places."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from dalamodellen.model.alphabet import sort_key
from dalamodellen.model.indicator import ChartKind, Counts
from dalamodellen.model.money import Precision
from dalamodellen.model.place import PlaceKind
from dalamodellen.model.project import Project
from dalamodellen.outputs.charts.spec import (
    Chart,
    ChartUnit,
    Row,
    Series,
    Words,
    known,
)
from dalamodellen.outputs.pages.chart_choice.goal_charts import SEVERAL, target_row
from dalamodellen.outputs.pages.chart_choice.pieces import (
    SEXES,
    fewest_shown,
    ours,
    record_cell,
    record_words,
    rows_of_goal,
    sex_series,
    source_of_record,
    unit_of,
    words_of,
)
from dalamodellen.outputs.pages.page import Page
from dalamodellen.outputs.words import label


def target_charts(page: Page, project: Project) -> Iterator[Chart]:
    """Give target and outcome of all goals that count the same thing in the same unit."""
    alike: dict[tuple[ChartUnit, Counts], list[tuple[int, Row]]] = defaultdict(list)
    for number, goal in enumerate(project.goals):
        row = target_row(page, project, number, rows_of_goal(page, project, goal))
        if row is not None:
            alike[unit_of(goal), goal.counts].append((number, row))
    for (unit, counts), found in alike.items():
        if len(found) < SEVERAL:
            continue
        goals = [project.goals[number] for number, _ in found]
        days = [goal.outcome.as_of for goal in goals if goal.outcome.as_of]
        yield Chart(
            id=f"{project.id}-targets-{counts.value}-{unit.value}",
            kind=ChartKind.TARGETS,
            language=page.language,
            subject=_goals_subject(page, counts, unit),
            counts=counts,
            unit=unit,
            series=(Series("outcome", ours(page, "Utfall")),),
            rows=tuple(row for _, row in found),
            as_of=max(days, default=None),
            source=source_of_record(page, project, goals[0].source, "goals", found[0][0]),
            # Where two goals have different limits, the key tells the higher.
            fewest=max(fewest_shown(page, goal) for goal in goals),
        )


def _goals_subject(page: Page, counts: Counts, unit: ChartUnit) -> Words:
    name = "percent" if unit is ChartUnit.PERCENT else counts.value
    return Words(label("goals_counting", name, page.language))


def participant_charts(page: Page, project: Project) -> Iterator[Chart]:
    """Give the women and men among the participants, a row for each number that is split."""
    found = [
        (number, one)
        for number, one in enumerate(project.participants)
        if None not in (one.women, one.men)
    ]
    if not found:
        return
    cells = [
        tuple(
            record_cell(page, project, getattr(one, name), "participants", number, name)
            for name in SEXES
        )
        for number, one in found
    ]
    series = sex_series(page, cells)
    first, quantity = found[0]
    yield Chart(
        id=f"{project.id}-participants-sexes",
        kind=ChartKind.SEXES_WITHIN,
        language=page.language,
        subject=words_of(page, quantity.what) if quantity.what else ours(page, "Deltagare"),
        counts=Counts.PEOPLE,
        unit=ChartUnit.NUMBER,
        series=series,
        rows=tuple(
            Row(
                words_of(page, one.what) if one.what else ours(page, "Deltagare"),
                row[: len(series)],
                note=words_of(page, one.note) if one.note else None,
            )
            for (_, one), row in zip(found, cells, strict=True)
        ),
        as_of=max((one.as_of for _, one in found if one.as_of), default=None),
        source=source_of_record(page, project, quantity.source, "participants", first),
        said_by=words_of(page, quantity.said_by) if quantity.said_by else None,
        fewest=page.site.settings.limits.fewest_people,
    )


def area_charts(page: Page, project: Project) -> Iterator[Chart]:
    """Give the participants of each field of courses; they are not parts of a whole."""
    found = [
        (number, area)
        for number, area in enumerate(project.course_areas)
        if area.participants is not None
    ]
    if len(found) < SEVERAL:
        return
    rows = []
    for number, area in found:
        if area.participants is not None:
            loc = ("course_areas", number, "participants", "value")
            precision = area.participants.precision
            cell = record_cell(page, project, area.participants.value, *loc, precision=precision)
            rows.append(Row(words_of(page, area.title), (cell,)))
    first, area = found[0]
    yield Chart(
        id=f"{project.id}-course-areas",
        kind=ChartKind.PARTS,
        language=page.language,
        subject=ours(page, "Deltagare efter kursområde"),
        counts=Counts.PEOPLE,
        unit=ChartUnit.NUMBER,
        series=(Series("value", ours(page, "Antal")),),
        rows=tuple(rows),
        source=source_of_record(page, project, area.source, "course_areas", first),
        notes=(ours(page, "Samma person kan ha gått kurser i flera områden."),),
        fewest=page.site.settings.limits.fewest_people,
    )


def money_charts(page: Page, project: Project) -> Iterator[Chart]:
    """Give the granted support and the rest of the budget, where both are in one currency."""
    funding = project.funding
    if not funding or not funding.granted or not funding.budget:
        return
    granted, budget = funding.granted, funding.budget
    rest = budget.amount - granted.amount
    is_exact = granted.precision is budget.precision is Precision.EXACT
    if granted.currency is not budget.currency or rest <= 0 or not is_exact:
        return
    loc = ("funding", "granted", "amount")
    programme = funding.programme
    label = ours(page, "Beviljat stöd")
    note = record_words(page, "programme", programme) if programme else None
    yield Chart(
        id=f"{project.id}-money",
        kind=ChartKind.MONEY,
        language=page.language,
        subject=ours(page, "Projektets budget"),
        counts=Counts.NOTHING,
        unit=ChartUnit.MONEY,
        currency=granted.currency,
        series=(Series("amount", ours(page, "Belopp")),),
        rows=(
            Row(label, (record_cell(page, project, granted.amount, *loc),), note=note),
            Row(
                ours(page, "Annan finansiering"),
                (known(rest),),
                note=ours(page, "Vår uträkning: total budget minus beviljat stöd."),
            ),
        ),
        total=record_cell(page, project, budget.amount, "funding", "budget", "amount"),
        as_of=granted.as_of,
        source=source_of_record(page, project, granted.source or funding.source, *loc),
        said_by=words_of(page, granted.said_by) if granted.said_by else None,
    )


def held_charts(page: Page, project: Project) -> Iterator[Chart]:
    """Give what was planned and what was held of each activity that has a number, where several have."""
    rows, first = [], None
    for number, activity in enumerate(project.activities):
        if activity.planned is None and activity.held is None:
            continue
        first = number if first is None else first
        cells = []
        for name in ("planned", "held"):
            quantity = getattr(activity, name)
            loc = ("activities", number, name)
            value = quantity.value if quantity else None
            precision = quantity.precision if quantity else Precision.EXACT
            cells.append(record_cell(page, project, value, *loc, precision=precision))
        rows.append(Row(words_of(page, activity.title), tuple(cells)))
    if first is None or len(rows) < SEVERAL:
        return
    yield Chart(
        id=f"{project.id}-held",
        kind=ChartKind.HELD,
        language=page.language,
        subject=ours(page, "Aktiviteter"),
        counts=Counts.ACTIVITIES,
        unit=ChartUnit.NUMBER,
        series=(
            Series("planned", ours(page, "Planerat")),
            Series("held", ours(page, "Genomfört")),
        ),
        rows=tuple(rows),
        source=source_of_record(
            page, project, project.activities[first].source, "activities", first
        ),
    )


def county_charts(page: Page, project: Project) -> Iterator[Chart]:
    """Give how many of the project's municipalities lie in each county, where there are several."""
    places = [page.site.place(place) for place in project.municipalities]
    tally = Counter(place.county_name for place in places if place.kind is PlaceKind.MUNICIPALITY)
    if len(tally) < SEVERAL:
        return
    order = sorted(tally, key=lambda name: (-tally[name], sort_key(name, page.language)))
    source = project.sources.get("municipalities")
    yield Chart(
        id=f"{project.id}-counties",
        kind=ChartKind.PARTS,
        language=page.language,
        subject=ours(page, "Projektets kommuner efter län"),
        counts=Counts.MUNICIPALITIES,
        unit=ChartUnit.NUMBER,
        series=(Series("value", ours(page, "Antal")),),
        rows=tuple(Row(Words(name), (known(tally[name]),)) for name in order),
        total=known(sum(tally.values())),
        source=source_of_record(page, project, source, "municipalities"),
    )
