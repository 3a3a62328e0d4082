# SPDX-License-Identifier: EUPL-1.2
"""A project: what it was for, for whom, with whom, at what cost, and what came of it."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator

from dalamodellen.model.activity import Activity, CourseArea
from dalamodellen.model.four_r import FourR
from dalamodellen.model.indicator import Counts, Indicator, TargetGroup
from dalamodellen.model.money import Money, Phase, Quantity
from dalamodellen.model.number import Number
from dalamodellen.model.organisation import Contact
from dalamodellen.model.part import Part, about
from dalamodellen.model.period import PartialDate, Period
from dalamodellen.model.plan import AccessibilityPlan, GenderEqualityPlan, ProjectStatus
from dalamodellen.model.record import (
    Citation,
    Country,
    DocumentId,
    LessonId,
    OrganisationId,
    PartId,
    PlaceId,
    ProgrammeId,
    Publication,
    Record,
    RoleId,
    TermId,
    ThemeId,
    Url,
)
from dalamodellen.model.text import Prose, Text
from dalamodellen.model.trace import Evaluation, Lineage, Material, Mention, Quotation


def _one_or_more(value: Any) -> Any:
    return value if isinstance(value, list | tuple) else [value]


Quantities = Annotated[
    tuple[Quantity, ...],
    BeforeValidator(_one_or_more, json_schema_input_type=tuple[Quantity, ...] | Quantity),
]
"""One number or several, each from its own phase or source."""


class Funding(Part):
    """The programme, the call and the case, and how sure we are of them."""

    programme: ProgrammeId | None = about(None, example="esf-2007-2013")
    """Id of the programme; left out when no source is certain."""
    area: Text | None = about(None, example={"sv": "Programområde 2 Ökat arbetskraftsutbud"})
    """The part of the programme."""
    phase: Text | None = about(None, example={"sv": "Genomförande"})
    """The project phase the support is for."""
    call: str | None = about(None, example="Kompetensförsörjning – genomförande")
    """The call it answered."""
    case_number: str | None = about(None, example="2020/00319")
    """The funder's case number."""
    region: Text | None = about(None, example={"sv": "Norra Mellansverige"})
    """The region the funder placed it in."""
    granted: Money | None = about(None, example="17 520 617 SEK")
    """Support granted."""
    budget: Money | None = about(None, example="40 941 426 SEK")
    """Total budget."""
    eu_share_percent: Number | None = about(None, unit="percent", example=50)
    """The Union's share, only where a source states it; never worked out."""
    note: Text | None = about(None, example={"sv": "Källan anger en annan region än ägarens."})
    """What a reader must know; neutral."""
    source: Citation | None = about(None, example="tre-m-projektbanken, Programområde")
    """Where it stands."""


class CountOf(Part):
    """How many organisations, municipalities or the like, in which phase."""

    counts: Counts = about(example="municipalities")
    """What is counted."""
    quantity: Quantity = about(example={"value": 23, "phase": "pre_study"})
    """How many."""


class Breakdown(Part):
    """A total and its parts. The parts must add up."""

    title: Text = about(example={"sv": "Deltagare efter verksamhet"})
    """What is broken down."""
    role: RoleId | None = about(None, example="larare")
    """The role, where the part is a role."""
    value: Number = about(unit="persons", example=214)
    """How many in all."""
    women: Number | None = about(None, unit="persons", example=120)
    """How many of them are women."""
    men: Number | None = about(None, unit="persons", example=94)
    """How many of them are men."""
    phase: Phase | None = about(None, example="achieved")
    """Which part of the project's life it belongs to; that of the participants who are as many."""
    parts: tuple[Breakdown, ...] = about((), example=[{"title": "lärare", "value": 86}])
    """What the total consists of; their sum is the total."""
    no_sex_split_reason: Text | None = about(None, example={"sv": "Källan delar inte upp talen."})
    """Why persons are not split by sex, where they are not."""
    source: Citation | None = about(None, example="lc-komp-projektbeskrivning, Målgrupper")
    """Where it stands."""


class SteeringGroup(Part):
    """A steering or reference group."""

    title: Text = about(example={"sv": "Styrgrupp"})
    """What the group is called."""
    description: Text | None = about(None, example={"sv": "Jämn könsfördelning eftersträvas."})
    """What the source says of it."""
    organisations: tuple[OrganisationId, ...] = about((), example=["region-dalarna"])
    """Who sits in it."""
    source: Citation = about(example="tre-m-projektbanken, Jämställdhetsintegrering")
    """Where it stands."""


class TransnationalPartner(Part):
    """A partner, or a country where one was sought, outside Sweden or Norway."""

    country: Country = about(example="BE")
    """The partner's country."""
    organisation: OrganisationId | None = about(None, example="hogskolan-i-gent")
    """The partner, where it is named."""
    place: Text | None = about(None, example={"sv": "Gent"})
    """Where in the country."""
    project: Text | None = about(None, example={"sv": "LeGenD"})
    """The partner's own project."""
    url: Url | None = about(None, example="https://example.org/")
    """The partner's page."""
    archived: Url | None = about(None, example="https://web.archive.org/web/2016/…")
    """An archived copy that somebody has opened."""
    note: Text | None = about(None, example={"sv": "Flera arbetsmöten på plats."})
    """What was done together, or planned."""
    source: Citation = about(example="tre-m-projektbanken, Transnationellt samarbete")
    """Where it stands."""


class Confidence(StrEnum):
    """How well founded a need is."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    NOT_STATED = "not_stated"


class Need(Part):
    """An insight: who needs what, and how anybody knows."""

    id: PartId = about(example="offentlig-upphandling")
    """Name to refer to within the project."""
    who: Text = about(example={"sv": "småföretag"})
    """Who has the need."""
    need: Text = about(example={"sv": "kunna svara på offentliga upphandlingar"})
    """What they need."""
    evidence: Text | None = about(None, example={"sv": "Framkom i behovsanalyser."})
    """What shows it."""
    method: Text | None = about(None, example={"sv": "intervjuer"})
    """How it was found out."""
    n: Number | None = about(None, unit="answers", example=23)
    """How many were asked."""
    date: PartialDate = about(PartialDate(), example="2009-03")
    """When it was found out."""
    confidence: Confidence = about(Confidence.NOT_STATED, example="medium")
    """How well founded it is."""
    lessons: tuple[LessonId, ...] = about((), example=["svara-pa-en-upphandling"])
    """Lessons that answer it."""
    source: Citation = about(example="dalalyft-projektbanken, Bakgrund")
    """Where it stands."""


class Project(Record):
    """One project, from its sources. What no source says is left out."""

    title: Text = about(example={"sv": "Tre-M – matchning, motor, mäklare"})
    """The project's name."""
    short_title: Text | None = about(None, example={"sv": "Tre-M"})
    """The short form of the name, for lists and links."""
    also_called: tuple[str, ...] = about((), example=["3M"])
    """Other names the sources use."""
    summary: Prose = about(example={"sv": "Tre-M ville bygga en regional struktur …"})
    """What it was about, in our own plain words. LIX below the site's limit."""
    background: Prose | None = about(None, example={"sv": "Många stod utan arbete …"})
    """Why it was needed, in our own plain words."""
    purpose: Prose | None = about(None, example={"sv": "Fler skulle komma närmare arbete."})
    """What it was for, in our own plain words."""
    method: Prose | None = about(None, example={"sv": "Seminarier, verkstäder, nätverk."})
    """How it worked, in our own plain words."""
    outcome: Prose | None = about(None, example={"sv": "Närmare 1 700 personer deltog."})
    """What came of it; left out when no source says so."""
    source_words: tuple[Quotation, ...] = about((), example=[{"text": {"nb": "…"}}])
    """Passages in the source's own words and language."""
    status: ProjectStatus = about(ProjectStatus.UNKNOWN, example="ended")
    """Planned, ongoing, ended or unknown."""
    period: Period = about(Period(), example="2012-01-01/2014-06-30")
    """When it ran."""
    period_note: Text | None = about(None, example={"sv": "Årtalen saknas i källan."})
    """What a reader must know about the period."""
    funding: Funding | None = about(None, example={"programme": "esf-2007-2013"})
    """Where the money came from."""
    owner: OrganisationId | None = about(None, example="hedemora-larcentrum")
    """The organisation that owned the project."""
    owner_note: Text | None = about(None, example={"sv": "Ägaren ligger i en annan region."})
    """What a reader must know about the owner; neutral."""
    participants: Quantities = about((), unit="persons", example=1700)
    """How many people took part, or were to."""
    organisations: Quantities = about((), unit="organisations", example=450)
    """How many organisations or firms took part, or were to."""
    counts: tuple[CountOf, ...] = about((), example=[{"counts": "municipalities", "quantity": 22}])
    """Other counts, each with its phase."""
    breakdowns: tuple[Breakdown, ...] = about((), example=[{"title": "Roller", "value": 214}])
    """Totals with their parts."""
    target_groups: tuple[TargetGroup, ...] = about((), example=[{"id": "alla", "title": "alla"}])
    """Whom the project is for, and what shares are shares of."""
    goals: tuple[Indicator, ...] = about((), example=[{"id": "egenmakt", "title": "Egenmakt"}])
    """All goals, in the source's order."""
    goals_note: Prose | None = about(None, example={"sv": "Målen är preliminära."})
    """What a reader must know about the goals as a whole."""
    themes: tuple[ThemeId, ...] = about((), example=["tjansteinnovation"])
    """What the project is about."""
    activities: tuple[Activity, ...] = about((), example=[{"id": "a", "title": "Seminarier"}])
    """What was planned and done."""
    course_areas: tuple[CourseArea, ...] = about((), example=[{"title": "Ledarskap"}])
    """The fields it gave courses in."""
    cofinanciers: tuple[OrganisationId, ...] = about((), example=["falu-kommun"])
    """Who paid together with the funder."""
    partners: tuple[OrganisationId, ...] = about((), example=["region-dalarna"])
    """Who worked together in it."""
    participating_organisations: tuple[OrganisationId, ...] = about((), example=["viadidakt"])
    """Organisations whose staff took part."""
    municipalities: tuple[PlaceId, ...] = about((), example=["falun", "mora"])
    """Municipalities where it worked."""
    counties: tuple[PlaceId, ...] = about((), example=["dalarnas-lan"])
    """Counties where it worked as a whole."""
    office: Text | None = about(None, example={"sv": "Dalarna Science Park, Borlänge"})
    """Where it had its office."""
    transnational: tuple[TransnationalPartner, ...] = about((), example=[{"country": "BE"}])
    """Partners abroad, found or sought."""
    accessibility_plan: AccessibilityPlan | None = about(None, example={"source": "x, y"})
    """How everyone was to be able to take part."""
    gender_equality: GenderEqualityPlan | None = about(None, example={"source": "x, y"})
    """What was to be done for equality between women and men."""
    four_r: FourR | None = about(None, example={"source": "x, y"})
    """The 4R analysis, planned or done."""
    groups: tuple[SteeringGroup, ...] = about((), example=[{"title": "Styrgrupp"}])
    """Steering and reference groups."""
    lineage: tuple[Lineage, ...] = about((), example=[{"relation": "part_of"}])
    """What came before, after, within and around it."""
    needs: tuple[Need, ...] = about((), example=[{"id": "it", "who": "småföretag"}])
    """Needs it found or built on."""
    mentions: tuple[Mention, ...] = about((), example=[{"title": "I riksdagen"}])
    """Where it was noticed or shown."""
    materials: tuple[Material, ...] = about((), example=[{"title": "Dalalyft Story"}])
    """What it left behind."""
    evaluations: tuple[Evaluation, ...] = about((), example=[{"title": "Slutrapport"}])
    """Reports about it, read or not."""
    contacts: tuple[Contact, ...] = about((), example=[{"role": "Projektledare"}])
    """Whom to ask."""
    terms: tuple[TermId, ...] = about((), example=["lar-centrum"])
    """Words in the glossary that help a reader."""
    notes: tuple[Text, ...] = about((), example=[{"sv": "Projektet kallas också 3M."}])
    """What is uncertain, said neutrally."""
    documents: tuple[DocumentId, ...] = about((), example=["tre-m-projektbanken"])
    """All source documents read for this record."""
    website: Url | None = about(None, example="https://example.org/")
    """The project's page, while it is still the project's."""
    sources: dict[str, Citation] = about({}, example={"summary": "tre-m-projektbanken, Syfte"})
    """Field name → where its value stands, for fields that carry no source of their own."""
    publication: Publication = about(Publication(), example={"status": "published"})
    """Whether readers may see it."""
