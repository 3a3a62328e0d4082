# SPDX-License-Identifier: EUPL-1.2
"""From text to the words that are searched, and from words to the letters typed in a hurry.

`theme/search/letters.js` does the same in the browser; a test compares the two.
"""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+(?:[-/.:'’&+][^\W_]+)*")
_UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_INNER = re.compile(r"[^\w]|_")
_LETTERS = str.maketrans({"ø": "o", "æ": "ae", "ß": "ss", "ð": "d", "þ": "th", "đ": "d", "ł": "l"})
_MARKS = re.compile("[\u0300-\u036f]")


def words_of(text: str) -> list[str]:
    """Give the words of a text in their order, in small letters.

    Å, ä, ö, ø and æ stay, and so do digits, short words and what is joined by
    a sign: CO2, ISO 14001, e-faktura, 24/7, 2009:400.
    """
    plain = unicodedata.normalize("NFKC", _UNSEEN.sub("", text)).lower()
    return _WORD.findall(plain)


def pieces_of(word: str) -> list[str]:
    """Give what a word is joined of by signs: e-faktura → e, faktura. Empty for a word of one piece."""
    pieces = [piece for piece in _INNER.split(word) if piece]
    return pieces if len(pieces) > 1 else []


def folded(word: str) -> str:
    """Give a word as it is typed without dots, rings, strokes and signs: e-tjänsten → etjansten."""
    if word.isascii() and word.isalnum():
        return word
    plain = word.translate(_LETTERS)
    plain = _MARKS.sub("", unicodedata.normalize("NFD", plain))
    return _INNER.sub("", plain)
