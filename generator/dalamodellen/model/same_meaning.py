# SPDX-License-Identifier: EUPL-1.2
"""Words that a searcher would use for the same thing."""

from __future__ import annotations

from dalamodellen.model.part import Part, about

SYNONYMS_PATH = "data/search/synonyms.yml"
"""A site's own words that mean the same."""


class SameMeaning(Part):
    """Words for one thing; who searches for one of them finds pages that use another."""

    sv: tuple[str, ...] = about((), example=["facket", "fackförbund"])
    """In Swedish."""
    nb: tuple[str, ...] = about((), example=["fagforening"])
    """In Norwegian Bokmål."""
    en: tuple[str, ...] = about((), example=["trade union"])
    """In English."""

    @property
    def words(self) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
        """The words by language: Swedish, Norwegian, English."""
        return self.sv, self.nb, self.en


class SearchWords(Part):
    """What a site adds to the words that the search knows by itself."""

    meanings: tuple[SameMeaning, ...] = about((), example=[{"sv": ["facket", "fackförbund"]}])
    """Words for the same thing, one entry a thing. Acronyms stand with what they are short for."""
