# SPDX-License-Identifier: EUPL-1.2
"""Splits Nordic compounds: energikartläggning → energi, kartläggning."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from dalamodellen.outputs.search.shipped_lists import WordLists

_SHORTEST_COMPOUND = 6
_SHORTEST_PART = 4
_SHORTEST_TRUSTED = 2
_MOST_PARTS = 4
_TRUSTED, _OWN, _SHORT_OWN, _KNOWN, _SHORT = 1.0, 1.2, 1.5, 2.0, 2.6
"""What a part costs: one in our list, one the site uses by itself (a short one), one in the dictionary, a short one there."""
_DEAREST = 2.1
"""What the parts of a word may cost on average."""
_DEAREST_KNOWN = 2.0
"""What they may cost where the dictionary has the whole word too."""
_LONG = 5


@dataclass(frozen=True)
class Part:
    """A part of a compound."""

    text: str
    """As it stands in the compound, with its linking letter."""
    base: str
    """The word it is."""
    cost: float
    """How unsure it is; less is better."""


@dataclass
class Splitter:
    """Finds the cheapest way to read a word as two to four words after each other."""

    dictionary: Mapping[str, str]
    """Form → lemma."""
    lists: WordLists
    """Our own lists."""
    own: Callable[[str], bool]
    """Tells whether the site uses a word by itself."""
    _firsts: dict[str, Part | None] = field(default_factory=dict)
    _lasts: dict[str, Part | None] = field(default_factory=dict)

    def split(self, word: str) -> list[Part]:
        """Give the parts of a compound in order; empty when it is none. företagande is none: `ande` is an ending."""
        if len(word) < _SHORTEST_COMPOUND or not word.isalpha():
            return []
        lemma = self.lists.irregular.get(word) or self.dictionary.get(word, "")
        if word in self.lists.compound_words or lemma in self.lists.compound_words:
            # A word that others are made of: verktyget is no form of verk and tyg.
            return []
        best = min(self._ways(word, _MOST_PARTS), key=_price, default=None)
        # A word that the dictionary has may be one of its own: försändelse is no ending.
        dearest = _DEAREST_KNOWN if self.dictionary.get(word) == word else _DEAREST
        return best if best and sum(part.cost for part in best) <= dearest * len(best) else []

    def parts(self, word: str) -> list[str]:
        """Give the words a compound is made of, what they are made of, and what some of them make together."""
        best = self.split(word)
        found = [part.base for part in best]
        for start in range(len(best)):
            for end in range(start + 2, len(best) + 1):
                if end - start < len(best):
                    middle = "".join(part.text for part in best[start : end - 1])
                    last = best[end - 1]
                    found.append(middle + (last.base if end < len(best) else last.text))
        for part in best:
            found += self.parts(part.base)
        return found

    def _ways(self, word: str, most: int) -> Iterator[list[Part]]:
        for cut in range(_SHORTEST_TRUSTED, len(word) - _SHORTEST_TRUSTED):
            first = self._first(word[:cut])
            if first is None:
                continue
            rest = word[cut:]
            if (last := self._last(rest)) is not None:
                yield [first, last]
            if most > 2 and len(rest) >= _SHORTEST_COMPOUND:  # noqa: PLR2004 - room for two
                for more in self._ways(rest, most - 1):
                    yield [first, *more]

    def _first(self, text: str) -> Part | None:
        """Read what stands first or in the middle: a lemma, perhaps with s, or in its combining form."""
        if text not in self._firsts:
            self._firsts[text] = self._read_first(text)
        return self._firsts[text]

    def _read_first(self, text: str) -> Part | None:
        lists = self.lists
        if text in lists.no_parts:
            return None
        if text in lists.combining:
            return Part(text, lists.combining[text], _TRUSTED)
        bases = [text]
        if text.endswith("s") and len(text) > _SHORTEST_PART:
            bases.append(text[:-1])
        if len(text) >= _SHORTEST_PART:
            bases += [f"{text}a", f"{text}e"]
            if text.endswith(("o", "u")):
                bases.append(f"{text[:-1]}a")
            if text.endswith("s"):
                bases.append(f"{text[:-1]}e")
        found = [
            (cost, -len(base), base) for base in bases if (cost := self._cost(base)) is not None
        ]
        if not found:
            return None
        cost, _, base = min(found)
        # A verb or an adjective in its bare form stands first more seldom than a noun does.
        return Part(text, base, cost if base in (text, text[:-1]) else cost + 0.2)

    def _last(self, text: str) -> Part | None:
        """Read what stands last: a word in any of its forms."""
        if text not in self._lasts:
            self._lasts[text] = self._read_last(text)
        return self._lasts[text]

    def _read_last(self, text: str) -> Part | None:
        lists = self.lists
        found = []
        for form in dict.fromkeys((text, text.removesuffix("s"))):
            if form in lists.no_parts or text in lists.no_parts:
                continue
            lemma = lists.irregular.get(form) or self.dictionary.get(form, "")
            found += [
                (cost, -len(base), base)
                for base in dict.fromkeys((form, lemma))
                if base and (cost := self._cost(base)) is not None
            ]
        if not found:
            return None
        cost, _, base = min(found)
        return Part(text, base, cost)

    def _cost(self, base: str) -> float | None:
        """Say how unsure a word is as a part; None for one that cannot be one."""
        if base in self.lists.compound_words:
            return _TRUSTED
        if base in self.lists.no_parts or len(base) < _SHORTEST_PART - 1:
            return None
        is_known = self.dictionary.get(base) == base
        if self.own(base) and (is_known or len(base) >= _LONG):
            return {3: _KNOWN, 4: _SHORT_OWN}.get(len(base), _OWN)
        if not is_known or len(base) < _SHORTEST_PART:
            return None
        return _KNOWN if len(base) >= _LONG else _SHORT


def _price(way: list[Part]) -> tuple[float, int, int]:
    """Sure parts first, then few, then a long last one."""
    return sum(part.cost for part in way), len(way), -len(way[-1].text)
