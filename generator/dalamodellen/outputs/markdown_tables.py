# SPDX-License-Identifier: EUPL-1.2
"""A Markdown extension: tables with caption, heads and classes, for every renderer of Python-Markdown."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from itertools import zip_longest
from math import ceil
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown as MarkdownConverter
from markdown.extensions.tables import TableExtension
from markdown.treeprocessors import Treeprocessor

CAPTION = re.compile(r"(?:Tabell|Table):[ \t]+(?=\S)")
"""How the paragraph above a table begins when it is the table's caption."""
MOST_ROOM = 8
"""A table that needs room for more columns has a card for each row on every screen."""
SIGNS_IN_COLUMN = 9
"""As many signs as a column is reckoned to have room for on one line; see the theme's tables.css."""
_AFTER_ANCHORS = 3
"""After the headings have their ids, before escaped signs are put back."""
_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_TABLE_RULE = re.compile(r" {0,3}\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?\s*)?\|?\s*")
"""The second line of a table, of dashes and pipes."""
_STAND_IN = re.compile("\x02([^\x03]*)\x03")
"""Where the converter has put something away until the page is done."""


class AccessibleTables(TableExtension):
    """Tables as Python-Markdown's own `tables`, made whole for those who see and those who hear.

    The paragraph "Tabell: …" right above a table becomes its caption. Without one, the heading above
    names the table. Alignment is a class, since a strict policy refuses `style`. Heads say what they
    are heads of: the first row of the columns, and the first column of the rows where its cells
    are filled and all different. Each cell holds its column's head, for screens where a row
    becomes a card.
    """

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.setConfig("use_align_attribute", True)

    def extendMarkdown(self, md: MarkdownConverter) -> None:  # noqa: N802 - Python-Markdown's name
        """Read tables as before, and finish them when the whole page is read."""
        super().extendMarkdown(md)
        md.treeprocessors.register(_TableFinisher(md), "accessible-tables", _AFTER_ANCHORS)


def makeExtension(**kwargs: Any) -> AccessibleTables:  # noqa: N802 - Python-Markdown's name
    """Make the extension, for settings that name this module."""
    return AccessibleTables(**kwargs)


class _TableFinisher(Treeprocessor):
    def run(self, root: Element) -> None:
        """Finish every table of a page."""
        if next(root.iter("table"), None) is None:
            return
        above = {child: parent for parent in root.iter() for child in parent}
        heading = ""
        for element in list(root.iter()):
            if element.tag in _HEADINGS:
                heading = element.get("id", heading)
            elif element.tag == "table":
                self._finish(element, above[element], heading)

    def _finish(self, table: Element, parent: Element, heading: str) -> None:
        if table.find("caption") is None:
            caption = _take_caption(table, parent)
            if caption is not None:
                table.insert(0, caption)
            elif heading and not {"aria-label", "aria-labelledby"} & table.attrib.keys():
                table.set("aria-labelledby", heading)
        for cell in table.iter():
            if cell.tag in ("th", "td") and (align := cell.attrib.pop("align", "")):
                cell.set("class", f"{cell.get('class', '')} align-{align}".strip())
        self._mark_heads(table)
        _frame(table, parent, self._room(table))

    def _room(self, table: Element) -> int:
        """Reckon how many columns' room a table needs; figures are never broken across lines."""
        rows = list(table.iter("tr"))
        columns = zip_longest(*(list(row) for row in rows))
        figures = [
            max((len(self._words(cell)) for cell in column if _is_figure(cell)), default=1)
            for column in columns
        ]
        return sum(ceil(max(1, signs) / SIGNS_IN_COLUMN) for signs in figures)

    def _mark_heads(self, table: Element) -> None:
        """Say what each head is the head of."""
        first = table.find("thead/tr")
        heads = list(first) if first is not None else []
        names = [self._words(head) for head in heads]
        for head, name in zip(heads, names, strict=True):
            if head.tag == "th" and name:
                head.attrib.setdefault("scope", "col")
            elif head.tag == "th":
                # The corner above a column of heads is no head.
                head.tag = "td"
        rows = [list(row) for row in table.iterfind("tbody/tr") if len(row)]
        starts = [self._words(row[0]) for row in rows]
        if len(heads) > 1 and all(starts) and len(set(starts)) == len(starts):
            for row in rows:
                row[0].tag = "th"
                row[0].attrib.setdefault("scope", "row")
        for row in rows:
            if len(row) != len(names):
                continue
            for cell, name in zip(row, names, strict=True):
                if cell.tag == "td" and name:
                    cell.set("data-heading", name)

    def _words(self, cell: Element) -> str:
        """Give the words of a cell; markup that was put away is left out, signs are not."""
        return " ".join(_STAND_IN.sub(self._sign, "".join(cell.itertext())).split())

    def _sign(self, stand_in: re.Match[str]) -> str:
        name = stand_in[1]
        if name == "amp":
            return "&"
        if name.isdecimal():
            return chr(int(name))
        number = name.rpartition(":")[2]
        stash = self.md.htmlStash.rawHtmlBlocks
        raw = stash[int(number)] if number.isdecimal() and int(number) < len(stash) else ""
        if isinstance(raw, str) and re.fullmatch(r"&#?\w+;", raw):
            return html.unescape(raw)
        return ""


def _take_caption(table: Element, parent: Element) -> Element | None:
    """Turn the paragraph above a table into its caption, if it says that it is one."""
    position = list(parent).index(table)
    before = parent[position - 1] if position else None
    if before is None or before.tag != "p" or not (begins := CAPTION.match(before.text or "")):
        return None
    parent.remove(before)
    before.tag = "caption"
    before.text = (before.text or "")[begins.end() :]
    before.tail = None
    return before


def _is_figure(cell: Element | None) -> bool:
    return cell is not None and cell.tag == "td" and "align-right" in cell.get("class", "")


def _frame(table: Element, parent: Element, room: int) -> None:
    """Put a table in a frame: what decides if its rows are rows or cards is the frame's width."""
    name = f"room-{room}" if room <= MOST_ROOM else "room-none"
    frame = Element("div", {"class": f"table-frame {name}"})
    frame.tail, table.tail = table.tail, None
    parent[list(parent).index(table)] = frame
    frame.append(table)


def find_bare_tables(lines: Iterable[tuple[str, bool]]) -> Iterator[int]:
    """Give the lines, from 1, where a table begins that has no caption above it.

    Args:
        lines: Each line of a Markdown text, and whether it is code.
    """
    shown = ["" if is_code else line for line, is_code in lines]
    for number, line in enumerate(shown):
        after = shown[number + 1] if number + 1 < len(shown) else ""
        follows_blank = number == 0 or not shown[number - 1].strip()
        if not (follows_blank and "|" in line and _TABLE_RULE.fullmatch(after)):
            continue
        above = number
        while above and not shown[above - 1].strip():
            above -= 1
        while above and shown[above - 1].strip():
            above -= 1
        if not CAPTION.match(shown[above].strip()):
            yield number + 1
