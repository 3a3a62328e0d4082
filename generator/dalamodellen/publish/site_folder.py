# SPDX-License-Identifier: EUPL-1.2
"""Builds beside the published site and swaps it in whole, so that readers never see half a site.

Writes the site folder and, while building, a folder beside it.
"""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

MARK = ".dalamodellen-site"
_MARK_TEXT = "Den här mappen skrivs om av dalamodellen. Lägg inget eget här.\n"
_AT_FDCWD = -100
_EXCHANGE = 2


class ForeignFolderError(Exception):
    """The folder holds something we did not write, so it is left alone."""


def mark_folder(folder: Path) -> None:
    """Mark a folder as written by us, so that the next build may replace it."""
    (folder / MARK).write_text(_MARK_TEXT, encoding="utf-8")


def check_folder(site_dir: Path, root: Path) -> None:
    """See that a folder may be replaced.

    Raises:
        ForeignFolderError: it holds files we did not write, or the sources themselves.
    """
    site_dir, root = site_dir.resolve(), root.resolve()
    sources = [root / "content", root / "data"]
    if root.is_relative_to(site_dir) or any(site_dir.is_relative_to(s) for s in sources):
        raise ForeignFolderError(str(site_dir))
    if site_dir.exists() and not site_dir.is_dir():
        raise ForeignFolderError(str(site_dir))
    if site_dir.is_dir() and any(site_dir.iterdir()) and not (site_dir / MARK).is_file():
        raise ForeignFolderError(str(site_dir))


@contextmanager
def building_folder(site_dir: Path) -> Iterator[Path]:
    """Give an empty folder to build in, and swap it in when all went well.

    Whatever goes wrong inside, or however the process ends, the folder
    `site_dir` holds either the whole old site or the whole new one.
    """
    # A link is followed, so that what is swapped is the folder itself.
    site_dir = site_dir.resolve()
    site_dir.parent.mkdir(parents=True, exist_ok=True)
    _remove_leftovers(site_dir)
    beside = site_dir.parent / f".{site_dir.name}-building-{os.getpid()}"
    shutil.rmtree(beside, ignore_errors=True)
    beside.mkdir()
    try:
        yield beside
        if not (beside / MARK).is_file():
            # Whoever was to build here built elsewhere or not at all.
            raise FileNotFoundError(errno.ENOENT, "nothing was built", str(beside))
        _swap(beside, site_dir)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _swap(new: Path, current: Path) -> None:
    if not current.exists():
        new.rename(current)
    elif not _exchange(new, current):
        # No atomic exchange here: the old site is out of place for an instant only.
        old = new.with_name(f"{new.name}-old")
        shutil.rmtree(old, ignore_errors=True)
        current.rename(old)
        try:
            new.rename(current)
        except OSError:
            old.rename(current)
            raise
        shutil.rmtree(old, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """Swap the names of two folders in one step, where the system can."""
    if not sys.platform.startswith("linux"):
        return False
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    done: int = rename(
        _AT_FDCWD, os.fsencode(one.absolute()), _AT_FDCWD, os.fsencode(other.absolute()), _EXCHANGE
    )
    return done == 0


def _remove_leftovers(site_dir: Path) -> None:
    """Remove what a killed build left behind, and put back a site it had moved away."""
    for folder in site_dir.parent.glob(f".{site_dir.name}-building-*"):
        name = folder.name.removesuffix("-old")
        process = name.rpartition("-")[2]
        if process.isdigit() and _is_running(int(process)):
            continue
        if folder.name.endswith("-old") and not site_dir.exists():
            folder.rename(site_dir)
        else:
            shutil.rmtree(folder, ignore_errors=True)


def _is_running(process: int) -> bool:
    if process == os.getpid():
        return False
    with suppress(ProcessLookupError, PermissionError):
        os.kill(process, 0)
        return True
    return False
