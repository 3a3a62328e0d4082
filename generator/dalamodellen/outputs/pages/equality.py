# SPDX-License-Identifier: EUPL-1.2
"""Women and men in a project, as a 4R analysis asks: who, with what, why, and what is done about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

from dalamodellen.model.four_r import EqualityAction, Level, SharedResource
from dalamodellen.model.project import Project
from dalamodellen.model.site import RecordKey, Site
from dalamodellen.outputs.charts.balance import (
    balance_of_row,
    describe_resource,
    describe_row,
)
from dalamodellen.outputs.charts.sentence import Sentence, compose
from dalamodellen.outputs.charts.spec import Chart
from dalamodellen.outputs.output_file import OutputFile
from dalamodellen.outputs.pages.chart_block import render_chart
from dalamodellen.outputs.pages.chart_choice.equality_charts import (
    level_chart,
    other_charts,
    resource_charts,
)
from dalamodellen.outputs.pages.page import Page, page_file, uri_of
from dalamodellen.outputs.pages.structured_data.block import in_head
from dalamodellen.outputs.pages.structured_data.datasets import dataset_node
from dalamodellen.outputs.safe_markdown import Markdown
from dalamodellen.outputs.wording import count, format_number

EQUALITY = "jamstalldhet/index.md"
"""The overview of all projects."""
_FOLDER = "jamstalldhet"


@dataclass(frozen=True)
class Told:
    """A chart of women and men, and what is said of its rows."""

    block: Markdown
    """The chart; "" where there is nothing to draw."""
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True)
class GoalAndActions:
    """A goal that something is done to change."""

    goal: Markdown
    actions: tuple[Markdown, ...]


def equality_uri(project_id: str) -> str:
    """Tell where the page about women and men in a project lies."""
    return uri_of("project", project_id).replace("index.md", f"{_FOLDER}/index.md")


def has_equality(site: Site, project: Project) -> bool:
    """Tell whether a source says anything of women and men in a project, in numbers or in words."""
    if project.four_r is not None or project.gender_equality is not None:
        return True
    if any(None not in (one.women, one.men) for one in project.participants):
        return True
    if any(None not in (one.women, one.men) for one in project.breakdowns):
        return True
    return any(None not in (row.women, row.men) for row, _ in site.observations(project.id))


def equality_uris(site: Site) -> set[str]:
    """List the uris of the pages about women and men, the overview among them."""
    found = {equality_uri(one.id) for one in site.projects if has_equality(site, one)}
    return found | {EQUALITY} if found else set()


def render_equality(site: Site, language: str) -> list[OutputFile]:
    """Render the page of each project that has data on women and men, and the overview."""
    found = [project for project in site.projects if has_equality(site, project)]
    if not found:
        return []
    files = [_overview(site, language)]
    for project in found:
        files += _project(site, project, language)
    return files


# -- one project -----------------------------------------------------------------------------------


def _project(site: Site, project: Project, language: str) -> list[OutputFile]:
    uri = equality_uri(project.id)
    page = Page(site, uri, language)
    key = ("project", project.id)
    tables: list[OutputFile] = []
    levels = level_chart(page, project)
    shown = [*([levels] if levels else []), *other_charts(page, project)]
    # A title can not say that half of it is in another language.
    name = project.id if page.language_of(project.title) else page.plain(project.title)
    resources = list(resource_charts(page, project))
    told_levels = [_told(page, chart, _balances(chart), tables) for chart in shown]
    told_resources = [_told(page, chart, _shares(chart), tables) for chart in resources]
    drawn = [chart for chart in (*shown, *resources) if chart.has_numbers]
    html = page_file(
        site,
        uri,
        language,
        "equality.md.j2",
        title=f"{page.translate('Kvinnor och män')}: {name}",
        description=page.translate(
            "Hur kvinnor och män är fördelade, vad de fick del av, varför, och vad som görs åt det."
        ),
        funded=project.id,
        section="projekt/index.md",
        breadcrumbs=[
            (page.translate("Projekt"), "projekt/index.md"),
            (name, uri_of("project", project.id)),
        ],
        project=project,
        analysis=project.four_r,
        source=page.source(key, project.four_r.source, "four_r") if project.four_r else "",
        lead=_lead(page, shown),
        meta=in_head(*(dataset_node(page, *found) for found in zip(drawn, tables, strict=True))),
        levels=told_levels,
        level_remarks=list(_remarks(page, key, project, "levels")),
        resources=told_resources,
        resource_remarks=list(_remarks(page, key, project, "shared")),
        source_of=partial(page.source, key),
        goals=_goals(page, project),
        goal_link=lambda goal: _goal_link(page, project, goal),
        unknown=list(_unknown(page, project, levels=shown, resources=resources)),
        overview=page.href(EQUALITY),
    )
    return [html, *tables]


def _told(
    page: Page, chart: Chart, sentences: tuple[Sentence, ...], tables: list[OutputFile]
) -> Told:
    """Render a chart and keep its CSV file; one without numbers is only put into words."""
    if not chart.has_numbers:
        return Told(Markdown(""), sentences)
    block, table = render_chart(page, chart, is_folded=True)
    tables.append(table)
    return Told(block, sentences)


def _remarks(
    page: Page, key: RecordKey, project: Project, field: Literal["levels", "shared"]
) -> Iterator[Markdown]:
    """Say of each level or resource what its numbers need: the day, a remark, and the row they stand on."""
    listed: Sequence[Level | SharedResource] = (
        getattr(project.four_r, field) if project.four_r else ()
    )
    for number, one in enumerate(listed):
        day = page.date(one.as_of) if isinstance(one, Level) and one.as_of else ""
        said = [str(part) for part in (day, page.text(one.note) if one.note else "") if part]
        told = f": {'. '.join(said).rstrip('.')}" if said else ""
        source = page.source(key, one.source, "four_r", field, number)
        yield Markdown(f"{page.text(one.title)}{told}. {page.translate('Källa:')} {source}")


def _balances(chart: Chart) -> tuple[Sentence, ...]:
    return tuple(describe_row(chart, row) for row in chart.rows)


def _shares(chart: Chart) -> tuple[Sentence, ...]:
    people, *resources = chart.rows
    return tuple(describe_resource(chart, people, one) for one in resources)


def _lead(page: Page, charts: Sequence[Chart]) -> Markdown:
    """Say of how many groups both sexes are 40 to 60 percent: of the levels, else of the rest."""
    if not charts:
        return page.translate("Inga tal om kvinnor och män finns i våra källor.")
    found = [balance_of_row(charts[0], row) for row in charts[0].rows]
    known = [one for one in found if one is not None]
    if not known:
        return page.translate("Talen om kvinnor och män kan inte visas.")
    even = sum(one.is_even for one in known)
    words = count(
        len(known),
        "Både kvinnor och män är mellan 40 och 60 % i {even} av {} grupp som går att visa.",
        "Både kvinnor och män är mellan 40 och 60 % i {even} av {} grupper som går att visa.",
        page.language,
    )
    return compose(words, {"even": format_number(even, page.language)}).marked


def _goal_link(page: Page, project: Project, goal_id: str) -> Markdown:
    """Link to a goal on the project's page, by its title."""
    goal = next((one for one in project.goals if one.id == goal_id), None)
    title = page.text(goal.title) if goal else page.own(goal_id)
    return Markdown(
        f'<a href="{page.href(uri_of("project", project.id))}#mal-{goal_id}">{title}</a>'
    )


def _goals(page: Page, project: Project) -> list[GoalAndActions]:
    """List the goals that actions are to change, in the record's order, each with its actions."""
    actions: tuple[EqualityAction, ...] = project.four_r.actions if project.four_r else ()
    return [
        GoalAndActions(
            _goal_link(page, project, goal.id),
            tuple(page.text(one.text) for one in actions if goal.id in one.goals),
        )
        for goal in project.goals
        if any(goal.id in one.goals for one in actions)
    ]


def _unknown(
    page: Page, project: Project, *, levels: Sequence[Chart], resources: Sequence[Chart]
) -> Iterator[Markdown]:
    """List what no source says, one thing a line."""
    analysis = project.four_r
    if not any(chart.has_numbers for chart in levels):
        yield page.translate("Hur många kvinnor och män det är på varje nivå.")
    if not resources:
        yield page.translate("Hur mycket kvinnor och män fick av platser, tid och pengar.")
    for resource in analysis.shared if analysis else ():
        if None in (resource.women, resource.men):
            note = Markdown(f". {page.text(resource.note)}") if resource.note else Markdown("")
            yield Markdown(f"{page.text(resource.title)}{note}")
    if analysis is None or analysis.realia is None:
        yield page.translate("Varför det ser ut som det gör.")
    if analysis is None or not (analysis.actions or analysis.realisation):
        yield page.translate("Vad som ska göras åt det.")


# -- all projects ----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Line:
    """What the overview says of a project."""

    project: Markdown
    numbers: Markdown
    analysis: Markdown


def _overview(site: Site, language: str) -> OutputFile:
    page = Page(site, EQUALITY, language)
    lines = [_line(page, project) for project in site.projects]
    return page_file(
        site,
        EQUALITY,
        language,
        "equality_overview.md.j2",
        title=page.translate("Kvinnor och män i projekten"),
        description=page.translate(
            "Vilka projekt som räknar kvinnor och män, och hur fördelningen ser ut."
        ),
        section="projekt/index.md",
        breadcrumbs=[(page.translate("Projekt"), "projekt/index.md")],
        lines=lines,
        lead=_counted(page),
    )


def _why_not(page: Page, project: Project) -> Markdown:
    """Say why a project has no numbers of women and men, in the record's words where it has any."""
    reasons = [
        *(one.no_sex_split_reason for one in project.participants),
        *(one.no_sex_split_reason for one in project.breakdowns),
        *(one.no_sex_split_reason for one in project.goals),
    ]
    reason = next((one for one in reasons if one is not None), None)
    return page.text(reason) if reason is not None else page.missing()


def _counted(page: Page) -> Markdown:
    analysed = sum(project.four_r is not None for project in page.site.projects)
    words = count(
        len(page.site.projects),
        "{analysed} av {} projekt har eller planerade en 4R-analys.",
        "{analysed} av {} projekt har eller planerade en 4R-analys.",
        page.language,
    )
    return compose(words, {"analysed": format_number(analysed, page.language)}).marked


def _line(page: Page, project: Project) -> Line:
    link = page.text(project.short_title or project.title)
    if has_equality(page.site, project):
        link = Markdown(f'<a href="{page.href(equality_uri(project.id))}">{link}</a>')
    levels = level_chart(page, project)
    charts = [*([levels] if levels else []), *other_charts(page, project)]
    known = any(chart.has_numbers for chart in charts)
    analysis = project.four_r
    return Line(
        link,
        _lead(page, charts) if known else _why_not(page, project),
        page.label("measure_status", analysis.status) if analysis else page.missing(),
    )
