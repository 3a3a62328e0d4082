# SPDX-License-Identifier: EUPL-1.2
"""What a card says of a record: the way to its page, a few words, a line about it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dalamodellen.model.course import Course, CourseInstance
from dalamodellen.model.glossary import Topic
from dalamodellen.model.lesson import Lesson, Post
from dalamodellen.model.project import Project
from dalamodellen.model.results import KNOWN, Standing, results_of_project
from dalamodellen.outputs.pages.key_figures import what_is_counted
from dalamodellen.outputs.pages.page import Page
from dalamodellen.outputs.safe_markdown import Markdown, escape


@dataclass(frozen=True)
class Card:
    """One card in a list of cards."""

    link: Markdown
    """The title, as a link to the page."""
    text: str = ""
    """Paragraphs about it; "" for none."""
    meta: tuple[Markdown, ...] = ()
    """Small lines below."""
    when: str = ""
    """When and where it takes place."""
    last: str = ""
    """The last day of it in ISO 8601, so that a script can hide it when it is over."""


def lesson_cards(page: Page, lessons: Sequence[Lesson]) -> list[Card]:
    """Give a card for each lesson: what it is about, how long it takes, how much it asks."""
    return [
        Card(
            page.link("lesson", lesson.id),
            page.paragraph(page.text(lesson.summary)) if lesson.summary else Markdown(""),
            (
                page.dotted(
                    page.count(lesson.minutes, "{} minut", "{} minuter"),
                    page.label("level", lesson.level),
                ),
            ),
        )
        for lesson in lessons
    ]


def topic_cards(page: Page, topics: Iterable[tuple[Topic, Markdown]]) -> list[Card]:
    """Give a card for each topic, with a line about it if there is one."""
    return [
        Card(
            page.link("topic", topic.id),
            page.paragraph(page.text(topic.summary)),
            (line,) if line else (),
        )
        for topic, line in topics
    ]


def course_cards(page: Page, courses: Sequence[Course]) -> list[Card]:
    """Give a card for each course: what it is, whether it goes on, whose it is."""
    return [
        Card(
            page.link("course", course.id),
            page.prose(course.summary),
            (
                page.dotted(
                    page.label("course_type", course.type),
                    page.label("project_status", course.status),
                    page.link("project", course.project) if course.project else "",
                ),
            ),
        )
        for course in courses
    ]


def instance_cards(
    page: Page, instances: Iterable[tuple[Course, CourseInstance]], *, says_status: bool
) -> list[Card]:
    """Give a card for each time a course is held: when and where.

    Args:
        page: The page they stand on.
        instances: Each with its course.
        says_status: Whether it is told if it is planned, open or full.
    """
    return [
        Card(
            page.link("course", course.id),
            when=_when(page, instance),
            last=_last_day(instance),
            meta=(page.label("instance_status", instance.status),) if says_status else (),
        )
        for course, instance in instances
    ]


def _last_day(instance: CourseInstance) -> str:
    last = (instance.end or instance.start).last_day
    return last.isoformat() if last else ""


def _when(page: Page, instance: CourseInstance) -> Markdown:
    parts = [page.date(instance.start)]
    if instance.municipality:
        parts.append(page.place(instance.municipality))
    if instance.is_online:
        parts.append(page.translate("på nätet"))
    return Markdown(", ".join(parts))


def project_cards(page: Page, projects: Sequence[Project]) -> list[Card]:
    """Give a card for each project: its first sentence, how many took part, when and whose."""
    return [_project_card(page, project) for project in projects]


def _project_card(page: Page, project: Project) -> Card:
    summary = page.plain(project.summary).split("\n")[0]
    first_sentence = summary.split(". ")[0].rstrip(".") + "."
    language = project.summary.in_language(page.language)[1]
    mark = f' lang="{language}"' if language != page.language else ""
    counted = project.participants[0] if project.participants else None
    people = f"{page.quantity(counted)} {what_is_counted(page, counted)}" if counted else ""
    owner = page.site.records.get(("organisation", project.owner or ""))
    about = page.dotted(
        page.label("project_status", project.status),
        "" if project.period.is_unknown else page.period(project.period),
        page.text(getattr(owner, "title", None)),
    )
    return Card(
        page.link("project", project.id),
        Markdown(f"<p{mark}>{escape(first_sentence)}</p>"),
        tuple(line for line in (Markdown(people), _goals_met(page, project), about) if line),
    )


def _goals_met(page: Page, project: Project) -> Markdown:
    """Say how many goals are met, by the same rule as everywhere; "" for a project without goals."""
    results = results_of_project(page.site, project)
    if not results:
        return Markdown("")
    whole = page.number(len(results))
    if not any(result.standing in KNOWN for result in results):
        unknown = page.translate("utfallet är inte känt")
        return Markdown(f"{page.translate('Antal mål:')} {whole}, {unknown}")
    met = page.number(sum(result.standing is Standing.MET for result in results))
    return Markdown(f"{page.translate('Nådda mål:')} {met} {page.translate('av')} {whole}")


def post_cards(page: Page, posts: Sequence[Post]) -> list[Card]:
    """Give a card for each post: what it says and its day."""
    return [
        Card(
            page.link("post", post.id),
            page.paragraph(page.text(post.summary)) if post.summary else Markdown(""),
            (page.date(post.date),),
        )
        for post in posts
    ]
