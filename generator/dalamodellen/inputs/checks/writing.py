# SPDX-License-Identifier: EUPL-1.2
"""Rules about Markdown: words for pictures, headings in order, links that say where they lead."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dalamodellen.inputs.loaded import Loaded
from dalamodellen.issues import Issue
from dalamodellen.model.site import RecordKey, Site

SAYS_NOTHING = frozenset(
    [
        "här",
        "klicka här",
        "tryck här",
        "läs mer",
        "läs mer här",
        "mer",
        "mer info",
        "mer information",
        "länk",
        "länken",
        "den här länken",
        "se här",
        "hit",
        "denna sida",
        "den här sidan",
        "her",
        "klikk her",
        "trykk her",
        "les mer",
        "les mer her",
        "mer informasjon",
        "lenke",
        "lenken",
        "denne lenken",
        "se her",
        "denne siden",
        "here",
        "click here",
        "press here",
        "read more",
        "more",
        "more info",
        "more information",
        "link",
        "this link",
        "this page",
        "see here",
    ]
)
_LINK = re.compile(
    r"(?<!!)\[([^\[\]]+)\]\([^)]*\)|(?<!!)\[([^\[\]]+)\]\[[^\]]*\]|<a\s[^>]*>([^<]*)</a>"
)
_PICTURE = re.compile(r"!\[([^\[\]]*)\](?:\([^)]*\)|\[[^\]]*\])|<img\b([^>]*)>")
_ALT = re.compile(r"\balt\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_ADDRESS = re.compile(r"(?:\]\(\s*<?|\bsrc\s*=\s*[\"'])([^\s)>\"']+)")
_FILE_NAME = re.compile(r"\S+\.(?:png|jpe?g|gif|svg|webp|avif)", re.IGNORECASE)
_CODE_SPAN = re.compile(r"(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)")
_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+|$)")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*$")


def lines_of(body: str, *, with_indented: bool = False) -> Iterator[tuple[int, str]]:
    """Give the lines people read, with their numbers from 1; code is blanked out.

    Args:
        body: A Markdown text.
        with_indented: Whether indented lines are text, as in a list, and not code.
    """
    fence = ""
    for number, line in enumerate(body.split("\n"), 1):
        mark = line.lstrip()[:3]
        if fence:
            fence = "" if mark == fence else fence
        elif mark in ("```", "~~~"):
            fence = mark
        elif with_indented or not line.startswith("    "):
            yield number, _CODE_SPAN.sub(lambda span: " " * len(span[0]), line)


def _bodies(loaded: Loaded) -> Iterator[tuple[RecordKey, str, str]]:
    for key, file in loaded.files.items():
        if file.path in loaded.bodies:
            yield key, file.path, loaded.bodies[file.path]


def check_pictures(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """A picture has a text alternative that says what it shows, not the name of its file."""
    del site
    for _, path, body in _bodies(loaded):
        for number, line in lines_of(body):
            for match in _PICTURE.finditer(line):
                alt = match[1] if match[1] is not None else _alt_of(match[2] or "")
                if not alt.strip() or _FILE_NAME.fullmatch(alt.strip()):
                    place = loaded.body_source(path, number, match.start() + 1, len(match[0]))
                    address = _ADDRESS.search(match[0])
                    name = address[1] if address else match[0][:40]
                    yield loaded.issue_at(path, place, "missing-text-alternative", name=name)


def _alt_of(attributes: str) -> str:
    found = _ALT.search(attributes)
    return (found[1] or found[2] or "") if found else ""


def check_link_texts(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """The words of a link say where it leads: many hear them without the sentence around."""
    del site
    for _, path, body in _bodies(loaded):
        for number, line in lines_of(body):
            for match in _LINK.finditer(line):
                words = next(group for group in match.groups() if group is not None)
                plain = re.sub(r"[*_`]", "", words).strip().rstrip(".!:»>→ ").casefold()
                if plain in SAYS_NOTHING:
                    place = loaded.body_source(path, number, match.start() + 1, len(match[0]))
                    yield loaded.issue_at(path, place, "vague-link-text", name=words.strip())


def check_headings(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """Headings go down one level at a time, and a page has one heading of the first level."""
    del site
    for key, path, body in _bodies(loaded):
        # A lesson, post or story has its title as its only heading of the first level.
        level = 0 if key[0] in ("page", "page_translation") else 1
        for number, found, words in _headings(body):
            place = loaded.body_source(path, number, 1, len(words))
            if found == 1 and level > 0:
                yield loaded.issue_at(path, place, "second-top-heading", name=words)
            elif found > level + 1 and level > 0:
                yield loaded.issue_at(
                    path,
                    place,
                    "heading-order",
                    name=words,
                    found=str(found),
                    wanted=str(level + 1),
                )
            level = found


def _headings(body: str) -> Iterator[tuple[int, int, str]]:
    previous_number, previous = 0, ""
    for number, line in lines_of(body):
        if match := _HEADING.match(line):
            yield number, len(match[1]), line.strip()
            previous = ""
            continue
        underline = _UNDERLINE.fullmatch(line)
        if underline and previous.strip() and previous_number == number - 1:
            yield number - 1, 1 if underline[1].startswith("=") else 2, previous.strip()
            previous = ""
            continue
        is_text = bool(line.strip()) and not re.match(r" {0,3}(?:[-*+>|]|\d+[.)])", line)
        previous_number, previous = number, line if is_text else ""


RULES = (check_pictures, check_link_texts, check_headings)
