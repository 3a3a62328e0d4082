# SPDX-License-Identifier: EUPL-1.2
"""One page per course: dates for open ones, a route for bespoke ones."""

from __future__ import annotations

from dalamodellen.model.course import Course, CourseInstance, CourseType, InstanceStatus
from dalamodellen.model.project import Project
from dalamodellen.model.site import Site
from dalamodellen.outputs.output_file import OutputFile
from dalamodellen.outputs.pages.course_papers import has_papers, papers_uri
from dalamodellen.outputs.pages.courses.catalogue import UPCOMING_SCRIPT
from dalamodellen.outputs.pages.courses.choices import (
    CATALOGUE,
    all_occasions,
    is_current,
    shown_ahead,
)
from dalamodellen.outputs.pages.courses.filters import industry_name
from dalamodellen.outputs.pages.courses.interest import interest_address
from dalamodellen.outputs.pages.courses.subscription import calendar_block, calendar_in_head
from dalamodellen.outputs.pages.courses.times import times_of
from dalamodellen.outputs.pages.page import Page, page_file, uri_of
from dalamodellen.outputs.pages.structured_data.block import in_head
from dalamodellen.outputs.pages.structured_data.courses import course_node
from dalamodellen.outputs.safe_markdown import Markdown

FACTS = (
    *("audience", "audience_note", "level", "prerequisites", "minutes", "price"),
    *("hours", "languages", "topic", "project", "provider", "source", "industries", "isced_f"),
    *("seqf_level", "esco"),
)
"""Fields of a course that its list of facts shows."""


def render_courses(site: Site, language: str) -> list[OutputFile]:
    """Render every course."""
    return [_course(site, course, language) for course in site.courses]


def upcoming(site: Site) -> list[tuple[Course, CourseInstance]]:
    """List the instances still to come, soonest first; cancelled ones are not to come."""
    found = [
        (course, instance)
        for course in site.courses
        for instance in site.instances(course.id)
        if is_upcoming(site, instance)
    ]
    return sorted(found, key=lambda pair: (pair[1].start, pair[0].id, pair[1].id))


def is_upcoming(site: Site, instance: CourseInstance) -> bool:
    """Tell whether an instance is not yet over and will be held, as far as we know."""
    last = (instance.end or instance.start).last_day
    return instance.status not in (InstanceStatus.CANCELLED, InstanceStatus.HELD) and (
        last is None or last >= site.today
    )


def _course(site: Site, course: Course, language: str) -> OutputFile:
    uri = uri_of("course", course.id)
    page = Page(site, uri, language)
    key = ("course", course.id)
    times = [one for one in all_occasions(site) if one.key == key]
    ahead, past = times_of(page, times)
    is_open = course.type is CourseType.OPEN
    return page_file(
        site,
        uri,
        language,
        "course.md.j2",
        title=course.title,
        description=course.summary,
        key=key,
        funded=course.project,
        section=CATALOGUE,
        breadcrumbs=[(page.translate("Kurser"), CATALOGUE)],
        course=course,
        meta={
            **({"scripts": [UPCOMING_SCRIPT]} if ahead else {}),
            "feeds": calendar_in_head(page, course.title) if is_open else [],
            **in_head(course_node(page, course, shown_ahead(site, times))),
        },
        subscription=calendar_block(page, lambda one: one.key == key)
        if is_open and is_current(course)
        else "",
        ahead=ahead,
        past=past,
        papers=page.href(papers_uri(course.id)) if has_papers(course) else "",
        responsible=_responsible(page, course),
        interest=_interest(page, course),
        is_asked_for=not is_open and is_current(course),
        industries=[_industry(page, course, letter) for letter in course.industries],
        fields=[
            f"{code} {site.codes.education_fields[code].title_en}"
            for code in course.isced_f
            if code in site.codes.education_fields
        ],
        has_facts=any(
            getattr(course, name) is not None and getattr(course, name) != () for name in FACTS
        ),
        audience=[page.label("audience", name) for name in course.audience],
        languages=[page.label("language", name) for name in course.languages],
        contacts=[(contact, contact.is_named_on(site.today)) for contact in course.contacts],
    )


def _interest(page: Page, course: Course) -> Markdown:
    """Give the way to be told of a course, or to describe what one needs; "" for one that is over."""
    if not is_current(course):
        return Markdown("")
    return interest_address(page, page.plain(course.title), course)


def _responsible(page: Page, course: Course) -> Markdown:
    """Name who answers for the course, as Susa-navet does, where that is not who gives it."""
    project = page.site.get("project", course.project)
    owner = project.owner if isinstance(project, Project) else None
    return page.link("organisation", owner) if owner and owner != course.provider else Markdown("")


def _industry(page: Page, course: Course, letter: str) -> Markdown:
    name, language = industry_name(page, letter, course.sni_version)
    return Markdown(f"{letter} {page.marked(name, language or page.language)}")
