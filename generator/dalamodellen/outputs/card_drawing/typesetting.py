# SPDX-License-Identifier: EUPL-1.2
"""Words measured and broken into lines in the theme's own font, so that they fit where they go.

Reads `theme/assets/fonts/`, the same files that the reader's browser gets.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from io import BytesIO
from pathlib import Path

from fontTools.ttLib import TTFont
from PIL import ImageFont

from dalamodellen.shipped import theme_folder

REGULAR, BOLD = 400, 700
LEADING = 1.18
"""From one line to the next, in heights of the letters: Å and g do not touch."""
_FILES = ("atkinson-next.woff2", "atkinson-next-more.woff2")


@dataclass(frozen=True)
class Lines:
    """Words in lines of one size."""

    lines: tuple[str, ...]
    size: int
    """Height of the letters, in pixels."""
    weight: int = REGULAR
    is_whole: bool = True
    """Whether every word is there, and in one piece."""

    @property
    def height(self) -> float:
        """How much room they take, in pixels."""
        return len(self.lines) * self.size * LEADING

    @property
    def width(self) -> float:
        """How wide the longest of them is, in pixels."""
        return max((measure(line, self.size, self.weight) for line in self.lines), default=0)


def fit(
    words: str,
    width: float,
    sizes: Sequence[int],
    *,
    weight: int = REGULAR,
    height: float = 9999,
    most_lines: int = 99,
) -> Lines:
    """Set words as large as they fit, whole words if any size allows it.

    Only what is longer than any title may be is cut, with an ellipsis.

    Args:
        words: One paragraph.
        width: Of the longest line.
        sizes: Heights of letters to try, the largest first.
        weight: How bold.
        height: Of all lines together.
        most_lines: How many there may be.
    """
    for size in sizes:
        room = min(most_lines, int(height / (size * LEADING)))
        lines = wrap(words, width, size, weight)
        if len(lines) <= room and all(measure(line, size, weight) <= width for line in lines):
            return Lines(_balanced(words, lines, width, size, weight), size, weight)
    size = sizes[-1]
    room = max(1, min(most_lines, int(height / (size * LEADING))))
    lines = wrap(_breakable(words, width, size, weight), width, size, weight)
    if len(lines) > room:
        last = lines[room - 1]
        while measure(f"{last}…", size, weight) > width:
            last = last[:-1].rstrip()
        lines = (*lines[: room - 1], f"{last}…")
    return Lines(lines, size, weight, is_whole=False)


def wrap(words: str, width: float, size: int, weight: int) -> tuple[str, ...]:
    """Break words at spaces; a word that is wider than the line stands alone on one.

    A no-break space holds its words together.
    """
    lines: list[str] = []
    for word in words.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and measure(longer, size, weight) <= width:
            lines[-1] = longer
        elif word:
            lines.append(word)
    return tuple(lines)


def _balanced(
    words: str, lines: tuple[str, ...], width: float, size: int, weight: int
) -> tuple[str, ...]:
    """Make the lines about as long, without making them more."""
    narrow, wide = width / max(len(lines), 1), width
    while wide - narrow > size / 4:
        middle = (narrow + wide) / 2
        tried = wrap(words, middle, size, weight)
        fits = all(measure(line, size, weight) <= middle for line in tried)
        if fits and len(tried) == len(lines):
            lines, wide = tried, middle
        else:
            narrow = middle
    return lines


def _breakable(words: str, width: float, size: int, weight: int) -> str:
    """Put a hyphen and a space within words that are wider than a line."""
    pieces: list[str] = []
    for word in words.split(" "):
        rest = word
        while len(rest) > 1 and measure(rest, size, weight) > width:
            fits = 1
            while measure(f"{rest[: fits + 1]}-", size, weight) <= width:
                fits += 1
            pieces.append(f"{rest[:fits]}-")
            rest = rest[fits:]
        pieces.append(rest)
    return " ".join(pieces)


@lru_cache(maxsize=8192)
def measure(words: str, size: int, weight: int) -> float:
    """Give the width of words on one line, in pixels."""
    return sum(font.getlength(piece) for piece, font in runs(words, size, weight))


@lru_cache(maxsize=1024)
def runs(words: str, size: int, weight: int) -> tuple[tuple[str, ImageFont.FreeTypeFont], ...]:
    """Split words into pieces that one font file can set; what no font can set is left out."""
    pieces: list[tuple[str, str]] = []
    for letter in words:
        name = next((name for name in _FILES if letter in _letters(name)), "")
        name = name or (_other_font(weight) if letter in _letters(_other_font(weight)) else "")
        if not name:
            continue
        if pieces and pieces[-1][1] == name:
            pieces[-1] = (pieces[-1][0] + letter, name)
        else:
            pieces.append((letter, name))
    return tuple((piece, _font(name, size, weight)) for piece, name in pieces)


def settable(words: str) -> str:
    """Give words in one paragraph, each letter as one sign and without signs that are not seen."""
    whole = unicodedata.normalize("NFC", words)
    seen = "".join(sign for sign in whole if unicodedata.category(sign) not in ("Cf", "Cc"))
    return " ".join(part for part in seen.replace("\n", " ").split(" ") if part)


@cache
def _font(name: str, size: int, weight: int) -> ImageFont.FreeTypeFont:
    # The other way to lay out letters depends on what is installed on the machine.
    layout = ImageFont.Layout.BASIC
    font = ImageFont.truetype(BytesIO(_unpacked(name)), size, layout_engine=layout)
    if name in _FILES:
        font.set_variation_by_axes([weight])
    return font


@cache
def _letters(name: str) -> frozenset[str]:
    """List the letters a font file can set."""
    with TTFont(BytesIO(_unpacked(name))) as font:
        return frozenset(map(chr, font.getBestCmap()))


@cache
def _unpacked(name: str) -> bytes:
    """Read a font file; the theme's are packed for the web."""
    if name not in _FILES:
        return Path(name).read_bytes()
    stream = BytesIO()
    with TTFont(theme_folder() / "assets/fonts" / name) as font:
        font.flavor = None
        font.save(stream)
    return stream.getvalue()


@cache
def _other_font(weight: int) -> str:
    """Give the path of a font for letters the theme's lacks: the one that Matplotlib brings."""
    import matplotlib as mpl

    name = "DejaVuSans-Bold.ttf" if weight == BOLD else "DejaVuSans.ttf"
    return str(Path(mpl.get_data_path()) / "fonts/ttf" / name)
