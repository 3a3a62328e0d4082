# SPDX-License-Identifier: EUPL-1.2
"""One search from beginning to end: what is found, what was added, and what may have been meant."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dalamodellen.outputs.search.index import SearchIndex
from dalamodellen.outputs.search.query import OWN, PART, Unit, units_of
from dalamodellen.outputs.search.ranking import Hit, rank
from dalamodellen.outputs.search.shipped_lists import word_lists
from dalamodellen.outputs.search.snippets import snippet_of, wanted_of
from dalamodellen.outputs.search.typed import Query, read_query

_MOST_ADDED = 6


def search_pages(
    index: SearchIndex, text: str, *, limit: int, only_my_words: bool = False
) -> dict[str, Any]:
    """Find the pages that answer a query best.

    Args:
        index: The indexed pages.
        text: What somebody typed.
        limit: The largest number of results.
        only_my_words: Whether other forms, parts, synonyms and near words are left out.

    Returns:
        `query`, `results` (best first; each with `url`, `title`, `kind`, `score`,
        `language`, `section` with `heading` and `anchor`, and `snippet`),
        `also_matching` (words that were added), `did_you_mean` (other queries) and
        `total`, the number of pages found.
    """
    lists = word_lists(index.language)
    query = read_query(text, lists.stop_words, lists.question_words)
    units = units_of(index, query, only_my_words=only_my_words)
    hits = rank(index, query, units) if query.words else []
    wanted = wanted_of(index, units)
    results = []
    for hit in hits[:limit]:
        document = index.documents[hit.page]
        snippet = snippet_of(document.sections, wanted)
        results.append(
            {
                "url": document.url,
                "title": document.title,
                "kind": document.kind,
                "score": hit.score,
                "language": document.language,
                "section": {"heading": snippet.heading, "anchor": snippet.anchor},
                "snippet": snippet.text,
            }
        )
    return {
        "query": text,
        "results": results,
        "also_matching": [] if only_my_words else also_matching(index, query, units, hits),
        "did_you_mean": did_you_mean(query, units),
        "total": len(hits),
    }


def also_matching(
    index: SearchIndex, query: Query, units: Sequence[Unit], hits: Sequence[Hit]
) -> list[str]:
    """Name the words that were added to a query and found something."""
    found = {key for hit in hits for key in hit.keys}
    added: dict[str, None] = {}
    for unit in units:
        if unit.how not in ("exact", "folded", "begins"):
            added.update(dict.fromkeys(unit.said))
        for asked in unit.asked:
            if asked.key in found and asked.role in (OWN, PART):
                key = index.keys[asked.key]
                added.update(dict.fromkeys(key.forms))
    typed = set(query.words)
    return [word for word in added if word not in typed][:_MOST_ADDED]


def did_you_mean(query: Query, units: Sequence[Unit]) -> list[str]:
    """Give the query with its slips put right; nothing where there are none."""
    words = list(query.words)
    for unit in units:
        if unit.how == "typo" and unit.said:
            words[unit.first] = unit.said[0]
    return [" ".join(words)] if words != list(query.words) else []
