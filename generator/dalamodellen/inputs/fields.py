# SPDX-License-Identifier: EUPL-1.2
"""Fields of a node that was read: those we know, and those without a value."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dalamodellen.inputs.yaml_reader import Node
from dalamodellen.model.validation import Loc


def only(node: Node, known: dict[str, Any]) -> Node:
    """Give a node with the fields we know, and no others."""
    fields = {name: child for name, child in (node.fields or {}).items() if name in known}
    return Node(node.source, fields=fields, keys=node.keys)


def empty_values(node: Node, loc: Loc = ()) -> Iterator[tuple[Loc, str]]:
    """List the places of values that are not there, each with the name of its field."""
    children: list[tuple[int | str, Node]] = [
        *enumerate(node.items or []),
        *(node.fields or {}).items(),
    ]
    for part, child in children:
        place = (*loc, part)
        if child.scalar is None and child.items is None and child.fields is None:
            yield place, next(str(name) for name in reversed(place) if isinstance(name, str))
        else:
            yield from empty_values(child, place)
