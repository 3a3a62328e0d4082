# SPDX-License-Identifier: EUPL-1.2
"""What is safe to mend in people's files: white space, quotes, order of fields.

Safe means that the file says the same afterwards. Every mended text is read
again, and what does not come out with the same values is left as it was.
Reads the files below `data/` and `content/`; `writer.py` writes them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dalamodellen.inputs.csv_reader import parse_csv
from dalamodellen.inputs.markdown_reader import parse_markdown
from dalamodellen.inputs.text_reader import LARGEST_TABLE, TextFile, find_files
from dalamodellen.inputs.yaml_reader import parse_yaml
from dalamodellen.model.lesson import Page
from dalamodellen.model.part import Part
from dalamodellen.model.record import field_order
from dalamodellen.model.settings import Settings
from dalamodellen.model.site import COLLECTIONS, WRITTEN

MOST_QUOTES = 200
"""Values put in quotation marks in one file; a file with more is no record."""
_MENDED_BY_QUOTES = ("colon-in-text", "character-starts-value")
_VALUE = re.compile(r"(\s*(?:- +)*(?:[A-Za-z_][\w-]*:[ ]+)?)(\S.*?)[ ]*")
_CURLY = re.compile(r"[”“„»«](.*)[”“«»]")
_FENCE = re.compile(r"---[ \t]*")
_FOLDERS: dict[str, type[Part]] = {one.folder: one.model for one in COLLECTIONS}
_WRITTEN: dict[str, type[Part]] = {one.kind: one.model for one in WRITTEN}


@dataclass(frozen=True)
class Fix:
    """A file as it is and as it could be, with the same meaning."""

    path: Path
    """The file on disk."""
    shown: str
    """Its path from the root."""
    before: bytes
    """What was read."""
    after: bytes
    """What to write."""
    kinds: tuple[str, ...]
    """What was mended: byte-order-mark, line-breaks, quotes, white-space, field-order."""


def find_fixes(root: Path) -> Iterator[Fix]:
    """Find the files that can be mended, and how."""
    for folder in ("data", "content"):
        for path in find_files(root, folder)[0]:
            is_text = path.suffix.lower() in (".yml", ".yaml", ".md", ".markdown", ".csv")
            if is_text and not path.is_symlink() and (fix := _fix_of(root, path)):
                yield fix


def _fix_of(root: Path, path: Path) -> Fix | None:
    shown = path.relative_to(root).as_posix()
    try:
        before = path.read_bytes() if path.stat().st_size <= LARGEST_TABLE else b""
        text = before.decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    after, kinds = mend(shown, text)
    if not kinds:
        return None
    return Fix(path, shown, before, after.encode(), kinds)


def mend(path: str, text: str) -> tuple[str, tuple[str, ...]]:
    """Mend a text as far as its meaning stays the same.

    Args:
        path: Where it lies, from the root; decides what sort of file it is.
        text: The whole text, byte-order mark and line breaks as they were read.

    Returns:
        The mended text and what was mended, in the order of `Fix.kinds`.
    """
    if not text.strip("\ufeff \t\r\n"):
        return text, ()
    kinds = []
    for kind, mended in (
        ("byte-order-mark", text.removeprefix("\ufeff")),
        ("line-breaks", text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")),
    ):
        if mended != text:
            kinds.append(kind)
            text = mended
    steps: tuple[tuple[str, Callable[[str, str], str]], ...] = (
        ("quotes", quote_values),
        ("white-space", tidy_white_space),
        ("field-order", order_fields),
        # Again, because a field that has moved may bring blank lines to the end.
        ("white-space", tidy_white_space),
    )
    for kind, step in steps:
        mended = step(path, text)
        if mended != text and (kind == "quotes" or _says_the_same(path, text, mended)):
            kinds.append(kind)
            text = mended
    return text, tuple(dict.fromkeys(kinds))


def tidy_white_space(path: str, text: str) -> str:
    """Leave no space at the ends of YAML lines, and one line break at the end of the file.

    In the body of a Markdown file two spaces may be a line break, and in a
    table they may belong to a cell, so those are left.
    """
    lines = text.rstrip("\n").split("\n")
    start, end = _yaml_lines(path, lines)
    tidied = [
        line.rstrip(" \t") if start <= number < end else line for number, line in enumerate(lines)
    ]
    mended = "\n".join(tidied).rstrip("\n") + "\n"
    # Spaces in a text of several lines may mean something; then only the end is mended.
    return mended if _says_the_same(path, text, mended) else "\n".join(lines) + "\n"


def quote_values(path: str, text: str) -> str:
    """Put a value in quotation marks where YAML cannot be read without them."""
    lines = text.split("\n")
    start, end = _yaml_lines(path, lines)
    for _ in range(MOST_QUOTES):
        part = "\n".join(lines[start:end]) + "\n"
        file = TextFile(path, part, tuple(lines[start:end]))
        node, issues = parse_yaml(file)
        broken = [issue for issue in issues if issue.code in _MENDED_BY_QUOTES]
        if node is not None or not broken:
            return "\n".join(lines) if node is not None else text
        number = start + broken[0].source.line - 1
        quoted = _quoted(lines[number]) if number < len(lines) else None
        if quoted is None:
            return text
        lines[number] = quoted
    return text


def _quoted(line: str) -> str | None:
    match = _VALUE.fullmatch(line)
    if not match or not match[1].strip() or " #" in match[2] or match[2][0] in "\"'|>[{":
        return None
    curly = _CURLY.fullmatch(match[2])
    words = (curly[1] if curly else match[2]).replace("\\", "\\\\").replace('"', '\\"')
    return f'{match[1]}"{words}"'


def order_fields(path: str, text: str) -> str:
    """Put the fields of a record in the order of its reference, each with its own comments.

    Comments at the top of the file stay there. A file with a field we do not
    know is left as it is.
    """
    lines = text.split("\n")
    start, end = _yaml_lines(path, lines)
    part = lines[start:end]
    node, issues = parse_yaml(TextFile(path, "\n".join(part) + "\n", tuple(part)))
    if node is None or issues or not node.fields:
        return text
    kind = node.fields["kind"].scalar if "kind" in node.fields else None
    order = _order(path, kind)
    first_lines = [node.keys[name].line - 1 for name in node.fields]
    starts_lines = all(node.keys[name].column == 1 for name in node.fields)
    if not starts_lines or len(set(first_lines)) < len(first_lines) or not order:
        return text
    if not set(node.fields) <= set(order):
        return text
    names = list(node.fields)
    begins = [first_lines[0], *(_with_comments(part, number) for number in first_lines[1:])]
    stops = [*begins[1:], len(part)]
    blocks = {
        name: part[begin:stop] for name, begin, stop in zip(names, begins, stops, strict=True)
    }
    ordered = [line for name in sorted(names, key=order.index) for line in blocks[name]]
    return "\n".join([*lines[:start], *part[: begins[0]], *ordered, *lines[end:]])


def _with_comments(lines: list[str], number: int) -> int:
    """Give the line where the comments directly above a field begin."""
    while number > 0 and lines[number - 1].startswith("#"):
        number -= 1
    return number


def _order(path: str, kind: str | None) -> list[str]:
    if path == "data/site.yml":
        return field_order(Settings)
    if path.startswith("content/"):
        return field_order(_WRITTEN.get(kind or "", Page))
    model = _FOLDERS.get(path.rpartition("/")[0])
    return field_order(model) if model else []


def _yaml_lines(path: str, lines: list[str]) -> tuple[int, int]:
    """Give the first line of YAML, from 0, and the line after the last."""
    if path.endswith((".yml", ".yaml")):
        # What stands after the last line break is no line.
        return 0, len(lines) - 1 if len(lines) > 1 and not lines[-1] else len(lines)
    if path.endswith((".md", ".markdown")) and lines and _FENCE.fullmatch(lines[0]):
        for number, line in enumerate(lines[1:], 1):
            if _FENCE.fullmatch(line):
                return 1, number
    return 0, 0


def _says_the_same(path: str, before: str, after: str) -> bool:
    """Tell whether two texts are read as the same values, and neither is broken."""
    one, other = _values(path, before), _values(path, after)
    return one is not None and one == other


def _values(path: str, text: str) -> Any:
    file = TextFile(path, text, tuple(text.split("\n")))
    if path.endswith(".csv"):
        rows, issues = parse_csv(file)
        return None if issues else [row.plain() for row in rows]
    if path.endswith((".md", ".markdown")):
        parsed, issues = parse_markdown(file)
        if parsed is None or issues:
            return None
        fields = parsed.front_matter.plain() if parsed.front_matter else None
        return fields, parsed.body.rstrip("\n")
    node, issues = parse_yaml(file)
    return None if node is None or issues else node.plain()
