# SPDX-License-Identifier: EUPL-1.2
"""Charts of a 4R analysis: women and men on each level, and what they got of each resource."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from dalamodellen.model.equality import SEXES, numbers_of_level, rounded, row_of_level
from dalamodellen.model.four_r import FourR, Level, ResourceUnit, SharedResource
from dalamodellen.model.indicator import ChartKind, Counts
from dalamodellen.model.number import is_hidden
from dalamodellen.model.period import PartialDate
from dalamodellen.model.project import Project
from dalamodellen.outputs.charts.balance import apart_words, band_words
from dalamodellen.outputs.charts.spec import Cell, CellState, Chart, ChartUnit, Row, Words, known
from dalamodellen.outputs.pages.chart_choice.choice import charts_of_project
from dalamodellen.outputs.pages.chart_choice.pieces import (
    cell_of,
    labelled,
    ours,
    record_cell,
    sex_series,
    source_of_record,
    words_of,
)
from dalamodellen.outputs.pages.page import Page
from dalamodellen.outputs.wording import count, decimals_of, format_number
from dalamodellen.outputs.words import label

_ALL = Decimal(100)


def level_chart(page: Page, project: Project) -> Chart | None:
    """Give the women and men of every level of the analysis, a row a level."""
    analysis = project.four_r
    if analysis is None or not analysis.levels:
        return None
    found = [
        (level, level_cells(page, project, number), _day_of(page, project, level))
        for number, level in enumerate(analysis.levels)
    ]
    series = sex_series(page, [cells for _, cells, _ in found])
    chart = Chart(
        id=f"{project.id}-levels",
        kind=ChartKind.SEXES_WITHIN,
        language=page.language,
        subject=ours(page, "Kvinnor och män på varje nivå"),
        counts=Counts.PEOPLE,
        unit=ChartUnit.NUMBER,
        series=series,
        rows=tuple(
            Row(
                words_of(page, level.title),
                _as_wide(cells, len(series)),
                note=words_of(page, level.note) if level.note else None,
            )
            for level, cells, _ in found
        ),
        as_of=max((day for _, _, day in found if day is not None), default=None),
        source=source_of_record(page, project, analysis.source, "four_r", "levels"),
        fewest=page.site.settings.limits.fewest_people,
    )
    return replace(
        chart,
        rows=tuple(replace(row, note=band_words(chart, row) or row.note) for row in chart.rows),
    )


def level_cells(page: Page, project: Project, number: int) -> tuple[Cell, ...]:
    """Give a level's women, men and others, each with the row of the file it stands on."""
    level = _analysis(project).levels[number]
    if level.goal is None:
        return tuple(
            record_cell(page, project, getattr(level, name), "four_r", "levels", number, name)
            for name in SEXES
        )
    observed = page.site.observations(project.id)
    found = row_of_level(project, level, [row for row, _ in observed])
    if found is None:
        return (Cell(), Cell(), Cell())
    source = observed[found[0]][1]
    return tuple(cell_of(getattr(found[1], name), source.path, source.line) for name in SEXES)


def _as_wide(cells: Sequence[Cell], width: int) -> tuple[Cell, ...]:
    """Fit cells to the series; nobody of another sex where others count them and this does not."""
    told = [*cells]
    if told[2] == Cell() and all(cell.is_known for cell in told[:2]):
        told[2] = Cell(None, CellState.NOT_APPLICABLE)
    return tuple(told[:width])


def _analysis(project: Project) -> FourR:
    """Give the analysis of a project that has one.

    Raises:
        ValueError: it has none. A programmer's mistake.
    """
    if project.four_r is None:
        raise ValueError(project.id)
    return project.four_r


def _day_of(page: Page, project: Project, level: Level) -> PartialDate | None:
    if level.goal is None:
        return level.as_of
    found = row_of_level(project, level, [row for row, _ in page.site.observations(project.id)])
    return found[1].period.end if found else None


def other_charts(page: Page, project: Project) -> list[Chart]:
    """Give the project's own charts of women and men within roles, places and groups.

    They are those of its page, and say in their tables what is within 40 to 60 percent.
    """
    found = [
        chart
        for chart in charts_of_project(page, project)
        if chart.kind is ChartKind.SEXES_WITHIN and chart.has_numbers
    ]
    return [
        replace(
            chart,
            rows=tuple(replace(row, note=row.note or band_words(chart, row)) for row in chart.rows),
        )
        for chart in found
    ]


def resource_charts(page: Page, project: Project) -> Iterator[Chart]:
    """Give, for each level, its women and men in percent, and below it those of each resource."""
    analysis = project.four_r
    if analysis is None:
        return
    rows = [row for row, _ in page.site.observations(project.id)]
    for number, level in enumerate(analysis.levels):
        found = [
            (place, one)
            for place, one in enumerate(analysis.shared)
            if one.level == level.id and None not in (one.women, one.men)
        ]
        numbers = numbers_of_level(project, level, rows)
        if not found or None in numbers[:2]:
            continue
        told = [numbers, *([getattr(one, name) for name in SEXES] for _, one in found)]
        names = SEXES if any(parts[2] is not None for parts in told) else SEXES[:2]
        lines = [level_cells(page, project, number)]
        lines += [
            tuple(
                record_cell(page, project, getattr(one, name), "four_r", "shared", place, name)
                for name in SEXES
            )
            for place, one in found
        ]
        labels = [words_of(page, level.title), *(words_of(page, one.title) for _, one in found)]
        notes = [None, *(_amounts(page, one) for _, one in found)]
        has_others = any(cell.value for cell in lines[0][2:])
        chart = Chart(
            id=f"{project.id}-resources-{level.id}",
            kind=ChartKind.SEXES_WITHIN,
            language=page.language,
            subject=ours(page, "Andel av gruppen och av resurserna"),
            counts=Counts.NOTHING,
            unit=ChartUnit.PERCENT,
            series=tuple(labelled(page, "sex", name) for name in names),
            rows=tuple(
                Row(name, _in_percent(cells, len(names), has_others=has_others), note=note)
                for name, cells, note in zip(labels, lines, notes, strict=True)
            ),
            source=source_of_record(
                page, project, found[0][1].source or analysis.source, "four_r", "shared"
            ),
            fewest=page.site.settings.limits.fewest_people,
        )
        people, *resources = chart.rows
        yield replace(chart, rows=(people, *(_with_apart(chart, people, one) for one in resources)))


def _with_apart(chart: Chart, people: Row, resource: Row) -> Row:
    """Add to a resource's note how far the women's part is from their share, as the list says it."""
    told = [one.text for one in (resource.note, apart_words(chart, people, resource)) if one]
    return replace(resource, note=Words(". ".join(told))) if told else resource


def _in_percent(cells: Sequence[Cell], width: int, *, has_others: bool) -> tuple[Cell, ...]:
    """Give the share of each cell of all of them; where one is hidden so are all.

    Where others are part of the group and what they got is not stated, the whole is not known,
    and neither is any share of it.
    """
    told = _as_wide(cells, len(SEXES))
    if any(cell.state is CellState.SUPPRESSED for cell in told):
        return (Cell(None, CellState.SUPPRESSED),) * width
    if has_others and not told[2].is_known:
        return (Cell(),) * width
    whole = sum((cell.value or Decimal(0) for cell in told), Decimal(0))
    if whole <= 0:
        return (Cell(None, CellState.NOT_APPLICABLE),) * width
    return tuple(
        known(rounded(cell.value * _ALL / whole), cell.path, cell.line)
        if cell.value is not None
        else cell
        for cell in told[:width]
    )


def _amounts(page: Page, resource: SharedResource) -> Words | None:
    """Write what women and men got in the resource's own unit, as the source states it."""
    if resource.unit is ResourceUnit.PERCENT:
        return None
    told = []
    for name in SEXES:
        value = getattr(resource, name)
        if is_hidden(value):
            return None
        if value is not None:
            sex = label("sex", name, page.language)
            told.append(f"{sex}: {_amount(page, resource, value)}")
    return Words("; ".join(told))


def _amount(page: Page, resource: SharedResource, value: Decimal) -> str:
    if resource.unit is ResourceUnit.PLACES:
        return count(value, "{} plats", "{} platser", page.language)
    if resource.unit is ResourceUnit.HOURS:
        return count(value, "{} timme", "{} timmar", page.language)
    written = format_number(value, page.language, decimals_of(value))
    return f"{written} {resource.currency}" if resource.currency else written
