# SPDX-License-Identifier: EUPL-1.2
"""Lines of iCalendar (RFC 5545): how a value is written, and where a long line is folded."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

LONGEST_LINE = 75
"""Octets that a line may have, without its break."""
_BREAK = "\r\n"
_FOLD = f"{_BREAK} "


def line(name: str, value: str, **parameters: str) -> str:
    """Write a property whose value is already as the format wants it.

    Args:
        name: The property's name.
        value: Its value.
        **parameters: What is said about the value, such as TZID; an empty one is left out.
    """
    told = "".join(f";{key}={given}" for key, given in parameters.items() if given)
    return _folded(f"{name}{told}:{value}")


def text_line(name: str, words: str, *, language: str = "") -> str:
    """Write a property that holds words.

    Args:
        name: The property's name.
        words: What it says; may have several lines.
        language: The language of the words, where it is not that of the calendar.
    """
    return line(name, as_text(words), LANGUAGE=language)


def as_text(words: str) -> str:
    """Write words so that no sign in them means anything to a calendar."""
    # Of control characters only the tab may stand in a value.
    plain = "".join(sign for sign in words.replace("\r\n", "\n") if sign >= " " or sign in "\t\n")
    for sign, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        plain = plain.replace(sign, written)
    return plain


def as_day(day: date) -> str:
    """Write a whole day."""
    return f"{day:%Y%m%d}"


def as_moment(moment: datetime) -> str:
    """Write a time of a day, where the thing takes place; its zone is told beside it."""
    return f"{moment:%Y%m%dT%H%M%S}"


def as_file(lines: Iterable[str]) -> bytes:
    """Put lines together to a file, each with its break."""
    return "".join(f"{one}{_BREAK}" for one in lines).encode()


def _folded(written: str) -> str:
    """Fold a line that is too long, never within a letter: one letter may be several octets."""
    octets = written.encode()
    if len(octets) <= LONGEST_LINE:
        return written
    parts = []
    start = 0
    # The space that begins each further line counts too.
    room = LONGEST_LINE
    while len(octets) - start > room:
        end = start + room
        while octets[end] & 0xC0 == 0x80:  # noqa: PLR2004 - an octet that goes on a letter
            end -= 1
        parts.append(octets[start:end].decode())
        start, room = end, LONGEST_LINE - 1
    return _FOLD.join([*parts, octets[start:].decode()])
