# SPDX-License-Identifier: EUPL-1.2
"""What a page says in its own language: all its words but those marked as another's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from babel.messages.pofile import read_po
from pydantic import BaseModel

from conftest import REPOSITORY
from dalamodellen.model.settings import EXAMPLE_FOLDER
from dalamodellen.model.site import Site
from dalamodellen.model.text import Text

LOCALE = REPOSITORY / "generator/dalamodellen/outputs/locale"
WORD = re.compile(r"[^\W\d_]{3,}")
NAMES = re.compile(r"\S*(?:@|://)\S*|\S+\.(?:yml|csv|md)\b")
"""Addresses and names of files are in no language."""
EMPTY = frozenset(["meta", "link", "img", "br", "hr", "input", "source", "wbr", "col"])
SAID = frozenset(["alt", "title", "placeholder", "aria-label", "aria-description", "data-clear"])
"""Attributes whose words a reader hears or sees."""
SHARED = frozenset(["description", "og:title", "og:description", "og:site_name"])
"""Names of `<meta>` whose words others read about the page."""
LANGUAGES = ("sv", "nb", "en")


def catalogue(language: str) -> tuple[set[str], set[str]]:
    """Give the words of a catalogue, and the Swedish ones they stand for."""
    with (LOCALE / language / "LC_MESSAGES/dalamodellen.po").open("rb") as file:
        messages = [message for message in read_po(file) if message.id]
    told = {word for one in messages for word in words_of(str(one.string))}
    return told, {word for one in messages for word in words_of(str(one.id))}


def interface_words() -> dict[str, set[str]]:
    """Give the words of each language's catalogue."""
    norwegian, swedish = catalogue("nb")
    english, _ = catalogue("en")
    return {"sv": swedish, "nb": norwegian, "en": english}


def words_of(text: str) -> set[str]:
    """Give the words of a text in small letters; those of one or two letters are in any language."""
    return {word.lower() for word in WORD.findall(NAMES.sub("", text))}


def written_words(site: Site) -> dict[str, set[str]]:
    """Give the words that people wrote in each language, in records and in Markdown."""
    found: dict[str, set[str]] = {language: set() for language in LANGUAGES}
    holders: list[Any] = [site.settings, *site.records.values(), *site.pages]
    holders += [row for rows in site.tables.values() for row in rows]
    for holder in holders:
        for language, text in _texts(holder, site.main_language):
            found[language] |= words_of(text)
    for key, translation in site.translations.items():
        language = key[1].rpartition(".")[2]
        for _, text in _texts(translation, language):
            found[language] |= words_of(text)
    for path, language in site.written_in.items():
        found[language] |= words_of(site.bodies.get(path, ""))
    return found


def _texts(value: Any, main_language: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, Text):
        yield from ((one, words) for one in LANGUAGES if (words := getattr(value, one)))
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _texts(getattr(value, name), main_language)
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _texts(one, main_language)
    elif isinstance(value, tuple | list):
        for one in value:
            yield from _texts(one, main_language)
    elif isinstance(value, str):
        yield main_language, value


class SpokenPage(HTMLParser):
    """What a page says in its own language, and its links."""

    def __init__(self, page: Path, language: str) -> None:
        super().__init__()
        self.language = language
        self.said: list[str] = []
        self.links: list[dict[str, str]] = []
        self._open: list[tuple[str, str, bool]] = []
        self.feed(page.read_text("utf-8"))
        assert self._open == [], f"{page}: an element is not closed"

    @property
    def words(self) -> set[str]:
        """The words in small letters."""
        return {word for text in self.said for word in words_of(text)}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag in ("a", "link"):
            self.links.append({"tag": tag, **found})
        inherited, is_said = self._open[-1][1:] if self._open else (self.language, True)
        language = found.get("lang") or inherited
        is_said = is_said and tag not in ("script", "style", "code")
        is_said = is_said and found.get("class") != "print-address"
        if is_said and language == self.language:
            for name in sorted(SAID & found.keys()):
                self.said.append(found[name])
            if tag == "meta" and (found.get("name") or found.get("property")) in SHARED:
                self.said.append(found["content"])
        if tag not in EMPTY:
            self._open.append((tag, language, is_said))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in EMPTY:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        if tag in {name for name, _, _ in self._open}:
            while self._open.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1][1] == self.language and self._open[-1][2]:
            self.said.append(data)


def pages_of(html: Path, language: str, main_language: str = "sv") -> dict[str, Path]:
    """List the pages of one language's tree, by path in it."""
    tree = html if language == main_language else html / language
    return {
        path.relative_to(tree).as_posix(): path
        for path in sorted(tree.rglob("*.html"))
        if tree != html or path.relative_to(html).parts[0] not in (*LANGUAGES, EXAMPLE_FOLDER)
    }
