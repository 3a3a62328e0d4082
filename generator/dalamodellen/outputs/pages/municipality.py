# SPDX-License-Identifier: EUPL-1.2
"""The list of municipalities and one page per municipality: what happened here."""

from __future__ import annotations

from dalamodellen.model.alphabet import sort_key
from dalamodellen.model.place import Place
from dalamodellen.model.project import Project
from dalamodellen.model.site import Site
from dalamodellen.outputs.output_file import OutputFile
from dalamodellen.outputs.pages.courses.catalogue import UPCOMING_SCRIPT
from dalamodellen.outputs.pages.courses.rows import occasion_rows
from dalamodellen.outputs.pages.courses.subscription import calendar_block, calendar_in_head
from dalamodellen.outputs.pages.highlights import municipality_highlight
from dalamodellen.outputs.pages.local_numbers import numbers_of_place
from dalamodellen.outputs.pages.near_by import (
    MOST_HERE,
    ahead_in,
    ahead_near,
    all_courses_in,
    lessons_asked_for,
    whom_to_ask,
)
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
    ahead, near = ahead_in(site, place), ahead_near(site, place)
    all_here, many_here = all_courses_in(page, place)
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
        meta={
            "feeds": calendar_in_head(page, place.name),
            **({"scripts": [UPCOMING_SCRIPT]} if ahead or near else {}),
        },
        subscription=calendar_block(page, lambda one: one.municipality == place.id),
        ahead=occasion_rows(page, ahead[:MOST_HERE]),
        all_ahead=all_here if many_here else "",
        many_ahead=many_here,
        near=occasion_rows(page, near),
        ask=whom_to_ask(page, place),
        lessons=lessons_asked_for(site, [*named, *in_county]),
    )


def _is_in(site: Site, project: Project, place: Place) -> bool:
    if place.id in project.municipalities:
        return True
    members = (
        site.records.get(("organisation", name)) for name in project.participating_organisations
    )
    return any(place.id in getattr(member, "members", ()) for member in members)
