# SPDX-License-Identifier: EUPL-1.2
"""The time zones that times of a calendar are told in, as iCalendar explains them.

Source:
    Directive 2000/84/EC: summer time from the last Sunday in March to the last Sunday in October,
    at one o'clock in the morning, Greenwich Mean Time; so it has been since 1996. Norway follows.
"""

from __future__ import annotations

from dalamodellen.model.clock import TimeZone
from dalamodellen.outputs.feeds.icalendar_text import line


def time_zone_lines(zone: TimeZone) -> list[str]:
    """Explain a zone: Swedish and Norwegian clocks go alike, an hour ahead of UTC, two in summer."""
    return [
        line("BEGIN", "VTIMEZONE"),
        line("TZID", zone.value),
        line("X-LIC-LOCATION", zone.value),
        *_part("DAYLIGHT", "CEST", "+0100", "+0200", "19960331T020000", month=3),
        *_part("STANDARD", "CET", "+0200", "+0100", "19961027T030000", month=10),
        line("END", "VTIMEZONE"),
    ]


def _part(kind: str, name: str, before: str, after: str, start: str, *, month: int) -> list[str]:
    return [
        line("BEGIN", kind),
        line("TZNAME", name),
        line("TZOFFSETFROM", before),
        line("TZOFFSETTO", after),
        line("DTSTART", start),
        line("RRULE", f"FREQ=YEARLY;BYMONTH={month};BYDAY=-1SU"),
        line("END", kind),
    ]
