# SPDX-License-Identifier: EUPL-1.2
"""From the Markdown of our own pages to their sections, without a whole conversion.

A page is converted once for its readers; doing it again for the search would
cost more than the rest of the index. Headings and anchors are those that the
converter makes: a test compares them over all pages of the site.
"""

from __future__ import annotations

import re
from html import unescape

from markdown.extensions.toc import slugify, unique

from dalamodellen.outputs.search.documents import Section, text_of

_FENCE = re.compile(r"^(```+|~~~+).*?^\1[ \t]*$", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$", re.MULTILINE)
_HTML_HEADING = re.compile(r"<h([1-6])\b([^>]*)>(.*?)</h\1>", re.DOTALL)
_ID = re.compile(r'\bid="([^"]*)"')
_ATTRIBUTES = re.compile(r"[ \t]*\{:?[ \t]*([^{}\n]*)\}[ \t]*$")
_ATTRIBUTE_LINE = re.compile(r"^\{:[^{}\n]*\}[ \t]*$", re.MULTILINE)
_GIVEN_ID = re.compile(r"(?:^|\s)#([^\s]+)")
_DROPPED = re.compile(
    r"<(svg|script|style|template)\b.*?</\1>"
    r'|<div class="share .*?</div>',
    re.DOTALL,
)
_IMAGE = re.compile(r"!\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])")
_LINK = re.compile(r"\[([^\]]*)\](?:\((?:[^()]|\([^)]*\))*\)|\[[^\]]*\])")
_REFERENCE = re.compile(r"^[ ]{0,3}\[[^\]]+\]:[ \t]*\S+.*$", re.MULTILINE)
_FOOTNOTE = re.compile(r"\[\^[^\]]+\]:?")
_CAPTION = re.compile(r"^[ ]{0,3}(?:Table|Tabell):[ \t]*", re.MULTILINE)
_RULE = re.compile(r"^[ \t|:*_-]{3,}$", re.MULTILINE)
_MARKS = re.compile(r"^[ \t]*(?:>[ \t]?)*(?:[-*+]|\d+[.)])[ \t]+|^[ \t]*>[ \t]?", re.MULTILINE)
_EMPHASIS = re.compile(r"(?<!\\)(\*{1,3}|`+|(?<!\w)_{1,3}(?=\w)|(?<=\w)_{1,3}(?!\w))")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()>#+\-.!|~:=^])")


def sections_of_page(markdown: str) -> tuple[Section, ...]:
    """Cut the Markdown of a page into sections at its headings.

    Args:
        markdown: A page as our templates write it, without its front matter.
    """
    text = _DROPPED.sub(" ", markdown)
    fences: list[str] = []

    def set_aside(match: re.Match[str]) -> str:
        fences.append("\n".join(match[0].splitlines()[1:-1]))
        return f"\x02{len(fences) - 1}\x03"

    text = _FENCE.sub(set_aside, text)
    places = sorted(
        [*_HEADING.finditer(text), *_HTML_HEADING.finditer(text)], key=lambda match: match.start()
    )
    used: set[str] = set()
    found, anchor, heading, start = [], "", "", 0
    for match in places:
        if match.start() < start:
            continue
        level, name, given = _told(match)
        # A heading written as HTML gets no anchor by itself, and is reached through the one before.
        is_html = match[0].startswith("<")
        own = given or (anchor if is_html else unique(slugify(unescape(name), "-"), used))
        used.add(own)
        found.append(Section(anchor, heading, _plain(text[start : match.start()], fences)))
        start = match.end()
        anchor, heading = (own, name) if level > 1 else ("", "")
    found.append(Section(anchor, heading, _plain(text[start:], fences)))
    return tuple(section for section in found if section.heading or section.text)


def _told(match: re.Match[str]) -> tuple[int, str, str]:
    """Give the level, the words and the given id of a heading, however it is written."""
    if match[0].startswith("<"):
        named = _ID.search(match[2])
        return int(match[1]), text_of(match[3]), unescape(named[1]) if named else ""
    words, given = match[2], ""
    if attributes := _ATTRIBUTES.search(words):
        words = words[: attributes.start()]
        named = _GIVEN_ID.search(attributes[1])
        given = named[1] if named else ""
    return len(match[1]), _inline(words), given


def _plain(text: str, fences: list[str]) -> str:
    """Give the words of Markdown on one line."""
    for pattern in (_ATTRIBUTE_LINE, _REFERENCE, _RULE, _CAPTION, _FOOTNOTE):
        text = pattern.sub(" ", text)
    text = _inline(_MARKS.sub("", text))
    for number, fence in enumerate(fences):
        text = text.replace(f"\x02{number}\x03", fence)
    return text


def _inline(text: str) -> str:
    text = _LINK.sub(r"\1", _IMAGE.sub(r"\1", text))
    text = _EMPHASIS.sub("", text).replace("|", " ")
    return text_of(_ESCAPED.sub(r"\1", text))
