# SPDX-License-Identifier: EUPL-1.2
"""The project catalogue and one page per project: outcome first, then everything its sources say."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from dalamodellen.model.alphabet import sort_key
from dalamodellen.model.course_follow_up import CourseTally, instances_of_project, tally
from dalamodellen.model.glossary import Document
from dalamodellen.model.indicator import ChartKind, Counts
from dalamodellen.model.place import Place
from dalamodellen.model.plan import ProjectStatus
from dalamodellen.model.project import Project
from dalamodellen.model.site import Site
from dalamodellen.model.trace import Evaluation
from dalamodellen.outputs.charts.spec import Chart
from dalamodellen.outputs.output_file import OutputFile
from dalamodellen.outputs.pages.breakdowns import breakdown_tables
from dalamodellen.outputs.pages.brief import brief_uri
from dalamodellen.outputs.pages.cards import project_cards
from dalamodellen.outputs.pages.chart_block import render_chart
from dalamodellen.outputs.pages.chart_choice.breakdown_charts import is_told_by_charts
from dalamodellen.outputs.pages.chart_choice.choice import charts_of_project
from dalamodellen.outputs.pages.courses.subscription import calendar_block
from dalamodellen.outputs.pages.equality import equality_uri, has_equality
from dalamodellen.outputs.pages.goals import goal_notes, goal_views
from dalamodellen.outputs.pages.highlights import project_highlight
from dalamodellen.outputs.pages.key_figures import (
    derived_figures,
    key_figures,
    share_of_budget,
)
from dalamodellen.outputs.pages.page import Page, page_file, uri_of
from dalamodellen.outputs.pages.project_details import (
    detail_values,
    details_uri,
    has_details,
)
from dalamodellen.outputs.pages.project_fields import field_values
from dalamodellen.outputs.pages.report_text import report_uri
from dalamodellen.outputs.pages.results.choices import has_results
from dalamodellen.outputs.pages.structured_data.block import Node, in_head
from dalamodellen.outputs.pages.structured_data.datasets import dataset_node
from dalamodellen.outputs.safe_markdown import Markdown

CATALOGUE = "projekt/index.md"
PART_TITLES = {
    "participating_organisations": "Deltagande organisationer",
    "partners": "Samarbetspartner",
    "cofinanciers": "Medfinansiärer",
}
"""Field of a project → the heading of its organisations."""
CHART_PARTS = ("outcome", "people", "cost", "activities", "places")
"""Parts of the page that have charts: what came of it, for whom, at what cost, how and where."""
_PART_OF_KIND = {
    ChartKind.TARGETS: "outcome",
    ChartKind.PROGRESS: "outcome",
    ChartKind.SHARE_OF_EACH_SEX: "outcome",
    ChartKind.SCALE: "outcome",
    ChartKind.MATRIX: "outcome",
    ChartKind.MONEY: "cost",
    ChartKind.HELD: "activities",
}


@dataclass(frozen=True)
class County:
    """A county and the municipalities of the project that lie in it."""

    name: str
    municipalities: list[Place]


def render_projects(site: Site, language: str) -> list[OutputFile]:
    """Render the catalogue and every project."""
    if not site.projects:
        return []
    files = [_catalogue(site, language)]
    for project in site.projects:
        files += _project(site, project, language)
    return files


def _catalogue(site: Site, language: str) -> OutputFile:
    page = Page(site, CATALOGUE, language)
    title = page.translate("Projekt")
    return page_file(
        site,
        CATALOGUE,
        language,
        "projects.md.j2",
        title=title,
        description=page.translate("Vad projekten ville, vad det kostade och vad det blev av det."),
        section=CATALOGUE,
        cards=project_cards(page, site.projects),
        has_results=has_results(site),
    )


def _project(site: Site, project: Project, language: str) -> list[OutputFile]:
    """Render a project's page, and the CSV files of its charts."""
    uri = uri_of("project", project.id)
    page = Page(site, uri, language)
    key = ("project", project.id)
    programme = site.get("programme", project.funding.programme if project.funding else None)
    found = (site.records.get(("document", name)) for name in project.documents)
    documents = [document for document in found if isinstance(document, Document)]
    charts, tables, drawn, datasets = _charts(page, project)
    file = page_file(
        site,
        uri,
        language,
        "project.md.j2",
        title=project.title,
        description=project.summary,
        key=key,
        funded=project.id,
        shared=project_highlight(page, project),
        section=CATALOGUE,
        breadcrumbs=[(page.translate("Projekt"), CATALOGUE)],
        meta={"contents": True, **in_head(*datasets)},
        subscription=_subscription(page, project),
        project=project,
        summary_language=project.summary.in_language(language)[1],
        tiles=[*key_figures(page, project), *derived_figures(page, project)],
        goals=goal_views(page, key, project.goals, project.target_groups, "goals"),
        goal_notes=goal_notes(page, project),
        brief=page.href(brief_uri(project.id)),
        report=page.href(report_uri(project.id)),
        equality=page.href(equality_uri(project.id)) if has_equality(site, project) else None,
        share=share_of_budget(page, project),
        counties=_counties(site, project),
        programme=programme,
        part_of=[
            _parted(page, project, part)
            for part in ("participating_organisations", "partners", "cofinanciers")
        ],
        documents=documents,
        document_links=[
            Markdown(f'<a href="#kalla-{document.id}">{page.text(document.title)}</a>')
            for document in documents
        ],
        lessons=[lesson for lesson in site.lessons if lesson.project == project.id],
        courses=[course for course in site.courses if course.project == project.id],
        contacts=[(contact, contact.is_named_on(site.today)) for contact in project.contacts],
        breakdowns=[
            table
            for table in breakdown_tables(page, key, project.breakdowns, "breakdowns")
            if not is_told_by_charts(project, table.number - 1, drawn)
        ],
        evaluations=[_evaluation(page, one) for one in project.evaluations],
        details=page.href(details_uri(project.id)) if has_details(project) else None,
        **detail_values(page, project),
        **field_values(page, project),
        charts=charts,
        course_tally=_course_tally(site, project),
    )
    return [file, *tables]


def _course_tally(site: Site, project: Project) -> CourseTally | None:
    found = instances_of_project(site, project.id)
    return tally(site, found) if found else None


def _subscription(page: Page, project: Project) -> Markdown:
    """Offer the project's calendar while anything may come of it."""
    if project.status is ProjectStatus.ENDED:
        return Markdown("")
    return calendar_block(page, lambda one: one.project == project.id)


def _charts(
    page: Page, project: Project
) -> tuple[dict[str, list[Markdown]], list[OutputFile], set[str], list[Node]]:
    """Render a project's charts, by the part of the page they belong to, their CSV files and ids.

    Last come the same charts in the words of schema.org.

    Goals of which no outcome is known stand in the list of goals; a chart of them would be empty.
    """
    shown: dict[str, list[Markdown]] = {part: [] for part in CHART_PARTS}
    tables, drawn, datasets = [], set(), []
    for chart in charts_of_project(page, project):
        if chart.has_numbers:
            block, table = render_chart(page, chart)
            shown[_part_of(chart)].append(block)
            tables.append(table)
            drawn.add(chart.id)
            datasets.append(dataset_node(page, chart, table))
    return shown, tables, drawn, datasets


def _part_of(chart: Chart) -> str:
    if chart.kind not in _PART_OF_KIND and chart.counts is Counts.MUNICIPALITIES:
        return "places"
    return _PART_OF_KIND.get(chart.kind, "people")


def _evaluation(page: Page, found: Evaluation) -> Markdown:
    """Tell of a report, and whether anybody here has read it."""
    read = page.translate("Läst rapport")
    unread = page.translate("Rapport som finns men inte är läst här")
    parts = [f"{read if found.is_read else unread}: {page.text(found.title)}"]
    if found.by:
        parts.append(page.text(found.by))
    if not found.date.is_unknown:
        parts.append(page.date(found.date))
    note = f" {page.text(found.note)}" if found.note else ""
    return Markdown(f"<p>{', '.join(parts)}.{note}</p>")


# -- places, parts, programme ------------------------------------------------------


def _counties(site: Site, project: Project) -> list[County]:
    places = [site.place(place) for place in project.municipalities]
    tally = Counter(place.county_name for place in places)
    return [
        County(
            name,
            sorted(
                (place for place in places if place.county_name == name),
                key=lambda place: sort_key(place.name, site.read_in),
            ),
        )
        for name, _ in sorted(
            tally.items(), key=lambda pair: (-pair[1], sort_key(pair[0], site.read_in))
        )
    ]


def _parted(page: Page, project: Project, part: str) -> dict[str, object]:
    organisations = sorted(
        getattr(project, part),
        key=lambda name: sort_key(
            page.plain(getattr(page.site.records.get(("organisation", name)), "title", None)),
            page.language,
        ),
    )
    source = project.sources.get(part)
    return {
        "title": page.translate(PART_TITLES[part]),
        "links": [page.link("organisation", name) for name in organisations],
        "source": page.citation(source),
    }
