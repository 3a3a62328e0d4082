# SPDX-License-Identifier: EUPL-1.2
"""The reader's words of what is written in Markdown, in another language of the site."""

from __future__ import annotations

from dalamodellen.model.acknowledgement import Acknowledgement
from dalamodellen.model.part import Part, about
from dalamodellen.model.period import PartialDate


class Translation(Part):
    """The text of a lesson, a post, a story or a page in another language.

    It lies beside its original, with the language before the ending: `<id>.nb.md`.
    All that is not words for readers stands in the original alone.
    """

    title: str | None = about(None, example="Sende e-faktura til kommunen")
    """The title in this language; a page may have it as its first heading instead."""
    goal: str | None = about(None, example="Du kan sende en e-faktura som kommunen tar imot.")
    """A lesson's goal in this language."""
    summary: str | None = about(None, example="Slik sender du en e-faktura, steg for steg.")
    """One or two sentences for lists and for sharing, in this language."""
    minutes_reason: str | None = about(None, example="Skjemaet har mange felt.")
    """Why a lesson takes more than 15 minutes, in this language."""
    description: str | None = about(None, example="Hva Dalamodellen er.")
    """One or two sentences about a plain page, for sharing, in this language."""
    keywords: tuple[str, ...] = about((), example=["e-faktura", "EHF"])
    """Other words people use for it, in this language."""
    updated: PartialDate | None = about(None, example="2026-11-22")
    """The day in the original's `updated` when this was translated; tells when it falls behind."""
    acknowledged: tuple[Acknowledgement, ...] = about((), example=[{"code": "hard-to-read"}])
    """Warnings that are known and stay, each with its reason."""


WORDS = {
    "lesson": ("title", "goal", "summary", "minutes_reason", "keywords", "updated"),
    "post": ("title", "summary"),
    "story": ("title",),
    "page": ("title", "description"),
}
"""Kind of original → the fields a translation of it may have, besides `acknowledged`."""
NEEDED = {"lesson": ("title", "goal"), "post": ("title",), "story": ("title",), "page": ()}
"""Kind of original → the fields a translation of it must have."""


def translation_key(kind: str, name: str, language: str) -> tuple[str, str]:
    """Name the file of a translation among the files of a site.

    Example: ("lesson", "x", "nb") → ("lesson_translation", "x.nb").
    """
    return f"{kind}_translation", f"{name}.{language}"
