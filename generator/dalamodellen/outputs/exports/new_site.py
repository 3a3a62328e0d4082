# SPDX-License-Identifier: EUPL-1.2
"""The files of a new site's repository: a site that builds at once, and all around it.

Reads `new_site_files/` beside this module.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from dalamodellen.outputs.exports.editor_settings import editor_extensions, editor_settings
from dalamodellen.outputs.exports.schemas import record_schemas

_FILES = Path(__file__).with_name("new_site_files")
_DOT = "dot-"
"""Stands for a point at the beginning of a name, so that our own tools leave the files alone."""


def render_new_site(name: str, version: str) -> dict[str, str]:
    """Give every file of a new site.

    Args:
        name: What the site is called.
        version: The version of this program, which the site is to use.

    Returns:
        Path from the site's folder → text, in order of path.
    """
    files = {
        ".vscode/settings.json": _as_json(editor_settings("schemas")),
        ".vscode/extensions.json": _as_json(editor_extensions()),
    }
    for kind, schema in record_schemas().items():
        files[f"schemas/{kind}.schema.json"] = _as_json(schema)
    for path in _FILES.rglob("*"):
        if path.is_file():
            text = path.read_text("utf-8")
            shown_name = json.dumps(name, ensure_ascii=False) if path.suffix == ".yml" else name
            text = text.replace("__NAME__", shown_name).replace("__VERSION__", version)
            files[_site_path(path)] = text
    return dict(sorted(files.items()))


def _site_path(path: Path) -> str:
    parts = path.relative_to(_FILES).parts
    return "/".join(
        f".{part.removeprefix(_DOT)}" if part.startswith(_DOT) else part for part in parts
    )


def _as_json(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
