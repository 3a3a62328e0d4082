# SPDX-License-Identifier: EUPL-1.2
"""White space that says nothing: at the ends of lines, and at the end of the file."""

from __future__ import annotations

from dalamodellen.inputs.fixes.meaning import find_yaml, says_the_same


def tidy_white_space(path: str, text: str) -> str:
    """Leave no space at the ends of YAML lines, and one line break at the end of the file.

    In the body of a Markdown file two spaces may be a line break, and in a
    table they may belong to a cell, so those are left. So is what belongs to a
    text of several lines.
    """
    ended = text.rstrip("\n") + "\n"
    lines = ended.split("\n")
    start, end = find_yaml(path, lines)
    spaced = [number for number in range(start, end) if lines[number] != _bare(lines[number])]
    mended = _strip(lines, spaced)
    if says_the_same(path, text, mended):
        return mended
    # Some of it means something: then it is tried line by line.
    kept: list[int] = []
    for number in spaced:
        if says_the_same(path, ended, _strip(lines, [*kept, number])):
            kept.append(number)
    return _strip(lines, kept)


def _strip(lines: list[str], numbers: list[int]) -> str:
    tidied = list(lines)
    for number in numbers:
        tidied[number] = _bare(tidied[number])
    return "\n".join(tidied).rstrip("\n") + "\n"


def _bare(line: str) -> str:
    return line.rstrip(" \t")
