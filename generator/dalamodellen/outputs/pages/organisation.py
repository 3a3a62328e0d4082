# SPDX-License-Identifier: EUPL-1.2
"""The list of organisations and one page per organisation with everything it took part in."""

from __future__ import annotations

from dalamodellen.model.alphabet import letter_of
from dalamodellen.model.organisation import Organisation
from dalamodellen.model.site import Site
from dalamodellen.model.text import LANGUAGES, Text
from dalamodellen.outputs.output_file import OutputFile
from dalamodellen.outputs.pages.cards import Card
from dalamodellen.outputs.pages.local_numbers import numbers_of_organisation
from dalamodellen.outputs.pages.page import Page, page_file, uri_of
from dalamodellen.outputs.pages.structured_data.block import in_head
from dalamodellen.outputs.pages.structured_data.organisations import organisation_node
from dalamodellen.outputs.safe_markdown import Markdown
from dalamodellen.outputs.words import label

CATALOGUE = "organisationer/index.md"


def render_organisations(site: Site, language: str) -> list[OutputFile]:
    """Render the list of organisations and every organisation."""
    if not site.organisations:
        return []
    page = Page(site, CATALOGUE, language)
    by_letter: dict[str, list[Organisation]] = {}
    for organisation in site.organisations:
        letter = letter_of(page.plain(organisation.title), language)
        by_letter.setdefault(letter, []).append(organisation)
    catalogue = page_file(
        site,
        CATALOGUE,
        language,
        "organisations.md.j2",
        title=page.translate("Organisationer"),
        description=page.translate("Alla som har ägt, betalat för eller varit med i projekten."),
        section="projekt/index.md",
        by_letter=list(by_letter.items()),
        projects_of=site.projects_of,
    )
    return [catalogue, *(_organisation(site, one, language) for one in site.organisations)]


def _organisation(site: Site, organisation: Organisation, language: str) -> OutputFile:
    uri = uri_of("organisation", organisation.id)
    page = Page(site, uri, language)
    by_project: dict[str, list[str]] = {}
    for part, project in site.projects_of(organisation.id):
        by_project.setdefault(project.id, []).append(page.label("part", part))
    return page_file(
        site,
        uri,
        language,
        "organisation.md.j2",
        title=organisation.title,
        description=_description(organisation),
        key=("organisation", organisation.id),
        section="projekt/index.md",
        breadcrumbs=[(page.translate("Organisationer"), CATALOGUE)],
        meta=in_head(organisation_node(page, organisation)),
        organisation=organisation,
        projects=[
            Card(page.link("project", name), meta=(Markdown(", ".join(parts)),))
            for name, parts in by_project.items()
        ],
        numbers=numbers_of_organisation(page, organisation.id),
        own_words=organisation.own_words if organisation.publish_individual else None,
        goals=[
            (project, number, goal)
            for project in site.projects
            for number, goal in enumerate(project.goals)
            if goal.owner == organisation.id
        ],
        courses=[course for course in site.courses if course.provider == organisation.id],
    )


def _description(organisation: Organisation) -> Text:
    """Say what the organisation is and what it is called, in each language it has a name in."""
    names = [(one, getattr(organisation.title, one)) for one in LANGUAGES]
    return Text(
        **{
            one: f"{label('organisation_kind', organisation.kind, one)}: {name}"
            for one, name in names
            if name
        }
    )
