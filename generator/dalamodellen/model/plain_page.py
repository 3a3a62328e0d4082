# SPDX-License-Identifier: EUPL-1.2
"""A Markdown file in a folder that is no site of ours, for those who only want to search it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class PlainPage:
    """A Markdown file as it stands."""

    path: str
    """Path from the folder, with "/" between folders. Example: ekonomi/moms.md"""
    title: str
    """Its title: from the front matter, its first heading, or its name."""
    body: str
    """Its Markdown, without front matter."""
    keywords: tuple[str, ...] = ()
    """Other words for what it is about."""
    description: str = ""
    """What it is about, where the front matter tells."""
    language: str = ""
    """Its language, where the front matter or the file's name tells; "" where nobody does."""
