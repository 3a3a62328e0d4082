# SPDX-License-Identifier: EUPL-1.2
"""Courses (what), course instances (when and where), events, films and literature."""

from __future__ import annotations

from enum import StrEnum

from dalamodellen.model.clock import ClockTime, TimeZone
from dalamodellen.model.lesson import Audience, Level
from dalamodellen.model.money import Money
from dalamodellen.model.number import Count, Number
from dalamodellen.model.organisation import Contact
from dalamodellen.model.part import Part, about
from dalamodellen.model.period import PartialDate, Period
from dalamodellen.model.place import SniVersion
from dalamodellen.model.record import (
    Citation,
    CourseId,
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
from dalamodellen.model.recurrence import Days, Repeats
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
    hours: Number | None = about(None, unit="hours", example=6)
    """How long it takes in all, where it is told in hours."""
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
    interest: Contact | None = about(None, example={"role": "Kurssamordnaren"})
    """Who tells those who ask when the course comes; the first contact where it is left out."""
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
    """One time and place a course is given: a row in data/instances/<course or project>.csv."""

    id: str = about(example="2027-03-falun")
    """Name of the row, so that its address never changes."""
    course: CourseId | None = about(None, example="rakna-pa-jobbet")
    """The course, in a table with the courses of a project."""
    start: PartialDate = about(example="2027-03-10")
    """First day; of a series, the first time."""
    end: PartialDate | None = about(None, example="2027-03-11")
    """Last day, where it is another; of a series, that of the first time."""
    start_time: ClockTime | None = about(None, example="18:00")
    """When it begins on the first day, where it takes place."""
    end_time: ClockTime | None = about(None, example="20:30")
    """When it ends on the last day, where it takes place."""
    time_zone: TimeZone | None = about(None, example="Europe/Oslo")
    """The time zone of its times; that of the municipality's country where it is left out."""
    repeats: Repeats | None = about(None, example="weekly")
    """How often it comes again, in a word or as a rule of iCalendar; a row for each day is made."""
    until: PartialDate | None = about(None, example="2027-05-26")
    """Last day that it may come again on."""
    times: Count | None = about(None, unit="times", example=8)
    """How many times it comes, instead of until."""
    except_days: Days = about((), example="2027-03-31 2027-04-07")
    """Days that it does not come, with spaces between them."""
    days_from_today: int | None = about(None, unit="days", example=30)
    """Only in a demonstration site: days from the day of the build to the start, instead of start."""
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
    book_days_before: Count | None = about(None, unit="days", example=7)
    """How many days before the start one can book at the latest, instead of last_booking_day."""
    booking_url: Url | None = about(None, example="https://example.org/boka")
    """Where to book."""
    price: Money | None = about(None, example="0 SEK")
    """What it costs, where it differs from what the course says."""
    status: InstanceStatus = about(InstanceStatus.PLANNED, example="open")
    """Planned, open, full, cancelled or held."""
    cancelled_on: PartialDate | None = about(None, example="2027-03-01")
    """The day it was cancelled."""
    revision: Count = about(0, unit="changes", example=1)
    """How many times a published time or place has been changed; calendars need it."""
    language: Language | None = about(None, example="sv")
    """The language it is given in."""


class EventKind(StrEnum):
    """What sort of event it is."""

    SEMINAR = "seminar"
    WORKSHOP = "workshop"
    NETWORK_MEETING = "network_meeting"
    CONFERENCE = "conference"
    OTHER = "other"


class Event(Record):
    """A seminar, workshop or network meeting with a date."""

    title: Text = about(example={"sv": "Slutkonferens"})
    """What it is called."""
    kind: EventKind = about(EventKind.OTHER, example="seminar")
    """Seminar, workshop, network_meeting, conference or other."""
    summary: Prose | None = about(None, example={"sv": "Vi berättar vad vi lärt oss."})
    """What happens."""
    period: Period = about(example="2027-03-10")
    """When; of a series, the first time."""
    start_time: ClockTime | None = about(None, example="13:00")
    """When it begins on the first day, where it takes place."""
    end_time: ClockTime | None = about(None, example="16:00")
    """When it ends on the last day, where it takes place."""
    time_zone: TimeZone | None = about(None, example="Europe/Oslo")
    """The time zone of its times; that of the municipality's country where it is left out."""
    repeats: Repeats | None = about(None, example="monthly")
    """How often it comes again, in a word or as a rule of iCalendar."""
    until: PartialDate | None = about(None, example="2027-12-01")
    """Last day that it may come again on."""
    times: Count | None = about(None, unit="times", example=6)
    """How many times it comes, instead of until."""
    except_days: Days = about((), example=["2027-07-07"])
    """Days that it does not come."""
    cancelled_days: Days = about((), example=["2027-05-05"])
    """Days of a series that are cancelled, and still stand in the calendar as that."""
    days_from_today: int | None = about(None, unit="days", example=30)
    """Only in a demonstration site: days from the day of the build to the event, instead of period."""
    municipality: PlaceId | None = about(None, example="falun")
    """Where."""
    place: Text | None = about(None, example={"sv": "Dalarna Science Park"})
    """The place's name."""
    access: Text | None = about(None, example={"sv": "Hiss och hörslinga finns."})
    """Step-free way in, hearing loop and the like."""
    is_online: bool = about(False, example=False)
    """Whether one can take part by video."""
    joining: Text | None = about(None, example={"sv": "Länken kommer i bekräftelsen."})
    """How to join by video."""
    audience: tuple[Audience, ...] = about((), example=["smaforetag"])
    """Whom it is for."""
    topic: TopicId | None = about(None, example="ekonomi-och-affarer")
    """The topic it belongs to."""
    languages: tuple[Language, ...] = about((), example=["sv"])
    """The languages it is held in."""
    seats: Count | None = about(None, unit="seats", example=40)
    """How many can take part."""
    price: Money | None = about(None, example="0 SEK")
    """What it costs the one who takes part."""
    last_booking_day: PartialDate | None = about(None, example="2027-03-01")
    """Last day to book."""
    booking_url: Url | None = about(None, example="https://example.org/boka")
    """Where to book."""
    status: InstanceStatus = about(InstanceStatus.PLANNED, example="open")
    """Planned, open, full, cancelled or held."""
    cancelled_on: PartialDate | None = about(None, example="2027-03-01")
    """The day it was cancelled."""
    revision: Count = about(0, unit="changes", example=1)
    """How many times a published time or place has been changed; calendars need it."""
    project: ProjectId | None = about(None, example="dalalyft")
    """The project that holds it."""
    contacts: tuple[Contact, ...] = about((), example=[{"role": "Projektledare"}])
    """Whom to ask."""
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
