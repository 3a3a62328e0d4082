# SPDX-License-Identifier: EUPL-1.2
"""Finds the section of a page that answers a query, and the words around the answer.

`theme/search/snippets.js` does the same in the browser.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dalamodellen.outputs.search.documents import Section
from dalamodellen.outputs.search.index import SearchIndex
from dalamodellen.outputs.search.letters import folded, words_of
from dalamodellen.outputs.search.query import Unit

LONGEST = 200
"""How many characters of a page are shown, the marks of what is left out apart."""
_HEADING_WORTH = 3.0
_SHORTEST_WITHIN = 4
_LEAD = 60
_PLACE = re.compile(r"\S+")


@dataclass(frozen=True)
class Snippet:
    """Where on a page the answer stands, and its words."""

    anchor: str
    """Anchor of the section; "" for the page's beginning."""
    heading: str
    """The section's heading; "" for the page's beginning."""
    text: str
    """The words around the answer."""


@dataclass(frozen=True)
class Wanted:
    """What to look for in the text of a page."""

    whole: Mapping[str, float]
    """Folded forms → what they are worth."""
    within: Mapping[str, float]
    """Folded keys that count inside longer words → what they are worth."""


def wanted_of(index: SearchIndex, units: Iterable[Unit]) -> Wanted:
    """Say which words of a text answer a query."""
    whole: dict[str, float] = {}
    within: dict[str, float] = {}
    for unit in units:
        for asked in unit.asked:
            key = index.keys[asked.key]
            text = folded(key.text)
            for form in key.forms or (key.text,):
                plain = folded(form)
                whole[plain] = max(whole.get(plain, 0.0), asked.weight)
            if len(text) >= _SHORTEST_WITHIN:
                within[text] = max(within.get(text, 0.0), asked.weight)
    return Wanted(whole, within)


def worth_of(wanted: Wanted, word: str) -> float:
    """Say what a word of a text is worth; 0 for one that does not answer."""
    plain = folded(word)
    if plain in wanted.whole:
        return wanted.whole[plain]
    return max((worth for text, worth in wanted.within.items() if text in plain), default=0.0) / 2


def snippet_of(sections: Sequence[Section], wanted: Wanted) -> Snippet:
    """Choose the section that answers best, and cut its text around the answer."""
    best, most = None, 0.0
    for section in sections:
        found = _worth(section.text, wanted) + _HEADING_WORTH * _worth(section.heading, wanted)
        if found > most:
            best, most = section, found
    if best is None:
        first = next((section for section in sections if section.text), None)
        return Snippet("", "", _cut(first.text, 0) if first else "")
    return Snippet(best.anchor, best.heading, _cut(best.text, _start(best.text, wanted)))


def _worth(text: str, wanted: Wanted) -> float:
    """Add up what the different words of a text are worth, each once."""
    return sum(worth_of(wanted, word) for word in dict.fromkeys(words_of(text)))


def _start(text: str, wanted: Wanted) -> int:
    """Find where to begin: a little before the stretch that holds most of what was asked for."""
    found = []
    for match in _PLACE.finditer(text):
        worth = sum(worth_of(wanted, word) for word in words_of(match[0]))
        if worth:
            found.append((match.start(), worth))
    best, most = 0, 0.0
    for place, _ in found:
        inside = sum(worth for other, worth in found if place <= other < place + LONGEST - _LEAD)
        if inside > most:
            best, most = place, inside
    return best


def _cut(text: str, start: int) -> str:
    """Cut a text to whole words, from the beginning of a sentence where one is near."""
    if len(text) <= LONGEST:
        return text
    begin = max(0, start - _LEAD)
    if begin:
        sentence = text.find(". ", begin, start)
        begin = sentence + 2 if sentence >= 0 else text.find(" ", begin) + 1
    end = begin + LONGEST
    if end < len(text):
        end = max(text.rfind(" ", begin, end), begin + LONGEST // 2)
    before = "… " if begin else ""
    after = " …" if end < len(text) else ""
    return f"{before}{text[begin:end].strip()}{after}"
