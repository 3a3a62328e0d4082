# SPDX-License-Identifier: EUPL-1.2
"""What somebody typed: which of its words count, and whether it is a question.

`theme/search/query.js` does the same in the browser.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dalamodellen.outputs.search.letters import folded, words_of

_QUESTION_LENGTH = 4
_PARTICLES = frozenset(
    [
        "av",
        "bort",
        "emot",
        "fram",
        "igen",
        "imot",
        "in",
        "inn",
        "med",
        "ned",
        "ner",
        "om",
        "opp",
        "på",
        "till",
        "til",
        "under",
        "upp",
        "ut",
        "åter",
        "över",
        "over",
    ]
)
"""What follows a verb and stands before its noun: säga upp, uppsägning."""
_PARTICLE_REACH = 2
"""So many words after the verb, at most: säger jag upp."""


@dataclass(frozen=True)
class Query:
    """A query that has been read."""

    words: tuple[str, ...]
    """What counts in it, in order."""
    is_question: bool
    """Whether it was put as a question or a wish."""
    whole: str
    """All of it as one word without dots, to be compared with titles."""
    particles: tuple[str, ...]
    """What may belong to each word as upp does to säga; "" where nothing does."""


def read_query(text: str, stop_words: frozenset[str], question_words: frozenset[str]) -> Query:
    """Read a query; leave out words that say nothing, unless nothing else is left."""
    words = words_of(text)
    is_question = bool(words) and (
        text.rstrip().endswith("?")
        or words[0] in question_words
        or (len(words) >= _QUESTION_LENGTH and any(word in question_words for word in words))
    )
    places = [place for place, word in enumerate(words) if word not in stop_words]
    if is_question:
        asked = [place for place in places if words[place] not in question_words]
        places = asked or places
    places = places or list(range(len(words)))
    told = tuple(words[place] for place in places)
    particles = tuple(_particle(words, place) for place in places)
    return Query(told, is_question, folded("".join(words)), particles)


def _particle(words: Sequence[str], place: int) -> str:
    """Find what may belong to a word, among those that follow it."""
    after = words[place + 1 : place + 1 + _PARTICLE_REACH]
    return next((word for word in after if word in _PARTICLES), "")
