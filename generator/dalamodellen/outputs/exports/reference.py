# SPDX-License-Identifier: EUPL-1.2
"""The reference of records and issues, made from the models so that it cannot rot."""

from __future__ import annotations

import json
import re
import typing
from enum import StrEnum
from typing import Any

from dalamodellen.issues import issue_texts
from dalamodellen.model.accessibility import TEST_PATH, AccessibilityTest
from dalamodellen.model.part import Part
from dalamodellen.model.place import PLACES_PATH, Place
from dalamodellen.model.same_meaning import SYNONYMS_PATH, SearchWords
from dalamodellen.model.settings import Settings
from dalamodellen.model.site import COLLECTIONS, TABLES, WRITTEN
from dalamodellen.model.translation import Translation
from dalamodellen.model.validation import FILLED_BY_READER, reference_kind
from dalamodellen.outputs.field_words import describe_field, describe_model

_ABOUT = (
    "Alla fält i alla slags poster. En YAML-fil är en post, och filens namn är dess id. En text "
    "skrivs på webbplatsens huvudspråk, eller på flera språk: `{sv: …, nb: …, en: …}`. "
    "Ett fält som inte står här är ett fel.\n"
)
_MADE = "<!-- Görs av `make reference`; ändra modellerna, inte den här sidan. -->\n"
_UNITS = {
    "LIX": "LIX",
    "answers": "svar",
    "as the goal's target": "som målet",
    "as the target": "som målet",
    "day of the month": "dag i månaden",
    "level, 1 to 8": "nivå 1 till 8",
    "members of the group": "medlemmar i gruppen",
    "minutes": "minuter",
    "month of the year, 1 to 12": "månad 1 till 12",
    "number, or percent of the denominator": "antal, eller procent av gruppen",
    "occasions": "tillfällen",
    "CSS pixels": "CSS-pixlar",
    "organisations": "organisationer",
    "pages": "sidor",
    "percent": "procent",
    "persons": "personer",
    "seats": "platser",
    "the currency's main unit": "valutans huvudenhet",
    "what the field counts": "det som fältet räknar",
    "year": "år",
}
"""Unit as the models say it → in Swedish."""


def render_record_reference() -> str:
    """Describe every kind of record: where it lies, its fields, their units and examples."""
    parts = [
        "# Poster\n",
        _MADE,
        _ABOUT,
    ]
    seen: dict[str, type[Part]] = {}
    parts.append(_section("site", "data/site.yml", Settings, seen))
    parts.append(_section("accessibility_test", TEST_PATH, AccessibilityTest, seen))
    parts.append(_section("search_words", SYNONYMS_PATH, SearchWords, seen))
    for collection in COLLECTIONS:
        place = f"{collection.folder}/<id>.yml"
        parts.append(_section(collection.kind, place, collection.model, seen))
    for collection in WRITTEN:
        place = f"content/**/<id>.md med `kind: {collection.kind}`"
        parts.append(_section(collection.kind, place, collection.model, seen))
    place = "content/**/<id>.<språk>.md bredvid originalet"
    parts.append(_section("translation", place, Translation, seen))
    for folder, (kind, model) in TABLES.items():
        parts.append(_section(folder.rpartition("/")[2], f"{folder}/<{kind}>.csv", model, seen))
    parts.append(_section("places", PLACES_PATH, Place, seen))
    parts.append("## Värden och delar av poster\n")
    described: set[str] = set()
    while waiting := sorted(seen.keys() - described):
        for name in waiting:
            described.add(name)
            model = seen[name]
            parts.append(f"### {name}\n\n{describe_model(model, 'sv')}\n\n{_fields(model, seen)}\n")
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
        "# Vad kontrollen kan säga\n\n"
        + _MADE
        + "\nAllt som `dalamodellen check` kan säga. Ett fel (error) hindrar att webbplatsen byggs. En varning (warning) kan bli "
        "bättre och kan godtas. En påminnelse (due) beror bara på att tiden har gått. En upplysning (notice) är bra att veta. "
        "Ord inom klamrar fylls i.\n\n"
        "| Kod | Slag | Vad | Gör så här |\n| --- | --- | --- | --- |\n" + "\n".join(rows) + "\n"
    )


def _section(kind: str, place: str, model: type[Part], seen: dict[str, type[Part]]) -> str:
    return f"## {kind}\n\n{describe_model(model, 'sv')}\n\nFil: {place}\n\n{_fields(model, seen)}\n"


def _fields(model: type[Part], seen: dict[str, type[Part]]) -> str:
    rows = ["| Fält | Är | Betyder | Enhet | Exempel |", "| --- | --- | --- | --- | --- |"]
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
        needed = ", krävs" if field.is_required() and name not in FILLED_BY_READER else ""
        cells = [
            f"`{name}`",
            is_what + needed,
            describe_field(model, name, "sv"),
            "" if unit == "none" else _UNITS.get(unit, unit),
            f"`{example}`",
        ]
        rows.append("| " + " | ".join(_cell(cell) for cell in cells) + " |")
    return "\n".join(rows)


def _type_name(annotation: Any, reference: str | None, seen: dict[str, type[Part]]) -> str:
    """Name a type as a writer understands it, and remember the parts it is made of."""
    if reference:
        many = typing.get_origin(annotation) is tuple
        return f"id:n på {reference}" if many else f"id på {reference}"
    if typing.get_origin(annotation) in (tuple, list):
        return f"lista med {_type_name(typing.get_args(annotation)[0], None, seen)}"
    if isinstance(annotation, type):
        if issubclass(annotation, Part):
            seen.setdefault(annotation.__name__, annotation)
            return annotation.__name__
        if issubclass(annotation, StrEnum):
            return "något av " + ", ".join(f"`{value.value}`" for value in annotation)
        names = {"str": "text", "int": "heltal", "bool": "true eller false"}
        names |= {"Decimal": "tal", "AnyUrl": "webbadress", "dict": "fält"}
        return names.get(annotation.__name__, annotation.__name__)
    inner = [arg for arg in typing.get_args(annotation) if arg is not type(None)]
    return _type_name(inner[0], None, seen) if inner else "text"


def _cell(words: str) -> str:
    """Write words as they are read: in a table nothing in them is a link or ends a cell."""
    return re.sub(r"\s+", " ", words).replace("|", "\\|").replace("](", "]\\(").strip()
