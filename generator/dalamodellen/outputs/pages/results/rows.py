# SPDX-License-Identifier: EUPL-1.2
"""One goal on one row: the promise, what came of it, and how anybody knows."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from dalamodellen.model.indicator import GoalLevel, Indicator
from dalamodellen.model.number import is_hidden
from dalamodellen.model.results import Result, Standing
from dalamodellen.model.status import is_share
from dalamodellen.outputs.pages.chart_choice.pieces import source_of_numbers
from dalamodellen.outputs.pages.goals import target_in_words
from dalamodellen.outputs.pages.page import Page, uri_of
from dalamodellen.outputs.safe_markdown import Markdown


@dataclass(frozen=True)
class ResultRow:
    """One row of the list, ready to print."""

    title: Markdown
    """The goal, as a link to it on the project's page."""
    about: Markdown
    """Whose goal it is."""
    target: Markdown
    due: Markdown
    """By when, and how settled the target is; "" where nothing is said."""
    sign: Markdown
    """The standing, as it is named in style sheets."""
    outcome: Markdown
    more: Markdown
    """When it was true, and of how many; "" where nothing is said."""
    evidence: tuple[tuple[Markdown, Markdown], ...]
    """How it is measured, and where promise and outcome stand, each with its heading."""


def result_row(page: Page, result: Result) -> ResultRow:
    """Put one goal into words."""
    project, goal = result.project, result.goal
    href = page.href(f"{uri_of('project', project.id)}#mal-{goal.id}")
    about = [page.text(project.short_title or project.title)]
    if goal.level is GoalLevel.ORGANISATION:
        about.append(page.translate("varje organisations mål"))
    return ResultRow(
        title=Markdown(f'<a href="{href}">{page.text(goal.title)}</a>'),
        about=page.dotted(*about),
        target=target_in_words(page, goal, result.group) or page.translate("inte satt som ett tal"),
        due=_due(page, goal),
        sign=Markdown(result.standing.value),
        outcome=outcome_in_words(page, result),
        more=_more(page, result),
        evidence=tuple(_evidence(page, result)),
    )


def _due(page: Page, goal: Indicator) -> Markdown:
    target = goal.target
    if target is None:
        return Markdown("")
    told = [f"{page.translate('senast')} {page.date(target.due)}"] if target.due else []
    if target.status != "decided":
        told.append(str(page.label("target_status", target.status)))
    return page.dotted(*(Markdown(one) for one in told))


def number_in_words(page: Page, goal: Indicator, number: Decimal | None) -> Markdown:
    """Write a number of a goal; of one that is hidden only that it is, and "" where there is none."""
    if number is None:
        return Markdown("")
    if is_hidden(number):
        return page.translate("talet är dolt")
    return page.percent(number) if is_share(goal) else page.number(number)


def outcome_in_words(page: Page, result: Result) -> Markdown:
    """Say what became of a goal, with the number reached."""
    number = number_in_words(page, result.goal, result.reached)
    if result.standing is Standing.STATED:
        return number
    word = standing_in_words(page, result.standing)
    if not number or result.standing is Standing.HIDDEN:
        is_missing = result.standing is Standing.NOT_STATED
        return Markdown(f'<span class="missing">{word}</span>') if is_missing else word
    if result.standing is Standing.TOO_EARLY:
        return Markdown(f"{word}, {page.translate('hittills')} {number}")
    return Markdown(f"{word}: {number}")


def standing_in_words(page: Page, standing: Standing) -> Markdown:
    """Name a standing."""
    if standing is Standing.HIDDEN:
        return page.translate("Talet är dolt")
    if standing is Standing.STATED:
        return page.translate("Utan tal att jämföra med")
    return page.label("outcome", standing.value)


def _more(page: Page, result: Result) -> Markdown:
    """Say when it was true and of how many; nothing where there is no number."""
    if result.reached is None:
        return Markdown("")
    told = []
    if result.standing is Standing.STATED:
        told.append(standing_in_words(page, result.standing))
    if result.as_of and not result.as_of.is_unknown:
        told.append(page.date(result.as_of))
    if result.n is not None and not is_hidden(result.n) and not is_hidden(result.reached):
        told.append(Markdown(f"n&nbsp;=&nbsp;{page.number(result.n)}"))
    return page.dotted(*told)


def _evidence(page: Page, result: Result) -> list[tuple[Markdown, Markdown]]:
    goal, key = result.goal, ("project", result.project.id)
    told = []
    if goal.measured_by:
        told.append((page.translate("Mäts genom:"), page.text(goal.measured_by)))
    promise = page.source(key, goal.source, "goals", result.number)
    told.append((page.translate("Löftet:"), promise))
    if outcome := source_of_outcome(page, result):
        told.append((page.translate("Utfallet:"), outcome))
    return told


def source_of_outcome(page: Page, result: Result) -> Markdown:
    """Name where the outcome stands; a number that is hidden does not lead to its row."""
    goal = result.goal
    if result.rows:
        return source_of_numbers(page, result.project, result.rows)
    if is_hidden(result.reached):
        return page.citation(goal.outcome.source)
    if goal.outcome.source is None:
        return Markdown("")
    return page.source(
        ("project", result.project.id), goal.outcome.source, "goals", result.number, "outcome"
    )
