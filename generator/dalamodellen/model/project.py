# SPDX-License-Identifier: EUPL-1.2
"""A project: what it was for, for whom, with whom, at what cost, and what came of it."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator

from dalamodellen.model.indicator import Counts, Indicator, TargetGroup
from dalamodellen.model.money import Money, Quantity
from dalamodellen.model.organisation import Contact
from dalamodellen.model.part import Part, about
from dalamodellen.model.period import PartialDate, Period
from dalamodellen.model.record import (
    Citation,
    Country,
    DocumentId,
    Id,
    IscedField,
    LessonId,
    OrganisationId,
    PlaceId,
    ProgrammeId,
    ProjectId,
    Publication,
    Record,
    RoleId,
    SupportKindId,
    TermId,
    ThemeId,
    TopicId,
    Url,
)
from dalamodellen.model.text import Prose, Text


def _one_or_more(value: Any) -> Any:
    return value if isinstance(value, list | tuple) else [value]


Quantities = Annotated[tuple[Quantity, ...], BeforeValidator(_one_or_more)]
"""One number or several, each from its own phase or source."""


class ProjectStatus(StrEnum):
    """Where the project is in its life."""

    PLANNED = "planned"
    ONGOING = "ongoing"
    ENDED = "ended"
    UNKNOWN = "unknown"


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
    eu_share_percent: Decimal | None = about(None, unit="percent", example=50)
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
    value: Decimal = about(unit="persons", example=214)
    """How many in all."""
    women: Decimal | None = about(None, unit="persons", example=120)
    """How many of them are women."""
    men: Decimal | None = about(None, unit="persons", example=94)
    """How many of them are men."""
    parts: tuple[Breakdown, ...] = about((), example=[{"title": "lärare", "value": 86}])
    """What the total consists of; their sum is the total."""
    no_sex_split_reason: Text | None = about(None, example={"sv": "Källan delar inte upp talen."})
    """Why persons are not split by sex, where they are not."""
    source: Citation | None = about(None, example="lc-komp-projektbeskrivning, Målgrupper")
    """Where it stands."""


class ActivityKind(StrEnum):
    """What sort of activity it is."""

    SEMINAR = "seminar"
    WORKSHOP = "workshop"
    NETWORK = "network"
    LOCAL_DEVELOPMENT = "local_development"
    PROCESS_SUPPORT = "process_support"
    COURSE = "course"
    STUDY_VISIT = "study_visit"
    PLATFORM = "platform"
    ANALYSIS = "analysis"
    SPREADING = "spreading"
    OTHER = "other"


class Activity(Part):
    """Something the project planned or did."""

    id: Id = about(example="seminarieserie")
    """Name to refer to within the project."""
    title: Text = about(example={"sv": "Seminarieserie"})
    """What it is called."""
    kind: ActivityKind = about(ActivityKind.OTHER, example="seminar")
    """What sort of activity it is."""
    description: Prose | None = about(None, example={"sv": "Gemensamma seminarier på åtta teman."})
    """What happens in it."""
    planned: Quantity | None = about(None, unit="occasions", example=20)
    """How many were planned."""
    held: Quantity | None = about(None, unit="occasions", example=18)
    """How many were held; left out when no source says so."""
    themes: tuple[ThemeId, ...] = about((), example=["omvarldsforandringar"])
    """What it is about."""
    support: tuple[SupportKindId, ...] = about((), example=["mentorskap"])
    """The kinds of process support in it."""
    source: Citation = about(example="lc-komp-projektbeskrivning, Seminarieserie")
    """Where it stands."""


class CourseArea(Part):
    """A field the project gave courses in."""

    title: Text = about(example={"sv": "Företagsekonomi"})
    """The field's name."""
    topic: TopicId | None = about(None, example="ekonomi-och-affarer")
    """The topic with lessons on it."""
    isced_f: IscedField | None = about(None, example="0411")
    """The field's code in ISCED-F."""
    participants: Quantity | None = about(None, unit="persons", example=120)
    """How many took part, where a source says so."""
    source: Citation | None = about(None, example="dalalyft-projektbanken, Sammanfattning")
    """Where it stands."""


class Measure(Part):
    """Something to be done, and whether it was."""

    text: Text = about(example={"sv": "Utbilda styrgruppen i tillgänglighet."})
    """What is to be done."""
    status: ProjectStatus = about(ProjectStatus.PLANNED, example="planned")
    """Planned, ongoing, ended (done) or unknown."""
    date: PartialDate | None = about(None, example="2012-03")
    """When, where a source says so."""
    source: Citation | None = about(None, example="tre-m-projektbanken, Tillgänglighet")
    """Where it stands, when it is not the plan's own source."""


class AccessibilityPlan(Part):
    """The plan in its four parts. A part without measures is shown as empty."""

    summary: Prose | None = about(None, example={"sv": "Alla ska kunna delta på lika villkor."})
    """The plan in plain words."""
    physical: tuple[Measure, ...] = about((), example=[{"text": "Tillgängliga lokaler."}])
    """Premises that everyone can reach and use."""
    activity: tuple[Measure, ...] = about((), example=[{"text": "Utbilda arbetsgivare."}])
    """How people meet each other: attitude, knowledge."""
    communicative: tuple[Measure, ...] = about((), example=[{"text": "Hörslinga."}])
    """Hearing and taking part in conversations."""
    informative: tuple[Measure, ...] = about((), example=[{"text": "Material i flera format."}])
    """Information everyone can take in."""
    general: tuple[Measure, ...] = about((), example=[{"text": "Utvärderaren följer arbetet."}])
    """Measures that belong to all four parts."""
    source: Citation = about(example="tre-m-projektbanken, Tillgänglighet")
    """Where the plan stands."""


class GenderEqualityPlan(Part):
    """What the project meant to do for equality between women and men."""

    summary: Prose | None = about(None, example={"sv": "Jämn könsfördelning eftersträvas."})
    """The plan in plain words."""
    measures: tuple[Measure, ...] = about((), example=[{"text": "Könsuppdelad statistik."}])
    """What was to be done."""
    source: Citation = about(example="tre-m-projektbanken, Jämställdhetsintegrering")
    """Where the plan stands."""


class FourR(Part):
    """The 4R analysis: who, with what resources, on what terms, and what is done about it."""

    status: ProjectStatus = about(ProjectStatus.PLANNED, example="planned")
    """Planned, ongoing, ended (done) or unknown."""
    representation: Prose | None = about(None, example={"sv": "Könsfördelning bland aktörer."})
    """R1: how many women and men at every level."""
    resources: Prose | None = about(None, example={"sv": "Hur resurserna fördelas."})
    """R2: how time and money are shared."""
    realia: Prose | None = about(None, example={"sv": "Varför ser det ut så?"})
    """R3: who gets what on what terms, and why."""
    realisation: Prose | None = about(None, example={"sv": "Nya mål och åtgärder."})
    """R4: new goals and measures."""
    source: Citation = about(example="tre-m-projektbanken, Jämställdhetsintegrering")
    """Where it stands."""


class LineageRelation(StrEnum):
    """How this project is related to another."""

    PREDECESSOR = "predecessor"
    SUCCESSOR = "successor"
    PART_OF = "part_of"
    HAS_PART = "has_part"
    LEADS_TO = "leads_to"
    LEARNS_FROM = "learns_from"


class Lineage(Part):
    """One tie to another project, before, after, within or beside this one."""

    relation: LineageRelation = about(example="predecessor")
    """How the other project is related to this one."""
    project: ProjectId | None = about(None, example="dalalyft")
    """The other project, where it has a record here."""
    title: Text | None = about(None, example={"sv": "Förprojektering"})
    """The other project's name, where it has no record here."""
    period: Period | None = about(None, example="2009-01/2009-03")
    """When the other project ran."""
    granted: Money | None = about(None, example="745 925 SEK")
    """Its support, where a source says so."""
    organisation: OrganisationId | None = about(None, example="apel")
    """Who carried it out."""
    note: Text | None = about(None, example={"sv": "Samlade behov i 23 kommuner."})
    """What a reader must know."""
    source: Citation = about(example="lc-komp-projektbeskrivning, Bakgrund")
    """Where it stands."""


class MentionKind(StrEnum):
    """Where the project was noticed or shown."""

    PARLIAMENT = "parliament"
    PRESS = "press"
    PRESENTATION = "presentation"
    MEETING = "meeting"
    WEB = "web"


class Mention(Part):
    """A place where the project was mentioned or presented."""

    title: Text = about(example={"sv": "Uppmärksammades i Sveriges riksdag"})
    """What happened."""
    kind: MentionKind = about(example="parliament")
    """Where it was noticed."""
    date: PartialDate = about(PartialDate(), example="2012")
    """When; left out when no source says so."""
    place: Text | None = about(None, example={"sv": "Stockholm"})
    """Where."""
    country: Country | None = about(None, example="PL")
    """In which country."""
    url: Url | None = about(None, example="https://example.org/artikel")
    """Its address, when it works."""
    archived: Url | None = about(None, example="https://web.archive.org/web/2016/…")
    """An archived copy that somebody has opened."""
    source: Citation = about(example="dalalyft-blogg, Detta var ESF-projektet Dalalyft")
    """Where it stands."""


class MaterialKind(StrEnum):
    """What sort of material the project left behind."""

    FILM = "film"
    PRESENTATION = "presentation"
    BLOG = "blog"
    WEBSITE = "website"
    DOCUMENT = "document"


class Material(Part):
    """Something the project made: a film, a presentation, a blog."""

    title: Text = about(example={"sv": "Dalalyft Story"})
    """Its name."""
    kind: MaterialKind = about(example="presentation")
    """What sort of material it is."""
    url: Url | None = about(None, example="https://example.org/film")
    """Its address, only while it leads to the material."""
    archived: Url | None = about(None, example="https://web.archive.org/web/2016/…")
    """An archived copy that somebody has opened."""
    note: Text | None = about(None, example={"sv": "Adressen leder i dag någon annanstans."})
    """What a reader must know."""
    source: Citation = about(example="dalalyft-blogg, Dalalyft Story")
    """Where it stands."""


class Evaluation(Part):
    """A report about the project, and whether we have read it."""

    title: Text = about(example={"sv": "Rapport från lärande utvärdering"})
    """The report's title."""
    by: Text | None = about(None, example={"sv": "en extern utvärderare"})
    """Who made it: an organisation or a role."""
    date: PartialDate = about(PartialDate(), example="2011-09-15")
    """When it was finished."""
    is_read: bool = about(False, example=False)
    """Whether its results are in this record."""
    document: DocumentId | None = about(None, example="lc-komp-utvardering")
    """The report as a source document, when it is read."""
    note: Text | None = about(None, example={"sv": "Rapporten finns men är inte läst här."})
    """What a reader must know."""
    source: Citation = about(example="lc-komp-projektbeskrivning, Läs mer")
    """Where the report is named."""


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

    id: Id = about(example="offentlig-upphandling")
    """Name to refer to within the project."""
    who: Text = about(example={"sv": "småföretag"})
    """Who has the need."""
    need: Text = about(example={"sv": "kunna svara på offentliga upphandlingar"})
    """What they need."""
    evidence: Text | None = about(None, example={"sv": "Framkom i behovsanalyser."})
    """What shows it."""
    method: Text | None = about(None, example={"sv": "intervjuer"})
    """How it was found out."""
    n: Decimal | None = about(None, unit="answers", example=23)
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
    goals_note: Text | None = about(None, example={"sv": "Målen är preliminära."})
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


class Quotation(Part):
    """A passage in a source's own words."""

    text: Prose = about(example={"nb": "Vi håper vi med dette kompetanseprosjektet …"})
    """The words, in the language they were written in."""
    said_by: Text | None = about(None, example={"nb": "næringssjefen"})
    """Who said them, by role."""
    source: Citation = about(example="lillehammer-nyhet")
    """Where they stand."""


Project.model_rebuild()
