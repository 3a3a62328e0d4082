# SPDX-License-Identifier: EUPL-1.2
"""Numbers: with their precision, in their language, and leaning the way their inputs lean."""

from __future__ import annotations

from decimal import Decimal

import pytest
from pydantic import ValidationError

from conftest import TODAY, SmallSite
from dalamodellen.build import build_site
from dalamodellen.model.money import (
    Money,
    Precision,
    Quantity,
    derived_precision,
    derived_value,
)

S = "\N{NO-BREAK SPACE}"
EXACT, ABOUT, ALMOST, OVER, AT_LEAST = Precision


def money(words: object) -> Money:
    return Money.model_validate(words)


def test_a_plain_number_is_an_exact_quantity() -> None:
    assert Quantity.model_validate("450") == Quantity(value=Decimal(450), precision=EXACT)


@pytest.mark.parametrize(
    ("written", "amount", "currency"),
    [
        ("17 520 617 SEK", "17520617", "SEK"),
        pytest.param(
            f"17{S}520{S}617 SEK",
            "17520617",
            "SEK",
        ),
        ("1700,50 NOK", "1700.50", "NOK"),
        ("1700.50 dkk", "1700.50", "DKK"),
        (" 5EUR ", "5", "EUR"),
        ("0 SEK", "0", "SEK"),
    ],
)
def test_a_sum_is_taken_apart_into_amount_and_currency(
    written: str, amount: str, currency: str
) -> None:
    assert money(written) == Money(amount=Decimal(amount), currency=currency)


@pytest.mark.parametrize("written", ["17 520 617 kr", "17520617", "SEK", "", "5 USD", "kr 5"])
def test_a_sum_that_does_not_say_whose_money_is_told_as_it_was_written(written: str) -> None:
    with pytest.raises(ValidationError) as caught:
        money(written)
    detail = caught.value.errors()[0]
    assert (detail["type"], detail["ctx"]) == ("money-without-currency", {"name": written})


@pytest.mark.parametrize("written", ["1.000 SEK", "17.520 SEK", "1,000 SEK"])
def test_a_point_that_may_part_thousands_is_never_read_as_decimals(written: str) -> None:
    with pytest.raises(ValidationError):
        money(written)


def test_a_sum_below_nothing_is_not_told_to_lack_a_currency() -> None:
    found = money("-5 SEK")
    assert (found.amount, found.currency) == (Decimal(-5), "SEK")


@pytest.mark.parametrize(
    ("dividend", "divisor", "lean"),
    [
        (EXACT, EXACT, EXACT),
        (ALMOST, EXACT, ALMOST),
        (OVER, EXACT, OVER),
        (AT_LEAST, EXACT, OVER),
        (EXACT, ALMOST, OVER),
        (EXACT, OVER, ALMOST),
        (EXACT, AT_LEAST, ALMOST),
        (ALMOST, OVER, ALMOST),
        (OVER, ALMOST, OVER),
        (ALMOST, ALMOST, ABOUT),
        (OVER, OVER, ABOUT),
        (ABOUT, EXACT, ABOUT),
        (EXACT, ABOUT, ABOUT),
        (ALMOST, ABOUT, ABOUT),
    ],
)
def test_a_quotient_leans_the_way_its_inputs_allow(
    dividend: Precision, divisor: Precision, lean: Precision
) -> None:
    assert derived_precision(dividend, divisor) is lean


@pytest.mark.parametrize(
    ("value", "decimals", "inherited", "rounded", "precision"),
    [
        ("3.75", 2, EXACT, "3.75", EXACT),
        ("3.777", 1, EXACT, "3.8", ABOUT),
        ("3.777", 1, ABOUT, "3.8", ABOUT),
        ("3.711", 1, ALMOST, "3.8", ALMOST),
        ("4", 1, ALMOST, "4", ALMOST),
        ("3.79", 1, OVER, "3.7", OVER),
        ("999", 0, OVER, "999", OVER),
        ("1099", 0, OVER, "1000", OVER),
        ("8499.9", 0, AT_LEAST, "8400", AT_LEAST),
    ],
)
def test_a_number_we_worked_out_is_rounded_so_that_its_word_is_true(
    value: str, decimals: int, inherited: Precision, rounded: str, precision: Precision
) -> None:
    found = derived_value(Decimal(value), decimals, inherited)
    assert found == (Decimal(rounded), precision)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("1700", f"1{S}700"),
        ({"value": "4094142.50", "precision": "almost"}, f"4{S}094{S}142.50 (almost)"),
    ],
)
def test_those_who_write_records_are_told_a_number_as_a_record_holds_it(
    written: object, told: str
) -> None:
    assert Quantity.model_validate(written).as_recorded == told


def test_a_sum_as_it_is_told_to_those_who_write_records_can_be_written_in_one() -> None:
    told = money("745925,5 NOK").as_recorded
    assert told == f"745{S}925.5 NOK"
    assert money(told) == money("745925,5 NOK")


@pytest.mark.parametrize("number", ["123456789012345678901234567890123", "1e40"])
def test_a_number_too_long_to_be_true_is_an_issue_and_no_crash(
    small_site: SmallSite, number: str
) -> None:
    words = f"title: T\nsummary: S\norganisations: {number}\npublication: "
    words += "{status: published, approved_by: redaktionen, approved_on: 2026-11-22}\n"
    build = build_site(small_site({"data/projects/t.yml": words}), today=TODAY)
    assert [issue.code for issue in build.issues if issue.severity == "error"] != []
