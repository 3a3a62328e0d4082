# SPDX-License-Identifier: EUPL-1.2
"""A feed in the format Atom (RFC 4287), written from what it is to say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from xml.sax.saxutils import escape, quoteattr

MEDIA_TYPE = "application/atom+xml"


@dataclass(frozen=True)
class Words:
    """Plain words, and their language where it is not the feed's."""

    text: str
    language: str = ""


@dataclass(frozen=True)
class Link:
    """Where a feed or an entry can be read."""

    href: str
    language: str
    """The language of the page there."""


@dataclass(frozen=True)
class Entry:
    """One piece of news."""

    id: str
    """A name that never changes, as an IRI."""
    title: Words
    link: Link
    updated: date
    """The last change that matters to a reader."""
    published: date | None = None
    summary: Words | None = None
    author: Words | None = None
    """Who wrote it, where it is not the one that the feed names."""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True)
class Feed:
    """All that a feed says."""

    id: str
    """A name that never changes, as an IRI."""
    title: Words
    subtitle: Words
    language: str
    author: Words
    address: str
    """The feed's own address, whole or seen from itself."""
    link: Link
    updated: date
    """The last change of any entry."""
    entries: Sequence[Entry]
    rights: str


def write_atom(feed: Feed) -> str:
    """Write a feed as XML, its entries in the order they are given."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(feed.language)}>',
        _words("title", feed.title),
        _words("subtitle", feed.subtitle),
        f"  <id>{escape(feed.id)}</id>",
        f"  <updated>{_moment(feed.updated)}</updated>",
        f'  <link rel="self" type="{MEDIA_TYPE}" href={quoteattr(feed.address)}/>',
        _link(feed.link),
        _author(feed.author),
        "  <generator>Dalamodellen</generator>",
        f"  <rights>{escape(feed.rights)}</rights>",
    ]
    for entry in feed.entries:
        lines += ["  <entry>", *(f"  {line}" for line in _entry(entry)), "  </entry>"]
    return "\n".join([*lines, "</feed>"]) + "\n"


def _entry(entry: Entry) -> list[str]:
    lines = [
        _words("title", entry.title),
        f"  <id>{escape(entry.id)}</id>",
        f"  <updated>{_moment(entry.updated)}</updated>",
    ]
    if entry.published:
        lines.append(f"  <published>{_moment(entry.published)}</published>")
    lines.append(_link(entry.link))
    if entry.author:
        lines.append(_author(entry.author))
    lines += [f"  <category term={quoteattr(tag)}/>" for tag in entry.tags]
    if entry.summary:
        lines.append(_words("summary", entry.summary))
    return lines


def _words(name: str, words: Words) -> str:
    return f"  <{name}{_language(words)}>{escape(words.text)}</{name}>"


def _author(author: Words) -> str:
    return f"  <author{_language(author)}><name>{escape(author.text)}</name></author>"


def _language(words: Words) -> str:
    return f" xml:lang={quoteattr(words.language)}" if words.language else ""


def _link(link: Link) -> str:
    href, language = quoteattr(link.href), quoteattr(link.language)
    return f'  <link rel="alternate" type="text/html" hreflang={language} href={href}/>'


def _moment(day: date) -> str:
    """Write a day as the moment it begins; nothing here is known to the hour."""
    return f"{day.isoformat()}T00:00:00Z"
