# SPDX-License-Identifier: EUPL-1.2
"""Reads the versions of briefs that `dalamodellen freeze` keeps. Reads `data/frozen/`."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from dalamodellen.inputs.loaded import Loaded
from dalamodellen.inputs.text_reader import TextFile, iter_texts
from dalamodellen.issues import Issue, Source
from dalamodellen.model.frozen import (
    FOLDER,
    VERSION_FILE,
    FrozenBrief,
    UnreadableVersionError,
    parse_version,
)
from dalamodellen.model.text import LANGUAGES

_TEXTS = {f"{language}.md": language for language in LANGUAGES}


def is_frozen(folder: str) -> bool:
    """Tell whether a folder, by its path from the root, belongs to the versions of briefs."""
    return folder == FOLDER or folder.startswith(f"{FOLDER}/")


def read_frozen(root: Path, files: Iterable[Path], loaded: Loaded, issues: list[Issue]) -> None:
    """Read every version, and tell of those that are not as they were frozen.

    Args:
        root: The folder with `data/`.
        files: All files below `data/`.
        loaded: The versions are added to it.
        issues: What is wrong with them is added to it.
    """
    kept = [path for path in files if is_frozen(path.relative_to(root).parent.as_posix())]
    folders: dict[str, list[TextFile]] = {}
    for file in iter_texts(root, kept, issues):
        loaded.texts.append(file)
        folders.setdefault(file.path.rpartition("/")[0], []).append(file)
    found: dict[str, list[FrozenBrief]] = {}
    for folder, texts in sorted(folders.items()):
        brief = _brief(folder, texts, issues)
        if brief is not None:
            found.setdefault(brief.version.project, []).append(brief)
    loaded.frozen = {name: tuple(briefs) for name, briefs in sorted(found.items())}


def _brief(folder: str, texts: list[TextFile], issues: list[Issue]) -> FrozenBrief | None:
    by_name = {file.path.rpartition("/")[2]: file for file in texts}
    place = Source(f"{folder}/{VERSION_FILE}")
    try:
        version = parse_version(by_name[VERSION_FILE].text)
    except (KeyError, UnreadableVersionError):
        issues.append(Issue("frozen-unreadable", place))
        return None
    if folder != f"{FOLDER}/{version.project}/{version.day.isoformat()}":
        issues.append(Issue("frozen-unreadable", place))
        return None
    brief = FrozenBrief(
        version,
        {_TEXTS[name]: file.text for name, file in sorted(by_name.items()) if name in _TEXTS},
    )
    if not brief.is_as_frozen:
        issues.append(Issue("frozen-changed", place, {"name": _day(version.day)}))
    return brief


def _day(day: date) -> str:
    return day.isoformat()
