# SPDX-License-Identifier: EUPL-1.2
"""The 4R analysis: who is where, who gets what, why it is so, and what is done about it."""

from __future__ import annotations

from enum import StrEnum

from dalamodellen.model.money import Currency
from dalamodellen.model.number import Number
from dalamodellen.model.part import Part, about
from dalamodellen.model.period import PartialDate
from dalamodellen.model.plan import ProjectStatus
from dalamodellen.model.record import Citation, OrganisationId, PartId
from dalamodellen.model.text import Prose, Text


class Level(Part):
    """A level where people decide, work or take part, and how many women and men are there."""

    id: PartId = about(example="styrgrupp")
    """Name to refer to within the analysis."""
    title: Text = about(example={"sv": "Styrgrupp"})
    """What the level is called."""
    goal: PartId | None = about(None, example="gatt-kurs")
    """The goal whose newest numbers are this level's, instead of numbers here."""
    women: Number | None = about(None, unit="persons", example=4)
    """How many women."""
    men: Number | None = about(None, unit="persons", example=3)
    """How many men."""
    other: Number | None = about(None, unit="persons", example=0)
    """How many of another sex, or whose sex is not known."""
    as_of: PartialDate | None = about(None, example="2025-06-30")
    """The day it was true."""
    note: Text | None = about(None, example={"sv": "Närvarolistan saknas."})
    """What a reader must know; why there are no numbers, where there are none."""
    source: Citation | None = about(None, example="tre-m-projektbanken, Styrgrupp")
    """Where the numbers stand."""


class ResourceUnit(StrEnum):
    """What a resource is measured in."""

    PLACES = "places"
    HOURS = "hours"
    MONEY = "money"
    PERCENT = "percent"


class SharedResource(Part):
    """A resource and how it was shared between women and men."""

    title: Text = about(example={"sv": "Kurstimmar"})
    """What was shared."""
    level: PartId = about(example="deltagare")
    """Id of the level that shared it; the shares are held against its women and men."""
    unit: ResourceUnit = about(example="hours")
    """Places, hours, money or percent of the resource."""
    currency: Currency | None = about(None, example="SEK")
    """What money is in."""
    women: Number | None = about(None, unit="as unit says", example=1240)
    """What women got."""
    men: Number | None = about(None, unit="as unit says", example=2010)
    """What men got."""
    other: Number | None = about(None, unit="as unit says", example=0)
    """What people of another or unknown sex got."""
    note: Text | None = about(None, example={"sv": "Restiden är inte med."})
    """What a reader must know; why there are no numbers, where there are none."""
    source: Citation | None = about(None, example="tre-m-projektbanken, Kurser")
    """Where it stands."""


class EqualityAction(Part):
    """Something to be done because of the analysis, and the goals it is to change."""

    text: Text = about(example={"sv": "Hälften av kurserna hålls på dagtid."})
    """What is to be done."""
    goals: tuple[PartId, ...] = about((), example=["gatt-kurs"])
    """Ids of the goals whose numbers it is to change; without any nobody can see whether it helps."""
    owner: OrganisationId | None = about(None, example="region-dalarna")
    """Who answers for it."""
    status: ProjectStatus = about(ProjectStatus.PLANNED, example="planned")
    """Planned, ongoing, ended (done) or unknown."""
    date: PartialDate | None = about(None, example="2025-01")
    """When it is to be done, or was."""
    source: Citation | None = about(None, example="tre-m-projektbanken, Jämställdhetsintegrering")
    """Where it stands, when it is not the analysis's own source."""


class FourR(Part):
    """The 4R analysis: who, with what resources, on what terms, and what is done about it."""

    status: ProjectStatus = about(ProjectStatus.PLANNED, example="planned")
    """Planned, ongoing, ended (done) or unknown."""
    representation: Prose | None = about(None, example={"sv": "Könsfördelning bland aktörer."})
    """R1: how many women and men at every level."""
    levels: tuple[Level, ...] = about((), example=[{"id": "styrgrupp", "title": "Styrgrupp"}])
    """R1 in numbers, a level at a time."""
    resources: Prose | None = about(None, example={"sv": "Hur resurserna fördelas."})
    """R2: how time and money are shared."""
    shared: tuple[SharedResource, ...] = about((), example=[{"title": "Timmar", "unit": "hours"}])
    """R2 in numbers: what women and men got of each resource."""
    realia: Prose | None = about(None, example={"sv": "Varför ser det ut så?"})
    """R3: who gets what on what terms, and why."""
    realisation: Prose | None = about(None, example={"sv": "Nya mål och åtgärder."})
    """R4: new goals and measures."""
    actions: tuple[EqualityAction, ...] = about((), example=[{"text": "Kurser på dagtid."}])
    """R4 action by action, with the goals each is to change."""
    source: Citation = about(example="tre-m-projektbanken, Jämställdhetsintegrering")
    """Where it stands."""
