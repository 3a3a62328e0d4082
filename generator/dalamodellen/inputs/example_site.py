# SPDX-License-Identifier: EUPL-1.2
"""Where a demonstration site may lie, and the made-up places it knows.

Reads its `data/places.csv` and, from the real site, its `data/site.yml`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from dalamodellen.inputs.csv_reader import parse_csv
from dalamodellen.inputs.loaded import Loaded
from dalamodellen.inputs.text_reader import TextFile, is_own_file, iter_texts, read_text
from dalamodellen.inputs.yaml_reader import Node, parse_yaml
from dalamodellen.issues import Issue
from dalamodellen.model.place import PLACES_PATH, Place
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


def read_places(root: Path, loaded: Loaded) -> list[Issue]:
    """Read the places of a demonstration site, which knows them and no real ones.

    A made-up place has neither the name in addresses nor the code of a real one.
    """
    issues: list[Issue] = []
    path = root / PLACES_PATH
    places: dict[str, Place] = {}
    for file in iter_texts(root, [path] if is_own_file(path) else [], issues):
        loaded.texts.append(file)
        if not loaded.settings.is_example:
            return [file.issue("places-outside-example")]
        rows, found = parse_csv(file)
        issues += found
        for node in rows:
            place, problems = validate(Place, node.plain(), main_language="sv", filled={})
            for problem in problems:
                source = node.find(problem.loc, at_key=problem.code == "unknown-field")
                issues.append(file.issue(problem.code, source, **problem.values))
            if place is not None:
                issues += _taken(file, node, place, loaded.codes, places)
                places.setdefault(place.id, place)
    if loaded.settings.is_example:
        loaded.codes = replace(loaded.codes, places=places, place_aliases={})
    return issues


def _taken(
    file: TextFile, node: Node, place: Place, official: Codes, seen: Mapping[str, Place]
) -> Iterator[Issue]:
    codes = {(one.country, one.code) for one in official.places.values()}
    if place.id in seen:
        yield file.issue("clashing-id", node.find(("id",)), name=place.id, other=file.path)
    elif place.id in official.places:
        yield file.issue("made-up-place-is-real", node.find(("id",)), name=place.id)
    elif (place.country, place.code) in codes:
        yield file.issue("made-up-place-is-real", node.find(("code",)), name=place.code)
