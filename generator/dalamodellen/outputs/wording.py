# SPDX-License-Identifier: EUPL-1.2
"""Numbers, sums, dates and lists as readers of each language write them."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import cache, lru_cache
from typing import cast

from babel import Locale
from babel.dates import DateTimePattern, parse_pattern
from babel.lists import format_list
from babel.numbers import NumberPattern, get_currency_name, get_currency_symbol
from babel.numbers import parse_pattern as parse_number_pattern

from dalamodellen.model.money import Currency, Money, Precision, Quantity, derived_value
from dalamodellen.model.number import is_hidden
from dalamodellen.model.period import PartialDate, Period
from dalamodellen.outputs.words import LABELS, NO_BREAK, catalogue, label, translator

# Babel follows CLDR, and so do we, except where a reader here would stumble:
# - Sums without öre have no ",00".
# - Another country's crowns are named in full on Swedish and Norwegian pages ("norska kronor"):
#   CLDR's "Nkr", "Dkr" and "SEK" are a bank's words, and a bare "kr" would be the wrong money.
# - Euro is "euro" there too, as the language councils recommend in running text.
# - A code before a number has a space after it ("SEK 5"), which Babel leaves out.
# - Every space within a number is U+00A0. CLDR uses the narrow one for some languages, and old
#   screen readers and spreadsheets do not know that.
_LOCALES = {"sv": "sv_SE", "nb": "nb_NO", "en": "en_GB"}
"""Language of a page → the locale whose habits its readers have; never the machine's."""
_SPELT_OUT = {"sv": frozenset(["NOK", "DKK", "EUR"]), "nb": frozenset(["SEK", "DKK", "EUR"])}
"""Language → currencies that are written by name there."""
_LEAP_YEAR = 2000
"""Stands in for a year that is not known; it has every day."""
HIDDEN_SIGN = "x"
"""Written where a number is hidden; whoever shows it says why nearby."""
_OERE = 2
_NARROW = str.maketrans({"\N{NARROW NO-BREAK SPACE}": NO_BREAK})


@cache
def _locale(language: str) -> Locale:
    return Locale.parse(_LOCALES[language])


@lru_cache(maxsize=4096)
def format_number(number: Decimal | int, language: str, decimals: int = 0) -> str:
    """Write a number as the language does: 14 334 182 in Swedish, 14,334,182 in English.

    Args:
        number: The number.
        language: Whose digits.
        decimals: The most decimals a reader gets; zeros at the end are left out.
    """
    if is_hidden(number):
        return HIDDEN_SIGN
    pattern = _pattern("decimal", language, 0, decimals)
    return _applied(pattern, _rounded(number, decimals), language)


@lru_cache(maxsize=1024)
def format_percent(share_percent: Decimal | int, language: str, decimals: int = 0) -> str:
    """Write a share with its sign: 63,2 % in Swedish, 63.2% in English."""
    if is_hidden(share_percent):
        return HIDDEN_SIGN
    pattern = _pattern("percent", language, 0, decimals)
    # The pattern multiplies by a hundred.
    return _applied(pattern, _rounded(share_percent, decimals) / 100, language)


def decimals_of(number: Decimal | int) -> int:
    """Count the decimals it takes to write a number in full."""
    if is_hidden(number):
        return 0
    return max(0, -int(Decimal(number).normalize().as_tuple().exponent))


def _rounded(number: Decimal | int, decimals: int) -> Decimal:
    """Round as readers expect, 2,5 to 3; Babel would round half to even. Nothing is minus zero."""
    step = Decimal(1).scaleb(-decimals)
    return Decimal(number).quantize(step, rounding=ROUND_HALF_UP) + 0


@cache
def _pattern(kind: str, language: str, fewest: int, most: int) -> NumberPattern:
    """Give CLDR's pattern for a kind of number, with so many decimals.

    Args:
        kind: decimal, percent, currency, or currency_code for one that is written by its code.
        language: Whose pattern.
        fewest: Decimals that are always written.
        most: Decimals that are written when they are not zero.
    """
    formats = {
        "decimal": _locale(language).decimal_formats[None],
        "percent": _locale(language).percent_formats[None],
    }
    pattern = formats.get(kind) or _locale(language).currency_formats["standard"]
    words = pattern.pattern
    if kind == "currency_code":
        words = words.replace("¤#", f"¤{NO_BREAK}#")
    made = parse_number_pattern(words)
    made.frac_prec = (fewest, most)
    return made


def _applied(
    pattern: NumberPattern, number: Decimal, language: str, currency: str | None = None
) -> str:
    locale = _locale(language)
    written: str = pattern.apply(number, locale, currency=currency, currency_digits=False)
    return written.translate(_NARROW)


def _with_precision(precision: Precision, number: str, language: str, table: str) -> str:
    """Put the word of a precision before a number; an exact one has none."""
    if precision is Precision.EXACT or number == HIDDEN_SIGN:
        return number
    words = table if precision in LABELS[table] else "precision"
    return f"{label(words, precision, language)}{NO_BREAK}{number}"


def format_quantity(quantity: Quantity, language: str) -> str:
    """Write a quantity with the word of its precision: "närmare 1 700", "ca 260"."""
    number = format_number(quantity.value, language, decimals_of(quantity.value))
    return _with_precision(quantity.precision, number, language, "precision")


def format_money(money: Money, language: str) -> str:
    """Write a sum with its currency and the word of its precision: "ca 14 334 182 kr"."""
    amount = _amount(money.amount, money.currency, language)
    return _with_precision(money.precision, amount, language, "precision")


@lru_cache(maxsize=1024)
def _amount(amount: Decimal, currency: Currency, language: str) -> str:
    decimals = _OERE if amount % 1 else 0
    rounded = _rounded(amount, decimals)
    if currency in _SPELT_OUT.get(language, ()):
        name = get_currency_name(currency, count=rounded, locale=_locale(language))
        pattern = _pattern("decimal", language, decimals, decimals)
        return f"{_applied(pattern, rounded, language)}{NO_BREAK}{name}"
    symbol = get_currency_symbol(currency, locale=_locale(language))
    kind = "currency_code" if symbol == currency else "currency"
    pattern = _pattern(kind, language, decimals, decimals)
    return _applied(pattern, rounded, language, currency)


def format_derived(
    value: Decimal,
    decimals: int,
    inherited: Precision,
    language: str,
    currency: Currency | None = None,
) -> str:
    """Write a number we worked out ourselves, rounded in the direction its inputs allow.

    Args:
        value: The exact result of the division.
        decimals: How many decimals the reader gets.
        inherited: The direction the result has after its inputs; see `derived_precision`.
        language: Whose words and digits.
        currency: What it is a sum in; None for a plain number.

    Returns:
        For example "drygt 8 400 kr" or "knappt 3,8".
    """
    if is_hidden(value):
        return HIDDEN_SIGN
    rounded, precision = derived_value(value, decimals, inherited)
    if currency:
        number = _amount(rounded, currency, language)
    else:
        number = format_number(rounded, language, decimals)
    return _with_precision(precision, number, language, "derived")


def format_date(when: PartialDate, language: str) -> str:
    """Write a date with the parts that are known.

    Returns:
        For example "1 augusti 2009", "1 augusti", "augusti 2009", "2009"; "" when nothing is known.
    """
    return _date(when.year, when.month, when.day, language)


@lru_cache(maxsize=4096)
def _date(year: int | None, month: int | None, day: int | None, language: str) -> str:
    if year is None and month is None:
        return ""
    known = "".join(
        part for part, value in (("y", year), ("MMMM", month), ("d", day)) if value is not None
    )
    stand_in = date(year or _LEAP_YEAR, month or 1, day or 1)
    written: str = _date_pattern(known, language).apply(stand_in, _locale(language))
    return written


@cache
def _date_pattern(known: str, language: str) -> DateTimePattern:
    """Give CLDR's pattern for the parts that are known, such as "yMMMM"."""
    if known == "yMMMMd":
        return cast("DateTimePattern", _locale(language).date_formats["long"])
    if known == "MMMM":
        # CLDR has no pattern for a month alone.
        return parse_pattern("LLLL")
    return cast("DateTimePattern", _locale(language).datetime_skeletons[known])


def format_weekday(day: date, language: str) -> str:
    """Write the name of a weekday as it stands before a date: "ons", "ons.", "Wed"."""
    return str(_locale(language).days["format"]["abbreviated"][day.weekday()])


def weekday_names(language: str, width: str = "abbreviated") -> list[str]:
    """List the names of the days from Monday on, for the head of a calendar.

    Args:
        language: Whose names.
        width: abbreviated, or wide for the whole name.
    """
    return [str(_locale(language).days["stand-alone"][width][number]) for number in range(7)]


def format_span(period: Period, language: str) -> str:
    """Write a period as briefly as its habit is: "K1 2023", "första halvåret 2023", "2023".

    Returns:
        The words; "" when nothing is known.
    """
    start, end = period.start, period.end
    if start == end or period.is_open:
        return format_date(start, language)
    months = _whole_months(period)
    if months is None or start.year is None:
        ends = [format_date(one, language) for one in (start, end)]
        return " – ".join(one for one in ends if one)
    first, last = months
    if (first, last) == (1, 12):
        return _date(start.year, None, None, language)
    if (first, last) in ((1, 6), (7, 12)):
        if first == 1:
            words = translator(language)("första halvåret {}")
        else:
            words = translator(language)("andra halvåret {}")
        return words.replace("{}", str(start.year))
    pattern = cast("DateTimePattern", _locale(language).datetime_skeletons["yQQQ"])
    return pattern.apply(date(start.year, first, 1), _locale(language)).translate(_NARROW)


def _whole_months(period: Period) -> tuple[int, int] | None:
    """Give the first and last month of a year, half-year or quarter; None for other periods."""
    first, last = period.start.first_day, period.end.last_day
    if first is None or last is None or first.year != last.year or period.start.month is None:
        return None
    is_whole = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
    spans = [(1, 12), (1, 6), (7, 12), (1, 3), (4, 6), (7, 9), (10, 12)]
    return (first.month, last.month) if is_whole and (first.month, last.month) in spans else None


def join_words(words: Sequence[str], language: str) -> str:
    """Join words to a list in a sentence: "a, b och c". British English has no comma before "and"."""
    return format_list(list(words), locale=_locale(language)) if words else ""


def count(number: Decimal | int, one: str, many: str, language: str) -> str:
    """Give the form of a word that stands after a number; `{}` in it becomes the number.

    Args:
        number: How many.
        one: The Swedish words for one. Example: "{} lektion"
        many: The Swedish words for none, several and fractions. Example: "{} lektioner"
        language: Whose words and digits.
    """
    # 1,5 takes the form of several, and gettext wants a whole number.
    whole = 2 if is_hidden(number) or number != int(number) else int(number)
    words = catalogue(language).ngettext(one, many, whole)
    return words.replace("{}", format_number(number, language, decimals_of(number)))


def without_capital(title: str) -> str:
    """Let a title go on from the words before it; a name in capitals keeps them."""
    return title if title[1:2].isupper() else title[:1].lower() + title[1:]
