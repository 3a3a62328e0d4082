# SPDX-License-Identifier: EUPL-1.2
"""What ties pages together: topics, themes, terms, kinds of support, source documents."""

from __future__ import annotations

from enum import StrEnum

from dalamodellen.model.lesson import Reading
from dalamodellen.model.part import about
from dalamodellen.model.period import PartialDate
from dalamodellen.model.record import IscedField, Language, Record, TermId, Url
from dalamodellen.model.text import Prose, Text


class Topic(Record):
    """A topic that gathers lessons and courses."""

    title: Text = about(example={"sv": "Ekonomi och affärer"})
    """The topic's name."""
    task: Text | None = about(None, example={"sv": "få koll på pengarna"})
    """How a sentence that begins "Jag vill …" goes on."""
    summary: Text = about(example={"sv": "Räkna, prissätta och sälja till det offentliga."})
    """What it is about, in one or two sentences."""
    isced_f: tuple[IscedField, ...] = about((), example=["0411"])
    """Fields in ISCED-F."""


class Theme(Record):
    """A theme that projects and their activities are about."""

    title: Text = about(example={"sv": "Jämställdhetsintegrering i utvecklingsarbete"})
    """The theme's name."""
    summary: Text | None = about(None, example={"sv": "Hur jämställdhet vägs in i vardagen."})
    """What it is about."""


class SupportKind(Record):
    """A kind of process support, such as mentoring or job shadowing."""

    title: Text = about(example={"sv": "mentorskap"})
    """What it is called."""
    term: TermId | None = about(None, example="mentorskap")
    """Its entry in the glossary."""


class Term(Record):
    """A word in the glossary."""

    title: Text = about(example={"sv": "Medfinansiering"})
    """The word."""
    definition: Prose = about(example={"sv": "Pengar eller arbetstid som andra lägger till."})
    """What it means, in one to three plain sentences."""
    synonyms: tuple[str, ...] = about((), example=["samfinansiering"])
    """Other words and abbreviations for it."""
    related: tuple[TermId, ...] = about((), example=["projektagare"])
    """Words that belong with it."""
    sources: tuple[Reading, ...] = about((), example=[{"title": "Ordlista"}])
    """What was read to make it true."""


class DocumentKind(StrEnum):
    """What sort of document a source is."""

    PROJECT_BANK = "project_bank"
    PROJECT_DESCRIPTION = "project_description"
    WEB_PAGE = "web_page"
    BLOG = "blog"
    NEWS = "news"
    REPORT = "report"


class Document(Record):
    """A source document: what a value in a record was read in."""

    title: Text = about(example={"sv": "Projektbanken: Tre-M"})
    """The document's real title."""
    kind: DocumentKind = about(example="project_bank")
    """What sort of document it is."""
    publisher: Text | None = about(None, example={"sv": "Svenska ESF-rådet"})
    """Who published it."""
    language: Language = about(Language.SV, example="sv")
    """The language it is written in."""
    date: PartialDate = about(PartialDate(), example="2016-12-11")
    """When it was published."""
    read_on: PartialDate | None = about(None, example="2026-11-22")
    """When it was read for the records."""
    url: Url | None = about(None, example="https://example.org/projekt")
    """Its address, when it works."""
    archived: Url | None = about(None, example="https://web.archive.org/web/2016/…")
    """An archived copy that somebody has opened."""
    note: Text | None = about(None, example={"sv": "Dokumentet saknar datum."})
    """What a reader must know."""
