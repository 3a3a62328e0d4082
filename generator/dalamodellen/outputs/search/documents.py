# SPDX-License-Identifier: EUPL-1.2
"""What the search knows of a page: its words by field, its sections, and what is told of a hit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

_DROPPED = re.compile(
    r"<(svg|script|style|template)\b.*?</\1>"
    r'|<div class="share .*?</div>'
    r"|<h1\b.*?</h1>",
    re.DOTALL,
)
"""Drawings, the buttons to send a page on, and the title, which is a field of its own."""
_HEADING = re.compile(r"<h([2-6])\b([^>]*)>(.*?)</h\1>", re.DOTALL)
_ID = re.compile(r'\bid="([^"]*)"')
_INLINE = re.compile(
    r"</?(?:a|abbr|b|cite|code|dfn|em|i|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|u|var|wbr)\b[^>]*>"
)
_TAG = re.compile(r"<!--.*?-->|<[^>]*>", re.DOTALL)
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True)
class Section:
    """A part of a page below a heading, or what stands before the first."""

    anchor: str
    """Where it begins on the page; "" for the page's beginning."""
    heading: str
    """Its heading; "" for the page's beginning."""
    text: str
    """Its words, without markup."""


@dataclass(frozen=True)
class SearchDocument:
    """One page as the search sees it."""

    url: str
    """Its address from the root of the site: /lektioner/skicka-e-faktura/"""
    title: str
    """Its title."""
    language: str
    """The language it is read in."""
    kind: str = "page"
    """lesson, course, project …"""
    names: tuple[str, ...] = ()
    """Other titles of it: keywords, synonyms, titles of its translations."""
    summary: str = ""
    """What it is about, in a sentence or two."""
    sections: tuple[Section, ...] = ()
    """Its text, in order."""
    topic: str = ""
    """The title of its topic."""
    municipality: str = ""
    """The name of its municipality."""
    minutes: int = 0
    """How long it takes to read or do; 0 where that is not told."""
    title_language: str = ""
    """The language of the title, where it is not the page's."""
    is_list: bool = False
    """Whether it only gathers what has pages of its own."""
    is_past: bool = False
    """Whether it is about a course that has ended; such come last."""

    def fields(self) -> Iterator[tuple[str, str]]:
        """Give the text of each field."""
        yield "title", self.title
        yield "names", " \n ".join(self.names)
        yield "headings", " \n ".join(section.heading for section in self.sections)
        yield "summary", self.summary
        yield "body", " \n ".join(section.text for section in self.sections)


def text_of(html: str) -> str:
    """Give the words of HTML on one line."""
    return _SPACE.sub(" ", unescape(_TAG.sub(" ", _INLINE.sub("", html)))).strip()


def sections_of(html: str) -> tuple[Section, ...]:
    """Cut the HTML of a page's text into sections at its headings."""
    html = _DROPPED.sub(" ", html)
    found, anchor, heading, start = [], "", "", 0
    for match in _HEADING.finditer(html):
        found.append(Section(anchor, heading, text_of(html[start : match.start()])))
        named = _ID.search(match[2])
        # A heading without an id is reached through the section it stands in.
        anchor = unescape(named[1]) if named else anchor
        heading, start = text_of(match[3]), match.end()
    found.append(Section(anchor, heading, text_of(html[start:])))
    return tuple(section for section in found if section.heading or section.text)
