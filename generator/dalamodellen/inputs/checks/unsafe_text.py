# SPDX-License-Identifier: EUPL-1.2
"""Rules about markup in records: a record's text is words, never code."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dalamodellen.inputs.loaded import Loaded
from dalamodellen.inputs.text_reader import TextFile
from dalamodellen.inputs.yaml_reader import Node
from dalamodellen.issues import Issue, Source
from dalamodellen.model.site import Site

_TAG = re.compile(r"<(?:/?[A-Za-z][^>]*>?|!--|!\[CDATA|\?)")
_SCHEME = re.compile(r"(?:java|vb|live)script\s*:|data\s*:\s*text/html", re.IGNORECASE)
_EVENT = re.compile(r"\bon[a-z]{3,}\s*=\s*[\"'(a-z]", re.IGNORECASE)


def check_markup(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """HTML, script addresses and event attributes in a record are shown as text, never run.

    So are the facts about the site, the fields above a page and the cells of a table.
    """
    del site
    records = [(loaded.files[key], node) for key, node in loaded.nodes.items()]
    rows = [(file, node) for file, node, _ in loaded.row_nodes]
    for file, node in (*records, *rows):
        for scalar in _scalars(node):
            yield from _check_scalar(file, scalar)


def _scalars(node: Node) -> Iterator[Node]:
    if node.scalar is not None:
        yield node
    for child in (*(node.items or []), *(node.fields or {}).values()):
        yield from _scalars(child)


def _check_scalar(file: TextFile, node: Node) -> Iterator[Issue]:
    text = node.scalar or ""
    for code, pattern in (
        ("html-in-record", _TAG),
        ("script-address", _SCHEME),
        ("event-attribute", _EVENT),
    ):
        if match := pattern.search(text):
            place = _place(file.lines, node.source, match[0])
            yield file.issue(code, place, name=match[0][:60])


def _place(lines: tuple[str, ...], start: Source, words: str) -> Source:
    """Find where a part of a value stands; long values may go on over several lines."""
    first_word = words.split(maxsplit=1)[0] if words.split() else words
    for number in range(start.line, min(len(lines), start.line + 200) + 1):
        line = lines[number - 1]
        column = line.find(first_word, start.column - 1 if number == start.line else 0)
        if column >= 0:
            return Source(start.path, number, column + 1, max(1, len(first_word)))
    return start


RULES = (check_markup,)
