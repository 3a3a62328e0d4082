# SPDX-License-Identifier: EUPL-1.2
"""The catalogue of courses, and a page for each topic and place with courses to come."""

from __future__ import annotations

from collections.abc import Sequence

from dalamodellen.model.course import Course, CourseType
from dalamodellen.model.occasion import Occasion
from dalamodellen.model.period import PartialDate
from dalamodellen.model.site import Site
from dalamodellen.outputs.output_file import OutputFile
from dalamodellen.outputs.pages.cards import course_cards
from dalamodellen.outputs.pages.courses.choices import (
    CALENDAR,
    CATALOGUE,
    Choice,
    Dimension,
    course_choices,
    courses_ahead,
    has_calendar,
    is_current,
    month_uri,
    months_of,
)
from dalamodellen.outputs.pages.courses.data_file import render_course_data
from dalamodellen.outputs.pages.courses.filters import course_filters
from dalamodellen.outputs.pages.courses.interest import interest_address
from dalamodellen.outputs.pages.courses.rows import occasion_rows
from dalamodellen.outputs.pages.page import Page, page_file
from dalamodellen.outputs.safe_markdown import Markdown, escape

MOST_SHOWN = 12
"""Instances on the first page; the others are reached by what one chooses."""
MOST_CARDS = 12
"""More courses than this are a list of links."""
UPCOMING_SCRIPT = "upcoming"
"""Name of the script that hides what is over on the reader's own clock."""
CATALOGUE_SCRIPT = "courses"


def render_course_catalogue(site: Site, language: str) -> list[OutputFile]:
    """Render the catalogue, the choices in it, and the data its filters read."""
    if not site.courses:
        return []
    page = Page(site, CATALOGUE, language)
    ahead = courses_ahead(site)
    files = [_catalogue(page, ahead)]
    files += [_choice(site, language, choice) for choice in course_choices(site)]
    return [*files, render_course_data(page)] if ahead else files


def _catalogue(page: Page, ahead: Sequence[Occasion]) -> OutputFile:
    site, language = page.site, page.language
    scripts = [UPCOMING_SCRIPT, CATALOGUE_SCRIPT] if ahead else []
    return page_file(
        site,
        CATALOGUE,
        language,
        "course_catalogue.md.j2",
        title=page.translate("Kurser"),
        description=page.translate(
            "Öppna kurser med datum och kurser efter företagets eget behov."
        ),
        section=CATALOGUE,
        meta={"scripts": scripts} if scripts else {},
        rows=occasion_rows(page, ahead[:MOST_SHOWN]),
        is_cut=len(ahead) > MOST_SHOWN,
        many=len(ahead),
        filters=course_filters(page) if ahead else [],
        has_online=any(one.is_online for one in ahead),
        has_near=any(choice.near for choice in course_choices(site)),
        lists=_lists(page, ahead),
        interest=interest_address(page, page.translate("Jag vill veta när det kommer en kurs.")),
        today=page.day(site.today),
        calendar=page.href(CALENDAR) if has_calendar(site) else "",
        groups=_groups(page),
    )


def _groups(page: Page) -> list[tuple[Markdown, list[Course], object]]:
    """Part the courses: open ones, bespoke ones, those of ended projects. Each with its cards, if few."""
    current = [course for course in page.site.courses if is_current(course)]
    parted = [
        (page.translate("Öppna kurser"), [c for c in current if c.type is CourseType.OPEN]),
        (
            page.translate("Skräddarsydda kurser"),
            [c for c in current if c.type is CourseType.BESPOKE],
        ),
        (
            page.translate("Kurser i avslutade projekt"),
            [course for course in page.site.courses if not is_current(course)],
        ),
    ]
    return [
        (name, found, course_cards(page, found) if len(found) <= MOST_CARDS else [])
        for name, found in parted
        if found
    ]


def _lists(page: Page, ahead: Sequence[Occasion]) -> list[tuple[Markdown, list[Markdown]]]:
    """Give the lists of links that lead to a part of the courses; each says how many there are."""
    choices = course_choices(page.site)
    online = [one for one in choices if one.dimension is Dimension.ONLINE]
    topics = [one for one in choices if one.dimension is Dimension.TOPIC]
    places = [one for one in choices if one.dimension is Dimension.MUNICIPALITY]
    months = [
        _counted(
            page, month_uri(*month), page.date(PartialDate(year=month[0], month=month[1])), many
        )
        for month, many in ((month, len(found)) for month, found in months_of(ahead).items())
    ]
    lists = [
        (page.translate("Ämne"), [_link(page, one) for one in topics]),
        (page.translate("Plats"), [_link(page, one) for one in (*online, *places)]),
        (page.translate("Månad"), months),
    ]
    return [(name, links) for name, links in lists if links]


def _link(page: Page, choice: Choice) -> Markdown:
    return _counted(page, choice.uri, name_of(page, choice), len(choice.found))


def _counted(page: Page, uri: str, name: object, many: int) -> Markdown:
    return Markdown(f'<a href="{page.href(uri)}">{escape(name)}</a> ({page.number(many)})')


def name_of(page: Page, choice: Choice) -> Markdown:
    """Say what was chosen."""
    if choice.dimension is Dimension.ONLINE:
        return page.translate("På nätet")
    if choice.dimension is Dimension.MUNICIPALITY:
        return escape(page.site.place(choice.value).name)
    topic = page.site.get("topic", choice.value)
    return page.text(getattr(topic, "title", None))


def _plain_name(page: Page, choice: Choice) -> str:
    """Say the same in a title, which can not say that a part of it is in another language."""
    name = name_of(page, choice)
    return choice.value if "lang=" in name else str(name)


def _choice(site: Site, language: str, choice: Choice) -> OutputFile:
    page = Page(site, choice.uri, language)
    name = _plain_name(page, choice)
    heading = page.translate("Kurser")
    return page_file(
        site,
        choice.uri,
        language,
        "course_choice.md.j2",
        title=f"{heading}: {name}",
        description=page.count(
            len(choice.found), "{} kurstillfälle framåt.", "{} kurstillfällen framåt."
        ),
        section=CATALOGUE,
        breadcrumbs=[(heading, CATALOGUE)],
        meta={"robots": "noindex", "scripts": [UPCOMING_SCRIPT]},
        heading=Markdown(f"{heading}: {name_of(page, choice)}"),
        rows=occasion_rows(page, choice.found),
        near=occasion_rows(page, choice.near[:MOST_SHOWN]),
        has_page=choice.dimension is Dimension.MUNICIPALITY
        and site.place(choice.value) in site.municipalities,
        choice=choice,
        interest=interest_address(page, f"{heading}: {name}"),
        today=page.day(site.today),
    )
