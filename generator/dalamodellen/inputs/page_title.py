# SPDX-License-Identifier: EUPL-1.2
"""The title of a page that does not say its title: its first heading, else its file's name."""

from __future__ import annotations

import re
from collections.abc import Iterator

_UNDERLINE = re.compile(r"=+\s*")
_HEADING = re.compile(r"#\s+(.+?)\s*#*\s*(?:\{[^}]*\})?\s*")


def first_heading(body: str) -> str:
    """Find the text of the first level-one heading, outside code."""
    previous = ""
    for line in _lines_outside_code(body):
        if match := _HEADING.fullmatch(line):
            return _without_markup(match[1])
        if previous.strip() and _UNDERLINE.fullmatch(line):
            return _without_markup(previous)
        previous = line
    return ""


def _lines_outside_code(body: str) -> Iterator[str]:
    fence = ""
    for line in body.split("\n"):
        mark = line.lstrip()[:3]
        if fence:
            fence = "" if mark == fence else fence
        elif mark in ("```", "~~~"):
            fence = mark
        else:
            yield line


def _without_markup(words: str) -> str:
    words = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", words)
    return re.sub(r"<[^>]+>|[*_`]", "", words).strip()


def title_from_name(uri: str) -> str:
    """Make a title of a file's name, or of its folder's where the file is an index."""
    parts = uri.rpartition(".")[0].split("/")
    name = parts[-1] if parts[-1].lower() not in ("index", "readme") else (parts[-2:-1] or [""])[0]
    words = re.sub(r"[-_]+", " ", name).strip() or "Start"
    return words[:1].upper() + words[1:]
