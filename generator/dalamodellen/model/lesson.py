# SPDX-License-Identifier: EUPL-1.2
"""Lessons, posts, stories and plain pages: what people write in Markdown."""

from __future__ import annotations

from enum import StrEnum

from dalamodellen.model.acknowledgement import Acknowledgement
from dalamodellen.model.number import Count
from dalamodellen.model.part import Part, about
from dalamodellen.model.period import PartialDate
from dalamodellen.model.record import (
    Country,
    CourseId,
    Id,
    Language,
    LessonId,
    ProjectId,
    Publication,
    Record,
    TermId,
    TopicId,
    Url,
)
from dalamodellen.model.text import Text


class Level(StrEnum):
    """How much a reader should know beforehand."""

    BEGINNER = "beginner"
    INTERMEDIATE = "intermediate"
    ADVANCED = "advanced"


class Audience(StrEnum):
    """Whom a lesson or course is for."""

    SOLE_TRADERS = "soloforetagare"
    SMALL_FIRMS = "smaforetag"
    MANAGERS = "chefer"
    EMPLOYEES = "anstallda"
    JOBSEEKERS = "arbetssokande"
    PROJECT_TEAMS = "projektteam"


class ExpertReview(StrEnum):
    """Whether someone who knows the subject has read it."""

    NONE = "none"
    DONE = "done"


class Reading(Part):
    """An authority's page that was read, and when: what makes a rule or a sum true."""

    title: str = about(example="E-faktura till offentlig sektor")
    """The page's real title."""
    publisher: str = about(example="Digg")
    """Who publishes it."""
    language: Language | None = about(None, example="en")
    """The language of the page, where it is not that of the text that names it."""
    url: Url = about(example="https://www.digg.se/")
    """Its address."""
    read_on: PartialDate = about(example="2026-11-22")
    """The day it was read."""
    dated: PartialDate | None = about(None, example="2024-03-12")
    """The date the page itself states."""
    archived: Url | None = about(None, example="https://web.archive.org/web/2024/…")
    """An archived copy that somebody has opened."""


class NextTool(Part):
    """A tool, template or form to go on with."""

    title: Text = about(example={"sv": "Digitala timkalkylen"})
    """What it is called."""
    url: Url = about(example="https://www.verksamt.se/")
    """Its address."""


class NextContact(Part):
    """Someone near the reader to ask."""

    title: Text = about(example={"sv": "Näringslivskontoret i din kommun"})
    """Who it is, by role."""
    url: Url | None = about(None, example="https://www.borlange.se/")
    """Their page."""
    text: Text | None = about(None, example={"sv": "Sök efter näringsliv på kommunens webbplats."})
    """How to find them."""


class NextChoices(Part):
    """The four ways on from a lesson."""

    lesson: LessonId | None = about(None, example="svara-pa-en-upphandling")
    """A related lesson."""
    course: CourseId | None = about(None, example="oppna-kurser")
    """A course."""
    tool: NextTool | None = about(None, example={"title": "Mall", "url": "https://example.org/"})
    """A tool or template."""
    contact: NextContact | None = about(None, example={"title": "Näringslivskontoret"})
    """A local contact."""


class Lesson(Record):
    """A just-in-time lesson: one task, one goal, a few minutes."""

    kind: str = about("lesson", example="lesson")
    """Always "lesson": it is what makes the Markdown file a lesson."""
    title: Text = about(example="Skicka e-faktura till kommunen")
    """The task, in words a reader would use."""
    goal: Text = about(example="Du kan skicka en e-faktura som kommunen tar emot.")
    """What the reader can do afterwards; one goal."""
    summary: Text | None = about(None, example="Så skickar du en e-faktura, steg för steg.")
    """One or two sentences for lists and for sharing."""
    minutes: Count = about(unit="minutes", example=8)
    """How long it takes; more than 15 needs a reason."""
    minutes_reason: Text | None = about(None, example="Blanketten har många fält.")
    """Why it takes more than 15 minutes."""
    level: Level = about(example="beginner")
    """How much a reader should know beforehand."""
    topic: TopicId = about(example="digitalt-och-synlighet")
    """The topic it belongs to."""
    audience: tuple[Audience, ...] = about(example=["soloforetagare", "smaforetag"])
    """Whom it is for."""
    project: ProjectId = about(example="dalalyft")
    """The project whose idea or need it grew from."""
    need: Id | None = about(None, example="offentlig-upphandling")
    """The need in that project that it answers."""
    language: Language | None = about(None, example="nb")
    """The language it is written in, where that is not the site's main language."""
    applies_in: tuple[Country, ...] = about((), example=["SE"])
    """The countries whose rules it describes; empty when it holds anywhere."""
    related: tuple[LessonId, ...] = about((), example=["sende-ehf-faktura"])
    """Lessons on the same task under another country's rules: related, not translated."""
    keywords: tuple[str, ...] = about((), example=["e-faktura", "Peppol"])
    """Other words people use for it."""
    terms: tuple[TermId, ...] = about((), example=["e-faktura"])
    """Words in the glossary that help a reader."""
    author: str = about(example="redaktionen")
    """Who wrote it, by role."""
    updated: PartialDate = about(example="2026-11-22")
    """The day it was last changed in substance."""
    review_by: PartialDate = about(example="2027-11-22")
    """The day it must be read again; after it the page says so."""
    expert_review: ExpertReview = about(ExpertReview.NONE, example="none")
    """Whether someone who knows the subject has read it."""
    sources: tuple[Reading, ...] = about((), example=[{"title": "E-faktura"}])
    """What was read to make it true."""
    next: NextChoices = about(NextChoices(), example={"lesson": "svara-pa-en-upphandling"})
    """The four ways on."""
    publication: Publication = about(Publication(), example={"status": "published"})
    """Whether readers may see it."""


class Post(Record):
    """A dated post in the news."""

    kind: str = about("post", example="post")
    """Always "post": it is what makes the Markdown file a post."""
    language: Language | None = about(None, example="nb")
    """The language it is written in, where that is not the site's main language."""
    title: Text = about(example="Dalamodellen är här")
    """The headline."""
    summary: Text | None = about(None, example="Vi öppnar kunskapsbanken.")
    """One or two sentences for lists and for sharing."""
    date: PartialDate = about(example="2026-11-22")
    """The day it was published."""
    tags: tuple[str, ...] = about((), example=["projekt"])
    """Words to group posts by."""
    project: ProjectId | None = about(None, example="dalalyft")
    """The project it is about."""
    author: str | None = about(None, example="redaktionen")
    """Who wrote it, by role."""
    publication: Publication = about(Publication(), example={"status": "published"})
    """Whether readers may see it."""


class StoryStep(Part):
    """One step of a story: a sentence and perhaps a figure, a picture or a quotation."""

    heading: Text = about(example={"sv": "450 småföretag ville lära sig mer."})
    """One sentence of at most twelve words."""
    figure: str | None = about(None, example="participants")
    """The number it shows, by the name of the project's field."""
    quote: Text | None = about(None, example={"sv": "Vi lärde oss söka ny kunskap."})
    """Words somebody said."""


class Story(Record):
    """A project told step by step."""

    kind: str = about("story", example="story")
    """Always "story": it is what makes the Markdown file a story."""
    language: Language | None = about(None, example="nb")
    """The language it is written in, where that is not the site's main language."""
    title: Text = about(example="Dalalyft: projektets berättelse")
    """The story's title."""
    project: ProjectId = about(example="dalalyft")
    """The project it tells about."""
    story: tuple[StoryStep, ...] = about((), example=[{"heading": "Det började med ett behov."}])
    """The steps, in order."""
    publication: Publication = about(Publication(), example={"status": "published"})
    """Whether readers may see it."""


class Page(Part):
    """A page written by hand. It needs no front matter at all."""

    uri: str = about(example="om/index.md")
    """Where it lies below content/; its address follows from it."""
    title: str = about(example="Om Dalamodellen")
    """From the front matter, else the first heading, else the file's name."""
    description: str | None = about(None, example="Vad Dalamodellen är.")
    """One or two sentences for sharing."""
    language: Language | None = about(None, example="nb")
    """The language it is written in, where that is not the site's main language."""
    publication: Publication | None = about(None, example="draft")
    """A plain page is published unless it says draft."""
    acknowledged: tuple[Acknowledgement, ...] = about((), example=[{"code": "hard-to-read"}])
    """Warnings that are known and stay, each with its reason."""
