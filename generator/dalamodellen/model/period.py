# SPDX-License-Identifier: EUPL-1.2
"""Dates as sources state them: whole, without a day, without a year, or not known at all."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import total_ordering
from typing import Any

from pydantic import GetJsonSchemaHandler, ValidationError, model_validator
from pydantic_core import CoreSchema, PydanticCustomError

from dalamodellen.model.part import Part, about

_MONTHS = (
    "januari februari mars april maj juni juli augusti september oktober november december",
    "januar februar mars april mai juni juli august september oktober november desember",
    "january february march april may june july august september october november december",
)
"""The names of the months as people may write them in a record."""
_MONTH_NUMBERS = {
    name: number for names in _MONTHS for number, name in enumerate(names.split(), start=1)
}
UNKNOWN_WORDS = frozenset({"unknown", "okänd", "okänt", "ukjent", "framgår inte av våra källor"})
_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_WITHOUT_YEAR = re.compile(r"--(\d{2})(?:-(\d{2}))?")
_SERIAL = re.compile(r"([2-7]\d{4})(?:[.,]\d+)?")
_MARKED = re.compile(r"(\d{1,4})([/.-])(\d{1,2})\2(\d{1,4})(?: 0?0[.:]00(?:[.:]00)?)?")
"""Three numbers with the same mark between them, as spreadsheets show dates."""
_SERIAL_START = date(1899, 12, 30)
"""The day that spreadsheets count their days from."""
_WORDS = re.compile(r"(?:(\d{1,2})\.? )?([a-zåäö]+)(?: (\d{4}))?")
YEARS = (1800, 2200)
"""First and last year anything here is about."""
MONTHS_OF_A_YEAR = 12
_NO_YEAR = 9999
"""Dates without a year come after all others."""


def _check_date(year: int | None, month: int | None, day: int | None, words: str) -> None:
    """See that there is such a day, as far as it is known.

    Raises:
        PydanticCustomError: `impossible-date`, in the writer's own words.
    """
    first, last = YEARS
    # A day without a year may be 29 February, so a leap year decides.
    is_possible = (
        (year is None or first <= year <= last)
        and (month is None or 1 <= month <= MONTHS_OF_A_YEAR)
        and (day is None or (month is not None and 1 <= day <= monthrange(year or 2000, month)[1]))
    )
    if not is_possible:
        raise PydanticCustomError("impossible-date", "no such day", {"name": words.strip()})


@total_ordering
class PartialDate(Part):
    """A date of which only some parts may be known. All parts unknown is a value too."""

    year: int | None = about(None, unit="year", example=2009)
    """Year, or nothing where the source states none."""
    month: int | None = about(None, unit="month of the year, 1 to 12", example=8)
    """Month, or nothing where the source states none."""
    day: int | None = about(None, unit="day of the month", example=1)
    """Day, or nothing where the source states none."""

    @model_validator(mode="before")
    @classmethod
    def _from_words(cls, value: Any) -> Any:
        if isinstance(value, str):
            return _parse_date(value)
        if isinstance(value, date):
            return {"year": value.year, "month": value.month, "day": value.day}
        if isinstance(value, dict | PartialDate):
            return value
        raise PydanticCustomError("invalid-date", "not a date", {"name": str(value)})

    @model_validator(mode="after")
    def _is_possible(self) -> PartialDate:
        _check_date(self.year, self.month, self.day, self.iso)
        return self

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """A date is one string in a record, whatever its parts; a year alone is read as a number."""
        del core_schema, handler
        return {
            "type": ["string", "integer"],
            "title": "PartialDate",
            "examples": ["2012-01-01", "2009-08", "2009", "1 augusti", "september", "okänt"],
        }

    @property
    def is_unknown(self) -> bool:
        """Whether no part of the date is known."""
        return self.year is None and self.month is None

    @property
    def is_whole(self) -> bool:
        """Whether year, month and day are all known."""
        return None not in (self.year, self.month, self.day)

    @property
    def iso(self) -> str:
        """The date in ISO 8601, as far as it is known; "" when nothing is."""
        if self.is_unknown:
            return ""
        year = f"{self.year:04}" if self.year is not None else "-"
        parts = [f"{part:02}" for part in (self.month, self.day) if part is not None]
        return "-".join([year, *parts])

    @property
    def first_day(self) -> date | None:
        """The first day it can mean; nothing where the year is not known."""
        if self.year is None:
            return None
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date | None:
        """The last day it can mean; nothing where the year is not known."""
        if self.year is None:
            return None
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, PartialDate):
            return NotImplemented
        return self._order() < other._order()

    def _order(self) -> tuple[int, int, int]:
        return (self.year or _NO_YEAR, self.month or 0, self.day or 0)


_WORD = r"(?:kvartal|kvt|kv|k|q|halvår|halvar|hå|h)\.?"
_YEAR_FIRST = re.compile(rf"(\d{{4}})[ -]?({_WORD}) ?(\d)")
_YEAR_LAST = re.compile(rf"({_WORD}) ?(\d)[ -]?(\d{{4}})")
_NUMBER_FIRST = re.compile(rf"(\d)\.? ?({_WORD}) ?(\d{{4}})")
_HALVES = re.compile(r"(första|andra|første|andre) halv(?:året|år) ?(\d{4})")
MONTHS_OF_A_QUARTER = 3


def _named_part(words: str) -> tuple[int, int, int] | None:
    """Read a quarter or half-year: "2023-Q1", "2023 kv 1", "1. kvartal 2023", "2023 H2".

    Returns:
        The year, its first month and its last; None for other words.
    """
    cleaned = " ".join(words.lower().split())
    if match := _YEAR_FIRST.fullmatch(cleaned):
        year, name, number = match.groups()
    elif match := _YEAR_LAST.fullmatch(cleaned):
        name, number, year = match.groups()
    elif match := _NUMBER_FIRST.fullmatch(cleaned):
        number, name, year = match.groups()
    elif match := _HALVES.fullmatch(cleaned):
        number = "1" if match[1].startswith("f") else "2"
        name, year = "h", match[2]
    else:
        return None
    months = MONTHS_OF_A_QUARTER * (2 if name.startswith("h") else 1)
    last = int(number) * months
    if not months <= last <= MONTHS_OF_A_YEAR:
        raise PydanticCustomError("impossible-date", "no such part of a year", {"name": words})
    return int(year), last - months + 1, last


def is_period(words: str) -> bool:
    """Tell whether words are a period: a year, a quarter, a month, from a day to a day."""
    try:
        return not Period.model_validate(words).is_unknown
    except ValidationError:
        return False


class Period(Part):
    """From when to when. Either end may be partly known, unknown or open."""

    start: PartialDate = about(PartialDate(), example="2012-01-01")
    """First day, as the source states it."""
    end: PartialDate = about(PartialDate(), example="2014-06-30")
    """Last day, as the source states it."""
    is_open: bool = about(False, example=False)
    """Whether it goes on without a stated end."""

    @model_validator(mode="before")
    @classmethod
    def _from_words(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        words = value.strip()
        if words.lower() in UNKNOWN_WORDS:
            return {}
        if found := _named_part(words):
            year, first, last = found
            return {"start": f"{year:04}-{first:02}", "end": f"{year:04}-{last:02}"}
        start, separator, end = _split_period(words)
        if separator and not start:
            raise PydanticCustomError("invalid-date", "no start", {"name": words})
        if not separator:
            return {"start": start, "end": start}
        if end in ("", ".."):
            return {"start": start, "is_open": True}
        return {"start": start, "end": end}

    @model_validator(mode="after")
    def _in_order(self) -> Period:
        first, last = self.start.first_day, self.end.last_day
        if first and last and last < first:
            raise PydanticCustomError(
                "period-backwards",
                "the end comes before the start",
                {"start": self.start.iso, "end": self.end.iso},
            )
        return self

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """A period is one string in a record, or its two ends."""
        del core_schema, handler
        ends = {"type": "string"}
        return {
            "title": "Period",
            "anyOf": [
                {
                    "type": ["string", "integer"],
                    "examples": ["2012-01-01/2014-06-30", "2023 K1", "2020-08/..", "okänd"],
                },
                {
                    "type": "object",
                    "properties": {"start": ends, "end": ends, "is_open": {"type": "boolean"}},
                    "additionalProperties": False,
                },
            ],
        }

    @property
    def order(self) -> tuple[date, date]:
        """What periods are sorted by: their last day, then their first; unknown ones last."""
        last = self.end.last_day or date.max
        return last, self.start.first_day or date.max

    @property
    def is_unknown(self) -> bool:
        """Whether neither end is known."""
        return self.start.is_unknown and self.end.is_unknown


def _split_period(words: str) -> tuple[str, str, str]:
    for separator in ("/", " till ", " til ", " to ", "–"):
        start, found, end = words.partition(separator)
        if found:
            return start.strip(), found, end.strip()
    return words, "", ""


def _parse_date(words: str) -> dict[str, int | None]:
    """Read a date as people write it: ISO, or day and month in words.

    Raises:
        PydanticCustomError: `invalid-date`, when the words are no date.
    """
    cleaned = words.strip().lower()
    if cleaned in UNKNOWN_WORDS:
        return {}
    if match := _ISO.fullmatch(cleaned):
        year, month, day = match.groups()
    elif match := _WITHOUT_YEAR.fullmatch(cleaned):
        year, (month, day) = None, match.groups()
    elif (match := _WORDS.fullmatch(cleaned)) and match[2] in _MONTH_NUMBERS:
        day, name, year = match.groups()
        month = str(_MONTH_NUMBERS[name])
    else:
        raise _no_date(words, cleaned)
    parts = {
        key: int(part) if part is not None else None
        for key, part in (("year", year), ("month", month), ("day", day))
    }
    _check_date(parts["year"], parts["month"], parts["day"], words)
    return parts


def _no_date(words: str, cleaned: str) -> PydanticCustomError:
    """Say what is wrong with a date: a spreadsheet's own way of writing has an issue of its own."""
    if match := _SERIAL.fullmatch(cleaned):
        meant = _SERIAL_START + timedelta(days=int(match[1]))
        values = {"given": words, "meant": meant.isoformat()}
        return PydanticCustomError("date-as-number", "a spreadsheet's number of days", values)
    if match := _MARKED.fullmatch(cleaned):
        meant_days = _meant(match[1], match[3], match[4], mark=match[2])
        if meant_days:
            values = {"given": words, "meant": meant_days[0], "other": meant_days[-1]}
            code = "ambiguous-date" if len(meant_days) > 1 else "date-as-shown"
            return PydanticCustomError(code, "as a spreadsheet shows it", values)
    return PydanticCustomError("invalid-date", "not a date", {"name": words})


def _meant(first: str, second: str, third: str, *, mark: str) -> list[str]:
    """List the days that three numbers can mean, the likeliest first."""
    if len(first) == len("2027"):
        orders = [(first, second, third)]
    elif mark == ".":
        # With points between them the day comes first everywhere.
        orders = [(third, second, first)]
    else:
        orders = [(third, second, first), (third, first, second)]
    found = []
    for year, month, day in orders:
        full = f"20{year}" if len(year) == len("27") else year
        try:
            meant = date(int(full), int(month), int(day)).isoformat()
        except ValueError:
            continue
        if meant not in found:
            found.append(meant)
    return found
