# SPDX-License-Identifier: EUPL-1.2
"""Places with official codes, branches of industry and fields of education."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from pydantic import GetJsonSchemaHandler
from pydantic_core import CoreSchema

from dalamodellen.model.part import Part, about
from dalamodellen.model.record import Country, Id

PLACES_PATH = "data/places.csv"
"""The made-up places of a demonstration site; it knows no real ones."""


class PlaceKind(StrEnum):
    """What sort of place a code stands for."""

    MUNICIPALITY = "municipality"
    COUNTY = "county"


class Place(Part):
    """A municipality or county, from the official lists; in a demonstration site, a made-up one."""

    id: Id = about(example="malung-salen")
    """The name in an address: small letters, no dots over letters."""
    name: str = about(example="Malung-Sälen")
    """The official name."""
    kind: PlaceKind = about(example="municipality")
    """Municipality or county."""
    country: Country = about(example="SE")
    """The country's ISO code."""
    code: str = about(example="2023")
    """The official code, as text because it may begin with zero."""
    county_code: str = about(example="20")
    """The official code of the county it lies in."""
    county_name: str = about(example="Dalarnas län")
    """The official name of the county it lies in."""
    website: str | None = about(None, example="https://www.malung-salen.se/")
    """The municipality's front page, where two sources agree on it; never guessed."""


class SniVersion(StrEnum):
    """An edition of the Swedish industrial classification; letters from J mean other things."""

    SNI_2007 = "2007"
    SNI_2025 = "2025"

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Tell editors that the year is as right without quotation marks."""
        del core_schema, handler
        years = [edition.value for edition in cls]
        description = (cls.__doc__ or "").strip()
        return {
            "enum": [*years, *map(int, years)],
            "title": cls.__name__,
            "description": description,
        }


class Industry(Part):
    """A section of the Swedish industrial classification (SNI), the same as NACE's."""

    version: SniVersion = about(example="2007")
    """Which edition of the classification."""
    letter: str = about(example="C")
    """The section's letter."""
    title_sv: str = about(example="Tillverkning")
    """The section's Swedish title."""
    title_en: str = about(example="Manufacturing")
    """The section's English title."""


class EducationField(Part):
    """A field of education and training in ISCED-F 2013."""

    code: str = about(example="0414")
    """Two, three or four digits, as text because it may begin with zero."""
    title_en: str = about(example="Marketing and advertising")
    """The official English title."""
