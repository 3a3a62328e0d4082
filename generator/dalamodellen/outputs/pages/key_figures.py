# SPDX-License-Identifier: EUPL-1.2
"""A project's key figures: what was counted, and what we worked out ourselves, with its formula."""

from __future__ import annotations

from dataclasses import dataclass

from dalamodellen.model.money import Phase, Quantity, derived_precision
from dalamodellen.model.project import Project
from dalamodellen.model.site import RecordKey
from dalamodellen.outputs.pages.page import Page
from dalamodellen.outputs.safe_markdown import Markdown, escape
from dalamodellen.outputs.wording import format_derived, format_percent
from dalamodellen.outputs.words import COUNTED


@dataclass(frozen=True)
class Tile:
    """One key figure."""

    number: str
    """The number with the word of its precision."""
    label: str
    """What is counted, and when."""
    source: str
    """Where it stands, or how it was worked out."""


def key_figures(page: Page, project: Project) -> list[Tile]:
    """List the numbers the sources state, in the record's order."""
    key = ("project", project.id)
    tiles = []
    for field, counts in (("participants", "people"), ("organisations", "organisations")):
        for number, quantity in enumerate(getattr(project, field)):
            tiles.append(key_figure(page, key, quantity, counts, field, number))
    for number, count in enumerate(project.counts):
        tiles.append(key_figure(page, key, count.quantity, count.counts, "counts", number))
    return tiles


def key_figure(
    page: Page, key: RecordKey, quantity: Quantity, counts: str, *loc: str | int
) -> Tile:
    """Put one number into words.

    Args:
        page: The page it stands on.
        key: The record it is told in.
        quantity: The number.
        counts: What its field counts.
        *loc: The way to it in the record.
    """
    label = label_of(page, quantity, counts)
    source = page.source(key, quantity.source, *loc)
    said = (
        f"{page.translate('Uppgiften lämnas av')} {page.text(quantity.said_by)}. "
        if quantity.said_by
        else ""
    )
    as_of = f", {page.date(quantity.as_of)}" if quantity.as_of else ""
    note = f" {page.text(quantity.note)}" if quantity.note else ""
    reason = f" {page.text(quantity.no_sex_split_reason)}" if quantity.no_sex_split_reason else ""
    return Tile(page.quantity(quantity), label, Markdown(f"{said}{source}{as_of}.{note}{reason}"))


def label_of(page: Page, quantity: Quantity, counts: str) -> Markdown:
    """Say what a number counts, how many are women and men, and in which phase."""
    label = what_is_counted(page, quantity, counts)
    if split := sexes_in_words(page, quantity):
        label = Markdown(f"{label}: {split}")
    if quantity.phase:
        label = Markdown(f"{label} ({page.label('phase', quantity.phase)})")
    return label


def _achieved(quantities: tuple[Quantity, ...]) -> Quantity | None:
    """Pick the number of what was achieved; numbers of other phases are not results."""
    for quantity in quantities:
        if quantity.phase in (None, Phase.ACHIEVED):
            return quantity
    return None


def derived_figures(page: Page, project: Project) -> list[Tile]:
    """Work out persons per organisation and support per person, each with its formula."""
    people = _achieved(project.participants)
    firms = _achieved(project.organisations)
    tiles = []
    if people and firms and firms.value:
        lean = derived_precision(people.precision, firms.precision)
        each = people.value / firms.value
        number = format_derived(each, 1, lean, page.language)
        what = what_is_counted(page, firms, "organisations")
        formula = f"{page.quantity(people)} / {page.quantity(firms)} {what}"
        tiles.append(
            Tile(
                escape(number),
                page.count(
                    each,
                    "person per organisation, i genomsnitt",
                    "personer per organisation, i genomsnitt",
                ),
                Markdown(
                    f"{page.translate('Vår uträkning')}: {formula}. "
                    + page.translate("Säger inget om hur många varje organisation hade.")
                ),
            )
        )
    if (support := support_per_person(page, project)) is not None:
        tiles.append(support)
    return tiles


def support_per_person(page: Page, project: Project) -> Tile | None:
    """Work out the support per person, with formula and what it leaves out; None where it cannot be."""
    people = _achieved(project.participants)
    granted = project.funding.granted if project.funding else None
    if not people or not granted or not people.value:
        return None
    lean = derived_precision(granted.precision, people.precision)
    each = granted.amount / people.value
    number = format_derived(each, 0, lean, page.language, granted.currency)
    return Tile(
        escape(number),
        page.translate("beviljat stöd per deltagare (inte verklig kostnad)"),
        Markdown(
            f"{page.translate('Vår uträkning')}: {page.money(granted)} / "
            f"{page.quantity(people)}. "
            + page.translate(
                "Räknar inte med deltagarnas arbetstid, egna avgifter eller annat stöd, "
                "och ska inte användas för att jämföra projekt."
            )
        ),
    )


def share_of_budget(page: Page, project: Project) -> str:
    """Say how much of the budget the support is; "" where it cannot be said."""
    funding = project.funding
    if not funding or not funding.granted or not funding.budget or not funding.budget.amount:
        return ""
    if funding.granted.currency != funding.budget.currency:
        return ""
    share = funding.granted.amount * 100 / funding.budget.amount
    return escape(format_percent(share, page.language, 1))


def sexes_in_words(page: Page, quantity: Quantity) -> Markdown:
    """Say how many are women, men and others, in that order, as far as the source does."""
    told = []
    if quantity.women is not None:
        told.append(page.count(quantity.women, "{} kvinna", "{} kvinnor"))
    if quantity.men is not None:
        told.append(page.count(quantity.men, "{} man", "{} män"))
    if quantity.other is not None:
        told.append(page.count(quantity.other, "{} annan", "{} andra"))
    return page.joined(told)


def what_is_counted(page: Page, quantity: Quantity, counts: str = "people") -> Markdown:
    """Name what a number counts; the usual word where the record does not say."""
    if quantity.what:
        return page.text(quantity.what)
    return page.count(quantity.value, *COUNTED[counts]) if counts in COUNTED else Markdown("")
