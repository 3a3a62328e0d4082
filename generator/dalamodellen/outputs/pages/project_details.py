# SPDX-License-Identifier: EUPL-1.2
"""What a project did and planned, part by part: on its own page, or on a page below it where there is much.

The project's page is what a reader fetches first. Where it would be long, it names each activity
and need, and the rest stands one step away, with its sources.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from dalamodellen.model.activity import Activity
from dalamodellen.model.plan import AccessibilityPlan, Measure, ProjectStatus
from dalamodellen.model.project import Need, Project
from dalamodellen.model.site import Site
from dalamodellen.outputs.output_file import OutputFile
from dalamodellen.outputs.pages.page import Page, page_file, uri_of
from dalamodellen.outputs.pages.project_fields import field_values
from dalamodellen.outputs.safe_markdown import Markdown

MOST_PARTS = 12
"""Activities, needs and measures that a project's own page describes; of more it says only which they are."""
_FOLDER = "i-detalj"


def details_uri(project_id: str) -> str:
    """Tell where a project with many parts describes them."""
    return uri_of("project", project_id).replace("index.md", f"{_FOLDER}/index.md")


def has_details(project: Project) -> bool:
    """Tell whether a project has more parts than its own page has room for."""
    measures = [*_measures(project.accessibility_plan)]
    if project.gender_equality is not None:
        measures += project.gender_equality.measures
    return len(project.activities) + len(project.needs) + len(measures) > MOST_PARTS


def render_details(site: Site, language: str) -> list[OutputFile]:
    """Render the page about the parts of each project that has many."""
    return [_details(site, one, language) for one in site.projects if has_details(one)]


def _details(site: Site, project: Project, language: str) -> OutputFile:
    uri = details_uri(project.id)
    page = Page(site, uri, language)
    # A title can not say that half of it is in another language.
    text = project.short_title or project.title
    name = project.id if page.language_of(text) else page.plain(text)
    title = f"{page.translate('I detalj')}: {name}"
    return page_file(
        site,
        uri,
        language,
        "project_details.md.j2",
        title=title,
        description=page.translate("Varje aktivitet, behov och åtgärd för sig, med källa."),
        key=("project", project.id),
        funded=project.id,
        section="projekt/index.md",
        breadcrumbs=[
            (page.translate("Projekt"), "projekt/index.md"),
            (name, uri_of("project", project.id)),
        ],
        meta={"contents": True},
        project=project,
        **detail_values(page, project),
        **field_values(page, project),
    )


def detail_values(page: Page, project: Project) -> dict[str, Any]:
    """Give what the templates of the parts print, wherever they stand."""
    equality = project.gender_equality
    answers = {need.id: _answers(page.site, project, need) for need in project.needs}
    return {
        "answers": answers,
        "is_answered": any(answers.values()),
        "support_titles": lambda activity: _support_titles(page, activity),
        "plan_parts": _plan_parts(project.accessibility_plan) if project.accessibility_plan else [],
        "plan_status": _shared_status([*_measures(project.accessibility_plan)]),
        "equality_status": _shared_status(equality.measures if equality else ()),
    }


def _answers(site: Site, project: Project, need: Need) -> list[str]:
    """Name the lessons that answer a need, whichever of the two says so."""
    own = {
        lesson.id
        for lesson in site.lessons
        if (lesson.project, lesson.need) == (project.id, need.id)
    }
    return sorted({*need.lessons} | own)


def _support_titles(page: Page, activity: Activity) -> list[Markdown]:
    records = page.site.records
    kinds = (records.get(("support_kind", kind)) for kind in activity.support)
    return [page.text(getattr(kind, "title", None)) for kind in kinds]


def _plan_parts(plan: AccessibilityPlan) -> list[tuple[str, tuple[Measure, ...]]]:
    return [
        ("Fysisk tillgänglighet", plan.physical),
        ("Tillgänglig verksamhet", plan.activity),
        ("Kommunikativ tillgänglighet", plan.communicative),
        ("Informativ tillgänglighet", plan.informative),
        *([("För alla delar", plan.general)] if plan.general else []),
    ]


def _measures(plan: AccessibilityPlan | None) -> Iterable[Measure]:
    return (one for _, found in _plan_parts(plan) for one in found) if plan else ()


def _shared_status(measures: Sequence[Measure]) -> ProjectStatus | None:
    """Give what is true of all of several measures, so that it need not be said of each."""
    told = {(one.status, one.date) for one in measures}
    status, day = next(iter(told), (None, None))
    return status if len(told) == 1 and len(measures) > 1 and day is None else None
