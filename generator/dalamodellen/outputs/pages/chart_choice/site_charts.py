# SPDX-License-Identifier: EUPL-1.2
"""Charts across organisations and projects: goals of organisations, a time line, municipalities."""

from __future__ import annotations

from collections import Counter

from dalamodellen.model.alphabet import sort_key
from dalamodellen.model.indicator import ChartKind, Counts, Indicator
from dalamodellen.model.project import Project
from dalamodellen.model.status import status_of_organisation
from dalamodellen.outputs.charts.spec import (
    Cell,
    CellState,
    Chart,
    ChartUnit,
    Row,
    Series,
    Words,
    known,
)
from dalamodellen.outputs.pages.chart_choice.pieces import (
    Observed,
    is_share,
    newest_day,
    ours,
    record_words,
    rows_of_goal,
    shown,
    source_of_rows,
    words_of,
)
from dalamodellen.outputs.pages.page import Page
from dalamodellen.outputs.safe_markdown import Markdown


def matrix(page: Page, project: Project) -> Chart | None:
    """Give what became of each goal in each organisation that has agreed to be shown."""
    rows = {
        goal.id: [
            one for one in rows_of_goal(page, project, goal) if one.row.organisation is not None
        ]
        for goal in project.goals
        if goal.counts is Counts.ORGANISATIONS or is_share(goal)
    }
    goals = [goal for goal in project.goals if rows.get(goal.id)]
    told = [one for goal in goals for one in rows[goal.id]]
    named = {one.row.organisation for one in told if one.row.organisation}
    if not named:
        return None
    labels = {name: record_words(page, "organisation", name) for name in named}
    order = sorted(named, key=lambda name: (sort_key(labels[name].text, page.language), name))
    silent = max((_unnamed(rows[goal.id]) for goal in goals), default=0)
    return Chart(
        id=f"{project.id}-matrix",
        kind=ChartKind.MATRIX,
        language=page.language,
        subject=ours(page, "Organisationernas mål"),
        counts=Counts.ORGANISATIONS,
        unit=ChartUnit.STATUS,
        series=tuple(Series(goal.id, words_of(page, goal.title)) for goal in goals),
        rows=tuple(
            Row(
                labels[name],
                tuple(_status(goal, rows[goal.id], name) for goal in goals),
                note=_own_words(page, name),
            )
            for name in order
        ),
        as_of=newest_day(told),
        source=source_of_rows(page, project, [one for one in told if one.row.organisation]),
        notes=_silent(page, silent),
    )


def _silent(page: Page, number: int) -> tuple[Words, ...]:
    """Say how many organisations are left out because they have not agreed to be named."""
    if not number:
        return ()
    told = page.count(
        number,
        "{} organisation har inte sagt ja till att visas med namn.",
        "{} organisationer har inte sagt ja till att visas med namn.",
    )
    return (Words(str(told)),)


def _unnamed(rows: list[Observed]) -> int:
    return sum(one.row.organisation == "" for one in rows)


def _status(goal: Indicator, rows: list[Observed], organisation: str) -> Cell:
    found = [one for one in rows if one.row.organisation == organisation]
    if not found:
        return Cell()
    newest = found[-1]
    value = newest.row.value
    if value is not None and shown(value) is None:
        return Cell(None, CellState.SUPPRESSED)
    return Cell(
        None,
        CellState.KNOWN,
        status=status_of_organisation(goal, value),
        path=newest.source.path,
        line=newest.source.line,
    )


def _own_words(page: Page, organisation: str) -> Words | None:
    record = page.site.records.get(("organisation", organisation))
    words = getattr(record, "own_words", None)
    return words_of(page, words) if words is not None else None


def time_line(page: Page) -> Chart | None:
    """Give all projects of the site, each from its first day to its last."""
    found = [project for project in page.site.projects if not project.period.is_unknown]
    if not found:
        return None
    found.sort(key=lambda project: (project.period.start, project.id))
    files = [(project, page.site.files["project", project.id]) for project in found]
    return Chart(
        id="time-line",
        kind=ChartKind.TIME_LINE,
        language=page.language,
        subject=ours(page, "Projekten"),
        counts=Counts.NOTHING,
        unit=ChartUnit.TIME,
        series=(Series("period", ours(page, "Projektperiod")),),
        rows=tuple(
            Row(
                words_of(page, project.short_title or project.title),
                (
                    Cell(
                        None,
                        CellState.KNOWN,
                        period=project.period,
                        path=file.path,
                        line=file.line_of("period"),
                    ),
                ),
                note=words_of(page, project.period_note) if project.period_note else None,
            )
            for project, file in files
        ),
        source=Markdown(" · ".join(str(page.link("project", project.id)) for project in found)),
    )


def places_of_site(page: Page) -> Chart | None:
    """Give how many of the site's projects worked in each municipality."""
    tally = Counter(place for project in page.site.projects for place in project.municipalities)
    if not tally:
        return None
    names = {place: page.site.place(place).name for place in tally}
    order = sorted(tally, key=lambda place: (sort_key(names[place], page.language), place))
    found = [project for project in page.site.projects if project.municipalities]
    return Chart(
        id="places",
        kind=ChartKind.PLACES,
        language=page.language,
        subject=ours(page, "Projekt i varje kommun"),
        counts=Counts.NOTHING,
        unit=ChartUnit.NUMBER,
        series=(Series("value", ours(page, "Antal")),),
        rows=tuple(Row(Words(names[place]), (known(tally[place]),)) for place in order),
        source=Markdown(" · ".join(str(page.link("project", project.id)) for project in found)),
    )
