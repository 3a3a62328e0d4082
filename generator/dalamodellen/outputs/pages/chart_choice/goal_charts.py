# SPDX-License-Identifier: EUPL-1.2
"""Charts of one goal, each from the rows that have its shape; nothing where no row has."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal

from dalamodellen.model.indicator import ChartKind, Indicator
from dalamodellen.model.project import Project
from dalamodellen.model.status import added, rows_reached, status_of_goal
from dalamodellen.outputs.charts.spec import (
    Cell,
    CellState,
    Chart,
    ChartUnit,
    Row,
    Series,
    Words,
)
from dalamodellen.outputs.pages.chart_choice.pieces import (
    SEXES,
    Observed,
    cell_of,
    fewest_shown,
    group_of,
    is_share,
    labelled,
    newest_day,
    notes_of,
    ours,
    own_words,
    record_cell,
    record_words,
    rows_of_goal,
    sex_series,
    shown,
    source_of_record,
    source_of_rows,
    target_of,
    unit_of,
    words_of,
)
from dalamodellen.outputs.pages.page import Page
from dalamodellen.outputs.wording import format_span

SEVERAL = 2
"""Fewer rows than this are no development and no parts."""
ANSWERS = tuple(f"answers_{number}" for number in range(1, 6))

Build = Callable[[Page, Project, int, list[Observed]], Chart | None]


def charts_of_goal(page: Page, project: Project, number: int) -> tuple[Chart, ...]:
    """Give every chart that a goal's data have the shape of, the one that says most first.

    The kind that the author has chosen comes before the others, if the data can give it.
    """
    goal = project.goals[number]
    rows = rows_of_goal(page, project, goal)
    order = list(BY_SHAPE)
    if goal.chart in BY_SHAPE:
        order.sort(key=lambda kind: kind is not goal.chart)
    found = (BY_SHAPE[kind](page, project, number, rows) for kind in order)
    charts = [chart for chart in found if chart is not None]
    # An outcome in the record says nothing that the development does not end with.
    if len(charts) > 1 and goal.chart is not ChartKind.TARGETS:
        charts = [chart for chart in charts if chart.kind is not ChartKind.TARGETS]
    return tuple(charts)


def _frame(
    page: Page, project: Project, number: int, kind: ChartKind, rows: Sequence[Observed]
) -> Chart:
    """Say what holds for every chart of a goal, before it has rows."""
    goal = project.goals[number]
    group = group_of(project, goal)
    return Chart(
        id=f"{project.id}-{goal.id}-{kind.value.replace('_', '-')}",
        kind=kind,
        language=page.language,
        subject=words_of(page, goal.title),
        counts=goal.counts,
        unit=unit_of(goal),
        series=(),
        rows=(),
        operator=goal.target.operator if goal.target else Chart.operator,
        target_due=goal.target.due if goal.target else None,
        direction=goal.direction,
        accumulation=goal.accumulation,
        denominator=words_of(page, group.title) if group else None,
        n=shown(group.size) if group else None,
        as_of=newest_day(rows),
        source=source_of_rows(page, project, rows),
        said_by=words_of(page, goal.outcome.said_by) if goal.outcome.said_by else None,
        notes=notes_of(page, goal),
        fewest=fewest_shown(page, goal),
    )


def _is_whole(one: Observed) -> bool:
    row = one.row
    parts = (row.role, row.municipality, row.group, row.question)
    return not any(parts) and row.organisation is None and row.answers_1 is None


def _newest(rows: Sequence[Observed]) -> list[Observed]:
    """Keep the rows of the newest period, which holds all so far or is what is known last."""
    last = max((one.row.period.order for one in rows), default=None)
    return [one for one in rows if one.row.period.order == last]


def _period(page: Page, one: Observed) -> Words:
    return Words(format_span(one.row.period, page.language) or str(page.translate("okänt datum")))


def _note(page: Page, one: Observed) -> Words | None:
    return own_words(page, one.row.comment) if one.row.comment else None


def progress(page: Page, project: Project, number: int, rows: list[Observed]) -> Chart | None:
    """Two periods or more with a number of the whole: a line towards the target."""
    goal = project.goals[number]
    found = _one_length([one for one in rows if _is_whole(one) and one.row.value is not None])
    if len({one.row.period.end for one in found}) < SEVERAL:
        return None
    return replace(
        _frame(page, project, number, ChartKind.PROGRESS, found),
        series=(Series("outcome", ours(page, "Utfall")),),
        rows=tuple(
            Row(
                _period(page, one),
                (one.cell("value"),),
                period=one.row.period.end,
                n=shown(one.row.n),
                note=_note(page, one),
            )
            for one in found
        ),
        target=target_of(project, goal),
    )


def _one_length(rows: list[Observed]) -> list[Observed]:
    """Keep the rows with the shortest periods, where a year is told beside its quarters."""
    lengths = [_days(one) for one in rows]
    if not lengths:
        return []
    longest = max(lengths)
    short = [one for one, days in zip(rows, lengths, strict=True) if days * SEVERAL <= longest]
    return short if len(short) >= SEVERAL else rows


def _days(one: Observed) -> int:
    first, last = one.row.period.start.first_day, one.row.period.end.last_day
    return (last - first).days + 1 if first and last else 0


def scale(page: Page, project: Project, number: int, rows: list[Observed]) -> Chart | None:
    """Answers from 1 to 5: a bar a statement, in five parts."""
    asked = [one for one in rows if any(getattr(one.row, name) is not None for name in ANSWERS)]
    if not asked:
        return None
    newest: dict[str, Observed] = {one.row.question or "": one for one in asked}
    made = []
    for question, one in newest.items():
        cells = tuple(one.cell(name) for name in ANSWERS)
        is_whole = all(cell.is_known for cell in cells)
        answered = sum((cell.value for cell in cells if cell.value is not None), Decimal(0))
        n = shown(one.row.n) or (answered if is_whole and one.row.n is None else None)
        label = own_words(page, question) if question else _period(page, one)
        made.append(Row(label, cells, period=one.row.period.end, n=n, note=_note(page, one)))
    counts = {row.n for row in made}
    return replace(
        _frame(page, project, number, ChartKind.SCALE, list(newest.values())),
        unit=ChartUnit.NUMBER,
        series=tuple(labelled(page, "answer", name) for name in ANSWERS),
        rows=tuple(made),
        denominator=ours(page, "de som svarade"),
        n=counts.pop() if len(counts) == 1 else None,
    )


def share_of_each_sex(
    page: Page, project: Project, number: int, rows: list[Observed]
) -> Chart | None:
    """Shares in percent with women and men: how large a share of all women, and of all men."""
    if not is_share(project.goals[number]):
        return None
    found = [one for one in rows if one.row.organisation is None and one.row.question is None]
    found = [one for one in found if None not in (one.row.women, one.row.men)]
    found = [one for one in found if _is_whole(one)] or _newest(found)
    if not found:
        return None
    return _by_sex(page, project, number, ChartKind.SHARE_OF_EACH_SEX, found)


def sexes_within(page: Page, project: Project, number: int, rows: list[Observed]) -> Chart | None:
    """Numbers of women and men: how many in a hundred of those counted are women, and men."""
    if is_share(project.goals[number]):
        return None
    found = [one for one in rows if one.row.organisation is None and one.row.question is None]
    found = [one for one in found if None not in (one.row.women, one.row.men)]
    newest = _newest(found)
    kinds = [
        [one for one in newest if one.row.group or one.row.role],
        [one for one in newest if one.row.municipality],
        _newest_whole(newest),
    ]
    found = next((rows for rows in kinds if rows), [])
    if not found:
        return None
    chart = _by_sex(page, project, number, ChartKind.SEXES_WITHIN, found)
    return replace(chart, denominator=None, n=None)


def _newest_whole(rows: list[Observed]) -> list[Observed]:
    return [one for one in rows if _is_whole(one)][-1:]


def _by_sex(
    page: Page, project: Project, number: int, kind: ChartKind, found: list[Observed]
) -> Chart:
    cells = [tuple(one.cell(name) for name in SEXES) for one in found]
    series = sex_series(page, cells)
    return replace(
        _frame(page, project, number, kind, found),
        series=series,
        rows=tuple(
            Row(
                _part(page, one) or _period(page, one),
                row[: len(series)],
                period=one.row.period.end,
                n=shown(one.row.n),
                note=_note(page, one),
            )
            for one, row in zip(found, cells, strict=True)
        ),
    )


def _part(page: Page, one: Observed) -> Words | None:
    """Name the part of the whole that a row is about."""
    row = one.row
    if row.group:
        return own_words(page, row.group)
    if row.role:
        return record_words(page, "role", row.role)
    if row.municipality:
        return Words(page.site.place(row.municipality).name)
    return None


def parts(page: Page, project: Project, number: int, rows: list[Observed]) -> Chart | None:
    """Rows of roles or groups of the newest period: the parts of the whole."""
    found = [one for one in rows if one.row.role or one.row.group]
    return _parted(page, project, number, ChartKind.PARTS, found, rows=rows)


def places(page: Page, project: Project, number: int, rows: list[Observed]) -> Chart | None:
    """Rows of municipalities of the newest period: a tile a municipality."""
    found = [one for one in rows if one.row.municipality and not (one.row.role or one.row.group)]
    return _parted(page, project, number, ChartKind.PLACES, found, rows=rows)


def _parted(
    page: Page,
    project: Project,
    number: int,
    kind: ChartKind,
    found: list[Observed],
    *,
    rows: list[Observed],
) -> Chart | None:
    found = [one for one in found if one.row.value is not None and one.row.question is None]
    newest = _newest(found)
    if len(newest) < SEVERAL:
        return None
    goal = project.goals[number]
    whole = next(
        (one for one in rows if _is_whole(one) and one.row.period == newest[0].row.period), None
    )
    is_added = not is_share(goal) and whole is not None and _adds_up(newest, whole)
    return replace(
        _frame(page, project, number, kind, newest),
        series=(Series("value", ours(page, "Andel") if is_share(goal) else ours(page, "Antal")),),
        rows=tuple(
            Row(
                _part(page, one) or _period(page, one),
                (one.cell("value"),),
                n=shown(one.row.n),
                note=_note(page, one),
            )
            for one in newest
        ),
        total=whole.cell("value") if is_added and whole else Cell(),
    )


def _adds_up(rows: list[Observed], whole: Observed) -> bool:
    """Tell whether the parts are parts of the whole, as far as one can see what is not hidden."""
    total = shown(whole.row.value)
    if total is None:
        return False
    known = [shown(one.row.value) for one in rows]
    added = sum((value for value in known if value is not None), Decimal(0))
    return added < total if None in known else added == total


def targets(page: Page, project: Project, number: int, rows: list[Observed]) -> Chart | None:
    """A number that was to be reached, and the number reached: one row."""
    chart = promise(page, project, number, rows)
    return None if chart is None or chart.rows[0].cells[0].state is CellState.MISSING else chart


def promise(page: Page, project: Project, number: int, rows: list[Observed]) -> Chart | None:
    """Give a goal's target, and its number or why there is none: for words, not to be drawn."""
    row = target_row(page, project, number, rows)
    if row is None:
        return None
    goal = project.goals[number]
    chart = replace(
        _frame(page, project, number, ChartKind.TARGETS, _newest_whole(rows)),
        series=(Series("outcome", ours(page, "Utfall")),),
        rows=(row,),
    )
    if goal.outcome.value is None:
        return chart
    loc = ("goals", number, "outcome", "value")
    return replace(
        chart,
        as_of=goal.outcome.as_of,
        source=source_of_record(page, project, goal.outcome.source, *loc),
    )


def target_row(page: Page, project: Project, number: int, rows: list[Observed]) -> Row | None:
    """Put a goal's target and outcome on one row, by the rule in model/status.py.

    None for a goal without a number.
    """
    goal = project.goals[number]
    target = target_of(project, goal)
    if target is None and goal.outcome.value is None:
        return None
    told = [one.row for one in rows]
    behind = rows_reached(goal, told)
    if goal.outcome.value is None and behind:
        newest = next(one.source for one in rows if one.row is behind[-1])
        cell = cell_of(added(behind, "value"), newest.path, newest.line)
    else:
        loc = ("goals", number, "outcome", "value")
        cell = record_cell(page, project, goal.outcome.value, *loc)
    group = group_of(project, goal)
    status = status_of_goal(goal, told, group, page.site.today)
    return Row(
        words_of(page, goal.title),
        (replace(cell, status=status),),
        n=shown(group.size) if group else None,
        target=target,
        operator=goal.target.operator if goal.target else Row.operator,
        note=_row_note(page, goal),
    )


def _row_note(page: Page, goal: Indicator) -> Words | None:
    if goal.outcome.note is not None:
        return words_of(page, goal.outcome.note)
    return words_of(page, goal.note) if goal.note is not None else None


BY_SHAPE: dict[ChartKind, Build] = {
    ChartKind.SCALE: scale,
    ChartKind.SHARE_OF_EACH_SEX: share_of_each_sex,
    ChartKind.PROGRESS: progress,
    ChartKind.PLACES: places,
    ChartKind.PARTS: parts,
    ChartKind.SEXES_WITHIN: sexes_within,
    ChartKind.TARGETS: targets,
}
"""Kind of chart → what makes it of a goal's rows, the kind that says most first."""
