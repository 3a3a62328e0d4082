# SPDX-License-Identifier: EUPL-1.2
"""Rules about what is written in several languages."""

from __future__ import annotations

from collections.abc import Iterator

from dalamodellen.inputs.loaded import Loaded
from dalamodellen.issues import Issue
from dalamodellen.model.lesson import Lesson
from dalamodellen.model.site import RecordKey, Site


def check_languages(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """What is written in a language is published in it: the site names the language."""
    pages = {("page", page.uri): page for page in site.pages}
    for key, record in {**loaded.records, **pages}.items():
        language = getattr(record, "language", None)
        if key[0] in WRITTEN_KINDS and language and language.value not in site.languages:
            yield loaded.issue(
                key, ("language",), "language-not-published", parts=f"language_{language.value}"
            )


def check_translated_rules(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """A lesson about one country's rules is not translated: readers elsewhere have other rules.

    A lesson of their own, named in `related`, gives them what holds for them.
    """
    del site
    for key, lesson, language in translated_lessons(loaded):
        if lesson.applies_in:
            yield loaded.issue(
                key,
                (),
                "translated-rules",
                countries=", ".join(country.value for country in lesson.applies_in),
                parts=f"language_{language}",
            )


def check_translations_in_step(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """A translation that says which day's text it translates is as new as its original."""
    del site
    for key, lesson, _ in translated_lessons(loaded):
        translated = loaded.translations[key].updated
        if translated is not None and translated < lesson.updated:
            yield loaded.issue(
                key,
                ("updated",),
                "translation-behind",
                name=translated.iso,
                other=lesson.updated.iso,
            )


def translated_lessons(loaded: Loaded) -> Iterator[tuple[RecordKey, Lesson, str]]:
    """List the translations of lessons: the key of the file, the lesson, the language."""
    for key in loaded.translations:
        name, _, language = key[1].rpartition(".")
        lesson = loaded.records.get(("lesson", name))
        if key[0] == "lesson_translation" and isinstance(lesson, Lesson):
            yield key, lesson, language


WRITTEN_KINDS = ("lesson", "post", "story", "page")
RULES = (check_languages, check_translated_rules, check_translations_in_step)
