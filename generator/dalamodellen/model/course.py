# SPDX-License-Identifier: EUPL-1.2
"""Courses (what), course instances (when and where), events, films and literature."""

from __future__ import annotations

from enum import StrEnum

from dalamodellen.model.lesson import Audience, Level
from dalamodellen.model.money import Money
from dalamodellen.model.number import Count, Number
from dalamodellen.model.organisation import Contact
from dalamodellen.model.part import Part, about
from dalamodellen.model.period import PartialDate, Period
from dalamodellen.model.place import SniVersion
from dalamodellen.model.record import (
    Citation,
    IscedField,
    Language,
    OrganisationId,
    PlaceId,
    ProjectId,
    Publication,
    Record,
    SniLetter,
    TopicId,
    Url,
)
from dalamodellen.model.text import Prose, Text


class CourseType(StrEnum):
    """Whether one books a seat or describes a need."""

    OPEN = "open"
    BESPOKE = "bespoke"


class CourseStatus(StrEnum):
    """Whether the course can still be taken."""

    PLANNED = "planned"
    ONGOING = "ongoing"
    ENDED = "ended"
    UNKNOWN = "unknown"


class Course(Record):
    """What can be learnt. Dates belong to its instances; a bespoke course has none."""

    title: Text = about(example={"sv": "Öppna kurser"})
    """The course's name."""
    type: CourseType = about(example="open")
    """Open: book a seat. Bespoke: describe your need."""
    status: CourseStatus = about(CourseStatus.UNKNOWN, example="ended")
    """Planned, ongoing, ended or unknown."""
    summary: Prose = about(example={"sv": "Redan inbokade kurser som flera företag delar."})
    """What it is, in plain words."""
    project: ProjectId | None = about(None, example="lyftkraft")
    """The project that gives it."""
    provider: OrganisationId | None = about(None, example="falun-borlange-regionen")
    """Who gives it."""
    topic: TopicId | None = about(None, example="ekonomi-och-affarer")
    """The topic it belongs to."""
    audience: tuple[Audience, ...] = about((), example=["smaforetag"])
    """Whom it is for."""
    audience_note: Text | None = about(None, example={"sv": "Företag som påverkats av pandemin."})
    """Whom it is for, in words."""
    level: Level | None = about(None, example="beginner")
    """How much one should know beforehand."""
    prerequisites: Text | None = about(None, example={"sv": "Inga förkunskaper."})
    """What one must know or have."""
    outcomes: tuple[Text, ...] = about((), example=[{"sv": "Läsa en balansräkning."}])
    """What one can do afterwards."""
    minutes: Count | None = about(None, unit="minutes", example=180)
    """How long it takes in all."""
    languages: tuple[Language, ...] = about((), example=["sv"])
    """The languages it is given in."""
    price: Money | None = about(None, example="0 SEK")
    """What it costs the one who takes part."""
    paid_by: Text | None = about(None, example={"sv": "Projektet betalar."})
    """Who pays."""
    steps: tuple[Text, ...] = about((), example=[{"sv": "Beskriv ert behov."}])
    """How a bespoke course comes about, step by step."""
    examples: tuple[Text, ...] = about((), example=[{"sv": "Ledarskap för arbetsledare."}])
    """What others have ordered."""
    isced_f: tuple[IscedField, ...] = about((), example=["0411"])
    """Fields in ISCED-F."""
    industries: tuple[SniLetter, ...] = about((), example=["C"])
    """Industries it is meant for, by section letter in SNI."""
    sni_version: SniVersion = about(SniVersion.SNI_2007, example="2007")
    """The edition of SNI that the letters are from."""
    esco: tuple[Url, ...] = about((), example=["http://data.europa.eu/esco/skill/…"])
    """Skills in ESCO, by address."""
    seqf_level: int | None = about(None, unit="level, 1 to 8", example=4)
    """Level in SeQF, only where it is officially placed."""
    contacts: tuple[Contact, ...] = about((), example=[{"role": "Projektledare"}])
    """Whom to ask."""
    source: Citation | None = about(None, example="lyftkraft-webbsida, Lyftkraft Dalarna")
    """Where it stands."""
    publication: Publication = about(Publication(), example={"status": "published"})
    """Whether readers may see it."""


class InstanceStatus(StrEnum):
    """Whether one can book."""

    PLANNED = "planned"
    OPEN = "open"
    FULL = "full"
    CANCELLED = "cancelled"
    HELD = "held"


class CourseInstance(Part):
    """One time and place a course is given: a row in data/instances/<course>.csv."""

    id: str = about(example="2027-03-falun")
    """Name of the row, so that its address never changes."""
    start: PartialDate = about(example="2027-03-10")
    """First day."""
    end: PartialDate | None = about(None, example="2027-03-11")
    """Last day, where it is another."""
    municipality: PlaceId | None = about(None, example="falun")
    """Where it is given."""
    address: str | None = about(None, example="Kursgården, Storgatan 1")
    """The place's name and street."""
    access: str | None = about(None, example="Hiss och hörslinga finns.")
    """Step-free way in, hearing loop and the like."""
    is_online: bool = about(False, example=False)
    """Whether it is given online."""
    joining: str | None = about(None, example="Länken kommer i bekräftelsen.")
    """How to join online."""
    seats: Count | None = about(None, unit="seats", example=20)
    """How many can take part."""
    last_booking_day: PartialDate | None = about(None, example="2027-03-01")
    """Last day to book."""
    booking_url: Url | None = about(None, example="https://example.org/boka")
    """Where to book."""
    status: InstanceStatus = about(InstanceStatus.PLANNED, example="open")
    """Planned, open, full, cancelled or held."""
    language: Language | None = about(None, example="sv")
    """The language it is given in."""


class Event(Record):
    """A seminar, workshop or network meeting with a date."""

    title: Text = about(example={"sv": "Slutkonferens"})
    """What it is called."""
    summary: Prose | None = about(None, example={"sv": "Vi berättar vad vi lärt oss."})
    """What happens."""
    period: Period = about(example="2027-03-10")
    """When."""
    municipality: PlaceId | None = about(None, example="falun")
    """Where."""
    place: Text | None = about(None, example={"sv": "Dalarna Science Park"})
    """The place's name."""
    joining: Text | None = about(None, example={"sv": "Länken kommer i bekräftelsen."})
    """How to join by video."""
    project: ProjectId | None = about(None, example="dalalyft")
    """The project that holds it."""
    source: Citation | None = about(None, example="dalalyft-blogg, Slutkonferens")
    """Where it stands."""
    publication: Publication = about(Publication(), example={"status": "published"})
    """Whether readers may see it."""


class Recording(Record):
    """A filmed lecture. It needs captions and a transcript, or a reason why it has none."""

    title: Text = about(example={"sv": "Lärande i arbetslivet"})
    """What it is called."""
    url: Url = about(example="https://example.org/film.mp4")
    """Where it is."""
    date: PartialDate = about(example="2010-05-04")
    """When it was recorded."""
    speaker: Text | None = about(None, example={"sv": "en forskare"})
    """Who speaks, by role."""
    minutes: Count | None = about(None, unit="minutes", example=42)
    """How long it is."""
    captions: Url | None = about(None, example="https://example.org/film.vtt")
    """Its captions."""
    transcript: Prose | None = about(None, example={"sv": "Välkomna …"})
    """What is said, in writing."""
    missing_reason: Text | None = about(None, example={"sv": "Filmen är från före 2020."})
    """Why it has no captions or transcript; told in the accessibility statement."""
    project: ProjectId | None = about(None, example="lc-komp")
    """The project it belongs to."""
    publication: Publication = about(Publication(), example={"status": "published"})
    """Whether readers may see it."""


class Resource(Record):
    """A literature tip: a book, report or page worth reading."""

    title: Text = about(example={"sv": "Samverkan som drivkraft"})
    """Its title."""
    author: str | None = about(None, example="Skolverket")
    """Who wrote it."""
    year: int | None = about(None, unit="year", example=2014)
    """When it came out."""
    why: Text = about(example={"sv": "Samlar forskning om samverkan."})
    """Why it is worth reading."""
    audience: tuple[Audience, ...] = about((), example=["projektteam"])
    """Whom it is for."""
    url: Url | None = about(None, example="https://example.org/bok")
    """Where it can be read."""
    isbn: str | None = about(None, example="978-91-000-0000-0")
    """Its ISBN."""
    price: Number | None = about(None, unit="SEK", example=0)
    """What it costs, where it is sold."""
    project: ProjectId | None = about(None, example="lc-komp")
    """The project that recommends it."""
    publication: Publication = about(Publication(), example={"status": "published"})
    """Whether readers may see it."""
