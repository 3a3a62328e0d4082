# SPDX-License-Identifier: EUPL-1.2
"""Leaves the indentation of the theme's templates out of the pages."""

from __future__ import annotations

import re
from typing import TypeAlias

from jinja2 import Environment
from jinja2.ext import Extension

Templates: TypeAlias = Environment
"""What reads a theme's templates."""

_INDENTATION = re.compile(r"^[ \t]+", re.MULTILINE)


class Unindented(Extension):
    """Read templates without the spaces their lines begin with.

    They are for who reads the template; each page would carry them. A template of the theme
    holds no text where spaces at the beginning of a line count, and what it prints is not touched.
    """

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """Give the source that is to be compiled; lines keep their numbers."""
        del name, filename
        return _INDENTATION.sub("", source)


def unindent(templates: Templates) -> Templates:
    """Make templates that are read from now on leave out their indentation."""
    templates.add_extension(Unindented)
    return templates
