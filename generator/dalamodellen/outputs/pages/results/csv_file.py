# SPDX-License-Identifier: EUPL-1.2
"""All goals as a table for spreadsheets and programs: the same rows as the page, in the same order."""

from __future__ import annotations

from collections.abc import Sequence

from dalamodellen.model.number import is_hidden
from dalamodellen.model.results import Result
from dalamodellen.model.settings import EXAMPLE_MARK
from dalamodellen.outputs.csv_text import Value, csv_text
from dalamodellen.outputs.pages.page import Page

COLUMNS = (
    "project",
    "project_title",
    "programme",
    "goal",
    "title",
    "code",
    "level",
    "counts",
    "operator",
    "target",
    "target_unit",
    "target_status",
    "due",
    "outcome",
    "outcome_state",
    "status",
    "as_of",
    "n",
    "accumulation",
    "aggregation",
    "measured_by",
    "goal_path",
    "goal_line",
    "outcome_path",
    "outcome_line",
)
"""Their names, and the values that are not words or numbers, are the same in all languages."""


def results_csv(page: Page, results: Sequence[Result]) -> str:
    """Write all goals as CSV. `outcome_state` says why an outcome is empty: missing or suppressed."""
    mark = [EXAMPLE_MARK] if page.site.settings.is_example else []
    head: list[Value] = [*COLUMNS, *(["about"] if mark else [])]
    return csv_text([head, *([*_line(page, result), *mark] for result in results)])


def _line(page: Page, result: Result) -> list[Value]:
    project, goal = result.project, result.goal
    target = goal.target
    state = "missing" if result.reached is None else ""
    return [
        project.id,
        page.plain(project.title),
        (project.funding.programme or "") if project.funding else "",
        goal.id,
        page.plain(goal.title),
        goal.code or "",
        goal.level.value,
        goal.counts.value,
        target.operator.value if target else "",
        "all" if target and target.is_all else target.value if target else None,
        target.unit.value if target else "",
        target.status.value if target else "",
        target.due.iso if target and target.due else "",
        result.reached,
        "suppressed" if is_hidden(result.reached) else state,
        result.standing.value,
        result.as_of.iso if result.as_of and result.reached is not None else "",
        result.n,
        goal.accumulation.value,
        goal.aggregation.value,
        page.plain(goal.measured_by) if goal.measured_by else "",
        *_places(page, result),
    ]


def _places(page: Page, result: Result) -> list[Value]:
    """Give path and line of the goal and of its outcome; of one that is hidden, none."""
    file = page.site.files["project", result.project.id]
    promise: list[Value] = [file.path, file.line_of("goals", result.number)]
    if result.reached is None or is_hidden(result.reached):
        return [*promise, "", None]
    if result.rows:
        source = result.rows[-1][1]
        return [*promise, source.path, source.line]
    return [*promise, file.path, file.line_of("goals", result.number, "outcome", "value")]
