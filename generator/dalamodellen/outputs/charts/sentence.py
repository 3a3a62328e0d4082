# SPDX-License-Identifier: EUPL-1.2
"""Sentences made of our own words and a record's, which may be in another language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from dalamodellen.outputs.charts.spec import Words
from dalamodellen.outputs.safe_markdown import Markdown, escape

_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_END = " \t\n.,:;!?"
"""What a record's words may end in and a sentence goes on without."""


class Sentence(str):
    """Plain words, not yet escaped, that know which of them are in another language.

    It is a string like any other, for a title or a description inside a drawing;
    `marked` is for a page.
    """

    __slots__ = ("parts",)

    parts: tuple[Words, ...]
    """The same words, piece by piece, each with its language where it is not the page's."""

    @classmethod
    def of(cls, parts: Iterable[Words]) -> Sentence:
        """Join pieces to one sentence."""
        kept = tuple(part for part in parts if part.text)
        sentence = cls("".join(part.text for part in kept))
        sentence.parts = kept
        return sentence

    @classmethod
    def plain(cls, words: str | Sentence) -> Sentence:
        """Make a sentence of words in the page's language."""
        return words if isinstance(words, Sentence) else cls.of([Words(words)])

    @property
    def marked(self) -> Markdown:
        """The sentence for a page: escaped, and foreign words marked with their language."""
        written = []
        for number, part in enumerate(self.parts):
            words = _escaped(part.text, is_first=number == 0)
            tag = f'<span lang="{part.language}">{words}</span>'
            written.append(tag if part.language else words)
        return Markdown("".join(written))


Value = str | Words | Sentence
"""What may stand in a place of a template."""


def _escaped(text: str, *, is_first: bool) -> str:
    """Escape words, but keep the spaces that hold them apart from the next piece."""
    # Marks that only mean something at the start of a line are let be elsewhere.
    before = "" if is_first else "a"
    after = " " * (text[-1:] == " " and text.strip(" ") != "")
    return f"{escape(before + text)[len(before) :]}{after}"


def compose(template: str, values: Mapping[str, Value]) -> Sentence:
    """Put words in the places of a template: "{subject}: {amount}".

    What stands in a value is never taken for a place itself.

    Raises:
        KeyError: the template has a place that no value is for. A programmer's mistake.
    """
    return Sentence.of(_pieces(template, values))


def _pieces(template: str, values: Mapping[str, Value]) -> Iterator[Words]:
    end = 0
    for match in _PLACEHOLDER.finditer(template):
        yield Words(template[end : match.start()])
        value = values[match[1]]
        if isinstance(value, Sentence):
            yield from value.parts
        else:
            yield value if isinstance(value, Words) else Words(value)
        end = match.end()
    yield Words(template[end:])


def bare(words: Words) -> Words:
    """Give a record's words so that a sentence can go on after them: no full stop, one space."""
    text = " ".join(words.text.split()).rstrip(_END)
    return Words(text, words.language)


def with_capital(sentence: Sentence) -> Sentence:
    """Begin a sentence with a capital letter."""
    first, *rest = sentence.parts
    return Sentence.of([Words(first.text[:1].upper() + first.text[1:], first.language), *rest])
