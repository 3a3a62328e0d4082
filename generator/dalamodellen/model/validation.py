# SPDX-License-Identifier: EUPL-1.2
"""From plain text values to frozen records, and every problem on the way as a code."""

from __future__ import annotations

import re
import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from dalamodellen.issues import nearest
from dalamodellen.model.record import Ref
from dalamodellen.model.text import Text

Loc = tuple[int | str, ...]
PartType = TypeVar("PartType", bound=BaseModel)

FILLED_BY_READER = frozenset({"id", "body", "uri"})
"""Fields of records that come from the file itself, so nobody writes them."""

_CODES = {
    "extra_forbidden": "unknown-field",
    "missing": "missing-field",
    "enum": "unknown-value",
    "literal_error": "unknown-value",
    "model_type": "not-fields",
    "model_attributes_type": "not-fields",
    "dict_type": "not-fields",
    "tuple_type": "not-a-list",
    "list_type": "not-a-list",
    "string_type": "not-text",
    "string_too_short": "empty-value",
    "too_short": "empty-value",
    "too_long": "too-long",
    "string_too_long": "too-long",
    "bool_parsing": "not-yes-or-no",
    "bool_type": "not-yes-or-no",
}


@dataclass(frozen=True)
class FieldProblem:
    """What is wrong with one field, and the way to it through the record."""

    loc: Loc
    """Field names and list numbers from the top of the record."""
    code: str
    """An issue code."""
    values: Mapping[str, str]
    """What the issue's texts name."""


def validate(
    model: type[PartType], plain: Any, *, main_language: str, filled: Mapping[str, Any]
) -> tuple[PartType | None, list[FieldProblem]]:
    """Make a frozen record of plain values.

    Args:
        model: What to make.
        plain: Text, lists and dicts, as they were written.
        main_language: The language of texts that do not name theirs.
        filled: Fields the reader itself knows, such as the id.

    Returns:
        The record, or None when a problem keeps it from being made, and all problems.
    """
    given = plain if isinstance(plain, dict) else {}
    ours = FILLED_BY_READER & filled.keys()
    problems = [
        FieldProblem((name,), "id-in-record", {"name": name})
        for name in sorted(ours & given.keys())
    ]
    values = {**given, **filled}
    try:
        record = model.model_validate(values, context={"main_language": main_language})
    except ValidationError as error:
        details = error.errors(include_url=False)
        problems += [_problem(model, values, dict(detail)) for detail in details]
        return None, problems
    return (None if problems else record), problems


def salvage(
    model: type[PartType],
    plain: Mapping[str, Any],
    problems: list[FieldProblem],
    *,
    main_language: str,
    filled: Mapping[str, Any],
) -> tuple[PartType | None, frozenset[str]]:
    """Make a record of the fields that are right, so that their rules can be run all the same.

    A required field that is missing or wrong gets its example; a publication
    that cannot be read counts as published. Such a record is never rendered.

    Returns:
        The record, or None when too little is right, and the fields that were left out.
    """
    left_out = {
        str(
            problem.values["name"]
            if problem.code == "missing-field" and not problem.loc
            else problem.loc[0]
        )
        for problem in problems
        if problem.loc or problem.code == "missing-field"
    }
    kept = {name: value for name, value in plain.items() if name not in left_out}
    for name, field in model.model_fields.items():
        if name in left_out and field.is_required() and name not in filled:
            kept[name] = (field.examples or [""])[0]
    if "publication" in left_out:
        kept["publication"] = {
            "status": "published",
            "approved_by": "-",
            "approved_on": "2000-01-01",
        }
    record, remaining = validate(model, kept, main_language=main_language, filled=filled)
    return (None if remaining else record), frozenset(left_out)


def _problem(model: type[BaseModel], plain: Any, detail: dict[str, Any]) -> FieldProblem:
    loc: Loc = detail["loc"]
    kind: str = detail["type"]
    given = detail.get("input")
    name = str(loc[-1]) if kind == "missing" else _written_name(plain, loc)
    values = {"name": name, "given": _shown(given)}
    context = {key: str(value) for key, value in (detail.get("ctx") or {}).items()}
    if kind == "extra_forbidden":
        return _unknown_field(model, loc)
    if "-" in kind:
        # A code of our own, raised by a model: its context holds the words.
        return FieldProblem(loc, kind, {**values, **context})
    if kind == "missing":
        return FieldProblem(loc[:-1], "missing-field", values)
    if given is None and kind != "missing":
        return FieldProblem(loc, "empty-value", values)
    if kind in ("enum", "literal_error"):
        allowed = re.findall(r"'([^']*)'", context["expected"])
        values |= {"allowed": ", ".join(allowed), "nearest": nearest(str(given), allowed)}
    elif kind.startswith(("decimal", "int", "float", "finite")):
        return FieldProblem(loc, "not-a-number", values)
    elif kind.startswith("url"):
        return FieldProblem(loc, "not-an-address", values)
    elif kind == "model_type" and _is_words(model_at(model, loc)):
        return FieldProblem(loc, "not-text", values)
    return FieldProblem(loc, _CODES.get(kind, "invalid-value"), values)


def _is_words(model: type[BaseModel] | None) -> bool:
    return model is not None and issubclass(model, Text)


def _written_name(plain: Any, loc: Loc) -> str:
    """Give the name of the innermost field on a way that its writer did write."""
    name = ""
    for part in loc:
        if isinstance(plain, dict) and part in plain:
            name = str(part)
            plain = plain[part]
        elif isinstance(plain, list | tuple) and isinstance(part, int) and part < len(plain):
            plain = plain[part]
    return name or next((str(part) for part in reversed(loc) if isinstance(part, str)), "")


def _shown(given: Any) -> str:
    """Give a written value in a length that fits a message."""
    if isinstance(given, list | tuple):
        given = f"[{', '.join(_shown(one) for one in given)}]"
    elif isinstance(given, dict):
        given = "{" + ", ".join(f"{key}: {_shown(one)}" for key, one in given.items()) + "}"
    text = " ".join(str(given).split()) if isinstance(given, str | int | float) else ""
    longest = 60
    return text if len(text) <= longest else text[: longest - 1] + "…"


def _unknown_field(model: type[BaseModel], loc: Loc) -> FieldProblem:
    holder = model_at(model, loc[:-1])
    allowed = sorted(set(holder.model_fields) - FILLED_BY_READER) if holder else []
    name = str(loc[-1])
    values = {
        "name": name,
        "allowed": ", ".join(allowed),
        "nearest": nearest(name, allowed),
        "kind": _kind_name(holder or model),
    }
    return FieldProblem(loc, "unknown-field", values)


def _kind_name(model: type[BaseModel]) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", model.__name__).lower()


def model_at(model: type[BaseModel], loc: Loc) -> type[BaseModel] | None:
    """Find the model of the value at a place in a record of type `model`."""
    current: type[BaseModel] | None = model
    for part in loc:
        if isinstance(part, int) or current is None:
            continue
        field = current.model_fields.get(part)
        current = _inner_model(field.annotation) if field else None
    return current


def _inner_model(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for inner in typing.get_args(annotation):
        found = _inner_model(inner)
        if found:
            return found
    return None


@cache
def reference_kind(model: type[BaseModel], name: str) -> str | None:
    """Tell which kind of record a field's ids must name; None when it holds no ids."""
    return _ref_in(model.model_fields[name])


def _ref_in(annotation: Any) -> str | None:
    metadata = annotation.metadata if isinstance(annotation, FieldInfo) else ()
    inner = annotation.annotation if isinstance(annotation, FieldInfo) else annotation
    for mark in (*metadata, *getattr(inner, "__metadata__", ())):
        if isinstance(mark, Ref):
            return mark.kind
    if isinstance(inner, type):
        return None
    for part in typing.get_args(inner):
        found = _ref_in(part)
        if found:
            return found
    return None


def references(part: BaseModel, loc: Loc = ()) -> Iterator[tuple[Loc, str, str]]:
    """List every reference in a record: its place, the kind it names, and the id."""
    for name in type(part).model_fields:
        value = getattr(part, name)
        if value is None or value == ():
            continue
        kind = reference_kind(type(part), name)
        for place, single in _each(value, (*loc, name)):
            if isinstance(single, BaseModel):
                yield from references(single, place)
            elif kind and isinstance(single, str):
                yield place, kind, single


def texts(part: BaseModel, loc: Loc = ()) -> Iterator[tuple[Loc, BaseModel | str]]:
    """List every string in a record with its place; ids and addresses are left out."""
    for name in type(part).model_fields:
        value = getattr(part, name)
        if value is None or name == "body" or reference_kind(type(part), name):
            continue
        for place, single in _each(value, (*loc, name)):
            if isinstance(single, BaseModel):
                yield from texts(single, place)
            elif type(single) is str:
                yield place, single


def _each(value: Any, loc: Loc) -> Iterator[tuple[Loc, Any]]:
    if isinstance(value, tuple):
        for number, single in enumerate(value):
            yield (*loc, number), single
    elif isinstance(value, dict):
        for key, single in value.items():
            yield (*loc, key), single
    else:
        yield loc, value
