# SPDX-License-Identifier: EUPL-1.2
"""From Markdown text to front matter and body, with the line numbers kept."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dalamodellen.inputs.text_reader import TextFile
from dalamodellen.inputs.yaml_reader import Node, parse_yaml
from dalamodellen.issues import Issue, Source

_FENCE = re.compile(r"---[ \t]*")
_FENCE_END = re.compile(r"(?:---|\.\.\.)[ \t]*")
_KEY = re.compile(r"[A-Za-z_][\w .-]*:(?:\s|$)")
_LOOSE_FENCE = re.compile(r"\s*---[ \t]*")
_STRANGE_FENCE = re.compile(r"\s*[-–—]+\s*")
"""What becomes of three hyphens in a word processor, or when one counts wrong."""
_TOML_FENCE = re.compile(r"\+\+\+[ \t]*")
_TOML_KEY = re.compile(r"[A-Za-z_][\w-]*\s*=")


@dataclass(frozen=True)
class MarkdownFile:
    """A Markdown text, split where its front matter ends."""

    file: TextFile
    """The whole text."""
    front_matter: Node | None
    """The front matter; None when there is none."""
    body: str
    """The text after the front matter."""
    body_line: int
    """The line of the file where the body begins."""


def parse_markdown(file: TextFile) -> tuple[MarkdownFile | None, list[Issue]]:
    """Split a Markdown text into front matter and body.

    A file that begins with "---" but holds no keys before the next "---" is
    plain Markdown that begins with a rule.

    Returns:
        The parts, or None when the front matter is broken, and the issues.
    """
    lines = file.lines
    if not lines or not _FENCE.fullmatch(lines[0]):
        if misplaced := _misplaced_fields(file):
            return None, [misplaced]
        return MarkdownFile(file, None, file.text, 1), []
    end = next((i for i, line in enumerate(lines[1:], 1) if _FENCE_END.fullmatch(line)), None)
    if end is None:
        if len(lines) > 1 and _KEY.match(lines[1]):
            return None, [file.issue("front-matter-not-closed", Source(file.path, 1, 1, 3))]
        return MarkdownFile(file, None, file.text, 1), []
    front_text = "\n".join(lines[1:end]) + "\n"
    body = "\n".join(lines[end + 1 :])
    has_keys = any(_KEY.match(line) for line in lines[1:end])
    node, issues = parse_yaml(file, text=front_text, first_line=2)
    is_mapping = node is not None and node.fields is not None
    if front_text.strip() and not has_keys and not is_mapping:
        return MarkdownFile(file, None, file.text, 1), []
    if node is None and issues:
        return None, issues
    if node is not None and node.fields is None:
        if node.scalar is None and node.items is None:
            node = None
        else:
            return None, [*issues, file.issue("front-matter-not-fields", node.source)]
    return MarkdownFile(file, node, body, end + 2), issues


def _misplaced_fields(file: TextFile) -> Issue | None:
    """Find fields that are meant to be front matter but would be read as text."""
    first = next((i for i, line in enumerate(file.lines) if line.strip()), 0)
    for fence, key, code in (
        (_LOOSE_FENCE, _KEY, "front-matter-not-first"),
        (_TOML_FENCE, _TOML_KEY, "front-matter-in-toml"),
        (_STRANGE_FENCE, _KEY, "front-matter-fence"),
    ):
        rest = file.lines[first + 1 :]
        end = next((i for i, line in enumerate(rest) if fence.fullmatch(line)), None)
        is_fenced = fence.fullmatch(file.lines[first]) is not None and end is not None
        if is_fenced and any(key.match(line.strip()) for line in rest[:end]):
            return file.issue(code, Source(file.path, first + 1, 1, len(file.lines[first])))
    return None
