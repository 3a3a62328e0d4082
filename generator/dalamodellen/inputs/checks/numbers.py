# SPDX-License-Identifier: EUPL-1.2
"""Rules about numbers: sums must agree, and money must be possible."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from dalamodellen.inputs.loaded import Loaded
from dalamodellen.issues import Issue
from dalamodellen.model.money import Quantity
from dalamodellen.model.number import in_digits
from dalamodellen.model.project import Breakdown, Project
from dalamodellen.model.site import RecordKey, Site
from dalamodellen.model.validation import Loc


def _projects(loaded: Loaded) -> Iterator[tuple[RecordKey, Project]]:
    for key, record in loaded.records.items():
        if isinstance(record, Project):
            yield key, record


def check_breakdowns(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """The parts of a total add up to the total; the message states the difference."""
    del site
    for key, project in _projects(loaded):
        for number, breakdown in enumerate(project.breakdowns):
            yield from _check_sum(loaded, key, ("breakdowns", number), breakdown)


def _check_sum(loaded: Loaded, key: RecordKey, loc: Loc, whole: Breakdown) -> Iterator[Issue]:
    if whole.parts:
        total = sum((part.value for part in whole.parts), Decimal(0))
        if total != whole.value:
            yield loaded.issue(
                key,
                (*loc, "value"),
                "sum-differs",
                sum=" + ".join(in_digits(part.value) for part in whole.parts),
                total=in_digits(total),
                stated=in_digits(whole.value),
                difference=in_digits(abs(total - whole.value)),
            )
    if whole.women is not None and whole.men is not None and whole.women + whole.men > whole.value:
        yield _sexes_differ(loaded, key, (*loc, "women"), whole.women + whole.men, whole.value)
    for number, part in enumerate(whole.parts):
        yield from _check_sum(loaded, key, (*loc, "parts", number), part)


def _sexes_differ(
    loaded: Loaded, key: RecordKey, loc: Loc, total: Decimal, stated: Decimal
) -> Issue:
    return loaded.issue(key, loc, "sexes-differ", total=in_digits(total), stated=in_digits(stated))


def check_sexes(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """Women, men and others together are as many as the number they are split from."""
    del site
    for key, project in _projects(loaded):
        for name in ("participants",):
            for number, quantity in enumerate(getattr(project, name)):
                split = [quantity.women, quantity.men, quantity.other]
                known = [part for part in split if part is not None]
                total = sum(known, Decimal(0))
                if len(known) > 1 and total != quantity.value:
                    yield _sexes_differ(loaded, key, (name, number, "women"), total, quantity.value)


def check_negative(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """People, organisations and sums of money are never fewer than none."""
    del site
    for key, project in _projects(loaded):
        quantities: list[tuple[Loc, Quantity]] = [
            ((name, number), quantity)
            for name in ("participants", "organisations")
            for number, quantity in enumerate(getattr(project, name))
        ]
        for loc, quantity in quantities:
            if quantity.value < 0:
                yield loaded.issue(
                    key, (*loc, "value"), "negative-number", name=str(quantity.value)
                )
        for name in ("granted", "budget"):
            money = getattr(project.funding, name, None)
            if money is not None and money.amount < 0:
                yield loaded.issue(
                    key, ("funding", name, "amount"), "negative-number", name=str(money.amount)
                )


def check_money(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """Granted support is never more than the total budget in the same currency."""
    del site
    for key, project in _projects(loaded):
        funding = project.funding
        if not funding or not funding.granted or not funding.budget:
            continue
        granted, budget = funding.granted, funding.budget
        if granted.currency != budget.currency:
            yield loaded.issue(
                key,
                ("funding", "granted"),
                "mixed-currencies",
                first=granted.currency,
                second=budget.currency,
            )
        elif granted.amount > budget.amount:
            yield loaded.issue(
                key,
                ("funding", "granted"),
                "grant-above-budget",
                granted=in_digits(granted.amount),
                budget=in_digits(budget.amount),
            )


RULES = (check_breakdowns, check_sexes, check_negative, check_money)
