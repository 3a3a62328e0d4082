# SPDX-License-Identifier: EUPL-1.2
"""The order readers of each language look things up in, and the letter they look under."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Swedes file a Danish ø under ö, Norwegians a Swedish ä under æ, and the English have no more
# letters than those from a to z. The machine's locale is never asked.
_ALIKE = {
    "sv": str.maketrans({"æ": "ä", "ø": "ö", "ü": "y"}),
    "nb": str.maketrans({"ä": "æ", "ö": "ø", "ü": "y"}),
    "en": str.maketrans({"æ": "ae", "ø": "o"}),
}
_AFTER_Z = {"sv": "åäö", "nb": "æøå", "en": ""}
"""Language → its letters after z, in order."""
_PLACES = {
    language: {ord(letter): f"{{{place}" for place, letter in enumerate(letters)}
    for language, letters in _AFTER_Z.items()
}
"""Language → where each of those letters stands; a brace comes after z."""
_SIGNS = re.compile(r"^[\W_]+")


@lru_cache(maxsize=8192)
def sort_key(words: str, language: str) -> str:
    """Order words as a reader of the language does: Swedish å, ä, ö, Norwegian æ, ø, å after z.

    Signs before the first letter do not count, nor do capitals and accents.
    """
    return _SIGNS.sub("", _plain(words, language)).translate(_PLACES[language])


def letter_of(words: str, language: str) -> str:
    """Give the heading that a reader looks for words under: "A", "Ö", "0–9", or "#" for signs."""
    letter = next((sign for sign in _plain(words, language) if sign.isalnum()), "#").upper()
    return "0–9" if letter.isdigit() else letter


def _plain(words: str, language: str) -> str:
    """Write words in the small letters of the language's own alphabet."""
    composed = unicodedata.normalize("NFC", words).casefold().translate(_ALIKE[language])
    return "".join(
        sign
        if sign in _AFTER_Z[language]
        else "".join(c for c in unicodedata.normalize("NFD", sign) if not unicodedata.combining(c))
        for sign in composed
    )
