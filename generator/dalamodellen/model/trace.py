# SPDX-License-Identifier: EUPL-1.2
"""What ties a project to the world: lineage, mentions, materials, reports, quotations."""

from __future__ import annotations

from enum import StrEnum

from dalamodellen.model.money import Money
from dalamodellen.model.part import Part, about
from dalamodellen.model.period import PartialDate, Period
from dalamodellen.model.record import Citation, Country, DocumentId, OrganisationId, ProjectId, Url
from dalamodellen.model.text import Prose, Text


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


class Quotation(Part):
    """A passage in a source's own words."""

    text: Prose = about(example={"nb": "Vi håper vi med dette kompetanseprosjektet …"})
    """The words, in the language they were written in."""
    said_by: Text | None = about(None, example={"nb": "næringssjefen"})
    """Who said them, by role."""
    source: Citation = about(example="lillehammer-nyhet")
    """Where they stand."""
