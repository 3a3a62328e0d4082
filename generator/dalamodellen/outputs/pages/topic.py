# SPDX-License-Identifier: EUPL-1.2
"""The list of topics and one page per topic with its lessons, courses and projects."""

from __future__ import annotations

from dalamodellen.model.glossary import Topic
from dalamodellen.model.site import Site
from dalamodellen.outputs.output_file import OutputFile
from dalamodellen.outputs.pages.cards import lesson_cards, topic_cards
from dalamodellen.outputs.pages.courses.subscription import calendar_block, calendar_in_head
from dalamodellen.outputs.pages.page import Page, page_file, uri_of

CATALOGUE = "amnen/index.md"
LESSONS = "lektioner/index.md"


def render_topics(site: Site, language: str) -> list[OutputFile]:
    """Render the list of topics and every topic."""
    if not site.topics:
        return []
    page = Page(site, CATALOGUE, language)
    counted = [
        (topic, page.count(_lessons_in(site, topic), "{} lektion", "{} lektioner"))
        for topic in site.topics
    ]
    catalogue = page_file(
        site,
        CATALOGUE,
        language,
        "topics.md.j2",
        title=page.translate("Ämnen"),
        description=page.translate("Lektioner och kurser, ordnade efter ämne."),
        section=LESSONS,
        topics=topic_cards(page, counted),
    )
    return [catalogue, *(_topic(site, topic, language) for topic in site.topics)]


def _lessons_in(site: Site, topic: Topic) -> int:
    return sum(lesson.topic == topic.id for lesson in site.lessons)


def _topic(site: Site, topic: Topic, language: str) -> OutputFile:
    uri = uri_of("topic", topic.id)
    page = Page(site, uri, language)
    return page_file(
        site,
        uri,
        language,
        "topic.md.j2",
        title=topic.title,
        description=topic.summary,
        key=("topic", topic.id),
        section=LESSONS,
        breadcrumbs=[(page.translate("Ämnen"), CATALOGUE)],
        topic=topic,
        lessons=lesson_cards(page, [lesson for lesson in site.lessons if lesson.topic == topic.id]),
        courses=[course for course in site.courses if course.topic == topic.id],
        meta={"feeds": calendar_in_head(page, topic.title)},
        subscription=calendar_block(page, lambda one: one.topic == topic.id),
        projects=[
            project
            for project in site.projects
            if any(area.topic == topic.id for area in project.course_areas)
        ],
    )
