# SPDX-License-Identifier: EUPL-1.2
"""Rules about the order of fields: records of a kind are written alike."""

from __future__ import annotations

from collections.abc import Iterator

from dalamodellen.inputs.fixes.field_order import can_be_ordered, find_order
from dalamodellen.inputs.loaded import Loaded
from dalamodellen.inputs.yaml_reader import Node
from dalamodellen.issues import Issue
from dalamodellen.model.site import Site


def check_field_order(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """Fields stand in the order of the reference; told once per file, where it can be mended."""
    del site
    for key, node in loaded.nodes.items():
        file = loaded.files[key]
        order = find_order(file.path, _kind(node))
        names = list(node.keys)
        if not set(names) <= set(order):
            continue
        places = [order.index(name) for name in names]
        for number, name in enumerate(names):
            before = [place for place in places[:number] if place > places[number]]
            if before and can_be_ordered(file.path, file.text):
                other = order[min(before)]
                yield file.issue("fields-out-of-order", node.keys[name], name=name, other=other)
            if before:
                break


def _kind(node: Node) -> str | None:
    kind = (node.fields or {}).get("kind")
    return kind.scalar if kind is not None else None


RULES = (check_field_order,)
