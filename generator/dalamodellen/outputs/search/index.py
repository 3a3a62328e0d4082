# SPDX-License-Identifier: EUPL-1.2
"""A first index over all pages: words with and without dots, their beginnings, parts and typos."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import unescape
from typing import Any

from lunr.builder import Builder
from lunr.index import Index
from lunr.query import Query
from lunr.token import Token

from dalamodellen.outputs.html_gate import new_converter
from dalamodellen.outputs.output_file import OutputFile

FIELDS = {"title": 10, "headings": 3, "body": 1}
"""Field of a page → how much a word in it weighs."""
_WORD = re.compile(r"[^\W_]+")
_FOLD = str.maketrans("åäæöøéü", "aaaooeu")
_ENDING = re.compile(r"(?:orna|arna|erna|ande|or|ar|er|en|et|na|a|e|n|t|s)$")
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_HEADING = re.compile(r"<h[2-6][^>]*>(.*?)</h[2-6]>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_SHARING = re.compile(r'<div class="share .*?</div>', re.DOTALL)
"""Buttons to send a page on; it is not about mail because of them."""
_SHORTEST_STEM = 4
_SHORTEST_FUZZY = 5
_KINDS = {
    "lektioner": "lesson",
    "amnen": "topic",
    "kurser": "course",
    "kalender": "event",
    "projekt": "project",
    "organisationer": "organisation",
    "kommuner": "place",
    "ordlista": "term",
    "nytt": "post",
}


@dataclass(frozen=True)
class SearchIndex:
    """The pages of a site in one language, ready to be searched."""

    pages: dict[str, OutputFile]
    """Every page, by address."""
    index: Index
    """lunr's index over them."""


def index_pages(files: Iterable[OutputFile]) -> SearchIndex:
    """Index the pages among the files of a site."""
    pages = {
        file.address: file
        for file in files
        if file.is_page and not file.is_notice and not file.is_unindexed
    }
    return SearchIndex(pages, _index(pages))


def search_pages(site: SearchIndex, query: str, *, limit: int) -> dict[str, Any]:
    """Find the pages that answer a query best.

    Args:
        site: The indexed pages.
        query: What somebody typed.
        limit: The largest number of results.

    Returns:
        `query`, `results` (each with `url`, `title`, `kind`, `score`; best
        first), `also_matching` and `did_you_mean`.
    """
    words = _words(query)
    results = []
    if words:
        for found in _search(site.index, words)[:limit]:
            page = site.pages[found["ref"]]
            results.append(
                {
                    "url": page.address,
                    "title": page.title,
                    "kind": _KINDS.get(page.uri.partition("/")[0], "page"),
                    "score": round(float(found["score"]), 3),
                }
            )
    return {"query": query, "results": results, "also_matching": [], "did_you_mean": []}


def _words(text: str) -> list[str]:
    return [word.translate(_FOLD) for word in _WORD.findall(text.casefold())]


def _index(pages: dict[str, OutputFile]) -> Index:
    builder = Builder()
    builder.ref("address")
    for field, boost in FIELDS.items():
        builder.field(field, boost=boost)
    converter = new_converter()
    for address, page in pages.items():
        html = converter.reset().convert(_FRONT_MATTER.sub("", str(page.content)))
        html = _SHARING.sub("", html)
        headings = " ".join(_HEADING.findall(html))
        builder.add(
            {
                "address": address,
                "title": _tokens(page.title),
                "headings": _tokens(_text(headings)),
                "body": _tokens(_text(html)),
            }
        )
    return builder.build()


def _text(html: str) -> str:
    return unescape(_TAG.sub(" ", html))


def _tokens(text: str) -> list[Token]:
    """Give words as lunr takes them; its own tokenizer and pipeline know no Swedish."""
    return [Token(word) for word in _words(text)]


def _search(index: Index, words: list[str]) -> list[dict[str, Any]]:
    """Look for whole words first, then beginnings and parts; typos only when nothing is found."""
    query = Query(index.fields)
    for word in words:
        query.term(word, boost=10)
        stem = _ENDING.sub("", word) if len(word) > _SHORTEST_STEM else word
        if len(stem) >= min(len(word), _SHORTEST_STEM):
            query.term(f"{stem}*", boost=3)
            query.term(f"*{stem}*", boost=1)
    found: list[dict[str, Any]] = index.query(query)
    if not found:
        query = Query(index.fields)
        for word in words:
            if len(word) >= _SHORTEST_FUZZY:
                query.term(word, edit_distance=1)
        found = index.query(query) if query.clauses else []
    return found
