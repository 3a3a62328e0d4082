# SPDX-License-Identifier: EUPL-1.2
"""Words cut to a length, where there must be room for all of a page."""

from __future__ import annotations

import re

from dalamodellen.outputs.safe_markdown import Markdown

_PIECE = re.compile(r"<[^>]*>|&(?:#\d+|\w+);|\s+|[^<&\s]+|&")
_LEFT_OUT = "…"
_TRAILING = ",.;:–-("
_SHORTEST = 2
"""Fewer characters than this of a cut word say nothing."""


def shorten(words: Markdown, most: int) -> Markdown:
    """Cut words after a number of characters, between words where there is a space to cut at.

    Tags are kept and not counted, so that what is in another language stays marked.

    Args:
        words: Words, with tags that hold no spaces between them.
        most: The most characters a reader gets, with the sign that something is left out.
    """
    if _length(words) <= most:
        return words
    room = most - len(f" {_LEFT_OUT}")
    written: list[str] = []
    is_full = False
    for piece in _PIECE.findall(words):
        if piece.startswith("<"):
            written.append(piece)
            continue
        if is_full:
            continue
        length = _length(piece)
        if length <= room:
            written.append(piece)
            room -= length
            continue
        is_full = True
        # A word longer than what is left of the line is cut itself, if nothing stands before it.
        if not any(one.strip() and not one.startswith("<") for one in written):
            written.append(piece[: max(room, _SHORTEST)])
        else:
            _drop_trailing(written)
        written.append(_LEFT_OUT)
    return Markdown("".join(written))


def _drop_trailing(written: list[str]) -> None:
    """Take away the space and the mark before what is cut, and put one space there."""
    at = len(written) - 1
    while at >= 0 and (written[at].startswith("<") or not written[at].strip()):
        if not written[at].startswith("<"):
            written[at] = ""
        at -= 1
    if at >= 0 and not written[at].startswith("&"):
        written[at] = written[at].rstrip(_TRAILING)
    written.append(" ")


def _length(words: str) -> int:
    return sum(
        1 if piece.startswith("&") else len(piece)
        for piece in _PIECE.findall(words)
        if not piece.startswith("<")
    )
