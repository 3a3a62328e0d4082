# SPDX-License-Identifier: EUPL-1.2
"""What a word is made of: its lemma, and the parts of a compound.

The only part of the search that asks a dictionary (simplemma, and our own
lists). What it finds goes into the index by way of keys, so that a browser
needs no dictionary.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property

from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

from dalamodellen.outputs.search.compounds import Splitter
from dalamodellen.outputs.search.letters import pieces_of
from dalamodellen.outputs.search.shipped_lists import WordLists, word_lists
from dalamodellen.outputs.search.stems import NORDIC_ENDINGS, stem

_SHORTEST_KEY = 4
_SHORTEST_TAIL = 4
_NOUN_ENDINGS = ("arna", "erna", "ene", "ets", "ens", "en", "et", "er", "ar", "na", "")
"""What a noun of our lists may end in besides, the longest first."""
_BENT_ENDINGS = ("en", "et", "er", "ar", "erna", "arna", "ene")
"""What follows a word that is one itself: kursen and kurser are forms of kurs."""
Analysis = tuple[tuple[str, ...], tuple[str, ...]]
"""Keys of a word, and the words it is made of. A key is alike for all forms of a word: faktur."""


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
    known: dict[str, Analysis] = field(default_factory=dict)
    """What is known beforehand, and what has been found; may be kept until the next build."""
    own: frozenset[str] = frozenset()
    """Words that the site uses by themselves; compounds are split into them first."""

    @cached_property
    def _lists(self) -> WordLists:
        return word_lists(self.language)

    @cached_property
    def _splitter(self) -> Splitter:
        return Splitter(dictionary(self.language), self._lists, self.own.__contains__)

    def analyse(self, word: str) -> Analysis:
        """Give the keys of a word, and the words it is made of, in their plain form."""
        found = self.known.get(word)
        if found is None:
            found = self.known[word] = self._analyse(word)
        return found

    def _analyse(self, word: str) -> Analysis:
        pieces = pieces_of(word)
        if pieces:
            keys = [key_of("".join(pieces[:-1]) + self.lemma(pieces[-1]))]
            parts: list[str] = []
            for piece in pieces:
                parts += [self.lemma(piece), *self.analyse(piece)[1]]
            return tuple(keys), tuple(dict.fromkeys(parts))
        if not word.isalpha() or len(word) < _SHORTEST_TAIL:
            return (word,), ()
        return (key_of(self.lemma(word)),), tuple(dict.fromkeys(self._parts(word)))

    def lemma(self, word: str) -> str:
        """Give the lemma of a word: from our lists, the dictionary, its last part, or by rule."""
        if word in self._lists.compound_words:
            return word
        if listed := self._listed(word):
            return listed
        if word in self._lists.irregular:
            return self._lists.irregular[word]
        found = dictionary(self.language).get(word)
        if found and found.isalpha():
            return self._sound(word, found.lower())
        if self.language != "en" and (parts := self._splitter.split(word)):
            # A compound bends as its last part does.
            return word[: -len(parts[-1].text)] + parts[-1].base
        return self._by_rule(word)

    def _listed(self, word: str) -> str:
        """Find a noun of our lists that a word is a form of: företaget is one of företag, not of företa."""
        if self.language == "en":
            return ""
        for form in dict.fromkeys((word, word.removesuffix("s"))):
            for ending in _NOUN_ENDINGS:
                if (
                    form.endswith(ending)
                    and form.removesuffix(ending) in self._lists.compound_words
                ):
                    return form.removesuffix(ending)
        return ""

    def _by_rule(self, word: str) -> str:
        """Cut the ending of a word that nobody knows, to one that the site uses where there is one."""
        forms = dict.fromkeys((word, word.removesuffix("s")))
        shorter = [form.removesuffix(ending) for form in forms for ending in ("", *NORDIC_ENDINGS)]
        found = [form for form in shorter if len(form) >= _SHORTEST_TAIL and form in self.own]
        if found:
            return min(found, key=len)
        return stem(word, self.language)

    def _sound(self, form: str, lemma: str) -> str:
        """Refuse a lemma of another word: företagande is no form of företa, nor is kurs one of kur."""
        if self.language == "en" or lemma == form:
            return lemma
        if form.endswith(("ande", "ende")) and not lemma.endswith(("nde", "nd")):
            return form
        if lemma != form.removesuffix("s"):
            return lemma
        known = dictionary(self.language)
        bends = any(known.get(f"{form}{ending}") == form for ending in _BENT_ENDINGS)
        return form if bends else lemma

    def _parts(self, word: str) -> list[str]:
        if self.language == "en":
            return []
        return [self.lemma(part) for part in self._splitter.parts(word)]
