# SPDX-License-Identifier: EUPL-1.2
"""Goals and what came of them: target, denominator, outcome, observations."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from pydantic import GetJsonSchemaHandler, model_validator
from pydantic_core import CoreSchema

from dalamodellen.model.number import Number, Observed
from dalamodellen.model.part import Part, about, also_written
from dalamodellen.model.period import PartialDate, Period
from dalamodellen.model.record import (
    Citation,
    DocumentId,
    Id,
    OrganisationId,
    PartId,
    PlaceId,
    RoleId,
)
from dalamodellen.model.text import Text

ALL_WORDS = frozenset({"all", "alla", "alle", "samtliga"})


class GoalLevel(StrEnum):
    """Whose goal it is."""

    PROJECT = "project"
    ORGANISATION = "organisation"


class Counts(StrEnum):
    """What the goal counts. Goals that count different things are never added."""

    PEOPLE = "people"
    ORGANISATIONS = "organisations"
    COMPANIES = "companies"
    MUNICIPALITIES = "municipalities"
    ACTIVITIES = "activities"
    COURSE_PLACES = "course_places"
    """One for each course that somebody takes: never added to people."""
    NOTHING = "nothing"


class Operator(StrEnum):
    """How an outcome is held against the target."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    EXACTLY = "exactly"


class Unit(StrEnum):
    """Whether a target is a number or a share of its denominator."""

    NUMBER = "number"
    PERCENT = "percent"


class TargetStatus(StrEnum):
    """How settled the target is."""

    PRELIMINARY = "preliminary"
    DECIDED = "decided"
    REVISED = "revised"


class Direction(StrEnum):
    """Whether more or less is better."""

    INCREASE = "increase"
    DECREASE = "decrease"


class Accumulation(StrEnum):
    """Whether an observation holds all so far or only its own period."""

    CUMULATIVE = "cumulative"
    PER_PERIOD = "per_period"


class OutcomeStatus(StrEnum):
    """What became of the goal. "Not stated" is what we say until a source says more."""

    MET = "met"
    PARTLY = "partly"
    MISSED = "missed"
    TOO_EARLY = "too_early"
    NOT_MEASURED = "not_measured"
    NOT_STATED = "not_stated"


class ChartKind(StrEnum):
    """Which chart shows it. Chosen from the shape of the data; the author may choose another."""

    TARGETS = "targets"
    """Target against outcome, one row a goal."""
    PROGRESS = "progress"
    """Over time, towards a target."""
    PARTS = "parts"
    """The parts of a whole: by role, by area, by municipality."""
    SHARE_OF_EACH_SEX = "share_of_each_sex"
    """How large a share of all women, and of all men."""
    SEXES_WITHIN = "sexes_within"
    """How many in a hundred are women, and how many men."""
    SCALE = "scale"
    """Answers from 1 to 5."""
    MONEY = "money"
    """Sums by source."""
    HELD = "held"
    """Planned against held."""
    MATRIX = "matrix"
    """Organisations against goals, in words and symbols."""
    TIME_LINE = "time_line"
    """Projects from a day to a day."""
    PLACES = "places"
    """Municipalities, as a grid of tiles."""


class Aggregation(StrEnum):
    """What may be done with several rows about the same time."""

    SUM = "sum"
    NONE = "none"


class TargetGroup(Part):
    """A group of people or organisations: whom the project is for, or what a share is a share of."""

    id: PartId = about(example="organisationer")
    """Name to refer to within the project."""
    title: Text = about(example={"sv": "deltagande organisationer"})
    """What the group is called."""
    counts: Counts = about(Counts.PEOPLE, example="organisations")
    """What the group consists of."""
    size: Number | None = about(None, unit="members of the group", example=17)
    """How many they are, where a source says so."""
    source: Citation | None = about(None, example="lc-komp-projektbeskrivning, Målgrupper")
    """Where it stands."""
    note: Text | None = about(None, example={"sv": "Storleken framgår inte."})
    """What a reader must know."""


class Target(Part):
    """What was to be reached. The word "all" stands for the whole denominator."""

    value: Number | None = about(None, unit="number, or percent of the denominator", example=13)
    """The number to reach; nothing when the target is everyone, or is not a number."""
    is_all: bool = about(False, example=False)
    """Whether the target is everyone in the denominator ("alla")."""
    operator: Operator = about(Operator.AT_LEAST, example="at_least")
    """At least, at most or exactly."""
    unit: Unit = about(Unit.NUMBER, example="number")
    """A number, or percent of the denominator."""
    status: TargetStatus = about(TargetStatus.DECIDED, example="preliminary")
    """Preliminary, decided or revised."""
    due: PartialDate | None = about(None, example="2014-06-30")
    """When it was to be reached."""

    @model_validator(mode="before")
    @classmethod
    def _from_words(cls, value: Any) -> Any:
        """Read "alla", and plain numbers."""
        if isinstance(value, dict) and str(value.get("value", "")).lower() in ALL_WORDS:
            return {**value, "value": None, "is_all": True}
        if not isinstance(value, str | int):
            return value
        words = str(value).strip().lower()
        if words in ALL_WORDS:
            return {"is_all": True}
        if words.endswith("%"):
            return {"value": words.rstrip("% "), "unit": Unit.PERCENT}
        return {"value": value}

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Tell editors that a number, a share or "alla" is as right."""
        return also_written({"type": ["number", "string"]}, cls, core_schema, handler)


class Outcome(Part):
    """What came of a goal, as far as a source says."""

    status: OutcomeStatus = about(OutcomeStatus.NOT_STATED, example="not_stated")
    """Met, partly, missed, too early, not measured, or not stated in our sources."""
    value: Number | None = about(None, unit="as the target", example=214)
    """The number reached."""
    as_of: PartialDate | None = about(None, example="2014-06-30")
    """The day it was true."""
    source: Citation | None = about(None, example="tre-m-slutrapport, Resultat")
    """Where it stands. Every status but "not stated" and "too early" needs one."""
    said_by: Text | None = about(None, example={"sv": "utvärderaren"})
    """Who says so, by role."""
    note: Text | None = about(None, example={"sv": "Endast de som svarade på enkäten."})
    """What a reader must know."""


class Indicator(Part):
    """One goal: what is counted, for whom, how much, and what came of it."""

    id: PartId = about(example="egenmakt")
    """Name to refer to within the project."""
    title: Text = about(example={"sv": "Deltagare som upplever ökad egenmakt"})
    """The goal in a few plain words."""
    code: str | None = about(None, example="EECO05")
    """Code of a common indicator, only where the project reports it under that code."""
    statement: Text | None = about(None, example={"sv": "75 % av deltagarna upplever …"})
    """The goal in the source's own words."""
    details: tuple[Text, ...] = about((), example=[{"sv": "Kompetens tas till vara."}])
    """The parts of a goal that is not a number."""
    phase: Text | None = about(None, example={"sv": "Genomförandefasen"})
    """The part of the project the goal belongs to."""
    level: GoalLevel = about(GoalLevel.PROJECT, example="project")
    """Whose goal it is: the project's or each organisation's."""
    counts: Counts = about(Counts.NOTHING, example="people")
    """What is counted."""
    target: Target | None = about(None, example={"value": 13})
    """What was to be reached; left out for a goal that is not a number."""
    denominator: Id | None = about(None, example="organisationer")
    """Id of the project's target group that the target is a share or number of."""
    roles: tuple[RoleId, ...] = about((), example=["projektledare"])
    """The roles of the people who count, where the source names them."""
    baseline: Number | None = about(None, unit="as the target", example=0)
    """The value before the project."""
    direction: Direction = about(Direction.INCREASE, example="increase")
    """Whether more or less is better."""
    accumulation: Accumulation = about(Accumulation.CUMULATIVE, example="cumulative")
    """Whether an observation holds all so far or only its own period."""
    aggregation: Aggregation = about(Aggregation.SUM, example="none")
    """Whether rows of different places or roles may be added to a whole."""
    chart: ChartKind | None = about(None, example="sexes_within")
    """The chart that shows it, where the one the data would give is not the best."""
    is_sensitive: bool = about(False, example=True)
    """Whether it is about a group that is easily recognised or harmed: hidden under ten."""
    may_overlap: bool = about(False, example=True)
    """Whether the same person may count in other goals too, so that they are never added."""
    measured_by: Text | None = about(None, example={"sv": "Organisationernas egen uppfattning"})
    """How it is measured."""
    owner: OrganisationId | None = about(None, example="region-dalarna")
    """Who answers for the goal, where a source says so."""
    no_sex_split_reason: Text | None = about(None, example={"sv": "Målet räknar organisationer."})
    """Why persons are not split by sex, where they are not."""
    outcome: Outcome = about(Outcome(), example={"status": "not_stated"})
    """What came of it."""
    source: Citation = about(example="tre-m-projektbanken, Målsättning")
    """Where the goal stands."""
    note: Text | None = about(None, example={"sv": "Målet är preliminärt."})
    """What a reader must know."""


class Observation(Part):
    """One row of a table of results: never about a single person, always a sum."""

    indicator: Id = about(example="egenmakt")
    """Id of the goal it belongs to."""
    period: Period = about(example="2013")
    """When it was true."""
    value: Observed = about(None, unit="as the goal's target", example=214)
    """The number observed, women, men and others together."""
    women: Observed = about(None, unit="persons", example=120)
    """How many of them are women."""
    men: Observed = about(None, unit="persons", example=94)
    """How many of them are men."""
    other: Observed = about(None, unit="persons", example=0)
    """How many of them have another or undisclosed sex."""
    role: RoleId | None = about(None, example="larare")
    """The role of those counted."""
    municipality: PlaceId | None = about(None, example="falun")
    """Where they are."""
    organisation: OrganisationId | None = about(None, example="region-dalarna")
    """The organisation the row is about."""
    n: Observed = about(None, unit="answers", example=180)
    """How many answered, where it is a survey."""
    n_women: Observed = about(None, unit="answers", example=98)
    """How many women answered, or are in the group that the share of women is a share of."""
    n_men: Observed = about(None, unit="answers", example=82)
    """How many men answered, or are in the group that the share of men is a share of."""
    group: str | None = about(None, example="30–49 år")
    """The part of those counted the row is about, where it is neither role nor place."""
    question: str | None = about(None, example="Jag hade nytta av kursen i mitt arbete.")
    """The statement that was answered, where it is a survey with answers from 1 to 5."""
    answers_1: Observed = about(None, unit="answers", example=2)
    """How many answered 1, the lowest."""
    answers_2: Observed = about(None, unit="answers", example=8)
    """How many answered 2."""
    answers_3: Observed = about(None, unit="answers", example=21)
    """How many answered 3."""
    answers_4: Observed = about(None, unit="answers", example=64)
    """How many answered 4."""
    answers_5: Observed = about(None, unit="answers", example=53)
    """How many answered 5, the highest."""
    source: DocumentId | None = about(None, example="tre-m-projektbanken")
    """The document the row comes from."""
    comment: str | None = about(None, example="Tre svar saknas.")
    """What a reader must know."""
