# SPDX-License-Identifier: EUPL-1.2
"""The templates of the pages: what they print is escaped, and nothing they name is missing.

A page's template lies here, and what it shares with other pages in the theme, one folder a component.
"""

from __future__ import annotations

from functools import cache

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PackageLoader, StrictUndefined

from dalamodellen.outputs.safe_markdown import Markdown, escape
from dalamodellen.shipped import theme_folder


def _printed(value: object) -> Markdown:
    if value is None:
        message = "a template prints a value that is not there"
        raise ValueError(message)
    return escape(value)


@cache
def environment() -> Environment:
    """Make the template environment: every value printed is escaped, none may be missing."""
    return Environment(
        loader=ChoiceLoader(
            [
                PackageLoader("dalamodellen.outputs", "pages"),
                FileSystemLoader(theme_folder()),
            ]
        ),
        undefined=StrictUndefined,
        finalize=_printed,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701 - `finalize` escapes for Markdown and HTML alike
    )
