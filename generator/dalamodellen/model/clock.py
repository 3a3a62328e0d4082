# SPDX-License-Identifier: EUPL-1.2
"""Times of day as people write them, and the time zones they are told in."""

from __future__ import annotations

import re
from datetime import time
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from dalamodellen.model.record import Country

_WRITTEN = re.compile(r"(?:kl\.? ?)?(\d{1,2})(?:[.:](\d{2}))?(?:[.:]00)?")
_HOURS = 24
_MINUTES = 60


def _from_words(value: Any) -> Any:
    """Read 18:00, 18.00, 18, "kl 18" and a spreadsheet's 18:00:00.

    Raises:
        PydanticCustomError: `not-a-time`, when the words are no time of the day.
    """
    if not isinstance(value, str):
        return value
    match = _WRITTEN.fullmatch(value.strip().lower())
    hour, minute = (int(match[1]), int(match[2] or 0)) if match else (_HOURS, 0)
    if hour >= _HOURS or minute >= _MINUTES:
        raise PydanticCustomError("not-a-time", "no time of the day", {"given": value})
    return time(hour, minute)


ClockTime = Annotated[
    time,
    BeforeValidator(_from_words),
    WithJsonSchema({"type": "string", "pattern": r"^\d{1,2}[.:]\d{2}$"}),
]
"""A time of the day where the thing takes place, to the minute."""


class TimeZone(StrEnum):
    """The time zone a time of day is told in."""

    STOCKHOLM = "Europe/Stockholm"
    OSLO = "Europe/Oslo"


def zone_of(country: Country | None) -> TimeZone:
    """Give the time zone of a country; that of Sweden where it is not Norway."""
    return TimeZone.OSLO if country is Country.NO else TimeZone.STOCKHOLM
