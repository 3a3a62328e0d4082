# SPDX-License-Identifier: EUPL-1.2
"""Numbers that can be true: finite, and of a size that something on earth may have."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator
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
