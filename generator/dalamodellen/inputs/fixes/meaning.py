# SPDX-License-Identifier: EUPL-1.2
"""What a text says, apart from how it is written: the values that are read from it."""

from __future__ import annotations

import re
from typing import Any

from dalamodellen.inputs.csv_reader import parse_csv
from dalamodellen.inputs.markdown_reader import parse_markdown
from dalamodellen.inputs.text_reader import TextFile
from dalamodellen.inputs.yaml_reader import parse_yaml

_FENCE = re.compile(r"---[ \t]*")
_FENCE_END = re.compile(r"(?:---|\.\.\.)[ \t]*")
_YAML = (".yml", ".yaml")
_MARKDOWN = (".md", ".markdown")


def says_the_same(path: str, before: str, after: str) -> bool:
    """Tell whether two texts are read as the same values, and neither is broken."""
    one, other = read_values(path, before), read_values(path, after)
    return one is not None and one == other


def read_values(path: str, text: str) -> Any:
    """Give what a text says; None when it says nothing or has a fault.

    Blank lines at the end of the body of a Markdown file say nothing.
    """
    file = TextFile(path, text, tuple(text.split("\n")))
    if path.endswith(".csv"):
        rows, issues = parse_csv(file)
        return None if issues else [row.plain() for row in rows]
    if path.endswith(_MARKDOWN):
        parsed, issues = parse_markdown(file)
        if parsed is None or issues:
            return None
        fields = parsed.front_matter.plain() if parsed.front_matter else None
        return fields, parsed.body.rstrip("\n")
    node, issues = parse_yaml(file)
    return None if node is None or issues else node.plain()


def find_yaml(path: str, lines: list[str]) -> tuple[int, int]:
    """Give the first line of YAML, from 0, and the line after the last; 0, 0 where there is none."""
    if path.endswith(_YAML):
        # What stands after the last line break is no line.
        return 0, len(lines) - 1 if len(lines) > 1 and not lines[-1] else len(lines)
    if path.endswith(_MARKDOWN) and lines and _FENCE.fullmatch(lines[0]):
        for number, line in enumerate(lines[1:], 1):
            if _FENCE_END.fullmatch(line):
                return 1, number
    return 0, 0
