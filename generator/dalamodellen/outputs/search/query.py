# SPDX-License-Identifier: EUPL-1.2
"""What each word that somebody typed may mean on a site. Knows no dictionary.

`theme/search/query.js` does the same in the browser.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from dalamodellen.outputs.search.index import NOWHERE, SearchIndex, Word, ending_with, starting_with
from dalamodellen.outputs.search.letters import folded
from dalamodellen.outputs.search.stems import root, stem
from dalamodellen.outputs.search.typed import Query
from dalamodellen.outputs.search.typos import distance

FORM, OWN, PART = "form", "own", "part"
"""How a key is asked for: in this very form, in any form, as part of a compound."""
WEIGHTS = {
    "form": 0.35,
    "own": 1.0,
    "part": 0.6,
    "own_part": 0.2,
    "unwritten": 0.7,
    "link": 0.5,
    "foreign": 0.9,
    "joined": 2.5,
    "particle": 2.0,
    "begins": 0.15,
    "completes": 0.7,
}
"""What a page is worth that answers in each way, against one that holds the word."""
_NEAR = {0: 1.0, 1: 0.8, 2: 0.6}
_STEM_SHARES = 3
_LETTERS_BEFORE_TYPO = 4
_LETTERS_BEFORE_TWO_TYPOS = 8
_SHORTEST_PART = 4
_SHORTEST_FIRST = 3
_MOST_COMPLETIONS = 8
_MOST_NEAR = 3


@dataclass(frozen=True)
class Asked:
    """One way a word of the query may be answered."""

    key: int
    """Number of a key."""
    role: str
    """FORM, OWN or PART."""
    weight: float
    """What it is worth."""
    form: str = ""
    """The form, where the role is FORM."""


@dataclass(frozen=True)
class Unit:
    """A word of the query, or several after each other that are one word on the site."""

    first: int
    """The number of its first word in the query."""
    length: int
    """How many words it takes the place of."""
    asked: tuple[Asked, ...]
    """All the ways it may be answered."""
    how: str
    """exact, folded, inflected, joined, typo, part, begins or nothing."""
    said: tuple[str, ...] = ()
    """The site's own words it was taken for, where they are others than what was typed."""
    parts: tuple[tuple[int, ...], ...] = ()
    """The keys of each part, where a compound that nobody wrote was taken apart."""


_GUESSES = frozenset(["typo", "begins", "nothing"])


def is_only_guessed(units: Sequence[Unit]) -> bool:
    """Tell whether nothing of a query is known and some of it is not even like anything."""
    return all(unit.how in _GUESSES for unit in units) and any(
        unit.how == "nothing" for unit in units
    )


def units_of(index: SearchIndex, query: Query, *, only_my_words: bool) -> list[Unit]:
    """Say what each word of a query may mean, and which of them are one word on the site."""
    words = query.words
    units = []
    for place, word in enumerate(words):
        is_last = place == len(words) - 1
        found = _unit(index, word, place, is_last=is_last, only_my_words=only_my_words)
        if not only_my_words and query.particles[place]:
            found = _with_particle(index, found, query.particles[place] + word)
        units.append(found)
    if not only_my_words:
        for place in range(len(words)):
            for length in (2, 3):
                joined = "".join(words[place : place + length])
                if place + length <= len(words) and (unit := _joined(index, joined, place, length)):
                    units.append(unit)
    return units


def _with_particle(index: SearchIndex, unit: Unit, joined: str) -> Unit:
    """Let a verb and what follows it be answered by their noun too: säga upp by uppsägning."""
    plain = folded(joined)
    found = _same(index, plain) or _bent(index, plain)
    if not found:
        return unit
    more = _asked(index, found, WEIGHTS["particle"])
    if unit.how in _GUESSES:
        return Unit(unit.first, 1, more, "inflected", _texts(found))
    return replace(unit, asked=_with(unit.asked, more))


def _joined(index: SearchIndex, joined: str, place: int, length: int) -> Unit | None:
    """Read words after each other as one: "e faktura" is e-faktura."""
    plain = folded(joined)
    found = _same(index, plain) or (_bent(index, plain) if len(plain) >= 2 * _SHORTEST_PART else [])
    if not found:
        return None
    asked = _asked(index, found, WEIGHTS["joined"])
    return Unit(place, length, asked, "joined", _texts(found))


def _unit(index: SearchIndex, word: str, place: int, *, is_last: bool, only_my_words: bool) -> Unit:
    plain = folded(word)
    same = _same(index, plain)
    exact = [found for found in same if found.text == word]
    if only_my_words:
        used = [found for found in exact or same if found.keys]
        return Unit(place, 1, _only_form(index, used), "exact")
    if exact or same:
        found = exact or same
        how = "exact" if exact else "folded"
        asked = _asked(index, found, 1.0, word)
        said = () if exact else _texts(found)
        if is_last and len(plain) >= _SHORTEST_PART:
            asked = _with(
                asked, _completions(index, plain, WEIGHTS["begins"], word if exact else "")
            )
        return Unit(place, 1, asked, how, said, _unwritten(found))
    return _guessed(index, plain, place, is_last=is_last)


def _unwritten(words: Sequence[Word]) -> tuple[tuple[int, ...], ...]:
    """Give the parts of a compound that the site does not use, each as a group of one key."""
    if any(word.keys for word in words):
        return ()
    return tuple((part,) for word in words[:1] for part in word.parts)


def _guessed(index: SearchIndex, plain: str, place: int, *, is_last: bool) -> Unit:
    """Take a word that the site does not know for a form, a slip, a compound or a beginning."""
    if bent := _bent(index, plain):
        return Unit(place, 1, _asked(index, bent, 0.95), "inflected", _texts(bent))
    completions = _completions(index, plain, WEIGHTS["completes"]) if is_last else []
    for allowed in (1, 2):
        if near := _near(index, plain, allowed):
            asked = _with(_asked(index, near, _NEAR[allowed]), completions)
            return Unit(place, 1, asked, "typo", _texts(near))
        if allowed == 1 and (split := _split(index, plain)):
            return _apart(index, split, place)
    if completions:
        return Unit(place, 1, tuple(completions), "begins")
    return Unit(place, 1, (), "nothing")


def _apart(index: SearchIndex, split: list[list[Word]], place: int) -> Unit:
    """Ask for the parts of a compound that nobody wrote."""
    asked = [each for part in split for each in _asked(index, part, 1.0)]
    said = tuple(part[0].text for part in split)
    keys = tuple(tuple(key for word in part for key in _keys_of(word)) for part in split)
    return Unit(place, 1, _with((), asked), "part", said, keys)


def _keys_of(word: Word) -> tuple[int, ...]:
    return word.keys or tuple(key for link in word.links for key in link)


def _same(index: SearchIndex, plain: str) -> list[Word]:
    """Find the words that are written so, dots and signs apart."""
    found = []
    for number in starting_with(index, plain):
        if index.by_fold[number] != plain:
            break
        found.append(index.words[number])
    return found


def _bent(index: SearchIndex, plain: str) -> list[Word]:
    """Find the words that are other forms of one the site does not have."""
    if len(plain) <= _STEM_SHARES or not plain.isalpha():
        return []
    languages = sorted({"sv", index.language})
    nearby = starting_with(index, plain[:_STEM_SHARES])
    for cut in (_as_it_is, root):
        found = [
            index.words[number]
            for number in nearby
            if any(
                not _forms(index.by_fold[number], language, cut).isdisjoint(wanted)
                for language, wanted in (
                    (language, _forms(plain, language, cut)) for language in languages
                )
            )
        ]
        if found:
            return found
    return []


def _forms(text: str, language: str, cut: Callable[[str], str]) -> set[str]:
    """Give what a word may share with its other forms: itself, and its stem where that is not too short."""
    stemmed = cut(stem(text, language))
    return {text, stemmed} if len(stemmed) > _STEM_SHARES else {text}


def _as_it_is(stemmed: str) -> str:
    return stemmed


def _near(index: SearchIndex, plain: str, allowed: int) -> list[Word]:
    """Find the words that are one or two slips away; those nearest, most used first."""
    needed = _LETTERS_BEFORE_TYPO if allowed == 1 else _LETTERS_BEFORE_TWO_TYPOS
    if len(plain) < needed or not plain.isalpha():
        return []
    numbers = {*starting_with(index, plain[:2]), *ending_with(index, plain[-3:])}
    found = []
    for number in sorted(numbers):
        text = index.by_fold[number]
        if _is_near(plain, text, allowed):
            word = index.words[number]
            found.append((text[0] != plain[0], -word.pages, number, word))
    return [word for _, _, _, word in sorted(found, key=lambda entry: entry[:3])[:_MOST_NEAR]]


def _is_near(plain: str, text: str, allowed: int) -> bool:
    """Tell whether a word may be a slip for another; of four letters, only two that have changed places."""
    if min(len(plain), len(text)) <= _LETTERS_BEFORE_TYPO and sorted(plain) != sorted(text):
        return False
    return distance(plain, text, allowed) <= allowed


def _split(index: SearchIndex, plain: str) -> list[list[Word]]:
    """Take a compound that nobody wrote apart into words that the site has."""
    if len(plain) < 2 * _SHORTEST_PART or not plain.isalpha():
        return []
    for cut in range(len(plain) - _SHORTEST_PART, _SHORTEST_FIRST - 1, -1):
        first = _first_part(index, plain[:cut])
        if not first:
            continue
        rest = plain[cut:]
        last = _used(_same(index, rest)) or _used(_bent(index, rest))
        if last:
            return [first, last]
        if more := _split(index, rest):
            return [first, *more]
    return []


def _first_part(index: SearchIndex, text: str) -> list[Word]:
    """Find the word that a compound begins with, its linking letter apart."""
    forms = [text]
    if text.endswith("s"):
        forms.append(text[:-1])
    forms += [f"{text}a", f"{text}e"]
    if text.endswith(("o", "u", "e")):
        forms.append(f"{text[:-1]}a")
    for form in forms:
        if len(form) >= _SHORTEST_FIRST and (found := _used(_same(index, form))):
            return found
    return []


def _used(words: Iterable[Word]) -> list[Word]:
    return [word for word in words if word.keys or word.links]


def _completions(index: SearchIndex, plain: str, weight: float, typed: str = "") -> list[Asked]:
    """Find what a word that is being typed may become, most used first; with the dots it was typed with."""
    if len(plain) < 2:  # noqa: PLR2004 - from the second letter
        return []
    numbers = [
        number
        for number in starting_with(index, plain)
        if index.words[number].keys
        and index.by_fold[number] != plain
        and index.words[number].text.startswith(typed)
    ]
    numbers.sort(key=lambda number: (-index.words[number].pages, number))
    asked: dict[int, Asked] = {}
    for number in numbers:
        for key in index.words[number].keys:
            asked.setdefault(key, Asked(key, OWN, weight))
        if len(asked) >= _MOST_COMPLETIONS:
            break
    return list(asked.values())


def _asked(
    index: SearchIndex, words: Sequence[Word], worth: float, typed: str = ""
) -> tuple[Asked, ...]:
    """Give all the ways that words of the site answer."""
    found: list[Asked] = []
    for word in words:
        for key in word.keys:
            found.append(Asked(key, OWN, WEIGHTS["own"] * worth))
            found.append(Asked(key, PART, WEIGHTS["part"] * worth))
            if word.text == typed and index.keys[key].forms.get(typed, NOWHERE).weights:
                found.append(Asked(key, FORM, WEIGHTS["form"] * worth, word.text))
    for word in words:
        share = WEIGHTS["own_part" if word.keys else "unwritten"] * worth
        share /= max(1, len(word.parts)) if word.keys else 1
        for part in word.parts:
            found.append(Asked(part, OWN, share))
            found.append(Asked(part, PART, share * WEIGHTS["part"]))
        share = (WEIGHTS["link"] if word.keys else WEIGHTS["foreign"]) * worth
        for link in word.links:
            for key in link:
                found.append(Asked(key, OWN, share / len(link)))
                found.append(Asked(key, PART, share / len(link) * WEIGHTS["part"]))
    return _with((), found)


def _only_form(index: SearchIndex, words: Sequence[Word]) -> tuple[Asked, ...]:
    """Ask for a word in no other form than the one typed."""
    return tuple(
        Asked(key, FORM, 1.0, word.text)
        if index.keys[key].forms.get(word.text, NOWHERE).weights
        else Asked(key, OWN, 1.0)
        for word in words
        for key in word.keys
    )


def _with(asked: Sequence[Asked], more: Iterable[Asked]) -> tuple[Asked, ...]:
    """Add ways to ask; the same key in the same role counts once, at its best."""
    best: dict[tuple[int, str, str], Asked] = {}
    for each in (*asked, *more):
        place = (each.key, each.role, each.form)
        if place not in best or best[place].weight < each.weight:
            best[place] = each
    return tuple(best.values())


def _texts(words: Sequence[Word]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word.text for word in words))
