# SPDX-License-Identifier: EUPL-1.2
"""A drawing under way: Matplotlib makes the marks, and the words are set in the theme's font.

Everything is placed in pixels from the upper left corner. What a mark looks like is said with
class names, which the theme's style sheet knows; no colour is decided here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import StringIO
from typing import Any

import matplotlib as mpl
from matplotlib.artist import Artist
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Polygon, Rectangle
from matplotlib.transforms import Affine2D

from dalamodellen.outputs.charts.lettering import LINE, SIZE, measure, wrap
from dalamodellen.outputs.charts.spec import Words

_INCH = 72
"""Pixels of an inch, the measure of Matplotlib's figures; of its SVG files too."""
_SETTINGS = {
    name: value
    for name, value in mpl.rcParamsDefault.items()
    # The reader's own matplotlibrc counts for nothing; where windows open is not ours to say.
    if not name.startswith(("backend", "interactive", "toolbar", "webagg", "tk.", "macosx", "date"))
} | {"svg.fonttype": "none", "svg.hashsalt": "dalamodellen", "path.simplify": False}
_NO_METADATA = dict.fromkeys(("Date", "Creator", "Format", "Type"))


@dataclass(frozen=True)
class Lettered:
    """One line of words in a drawing."""

    x: float
    y: float
    """Where its foot line lies."""
    words: str
    anchor: str = "start"
    """Which end of the words lies at x: start, middle or end."""
    look: str = ""
    """Class names."""
    language: str = ""
    """The language of the words, where it is not the page's."""


class Sheet:
    """A sheet of paper with a width; its height is what is drawn."""

    def __init__(self, width: int) -> None:
        self.width = width
        self.words: list[Lettered] = []
        # Without axes, which cost more than all they would draw here.
        self._figure = Figure(dpi=_INCH)
        FigureCanvasSVG(self._figure)
        self._place = Affine2D()

    def bar(self, left: float, top: float, width: float, height: float, look: str) -> None:
        """Draw a bar that lies; a width below zero goes to the left."""
        self._mark(Rectangle((left, top), width, height), look)

    def line(self, points: Sequence[tuple[float, float]], look: str) -> None:
        """Draw a line through points."""
        self._mark(Line2D(*zip(*points, strict=True)), f"line {look}")

    def points(
        self, points: Sequence[tuple[float, float]], look: str, marker: str, size: float = 8
    ) -> None:
        """Draw the same sign at each of some points.

        Args:
            points: Where.
            look: Class names.
            marker: Matplotlib's name of the sign. Example: "o"
            size: How wide the sign is.
        """
        signs = Line2D(*zip(*points, strict=True), linestyle="none", marker=marker, markersize=size)
        self._mark(signs, look)

    def shape(self, corners: Sequence[tuple[float, float]], look: str) -> None:
        """Draw an area with corners."""
        self._mark(Polygon(corners), look)

    def rule(self, x: float, top: float, bottom: float, look: str) -> None:
        """Draw a line that stands."""
        self.line([(x, top), (x, bottom)], look)

    def letter(
        self,
        x: float,
        top: float,
        words: str,
        anchor: str = "start",
        *,
        look: str = "",
        language: str = "",
    ) -> None:
        """Set one line of words; `top` is the upper edge of the line."""
        foot = top + (LINE + SIZE * 0.68) / 2
        self.words.append(Lettered(x, foot, words, anchor, look, language))

    def paragraph(
        self,
        x: float,
        top: float,
        words: str,
        width: float,
        *,
        look: str = "",
        language: str = "",
    ) -> float:
        """Set words in as many lines as they need; give where the next line begins."""
        for line in wrap(words, width, is_strong="strong" in look):
            self.letter(x, top, line, look=look, language=language)
            top += LINE
        return top

    def passage(
        self, x: float, top: float, parts: Sequence[Words], width: float, *, look: str
    ) -> float:
        """Set words of several languages one after the other; give where the next line begins."""
        at = x
        for part in parts:
            if at > x and at - x + measure(part.text) > width:
                at, top = x, top + LINE
            *above, last = wrap(part.text, width)
            for line in above:
                self.letter(x, top, line, look=look, language=part.language)
                top += LINE
            self.letter(at, top, last, look=look, language=part.language)
            at += measure(f"{last} ")
        return top + LINE

    def letter_within(self, x: float, top: float, words: str, look: str = "") -> None:
        """Set a line with its middle at x, but never beyond the sheet's edges."""
        half = measure(words, is_strong="strong" in look) / 2
        if x - half < 1:
            self.letter(1, top, words, "start", look=look)
        elif x + half > self.width - 1:
            self.letter(self.width - 1, top, words, "end", look=look)
        else:
            self.letter(x, top, words, "middle", look=look)

    def marks(self, height: float) -> str:
        """Give the marks as Matplotlib writes them, on a sheet so high."""
        self._figure.set_size_inches(self.width / _INCH, height / _INCH)
        # Matplotlib counts from the foot.
        self._place.set_matrix(Affine2D.from_values(1, 0, 0, -1, 0, height).get_matrix())
        stream = StringIO()
        self._figure.savefig(stream, format="svg", transparent=True, metadata=_NO_METADATA)
        return stream.getvalue()

    def _mark(self, artist: Artist, look: str) -> None:
        """Lay a mark over those before it; the cleaning finds its class names as its id."""
        artist.set_gid(f"mark {look}")
        artist.set_zorder(len(self._figure.artists))
        artist.set_transform(self._place)
        self._figure.add_artist(artist)


def plain_settings() -> Any:
    """Draw as Matplotlib comes, whatever the machine's own settings say."""
    return mpl.rc_context(_SETTINGS)
