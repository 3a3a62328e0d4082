# SPDX-License-Identifier: EUPL-1.2
"""Writes files for people to work with: schemas now; new records and imports later.

Writes only into the folder it is given, and never over a file it did not make.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

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
