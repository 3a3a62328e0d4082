# SPDX-License-Identifier: EUPL-1.2
"""Numbers as sources state them: with unit, precision, as-of date, source and who says so."""

from __future__ import annotations

import re
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import Any

from pydantic import GetJsonSchemaHandler, model_validator
from pydantic_core import CoreSchema, PydanticCustomError

from dalamodellen.model.number import Number, in_digits
from dalamodellen.model.part import Part, about, also_written
from dalamodellen.model.period import PartialDate
from dalamodellen.model.record import Citation
from dalamodellen.model.text import Text

_MONEY = re.compile(r"(-?[\d\s.,]+?)\s*(SEK|NOK|DKK|EUR|kr)", re.IGNORECASE)
_THOUSANDS = re.compile(r"-?\d{1,3}(?:[.,]\d{3})+")
"""A point or comma before three digits: thousands to some, decimals to others."""


class Currency(StrEnum):
    """A currency. Amounts in different currencies are never added or compared unasked."""

    SEK = "SEK"
    NOK = "NOK"
    DKK = "DKK"
    EUR = "EUR"


class Precision(StrEnum):
    """How sure a number is. Its word always goes with the number to the reader."""

    EXACT = "exact"
    ABOUT = "about"
    ALMOST = "almost"
    OVER = "over"
    AT_LEAST = "at_least"


class Phase(StrEnum):
    """Which part of a project's life a number belongs to."""

    APPLICATION = "application"
    PRE_STUDY = "pre_study"
    MOBILISATION = "mobilisation"
    PLANNED = "planned"
    HALF_WAY = "half_way"
    ACHIEVED = "achieved"


class Quantity(Part):
    """How many, as a source states it. A plain number is exact and has no source of its own."""

    value: Number = about(unit="what the field counts", example=1700)
    """The number itself, without thousands separators."""
    precision: Precision = about(Precision.EXACT, example="almost")
    """Exact, about (ca), almost (närmare), over (drygt) or at_least (minst)."""
    phase: Phase | None = about(None, example="achieved")
    """Which part of the project's life the number belongs to."""
    what: Text | None = about(None, example={"sv": "chefer och anställda i småföretag"})
    """The number's unit in words: what is counted, where the field's name does not say it."""
    women: Number | None = about(None, unit="persons", example=900)
    """How many of them are women."""
    men: Number | None = about(None, unit="persons", example=800)
    """How many of them are men."""
    other: Number | None = about(None, unit="persons", example=0)
    """How many of them have another or undisclosed sex."""
    no_sex_split_reason: Text | None = about(None, example={"sv": "Källan delar inte upp talet."})
    """Why persons are not split by sex, where they are not."""
    as_of: PartialDate | None = about(None, example="2016-12-11")
    """The day the number was true or stated."""
    source: Citation | None = about(None, example="tre-m-projektbanken, Målsättning")
    """Where the number stands."""
    said_by: Text | None = about(None, example={"sv": "projektets tidigare projektledare"})
    """Who says so, by role."""
    note: Text | None = about(None, example={"sv": "Samma person kan räknas flera gånger."})
    """What a reader must know to read the number right."""
    highlight: bool = about(False, example=True)
    """Whether the number may stand among the three on the home page."""

    @model_validator(mode="before")
    @classmethod
    def _from_number(cls, value: Any) -> Any:
        return {"value": value} if isinstance(value, str | int | Decimal) else value

    @property
    def as_recorded(self) -> str:
        """The number as a record may hold it, for those who write records: "1 700 (almost)"."""
        return _with_precision(in_digits(self.value), self.precision)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Tell editors that a plain number is as right."""
        return also_written({"type": ["number", "string"]}, cls, core_schema, handler)


class Money(Part):
    """A sum with its currency. It is never converted without a rate and a date."""

    amount: Number = about(unit="the currency's main unit", example=17520617)
    """The sum, without thousands separators."""
    currency: Currency = about(example="SEK")
    """SEK, NOK, DKK or EUR."""
    precision: Precision = about(Precision.EXACT, example="about")
    """Exact, about, almost, over or at_least."""
    as_of: PartialDate | None = about(None, example="2012-01-01")
    """The day the sum was true or stated."""
    source: Citation | None = about(None, example="tre-m-projektbanken, Beviljat ESF-stöd")
    """Where the sum stands."""
    said_by: Text | None = about(None, example={"sv": "projektbanken"})
    """Who says so, by role."""
    note: Text | None = about(None, example={"sv": "Summan är avrundad i källan."})
    """What a reader must know to read the sum right."""

    @model_validator(mode="before")
    @classmethod
    def _from_words(cls, value: Any) -> Any:
        """Take "17 520 617 SEK" apart; "kr" alone does not say whose crowns."""
        if not isinstance(value, str):
            return value
        match = _MONEY.fullmatch(value.strip())
        if match and _THOUSANDS.fullmatch(match[1].strip()):
            raise PydanticCustomError("ambiguous-number", "a point or a comma", {"given": value})
        if not match or match[2].lower() == "kr":
            raise PydanticCustomError("money-without-currency", "no currency", {"name": value})
        digits = re.sub(r"\s", "", match[1]).replace(",", ".")
        return {"amount": digits, "currency": match[2].upper()}

    @property
    def as_recorded(self) -> str:
        """The sum as a record may hold it, for those who write records: "745 925 SEK"."""
        return _with_precision(f"{in_digits(self.amount)} {self.currency}", self.precision)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Tell editors that a sum and its currency in one string is as right."""
        return also_written(
            {"type": "string", "pattern": r"^-?\d[\d\s.,]*(SEK|NOK|DKK|EUR)$"},
            cls,
            core_schema,
            handler,
        )


def _with_precision(words: str, precision: Precision) -> str:
    return words if precision is Precision.EXACT else f"{words} ({precision})"


def derived_value(value: Decimal, decimals: int, inherited: Precision) -> tuple[Decimal, Precision]:
    """Round a number we worked out ourselves in the direction its inputs allow.

    Args:
        value: The exact result of the division.
        decimals: How many decimals the reader gets.
        inherited: The direction the result has after its inputs; see `derived_precision`.

    Returns:
        The rounded number, and the precision whose word makes it true.
    """
    step = Decimal(1).scaleb(-decimals)
    if inherited in (Precision.OVER, Precision.AT_LEAST):
        # "Over" must not be followed by a number that is above the truth.
        thousand = 1000
        coarse = Decimal(100) if decimals == 0 and value >= thousand else step
        return (value / coarse).quantize(Decimal(1), rounding=ROUND_FLOOR) * coarse, inherited
    if inherited is Precision.ALMOST:
        return value.quantize(step, rounding=ROUND_CEILING), inherited
    rounded = value.quantize(step, rounding=ROUND_HALF_UP)
    if inherited is Precision.EXACT and rounded != value:
        inherited = Precision.ABOUT
    return rounded, inherited


def derived_precision(dividend: Precision, divisor: Precision) -> Precision:
    """Tell which way a quotient leans when its inputs are not exact.

    "Almost 1,700 persons" under a sum makes the sum per person "over"; almost
    1,700 persons over 450 firms makes persons per firm "almost" (knappt).
    """
    lean = {
        Precision.EXACT: 0,
        Precision.ALMOST: -1,
        Precision.OVER: 1,
        Precision.AT_LEAST: 1,
    }
    if Precision.ABOUT in (dividend, divisor):
        return Precision.ABOUT
    leans = {lean[dividend], -lean[divisor]} - {0}
    if not leans:
        return Precision.EXACT
    if leans == {1}:
        return Precision.OVER
    return Precision.ALMOST if leans == {-1} else Precision.ABOUT
