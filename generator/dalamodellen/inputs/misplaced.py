# SPDX-License-Identifier: EUPL-1.2
"""What is said of a file below data/ that lies where nothing is read."""

from __future__ import annotations

from collections.abc import Iterable

from dalamodellen.issues import Issue, Source, nearest
from dalamodellen.model.site import COLLECTIONS, TABLES

_SPREADSHEETS = frozenset({"xlsx", "xls", "xlsm", "ods", "numbers"})
_FOLDERS = frozenset(collection.folder for collection in COLLECTIONS)


def tell_misplaced(shown: str, folder: str, read_apart: Iterable[str]) -> Issue:
    """Tell what is wrong with the place or the name of a file below data/, and what may be meant.

    Args:
        shown: The file, from the root.
        folder: Its folder, from the root.
        read_apart: Files of data/ itself that have a meaning.
    """
    if shown.rpartition(".")[2].lower() in _SPREADSHEETS:
        wanted = shown.rpartition("/")[2].rpartition(".")[0]
        return Issue("spreadsheet-file", Source(shown), {"name": shown, "wanted": f"{wanted}.csv"})
    allowed = [*_FOLDERS, *TABLES]
    if folder == "data":
        name = shown.rpartition("/")[2]
        values = {
            "allowed": ", ".join(sorted(allowed)),
            "nearest": nearest(name, [path.removeprefix("data/") for path in read_apart]),
        }
        return Issue("misplaced-file", Source(shown), values)
    if folder in _FOLDERS or folder in TABLES:
        wanted = ".csv" if folder in TABLES else ".yml"
        return Issue("unexpected-file", Source(shown), {"name": shown, "wanted": wanted})
    # Only the name of the folder is compared: every folder begins with "data/".
    name = folder.split("/")[1] if "/" in folder else ""
    near = nearest(name, [one.removeprefix("data/") for one in allowed])
    values = {
        "name": folder,
        "allowed": ", ".join(sorted(allowed)),
        "nearest": next((one for one in allowed if one.endswith(f"/{near}")), ""),
    }
    return Issue("unknown-folder", Source(shown), values)
