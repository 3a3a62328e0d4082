# SPDX-License-Identifier: EUPL-1.2
"""Programmes that fund projects, and the words a funded project must carry."""

from __future__ import annotations

from dalamodellen.model.part import about
from dalamodellen.model.period import Period
from dalamodellen.model.record import Citation, Country, PublicityId, Record, Url
from dalamodellen.model.text import Prose, Text


class Programme(Record):
    """A programme with money for projects, for some years."""

    title: Text = about(example={"sv": "Europeiska socialfonden 2007–2013"})
    """The programme's name with its years."""
    fund: Text = about(example={"sv": "Europeiska socialfonden"})
    """The fund the money comes from."""
    period: Period = about(example="2007/2013")
    """The programme's years."""
    countries: tuple[Country, ...] = about((), example=["SE"])
    """Where it applies, for a national programme."""
    website: Url | None = about(None, example="https://www.esf.se/")
    """The managing authority's front page."""
    publicity: PublicityId | None = about(None, example="esf-2007-2013")
    """The words its projects carry. Left out where they are not certain: then none are shown."""
    source: Citation | None = about(None, example="tre-m-projektbanken, Programområde")
    """Where the programme is named."""


class Publicity(Record):
    """What must be said about the funder, as text beside any logo."""

    title: Text = about(example={"sv": "ESF 2007–2013"})
    """What the profile is for."""
    period: Period | None = about(None, example="2014/2020")
    """The years of the programmes whose projects carry these words."""
    statement: Text | None = about(None, example={"sv": "Medfinansieras av Europeiska unionen"})
    """The official statement, never reworded; only in languages where its wording was read."""
    ongoing: Text | None = about(None, example={"sv": "Projektet får stöd av fonden."})
    """Plain words in the present tense; shown while the project runs."""
    ended: Text = about(example={"sv": "Projektet fick stöd av Europeiska socialfonden."})
    """Plain words in the past tense; shown when the project has ended."""
    disclaimer: Prose | None = about(None, example={"en": "Views expressed are …"})
    """A sentence the programme demands besides."""
    has_eu_emblem: bool = about(False, example=False)
    """Whether the EU emblem stands beside the statement."""
    sources: tuple[Citation, ...] = about((), example=["esf-synliggor-projektet"])
    """Where the wording of the statement and the disclaimer was read."""
