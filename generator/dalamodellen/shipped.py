# SPDX-License-Identifier: EUPL-1.2
"""Where the files lie that are shipped with the package: the theme and the renderer's settings.

Reads nothing but which of two places there is.
"""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def package_file(name: str) -> Path:
    """Give the path of a file or folder that is shipped with the package.

    In a wheel it lies inside the package; in a clone, at the top.
    """
    inside = PACKAGE / name
    return inside if inside.exists() else PACKAGE.parent.parent / name


def theme_folder() -> Path:
    """Give the folder of our templates, styles and fonts."""
    return package_file("theme")
