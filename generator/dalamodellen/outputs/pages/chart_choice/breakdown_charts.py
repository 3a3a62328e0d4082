# SPDX-License-Identifier: EUPL-1.2
"""Charts of a total and its parts, whose tables also tell the sums between them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from dalamodellen.model.indicator import ChartKind, Counts
from dalamodellen.model.period import PartialDate
from dalamodellen.model.project import Breakdown, Project
from dalamodellen.model.text import Text
from dalamodellen.outputs.charts.spec import Chart, ChartUnit, Row, Series, Sum, Words
from dalamodellen.outputs.pages.chart_choice.goal_charts import SEVERAL
from dalamodellen.outputs.pages.chart_choice.pieces import (
    SEXES,
    labelled,
    ours,
    record_cell,
    source_of_record,
    words_of,
)
from dalamodellen.outputs.pages.page import Page

Loc = tuple[str | int, ...]


def breakdown_charts(page: Page, project: Project) -> Iterator[Chart]:
    """Give the parts of each total, and the women and men in them where they are counted."""
    names = {place.name for place in page.site.codes.places.values()}
    for number, whole in enumerate(project.breakdowns):
        loc = ("breakdowns", number)
        parts = list(_parts(whole, loc))
        found = [part for part in parts if not part.of.parts]
        if len(found) < SEVERAL:
            continue
        is_places = all(words_of(page, part.of.title).text in names for part in found)
        common = {
            "language": page.language,
            "subject": words_of(page, whole.title),
            "counts": Counts.PEOPLE,
            "unit": ChartUnit.NUMBER,
            "as_of": day_of_breakdown(project, whole),
            "source": source_of_record(page, project, whole.source, *loc),
            "notes": _reason(page, whole.no_sex_split_reason),
            "fewest": page.site.settings.limits.fewest_people,
        }
        yield Chart(
            id=_chart_id(project, number),
            kind=ChartKind.PLACES if is_places else ChartKind.PARTS,
            series=(Series("value", ours(page, "Antal")),),
            total=record_cell(page, project, whole.value, *loc, "value"),
            **_rows(page, project, parts, ("value",)),  # type: ignore[arg-type]
            **common,  # type: ignore[arg-type]
        )
        split = [part for part in parts if part.is_split]
        if any(not part.of.parts for part in split):
            yield Chart(
                id=f"{_chart_id(project, number)}-sexes",
                kind=ChartKind.SEXES_WITHIN,
                series=tuple(labelled(page, "sex", name) for name in SEXES[:2]),
                **_rows(page, project, split, SEXES[:2], _Part(whole, loc, 0)),  # type: ignore[arg-type]
                **common,  # type: ignore[arg-type]
            )


@dataclass(frozen=True)
class _Part:
    """A part of a total, or the total itself."""

    of: Breakdown
    loc: Loc
    depth: int
    """0 for the total itself and for a part of it that is not below another part."""

    @property
    def is_split(self) -> bool:
        return None not in (self.of.women, self.of.men)


def _parts(whole: Breakdown, loc: Loc, depth: int = 0) -> Iterator[_Part]:
    """List all parts, each before its own parts, with where they stand."""
    for number, part in enumerate(whole.parts):
        at = (*loc, "parts", number)
        yield _Part(part, at, depth)
        yield from _parts(part, at, depth + 1)


def _rows(
    page: Page,
    project: Project,
    parts: Sequence[_Part],
    names: Sequence[str],
    whole: _Part | None = None,
) -> dict[str, object]:
    """Make a row of each part that is not parted further, and a sum of each that is, and of the whole."""

    def row(part: _Part, label: Words) -> Row:
        cells = (
            record_cell(page, project, getattr(part.of, name), *part.loc, name) for name in names
        )
        return Row(label, tuple(cells), depth=part.depth)

    rows: list[Row] = []
    sums: list[Sum] = []
    for part in parts:
        made = row(part, words_of(page, part.of.title))
        if part.of.parts:
            sums.append(Sum(len(rows), made))
        else:
            rows.append(made)
    if whole is not None and whole.is_split:
        sums.append(Sum(len(rows), row(whole, ours(page, "Totalt"))))
    return {"rows": tuple(rows), "sums": tuple(sums)}


def is_told_by_charts(project: Project, number: int, shown: Collection[str]) -> bool:
    """Tell whether the tables of a total's charts hold all its numbers, so that it needs no other.

    They do where there are several parts, and women and men are counted in all of them or in none.

    Args:
        project: The project.
        number: Which of its totals, from 0.
        shown: Ids of the charts that stand on the page.
    """
    whole = project.breakdowns[number]
    parts = [_Part(whole, (), 0), *_parts(whole, ())]
    has_sexes = any(part.of.women is not None or part.of.men is not None for part in parts)
    if has_sexes and not all(part.is_split for part in parts):
        return False
    needed = {_chart_id(project, number)}
    needed |= {f"{_chart_id(project, number)}-sexes"} if has_sexes else set()
    return needed <= set(shown)


def _chart_id(project: Project, number: int) -> str:
    return f"{project.id}-breakdown-{number + 1}"


def day_of_breakdown(project: Project, whole: Breakdown) -> PartialDate | None:
    """Give the day a total was true: that of participants who are as many."""
    days = [one.as_of for one in project.participants if one.value == whole.value and one.as_of]
    return days[0] if days else None


def _reason(page: Page, reason: Text | None) -> tuple[Words, ...]:
    return (words_of(page, reason),) if reason is not None else ()
