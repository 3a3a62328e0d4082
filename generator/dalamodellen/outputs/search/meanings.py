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
    links = Links()
    for key, base in _derived(numbers):
        for one, other in ((key, base), (base, key)):
            links.by_key[one] = _joined(links.by_key.get(one, ()), ((numbers[other],),))
    for meaning in (*synonyms, *meanings()):
        targets = list(dict.fromkeys(_targets(analyser, meaning, numbers)))
        if not targets:
            continue
        for language, words in zip(LANGUAGES, meaning, strict=True):
            for word in words:
                _tie(links, analyser, word, language, targets, numbers, used)
    return links


def _derived(numbers: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """Pair the keys of an act and of doing it: hantering and hantera, jämställdhet and jämställd."""
    for key in sorted(numbers):
        for ending in DERIVED_ENDINGS:
            base = key.removesuffix(ending)
            if base != key and len(base) >= _SHORTEST_BASE and base in numbers:
                yield key, base
                break


def _targets(
    analyser: Analyser, meaning: Meaning, numbers: Mapping[str, int]
) -> Iterator[Link]:
    """Give what a site has for a meaning: the words of its own language that stand there."""
    for language, words in zip(LANGUAGES, meaning, strict=True):
        if language != analyser.language:
            continue
        for word in words:
            keys = _keys(analyser, word)
            if keys and all(key in numbers for key in keys):
                yield tuple(numbers[key] for key in keys)


def _tie(
    links: Links,
    analyser: Analyser,
    phrase: str,
    language: str,
    targets: Sequence[Link],
    numbers: Mapping[str, int],
    used: Mapping[str, object],
) -> None:
    pieces = words_of(phrase)
    word = "".join(pieces)
    if not word:
        return
    own: tuple[str, ...] = _keys(analyser, phrase) if language == analyser.language else ()
    others = tuple(target for target in targets if target != tuple(numbers.get(key, -1) for key in own))
    if not others:
        return
    if len(own) == 1 and own[0] in numbers:
        links.by_key[own[0]] = tuple(dict.fromkeys((*links.by_key.get(own[0], ()), *others)))
        if len(pieces) == 1 and word not in used:
            links.unused[word] = _joined(links.unused.get(word, ()), (tuple(numbers[k] for k in own), *others))
    elif word in used:
        links.by_word[word] = _joined(links.by_word.get(word, ()), others)
    else:
        links.unused[word] = _joined(links.unused.get(word, ()), others)


def _joined(one: tuple[Link, ...], other: tuple[Link, ...]) -> tuple[Link, ...]:
    return tuple(dict.fromkeys((*one, *other)))


def _keys(analyser: Analyser, phrase: str) -> tuple[str, ...]:
    """Give the key of each word of a phrase that says something."""
    stopped = word_lists(analyser.language).stop_words
    words = words_of(phrase)
    said = [word for word in words if word not in stopped] or words
    return tuple(analyser.analyse(word)[0][0] for word in said)
