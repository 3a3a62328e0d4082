# SPDX-License-Identifier: EUPL-1.2
"""A site with one record of every kind and every field filled, made from the models themselves.

A field that is added tomorrow is filled too.
"""

from __future__ import annotations

import csv
import io
import json
import types
import typing
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from dalamodellen.model.record import Id, Ref
from dalamodellen.model.settings import Settings
from dalamodellen.model.site import COLLECTIONS, TABLES, WRITTEN, Collection
from dalamodellen.model.text import Text
from dalamodellen.model.validation import FILLED_BY_READER, Loc, validate

CODES = {"place": "falun", "sni": "C", "isced_f": "0411"}
"""References to official codes; every other one names the record "a"."""
APPROVED = {"status": "published", "approved_by": "redaktionen", "approved_on": "2026-11-22"}
FIXED: dict[str, Any] = {
    "publication": APPROVED,
    "acknowledged": None,
    "languages": None,
}
"""Fields that decide whether the page is there at all, so they keep one value."""
DEEPEST = 6
"""Levels that are filled; parts of parts go on for ever."""


@dataclass
class Filled:
    """A record with words in every field that takes words."""

    model: type[BaseModel]
    plain: dict[str, Any]
    marked: list[Loc] = field(default_factory=list)
    """The places that hold the words."""


def fill(model: type[BaseModel], words: Callable[[Loc], str], **filled: Any) -> Filled:
    """Fill every field of a model: words where it takes words, else a right value."""
    plain: dict[str, Any] = {}
    marked: list[Loc] = []
    for name, info in model.model_fields.items():
        if name in filled or name in FILLED_BY_READER:
            continue
        if name in FIXED:
            if FIXED[name] is not None:
                plain[name] = FIXED[name]
            continue
        plain[name] = _value(info.annotation, info, (name,), words, marked)
    return _settle(model, plain, marked, filled)


def _settle(
    model: type[BaseModel], plain: dict[str, Any], marked: list[Loc], filled: dict[str, Any]
) -> Filled:
    """Give the fields that refuse such words the example of their model."""
    for _ in range(60):
        record, problems = validate(model, plain, main_language="sv", filled=filled)
        if record is not None:
            return Filled(model, plain, marked)
        for problem in problems:
            loc = problem.loc
            while len(loc) > 1 and not _has(plain, loc):
                loc = loc[:-1]
            _put(plain, loc, _example(model, loc))
            marked[:] = [one for one in marked if one[: len(loc)] != loc]
    raise AssertionError((model.__name__, problems[:3]))


def _value(
    annotation: Any,
    info: FieldInfo | None,
    loc: Loc,
    words: Callable[[Loc], str],
    marked: list[Loc],
) -> Any:
    """Give a value of a type, noting where it holds words."""
    kind = _ref(annotation, info)
    inner = _core(annotation)
    if kind is not None and typing.get_origin(inner) is not tuple:
        return CODES.get(kind, "a")
    if typing.get_origin(inner) is dict:
        return {"summary": "a, Syfte"}
    if typing.get_origin(inner) is tuple:
        item = typing.get_args(inner)[0]
        if len(loc) > DEEPEST:
            return []
        return [CODES.get(kind, "a") if kind else _value(item, None, (*loc, 0), words, marked)]
    if isinstance(inner, type) and issubclass(inner, Text):
        marked.append(loc)
        return words(loc)
    if isinstance(inner, type) and issubclass(inner, BaseModel):
        return {
            name: _value(field_.annotation, field_, (*loc, name), words, marked)
            for name, field_ in inner.model_fields.items()
        }
    if inner is str and annotation is not Id and not _is_id(annotation, info):
        marked.append(loc)
        return words(loc)
    if isinstance(inner, type) and issubclass(inner, Enum):
        return next(iter(inner)).value
    return "a" if _is_id(annotation, info) else (info.examples or [None])[0] if info else None


def _core(annotation: Any) -> Any:
    """Take the type out of Annotated and of "or nothing"."""
    while True:
        origin = typing.get_origin(annotation)
        if origin is typing.Annotated:
            annotation = typing.get_args(annotation)[0]
        elif origin in (typing.Union, types.UnionType):
            annotation = next(one for one in typing.get_args(annotation) if one is not type(None))
        else:
            return annotation


def _metadata(annotation: Any, info: FieldInfo | None) -> Iterator[Any]:
    if info is not None:
        yield from info.metadata
    yield from getattr(annotation, "__metadata__", ())
    for one in typing.get_args(annotation):
        yield from _metadata(one, None)


def _ref(annotation: Any, info: FieldInfo | None) -> str | None:
    return next((m.kind for m in _metadata(annotation, info) if isinstance(m, Ref)), None)


def _is_id(annotation: Any, info: FieldInfo | None) -> bool:
    marks = typing.get_args(Id)[1:]
    return any(mark in marks for mark in _metadata(annotation, info))


def _has(plain: Any, loc: Loc) -> bool:
    for part in loc:
        try:
            plain = plain[part]
        except (KeyError, IndexError, TypeError):
            return False
    return True


def _put(plain: Any, loc: Loc, value: Any) -> None:
    for part in loc[:-1]:
        plain = plain[part]
    plain[loc[-1]] = value


def _example(model: type[BaseModel], loc: Loc) -> Any:
    """Give the example of the field nearest to a place."""
    found: FieldInfo | None = None
    current: Any = model
    rest: Loc = ()
    for number, part in enumerate(loc):
        if isinstance(part, str) and isinstance(current, type) and part in current.model_fields:
            found = current.model_fields[part]
            current = _core(found.annotation)
            rest = loc[number + 1 :]
            if typing.get_origin(current) is tuple:
                current = _core(typing.get_args(current)[0])
    examples = (found.examples or [None]) if found else [None]
    value = examples[0]
    return value[0] if rest and isinstance(value, list) else value


def write_site(root: Path, words: Callable[[Loc], str]) -> dict[str, list[Loc]]:
    """Write one file of every kind, and tell by path where it holds the words."""
    marked: dict[str, list[Loc]] = {}

    def put(path: str, text: str, places: list[Loc]) -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
        marked[path] = places

    settings = fill(Settings, words)
    put("data/site.yml", _yaml(settings.plain), settings.marked)
    for one in COLLECTIONS:
        record = fill(one.model, words, id="a")
        put(f"{one.folder}/a.yml", _yaml(record.plain), record.marked)
    for one in WRITTEN:
        record = fill(one.model, words, id="a", kind=one.kind)
        front = _yaml({"kind": one.kind, **record.plain})
        put(_written_path(one), f"---\n{front}---\n\n## Gör så här\n\nText.\n", record.marked)
    for folder, (_, model) in TABLES.items():
        ids = {"id": "a"} if "id" in model.model_fields else {}
        row = fill(model, words, **ids)
        plain = {**ids, **row.plain}
        plain = {
            name: model.model_fields[name].examples[0] if isinstance(value, dict | list) else value  # type: ignore[index]
            for name, value in plain.items()
        }
        table = io.StringIO()
        writer = csv.writer(table, lineterminator="\n")
        writer.writerow(plain)
        writer.writerow(["" if value is None else value for value in plain.values()])
        put(f"{folder}/a.csv", table.getvalue(), [loc for loc in row.marked if len(loc) == 1])
    return marked


def _written_path(one: Collection) -> str:
    return f"content/{one.kind}/a.md" if one.kind != "lesson" else "content/lektioner/a.md"


def _yaml(plain: dict[str, Any]) -> str:
    """Write JSON values, a field a line: YAML that no word can break."""
    kept = {name: value for name, value in plain.items() if value is not None}
    return "".join(
        f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in kept.items()
    )
