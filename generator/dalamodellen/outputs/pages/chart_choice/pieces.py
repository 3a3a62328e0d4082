# SPDX-License-Identifier: EUPL-1.2
"""What every chart is put together from: words in a language, cells with their row, sources."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from dalamodellen.issues import Source
from dalamodellen.model.indicator import Indicator, Observation, TargetGroup, TargetStatus, Unit
from dalamodellen.model.money import Precision
from dalamodellen.model.number import is_hidden
from dalamodellen.model.period import PartialDate
from dalamodellen.model.project import Project
from dalamodellen.model.record import Citation
from dalamodellen.model.text import Text
from dalamodellen.outputs.charts.spec import Cell, CellState, ChartUnit, Series, Words
from dalamodellen.outputs.pages.page import Page
from dalamodellen.outputs.safe_markdown import Markdown
from dalamodellen.outputs.words import label

SEXES = ("women", "men", "other")
"""Fields of a row, in the order they are always shown."""


@dataclass(frozen=True)
class Observed:
    """One row of a table of results, as readers may see it, and where it stands."""

    row: Observation
    source: Source

    def cell(self, name: str) -> Cell:
        """Give one of its numbers."""
        return cell_of(getattr(self.row, name), self.source.path, self.source.line)


def cell_of(
    number: Decimal | None, path: str = "", line: int = 0, precision: Precision = Precision.EXACT
) -> Cell:
    """Make a cell of a number that may be hidden, or stated nowhere.

    A hidden number does not lead to its row.
    """
    if number is None:
        return Cell()
    if is_hidden(number):
        return Cell(None, CellState.SUPPRESSED)
    return Cell(number, CellState.KNOWN, precision, path=path, line=line)


def shown(number: Decimal | None) -> Decimal | None:
    """Give a number that is neither missing nor hidden."""
    return None if number is None or is_hidden(number) else number


def fewest_shown(page: Page, goal: Indicator) -> int:
    """Give the smallest number of people that is shown of a goal."""
    limits = page.site.settings.limits
    return limits.fewest_sensitive if goal.is_sensitive else limits.fewest_people


def words_of(page: Page, text: Text) -> Words:
    """Give a record's words, and their language where it is not the page's."""
    found, language = text.in_language(page.language)
    return Words(page.plain(found), "" if language == page.language else language)


def own_words(page: Page, words: str) -> Words:
    """Give words that are written in the site's main language only."""
    main = page.site.main_language
    return Words(words, "" if main == page.language else main)


def ours(page: Page, word: str) -> Words:
    """Give one of the site's own words in the page's language."""
    return Words(str(page.translate(word)))


def record_words(page: Page, kind: str, record_id: str) -> Words:
    """Give the title of a record that is named by its id."""
    title = getattr(page.site.records.get((kind, record_id)), "title", None)
    return words_of(page, title) if isinstance(title, Text) else Words(record_id)


def sex_series(page: Page, cells: Iterable[Sequence[Cell]]) -> tuple[Series, ...]:
    """Give the series of women, men and, where anybody counts them, others."""
    rows = list(cells)
    is_told = any(row[2] != Cell() for row in rows)
    return tuple(labelled(page, "sex", name) for name in (SEXES if is_told else SEXES[:2]))


def labelled(page: Page, table: str, name: str) -> Series:
    """Give a series that is called by one of the site's own words."""
    return Series(name, Words(label(table, name, page.language)))


def group_of(project: Project, goal: Indicator) -> TargetGroup | None:
    """Give the group that a goal is a share or a number of."""
    return next((one for one in project.target_groups if one.id == goal.denominator), None)


def is_share(goal: Indicator) -> bool:
    """Tell whether a goal's numbers are in percent."""
    return goal.target is not None and goal.target.unit is Unit.PERCENT


def unit_of(goal: Indicator) -> ChartUnit:
    """Say what a goal's numbers are."""
    return ChartUnit.PERCENT if is_share(goal) else ChartUnit.NUMBER


def target_of(project: Project, goal: Indicator) -> Decimal | None:
    """Give the number a goal was to reach; "all" is the whole group."""
    if goal.target is None:
        return None
    if not goal.target.is_all:
        return goal.target.value
    group = group_of(project, goal)
    return Decimal(100) if is_share(goal) else group.size if group else None


def notes_of(page: Page, goal: Indicator) -> tuple[Words, ...]:
    """List what a reader must know to read a goal's numbers right."""
    notes = []
    if goal.target is not None and goal.target.status is TargetStatus.PRELIMINARY:
        notes.append(ours(page, "Målet är preliminärt."))
    if goal.measured_by is not None:
        told = words_of(page, goal.measured_by)
        lead = page.translate("Så mättes det:")
        if not told.language:
            notes.append(Words(f"{lead} {told.text}"))
        else:
            notes += [Words(str(lead)), told]
    if goal.may_overlap:
        notes.append(ours(page, "Samma person kan räknas i flera mål. De läggs aldrig ihop."))
    if goal.note is not None:
        notes.append(words_of(page, goal.note))
    return tuple(notes)


def rows_of_goal(page: Page, project: Project, goal: Indicator) -> list[Observed]:
    """List a goal's rows by period, each with where it stands."""
    found = [
        Observed(row, source)
        for row, source in page.site.observations(project.id)
        if row.indicator == goal.id
    ]
    return sorted(found, key=lambda one: one.row.period.order)


def newest_day(rows: Iterable[Observed]) -> PartialDate | None:
    """Give the last day that any of the rows is about."""
    found = [one.row.period for one in rows if one.row.period.end.year]
    return max(found, key=lambda period: period.order).end if found else None


def documents_of_rows(page: Page, rows: Sequence[Observation]) -> list[str]:
    """Name the documents the rows come from, each once."""
    documents = dict.fromkeys(row.source for row in rows if row.source)
    return [str(page.citation(Citation(document=name))) for name in documents]


def source_of_rows(page: Page, project: Project, rows: Sequence[Observed]) -> Markdown:
    """Name the documents the rows come from, and lead to the first and the last of them."""
    parts = documents_of_rows(page, [one.row for one in rows])
    file = page.site.table_files.get(("project", project.id))
    if file is not None and rows:
        lines = sorted({one.source.line for one in rows})
        found = [str(page.row(file, line)) for line in dict.fromkeys((lines[0], lines[-1]))]
        parts.append(" – ".join(found))
    return Markdown(" · ".join(parts))


def source_of_numbers(
    page: Page, project: Project, rows: Sequence[tuple[Observation, Source]]
) -> Markdown:
    """Name where numbers stand; where one is hidden, only the documents, and not its row."""
    if any(is_hidden(row.value) for row, _ in rows):
        return Markdown(" · ".join(documents_of_rows(page, [row for row, _ in rows])))
    return source_of_rows(page, project, [Observed(row, source) for row, source in rows])


def source_of_record(
    page: Page, project: Project, citation: Citation | None, *loc: str | int
) -> Markdown:
    """Name the document and the row of the record."""
    return Markdown(page.source(("project", project.id), citation, *loc))


def record_cell(
    page: Page,
    project: Project,
    number: Decimal | None,
    *loc: str | int,
    precision: Precision = Precision.EXACT,
) -> Cell:
    """Make a cell of a number in a project's record."""
    file = page.site.files[("project", project.id)]
    return cell_of(number, file.path, file.line_of(*loc), precision)
