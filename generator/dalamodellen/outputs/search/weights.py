# SPDX-License-Identifier: EUPL-1.2
"""How much a word weighs in a page, reckoned as lunr does it, from counts we already have.

lunr's own `Builder.add` takes words one by one, and so do its vectors; a test
holds that these weights are the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log

BOOSTS = {"title": 10.0, "names": 6.0, "headings": 2.5, "summary": 2.0, "body": 1.0}
"""Field of a page → how much a word in it weighs."""
K1 = 1.2
"""How soon more of the same word counts less; lunr's own."""
B = 0.75
"""How much shorter fields are favoured; lunr's own."""
FieldCounts = Sequence[Mapping[int, int]]
"""For each page: term → how many times it stands in the field."""


def weigh(counts: Mapping[str, FieldCounts]) -> tuple[dict[int, dict[int, float]], dict[int, float]]:
    """Weigh every term of every page.

    The weights of a page's fields are added: a search always asks all fields
    alike, and then lunr's score is the same from the sum.

    Args:
        counts: Field → the counts of its terms in each page.

    Returns:
        Term → page → weight; and term → how rare it is (lunr's idf).
    """
    pages = len(next(iter(counts.values())))
    spread: dict[int, int] = {}
    for field in counts.values():
        for found in field:
            for term in found:
                spread[term] = spread.get(term, 0) + 1
    rarity = {term: log(1 + abs((pages - many + 0.5) / (many + 0.5))) for term, many in spread.items()}
    weights: dict[int, dict[int, float]] = {term: {} for term in spread}
    for name, field in counts.items():
        lengths = [sum(found.values()) for found in field]
        mean = sum(lengths) / pages
        boost = BOOSTS[name]
        for page, found in enumerate(field):
            if not found:
                continue
            floor = K1 * (1 - B + B * (lengths[page] / mean))
            for term, many in found.items():
                weight = rarity[term] * ((K1 + 1) * many) / (floor + many) * boost
                postings = weights[term]
                postings[page] = postings.get(page, 0) + weight
    return weights, rarity
