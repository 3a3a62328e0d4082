# SPDX-License-Identifier: EUPL-1.2
"""JSON Schemas of every kind of record, for editors that check and complete while one writes."""

from __future__ import annotations

import typing
from typing import Any

from dalamodellen.model.accessibility import AccessibilityTest
from dalamodellen.model.part import Part
from dalamodellen.model.record import Record
from dalamodellen.model.same_meaning import SearchWords
from dalamodellen.model.settings import Settings
from dalamodellen.model.site import COLLECTIONS, TABLES, WRITTEN
from dalamodellen.model.validation import FILLED_BY_READER
from dalamodellen.outputs.field_words import describe_field, describe_model

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def record_schemas(language: str = "sv") -> dict[str, dict[str, Any]]:
    """Give the JSON Schema of every kind of record, by kind.

    Fields that come from the file itself, such as the id, are left out:
    nobody writes them.

    Args:
        language: The language that fields are explained in.
    """
    models: dict[str, type[Part]] = {
        "accessibility_test": AccessibilityTest,
        "search_words": SearchWords,
        "site": Settings,
    }
    models |= {collection.kind: collection.model for collection in (*COLLECTIONS, *WRITTEN)}
    for folder, (_, model) in TABLES.items():
        models[folder.rpartition("/")[2].removesuffix("s")] = model
    return {kind: _schema(model, language) for kind, model in sorted(models.items())}


def _schema(model: type[Part], language: str) -> dict[str, Any]:
    schema = model.model_json_schema()
    parts = {part.__name__: part for part in _parts(model)}
    for name, definition in schema.get("$defs", {}).items():
        if name in parts:
            _explain(definition, parts[name], language)
    if issubclass(model, Record):
        # Only records take their id from the file's name; a row of a table writes its own.
        for name in FILLED_BY_READER & schema["properties"].keys():
            del schema["properties"][name]
            schema["required"] = [other for other in schema["required"] if other != name]
    _explain(schema, model, language)
    return {"$schema": DIALECT, **schema}


def _explain(schema: dict[str, Any], model: type[Part], language: str) -> None:
    """Say what a part and its fields mean, in the shorter form of writing it and in the whole."""
    if "properties" in schema:
        schema["description"] = describe_model(model, language)
    for name, field in schema.get("properties", {}).items():
        # A field that is a part of its own still says what it means here.
        field["description"] = describe_field(model, name, language)
    for form in schema.get("anyOf", ()):
        _explain(form, model, language)


def _parts(model: type[Part]) -> set[type[Part]]:
    """List a model and every part within it."""
    found: set[type[Part]] = set()
    waiting: list[Any] = [model]
    while waiting:
        one = waiting.pop()
        if isinstance(one, type) and issubclass(one, Part):
            if one not in found:
                found.add(one)
                waiting += [field.annotation for field in one.model_fields.values()]
        else:
            waiting += typing.get_args(one)
    return found
