# SPDX-License-Identifier: EUPL-1.2
"""What is safe to mend in people's files: white space, quotes, order of fields.

Safe means that the file says the same afterwards. Every mended text is read
again, and what does not come out with the same values is left as it was.
Reads the files below `data/` and `content/`; `writer.py` writes them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dalamodellen.inputs.fixes.field_order import order_fields
from dalamodellen.inputs.fixes.meaning import says_the_same
from dalamodellen.inputs.fixes.quotes import quote_values
from dalamodellen.inputs.fixes.white_space import tidy_white_space
from dalamodellen.inputs.text_reader import LARGEST_TABLE, find_files

_MENDED = {"data": (".yml", ".yaml", ".csv"), "content": (".md", ".markdown")}
"""Folder → the files in it that we read; any other is published as it is, so it is left."""
_STEPS: tuple[tuple[str, Callable[[str, str], str]], ...] = (
    ("quotes", quote_values),
    ("white-space", tidy_white_space),
    ("field-order", order_fields),
    # Again, because a field that has moved may bring blank lines to the end.
    ("white-space", tidy_white_space),
)


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
    for folder, endings in _MENDED.items():
        for path in find_files(root, folder)[0]:
            is_ours = path.suffix.lower() in endings and not path.is_symlink()
            if is_ours and (fix := _fix_of(root, path)):
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
    for kind, step in _STEPS:
        mended = step(path, text)
        # What could not be read before has no values to compare; quotes.py reads it afterwards.
        if mended != text and (kind == "quotes" or says_the_same(path, text, mended)):
            kinds.append(kind)
            text = mended
    return text, tuple(dict.fromkeys(kinds))
