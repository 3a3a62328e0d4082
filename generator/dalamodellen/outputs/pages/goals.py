# SPDX-License-Identifier: EUPL-1.2
"""A project's goals as readers meet them: target and outcome on one row, never added."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from dalamodellen.model.indicator import (
    Counts,
    Indicator,
    Observation,
    OutcomeStatus,
    TargetGroup,
    Unit,
)
from dalamodellen.model.project import Project
from dalamodellen.model.site import RecordKey
from dalamodellen.model.status import number_reached, status_of_goal
from dalamodellen.outputs.pages.page import Page
from dalamodellen.outputs.safe_markdown import Markdown
from dalamodellen.outputs.words import COUNTED

SEVERAL = 2
"""Stands in for a number that is not known, to choose the form of a word."""


@dataclass(frozen=True)
class GoalView:
    """One goal as a reader meets it."""

    goal: Indicator
    target: str
    """The target in words: "minst 13 av 17 organisationer"; "" for a goal without a number."""
    target_status: str
    outcome: str
    status: Markdown
    """The outcome's status, by the rule in model/status.py, as it is named in style sheets."""
    reached: Decimal | None
    """The number reached, in the record or in the table of results; None where nobody states it."""
    source: str
    roles: list[str]


def goal_views(
    page: Page,
    key: RecordKey,
    goals: Sequence[Indicator],
    target_groups: Sequence[TargetGroup],
    *loc: str | int,
) -> list[GoalView]:
    """Put goals into words.

    Args:
        page: The page they stand on.
        key: The record they are told in.
        goals: The goals.
        target_groups: The groups that targets are shares or numbers of.
        *loc: The way to the list of goals in the record.
    """
    groups = {group.id: group for group in target_groups}
    rows = [row for row, _ in page.site.observations(key[1])] if key[0] == "project" else []
    return [
        _goal_view(page, goal, groups, rows, page.source(key, goal.source, *loc, number))
        for number, goal in enumerate(goals)
    ]


def _goal_view(
    page: Page,
    goal: Indicator,
    groups: Mapping[str, TargetGroup],
    rows: Sequence[Observation],
    source: str,
) -> GoalView:
    status = goal.target.status if goal.target else None
    group = groups.get(goal.denominator or "")
    became = status_of_goal(goal, rows, group, page.site.today)
    reached = number_reached(goal, rows)
    return GoalView(
        goal=goal,
        target=target_in_words(page, goal, group),
        target_status=page.label("target_status", status) if status else "",
        outcome=_outcome(page, goal, became, reached),
        status=Markdown(became.value),
        reached=reached,
        source=source,
        roles=[
            page.text(getattr(page.site.records.get(("role", role)), "title", None))
            for role in goal.roles
        ],
    )


def goal_notes(page: Page, project: Project) -> list[Markdown]:
    """Say once what holds for several goals, instead of under each of them."""
    notes = [page.prose(project.goals_note)] if project.goals_note else []
    if any(goal.may_overlap for goal in project.goals):
        notes.append(
            Markdown(
                f"<p>{page.translate('Samma person kan räknas i flera mål. De läggs aldrig ihop.')}</p>"
            )
        )
    reasons = [page.text(g.no_sex_split_reason) for g in project.goals if g.no_sex_split_reason]
    return [*notes, *(Markdown(f"<p>{reason}</p>") for reason in dict.fromkeys(reasons))]


def target_in_words(page: Page, goal: Indicator, group: TargetGroup | None) -> Markdown:
    """Write a target with its operator and its denominator: "minst 13 av 17 organisationer"."""
    target = goal.target
    if target is None:
        return Markdown("")
    of_whom = page.text(group.title) if group else Markdown("")
    size = page.number(group.size) if group and group.size is not None else ""
    of_how_many = group.size if group and group.size is not None else target.value
    what = of_whom
    if goal.counts is not Counts.NOTHING:
        what = page.count(SEVERAL if of_how_many is None else of_how_many, *COUNTED[goal.counts])
    counted = of_whom or what
    if target.is_all:
        return Markdown(f"{page.translate('alla')} {size} {counted}".replace("  ", " "))
    if target.value is None:
        return Markdown("")
    operator = page.label("operator", target.operator)
    if target.unit is Unit.PERCENT:
        of = f" {page.translate('av')} {counted}" if counted else ""
        of += f" ({size})" if size else ""
        return Markdown(f"{operator} {page.percent(target.value)}{of}")
    value = page.number(target.value)
    if size:
        return Markdown(f"{operator} {value} {page.translate('av')} {size} {counted}")
    return Markdown(f"{operator} {value} {what}")


def _outcome(
    page: Page, goal: Indicator, status: OutcomeStatus, reached: Decimal | None
) -> Markdown:
    """Say what became of a goal, with the number reached and who says so."""
    if status is OutcomeStatus.NOT_STATED and reached is None:
        return Markdown(f'<span class="missing">{page.label("outcome", status)}</span>')
    parts = [] if status is OutcomeStatus.NOT_STATED else [str(page.label("outcome", status))]
    if reached is not None:
        is_share = goal.target is not None and goal.target.unit is Unit.PERCENT
        number = page.percent(reached) if is_share else page.number(reached)
        if status is OutcomeStatus.TOO_EARLY:
            parts = [f"{parts[0]}, {page.translate('hittills')}"]
        parts.append(number)
    if goal.outcome.source:
        parts.append(f"({page.citation(goal.outcome.source)})")
    return Markdown(" ".join(parts))
