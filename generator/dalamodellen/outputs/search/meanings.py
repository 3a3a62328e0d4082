# SPDX-License-Identifier: EUPL-1.2
"""Words that mean the same: from our own lists and the site's, to the keys a site has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from dalamodellen.outputs.search.analyser import Analyser
from dalamodellen.outputs.search.letters import words_of
from dalamodellen.outputs.search.shipped_lists import LANGUAGES, Meaning, meanings, word_lists

DERIVED_ENDINGS = ("ning", "ing", "het", "ande", "ende", "else")
"""What makes a noun of a verb or an adjective."""
_SHORTEST_BASE = 4
Link = tuple[int, ...]
"""Keys that together mean the same as a word; nearly always one."""


@dataclass
class Links:
    """What means the same as what, in one site."""

    by_key: dict[str, tuple[Link, ...]] = field(default_factory=dict)
    """Key → its links."""
    by_word: dict[str, tuple[Link, ...]] = field(default_factory=dict)
    """Word that is used on the site with a meaning that its key alone has not."""
    unused: dict[str, tuple[Link, ...]] = field(default_factory=dict)
    """Word that the site does not use → its links."""

    def of(self, word: str, keys: Sequence[str]) -> tuple[Link, ...]:
        """Give the links of a word that stands on the site."""
        found = [*self.by_word.get(word, ())]
        for key in keys:
            found += self.by_key.get(key, ())
        return tuple(dict.fromkeys(found))


@dataclass(frozen=True)
class _Site:
    """What a site has of words."""

    analyser: Analyser
    numbers: Mapping[str, int]
    used: Mapping[str, object]

    def keys(self, phrase: str) -> tuple[str, ...]:
        """Give the key of each word of a phrase that says something."""
        stopped = word_lists(self.analyser.language).stop_words
        words = words_of(phrase)
        said = [word for word in words if word not in stopped] or words
        return tuple(self.analyser.analyse(word)[0][0] for word in said)

    def target(self, phrase: str) -> Link:
        """Give the keys of a phrase by number; none where the site lacks one of them."""
        keys = self.keys(phrase)
        return tuple(self.numbers[key] for key in keys) if set(keys) <= self.numbers.keys() else ()


def links_between(
    analyser: Analyser,
    synonyms: Sequence[Meaning],
    numbers: Mapping[str, int],
    used: Mapping[str, object],
) -> Links:
    """Tie words that mean the same to the keys of a site.

    A phrase is a word written as one, as two words typed after each other are
    also looked up: "public procurement" is publicprocurement.

    Args:
        analyser: Of the site's language.
        synonyms: The site's own meanings, before ours.
        numbers: Key → its number, for all that the site has.
        used: The words that stand on the site.
    """
    site = _Site(analyser, numbers, used)
    links = Links()
    for key, base in _derived(numbers):
        for one, other in ((key, base), (base, key)):
            links.by_key[one] = _joined(links.by_key.get(one, ()), ((numbers[other],),))
    for meaning in (*synonyms, *meanings()):
        spoken = dict(zip(LANGUAGES, meaning, strict=True))
        own = spoken.get(analyser.language, ())
        targets = [target for word in own if (target := site.target(word))]
        if targets:
            for language, words in spoken.items():
                for word in words:
                    _tie(links, site, word, targets, is_own=language == analyser.language)
    return links


def _derived(numbers: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """Pair the keys of an act and of doing it: hantering and hantera, jämställdhet and jämställd."""
    for key in sorted(numbers):
        for ending in DERIVED_ENDINGS:
            base = key.removesuffix(ending)
            if base != key and len(base) >= _SHORTEST_BASE and base in numbers:
                yield key, base
                break


def _tie(links: Links, site: _Site, phrase: str, targets: Sequence[Link], *, is_own: bool) -> None:
    """Let a word or phrase lead to what means the same on the site."""
    pieces = words_of(phrase)
    word = "".join(pieces)
    keys = site.keys(phrase) if is_own and word else ()
    itself = site.target(phrase) if is_own and word else ()
    others = tuple(target for target in targets if target != itself)
    if not word or not others:
        return
    if len(keys) == 1 and itself:
        links.by_key[keys[0]] = _joined(links.by_key.get(keys[0], ()), others)
        if len(pieces) == 1 and word not in site.used:
            links.unused[word] = _joined(links.unused.get(word, ()), (itself, *others))
    elif word in site.used:
        links.by_word[word] = _joined(links.by_word.get(word, ()), others)
    else:
        links.unused[word] = _joined(links.unused.get(word, ()), others)


def _joined(one: tuple[Link, ...], other: tuple[Link, ...]) -> tuple[Link, ...]:
    return tuple(dict.fromkeys((*one, *other)))
