# SPDX-License-Identifier: EUPL-1.2
"""Notices when something the site is made of has changed.

Reads the names and dates of the files below `data/`, `content/` and `theme/`, and of `mkdocs.yml`.
"""

from __future__ import annotations

import re
import stat
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from dalamodellen.inputs.text_reader import is_passed_over
from dalamodellen.shipped import PACKAGE, theme_folder

SOURCES = ("content", "data", "mkdocs.yml")
THEME = "theme"
PAUSE_SECONDS = 0.15
"""Between two looks. Looking costs some milliseconds for a thousand files."""
STILL_SECONDS = 0.08
"""How long nothing may change before a change is taken as finished."""
MOST_LOOKS = 40
"""After so many looks with a change between each, what there is is built."""

Stamps = Mapping[str, tuple[object, ...]]
"""Path as people read it → what is different once the file or folder has changed."""

_EDITORS_OWN = re.compile(r"#.*#|4913|.*___jb_(?:tmp|old)___")
"""Names of files that Emacs, Vim and JetBrains' editors make for a moment while they save."""


def read_stamps(root: Path) -> Stamps:
    """Note how everything the site is made of looks right now, sorted by path.

    What the loader passes over, and what editors make while they save, is left out.
    """
    stamps: dict[str, tuple[object, ...]] = {}
    for name in SOURCES:
        _stamp(root / name, name, stamps)
    if is_theme_edited():
        _stamp(theme_folder(), THEME, stamps)
    return dict(sorted(stamps.items()))


def is_theme_edited() -> bool:
    """Tell whether the theme is a folder people work in, not a part of an installed package."""
    return not theme_folder().is_relative_to(PACKAGE)


def changed_paths(before: Stamps, after: Stamps) -> list[str]:
    """Give the paths that are new, gone or different, sorted."""
    return sorted(
        path for path in before.keys() | after.keys() if before.get(path) != after.get(path)
    )


def wait_for_change(
    look: Callable[[], Stamps], before: Stamps, *, sleep: Callable[[float], None] = time.sleep
) -> Stamps:
    """Wait until something has changed and all has been still for a moment.

    Several files that are saved together are one change, and so is a file
    that is written bit by bit.

    Args:
        look: Notes how everything looks right now.
        before: How everything looked when it was last built.
        sleep: Waits some seconds.

    Returns:
        How everything looks now.
    """
    while True:
        after = look()
        if after != before:
            after = _settled(look, after, sleep)
        # A file that came and went, as editors make them, is no change.
        if after != before:
            return after
        sleep(PAUSE_SECONDS)


def _settled(look: Callable[[], Stamps], before: Stamps, sleep: Callable[[float], None]) -> Stamps:
    for _ in range(MOST_LOOKS):
        sleep(STILL_SECONDS)
        after = look()
        if after == before:
            break
        before = after
    return before


def _stamp(path: Path, shown: str, stamps: dict[str, tuple[object, ...]]) -> None:
    try:
        found = path.stat()
    except OSError:
        if path.is_symlink():
            stamps[shown] = ("leads nowhere",)
        return
    if not stat.S_ISDIR(found.st_mode):
        # The last of them tells even when a program has put the file's own time back.
        stamps[shown] = (
            found.st_mode,
            found.st_ino,
            found.st_size,
            found.st_mtime_ns,
            found.st_ctime_ns,
        )
        return
    # A folder's own time changes with every passing file in it, so its names tell instead.
    stamps[shown] = (found.st_mode,)
    if path.is_symlink() and "/" in shown:
        return
    try:
        names = sorted(one.name for one in path.iterdir())
    except OSError:
        stamps[shown] = ("cannot be read",)
        return
    for name in names:
        if not (is_passed_over(name) or _EDITORS_OWN.fullmatch(name)):
            _stamp(path / name, f"{shown}/{name}", stamps)
