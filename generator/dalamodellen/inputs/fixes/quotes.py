# SPDX-License-Identifier: EUPL-1.2
"""Quotation marks around values that YAML cannot read without them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dalamodellen.inputs.fixes.meaning import find_yaml, read_values
from dalamodellen.inputs.text_reader import TextFile
from dalamodellen.inputs.yaml_reader import Node, parse_yaml

MOST_QUOTES = 200
"""Values put in quotation marks in one file; a file with more is no record."""
_MENDED_BY_QUOTES = ("colon-in-text", "character-starts-value")
_VALUE = re.compile(r"(\s*(?:- +)*(?:[A-Za-z_][\w-]*:[ ]+)?)(\S.*?)[ ]*")
_CURLY = re.compile(r"[”“„»«]([^”“„»«]*)[”“«»]")
_MEANS_MORE = re.compile(r"""["'|>\[\]{},]|[-?](?: |$)|(?:sv|nb|en):(?: |$)""")
"""What may have been meant as a list, as fields or as a text in a language, and not as words."""


def quote_values(path: str, text: str) -> str:
    """Put a value in quotation marks where YAML cannot be read without them.

    Curly quotation marks around the whole of such a value become straight
    ones. A file that still cannot be read is left, as is a value that may be a
    list or fields.
    """
    lines = text.split("\n")
    start, end = find_yaml(path, lines)
    quoted: dict[int, str] = {}
    for _ in range(MOST_QUOTES):
        node, number = _read(path, lines[start:end])
        if number is None:
            break
        found = _quote(lines[start + number - 1])
        if found is None:
            return text
        lines[start + number - 1], quoted[number] = found
    mended = "\n".join(lines)
    # A page that could be read all along has no fields that quotation marks could mend.
    was_broken = read_values(path, text) is None
    is_whole = node is not None and _holds(node, quoted) and read_values(path, mended) is not None
    return mended if quoted and was_broken and is_whole else text


def _read(path: str, lines: list[str]) -> tuple[Node | None, int | None]:
    """Read YAML; give the first line that quotation marks could mend, from 1, if there is one."""
    node, issues = parse_yaml(TextFile(path, "\n".join(lines) + "\n", tuple(lines)))
    broken = [issue.source.line for issue in issues if issue.code in _MENDED_BY_QUOTES]
    is_mendable = node is None and bool(broken) and broken[0] <= len(lines)
    return node, broken[0] if is_mendable else None


def _quote(line: str) -> tuple[str, str] | None:
    """Give the line with its value in quotation marks, and the value."""
    match = _VALUE.fullmatch(line)
    if not match or not match[1].strip() or " #" in match[2] or _MEANS_MORE.match(match[2]):
        return None
    curly = _CURLY.fullmatch(match[2])
    words = curly[1] if curly else match[2]
    escaped = words.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t")
    return f'{match[1]}"{escaped}"', words


def _holds(node: Node, quoted: dict[int, str]) -> bool:
    """Tell whether the words on every quoted line are read just as they were written."""
    read = {(value.source.line, value.scalar) for value in _scalars(node)}
    return all(value in read for value in quoted.items())


def _scalars(node: Node) -> Iterator[Node]:
    if node.scalar is not None:
        yield node
    for child in (*(node.items or ()), *(node.fields or {}).values()):
        yield from _scalars(child)
