# SPDX-License-Identifier: EUPL-1.2
"""The renderer's settings: the root's own mkdocs.yml when it names us, else the package's.

Reads mkdocs.yml.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from dalamodellen.shipped import package_file

NAME = "dalamodellen"
"""What the plugin is called in mkdocs.yml."""


class SettingsError(Exception):
    """A root's own mkdocs.yml holds what only MkDocs can read; the message says what."""


def config_file(root: Path) -> Path:
    """Choose the renderer's settings: the root's own when they name us, else the package's."""
    own = root / "mkdocs.yml"
    if own.is_file() and _names_us(own):
        return own
    return package_file("mkdocs.yml")


def _names_us(path: Path) -> bool:
    try:
        settings = yaml.load(path.read_text("utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506 - text only
    except (yaml.YAMLError, UnicodeDecodeError):
        return False
    plugins = settings.get("plugins") if isinstance(settings, dict) else None
    return any(NAME in plugin for plugin in plugins or ())


def read_settings(root: Path) -> dict[str, Any]:
    """Read the settings as plain values, to hand them on to another renderer.

    Raises:
        SettingsError: they hold what is no plain value, such as a Python function.
    """
    path = config_file(root)
    try:
        settings = yaml.safe_load(path.read_text("utf-8"))
    except yaml.YAMLError as error:
        raise SettingsError(f"{path.name}: {error}") from error
    return dict(settings)
