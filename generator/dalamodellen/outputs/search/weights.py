# SPDX-License-Identifier: EUPL-1.2
"""How much a word weighs in a page, reckoned as lunr does it, for all words of all pages at once.

lunr's own `Builder.add` takes words one by one, and so do its vectors; a test
holds that these weights are the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log

import numpy as np
import numpy.typing as npt

BOOSTS = {"title": 5.0, "names": 6.0, "headings": 2.5, "summary": 2.0, "body": 1.0}
"""Field of a page → how much a word in it weighs."""
K1 = 1.2
"""How soon more of the same word counts less; lunr's own."""
B = 0.75
"""How much shorter fields are favoured; lunr's own."""
Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Counts:
    """How often words stand in the fields of pages; one row a word and field."""

    words: Numbers
    """Number of the word."""
    places: Numbers
    """Number of the page times the number of fields, plus the number of the field."""
    times: Numbers
    """How many times it stands there."""


@dataclass(frozen=True)
class Weights:
    """What each term weighs in each page; the rows of a term lie together, in order of page."""

    starts: Sequence[int]
    """For each term the first of its rows, and at the end how many rows there are."""
    pages: Sequence[int]
    """Number of the page."""
    weights: Sequence[int]
    """Ten times lunr's weight, at least 1."""
    rarity: Sequence[float]
    """For each term lunr's idf, with three decimals."""


def weigh(counts: Counts, made_of: Sequence[Sequence[int]], pages: int, terms: int) -> Weights:
    """Weigh every term of every page.

    The weights of a page's fields are added: a search always asks all fields
    alike, and then lunr's score is the same from the sum.

    Args:
        counts: The words of the pages.
        made_of: For each word, its terms.
        pages: How many pages there are.
        terms: How many terms there are.
    """
    fields = len(BOOSTS)
    places, found, times = _by_term(counts, made_of, terms)
    lengths = np.bincount(places, weights=times, minlength=pages * fields)
    means = lengths.reshape(pages, fields).mean(axis=0)
    # A logarithm is taken of few different numbers, and the same way on every machine.
    spread = np.bincount(found, minlength=terms).tolist()
    logs = {many: log(1 + abs((pages - many + 0.5) / (many + 0.5))) for many in set(spread)}
    rarity = np.array([logs[many] for many in spread])
    field = places % fields
    floor = K1 * (1 - B + B * (lengths[places] / means[field]))
    weights = rarity[found] * ((K1 + 1) * times) / (floor + times)
    weights = np.round(weights * np.array(list(BOOSTS.values()))[field], 3)
    order = np.lexsort((field, places // fields, found))
    found, page, weights = found[order], (places // fields)[order], weights[order]
    first = _firsts(found * pages + page)
    total = np.add.reduceat(weights, first) if len(first) else weights
    found, page = found[first], page[first]
    starts = np.searchsorted(found, np.arange(terms + 1))
    whole = np.maximum(1, np.rint(10 * total)).astype(np.int64)
    return Weights(
        starts.tolist(), page.tolist(), whole.tolist(), [round(one, 3) for one in rarity.tolist()]
    )


def _by_term(
    counts: Counts, made_of: Sequence[Sequence[int]], terms: int
) -> tuple[Numbers, Numbers, Numbers]:
    """Turn counts of words into counts of terms: place, term and times, each pair once."""
    sizes = np.array([len(one) for one in made_of], dtype=np.int64)
    flat = np.array([term for one in made_of for term in one], dtype=np.int64)
    begin = np.concatenate(([0], np.cumsum(sizes)))[:-1] if len(sizes) else sizes
    many = sizes[counts.words]
    ends = np.cumsum(many)
    within = np.arange(ends[-1] if len(ends) else 0) - np.repeat(ends - many, many)
    found = flat[np.repeat(begin[counts.words], many) + within]
    code = np.repeat(counts.places, many) * terms + found
    order = np.argsort(code, kind="stable")
    code, times = code[order], np.repeat(counts.times, many)[order]
    first = _firsts(code)
    added = np.add.reduceat(times, first) if len(first) else times
    return code[first] // terms, code[first] % terms, added


def _firsts(codes: Numbers) -> Numbers:
    """Tell where each run of the same number begins."""
    if not len(codes):
        return np.zeros(0, dtype=np.int64)
    return np.flatnonzero(np.concatenate(([True], codes[1:] != codes[:-1])))
