# SPDX-License-Identifier: EUPL-1.2
"""What a word is made of: its lemma, and the parts of a compound.

The only part of the search that asks a dictionary (simplemma, and our own
lists). What it finds goes into the index by way of keys, so that a browser
needs no dictionary.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

from dalamodellen.outputs.search.compounds import Splitter
from dalamodellen.outputs.search.letters import pieces_of
from dalamodellen.outputs.search.shipped_lists import word_lists
from dalamodellen.outputs.search.stems import stem

_SHORTEST_KEY = 4
_SHORTEST_TAIL = 4
Analysis = tuple[tuple[str, ...], tuple[str, ...]]
"""Keys of a word, and keys of its parts. A key is alike for all forms of a word: faktur."""


@cache
def dictionary(language: str) -> Mapping[str, str]:
    """Read a language's dictionary: form → lemma. It takes about a second."""
    return DefaultDictionaryFactory().get_dictionary(language)


def key_of(lemma: str) -> str:
    """Give what all forms of a word have in common: the lemma without a last a or e."""
    return lemma[:-1] if len(lemma) > _SHORTEST_KEY and lemma[-1] in "ae" else lemma


@dataclass
class Analyser:
    """Takes words apart, each distinct word once.

    Not frozen: it remembers what it has seen, which is what makes an index of
    many pages quick.
    """

    language: str
    """sv, nb or en."""
    known: dict[str, Analysis]
    """What is known beforehand, and what has been found; may be kept until the next build."""

    def analyse(self, word: str) -> Analysis:
        """Give the keys of a word and of its parts; the parts never hold the word itself."""
        found = self.known.get(word)
        if found is None:
            found = self.known[word] = self._analyse(word)
        return found

    def _analyse(self, word: str) -> Analysis:
        pieces = pieces_of(word)
        if pieces:
            keys, parts = [key_of("".join(pieces[:-1]) + self.lemma(pieces[-1]))], []
            for piece in pieces:
                own, inner = self.analyse(piece)
                parts += [*own, *inner]
            return tuple(keys), _without(parts, keys)
        if not word.isalpha() or len(word) < _SHORTEST_TAIL:
            return (word,), ()
        key = key_of(self.lemma(word))
        return (key,), _without(self._parts(word), [key])

    def lemma(self, word: str) -> str:
        """Give the lemma of a word: from our lists, the dictionary, its last part, or by rule."""
        lists = word_lists(self.language)
        if word in lists.irregular:
            return lists.irregular[word]
        if word in lists.compound_words:
            return word
        found = dictionary(self.language).get(word)
        if found and found.isalpha():
            return self._sound(word, found.lower())
        bare = word.removesuffix("s")
        for form in (word, bare):
            # The ending of a compound is that of its last part.
            for start in range(3, len(form) - _SHORTEST_TAIL + 1):
                tail = form[start:]
                lemma = lists.irregular.get(tail) or dictionary(self.language).get(tail)
                if lemma and tail not in lists.no_parts and lemma.isalpha():
                    return form[:start] + self._sound(tail, lemma.lower())
        return stem(word, self.language)

    def _sound(self, form: str, lemma: str) -> str:
        """Refuse a lemma that is a word of another kind: företagande is no form of företa."""
        if self.language != "en" and form.endswith(("ande", "ende")) and not lemma.endswith(("nde", "nd")):
            return form
        return lemma

    def _parts(self, word: str) -> list[str]:
        if self.language == "en":
            return []
        splitter = _splitter(self.language)
        return [key_of(self.lemma(part)) for part in splitter.parts(word)]


@cache
def _splitter(language: str) -> Splitter:
    return Splitter(dictionary(language), word_lists(language))


def _without(keys: Iterable[str], gone: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(key for key in keys if key not in set(gone)))
