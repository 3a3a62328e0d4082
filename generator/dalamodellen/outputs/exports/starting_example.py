# SPDX-License-Identifier: EUPL-1.2
"""A right example of a field, as lines of YAML, made from the field's own model."""

from __future__ import annotations

import json
import re
import typing
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dalamodellen.model.money import Money
from dalamodellen.model.part import Part
from dalamodellen.model.period import PartialDate, Period
from dalamodellen.model.record import Citation, Record, field_order
from dalamodellen.model.text import Text
from dalamodellen.model.validation import FILLED_BY_READER, model_at, reference_kind
from dalamodellen.outputs.exports.starting_words import explain, say, usual_fields

_SHORT = (Text, Citation, PartialDate, Period, Money)
"""Parts that people write as one string."""
_PLAIN = re.compile(r"[a-z][a-z0-9_-]+|\d{4}-\d\d-\d\d(?:/\d{4}-\d\d-\d\d)?")
_NOT_PLAIN = frozenset({"true", "false", "yes", "no", "on", "off", "null"})
"""Words some YAML readers take for something else than text."""


@dataclass(frozen=True)
class Examples:
    """Makes examples for one site: in its language, with ids of its own records."""

    language: str
    """The language of the explanations."""
    ids: Mapping[str, Sequence[str]]
    """Kind of record → the ids there are, in order."""

    def lines(self, model: type[Part], name: str) -> list[str]:
        """Write a field with an example; a part with fields of its own takes several lines."""
        part = part_of(model, name)
        if part is None:
            return [f"{name}: {self.value(model, name)}"]
        given = model.model_fields[name].examples or [""]
        fields = self._part_lines(part, given[0])
        if not is_list(model, name):
            return [f"{name}:", *(f"  {line}" for line in fields)]
        first = next(number for number, line in enumerate(fields) if not line.startswith("#"))
        marks = ["- " if number == first else "  " for number in range(len(fields))]
        marks[:first] = [""] * first
        lines = [f"  {mark}{line}" for mark, line in zip(marks, fields, strict=True)]
        return [f"{name}:", *lines]

    def _part_lines(self, part: type[Part], given: Any) -> list[str]:
        names = [*required_fields(part), *usual_fields(part)]
        lines = []
        for number, name in enumerate(sorted(names, key=field_order(part).index)):
            value = self.value(part, name)
            if number == 0 and isinstance(given, int):
                # "participants: 1700" says how many, and not how many of what.
                value = str(given)
            lines += [*explain(part, name, self.language), f"{name}: {value}"]
        rest = [name for name in part.model_fields if name not in names]
        return lines + (say("more", self.language, names=", ".join(rest)) if rest else [])

    def value(self, model: type[Part], name: str) -> str:
        """Write an example of a field's value on one line."""
        example = (model.model_fields[name].examples or [""])[0]
        if kind := reference_kind(model, name):
            example = self._existing(kind, example)
        part = part_of(model, name)
        if part is not None and not _is_whole(part, example):
            fields = [f"{field}: {self.value(part, field)}" for field in required_fields(part)]
            flow = "{" + ", ".join(fields) + "}"
            return f"[{flow}]" if is_list(model, name) else flow
        if model_at(model, (name,)) is Citation:
            example = self._cited(example)
        return flow_of(example)

    def _cited(self, example: Any) -> Any:
        if isinstance(example, dict):
            return {name: self._cited(one) for name, one in example.items()}
        if isinstance(example, list):
            return [self._cited(one) for one in example]
        document, comma, section = example.partition(",")
        return self._existing("document", document) + comma + section

    def _existing(self, kind: str, example: Any) -> Any:
        found = self.ids.get(kind, ())
        if not found:
            return example
        return found[: len(example)] if isinstance(example, list) else found[0]


def _is_whole(part: type[Part], example: Any) -> bool:
    """Tell whether an example says all that a part must say."""
    for one in example if isinstance(example, list) else [example]:
        if isinstance(one, dict) and not set(required_fields(part)) <= one.keys():
            return False
    return True


def part_of(model: type[Part], name: str) -> type[Part] | None:
    """Give the part a field is made of, unless people write it as one string or number."""
    part = model_at(model, (name,))
    if part is None or issubclass(part, _SHORT) or not issubclass(part, Part):
        return None
    return part


def is_list(model: type[Part], name: str) -> bool:
    """Tell whether a field holds a list."""
    return typing.get_origin(model.model_fields[name].annotation) is tuple


def required_fields(model: type[Part]) -> list[str]:
    """List the fields that must be written."""
    return [
        name
        for name in field_order(model)
        if model.model_fields[name].is_required()
        and not (issubclass(model, Record) and name in FILLED_BY_READER)
    ]


def flow_of(value: Any) -> str:
    """Write a plain value on one line of YAML, in quotation marks where it needs them."""
    if isinstance(value, dict):
        if set(value) <= {"sv", "nb", "en"}:
            return flow_of(next(iter(value.values())))
        return "{" + ", ".join(f"{key}: {flow_of(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(flow_of(one) for one in value) + "]"
    if isinstance(value, str):
        is_plain = _PLAIN.fullmatch(value) and value not in _NOT_PLAIN
        return value if is_plain else json.dumps(value, ensure_ascii=False)
    return json.dumps(value)
