# SPDX-License-Identifier: EUPL-1.2
"""Where a new record goes, what it is called, and whether its name is free.

Looks at the names of the files below `data/` and `content/`, not into them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path

from dalamodellen.model.record import slug
from dalamodellen.model.site import Collection

LONGEST_ID = 60
"""A longer title gives an id of its first words, so that addresses stay short."""
WRITTEN_FOLDERS = {"lesson": "content/lektioner", "post": "content/nytt"}
"""Kind of record written in Markdown → the folder new ones are put in."""


class NoNameError(Exception):
    """A name has no letter or digit that an address can hold."""


class TakenIdError(Exception):
    """A file with the id is there already; the message is its path from the root."""


class OutsideError(Exception):
    """The folder is a shortcut that leads out of the root; the message is its path."""


def tidy_name(name: str) -> str:
    """Give a name as it stands in a title: on one line, with each letter in one piece."""
    whole = "".join(c if c.isprintable() else " " for c in unicodedata.normalize("NFC", name))
    return " ".join(whole.split())


def id_of(name: str) -> str:
    """Make an id of a title; an id stays as it is.

    Raises:
        NoNameError: nothing in the name can be an id.
    """
    bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    if not re.search(r"[a-z0-9æø]", bare.casefold()):
        raise NoNameError(name)
    found = slug(bare)
    if len(found) > LONGEST_ID:
        found = found[: LONGEST_ID + 1].rpartition("-")[0] or found[:LONGEST_ID]
    return found


def find_place(
    root: Path, collection: Collection, record_id: str, kinds: Mapping[str, str]
) -> Path:
    """Find the path of a new record's file.

    Args:
        root: The folder with `data/` and `content/`.
        collection: What kind of record it is.
        record_id: Its id.
        kinds: Path from the root → the kind of record that was read there.

    Raises:
        TakenIdError: a record with the id stands there, or in another folder.
        OutsideError: the folder leads out of the root.
    """
    is_written = collection.kind in WRITTEN_FOLDERS
    folder = root / WRITTEN_FOLDERS.get(collection.kind, collection.folder)
    searched = root / "content" if is_written else folder
    endings = (".md", ".markdown") if is_written else (".yml", ".yaml")
    for path in sorted(searched.rglob("*")):
        shown = path.relative_to(root).as_posix()
        is_other = kinds.get(shown, collection.kind) != collection.kind
        # Some file systems take small and capital letters for the same.
        is_same = path.suffix.lower() in endings and path.stem.casefold() == record_id
        if is_same and (not is_other or path.parent == folder):
            raise TakenIdError(shown)
    if not folder.resolve().is_relative_to(root.resolve()):
        raise OutsideError(folder.relative_to(root).as_posix())
    return folder / f"{record_id}{endings[0]}"
