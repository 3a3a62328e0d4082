# SPDX-License-Identifier: EUPL-1.2
"""A lesson in the words of schema.org."""

from __future__ import annotations

from dalamodellen.model.glossary import Topic
from dalamodellen.model.lesson import Lesson
from dalamodellen.outputs.pages.page import Page
from dalamodellen.outputs.pages.structured_data.block import (
    LICENCE_OF_TEXTS,
    Node,
    address_of,
    day,
    name_of,
    node,
    publisher,
    words,
)
from dalamodellen.outputs.words import label


def lesson_node(page: Page, lesson: Lesson) -> Node:
    """Say what a lesson teaches, whom, how long it takes, and that it is free to use."""
    topic = page.site.get("topic", lesson.topic)
    return node(
        "LearningResource",
        name=name_of(page, lesson.title),
        description=words(page, lesson.summary or lesson.goal),
        url=address_of(page, page.uri),
        # The page is made in a language only where the lesson is written in it.
        inLanguage=page.language,
        teaches=words(page, lesson.goal),
        timeRequired=f"PT{lesson.minutes}M",
        educationalLevel=label("level", lesson.level, page.language),
        about=node("Thing", name=words(page, topic.title)) if isinstance(topic, Topic) else None,
        audience=audience(page, lesson.audience),
        datePublished=day(lesson.publication.approved_on),
        dateModified=day(lesson.updated),
        isAccessibleForFree=True,
        license=LICENCE_OF_TEXTS,
        publisher=publisher(page),
    )


def audience(page: Page, groups: tuple[str, ...]) -> Node | None:
    """Say whom something is for."""
    kinds = [label("audience", group, page.language) for group in groups]
    return node("Audience", audienceType=kinds) if kinds else None
