# SPDX-License-Identifier: EUPL-1.2
"""The words of a starting file: explanations made from the models, and headings of our own.

Reads `starting_words.toml` beside this module.
"""

from __future__ import annotations

import textwrap
import tomllib
import typing
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from dalamodellen.model.part import Part
from dalamodellen.model.text import LANGUAGES, UNFINISHED
from dalamodellen.outputs.field_words import describe_field, describe_model

WIDEST = 100
"""Longest line of an explanation."""


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))


def say(word: str, language: str, **values: str) -> list[str]:
    """Write one of our sentences as explanation lines."""
    return comment(_words()[language][word].format(**values))


def comment(sentence: str) -> list[str]:
    """Write a sentence as lines that stay comments when one "#" is taken away."""
    return textwrap.wrap(
        sentence, WIDEST, initial_indent="## ", subsequent_indent="## ", break_long_words=False
    )


def explain(model: type[Part], name: str, language: str) -> list[str]:
    """Say what a field means, and which words it may have where only some are allowed."""
    sentence = describe_field(model, name, language)
    if choices := choices_of(model.model_fields[name].annotation):
        sentence += " " + _words()[language]["choices"].format(names=", ".join(choices))
    return comment(sentence)


def choices_of(annotation: Any) -> list[str]:
    """List the words a field may have, where only some are allowed."""
    if isinstance(annotation, type):
        return [str(one.value) for one in annotation] if issubclass(annotation, StrEnum) else []
    for inner in typing.get_args(annotation):
        if found := choices_of(inner):
            return found
    return []


def introduce(model: type[Part], language: str) -> list[str]:
    """Say what the file is and how it is used: the first lines of a starting file."""
    lines = comment(describe_model(model, language))
    for sentence in _words()[language]["intro"]:
        lines += comment(sentence)
    return lines


def heading(kind: str, first_field: str, language: str) -> list[str]:
    """Write the heading above a group of fields, where a group begins with this one."""
    groups = _words()["groups"]
    words = groups.get(kind, {}).get(first_field) or groups["all"].get(first_field)
    return ["", *_ruled(words[language])] if words else []


def needed_heading(language: str) -> list[str]:
    """Write the heading above the fields that must be there."""
    return ["", *_ruled(_words()[language]["needed"])]


def _ruled(words: str) -> list[str]:
    return [f"## ---------- {words} ----------"]


def usual_fields(model: type[Part]) -> list[str]:
    """List the fields of a part that are worth showing besides the required ones."""
    return list(_words()["usual"].get(model.__name__, ()))


def mark_of(language: str) -> str:
    """Give the words a text begins with until somebody has written it."""
    return UNFINISHED[LANGUAGES.index(language)]


def stand_in(title: str, language: str) -> str:
    """Write a plain sentence that is true as it stands, for what is published at once."""
    return str(_words()[language]["stand_in"]).format(title=title)


def unknown_word(language: str) -> str:
    """Give the word for a date that is not known."""
    return str(_words()[language]["unknown"])


def body_of(kind: str, language: str) -> str:
    """Give the text under the front matter, with marks where somebody is to write."""
    return str(_words()["bodies"][kind][language]).format(mark=mark_of(language))
