# SPDX-License-Identifier: EUPL-1.2
"""Reads the states that the theme's components are shown in, where the root holds the theme itself.

Reads `theme/components/*/examples.yml`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from dalamodellen.inputs.loaded import Loaded
from dalamodellen.inputs.text_reader import TextFile, find_files, iter_texts
from dalamodellen.inputs.yaml_reader import Node
from dalamodellen.issues import Issue, nearest
from dalamodellen.model.component import Component

FOLDER = "theme/components"
EXAMPLES = "examples.yml"
KIND = "component"

Parse = Callable[[TextFile], Node | None]
Validated = Callable[..., Any]


def read_components(
    root: Path, loaded: Loaded, issues: list[Issue], parse: Parse, validated: Validated
) -> None:
    """Read every component's states; a root without a theme of its own has none.

    Args:
        root: The folder with `data/`, `content/` or both.
        loaded: What is read so far; components are added.
        issues: Everything found; more is added.
        parse: Makes a tree of a file's text.
        validated: Makes a model of a tree.
    """
    if not (root / FOLDER).is_dir():
        return
    files, found = find_files(root, FOLDER)
    issues += found
    paths = [path for path in files if path.name == EXAMPLES]
    for file in iter_texts(root, paths, issues):
        loaded.texts.append(file)
        node = parse(file)
        if node is None:
            continue
        name = file.path.split("/")[-2]
        component = validated(file, Component, node, {"id": name})
        loaded.keep_file((KIND, name), file, node)
        if component is not None:
            loaded.components.append(component)
            issues += _check(component, file, node, loaded)


def _check(component: Component, file: TextFile, node: Node, loaded: Loaded) -> Iterator[Issue]:
    """Each state has a name of its own, and the funders' words it names are there."""
    if not component.states:
        yield file.issue("empty-value", node.find(("states",), at_key=True), name="states")
    profiles = [name for kind, name in loaded.unread if kind == "publicity"]
    lines: dict[str, int] = {}
    for number, state in enumerate(component.states):
        place = node.find(("states", number, "id"))
        if state.id in lines:
            first = str(lines[state.id])
            yield file.issue("duplicate-part", place, name=state.id, first=first)
        lines.setdefault(state.id, place.line)
        named = state.publicity.profile if state.publicity else None
        if named is not None and named not in profiles:
            yield file.issue(
                "unknown-reference",
                node.find(("states", number, "publicity", "profile")),
                kind="publicity",
                name=named,
                file=f"data/publicity/{named}.yml",
                nearest=nearest(named, profiles),
            )
