# SPDX-License-Identifier: EUPL-1.2
"""A total and its parts as a table, with what a reader must know below it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dalamodellen.model.number import is_hidden
from dalamodellen.model.project import Breakdown
from dalamodellen.model.site import RecordKey
from dalamodellen.model.text import Text
from dalamodellen.outputs.pages.page import Page


@dataclass(frozen=True)
class BreakdownTable:
    """One table, ready to print."""

    number: int
    """Which of the page's tables, from 1."""
    title: Text
    rows: list[tuple[int, Breakdown]]
    """The total and all its parts, each with its depth."""
    has_sexes: bool
    """Whether women and men have columns of their own."""
    has_gaps: bool
    """Whether a row lacks one of them."""
    has_hidden: bool
    """Whether a number is hidden so that nobody can be recognised."""
    reason: Text | None
    """Why persons are not split by sex, where they are not."""
    source: str


def breakdown_tables(
    page: Page, key: RecordKey, breakdowns: Sequence[Breakdown], *loc: str | int
) -> list[BreakdownTable]:
    """Make a table of each total.

    Args:
        page: The page they stand on.
        key: The record they are told in.
        breakdowns: The totals with their parts.
        *loc: The way to the list of them in the record.
    """
    tables = []
    for position, breakdown in enumerate(breakdowns):
        rows = rows_of(breakdown)
        cited = breakdown.source
        tables.append(
            BreakdownTable(
                position + 1,
                breakdown.title,
                rows,
                has_sexes=any(row.women is not None for _, row in rows),
                has_gaps=any(row.women is None or row.men is None for _, row in rows),
                has_hidden=any(
                    is_hidden(number)
                    for _, row in rows
                    for number in (row.value, row.women, row.men)
                ),
                reason=breakdown.no_sex_split_reason,
                source=page.source(key, cited, *loc, position) if cited else "",
            )
        )
    return tables


def rows_of(breakdown: Breakdown, depth: int = 0) -> list[tuple[int, Breakdown]]:
    """List a total and all its parts, each with its depth, the way a table shows them."""
    rows = [(depth, breakdown)]
    for part in breakdown.parts:
        rows += rows_of(part, depth + 1)
    return rows
