# SPDX-License-Identifier: EUPL-1.2
"""Indicators that a whole fund shares, by the code it has given them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class CommonIndicator:
    """One indicator of a fund's list, as a source that was read has it."""

    code: str
    """The fund's code. Example: EECO05"""
    first_year: int
    """First year of the programmes it is for."""
    last_year: int
    """Last year of the programmes it is for."""
    titles: tuple[tuple[str, str], ...]
    """Its title in each language, by the language's code."""
    source: str
    """Where the code and its title were read."""

    def title(self, language: str) -> str:
        """Give its title in a language."""
        return dict(self.titles)[language]
