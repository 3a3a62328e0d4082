# SPDX-License-Identifier: EUPL-1.2
"""Reads the official lists shipped with the package: places, industries, fields of education."""

from __future__ import annotations

import csv
from functools import cache
from importlib import resources

from dalamodellen.model.common_indicator import CommonIndicator
from dalamodellen.model.place import EducationField, Industry, Place
from dalamodellen.model.site import Codes


@cache
def read_codes() -> Codes:
    """Give the official codes, by id. The tables and their sources are in `codes/`."""
    industries: dict[str, Industry] = {}
    for row in _rows("sni.csv"):
        # The newest edition comes last and wins; a letter it lacks keeps the older meaning.
        industry = Industry.model_validate(row)
        industries[f"{industry.version}-{industry.letter}"] = industry
        industries[industry.letter] = industry
    return Codes(
        places=_places(),
        place_aliases={row["alias"]: row["id"] for row in _rows("place_aliases.csv")},
        industries=industries,
        education_fields={
            row["code"]: EducationField.model_validate(row) for row in _rows("isced_f.csv")
        },
        regions=_regions(),
        indicator_years={
            row["prefix"]: (int(row["first_year"]), int(row["last_year"]))
            for row in _rows("indicator_codes.csv")
        },
        indicators={row["code"]: _indicator(row) for row in _rows("common_indicators.csv")},
    )


def _places() -> dict[str, Place]:
    websites = {row["id"]: row["website"] for row in _rows("municipality_websites.csv")}
    return {
        row["id"]: Place.model_validate({**row, "website": websites.get(row["id"])})
        for row in _rows("places.csv")
    }


def _indicator(row: dict[str, str]) -> CommonIndicator:
    titles = tuple((language, row[f"title_{language}"]) for language in ("sv", "nb", "en"))
    years = int(row["first_year"]), int(row["last_year"])
    return CommonIndicator(row["code"], *years, titles, row["source"])


def _regions() -> dict[str, frozenset[str]]:
    counties: dict[str, set[str]] = {}
    for row in _rows("regions.csv"):
        counties.setdefault(row["region"].casefold(), set()).add(row["county_code"])
    return {region: frozenset(codes) for region, codes in counties.items()}


def _rows(name: str) -> list[dict[str, str]]:
    text = resources.files(__package__).joinpath("codes", name).read_text("utf-8")
    return list(csv.DictReader(text.splitlines()))
