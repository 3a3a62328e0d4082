# SPDX-License-Identifier: EUPL-1.2
"""The reference of records and issues, made from the models so that it cannot rot."""

from __future__ import annotations

import json
import re
import typing
from enum import StrEnum
from typing import Any

from dalamodellen.issues import issue_texts
from dalamodellen.model.part import Part
from dalamodellen.model.settings import Settings
from dalamodellen.model.site import COLLECTIONS, TABLES, WRITTEN
from dalamodellen.model.validation import FILLED_BY_READER, reference_kind

_ABOUT = (
    "Every field of every kind of record. One YAML file is one record; its file name is its "
    "id. A text is a string in the site's main language, or one string per language "
    "(`sv`, `nb`, `en`). A field that is not listed is an error.\n"
)
_MADE = "<!-- Made by `make reference`; change the models, not this page. -->\n"


def render_record_reference() -> str:
    """Describe every kind of record: where it lies, its fields, their units and examples."""
    parts = [
        "# Records\n",
        _MADE,
        _ABOUT,
    ]
    seen: dict[str, type[Part]] = {}
    parts.append(_section("site", "data/site.yml", Settings, seen))
    for collection in COLLECTIONS:
        place = f"{collection.folder}/<id>.yml"
        parts.append(_section(collection.kind, place, collection.model, seen))
    for collection in WRITTEN:
        place = f"content/**/<id>.md with `kind: {collection.kind}`"
        parts.append(_section(collection.kind, place, collection.model, seen))
    for folder, (kind, model) in TABLES.items():
        parts.append(_section(folder.rpartition("/")[2], f"{folder}/<{kind}>.csv", model, seen))
    parts.append("## Values and parts of records\n")
    described: set[str] = set()
    while waiting := sorted(seen.keys() - described):
        for name in waiting:
            described.add(name)
            model = seen[name]
            parts.append(f"### {name}\n\n{_first_line(model)}\n\n{_fields(model, seen)}\n")
    return "\n".join(parts)


def render_issue_reference() -> str:
    """List every issue code with its severity, what it says and how to mend it."""
    rows = []
    for code, texts in sorted(issue_texts().items()):
        if "severity" not in texts:
            continue
        words = texts["sv"]
        shown = [words[part].replace("{{", "{").replace("}}", "}") for part in ("what", "fix")]
        cells = [f"`{code}`", texts["severity"], *shown]
        rows.append("| " + " | ".join(_cell(cell) for cell in cells) + " |")
    return (
        "# Issues\n\n"
        + _MADE
        + "\nEverything `dalamodellen check` can say. An error keeps the site from being built; "
        "a warning could be better and may be acknowledged; what is due is caused by time alone; a notice is good to know. Words in braces are filled in.\n\n"
        "| Code | Severity | What | Fix |\n| --- | --- | --- | --- |\n" + "\n".join(rows) + "\n"
    )


def _section(kind: str, place: str, model: type[Part], seen: dict[str, type[Part]]) -> str:
    return f"## {kind}\n\n{_first_line(model)}\n\nFile: {place}\n\n{_fields(model, seen)}\n"


def _first_line(model: type[Part]) -> str:
    return (model.__doc__ or "").strip().split("\n")[0]


def _fields(model: type[Part], seen: dict[str, type[Part]]) -> str:
    rows = ["| Field | Is | Meaning | Unit | Example |", "| --- | --- | --- | --- | --- |"]
    schema = model.model_json_schema()
    for name, field in model.model_fields.items():
        if (
            name in FILLED_BY_READER
            and "id" in model.model_fields
            and name not in schema.get("properties", {})
        ):
            continue
        settings = field.json_schema_extra if isinstance(field.json_schema_extra, dict) else {}
        unit = str(settings.get("unit", "none"))
        example = json.dumps((field.examples or [""])[0], ensure_ascii=False)
        is_what = _type_name(field.annotation, reference_kind(model, name), seen)
        needed = ", required" if field.is_required() and name not in FILLED_BY_READER else ""
        cells = [
            f"`{name}`",
            is_what + needed,
            field.description or "",
            "" if unit == "none" else unit,
            f"`{example}`",
        ]
        rows.append("| " + " | ".join(_cell(cell) for cell in cells) + " |")
    return "\n".join(rows)


def _type_name(annotation: Any, reference: str | None, seen: dict[str, type[Part]]) -> str:
    """Name a type as a writer understands it, and remember the parts it is made of."""
    if reference:
        many = typing.get_origin(annotation) is tuple
        return f"ids of {reference}" if many else f"id of {reference}"
    if typing.get_origin(annotation) in (tuple, list):
        return f"list of {_type_name(typing.get_args(annotation)[0], None, seen)}"
    if isinstance(annotation, type):
        if issubclass(annotation, Part):
            seen.setdefault(annotation.__name__, annotation)
            return annotation.__name__
        if issubclass(annotation, StrEnum):
            return "one of " + ", ".join(f"`{value.value}`" for value in annotation)
        names = {"str": "text", "int": "whole number", "bool": "true or false"}
        names |= {"Decimal": "number", "AnyUrl": "web address", "dict": "fields"}
        return names.get(annotation.__name__, annotation.__name__)
    inner = [arg for arg in typing.get_args(annotation) if arg is not type(None)]
    return _type_name(inner[0], None, seen) if inner else "text"


def _cell(words: str) -> str:
    """Write words as they are read: in a table nothing in them is a link or ends a cell."""
    return re.sub(r"\s+", " ", words).replace("|", "\\|").replace("](", "]\\(").strip()
