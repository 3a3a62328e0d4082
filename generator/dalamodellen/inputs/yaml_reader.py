# SPDX-License-Identifier: EUPL-1.2
"""From YAML text to a tree in which every value knows its line and column.

Every scalar stays text, so that `NO`, `010` and `12:30` are what their writer
wrote. Anchors, aliases and tags are refused: a record says everything itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, cast

import yaml

from dalamodellen.inputs.text_reader import CONTROL, TextFile
from dalamodellen.inputs.yaml_complaints import (
    DEEPEST,
    TOO_DEEP,
    Ending,
    find_missing_space,
    tell_complaint,
)
from dalamodellen.issues import Issue, Source

_EMPTY_WORDS = frozenset({"", "~", "null", "Null", "NULL"})
_UNREADABLE = re.compile(r"[\x0c\x7f-\x9f\u2028\u2029]")
"""Characters that YAML refuses, or takes for line breaks that no editor counts."""
_TAG_PREFIX = "tag:yaml.org,2002:"


_ENDS = (yaml.ScalarEvent, yaml.SequenceEndEvent, yaml.MappingEndEvent)
AnyMark = Any
"""A place as PyYAML tells it; its C parser has a class of its own for it."""


@dataclass
class Node:
    """One value in a YAML text, and where it stands."""

    source: Source
    """Where the value begins."""
    scalar: str | None = None
    """The text of a plain value; None when it is empty, a list or has fields."""
    items: list[Node] | None = None
    """The values of a list."""
    fields: dict[str, Node] | None = None
    """The values of a mapping, by key."""
    keys: dict[str, Source] = field(default_factory=dict)
    """Where each key of a mapping stands."""

    def plain(self) -> Any:
        """Give the value as text, lists and dicts."""
        if self.fields is not None:
            return {key: node.plain() for key, node in self.fields.items()}
        if self.items is not None:
            return [node.plain() for node in self.items]
        return self.scalar

    def find(self, loc: tuple[int | str, ...], *, at_key: bool = False) -> Source:
        """Follow the path of a value as far as it was written.

        Args:
            loc: Keys and list numbers, from this node.
            at_key: Whether to point at a value's key rather than at the value.

        Returns:
            The place to point at: a value that is one piece of text, else the
            key of the last mapping that was entered.
        """
        node, place = self, self.source
        for part in loc:
            if node.fields is not None and part in node.fields:
                place = node.keys[str(part)]
                node = node.fields[str(part)]
                if node.scalar is not None and not at_key:
                    place = node.source
            elif node.items is not None and isinstance(part, int) and part < len(node.items):
                node = node.items[part]
                place = node.source
        return place


def parse_yaml(
    file: TextFile, *, text: str | None = None, first_line: int = 1
) -> tuple[Node | None, list[Issue]]:
    """Parse a YAML text into a tree of nodes.

    Args:
        file: The file the text stands in, for places and quotations.
        text: The part of the file to parse; the whole of it when left out.
        first_line: The line of the file where `text` begins.

    Returns:
        The top node, or None when nothing can be used, and the issues. A tree
        with issues is given too, so that its other faults can be found.
    """
    reader = _Reader(file, first_line - 1)
    words = file.text if text is None else text
    if found := _UNREADABLE.search(words):
        return None, [reader.unreadable(words[: found.start()], found[0])]
    try:
        events = yaml.parse(words, Loader=yaml.CBaseLoader)
        node = reader.read_document(reader.remember(events))
    except yaml.MarkedYAMLError as error:
        reader.issues.append(reader.broken(error))
        return None, reader.issues
    except yaml.YAMLError as error:
        reader.issues.append(file.issue("broken-yaml", problem=str(error).splitlines()[0]))
        return None, reader.issues
    if node is not None and node.scalar and (missing := reader.missing_space(node)):
        return None, [*reader.issues, missing]
    return node, reader.issues


class _Reader:
    """Builds nodes from parser events, in one pass and without recursion into aliases."""

    def __init__(self, file: TextFile, lines_before: int) -> None:
        self.file = file
        self.lines_before = lines_before
        self.issues: list[Issue] = []
        self.last: Ending | None = None

    def source(self, start: AnyMark, end: AnyMark = None) -> Source:
        if start is None:
            return Source(self.file.path)
        length = end.column - start.column if end and end.line == start.line else 1
        return Source(
            self.file.path,
            start.line + 1 + self.lines_before,
            start.column + 1,
            max(1, length),
        )

    def note(self, code: str, event: yaml.Event, **values: str) -> None:
        source = self.source(event.start_mark, event.end_mark)
        self.issues.append(self.file.issue(code, source, **values))

    def unreadable(self, before: str, character: str) -> Issue:
        """Tell of a character that has no place in YAML."""
        line = before.count("\n") + 1 + self.lines_before
        place = Source(self.file.path, line, len(before) - before.rfind("\n"))
        return self.file.issue("control-character", place, name=f"U+{ord(character):04X}")

    def missing_space(self, node: Node) -> Issue | None:
        """Tell of a text that would be a field if there were a space after its colon."""
        line = self.file.lines[node.source.line - 1]
        example = find_missing_space(line[node.source.column - 1 :])
        if not example or not (node.scalar or "").startswith(example.partition(":")[0] + ":"):
            return None
        place = Source(node.source.path, node.source.line, line.index(":") + 1)
        return self.file.issue("colon-without-space", place, example=example)

    def broken(self, error: yaml.MarkedYAMLError) -> Issue:
        """Turn the parser's complaint into an issue in plain words, at the place to mend."""
        return tell_complaint(self.file, error, self.lines_before, self.last)

    def remember(self, events: Iterator[yaml.Event]) -> Iterator[yaml.Event]:
        """Pass the events on, and keep where the last whole value ended."""
        for event in events:
            if isinstance(event, _ENDS):
                end: AnyMark = event.end_mark
                line = end.line + 1 + self.lines_before
                self.last = Ending(self.source(event.start_mark), line, end.column + 1)
            yield event

    def read_document(self, events: Iterator[yaml.Event]) -> Node | None:
        """Read the first document; a second one is an issue."""
        node: Node | None = None
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self.note("second-document", event)
                    break
                node = self._read_value(next(events), events, depth=0)
        return node

    def _read_value(self, event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Node:
        source = self.source(event.start_mark, event.end_mark)
        if isinstance(event, yaml.AliasEvent):
            self.note("alias", event, name=f"*{event.anchor}")
            return Node(source, scalar=f"*{event.anchor}")
        if anchor := getattr(event, "anchor", None):
            self.note("alias", event, name=f"&{anchor}")
        tag = getattr(event, "tag", None)
        if tag and tag != "!":
            self.note("yaml-tag", event, name=tag.replace(_TAG_PREFIX, "!!"))
        if isinstance(event, yaml.ScalarEvent):
            if found := CONTROL.search(event.value):
                self.note("control-character", event, name=f"U+{ord(found[0]):04X}")
            # The C parser's word for a value without quotation marks is "".
            is_empty = not event.style and event.value in _EMPTY_WORDS
            return Node(source, scalar=None if is_empty else event.value)
        if depth > DEEPEST:
            mark = cast("yaml.Mark", event.start_mark)
            raise yaml.MarkedYAMLError(problem=TOO_DEEP, problem_mark=mark)
        if isinstance(event, yaml.SequenceStartEvent):
            return Node(source, items=list(self._read_items(events, depth)))
        return self._read_mapping(source, events, depth)

    def _read_items(self, events: Iterator[yaml.Event], depth: int) -> Iterator[Node]:
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                return
            yield self._read_value(event, events, depth + 1)

    def _read_mapping(self, source: Source, events: Iterator[yaml.Event], depth: int) -> Node:
        node = Node(source, fields={})
        fields = node.fields or {}
        node.fields = fields
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key_source = self.source(event.start_mark, event.end_mark)
            key_node = self._read_value(event, events, depth + 1)
            value = self._read_value(next(events), events, depth + 1)
            if key_node.items is not None or key_node.fields is not None:
                self.issues.append(self.file.issue("key-is-not-text", key_source))
                continue
            key = key_node.scalar or ""
            if key in fields:
                first = str(node.keys[key].line)
                self.issues.append(
                    self.file.issue("duplicate-key", key_source, name=key, first=first)
                )
                continue
            fields[key] = value
            node.keys[key] = key_source
        return node
