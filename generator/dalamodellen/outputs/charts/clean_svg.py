# SPDX-License-Identifier: EUPL-1.2
"""From Matplotlib's SVG to one that may stand in a page: classes for styles, ids of our own, few bytes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from xml.etree import ElementTree as ET

from dalamodellen.outputs.charts.sheet import Lettered
from dalamodellen.outputs.safe_markdown import escape

_SVG = "{http://www.w3.org/2000/svg}"
_LINK = "{http://www.w3.org/1999/xlink}href"
_TOKEN = re.compile(r"[A-Za-z]|-?\d+(?:\.\d+)?(?:e-?\d+)?")
PATTERNS = {
    "s2": '<pattern id="{id}" width="6" height="6" patternUnits="userSpaceOnUse"'
    ' patternTransform="rotate(45)"><path class="ground" d="M0 0H6V6H0z"/>'
    '<path class="hatch" d="M0 0H3V6H0z"/></pattern>',
    "s3": '<pattern id="{id}" width="6" height="6" patternUnits="userSpaceOnUse">'
    '<path class="ground" d="M0 0H6V6H0z"/>'
    '<circle class="hatch" cx="3" cy="3" r="1.2"/></pattern>',
    "s4": '<pattern id="{id}" width="5" height="5" patternUnits="userSpaceOnUse">'
    '<path class="ground" d="M0 0H5V5H0z"/><path class="hatch" d="M0 0H1.5V5H0z"/></pattern>',
    "s5": '<pattern id="{id}" width="6" height="6" patternUnits="userSpaceOnUse"'
    ' patternTransform="rotate(45)"><path class="ground" d="M0 0H6V6H0z"/>'
    '<path class="hatch" d="M0 0H1.5V6H0zM1.5 0H6V1.5H1.5z"/></pattern>',
    "a3": '<pattern id="{id}" width="6" height="6" patternUnits="userSpaceOnUse">'
    '<path class="ground" d="M0 0H6V6H0z"/>'
    '<circle class="hatch" cx="3" cy="3" r="1"/></pattern>',
    "a4": '<pattern id="{id}" width="6" height="6" patternUnits="userSpaceOnUse"'
    ' patternTransform="rotate(-45)"><path class="ground" d="M0 0H6V6H0z"/>'
    '<path class="hatch" d="M0 0H3V6H0z"/></pattern>',
}
"""Class of a series → the pattern its areas are filled with. The first is filled whole."""


@dataclass(frozen=True)
class Mark:
    """One shape of a drawing."""

    look: str
    """Class names."""
    element: str
    """What is written for it, without its class."""


def clean_svg(raw: str, name: str) -> tuple[str, str]:
    """Take the marks out of an SVG file that Matplotlib wrote.

    Always true: no style attribute, style sheet, metadata or background is left, and
    every id begins with the drawing's own.

    Args:
        raw: The file.
        name: The drawing's id; ids within it begin so.

    Returns:
        What defines patterns and markers, and the marks, neighbours of the same look together.
    """
    markers: dict[str, str] = {}
    marks = list(_marks(ET.fromstring(raw), name, markers))  # noqa: S314 - our own file
    written, patterns = [], {}
    for look, same in groupby(marks, key=lambda mark: mark.look):
        shapes = [mark.element for mark in same]
        found = next((one for one in look.split() if one in PATTERNS and "area" in look), "")
        fill = ""
        if found:
            patterns[found] = PATTERNS[found].format(id=f"{name}-{found}")
            patterns[found] = patterns[found].replace("<pattern", f'<pattern class="{found}"', 1)
            fill = f' fill="url(#{name}-{found})"'
        if look.startswith("line"):
            fill = ' fill="none" stroke="currentColor"'
        group = f'class="{look}"{fill}'
        if len(shapes) == 1:
            written.append(shapes[0].replace(" ", f" {group} ", 1))
        else:
            written.append(f"<g {group}>{''.join(shapes)}</g>")
    defined = [*(patterns[key] for key in sorted(patterns)), *markers.values()]
    return "".join(defined), "".join(written)


def _marks(root: ET.Element, name: str, markers: dict[str, str]) -> Iterator[Mark]:
    """Find our marks among Matplotlib's groups; note the shape of each marker on the way."""
    # The shape of a marker stands where it is first used, and further on by its id only.
    shapes = {path.get("id"): short_path(path.get("d", "")) for path in root.iter(f"{_SVG}path")}
    for group in root.iter(f"{_SVG}g"):
        kind, _, look = group.get("id", "").partition(" ")
        if kind != "mark":
            continue
        for path in group.findall(f"{_SVG}path"):
            yield Mark(look, f'<path d="{short_path(path.get("d", ""))}"/>')
        for use in group.iter(f"{_SVG}use"):
            shape = shapes[use.get(_LINK, "")[1:]]
            markers.setdefault(shape, f'<path id="{name}-m{len(markers) + 1}" d="{shape}"/>')
            marker = list(markers).index(shape) + 1
            x, y = (_number(use.get(axis, "0")) for axis in "xy")
            yield Mark(look, f'<use href="#{name}-m{marker}" x="{x}" y="{y}"/>')


def short_path(data: str) -> str:
    """Write the same outline with a tenth of a pixel as the finest step, and no word too many.

    Example: "M 0 0 L 9.04 0 z" → "M0 0H9z".
    """
    written, here, operator = [], ("", ""), ""
    tokens = _TOKEN.findall(data)
    at = 0
    while at < len(tokens):
        if tokens[at].isalpha():
            operator = tokens[at]
            at += 1
            if operator in "zZ":
                written.append("z")
                continue
        count = {"M": 2, "L": 2, "Q": 4, "C": 6}[operator]
        numbers = [_number(one) for one in tokens[at : at + count]]
        at += count
        there = (numbers[-2], numbers[-1])
        if operator == "L" and there[1] == here[1]:
            written.append(f"H{there[0]}")
        elif operator == "L" and there[0] == here[0]:
            written.append(f"V{there[1]}")
        else:
            written.append(operator + " ".join(numbers))
        here = there
    return "".join(written).replace(" -", "-")


def _number(text: str) -> str:
    """Round to a tenth of a pixel: "9.04" → "9"; nothing is minus zero."""
    return f"{round(float(text), 1) + 0:.1f}".removesuffix(".0").replace("-0.0", "0")


def clean_words(words: Iterable[Lettered]) -> str:
    """Write the words of a drawing as text; neighbours of the same look share a group."""
    written = []
    for look, same in groupby(words, key=lambda one: one.look):
        lines = [_line(one) for one in same]
        group = f' class="{look}"' if look else ""
        if len(lines) == 1:
            written.append(lines[0].replace("<text", f"<text{group}", 1))
        else:
            written.append(f"<g{group}>{''.join(lines)}</g>" if group else "".join(lines))
    return "".join(written)


def _line(one: Lettered) -> str:
    x, y = _number(str(one.x)), _number(str(one.y))
    anchor = "" if one.anchor == "start" else f' text-anchor="{one.anchor}"'
    language = f' lang="{one.language}"' if one.language else ""
    return f'<text x="{x}" y="{y}"{anchor}{language}>{escape(one.words)}</text>'
