# SPDX-License-Identifier: EUPL-1.2
"""The index in parts, so that a browser fetches what a query needs and no more.

A browser reads the directory and the list of pages, then the parts that hold
the words typed, then the parts that hold their keys: three steps, whatever the
size of the site. `theme/search/store.js` reads these files.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from typing import Any
from urllib.parse import quote

from dalamodellen.model.settings import EXAMPLE_MARK
from dalamodellen.outputs.output_file import OutputFile
from dalamodellen.outputs.pages.a_to_z import KINDS
from dalamodellen.outputs.search.documents import SearchDocument
from dalamodellen.outputs.search.index import Posting, SearchIndex
from dalamodellen.outputs.search.letters import folded
from dalamodellen.outputs.search.ranking import kept_worth
from dalamodellen.outputs.search.shipped_lists import word_lists
from dalamodellen.outputs.words import translator

FOLDER = "assets/search/"
"""Where the parts lie in the tree of each language."""
_WORDS_SIZE = 9_000
"""Characters a part of the words holds at most, unless a single one is longer; about 3 kB packed."""
_KEYS_SIZE = 14_000
_ENDS_SIZE = 9_000
Rows = Sequence[Any]


def render_index_files(index: SearchIndex, *, is_example: bool = False) -> list[OutputFile]:
    """Write an index as files: the directory, the pages, and the parts.

    Args:
        index: The index of the pages in one language.
        is_example: Whether all of it is made up, which the directory then says first.
    """
    words = [_word_row(index, number) for number in range(len(index.words))]
    ends = [text for text, _ in index.by_end]
    ends = list(dict.fromkeys(ends))
    keys = [_key_row(index, number) for number in range(len(index.keys))]
    files: list[OutputFile] = []

    def in_parts(letter: str, rows: Rows, size: int, name: Callable[[int], Any]) -> list[Any]:
        starts = []
        for part, (first, last) in enumerate(_cuts(rows, size)):
            starts.append([name(first), first])
            files.append(_file(f"{letter}{part}.json", rows[first:last], index.language))
        return starts

    directory = {
        **({"about": EXAMPLE_MARK} if is_example else {}),
        "language": index.language,
        "words": in_parts("w", words, _WORDS_SIZE, lambda number: index.by_fold[number]),
        "ends": in_parts("e", ends, _ENDS_SIZE, lambda number: ends[number]),
        "keys": [first for _, first in in_parts("k", keys, _KEYS_SIZE, lambda number: number)],
        "wordCount": len(words),
        "stop": sorted(word_lists(index.language).stop_words),
        "question": sorted(word_lists(index.language).question_words),
    }
    files += [
        _file(f"t{number}.json", _sections(document), index.language)
        for number, document in enumerate(index.documents)
    ]
    pages = _pages(index)
    version = _version([*files, _file("directory.json", [directory, pages], index.language)])
    files.append(_file("directory.json", {**directory, "version": version}, index.language))
    files.append(_file("pages.json", {**pages, "version": version}, index.language))
    return files


def _version(files: Sequence[OutputFile]) -> str:
    """Name what an index holds, so that parts of two builds are never mixed."""
    digest = sha256()
    for file in files:
        digest.update(str(file.content).encode())
    return digest.hexdigest()[:12]


def _cuts(rows: Rows, size: int) -> Iterator[tuple[int, int]]:
    """Cut rows into parts of about the same size: first row, and the one after the last."""
    first, held = 0, 0
    for number, row in enumerate(rows):
        length = len(_as_json(row))
        if held and held + length > size:
            yield first, number
            first, held = number, 0
        held += length
    if held:
        yield first, len(rows)


def _word_row(index: SearchIndex, number: int) -> list[Any]:
    """Give text, keys, parts, links and pages of a word, without what is empty at the end."""
    word = index.words[number]
    links = [link[0] if len(link) == 1 else list(link) for link in word.links]
    row = [word.text, list(word.keys), word.pages, list(word.parts), links]
    while len(row) > 3 and not row[-1]:  # noqa: PLR2004 - text, keys and pages are always there
        row.pop()
    return row


def _key_row(index: SearchIndex, number: int) -> list[Any]:
    """Give text, own posting, posting as part, and the forms with theirs."""
    key = index.keys[number]
    forms: list[Any] = []
    for form, posting in key.forms.items():
        forms += [form, _posting(posting)]
    return [folded(key.text), _posting(key.own), _posting(key.part), forms]


def _posting(posting: Posting) -> list[int]:
    """Give a thousand times the rarity, then for each page the step from the one before, and the weight."""
    if not posting.weights:
        return []
    row = [round(posting.rarity * 1000)]
    before = 0
    for page, weight in sorted(posting.weights.items()):
        row += [page - before, weight]
        before = page
    return row


def _pages(index: SearchIndex) -> dict[str, Any]:
    """List the pages in order of address, with what is told of each and what it is worth."""
    translate = translator(index.language)
    pages = index.documents
    kinds = sorted({page.kind for page in pages})
    topics = sorted({page.topic for page in pages})
    places = sorted({page.municipality for page in pages})
    rows = []
    for page in pages:
        row: list[Any] = [
            page.title,
            quote(page.url.lstrip("/")),
            kinds.index(page.kind),
            kept_worth(page),
            topics.index(page.topic),
            places.index(page.municipality),
            page.minutes,
            page.title_language,
        ]
        while not row[-1] and len(row) > 4:  # noqa: PLR2004 - title, address, kind and worth
            row.pop()
        rows.append(row)
    return {
        "say": _said(translate),
        "kinds": [[kind, translate(KINDS[kind])] for kind in kinds],
        "topics": topics,
        "municipalities": places,
        "pages": rows,
    }


def _said(translate: Callable[[str], str]) -> dict[str, Any]:
    """Give what the search says, in the language of the pages."""
    return {
        "one": translate("1 träff"),
        "many": translate("{} träffar"),
        "none": translate("Inga träffar. Pröva ett kortare ord, eller leta från A till Ö."),
        "all": translate("Visa alla {} träffar"),
        "also": translate("Visar också träffar på {}."),
        "mine": translate("Sök bara på mina ord"),
        "wide": translate("Sök också på liknande ord"),
        "meant": translate("Menade du"),
        "nearest": translate("Liknande ord här:"),
        "more": translate("Visa fler"),
        "minutes": translate("{} min"),
        "atMost": translate("högst {} minuter"),
        "kind": translate("Typ"),
        "topic": translate("Ämne"),
        "municipality": translate("Kommun"),
        "languages": {
            "sv": translate("På svenska"),
            "nb": translate("På norska"),
            "en": translate("På engelska"),
        },
    }


def _sections(document: SearchDocument) -> list[list[str]]:
    return [[section.anchor, section.heading, section.text] for section in document.sections]


def _file(name: str, content: object, language: str) -> OutputFile:
    return OutputFile(f"{FOLDER}{name}", f"{_as_json(content)}\n", language)


def _as_json(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))
