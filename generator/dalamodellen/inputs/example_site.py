# SPDX-License-Identifier: EUPL-1.2
"""Where a demonstration site may lie, and the made-up places it knows.

Reads the `data/site.yml` of the demonstration site.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from dalamodellen.inputs.loaded import Loaded
from dalamodellen.inputs.text_reader import TextFile, read_text
from dalamodellen.inputs.yaml_reader import Node, parse_yaml
from dalamodellen.issues import Issue
from dalamodellen.model.place import Place
from dalamodellen.model.settings import Settings
from dalamodellen.model.site import Codes
from dalamodellen.model.validation import validate

_SETTINGS = ("settings", "site")
_SOURCES = ("content", "data")
"""Folders that are read as this site's own."""


def check_example_folder(root: Path, loaded: Loaded) -> Iterator[Issue]:
    """The demonstration site is a folder of its own below the root, and says that it is made up."""
    name = loaded.settings.example_site
    if name is None:
        return
    top, folder = root.resolve(), (root / name).resolve()
    is_own = folder != top and folder.is_relative_to(top)
    if loaded.settings.is_example:
        yield loaded.issue(_SETTINGS, ("example_site",), "example-in-example", name=name)
    elif not is_own or folder.relative_to(top).parts[0] in _SOURCES:
        yield loaded.issue(_SETTINGS, ("example_site",), "example-misplaced", name=name)
    elif not (folder / "data").is_dir():
        yield loaded.issue(_SETTINGS, ("example_site",), "example-missing", name=name)
    elif not _says_it_is_made_up(folder):
        yield loaded.issue(_SETTINGS, ("example_site",), "example-not-marked", name=name)


def _says_it_is_made_up(root: Path) -> bool:
    file, _ = read_text(root, root / "data" / "site.yml")
    node = parse_yaml(file)[0] if file else None
    said = ((node.fields if node else None) or {}).get("is_example")
    if said is None:
        return False
    values = {"is_example": said.plain()}
    settings, _ = validate(Settings, values, main_language="sv", filled={})
    return settings is not None and settings.is_example


def made_up_codes(
    official: Codes, rows: Iterable[tuple[TextFile, Node, Place]]
) -> tuple[Codes, list[Issue]]:
    """Give the codes of a demonstration site: its own places, and no real one.

    A made-up place has neither the name in addresses nor the code of a real one.
    """
    issues = []
    places: dict[str, Place] = {}
    taken = {(place.country, place.code) for place in official.places.values()}
    for file, node, place in rows:
        if place.id in places:
            values = {"name": place.id, "other": file.path}
            issues.append(file.issue("clashing-id", node.find(("id",)), **values))
        elif place.id in official.places:
            issues.append(file.issue("made-up-place-is-real", node.find(("id",)), name=place.id))
        elif (place.country, place.code) in taken:
            code = place.code
            issues.append(file.issue("made-up-place-is-real", node.find(("code",)), name=code))
        places.setdefault(place.id, place)
    return replace(official, places=places, place_aliases={}), issues
