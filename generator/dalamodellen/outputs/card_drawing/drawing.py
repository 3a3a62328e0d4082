# SPDX-License-Identifier: EUPL-1.2
"""A share card as a PNG: paper, ink and one accent, in the theme's colours and its font.

Reads the colours and the sign of the site from `theme/`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from io import BytesIO

from PIL import Image, ImageDraw
from PIL.PngImagePlugin import PngInfo

from dalamodellen.outputs.card_drawing.layout import SIGN, Placed, lay_out
from dalamodellen.outputs.card_drawing.typesetting import LEADING, runs
from dalamodellen.outputs.share_card import HEIGHT, WIDTH, ShareCard
from dalamodellen.shipped import theme_folder

_RISE = 0.9
"""From the top of a line to its foot line, in heights of the letters: room for the ring of Å."""
_SHADES = 7
"""Steps from the paper to full ink, at the edges of letters."""
_FINE = 4
"""How many times larger the sign is drawn before it is made small."""
_INKS = {"ink": "paper", "ink-soft": "paper", "accent": "paper", "paper": "accent"}
"""Each ink and what it is printed on, by their names in the theme."""
_COMPRESSION = 6
"""Beyond it, a card takes ten times as long and is a tenth smaller."""


@lru_cache(maxsize=1024)
def draw_card(card: ShareCard) -> bytes:
    """Draw a card.

    Always true: the same card gives the same bytes.

    Returns:
        A PNG, which holds the mark of a demonstration site as words too.
    """
    layout = lay_out(card)
    plates = {ink: Image.new("L", (WIDTH, HEIGHT)) for ink in _INKS}
    _fill(plates["accent"], 0, 0, WIDTH, layout.edge)
    plates["accent"].paste(_sign(SIGN), layout.sign)
    if layout.line:
        _fill(plates["accent"], *layout.line)
    for placed in layout.placed:
        _set(plates[placed.ink], placed)
    return _as_png(plates, card.mark)


def _fill(plate: Image.Image, left: float, top: float, right: float, bottom: float) -> None:
    """Fill an area with ink; its right and lower edges are not part of it."""
    box = (round(left), round(top), round(right), round(bottom))
    plate.paste(255, box)


def _set(plate: Image.Image, placed: Placed) -> None:
    """Set lines of words."""
    pen = ImageDraw.Draw(plate)
    words = placed.words
    for number, line in enumerate(words.lines):
        x = placed.left
        foot = placed.top + words.size * (_RISE + LEADING * number)
        for piece, font in runs(line, words.size, words.weight):
            pen.text((x, foot), piece, fill=255, font=font, anchor="ls")
            x += font.getlength(piece)


@cache
def _sign(size: int) -> Image.Image:
    """Draw the sign of the site, as assets/icon.svg has it: a house with steps cut out."""
    svg = (theme_folder() / "assets/icon.svg").read_text("utf-8")
    scale = size * _FINE / 32
    large = Image.new("L", (size * _FINE, size * _FINE))
    pen = ImageDraw.Draw(large)
    for name, path in re.findall(r'class="(\w)" d="([^"]+)"', svg):
        corners = [(x * scale, y * scale) for x, y in _corners(path)]
        pen.polygon(corners, fill=255 if name == "h" else 0)
    return large.resize((size, size), Image.Resampling.BOX)


def _corners(path: str) -> list[tuple[float, float]]:
    """Follow the straight lines of a path: M, h, v, H and V."""
    corners: list[tuple[float, float]] = []
    x = y = 0.0
    for step, numbers in re.findall(r"([MhvHV])([\d. -]+)", path):
        values = [float(number) for number in re.findall(r"-?[\d.]+", numbers)]
        if step == "M":
            corners += zip(values[::2], values[1::2], strict=True)
        elif step in "hH":
            corners.append((values[0] + x * (step == "h"), y))
        else:
            corners.append((x, values[0] + y * (step == "v")))
        x, y = corners[-1]
    return corners


# -- colours ---------------------------------------------------------------------------


@cache
def _colour(name: str) -> tuple[int, int, int]:
    """Read a colour of the light scheme in the theme's tokens."""
    tokens = (theme_folder() / "tokens.css").read_text("utf-8")
    found = re.search(rf"--{name}: var\(--if-light, #([0-9a-f]{{6}})\)", tokens)
    if found is None:
        raise KeyError(name)
    red, green, blue = bytes.fromhex(found[1])
    return red, green, blue


@cache
def _palette() -> list[int]:
    """List the colours of all cards: the paper, then each ink from thin to full."""
    colours = [*_colour("paper")]
    for ink, ground in _INKS.items():
        for step in range(1, _SHADES + 1):
            colours += [
                round(under + (over - under) * step / _SHADES)
                for over, under in zip(_colour(ink), _colour(ground), strict=True)
            ]
    return colours


def _as_png(plates: Mapping[str, Image.Image], mark: str) -> bytes:
    """Print the plates over each other, in a palette of few colours."""
    card = Image.new("P", (WIDTH, HEIGHT))
    card.putpalette(_palette())
    shades = [round(value * _SHADES / 255) for value in range(256)]
    for number, ink in enumerate(_INKS):
        box = plates[ink].getbbox()
        if box:
            inked = plates[ink].crop(box)
            colours = inked.point([number * _SHADES + shade for shade in shades])
            card.paste(colours, box, inked.point([255 * (shade > 0) for shade in shades]))
    about = PngInfo()
    if mark:
        about.add_itxt("Description", mark)
    stream = BytesIO()
    card.save(stream, "PNG", compress_level=_COMPRESSION, pnginfo=about)
    return stream.getvalue()
