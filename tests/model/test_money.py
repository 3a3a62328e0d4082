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
    format_derived,
    format_money,
    format_number,
    format_quantity,
)

S = "\N{NO-BREAK SPACE}"
EXACT, ABOUT, ALMOST, OVER, AT_LEAST = Precision


def money(words: object) -> Money:
    return Money.model_validate(words)


@pytest.mark.parametrize(
    ("number", "decimals", "sv", "en"),
    [
        ("14334182", 0, f"14{S}334{S}182", "14,334,182"),
        ("999", 0, "999", "999"),
        ("1000", 0, f"1{S}000", "1,000"),
        ("-1700", 0, f"-1{S}700", "-1,700"),
        ("0", 0, "0", "0"),
        ("3.75", 1, "3,8", "3.8"),
        ("3.85", 1, "3,9", "3.9"),
        ("2.5", 0, "3", "3"),
        ("3.0", 1, "3", "3"),
        ("1234.50", 2, f"1{S}234,5", "1,234.5"),
    ],
)
def test_a_number_is_written_as_the_language_does(
    number: str, decimals: int, sv: str, en: str
) -> None:
    written = [
        format_number(Decimal(number), language, decimals) for language in ("sv", "nb", "en")
    ]
    assert written == [sv, sv, en]


@pytest.mark.parametrize(
    ("precision", "sv", "nb", "en"),
    [
        (EXACT, f"1{S}700", f"1{S}700", "1,700"),
        (ABOUT, f"ca{S}1{S}700", f"ca.{S}1{S}700", f"about{S}1,700"),
        (ALMOST, f"närmare{S}1{S}700", f"nærmere{S}1{S}700", f"almost{S}1,700"),
        (OVER, f"drygt{S}1{S}700", f"drøyt{S}1{S}700", f"over{S}1,700"),
        (AT_LEAST, f"minst{S}1{S}700", f"minst{S}1{S}700", f"at least{S}1,700"),
    ],
)
def test_a_quantity_always_has_the_word_of_its_precision(
    precision: Precision, sv: str, nb: str, en: str
) -> None:
    quantity = Quantity(value=Decimal(1700), precision=precision)
    assert [format_quantity(quantity, language) for language in ("sv", "nb", "en")] == [sv, nb, en]


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
    ("written", "sv", "nb", "en"),
    [
        (
            "14334182 SEK",
            f"14{S}334{S}182{S}kr",
            f"14{S}334{S}182{S}svenske{S}kr",
            "SEK|14,334,182",
        ),
        ("5 NOK", f"5{S}norska{S}kr", f"5{S}kr", "NOK|5"),
        ("5,5 EUR", f"5,5{S}euro", f"5,5{S}euro", "EUR|5.5"),
    ],
)
def test_a_sum_is_written_with_a_currency_readers_know(
    written: str, sv: str, nb: str, en: str
) -> None:
    found = [format_money(money(written), language) for language in ("sv", "nb", "en")]
    assert [words.replace(" ", S) for words in found] == [sv, nb, en.replace("|", S)]


def test_a_sum_has_the_word_of_its_precision() -> None:
    about = Money(amount=Decimal(1700), currency="SEK", precision=ABOUT)
    assert format_money(about, "sv") == f"ca{S}1{S}700{S}kr"
    assert format_money(about, "en") == f"about{S}SEK{S}1,700"


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


def test_almost_1700_people_in_450_firms_are_just_under_3_8_each() -> None:
    lean = derived_precision(ALMOST, EXACT)
    value = Decimal(1700) / Decimal(450)
    assert format_derived(value, 1, lean, "sv") == f"knappt{S}3,8"
    assert format_derived(value, 1, lean, "nb") == f"knapt{S}3,8"
    assert format_derived(value, 1, lean, "en") == f"just under{S}3.8"


def test_14_334_182_kronor_for_almost_1700_people_are_over_8400_each() -> None:
    lean = derived_precision(EXACT, ALMOST)
    value = Decimal(14_334_182) / Decimal(1700)
    assert format_derived(value, 0, lean, "sv") == f"drygt{S}8{S}400"
    assert format_derived(value, 0, lean, "en") == f"over{S}8,400"


@pytest.mark.parametrize(
    ("value", "decimals", "inherited", "written"),
    [
        ("3.75", 2, EXACT, "3,75"),
        ("3.777", 1, EXACT, f"ca{S}3,8"),
        ("3.777", 1, ABOUT, f"ca{S}3,8"),
        ("3.711", 1, ALMOST, f"knappt{S}3,8"),
        ("4", 1, ALMOST, f"knappt{S}4"),
        ("3.79", 1, OVER, f"drygt{S}3,7"),
        ("999", 0, OVER, f"drygt{S}999"),
        ("1099", 0, OVER, f"drygt{S}1{S}000"),
        ("8499.9", 0, AT_LEAST, f"minst{S}8{S}400"),
    ],
)
def test_a_number_we_worked_out_is_rounded_so_that_its_word_is_true(
    value: str, decimals: int, inherited: Precision, written: str
) -> None:
    assert format_derived(Decimal(value), decimals, inherited, "sv") == written


@pytest.mark.parametrize("number", ["123456789012345678901234567890123", "1e40"])
def test_a_number_too_long_to_be_true_is_an_issue_and_no_crash(
    small_site: SmallSite, number: str
) -> None:
    words = f"title: T\nsummary: S\norganisations: {number}\npublication: "
    words += "{status: published, approved_by: redaktionen, approved_on: 2026-11-22}\n"
    build = build_site(small_site({"data/projects/t.yml": words}), today=TODAY)
    assert [issue.code for issue in build.issues if issue.severity == "error"] != []
