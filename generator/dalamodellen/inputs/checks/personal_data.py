# SPDX-License-Identifier: EUPL-1.2
"""Rules about people: a personal identity number stops the build, wherever it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from dalamodellen.inputs.loaded import Loaded
from dalamodellen.issues import Issue, Source
from dalamodellen.model.site import Site

_SWEDISH = re.compile(r"(?<!\d)(?<!\d[.,-])(\d{2})?(\d{6})([-+ ]?)(\d{4})(?![\d.,-]*\d)")
_NORWEGIAN = re.compile(r"(?<!\d)(?<!\d[.,-])(\d{6}) ?(\d{5})(?![\d.,-]*\d)")
_DANISH = re.compile(r"(?<!\d)(?<!\d[.,-])(\d{6})-(\d{4})(?![\d.,-]*\d)")
_FOUR_DIGITS = re.compile(r"\d{4}")
"""Every identity number ends so; most lines do not hold any."""
_CELL_ENDS = str.maketrans({",": "|", ";": "|"})
_COORDINATION_DAY = 60
"""A Swedish co-ordination number has its day raised by this much."""
_D_NUMBER_DAY = 40
"""A Norwegian D-number has its day raised by this much."""
_NORWEGIAN_WEIGHTS = ((3, 7, 6, 1, 8, 9, 4, 5, 2, 1), (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1))


def check_identity_numbers(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """No file holds a person's identity number: Swedish, Norwegian or Danish."""
    del site
    for file in (*loaded.texts, *loaded.attachments):
        is_table = file.path.endswith(".csv")
        for number, line in enumerate(file.lines, 1):
            if not _FOUR_DIGITS.search(line):
                continue
            # In a table a comma ends a cell; elsewhere it may belong to a long number.
            words = line.translate(_CELL_ENDS) if is_table else line
            for column, length in find_identity_numbers(words):
                place = Source(file.path, number, column + 1, length)
                # The number itself is never repeated in the message.
                yield Issue("identity-number", place)


def check_identity_numbers_in_names(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """No file or folder is named after a person's identity number."""
    for path in sorted({file.path for file in loaded.texts} | set(site.assets)):
        words = re.sub(r"[^0-9+-]", "|", path)
        if next(find_identity_numbers(words), None):
            yield Issue("identity-number-in-name", Source(path))


def find_identity_numbers(line: str) -> Iterator[tuple[int, int]]:
    """Find what is a person's number by its date and check digit.

    An organisation number is no match: its "month" is 20 or more.

    Returns:
        Pairs of the place in the line, from 0, and the length.
    """
    for match in _SWEDISH.finditer(line):
        if is_swedish_number(match[2] + match[4], match[1] or ""):
            yield match.start(), len(match[0])
    for match in _NORWEGIAN.finditer(line):
        if is_norwegian_number(match[1] + match[2]):
            yield match.start(), len(match[0])
    for match in _DANISH.finditer(line):
        if _is_date(match[1][4:6], match[1][2:4], match[1][0:2]):
            yield match.start(), len(match[0])


def is_swedish_number(ten_digits: str, century: str = "") -> bool:
    """Tell whether ten digits are a Swedish personal or co-ordination number."""
    if century not in ("", "18", "19", "20"):
        return False
    day = int(ten_digits[4:6])
    if day > _COORDINATION_DAY:
        day -= _COORDINATION_DAY
    if not _is_date(ten_digits[0:2], ten_digits[2:4], f"{day:02}"):
        return False
    total = 0
    for position, digit in enumerate(ten_digits):
        product = int(digit) * (2 if position % 2 == 0 else 1)
        total += product // 10 + product % 10
    return total % 10 == 0


def is_norwegian_number(eleven_digits: str) -> bool:
    """Tell whether eleven digits are a Norwegian national identity or D-number."""
    day = int(eleven_digits[0:2])
    if day > _D_NUMBER_DAY:
        day -= _D_NUMBER_DAY
    if not _is_date(eleven_digits[4:6], eleven_digits[2:4], f"{day:02}"):
        return False
    digits = [int(digit) for digit in eleven_digits]
    return all(
        sum(weight * digit for weight, digit in zip(weights, digits, strict=False)) % 11 == 0
        for weights in _NORWEGIAN_WEIGHTS
    )


def _is_date(year: str, month: str, day: str) -> bool:
    # A leap year stands for the unknown century.
    for century in ("19", "20"):
        try:
            date(int(century + year), int(month), int(day))
        except ValueError:
            continue
        return True
    return False


RULES = (check_identity_numbers, check_identity_numbers_in_names)
