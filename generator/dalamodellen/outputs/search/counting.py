# SPDX-License-Identifier: EUPL-1.2
"""Counts the words of pages by field, and says which terms each word stands for."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count

import numpy as np

from dalamodellen.outputs.search.analyser import Analyser, Analysis, key_of
from dalamodellen.outputs.search.documents import SearchDocument
from dalamodellen.outputs.search.letters import words_of
from dalamodellen.outputs.search.shipped_lists import word_lists
from dalamodellen.outputs.search.weights import BOOSTS, Counts, Weights, weigh

_SHORT_FIELDS = frozenset(["title", "names", "headings"])
"""Where words that say nothing are kept too, so that "Om oss" is found."""
_FEWEST_PAGES = 2
"""Pages a word stands in by itself before compounds are split into it because of that."""
Spoken = tuple[str, str]
"""A word with the language it is read in."""


@dataclass
class Counting:
    """What stands in the pages: made once for an index, word by word."""

    words: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = field(default_factory=dict)
    """Word → keys of its own, and keys of its parts."""
    part_words: dict[str, str] = field(default_factory=dict)
    """The plain form of a part → its key."""
    pages_with: Counter[str] = field(default_factory=Counter)
    """Word → how many pages it stands in."""
    terms: dict[str, int] = field(default_factory=dict)
    """Term → its number: =form, #key, +key as part."""
    weights: Weights = field(default_factory=lambda: Weights([0], [], [], []))
    """What the terms weigh."""

    def made_of(self, word: str, analysis: Analysis) -> list[int]:
        """Give the terms of a word: its form, its keys, and its parts as parts."""
        keys, plain = analysis
        parts = []
        for part in plain:
            key = key_of(part)
            if key not in keys and key not in parts:
                parts.append(key)
                # Who searches for a part shall find it, even where it never stands alone.
                self.part_words.setdefault(part, key)
        before = self.words.get(word, ((), ()))
        self.words[word] = (
            tuple(dict.fromkeys((*before[0], *keys))),
            tuple(dict.fromkeys((*before[1], *parts))),
        )
        names = [f"={word}", *(f"#{key}" for key in keys), *(f"+{part}" for part in parts)]
        return [self.terms.setdefault(name, len(self.terms)) for name in names]


def count_words(
    pages: Sequence[SearchDocument], known: Mapping[str, dict[str, Analysis]], language: str
) -> tuple[Counting, Analyser]:
    """Count the words of pages, analyse each distinct one once, and weigh them.

    Args:
        pages: The pages, in order of their numbers.
        known: Language → word → what is known of it beforehand; what is found is added.
        language: The language whose analyser is wanted back.
    """
    counts, words = _count(pages)
    spread = _spread(counts, words)
    own: dict[str, set[str]] = defaultdict(set)
    for (spoken, word), many in zip(words, spread, strict=True):
        if many >= _FEWEST_PAGES:
            own[spoken].add(word)
    analysers = {
        spoken: Analyser(spoken, known.get(spoken, {}), frozenset(own[spoken]))
        for spoken in sorted({language, *(spoken for spoken, _ in words)})
    }
    counting = Counting()
    made_of = []
    for (spoken, word), many in zip(words, spread, strict=True):
        made_of.append(counting.made_of(word, analysers[spoken].analyse(word)))
        counting.pages_with[word] += many
    if words:
        counting.weights = weigh(counts, made_of, len(pages), len(counting.terms))
    return counting, analysers[language]


def _count(pages: Sequence[SearchDocument]) -> tuple[Counts, list[Spoken]]:
    """Count words by page and field; in running text, those that say nothing are left out."""
    numbers: dict[str, defaultdict[str, int]] = {}
    next_number = count()
    rows = array("q"), array("q"), array("q")
    fields = {name: number for number, name in enumerate(BOOSTS)}
    for page, place in zip(pages, count(0, len(fields)), strict=False):
        known = numbers.setdefault(page.language, defaultdict(next_number.__next__))
        stopped = word_lists(page.language).stop_words
        for name, text in page.fields():
            words = Counter(words_of(text))
            if name not in _SHORT_FIELDS:
                for word in stopped.intersection(words):
                    del words[word]
            rows[0].extend([known[word] for word in words])
            rows[1].extend([place + fields[name]] * len(words))
            rows[2].extend(words.values())
    named = {
        number: (spoken, word)
        for spoken, known in numbers.items()
        for word, number in known.items()
    }
    columns = [np.frombuffer(row, dtype=np.int64) if row else np.zeros(0, np.int64) for row in rows]
    return Counts(*columns), [named[number] for number in range(len(named))]


def _spread(counts: Counts, words: Sequence[Spoken]) -> list[int]:
    """Count the pages each word stands in."""
    pairs = np.unique(counts.words * (1 << 32) + counts.places // len(BOOSTS))
    found: list[int] = np.bincount(pairs >> 32, minlength=len(words)).tolist()
    return found
