# SPDX-License-Identifier: EUPL-1.2
"""Holds JSON-LD to schema.org's vocabulary: types, the properties each may have, and what they hold."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

_SCHEMA = "https://schema.org/"
_FORMS = {
    "Date": r"\d{4}-\d\d-\d\d",
    "DateTime": r"\d{4}-\d\d-\d\dT\d\d:\d\d",
    "Duration": r"PT\d+M",
    "URL": r"(?:https?://|\.\./|\./|[a-z0-9-]+[./])[^\s<>\"]*",
    "Text": r"(?s).+",
    "Number": r"\d+(?:\.\d+)?",
}
"""Data types → how a string of them looks."""
_KEYWORDS = {"@language", "@value"}


@cache
def _vocabulary() -> dict[str, Any]:
    text = (Path(__file__).parent / "schemaorg.json").read_text("utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


@cache
def _above(kind: str) -> frozenset[str]:
    """Give a type with all types above it; empty where there is no such type."""
    types = _vocabulary()["types"]
    if kind not in types:
        return frozenset()
    return frozenset([kind]).union(*(_above(one) for one in types[kind]))


def faults(block: dict[str, Any]) -> list[str]:
    """List what the vocabulary does not know in a block of JSON-LD."""
    found = [] if block.get("@context") == "https://schema.org" else ["no context"]
    nodes = block.get("@graph", [block])
    for node in nodes:
        found += _faults({name: said for name, said in node.items() if name != "@context"})
    return found


def nodes_in(value: Any) -> Iterator[dict[str, Any]]:
    """Give every thing in a block, those within others too."""
    for one in value.values() if isinstance(value, dict) else value:
        if isinstance(one, dict | list):
            yield from nodes_in(one)
    if isinstance(value, dict) and "@type" in value:
        yield value


def _faults(node: dict[str, Any]) -> Iterator[str]:
    kind = node.get("@type", "")
    above = _above(kind)
    if not above:
        yield f"no type {kind}"
        return
    for name, said in node.items():
        if name == "@type":
            continue
        rule = _vocabulary()["properties"].get(name)
        if rule is None or above.isdisjoint(rule["on"]):
            yield f"{kind} has no {name}"
            continue
        for value in said if isinstance(said, list) else [said]:
            yield from _faults_of_value(f"{kind}.{name}", value, rule["is"])


def _faults_of_value(where: str, value: Any, allowed: list[str]) -> Iterator[str]:
    if isinstance(value, dict) and value.keys() == _KEYWORDS:
        value = value["@value"]
    if isinstance(value, dict):
        if _above(value.get("@type", "")).isdisjoint(allowed):
            yield f"{where} is no {value.get('@type')}"
        yield from _faults(value)
    elif isinstance(value, bool):
        if "Boolean" not in allowed:
            yield f"{where} is no Boolean"
    elif isinstance(value, int):
        if not {"Integer", "Number"} & set(allowed):
            yield f"{where} is no Number"
    elif not _is_said(value, allowed):
        yield f"{where} is not {value!r}"


def _is_said(value: str, allowed: list[str]) -> bool:
    members = _vocabulary()["members"]
    return any(
        value.removeprefix(_SCHEMA) in members[kind]
        if kind in members
        else re.fullmatch(_FORMS.get(kind, r"(?!)"), value)
        for kind in allowed
    )
