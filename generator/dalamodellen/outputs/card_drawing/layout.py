# SPDX-License-Identifier: EUPL-1.2
"""Where the words of a share card go, and how large, so that they fit and none lie over others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dalamodellen.outputs.card_drawing.typesetting import BOLD, REGULAR, Lines, fit, settable
from dalamodellen.outputs.share_card import HEIGHT, WIDTH, ShareCard

SIDE = 76
"""The margin to the left and right."""
ROOM = WIDTH - 2 * SIDE
"""The width that words may take."""
SIGN = 54
"""How large the sign of the site is."""
_EDGE, _EDGE_WITH_MARK = 16, 68
"""How high the coloured upper edge is."""
_FOOT = HEIGHT - 52
"""Nothing is set below."""
_TITLE_SIZES = (112, 100, 92, 84, 76, 68, 62, 56, 51, 46, 42, 38, 34, 30)
_SCALES = ((116, 42, 28), (96, 40, 28), (80, 38, 28), (66, 36, 26), (54, 32, 24), (46, 28, 24))
"""Sizes of the number, of what it counts and of its source, that go together."""
_WORDS_SIZES = (46, 42, 38, 34, 30, 28)
_LEAST_TITLE = 0.6
"""Of the number's size: a smaller title would stand in its shadow."""
_SMALL_SIZES = (28, 26, 25)
_GAP = 30
"""Between a title and what is told below."""
_SOURCE_GAP = 8
_FUNDER_GAP = 26
_INDENT = 26
"""Room for the line that ties a number and its words together."""


@dataclass(frozen=True)
class Placed:
    """Lines of words and where they stand."""

    ink: str
    """The ink's name in the theme: ink, ink-soft, accent; "paper" for words on the coloured edge."""
    left: float
    top: float
    words: Lines

    @property
    def bottom(self) -> float:
        """Where the next line would begin."""
        return self.top + self.words.height


@dataclass(frozen=True)
class Layout:
    """A card before it is drawn."""

    edge: int
    """How high the coloured upper edge is."""
    sign: tuple[int, int]
    """Where the sign of the site stands."""
    placed: tuple[Placed, ...]
    """All words, from the top."""
    line: tuple[float, float, float, float] | None
    """The line that ties a number and its words together: left, top, right, bottom."""


def lay_out(card: ShareCard) -> Layout:
    """Choose sizes and places.

    Always true: no words lie over others or beyond the margins.
    """
    edge = _EDGE_WITH_MARK if card.mark else _EDGE
    sign = (SIDE, edge + 40)
    head = _head(card, edge, sign)
    foot = _foot(card)
    top = float(sign[1] + SIGN + 30)
    bottom = foot[0].top - _FUNDER_GAP if foot else _FOOT
    title, told = _compose(card, bottom - top)
    # A little above the middle, where the eye looks for it.
    top += (bottom - top - title.height - _GAP - _height(told)) * 0.4
    # The stem of the first letter stands where the smaller lines begin.
    middle = [Placed("ink", SIDE - title.size * 0.04, top, title)]
    top = begins = middle[0].bottom + _GAP
    for ink, gap, lines in told:
        middle.append(Placed(ink, SIDE + _INDENT, top + gap, lines))
        top = middle[-1].bottom
    line = (SIDE, begins + 8, SIDE + 6, top) if told else None
    return Layout(edge, sign, (*head, *middle, *foot), line)


def _head(card: ShareCard, edge: int, sign: tuple[int, int]) -> list[Placed]:
    """Place the mark of made-up data, the site's name and the kind of page."""
    placed = []
    if card.mark:
        mark = _on_one_line(card.mark, ROOM, (32, 28, 24, 20), BOLD)
        placed.append(Placed("paper", SIDE, (edge - mark.height) / 2, mark))
    kind = _on_one_line(card.highlight.kind, ROOM / 3, (28, 26, 24, 20), REGULAR)
    middle = sign[1] + SIGN / 2 + 4
    left = sign[0] + SIGN + 18
    room = WIDTH - SIDE - left - kind.width - 40
    name = _on_one_line(card.site_name, room, (32, 28), BOLD)
    if not name.is_whole:
        name = fit(settable(card.site_name), room, (26, 24, 22), weight=BOLD, most_lines=2)
    placed.append(Placed("ink", left, middle - name.height / 2, name))
    placed.append(Placed("ink-soft", WIDTH - SIDE - kind.width, middle - kind.height / 2, kind))
    return placed


def _foot(card: ShareCard) -> list[Placed]:
    """Place who paid, from the foot upwards."""
    placed: list[Placed] = []
    top = float(_FOOT)
    is_official = len(card.funders) > 1
    for number, words in reversed(list(enumerate(card.funders))):
        weight, ink = (BOLD, "ink") if is_official and number == 0 else (REGULAR, "ink-soft")
        lines = _on_one_line(words, ROOM, _SMALL_SIZES, weight)
        if not lines.is_whole:
            lines = fit(settable(words), ROOM, _SMALL_SIZES, weight=weight, most_lines=2)
        top -= lines.height
        placed.insert(0, Placed(ink, SIDE, top, lines))
    return placed


_Told = tuple[tuple[str, int, Lines], ...]
"""Ink, gap above and words of each block below the title."""


def _compose(card: ShareCard, height: float) -> tuple[Lines, _Told]:
    """Choose sizes so that title and number fit together, neither in the other's shadow."""
    least = [_LEAST_TITLE * number if card.highlight.number else 0 for number, _, _ in _SCALES]
    # Where all is too long, the source is left to the page.
    tries = [*((scale, True) for scale in range(len(_SCALES))), (len(_SCALES) - 1, False)]
    for scale, has_source in tries:
        told = _told(card, scale, has_source=has_source)
        title = fit(
            settable(card.title),
            ROOM,
            _TITLE_SIZES,
            weight=BOLD,
            height=height - _GAP - _height(told),
            most_lines=4,
        )
        is_whole = title.is_whole and all(lines.is_whole for _, _, lines in told)
        if is_whole and title.size >= least[scale]:
            break
    return title, told


def _told(card: ShareCard, scale: int, *, has_source: bool) -> _Told:
    """Set the number, what it counts and where it stands, or the words, in sizes of a scale."""
    told = card.highlight
    room = ROOM - _INDENT
    number, counts, source = _SCALES[scale]
    blocks = (
        ("accent", 0, _on_one_line(told.number, room, (number,), BOLD)),
        ("ink", 0, fit(settable(told.counts), room, (counts,), most_lines=2)),
        (
            "ink-soft",
            _SOURCE_GAP,
            _on_one_line(told.source if has_source else "", room, (source, 24), REGULAR),
        ),
        ("ink-soft", 0, fit(settable(told.words), room, _WORDS_SIZES[scale:], most_lines=3)),
    )
    return tuple(block for block in blocks if block[2].lines)


def _height(told: _Told) -> float:
    return sum(gap + lines.height for _, gap, lines in told)


def _on_one_line(words: str, width: float, sizes: Sequence[int], weight: int) -> Lines:
    return fit(settable(words), width, sizes, weight=weight, most_lines=1)
