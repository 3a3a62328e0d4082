# SPDX-License-Identifier: EUPL-1.2
"""JSON Schemas of every kind of record, for editors that check and complete while one writes."""

from __future__ import annotations

from typing import Any

from dalamodellen.model.part import Part
from dalamodellen.model.record import Record
from dalamodellen.model.settings import Settings
from dalamodellen.model.site import COLLECTIONS, TABLES, WRITTEN
from dalamodellen.model.validation import FILLED_BY_READER

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def record_schemas() -> dict[str, dict[str, Any]]:
    """Give the JSON Schema of every kind of record, by kind.

    Fields that come from the file itself, such as the id, are left out:
    nobody writes them.
    """
    models: dict[str, type[Part]] = {"site": Settings}
    models |= {collection.kind: collection.model for collection in (*COLLECTIONS, *WRITTEN)}
    for folder, (_, model) in TABLES.items():
        models[folder.rpartition("/")[2].removesuffix("s")] = model
    return {kind: _schema(model) for kind, model in sorted(models.items())}


def _schema(model: type[Part]) -> dict[str, Any]:
    schema = model.model_json_schema()
    if issubclass(model, Record):
        # Only records take their id from the file's name; a row of a table writes its own.
        for name in FILLED_BY_READER & schema["properties"].keys():
            del schema["properties"][name]
            schema["required"] = [other for other in schema["required"] if other != name]
    for name, field in schema["properties"].items():
        # A field that is a part of its own still says what it means here.
        field.setdefault("description", model.model_fields[name].description)
    return {"$schema": DIALECT, **schema}
