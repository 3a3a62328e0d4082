# SPDX-License-Identifier: EUPL-1.2
"""A project's brief: what came of it on one A4, for those who have two minutes."""

from __future__ import annotations

from datetime import date

from dalamodellen.model.project import Project
from dalamodellen.model.site import Site
from dalamodellen.outputs.charts.description import describe_title
from dalamodellen.outputs.navigation import tree_of
from dalamodellen.outputs.output_file import OutputFile, page_url
from dalamodellen.outputs.pages.brief_sheet import (
    LONGEST_GOAL,
    LONGEST_ROW,
    LONGEST_TARGET,
    LONGEST_TITLE,
    brief_sheet,
    main_chart,
    outcome_number,
)
from dalamodellen.outputs.pages.highlights import project_highlight
from dalamodellen.outputs.pages.page import Page, page_file, uri_of
from dalamodellen.outputs.pages.templates import environment
from dalamodellen.outputs.qr_code import qr_code
from dalamodellen.outputs.safe_markdown import Markdown
from dalamodellen.outputs.shortened import shorten

FOLDER = "i-korthet"


def brief_uri(project_id: str) -> str:
    """Tell where a project's brief lies."""
    return uri_of("project", project_id).replace("index.md", f"{FOLDER}/index.md")


def render_briefs(site: Site, language: str) -> list[OutputFile]:
    """Render the brief of each project."""
    return [_brief(site, project, language) for project in site.projects]


def _brief(site: Site, project: Project, language: str) -> OutputFile:
    uri = brief_uri(project.id)
    page = Page(site, uri, language)
    return page_file(
        site,
        uri,
        language,
        "brief.md.j2",
        title=brief_title(page, project),
        description=brief_description(page, project),
        funded=project.id,
        shared=project_highlight(page, project, kind=page.translate("Projektet i korthet")),
        section="projekt/index.md",
        breadcrumbs=breadcrumbs(page, project),
        project=project,
        body=brief_body(page, project),
        address=address_of(page),
        code=code_of(page),
        versions=version_links(page, project.id),
    )


def version_uri(project_id: str, day: date) -> str:
    """Tell where a kept version of a brief lies."""
    return brief_uri(project_id).replace("index.md", f"{day.isoformat()}/index.md")


def version_links(page: Page, project_id: str, but: date | None = None) -> list[Markdown]:
    """Link to the versions that are kept, the newest first.

    Args:
        page: The page the links stand on.
        project_id: Whose brief.
        but: The version that needs no link.
    """
    days = [brief.version.day for brief in page.site.frozen.get(project_id, ())]
    return [
        Markdown(f'<a href="{page.href(version_uri(project_id, day))}">{page.day(day)}</a>')
        for day in sorted(days, reverse=True)
        if day != but
    ]


def brief_title(page: Page, project: Project) -> str:
    """Name the page: "Projektet i korthet: Tre-M"."""
    # A title can not say that half of it is in another language.
    title = project.short_title or project.title
    name = project.id if page.language_of(title) else page.plain(title)
    return f"{page.translate('Projektet i korthet')}: {name}"


def brief_description(page: Page, project: Project) -> str:
    """Give the finding in plain words, for those who share the page."""
    chart = main_chart(page, project)
    finding = describe_title(chart) if chart else None
    # Nor can a description say that half of it is in another language.
    if finding and not any(part.language for part in finding.parts):
        return f"{finding}."
    return str(
        page.translate("Vad projektet lovade, vad det blev, för vem och till vilken kostnad.")
    )


def breadcrumbs(page: Page, project: Project) -> list[tuple[str, str]]:
    """List the pages above it."""
    title = project.short_title or project.title
    name = project.id if page.language_of(title) else page.plain(title)
    return [(page.translate("Projekt"), "projekt/index.md"), (name, uri_of("project", project.id))]


def address_of(page: Page) -> str:
    """Give the page's whole address; "" where the site's is not known."""
    root = page.site.settings.root_url
    return f"{root}{tree_of(page.site, page.language)}{page_url(page.uri)}" if root else ""


def code_of(page: Page) -> Markdown:
    """Draw the page's address as a QR code; nothing where the site's is not known."""
    address = address_of(page)
    return (
        qr_code(address, f"{page.translate('QR-kod till')} {address}") if address else Markdown("")
    )


def brief_body(page: Page, project: Project) -> Markdown:
    """Write all of a brief that a version keeps: the heading and what stands under it."""
    return Markdown(
        environment()
        .get_template("brief_body.md.j2")
        .render(
            p=page,
            _=page.translate,
            project=project,
            title=shorten(page.text(project.title), LONGEST_TITLE),
            sheet=brief_sheet(page, project),
            short=shorten,
            whole=page.href(uri_of("project", project.id)),
            all_goals=page.href(f"{uri_of('project', project.id)}#mal-och-utfall"),
            longest_goal=LONGEST_GOAL,
            longest_target=LONGEST_TARGET,
            longest_row=LONGEST_ROW,
            outcome_of=lambda view: outcome_number(page, view),
        )
    )
