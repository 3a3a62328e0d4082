# SPDX-License-Identifier: EUPL-1.2
"""The numbers of one municipality or organisation, project by project, ready for its page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from dalamodellen.model.indicator import Counts, OutcomeStatus
from dalamodellen.model.local_results import (
    LocalPart,
    LocalResult,
    parts_by_place,
    results_by_organisation,
    results_by_place,
)
from dalamodellen.model.number import is_hidden
from dalamodellen.model.place import Place
from dalamodellen.model.status import is_share, status_of_organisation
from dalamodellen.outputs.pages.chart_choice.breakdown_charts import day_of_breakdown
from dalamodellen.outputs.pages.chart_choice.pieces import source_of_numbers
from dalamodellen.outputs.pages.page import Page, uri_of
from dalamodellen.outputs.safe_markdown import Markdown

SEXES = ("women", "men")


@dataclass(frozen=True)
class LocalRow:
    """One number of a place or an organisation."""

    title: Markdown
    """What it is about, as a link to it on the project's page."""
    project: Markdown
    value: Markdown
    sexes: tuple[Markdown, ...]
    """Women and men; ".." where nobody states them."""
    when: Markdown
    source: Markdown


@dataclass(frozen=True)
class LocalTable:
    """All numbers of a place or an organisation."""

    rows: list[LocalRow]
    has_sexes: bool
    has_gaps: bool
    """Whether a row lacks women or men."""
    has_hidden: bool


def numbers_of_place(page: Page, place: Place) -> LocalTable:
    """Give what the projects have reached in a municipality, as far as sources tell it apart."""
    results = results_by_place(page.site).get(place.id, ())
    parts = parts_by_place(page.site).get(place.name, ())
    rows = [_of_goal(page, one, lambda one: local_number(page, one, "value")) for one in results]
    rows += [_of_part(page, one) for one in parts]
    counts = [one.count for one in results] + [_counter(one) for one in parts]
    return _table(rows, counts)


def numbers_of_organisation(page: Page, organisation_id: str) -> LocalTable:
    """Give what came of goals in an organisation that has agreed to be named.

    Nothing is known here of others: their rows have no name.
    """
    results = results_by_organisation(page.site).get(organisation_id, ())
    rows = [_of_goal(page, one, lambda one: _status_in_words(page, one)) for one in results]
    return _table(rows, [one.count for one in results])


def _counter(one: LocalPart) -> Callable[[str], Decimal | None]:
    return lambda name: getattr(one.part, name)


def _table(rows: list[LocalRow], counts: Sequence[Callable[[str], Decimal | None]]) -> LocalTable:
    told = [[count(name) for name in SEXES] for count in counts]
    return LocalTable(
        rows,
        has_sexes=any(number is not None for sexes in told for number in sexes),
        has_gaps=any(None in sexes for sexes in told),
        has_hidden=any(is_hidden(count(name)) for count in counts for name in ("value", *SEXES)),
    )


def _of_goal(page: Page, one: LocalResult, tell: Callable[[LocalResult], Markdown]) -> LocalRow:
    project, goal = one.project, one.goal
    href = page.href(f"{uri_of('project', project.id)}#mal-{goal.id}")
    return LocalRow(
        title=Markdown(f'<a href="{href}">{page.text(goal.title)}</a>'),
        project=page.text(project.short_title or project.title),
        value=tell(one),
        sexes=tuple(local_number(page, one, name) for name in SEXES),
        when=page.date(one.as_of),
        source=source_of_numbers(page, project, one.rows),
    )


def _of_part(page: Page, one: LocalPart) -> LocalRow:
    project, part = one.project, one.part
    key = ("project", project.id)
    is_shown = not is_hidden(part.value)
    source = page.source(key, one.whole.source, *one.loc) if is_shown else ""
    phase = part.phase or one.whole.phase
    day = day_of_breakdown(project, one.whole)
    told = (page.date(day) if day else "", page.label("phase", phase) if phase else "")
    return LocalRow(
        title=Markdown(
            f'<a href="{page.href(uri_of("project", project.id))}">{page.text(one.whole.title)}</a>'
        ),
        project=page.text(project.short_title or project.title),
        value=page.number(part.value),
        sexes=tuple(_number(page, getattr(part, name)) for name in SEXES),
        when=page.dotted(*told),
        source=Markdown(source or page.citation(one.whole.source)),
    )


def local_number(page: Page, one: LocalResult, name: str) -> Markdown:
    """Write one of the numbers of a place or an organisation; "x" where it is hidden."""
    return _number(page, one.count(name), is_percent=is_share(one.goal))


def _number(page: Page, number: Decimal | None, *, is_percent: bool = False) -> Markdown:
    if number is None:
        return Markdown("..")
    return page.percent(number) if is_percent and not is_hidden(number) else page.number(number)


def _status_in_words(page: Page, one: LocalResult) -> Markdown:
    """Say what became of a goal in an organisation; of what is no goal for it, the number."""
    value = one.count("value")
    is_judged = one.goal.counts is Counts.ORGANISATIONS or is_share(one.goal)
    if value is None or is_hidden(value) or not is_judged:
        return _number(page, value, is_percent=is_share(one.goal))
    status = status_of_organisation(one.goal, value)
    word = page.label("outcome", status)
    is_number = is_share(one.goal) or status is OutcomeStatus.PARTLY
    return Markdown(f"{word}: {_number(page, value, is_percent=True)}") if is_number else word
