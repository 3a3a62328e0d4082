# SPDX-License-Identifier: EUPL-1.2
"""Writes files for people to work with: schemas now; new records and imports later.

Writes only into the folder it is given, and never over a file it did not make.
"""

from __future__ import annotations

import json
import os
import stat
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any


class ChangedFileError(Exception):
    """A file was changed by somebody else after it was read."""


_OURS = '"$schema": "https://json-schema.org/'


class ForeignFileError(Exception):
    """A file stands in the way that we did not write."""


def write_schemas(schemas: Mapping[str, Mapping[str, Any]], folder: Path) -> list[Path]:
    """Write one JSON Schema per kind of record.

    Args:
        schemas: Kind → schema.
        folder: Where to write; made if it is not there.

    Raises:
        ForeignFileError: a file of that name is no schema, so it is left as it is.
            Nothing is written then.
    """
    paths = {folder / f"{kind}.schema.json": schema for kind, schema in sorted(schemas.items())}
    for path in paths:
        if path.exists() and _OURS not in path.read_text("utf-8", errors="replace")[:200]:
            raise ForeignFileError(str(path))
    folder.mkdir(parents=True, exist_ok=True)
    for path, schema in paths.items():
        text = json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        path.write_text(text, encoding="utf-8")
    return list(paths)


class TakenPathError(Exception):
    """A file or folder stands where a new one was to be; nothing was written."""


def write_new(path: Path, text: str) -> None:
    """Write a file that was not there, whole or not at all.

    Raises:
        TakenPathError: something stands there already; it is left as it is.
        OSError: it cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        file = path.open("x", encoding="utf-8", newline="\n")
    except FileExistsError as error:
        raise TakenPathError(str(path)) from error
    try:
        with file:
            file.write(text)
    except OSError:
        path.unlink(missing_ok=True)
        raise


def write_new_folder(files: Mapping[str, str], folder: Path) -> None:
    """Write files into a folder that is new or empty, all of them or none.

    Args:
        files: Path within the folder → text.
        folder: Where to write; a folder with nothing but git's own in it counts as empty.

    Raises:
        TakenPathError: something stands there; nothing is written.
        OSError: it cannot be written; what was begun is taken away.
    """
    if folder.exists() and not (folder.is_dir() and _is_empty(folder)):
        raise TakenPathError(str(folder))
    written: list[Path] = []
    try:
        for name, text in files.items():
            write_new(folder / name, text)
            written.append(folder / name)
    except OSError:
        for path in written:
            path.unlink(missing_ok=True)
        raise


def _is_empty(folder: Path) -> bool:
    return all(path.name == ".git" for path in folder.iterdir())


def replace_file(path: Path, before: bytes, after: bytes) -> None:
    """Put new content in the place of what was read, whole or not at all.

    Raises:
        ChangedFileError: the file no longer holds what was read, or has become a
            shortcut to another; it is left as it is.
        OSError: it cannot be written; it is left as it is.
    """
    mode = path.stat().st_mode
    # Whoever may do everything may also write what is write-protected; that is asked for apart.
    if not (mode & stat.S_IWUSR and os.access(path, os.W_OK)):
        raise PermissionError(13, "write-protected", str(path))
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(after)
            file.flush()
            os.fsync(file.fileno())
        beside.chmod(mode)
        if path.is_symlink() or path.read_bytes() != before:
            raise ChangedFileError(str(path))
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
