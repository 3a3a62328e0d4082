# SPDX-License-Identifier: EUPL-1.2
"""Puts the pages in order: lunr scores each word of the query, and here they become one answer.

`theme/search/ranking.js` does the same in the browser, with lunr there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import floor, sqrt

from lunr.index import Index
from lunr.pipeline import Pipeline
from lunr.query import Query as LunrQuery
from lunr.token_set import TokenSet
from lunr.vector import Vector

from dalamodellen.outputs.search.documents import SearchDocument
from dalamodellen.outputs.search.index import NOWHERE, Posting, SearchIndex
from dalamodellen.outputs.search.letters import folded, words_of
from dalamodellen.outputs.search.query import FORM, OWN, PART, Asked, Unit, is_only_guessed
from dalamodellen.outputs.search.typed import Query

_FIELD = "page"
_KIND_WORTH = {"lesson": 1.3, "topic": 1.1}
"""What a kind of page is worth more than others when somebody has a task."""
_PAST_WORTH = 40
_LIST_WORTH = 50
"""What a page is worth that only gathers others."""
_TITLE_WORTH = 1.5
"""What a page is worth whose title was typed."""
_LONGEST = 3
"""A title with more letters than so many times those of the query is not compared with it."""
_WHOLE_LINK = 0.9
"""How much of a compound that the site does not use is answered by a word that means the same."""
_APART = 0.6
"""What words are worth by themselves where the site writes them as one."""
_UNKNOWN_RARITY = 1.0
"""How much a word that the site does not have counts against the pages that lack it."""


@dataclass(frozen=True)
class Hit:
    """A page that answers a query."""

    page: int
    """Its number."""
    score: float
    """How well, with six decimals; more is better."""
    keys: tuple[int, ...]
    """The keys it answered with."""


def rank(index: SearchIndex, query: Query, units: Sequence[Unit]) -> list[Hit]:
    """Put in order the pages that answer a query, the best first; all of them."""
    if is_only_guessed(units):
        return []
    lunr = _lunr_index(index, units)
    scores = [_unit_scores(index, lunr, unit) for unit in units]
    importance = _importance(index, query, units)
    whole = sum(importance)
    joined = {
        place
        for unit in units
        if unit.length > 1
        for place in range(unit.first, unit.first + unit.length)
    }
    hits = []
    for page in sorted({page for found in scores for page in found}):
        total, answered = 0.0, [0.0] * len(query.words)
        for unit, found in zip(units, scores, strict=True):
            if page not in found:
                continue
            score, share = found[page]
            total += score
            if unit.length == 1 and unit.first in joined:
                share *= _APART
            for place in range(unit.first, unit.first + unit.length):
                answered[place] = max(answered[place], share)
        covered = 0.0
        for place, share in enumerate(answered):
            covered += importance[place] * share
        covered /= whole
        # In a question, not every word is about the matter.
        answer = covered if query.is_question else covered * covered
        score = total * answer * _worth(index.documents[page], query)
        keys = {asked.key for unit in units for asked in unit.asked if _has(index, asked, page)}
        # As JavaScript rounds, which Python does not.
        hits.append(Hit(page, floor(score * 1e6 + 0.5) / 1e6, tuple(sorted(keys))))
    hits.sort(key=lambda hit: (-hit.score, hit.page))
    return hits


def _worth(document: SearchDocument, query: Query) -> float:
    worth = _KIND_WORTH.get(document.kind, 1.0) if query.is_question else 1.0
    if _is_title(document.title, query.whole):
        worth *= _TITLE_WORTH
    return worth * kept_worth(document) / 100


def _is_title(title: str, whole: str) -> bool:
    """Tell whether the very name of a page was typed; dots, signs and spaces apart."""
    return len(title) <= _LONGEST * len(whole) and folded("".join(words_of(title))) == whole


def kept_worth(document: SearchDocument) -> int:
    """Give what a page is worth whatever is asked, in percent: past courses and lists come last."""
    if document.is_past:
        return _PAST_WORTH
    return _LIST_WORTH if document.is_list else 100


def _importance(index: SearchIndex, query: Query, units: Sequence[Unit]) -> list[float]:
    """Say how much each word of a query counts: rare words more."""
    found = [_UNKNOWN_RARITY] * len(query.words)
    for unit in units:
        if unit.length == 1 and unit.asked:
            found[unit.first] = max(_reference(index, unit), 0.1)
    return found


def _reference(index: SearchIndex, unit: Unit) -> float:
    """Give how rare the word itself is, by which all its other ways are measured."""
    first = max(unit.asked, key=lambda asked: asked.weight)
    key = index.keys[first.key]
    return key.own.rarity or key.part.rarity


def posting_of(index: SearchIndex, asked: Asked) -> Posting:
    """Give where a key stands in the role it is asked for."""
    key = index.keys[asked.key]
    if asked.role == OWN:
        return key.own
    if asked.role == PART:
        return key.part
    return key.forms.get(asked.form, NOWHERE)


def _has(index: SearchIndex, asked: Asked, page: int) -> bool:
    return page in posting_of(index, asked).weights


def _stands_in(index: SearchIndex, key: int, page: int) -> bool:
    return page in index.keys[key].own.weights or page in index.keys[key].part.weights


def _unit_scores(index: SearchIndex, lunr: Index, unit: Unit) -> dict[int, tuple[float, float]]:
    """Give each page's score for a word, and how much of the word it answers (0 to 1)."""
    if not unit.asked:
        return {}
    reference = _reference(index, unit)
    query = LunrQuery([_FIELD])
    boosts: dict[str, float] = {}
    for asked in unit.asked:
        posting = posting_of(index, asked)
        if posting.weights:
            # Rare forms and synonyms would outweigh the word itself; what counts is how rare it is.
            boost = asked.weight * min(1.0, reference / posting.rarity) if posting.rarity else 0.0
            name = term_name(asked)
            boosts[name] = boosts.get(name, 0.0) + boost
            query.term(name, boost=boost, use_pipeline=False)
    if not boosts:
        return {}
    length = 0.0
    for name in sorted(boosts):
        length += boosts[name] * boosts[name]
    length = sqrt(length)
    found: dict[int, tuple[float, float]] = {}
    for result in lunr.query(query):
        page = int(result["ref"])
        found[page] = (result["score"] * length, _share(index, unit, page))
    return found


def _share(index: SearchIndex, unit: Unit, page: int) -> float:
    """Say how much of a word a page answers: all of it, a synonym's worth, some of its parts."""
    best = 0.0
    for asked in unit.asked:
        if asked.weight > best and _has(index, asked, page):
            best = asked.weight
    share = min(1.0, sqrt(best))
    if not unit.parts:
        return share
    answered = 0
    for keys in unit.parts:
        answered += any(_stands_in(index, key, page) for key in keys)
    parts = answered / len(unit.parts)
    return max(parts, share * _WHOLE_LINK) if unit.how in ("exact", "folded") else parts


def term_name(asked: Asked) -> str:
    """Name a term for lunr, so that names sort as numbers do."""
    return f"{asked.key:07d}{asked.role}{asked.form if asked.role == FORM else ''}"


def _lunr_index(index: SearchIndex, units: Iterable[Unit]) -> Index:
    """Make an index for lunr of the terms that are asked for, and no others."""
    terms: dict[str, Mapping[int, int]] = {}
    for unit in units:
        for asked in unit.asked:
            terms[term_name(asked)] = posting_of(index, asked).weights
    names = sorted(terms)
    vectors: dict[int, list[float]] = {}
    inverted = {}
    for number, name in enumerate(names):
        inverted[name] = {"_index": number, _FIELD: {str(page): {} for page in terms[name]}}
        for page, weight in terms[name].items():
            vectors.setdefault(page, []).extend((number, weight / 10))
    return Index(
        inverted_index=inverted,
        field_vectors={f"{_FIELD}/{page}": Vector(found) for page, found in vectors.items()},
        token_set=TokenSet.from_list(names),
        fields=[_FIELD],
        pipeline=Pipeline(),
    )
