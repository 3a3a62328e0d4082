# SPDX-License-Identifier: EUPL-1.2
"""The text a project needs for its final report: each goal with target, outcome and sentences.

The headings are those of the guide to final reports of projects in the Social Fund
("Handledning för slutrapport av socialfondsprojekt", version 1.1, Svenska ESF-rådet).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from dalamodellen.model.project import Project
from dalamodellen.model.settings import EXAMPLE_MARK
from dalamodellen.model.site import Site
from dalamodellen.outputs.charts.description import describe_chart
from dalamodellen.outputs.charts.sentence import Sentence
from dalamodellen.outputs.charts.spec import Words
from dalamodellen.outputs.csv_text import Value, csv_text
from dalamodellen.outputs.output_file import OutputFile
from dalamodellen.outputs.pages.chart_choice.choice import chart_of_goal, chart_of_promise
from dalamodellen.outputs.pages.chart_choice.pieces import words_of
from dalamodellen.outputs.pages.goals import GoalView, goal_views
from dalamodellen.outputs.pages.key_figures import key_figures
from dalamodellen.outputs.pages.page import Page, page_file, uri_of
from dalamodellen.outputs.safe_markdown import Markdown, unmarked
from dalamodellen.outputs.wording import format_money

_FOLDER = "rapporttext"
_COLUMNS = (
    "goal",
    "title",
    "counts",
    "operator",
    "target",
    "target_unit",
    "target_status",
    "due",
    "outcome",
    "outcome_status",
    "as_of",
    "measured_by",
    "text",
)
"""Columns of the CSV; their names are the same in all languages."""


@dataclass(frozen=True)
class GoalText:
    """What a report says of one goal."""

    number: int
    """Its number in the record, from 1."""
    title: Words
    target: Markdown
    """The target in words; "" for a goal without a number."""
    outcome: Markdown
    """What became of it, in words."""
    status: str
    """The same as programs name it."""
    reached: Decimal | None
    sentences: tuple[Sentence, ...]
    measured_by: Words | None


def report_uri(project_id: str) -> str:
    """Tell where the text for a project's report lies."""
    return uri_of("project", project_id).replace("index.md", f"{_FOLDER}/index.md")


def render_report_texts(site: Site, language: str) -> list[OutputFile]:
    """Render the text for the report of each project with goals: a page, a text file and a CSV."""
    return [
        file
        for project in site.projects
        if project.goals
        for file in _report(site, project, language)
    ]


def _report(site: Site, project: Project, language: str) -> list[OutputFile]:
    uri = report_uri(project.id)
    page = Page(site, uri, language)
    folder = uri.removesuffix("index.md")
    # A title can not say that half of it is in another language.
    name = project.id if page.language_of(project.title) else page.plain(project.title)
    key = ("project", project.id)
    views = goal_views(page, key, project.goals, project.target_groups, "goals")
    goals = [goal_text(page, project, number, view) for number, view in enumerate(views)]
    made_from = (site.files[key].path,)
    files = {
        f"{folder}{project.id}.txt": _as_text(page, project, goals),
        f"{folder}{project.id}.csv": _as_csv(page, project, goals),
    }
    html = page_file(
        site,
        uri,
        language,
        "report_text.md.j2",
        title=f"{page.translate('Text för rapporten')}: {name}",
        description=page.translate("Mål och utfall i ord, att kopiera till en slutrapport."),
        funded=project.id,
        section="projekt/index.md",
        breadcrumbs=[(page.translate("Projekt"), "projekt/index.md")],
        meta={"robots": "noindex"},
        project=project,
        goals=goals,
        money=_money(page, project),
        tiles=key_figures(page, project),
        words=lambda words: page.marked(words.text, words.language or page.language),
        text_file=page.href(f"{folder}{project.id}.txt"),
        csv_file=page.href(f"{folder}{project.id}.csv"),
    )
    return [html, *(OutputFile(one, text, language, made_from) for one, text in files.items())]


# -- one goal ----------------------------------------------------------------------


def goal_text(page: Page, project: Project, number: int, view: GoalView) -> GoalText:
    """Put one goal into the words of a report."""
    goal = project.goals[number]
    chart = chart_of_goal(page, project, number) or chart_of_promise(page, project, number)
    return GoalText(
        number=number + 1,
        title=words_of(page, goal.title),
        target=Markdown(view.target),
        outcome=Markdown(view.outcome),
        status=view.status,
        reached=view.reached,
        sentences=describe_chart(chart) if chart else (),
        measured_by=words_of(page, goal.measured_by) if goal.measured_by else None,
    )


def _money(page: Page, project: Project) -> list[tuple[str, str]]:
    """List support and budget, each with the name of its field."""
    funding = project.funding
    sums = [
        ("Beviljat stöd", funding.granted if funding else None),
        ("Total budget", funding.budget if funding else None),
    ]
    return [
        (page.translate(name), format_money(money, page.language)) for name, money in sums if money
    ]


# -- to download --------------------------------------------------------------------


def _as_text(page: Page, project: Project, goals: Sequence[GoalText]) -> str:
    """Write the text of the page as plain text, with the same headings."""
    lines = [EXAMPLE_MARK, ""] if page.site.settings.is_example else []
    lines += [
        page.plain(project.title),
        "",
        page.translate("Projektidé och förväntade resultat"),
        "",
    ]
    if project.purpose:
        lines += [project.purpose.in_language(page.language)[0], ""]
    lines += [f"{tile.number} {unmarked(tile.label)}" for tile in key_figures(page, project)]
    lines += [f"{name}: {amount}" for name, amount in _money(page, project)]
    lines += ["", page.translate("Projektets resultat, mål och indikatorer")]
    for goal in goals:
        lines += ["", f"{goal.number}. {goal.title.text}"]
        if goal.target:
            lines.append(f"{page.translate('Mål:')} {unmarked(goal.target)}")
        lines.append(f"{page.translate('Utfall:')} {unmarked(goal.outcome)}")
        lines += [" ".join(goal.sentences)] if goal.sentences else []
        if goal.measured_by:
            lines.append(f"{page.translate('Mäts genom:')} {goal.measured_by.text}")
    return "\n".join(lines) + "\n"


def _as_csv(page: Page, project: Project, goals: Sequence[GoalText]) -> str:
    """Write one line a goal."""
    is_example = page.site.settings.is_example
    lines: list[list[Value]] = [[*_COLUMNS, *(["about"] if is_example else [])]]
    for goal, told in zip(project.goals, goals, strict=True):
        target, outcome = goal.target, goal.outcome
        due = target.due if target else None
        lines.append(
            [
                goal.id,
                told.title.text,
                goal.counts.value,
                target.operator.value if target else "",
                "all" if target and target.is_all else target.value if target else None,
                target.unit.value if target else "",
                target.status.value if target else "",
                due.iso if due else "",
                told.reached,
                told.status,
                outcome.as_of.iso if outcome.as_of else "",
                told.measured_by.text if told.measured_by else "",
                " ".join(told.sentences),
                *([EXAMPLE_MARK] if is_example else []),
            ]
        )
    return csv_text(lines)
