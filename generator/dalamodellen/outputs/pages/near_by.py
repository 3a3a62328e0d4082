# SPDX-License-Identifier: EUPL-1.2
"""What is near somebody in a municipality: courses to come, lessons that were asked for, whom to ask."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from dalamodellen.model.lesson import Lesson
from dalamodellen.model.local_contact import as_of, business_office
from dalamodellen.model.occasion import Occasion
from dalamodellen.model.place import Place
from dalamodellen.model.project import Project
from dalamodellen.model.site import Site
from dalamodellen.outputs.pages.courses.choices import (
    Dimension,
    all_occasions,
    course_choices,
    shown_ahead,
)
from dalamodellen.outputs.pages.page import Page
from dalamodellen.outputs.safe_markdown import Markdown

MOST_HERE = 6
MOST_NEAR = 4
"""So many here and in other municipalities are shown; the catalogue has the rest."""


def ahead_in(site: Site, place: Place) -> list[Occasion]:
    """List what is to come in a municipality, cancelled times too, soonest first."""
    return [one for one in shown_ahead(site, all_occasions(site)) if one.municipality == place.id]


def ahead_near(site: Site, place: Place) -> list[Occasion]:
    """List what one can go to from a municipality: elsewhere in the county, or online.

    What is cancelled is no reason to go elsewhere.
    """
    places = site.codes.places
    county = (place.country, place.county_code)
    found = []
    for one in all_occasions(site):
        other = places.get(one.municipality or "")
        is_near = other is not None and (other.country, other.county_code) == county
        if (
            one.municipality != place.id
            and (is_near or one.is_online)
            and one.is_upcoming(site.today)
        ):
            found.append(one)
    return found[:MOST_NEAR]


def all_courses_in(page: Page, place: Place) -> tuple[Markdown, int]:
    """Lead to the page with every course to come in a municipality, and say how many there are."""
    for choice in course_choices(page.site):
        if (choice.dimension, choice.value) == (Dimension.MUNICIPALITY, place.id):
            return page.href(choice.uri), len(choice.found)
    return Markdown(""), 0


def lessons_asked_for(site: Site, projects: Iterable[Project]) -> list[Lesson]:
    """List the lessons that answer what projects found that people needed, by title."""
    needs = {(project.id, need.id) for project in projects for need in project.needs}
    named = {lesson for project in projects for need in project.needs for lesson in need.lessons}
    return [
        lesson
        for lesson in site.lessons
        if lesson.id in named or (lesson.project, lesson.need) in needs
    ]


def whom_to_ask(page: Page, place: Place) -> Markdown:
    """Lead to the municipality's business office, else to its own front page.

    Where no address has a source none is given: the reader is told what to look for.
    """
    office = business_office(page.site, place.id)
    if office is not None and office.source is not None:
        link = page.outside(office.website, page.text(office.title))
        seen = as_of(page.site, office.source)
        told = f"{page.citation(office.source)}, {page.date(seen)}" if seen else ""
        return Markdown(f'<p>{link}</p>\n<p class="source">{page.translate("Källa")}: {told}</p>')
    if place.website:
        host = urlsplit(place.website).netloc.removeprefix("www.")
        link = page.outside(place.website, host)
        words = page.translate("Fråga efter näringslivskontoret på kommunens egen webbplats:")
        return Markdown(f"<p>{words} {link}</p>")
    words = page.translate(
        "Sök efter näringsliv på kommunens webbplats. Vi har ingen adress som vi är säkra på."
    )
    return Markdown(f"<p>{words}</p>")
