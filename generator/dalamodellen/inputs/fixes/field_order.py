# SPDX-License-Identifier: EUPL-1.2
"""The order of the fields of a record: the one of its reference, so that records are alike."""

from __future__ import annotations

from dalamodellen.inputs.fixes.meaning import find_yaml, says_the_same
from dalamodellen.inputs.text_reader import TextFile
from dalamodellen.inputs.yaml_reader import Node, parse_yaml
from dalamodellen.model.lesson import Page
from dalamodellen.model.part import Part
from dalamodellen.model.record import field_order
from dalamodellen.model.settings import Settings
from dalamodellen.model.site import COLLECTIONS, WRITTEN
from dalamodellen.model.validation import FILLED_BY_READER

_FOLDERS: dict[str, type[Part]] = {one.folder: one.model for one in COLLECTIONS}
_WRITTEN: dict[str, type[Part]] = {one.kind: one.model for one in WRITTEN}


def find_order(path: str, kind: str | None) -> list[str]:
    """Give the order of the fields in a file.

    Args:
        path: Its path from the root.
        kind: The kind that its front matter names; None for data and plain pages.

    Returns:
        The names of the fields; none when we do not know what is in the file.
    """
    if path == "data/site.yml":
        return field_order(Settings)
    if path.startswith("content/"):
        model = Page if kind is None else _WRITTEN.get(kind)
    else:
        model = _FOLDERS.get(path.rpartition("/")[0])
    # What the reader fills in has no place of its own in a file.
    return [name for name in field_order(model) if name not in FILLED_BY_READER] if model else []


def can_be_ordered(path: str, text: str) -> bool:
    """Tell whether the fields of a file are out of order, and moving them is safe."""
    ordered = order_fields(path, text)
    return ordered != text and says_the_same(path, text, ordered)


def order_fields(path: str, text: str) -> str:
    """Put the fields of a record in the order of its reference, each with its own comments.

    Comments at the top and at the bottom of the file stay there. A file with a
    field we do not know is left as it is.
    """
    lines = text.split("\n")
    start, end = find_yaml(path, lines)
    part = lines[start:end]
    node, issues = parse_yaml(TextFile(path, "\n".join(part) + "\n", tuple(part)))
    if node is None or issues or not node.fields or not _has_own_lines(node):
        return text
    order = find_order(path, node.fields["kind"].scalar if "kind" in node.fields else None)
    names = list(node.fields)
    wanted = sorted(names, key=order.index) if set(names) <= set(order) else names
    if wanted == names:
        return text
    top, blocks, bottom = _take_apart(part, [node.keys[name].line - 1 for name in names])
    by_name = dict(zip(names, blocks, strict=True))
    # The field that was last has no gap after it; the one that goes last needs none.
    gap = _gap(by_name[wanted[-1]])
    by_name[wanted[-1]] = by_name[wanted[-1]][: -len(gap) or None]
    by_name[names[-1]] += gap
    ordered = [line for name in wanted for line in by_name[name]]
    return "\n".join([*lines[:start], *top, *ordered, *bottom, *lines[end:]])


def _has_own_lines(node: Node) -> bool:
    """Tell whether each field begins a line of its own."""
    places = list(node.keys.values())
    return all(place.column == 1 for place in places) and (
        len({place.line for place in places}) == len(places)
    )


def _take_apart(
    lines: list[str], firsts: list[int]
) -> tuple[list[str], list[list[str]], list[str]]:
    """Part a record into what stands on top, its fields with their comments, and what stands last.

    Comments right above the first field are its own only where a blank line
    parts them from others above; otherwise they are about the whole file.
    """
    begins = [_with_comments(lines, number) for number in firsts]
    if not any(line.strip() for line in lines[: begins[0]]):
        begins[0] = firsts[0]
    bottom = len(lines)
    while not lines[bottom - 1].strip() or lines[bottom - 1].startswith("#"):
        bottom -= 1
    stops = [*begins[1:], bottom]
    blocks = [lines[begin:stop] for begin, stop in zip(begins, stops, strict=True)]
    return lines[: begins[0]], blocks, lines[bottom:]


def _with_comments(lines: list[str], number: int) -> int:
    """Give the line where the comments directly above a field begin."""
    while number > 0 and lines[number - 1].startswith("#"):
        number -= 1
    return number


def _gap(block: list[str]) -> list[str]:
    """Give the blank lines at the end of a field."""
    length = len(block)
    while length and not block[length - 1].strip():
        length -= 1
    return block[length:]
