# SPDX-License-Identifier: EUPL-1.2
"""What comes again: a rule, a first day and an end become the days it stands for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Annotated, Any

from dateutil.rrule import rrulestr
from pydantic import AfterValidator, BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from dalamodellen.model.period import PartialDate

WORDS = {
    "daily": "FREQ=DAILY",
    "weekdays": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    "weekly": "FREQ=WEEKLY",
    "every_two_weeks": "FREQ=WEEKLY;INTERVAL=2",
    "monthly": "FREQ=MONTHLY",
    "yearly": "FREQ=YEARLY",
}
"""Words for the usual rules → the rule in iCalendar (RFC 5545)."""
MOST_TIMES = 1000
"""A series with more is a mistake in its end."""
_SUB_DAILY = ("HOURLY", "MINUTELY", "SECONDLY", "BYHOUR", "BYMINUTE", "BYSECOND")
_ENDS = ("UNTIL", "COUNT", "INTERVAL=0")
_LONGEST = timedelta(days=20 * 366)
"""No series is looked further ahead for; a rule that never comes true has to end too."""
_DAYS_APART = re.compile(r"[\s,;|]+")


def _check_rule(value: str) -> str:
    rule = WORDS.get(value, value).upper().removeprefix("RRULE:")
    is_ours = rule.startswith("FREQ=") and not any(name in rule for name in (*_SUB_DAILY, *_ENDS))
    try:
        if is_ours:
            rrulestr(rule, dtstart=datetime.combine(date.min, time()))
    except (ValueError, KeyError, IndexError, TypeError, AttributeError):
        is_ours = False
    if not is_ours:
        allowed = ", ".join(WORDS)
        raise PydanticCustomError("unknown-repeat", "no rule", {"given": value, "allowed": allowed})
    return rule


def _apart(value: Any) -> Any:
    """Take the days of one cell apart: "2027-03-24 2027-04-07"."""
    return tuple(_DAYS_APART.split(value.strip())) if isinstance(value, str) else value


Repeats = Annotated[
    str,
    AfterValidator(_check_rule),
    WithJsonSchema({"type": "string", "examples": [*WORDS, "FREQ=MONTHLY;BYDAY=1TU"]}),
]
"""How often it comes again, kept as a rule of iCalendar without its end."""
Days = Annotated[
    tuple[PartialDate, ...],
    BeforeValidator(_apart),
    WithJsonSchema({"type": ["array", "string"], "items": {"type": "string"}}),
]
"""Several days: a list, or one cell with spaces between them."""


def days_of(
    rule: str, first: date, *, until: date | None, times: int | None, but: Iterable[date] = ()
) -> list[date]:
    """List the days a rule stands for, from the first day on.

    Args:
        rule: As `Repeats` keeps it.
        first: The day it begins; it counts only where the rule holds for it.
        until: The last day it may fall on.
        times: How many times it comes, those left out counted too.
        but: Days that are left out.

    Returns:
        At most `MOST_TIMES` days, in order.
    """
    last = min(until or first + _LONGEST, first + _LONGEST)
    found = rrulestr(f"{rule};UNTIL={last:%Y%m%d}", dtstart=datetime.combine(first, time()))
    left_out = set(but)
    most = MOST_TIMES if times is None else min(times, MOST_TIMES)
    return [day for moment in islice(found, most) if (day := moment.date()) not in left_out]
