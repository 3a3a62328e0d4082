# SPDX-License-Identifier: EUPL-1.2
"""Rules about lessons: the form a reader can count on, the minutes, the reading ease."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dalamodellen.inputs.checks.translations import translated_lessons
from dalamodellen.inputs.loaded import Loaded
from dalamodellen.issues import Issue, nearest
from dalamodellen.model.lesson import Lesson
from dalamodellen.model.project import Project
from dalamodellen.model.reading_ease import hardest_sentences, lix, sentences_of
from dalamodellen.model.site import RecordKey, Site
from dalamodellen.model.text import LANGUAGES, Prose

SECTIONS = {
    "sv": ("Gör så här", "Checklista", "Exempel", "Vanliga fel"),
    "nb": ("Slik gjør du", "Sjekkliste", "Eksempel", "Vanlige feil"),
    "en": ("What to do", "Checklist", "Example", "Common mistakes"),
}
WORDS_PER_MINUTE = 200
"""Calm silent reading; adults read some 240 words of English a minute (Brysbaert 2019)."""
_HEADING = re.compile(r"^##\s+(.+?)\s*#*\s*$", re.MULTILINE)


def _lessons(loaded: Loaded) -> Iterator[tuple[RecordKey, Lesson]]:
    for key, record in loaded.records.items():
        if isinstance(record, Lesson):
            yield key, record


def _texts(site: Site, loaded: Loaded) -> Iterator[tuple[RecordKey, Lesson, str]]:
    """List the texts of all lessons: the key of its file, the lesson, the language."""
    for key, lesson in _lessons(loaded):
        yield key, lesson, site.original_language(*key)
    yield from translated_lessons(loaded)


def check_sections(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """A lesson has its four sections, in order: steps, checklist, example, common mistakes.

    So has each of its translations, with the names the sections have in its language.
    """
    for key, lesson, language in _texts(site, loaded):
        wanted = SECTIONS[language]
        body = loaded.bodies[loaded.files[key].path]
        found = [match[1] for match in _HEADING.finditer(body)]
        missing = [section for section in wanted if section not in found]
        for section in missing:
            yield loaded.issue(
                key, ("title",), "lesson-section-missing", name=section, allowed=", ".join(wanted)
            )
        present = [section for section in found if section in wanted]
        if not missing and present != list(wanted):
            yield loaded.issue(
                key, ("title",), "lesson-section-order", name=lesson.id, allowed=", ".join(wanted)
            )


def check_minutes(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """A lesson takes at most 15 minutes, or says why it takes more."""
    limit = site.settings.limits.lesson_minutes
    for key, lesson in _lessons(loaded):
        if lesson.minutes < 1:
            yield loaded.issue(key, ("minutes",), "negative-number", name=str(lesson.minutes))
        elif lesson.minutes > limit and not lesson.minutes_reason:
            yield loaded.issue(
                key, ("minutes",), "lesson-too-long", name=str(lesson.minutes), limit=str(limit)
            )


def check_need(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """The need a lesson answers is one of its project's needs."""
    for key, lesson in _lessons(loaded):
        project = site.records.get(("project", lesson.project))
        if loaded.lacks(("project", lesson.project), "needs"):
            continue
        if lesson.need and isinstance(project, Project):
            needs = [need.id for need in project.needs]
            if lesson.need not in needs:
                yield loaded.issue(
                    key,
                    ("need",),
                    "unknown-need",
                    name=lesson.need,
                    nearest=nearest(lesson.need, needs),
                    allowed=", ".join(needs) or "–",
                    kind="project",
                )


def check_review(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """A lesson past its review day is told: the page says that it is not reviewed."""
    for key, lesson in _lessons(loaded):
        last = lesson.review_by.last_day
        if last and last < site.today:
            yield loaded.issue(key, ("review_by",), "review-due", name=lesson.review_by.iso)


def check_reading_ease(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """Lessons and summaries are easy to read: LIX within the site's limits."""
    limits = site.settings.limits
    for key, _, _ in _texts(site, loaded):
        file = loaded.files[key]
        sentences = sentences_of(loaded.bodies[file.path])
        yield from _too_hard(loaded, key, ("title",), sentences, limits.lesson_lix)
    for key, record in loaded.records.items():
        summary = getattr(record, "summary", None)
        if isinstance(summary, Prose):
            for language in LANGUAGES:
                words = getattr(summary, language)
                if words:
                    sentences = sentences_of(words)
                    yield from _too_hard(loaded, key, ("summary",), sentences, limits.summary_lix)


def _too_hard(
    loaded: Loaded, key: RecordKey, loc: tuple[str, ...], sentences: list[str], limit: int
) -> Iterator[Issue]:
    measured = lix(sentences)
    shortest_text = 30
    if round(measured) > limit and sum(len(s.split()) for s in sentences) >= shortest_text:
        hardest = " | ".join(hardest_sentences(sentences, 3))
        yield loaded.issue(
            key, loc, "hard-to-read", name=f"{measured:.0f}", limit=str(limit), hardest=hardest
        )


def check_reading_time(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """A lesson can be read in the minutes it promises, at a calm pace of 200 words a minute."""
    del site
    for key, lesson in _lessons(loaded):
        body = loaded.bodies[loaded.files[key].path]
        # No text has more words than this: only bars part words that no space parts.
        if len(body.split()) + body.count("|") <= lesson.minutes * WORDS_PER_MINUTE:
            continue
        sentences = sentences_of(body)
        words = sum(len(sentence.split()) for sentence in sentences)
        needed = -(-words // WORDS_PER_MINUTE)
        if 0 < lesson.minutes < needed:
            yield loaded.issue(
                key,
                ("minutes",),
                "lesson-longer-than-minutes",
                name=str(lesson.minutes),
                words=str(words),
                needed=str(needed),
            )


RULES = (
    check_reading_time,
    check_sections,
    check_minutes,
    check_need,
    check_review,
    check_reading_ease,
)
