# SPDX-License-Identifier: EUPL-1.2
"""The list of municipalities and one page per municipality: what happened here."""

from __future__ import annotations

from dalamodellen.model.alphabet import sort_key
from dalamodellen.model.place import Place
from dalamodellen.model.project import Project
from dalamodellen.model.site import Site
from dalamodellen.outputs.output_file import OutputFile
from dalamodellen.outputs.pages.course import upcoming
from dalamodellen.outputs.pages.courses.subscription import calendar_block, calendar_in_head
from dalamodellen.outputs.pages.highlights import municipality_highlight
from dalamodellen.outputs.pages.local_numbers import numbers_of_place
from dalamodellen.outputs.pages.page import Page, page_file, uri_of
from dalamodellen.outputs.pages.results.choices import has_results

CATALOGUE = "kommuner/index.md"


def render_municipalities(site: Site, language: str) -> list[OutputFile]:
    """Render the list of municipalities and every municipality something happened in."""
    if not site.municipalities:
        return []
    page = Page(site, CATALOGUE, language)
    by_county: dict[str, list[Place]] = {}
    for place in site.municipalities:
        by_county.setdefault(place.county_name, []).append(place)
    catalogue = page_file(
        site,
        CATALOGUE,
        language,
        "municipalities.md.j2",
        title=page.translate("Kommuner"),
        description=page.translate("Vad som har hänt i din kommun."),
        section=CATALOGUE,
        by_county=sorted(by_county.items(), key=lambda pair: sort_key(pair[0], language)),
    )
    return [catalogue, *(_municipality(site, place, language) for place in site.municipalities)]


def _municipality(site: Site, place: Place, language: str) -> OutputFile:
    uri = uri_of("place", place.id)
    page = Page(site, uri, language)
    county_id = next(
        (
            other.id
            for other in site.codes.places.values()
            if other.kind == "county"
            and other.code == place.county_code
            and other.country == place.country
        ),
        "",
    )
    organisations = [
        organisation
        for organisation in site.organisations
        if organisation.municipality == place.id or place.id in organisation.members
    ]
    named = [project for project in site.projects if _is_in(site, project, place)]
    in_county = [
        project
        for project in site.projects
        if county_id in project.counties and project not in named
    ]
    return page_file(
        site,
        uri,
        language,
        "municipality.md.j2",
        title=place.name,
        description=f"{page.translate('Projekt, organisationer och kurser i')} {place.name}.",
        shared=municipality_highlight(page, len(named), len(in_county)),
        section=CATALOGUE,
        breadcrumbs=[(page.translate("Kommuner"), CATALOGUE)],
        place=place,
        has_results=has_results(site),
        numbers=numbers_of_place(page, place),
        projects=named,
        county_projects=in_county,
        organisations=organisations,
        meta={"feeds": calendar_in_head(page, place.name)},
        subscription=calendar_block(page, lambda one: one.municipality == place.id),
        courses=[
            (course, instance)
            for course, instance in upcoming(site)
            if instance.municipality == place.id
        ],
    )


def _is_in(site: Site, project: Project, place: Place) -> bool:
    if place.id in project.municipalities:
        return True
    members = (
        site.records.get(("organisation", name)) for name in project.participating_organisations
    )
    return any(place.id in getattr(member, "members", ()) for member in members)
