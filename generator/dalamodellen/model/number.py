# SPDX-License-Identifier: EUPL-1.2
"""Numbers that can be true: finite, and of a size that something on earth may have."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

HIDDEN = Decimal("NaN")
"""Stands where a number of people was, before anything that is published gets to see it.

Whatever is worked out of it is hidden too, and to ask whether it is less than another is a mistake
that stops the program.
"""
LARGEST = 10**12
MOST_DECIMALS = 6
_WRITTEN = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")


def _check_written(value: Any) -> Any:
    """Refuse what only Python takes for a number: 1_000, or digits that are not 0 to 9."""
    if isinstance(value, str) and not _WRITTEN.fullmatch(value.strip()):
        raise PydanticCustomError("not-a-number", "not written as a number")
    return value


def _check_count(value: int) -> int:
    if value < 0:
        raise PydanticCustomError("negative-number", "less than none", {"name": str(value)})
    return value


def _check_size(value: Decimal) -> Decimal:
    decimals = -int(value.as_tuple().exponent)
    if abs(value) > LARGEST or decimals > MOST_DECIMALS:
        raise PydanticCustomError("impossible-number", "too large or too exact")
    # 1e3 and 1000 are the same number, and are written the same way.
    # So are -0 and 0.
    return value.quantize(Decimal(1)) if decimals < 0 else value + 0


_SPACES = re.compile("[ \u00a0\u202f\u2009']")
_GROUPED = re.compile(r"[+-]?[1-9]\d{0,2}[.,]\d{3}")
_MISSING = frozenset({"..", "."})
"""What tables of statistics write where no number is known, or where there can be none."""
_SUPPRESSED = frozenset({"x", "X"})
"""What they write where a number is hidden."""


def _from_spreadsheet(value: Any) -> Any:
    """Read a number as spreadsheets write it: 3,5 and 1 700 and 75 %.

    Raises:
        PydanticCustomError: `ambiguous-number`, for 1.700: a thousand to some, less than two to
            others.
    """
    if not isinstance(value, str):
        return value
    words = _SPACES.sub("", value.strip()).replace("\N{MINUS SIGN}", "-").removesuffix("%")
    if words in _MISSING:
        return None
    if words in _SUPPRESSED:
        return HIDDEN
    if _GROUPED.fullmatch(words):
        raise PydanticCustomError("ambiguous-number", "a point or a comma", {"given": value})
    return _check_written(words.replace(",", "."))


def _check_observed(value: Decimal) -> Decimal:
    return value if value.is_nan() else _check_size(value)


_Told = Annotated[Decimal, Field(allow_inf_nan=True), AfterValidator(_check_observed)]
Observed = Annotated[_Told | None, BeforeValidator(_from_spreadsheet)]
"""A number in a table of results: as spreadsheets write it, ".." where unknown, "x" where hidden."""
Number = Annotated[Decimal, BeforeValidator(_check_written), AfterValidator(_check_size)]
"""A number of at most a thousand billion, with at most six decimals."""
Count = Annotated[int, BeforeValidator(_check_written), AfterValidator(_check_count)]
"""A whole number of something: none or more."""


def is_hidden(number: Decimal | int | None) -> bool:
    """Tell whether a number has been hidden so that nobody can be recognised."""
    return isinstance(number, Decimal) and number.is_nan()


def in_digits(number: Decimal) -> str:
    """Write a number in full for those who write records: 4 094 142.5, with a decimal point."""
    return f"{number:,f}".replace(",", "\N{NO-BREAK SPACE}")
