# SPDX-License-Identifier: EUPL-1.2
"""Numbers, sums, dates and lists: as readers of each language write them, whatever the machine."""

from __future__ import annotations

from decimal import Decimal

import pytest

from dalamodellen.model.money import Currency, Money, Precision, Quantity, derived_precision
from dalamodellen.model.period import PartialDate
from dalamodellen.outputs.wording import (
    count,
    format_date,
    format_derived,
    format_money,
    format_number,
    format_percent,
    format_quantity,
    join_words,
)

LANGUAGES = ("sv", "nb", "en")
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
        ("-0.4", 0, "0", "0"),
        ("1234.50", 2, f"1{S}234,5", "1,234.5"),
    ],
)
def test_a_number_is_written_as_the_language_does(
    number: str, decimals: int, sv: str, en: str
) -> None:
    written = [format_number(Decimal(number), language, decimals) for language in LANGUAGES]
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
    assert [format_quantity(quantity, language) for language in LANGUAGES] == [sv, nb, en]


@pytest.mark.parametrize(
    ("written", "sv", "nb", "en"),
    [
        (
            "14334182 SEK",
            f"14{S}334{S}182{S}kr",
            f"14{S}334{S}182{S}svenske kroner",
            f"SEK{S}14,334,182",
        ),
        ("5 NOK", f"5{S}norska kronor", f"5{S}kr", f"NOK{S}5"),
        ("1 NOK", f"1{S}norsk krona", f"1{S}kr", f"NOK{S}1"),
        ("1700 DKK", f"1{S}700{S}danska kronor", f"1{S}700{S}danske kroner", f"DKK{S}1,700"),
        ("5,5 EUR", f"5,50{S}euro", f"5,50{S}euro", "€5.50"),
        ("0,1250 SEK", f"0,13{S}kr", f"0,13{S}svenske kroner", f"SEK{S}0.13"),
    ],
)
def test_a_sum_says_whose_money_it_is(written: str, sv: str, nb: str, en: str) -> None:
    assert [format_money(money(written), language) for language in LANGUAGES] == [sv, nb, en]


def test_a_sum_has_the_word_of_its_precision() -> None:
    about = Money(amount=Decimal(1700), currency=Currency.SEK, precision=ABOUT)
    assert format_money(about, "sv") == f"ca{S}1{S}700{S}kr"
    assert format_money(about, "en") == f"about{S}SEK{S}1,700"


@pytest.mark.parametrize(
    ("share", "decimals", "sv", "nb", "en"),
    [
        ("63.25", 1, f"63,3{S}%", f"63,3{S}%", "63.3%"),
        ("75", 0, f"75{S}%", f"75{S}%", "75%"),
        ("100", 1, f"100{S}%", f"100{S}%", "100%"),
    ],
)
def test_a_share_has_the_sign_where_the_language_puts_it(
    share: str, decimals: int, sv: str, nb: str, en: str
) -> None:
    found = [format_percent(Decimal(share), language, decimals) for language in LANGUAGES]
    assert found == [sv, nb, en]


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
    found = [format_derived(value, 0, lean, language, Currency.SEK) for language in LANGUAGES]
    assert found == [
        f"drygt{S}8{S}400{S}kr",
        f"drøyt{S}8{S}400{S}svenske kroner",
        f"over{S}SEK{S}8,400",
    ]


@pytest.mark.parametrize(
    ("written", "sv", "nb", "en"),
    [
        ("2009-08-01", "1 augusti 2009", "1. august 2009", "1 August 2009"),
        ("2009-08", "augusti 2009", "august 2009", "August 2009"),
        ("2009", "2009", "2009", "2009"),
        ("1 augusti", "1 augusti", "1. august", "1 August"),
        ("29 februari", "29 februari", "29. februar", "29 February"),
        ("2026-05-08", "8 maj 2026", "8. mai 2026", "8 May 2026"),
        ("september", "september", "september", "September"),
        ("okänd", "", "", ""),
    ],
)
def test_a_date_is_told_in_each_language(written: str, sv: str, nb: str, en: str) -> None:
    when = PartialDate.model_validate(written)
    assert [format_date(when, language) for language in LANGUAGES] == [sv, nb, en]


@pytest.mark.parametrize(
    ("words", "sv", "nb", "en"),
    [
        ([], "", "", ""),
        (["a"], "a", "a", "a"),
        (["a", "b"], "a och b", "a og b", "a and b"),
        (["a", "b", "c"], "a, b och c", "a, b og c", "a, b and c"),
        (["{0}", "{x}", "c", "d"], "{0}, {x}, c och d", "{0}, {x}, c og d", "{0}, {x}, c and d"),
    ],
)
def test_a_list_ends_with_and_without_a_comma_before_it(
    words: list[str], sv: str, nb: str, en: str
) -> None:
    assert [join_words(words, language) for language in LANGUAGES] == [sv, nb, en]


@pytest.mark.parametrize(
    ("number", "sv", "nb", "en"),
    [
        ("0", "0 lektioner", "0 leksjoner", "0 lessons"),
        ("1", "1 lektion", "1 leksjon", "1 lesson"),
        ("1.0", "1 lektion", "1 leksjon", "1 lesson"),
        ("1.5", "1,5 lektioner", "1,5 leksjoner", "1.5 lessons"),
        ("2", "2 lektioner", "2 leksjoner", "2 lessons"),
        ("1001", f"1{S}001 lektioner", f"1{S}001 leksjoner", "1,001 lessons"),
    ],
)
def test_a_noun_follows_its_number(number: str, sv: str, nb: str, en: str) -> None:
    found = [count(Decimal(number), "{} lektion", "{} lektioner", one) for one in LANGUAGES]
    assert found == [sv, nb, en]
