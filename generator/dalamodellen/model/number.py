# SPDX-License-Identifier: EUPL-1.2
"""Numbers that can be true: finite, and of a size that something on earth may have."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

MOST_DIGITS = 15
MOST_DECIMALS = 6


def _check_size(value: Decimal) -> Decimal:
    decimals = -int(value.as_tuple().exponent)
    if value.adjusted() >= MOST_DIGITS or decimals > MOST_DECIMALS:
        raise PydanticCustomError("impossible-number", "too large or too exact")
    # 1e3 and 1000 are the same number, and are written the same way.
    return value.quantize(Decimal(1)) if decimals < 0 else value


Number = Annotated[Decimal, AfterValidator(_check_size)]
"""A number below a thousand billions, with at most six decimals."""
