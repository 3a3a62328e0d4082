# SPDX-License-Identifier: EUPL-1.2
"""A starting file for a record, made from its model: what is needed, and examples of the rest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dalamodellen.model.part import Part
from dalamodellen.model.period import PartialDate, Period
from dalamodellen.model.record import ID_PATTERN, field_order
from dalamodellen.model.site import WRITTEN, Collection
from dalamodellen.model.text import Text
from dalamodellen.model.validation import FILLED_BY_READER, model_at, reference_kind
from dalamodellen.outputs.exports.starting_example import (
    Examples,
    flow_of,
    required_fields,
)
from dalamodellen.outputs.exports.starting_words import (
    body_of,
    explain,
    heading,
    introduce,
    mark_of,
    needed_heading,
    say,
    stand_in,
    unknown_word,
)
from dalamodellen.outputs.field_words import describe_field

MARKDOWN = frozenset(collection.kind for collection in WRITTEN)
"""Kinds of record whose fields stand above a text."""
_LEAP_DAY = (2, 29)


@dataclass(frozen=True)
class Start:
    """What a starting file is made of besides its model."""

    title: str
    """What the user called it."""
    language: str
    """The site's main language."""
    today: date
    """The day it is made."""
    ids: Mapping[str, Sequence[str]]
    """Kind of record → the ids there are on the site, in order."""
    schema: str = ""
    """Path from the file to its JSON Schema, where the site has one."""


def title_of_name(model: type[Part], name: str, language: str) -> str:
    """Make a title of what the user wrote: their words, or of an id words to look over."""
    if not ID_PATTERN.fullmatch(name):
        return name
    words = name.replace("-", " ")
    words = words[:1].upper() + words[1:]
    # What has no draft is published at once, so no mark may stand in it.
    return f"{mark_of(language)}: {words}" if "publication" in model.model_fields else words


def missing_kinds(model: type[Part], ids: Mapping[str, Sequence[str]]) -> list[str]:
    """List the kinds of record that must exist before one of this model can be written."""
    named = (reference_kind(model, name) for name in required_fields(model))
    return [kind for kind in named if kind and not ids.get(kind)]


def render_starting_file(collection: Collection, start: Start) -> str:
    """Write a whole starting file: valid as it stands, and a draft.

    Lines that begin with "# " are examples, and lines that begin with "## "
    explanations: when one "# " is taken away from every line, examples count and
    explanations are still comments.
    """
    model = collection.model
    lines = introduce(model, start.language)
    if start.schema:
        lines = [f"# yaml-language-server: $schema={start.schema}", *lines]
    lines += needed_heading(start.language)
    is_written = collection.kind in MARKDOWN
    needed = [*(["kind"] if is_written else []), *required_fields(model)]
    for name in sorted(needed, key=field_order(model).index):
        lines += explain(model, name, start.language)
        lines.append(f"{name}: {_needed_value(model, name, start)}")
    lines += _other_lines(collection, needed, start)
    text = "\n".join(lines) + "\n"
    return f"---\n{text}---\n{body_of(collection.kind, start.language)}" if is_written else text


def _other_lines(collection: Collection, needed: list[str], start: Start) -> list[str]:
    model = collection.model
    examples = Examples(start.language, start.ids)
    lines: list[str] = []
    for name in field_order(model):
        if name in needed or name in FILLED_BY_READER:
            continue
        lines += heading(collection.kind, name, start.language)
        lines += explain(model, name, start.language)
        if name == "publication":
            lines += say("approved", start.language, today=start.today.isoformat())
            lines.append("publication: draft")
        else:
            lines += [f"# {line}" for line in examples.lines(model, name)]
    return lines


def _needed_value(model: type[Part], name: str, start: Start) -> str:
    """Fill in a required field: with what is known, else with a mark that somebody must see."""
    field = model.model_fields[name]
    part = model_at(model, (name,))
    if name == "title":
        return flow_of(start.title)
    if not field.is_required():
        return flow_of(field.default)
    if part is PartialDate:
        return (_next_year(start.today) if name == "review_by" else start.today).isoformat()
    if part is Period:
        return unknown_word(start.language)
    is_words = (part is not None and issubclass(part, Text)) or field.annotation is str
    if is_words and not reference_kind(model, name):
        return flow_of(_mark(model, name, start))
    return Examples(start.language, start.ids).value(model, name)


def _mark(model: type[Part], name: str, start: Start) -> str:
    """Begin with the mark, and go on with what is to be written."""
    if "publication" not in model.model_fields:
        return stand_in(start.title, start.language)
    sentence = describe_field(model, name, start.language).split(". ")[0].rstrip(".")
    return f"{mark_of(start.language)}: {sentence[:1].lower()}{sentence[1:]}."


def _next_year(day: date) -> date:
    """Give the same day a year later; a leap day becomes the day before."""
    is_leap_day = (day.month, day.day) == _LEAP_DAY
    return day.replace(year=day.year + 1, day=28 if is_leap_day else day.day)
