# SPDX-License-Identifier: EUPL-1.2
"""Tables for spreadsheets and programs: comma and decimal point as in RFC 4180, in UTF-8.

They begin with a byte order mark, by which Excel knows the encoding and which pandas passes over.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from dalamodellen.model.number import is_hidden

_BYTE_ORDER_MARK = "\ufeff"
_FORMULA = ("=", "+", "-", "@", "\t")
"""What a spreadsheet would take for a formula."""

Value = str | int | Decimal | None


def csv_text(lines: Iterable[Sequence[Value]]) -> str:
    """Write a table, one line a row, words as words and numbers as numbers.

    A number that is hidden or not known is empty. Words that a spreadsheet would reckon as a
    formula get an apostrophe before them.
    """
    rows = (",".join(_cell(value) for value in line) + "\r\n" for line in lines)
    return _BYTE_ORDER_MARK + "".join(rows)


def _cell(value: Value) -> str:
    if value is None or is_hidden(value if isinstance(value, Decimal) else None):
        return ""
    if not isinstance(value, str):
        return f"{Decimal(value).normalize():f}"
    word = f"'{value}" if value.startswith(_FORMULA) else value
    is_quoted = any(mark in word for mark in ',"\r\n')
    return '"' + word.replace('"', '""') + '"' if is_quoted else word
