# SPDX-License-Identifier: EUPL-1.2
"""Organisations that own, pay for or take part in projects, and the roles people have."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from dalamodellen.model.part import Part, about
from dalamodellen.model.period import PartialDate
from dalamodellen.model.place import SniVersion
from dalamodellen.model.record import Citation, Country, Email, PlaceId, Record, SniLetter, Url
from dalamodellen.model.text import Text


class OrganisationKind(StrEnum):
    """What sort of organisation it is."""

    MUNICIPALITY = "municipality"
    MUNICIPAL_UNIT = "municipal_unit"
    MUNICIPAL_ASSOCIATION = "municipal_association"
    REGION = "region"
    AGENCY = "agency"
    BUSINESS_OFFICE = "business_office"
    LEARNING_CENTRE = "learning_centre"
    SCHOOL = "school"
    UNIVERSITY = "university"
    COMPANY = "company"
    ASSOCIATION = "association"
    FUNDER = "funder"
    OTHER = "other"


class Organisation(Record):
    """One organisation. It has one page with all its projects, whatever its part in them."""

    title: Text = about(example={"sv": "Hedemora Lärcentrum"})
    """Its name, as the sources write it."""
    short_name: str | None = about(None, example="VBU")
    """Its abbreviation."""
    kind: OrganisationKind = about(OrganisationKind.OTHER, example="learning_centre")
    """What sort of organisation it is."""
    municipality: PlaceId | None = about(None, example="hedemora")
    """Where it belongs. Left out when no source says so; it is never guessed."""
    county: PlaceId | None = about(None, example="dalarnas-lan")
    """The county it belongs to, where it is not in one municipality."""
    country: Country = about(Country.SE, example="SE")
    """The country it belongs to."""
    members: tuple[PlaceId, ...] = about((), example=["katrineholm", "vingaker"])
    """The municipalities that form it, for an organisation they own together."""
    industry: SniLetter | None = about(None, example="P")
    """Its section letter in SNI."""
    sni_version: SniVersion = about(SniVersion.SNI_2007, example="2007")
    """The edition of SNI that the letter is from."""
    website: Url | None = about(None, example="https://www.regiondalarna.se/")
    """Its front page."""
    also_called: tuple[str, ...] = about((), example=["Norra Västmanlands utbildningsförbund"])
    """Other names the sources use."""
    publish_individual: bool = about(False, example=True)
    """Whether it has agreed that its own results are shown under its name."""
    own_words: Text | None = about(None, example={"sv": "Vi började sent, i mars."})
    """What it wants to say about its results itself."""
    note: Text | None = about(None, example={"sv": "Kommunen framgår inte av källan."})
    """What a reader must know; neutral."""
    source: Citation | None = about(None, example="tre-m-projektbanken, Samarbetspartners")
    """Where the organisation is named."""

    @property
    def is_business_office(self) -> bool:
        """Whether it is a municipality's office for those who run or start a business."""
        return self.kind is OrganisationKind.BUSINESS_OFFICE


class Role(Record):
    """A role people have at work, as results are split by it."""

    title: Text = about(example={"sv": "studie- och yrkesvägledare"})
    """The role's name, in the plural where it is a group."""


class Contact(Part):
    """How to reach someone. A person's name stands only until the day it says."""

    role: Text = about(example={"sv": "Projektledare"})
    """The role; all that is shown after `publish_until`."""
    name: str | None = about(None, example="Förnamn Efternamn")
    """The person's name, only with `publish_until`."""
    email: Email | None = about(None, example="projekt@example.org")
    """An address of the role, not of the person."""
    website: Url | None = about(None, example="https://example.org/kontakt")
    """A contact page."""
    publish_until: PartialDate | None = about(None, example="2027-06-30")
    """Last day the person's name is shown."""
    source: Citation | None = about(None, example="tre-m-projektbanken, Kontaktperson")
    """Where the contact stands."""

    def is_named_on(self, day: date) -> bool:
        """Whether the person's name may be shown on a day; after it only the role is."""
        last = self.publish_until.last_day if self.publish_until else None
        return bool(self.name and last and last >= day)
