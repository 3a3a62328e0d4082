# SPDX-License-Identifier: EUPL-1.2
"""What projects have reached together, in words; how it is added stands in model/results.py."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from dalamodellen.model.results import Standing, Total
from dalamodellen.outputs.pages.page import Page, uri_of
from dalamodellen.outputs.safe_markdown import Markdown
from dalamodellen.outputs.words import COUNTED


@dataclass(frozen=True)
class TotalRow:
    """One sum, ready to print."""

    title: Markdown
    parts: tuple[Markdown, ...]
    """The projects whose numbers are in it, as links to the goals."""
    target: Markdown
    """What they were to reach; "" where that cannot be added."""
    value: Markdown
    notes: tuple[Markdown, ...]


def total_rows(page: Page, totals: Sequence[Total]) -> list[TotalRow]:
    """Put sums into words."""
    return [_total_row(page, total) for total in totals]


def _total_row(page: Page, total: Total) -> TotalRow:
    goal = total.added[0].goal
    target = ""
    if total.target is not None:
        target = f"{page.label('operator', total.operator)} {page.number(total.target)}"
    return TotalRow(
        title=page.text(goal.title),
        parts=tuple(
            Markdown(
                f'<a href="{page.href(uri_of("project", one.project.id) + f"#mal-{one.goal.id}")}">'
                f"{page.text(one.project.short_title or one.project.title)}</a>:"
                f" {page.number(one.reached or Decimal(0))}"
            )
            for one in total.added
        ),
        target=Markdown(target),
        value=Markdown(
            f"{page.number(total.value)} {page.count(total.value, *COUNTED[goal.counts.value])}"
        ),
        notes=tuple(_notes(page, total)),
    )


def _notes(page: Page, total: Total) -> list[Markdown]:
    """Say what is left out, and what may be counted more than once."""
    again = page.label("counted_again", total.added[0].goal.counts)
    notes = [again] if again else []
    if early := sum(one.standing is Standing.TOO_EARLY for one in total.added):
        notes.append(
            page.count(
                early,
                "För {} mål är det för tidigt att säga.",
                "För {} mål är det för tidigt att säga.",
            )
        )
    if total.hidden:
        notes.append(
            page.count(
                total.hidden,
                "{} mål är inte med, för talet är dolt.",
                "{} mål är inte med, för talen är dolda.",
            )
        )
    if total.unknown:
        notes.append(
            page.count(
                total.unknown,
                "{} mål är inte med, för inget tal är känt.",
                "{} mål är inte med, för inga tal är kända.",
            )
        )
    return notes
