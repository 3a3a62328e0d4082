# SPDX-License-Identifier: EUPL-1.2
"""The course catalogue and one page per course: dates for open ones, a route for bespoke ones."""

from __future__ import annotations

from dalamodellen.model.course import Course, CourseInstance, CourseStatus, InstanceStatus
from dalamodellen.model.site import Site
from dalamodellen.outputs.output_file import OutputFile
from dalamodellen.outputs.pages.cards import course_cards, instance_cards
from dalamodellen.outputs.pages.page import Page, page_file, uri_of

CATALOGUE = "kurser/index.md"
FACTS = (
    *("audience", "audience_note", "level", "prerequisites", "minutes", "price"),
    *("languages", "topic", "project", "provider", "source"),
)
"""Fields of a course that its list of facts shows."""


def render_courses(site: Site, language: str) -> list[OutputFile]:
    """Render the catalogue and every course."""
    if not site.courses:
        return []
    page = Page(site, CATALOGUE, language)
    current = [course for course in site.courses if course.status is not CourseStatus.ENDED]
    catalogue = page_file(
        site,
        CATALOGUE,
        language,
        "courses.md.j2",
        title=page.translate("Kurser"),
        description=page.translate(
            "Öppna kurser med datum och kurser efter företagets eget behov."
        ),
        section=CATALOGUE,
        upcoming=instance_cards(page, upcoming(site), says_status=True),
        groups=[
            (page.translate("Kurser"), course_cards(page, current)),
            (
                page.translate("Kurser i avslutade projekt"),
                course_cards(page, [course for course in site.courses if course not in current]),
            ),
        ],
    )
    return [catalogue, *(_course(site, course, language) for course in site.courses)]


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
    instances = site.instances(course.id)
    return page_file(
        site,
        uri,
        language,
        "course.md.j2",
        title=course.title,
        description=course.summary,
        key=("course", course.id),
        funded=course.project,
        section=CATALOGUE,
        breadcrumbs=[(page.translate("Kurser"), CATALOGUE)],
        course=course,
        groups=[
            (
                page.translate("Kommande tillfällen"),
                [one for one in instances if is_upcoming(site, one)],
            ),
            (
                page.translate("Tidigare och inställda tillfällen"),
                [one for one in instances if not is_upcoming(site, one)],
            ),
        ],
        has_facts=any(
            getattr(course, name) is not None and getattr(course, name) != () for name in FACTS
        ),
        audience=[page.label("audience", name) for name in course.audience],
        languages=[page.label("language", name) for name in course.languages],
        contacts=[(contact, contact.is_named_on(site.today)) for contact in course.contacts],
    )
