# SPDX-License-Identifier: EUPL-1.2
"""Splits Nordic compounds: energikartläggning → energi, kartläggning."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from dalamodellen.outputs.search.shipped_lists import WordLists

_SHORTEST_COMPOUND = 7
_SHORTEST_PART = 4
_SHORTEST_TRUSTED = 3
_MOST_PARTS = 4
_UNSURE = 2
"""What a part costs that only the dictionary knows; a trusted one costs 1."""
_DEAREST = 5


@dataclass(frozen=True)
class _Part:
    text: str
    """As it stands in the compound, with its linking letter."""
    base: str
    """The word it is."""
    cost: int


@dataclass
class Splitter:
    """Finds the cheapest way to read a word as two to four words after each other."""

    dictionary: Mapping[str, str]
    lists: WordLists
    _seen: dict[str, _Part | None] = field(default_factory=dict)

    def parts(self, word: str) -> list[str]:
        """Give the words a compound is made of, and those that some of its parts make together.

        Empty when it is not one. företagande is none: `ande` is an ending.
        """
        if len(word) < _SHORTEST_COMPOUND or word in self.lists.compound_words:
            return []
        best = min(self._ways(word, _MOST_PARTS), key=_price, default=None)
        if best is None or _price(best)[0] > _DEAREST:
            return []
        found = [part.base for part in best]
        for start in range(len(best)):
            for end in range(start + 2, len(best) + 1):
                if end - start < len(best):
                    middle = "".join(part.text for part in best[start : end - 1])
                    last = best[end - 1]
                    found.append(middle + (last.base if end < len(best) else last.text))
        return found

    def _ways(self, word: str, most: int) -> Iterator[list[_Part]]:
        for cut in range(_SHORTEST_TRUSTED, len(word) - _SHORTEST_TRUSTED + 1):
            first = self._first(word[:cut])
            if first is None:
                continue
            rest = word[cut:]
            if (last := self._last(rest)) is not None:
                yield [first, last]
            if most > 2 and len(rest) >= 2 * _SHORTEST_TRUSTED:  # noqa: PLR2004 - room for two
                for more in self._ways(rest, most - 1):
                    yield [first, *more]

    def _first(self, text: str) -> _Part | None:
        """Read what stands first or in the middle: a lemma, perhaps with s, or in its combining form."""
        if text not in self._seen:
            self._seen[text] = self._read_first(text)
        return self._seen[text]

    def _read_first(self, text: str) -> _Part | None:
        lists = self.lists
        if text in lists.no_parts:
            return None
        if text in lists.combining:
            return _Part(text, lists.combining[text], 1)
        bases = [text]
        if text.endswith("s"):
            bases.append(text[:-1])
        if trusted := next((base for base in bases if base in lists.compound_words), None):
            return _Part(text, trusted, 1)
        if text.endswith(("o", "u")):
            bases.append(f"{text[:-1]}a")
        bases += [f"{text}a", f"{text}e"] if len(text) >= _SHORTEST_PART else []
        for base in bases:
            if base in lists.compound_words:
                return _Part(text, base, 1)
            if len(base) > _SHORTEST_PART and base not in lists.no_parts and self._is_lemma(base):
                return _Part(text, base, _UNSURE)
        return None

    def _last(self, text: str) -> _Part | None:
        """Read what stands last: a word in any of its forms."""
        lists = self.lists
        if text in lists.no_parts:
            return None
        for form in (text, text.removesuffix("s")):
            lemma = lists.irregular.get(form) or self.dictionary.get(form, "")
            if form in lists.compound_words or lemma in lists.compound_words:
                return _Part(text, form if form in lists.compound_words else lemma, 1)
            if len(form) > _SHORTEST_PART and lemma and lemma not in lists.no_parts and lemma.islower():
                return _Part(text, lemma, _UNSURE)
        return None

    def _is_lemma(self, word: str) -> bool:
        return self.dictionary.get(word) == word and word.islower()


def _price(way: list[_Part]) -> tuple[int, int, int]:
    """Few and trusted parts first; then the longest last part."""
    return sum(part.cost for part in way) + len(way), len(way), -len(way[-1].text)
