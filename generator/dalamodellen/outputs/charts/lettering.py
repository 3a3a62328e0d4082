# SPDX-License-Identifier: EUPL-1.2
"""How wide words become in the theme's own font, and where to break them into lines.

Reads `theme/assets/fonts/`, the same file that the reader's browser gets.
"""

from __future__ import annotations

from functools import cache, lru_cache

from fontTools.ttLib import TTFont

from dalamodellen.shipped import theme_folder

SIZE = 14
"""Height of all letters in a drawing, in its own pixels. On a screen 320 pixels wide, where the
margins leave 288 of them, a drawing shrinks by a tenth, and they are still more than 12."""
LINE = 18
"""From one line of words to the next."""
_BOLDER = 1.13
"""How much wider the bold letters are, at most, in words and numbers."""
_UNKNOWN = 1000
"""Width of a letter the font lacks, in thousandths; wider than nearly all."""


@cache
def _advances() -> dict[str, float]:
    """Give the width of each letter in the font, in thousandths of its height."""
    with TTFont(theme_folder() / "assets/fonts/atkinson-next.woff2") as font:
        widths, size = font["hmtx"].metrics, font["head"].unitsPerEm
        return {
            chr(code): widths[name][0] * 1000 / size for code, name in font.getBestCmap().items()
        }


@lru_cache(maxsize=4096)
def measure(words: str, *, is_strong: bool = False) -> float:
    """Give the width of words on one line, in the drawing's pixels. Kerning only makes it less."""
    advances = _advances()
    width = sum(advances.get(letter, _UNKNOWN) for letter in words) * SIZE / 1000
    return width * _BOLDER if is_strong else width


def wrap(words: str, width: float, *, is_strong: bool = False) -> list[str]:
    """Break words into lines of at most a width.

    A word that is wider than a line of its own is broken within, with a hyphen.
    """
    lines: list[str] = []
    line = ""
    for word in _pieces(words, width, is_strong=is_strong):
        longer = f"{line} {word}" if line else word
        if line and measure(longer, is_strong=is_strong) > width:
            lines.append(line)
            longer = word
        line = longer
    return [*lines, line] if line or not lines else lines


def _pieces(words: str, width: float, *, is_strong: bool) -> list[str]:
    """Split words at spaces, and where one is too wide, within it."""
    pieces: list[str] = []
    # A no-break space holds its words together.
    for word in words.split(" "):
        rest = word
        while measure(rest, is_strong=is_strong) > width:
            fits = max(
                (n for n in range(1, len(rest)) if _fits(f"{rest[:n]}-", width, is_strong)),
                default=1,
            )
            if len(rest) <= fits:
                break
            pieces.append(f"{rest[:fits]}-")
            rest = rest[fits:]
        pieces.append(rest)
    return [piece for piece in pieces if piece]


def _fits(words: str, width: float, is_strong: bool) -> bool:  # noqa: FBT001
    return measure(words, is_strong=is_strong) <= width
