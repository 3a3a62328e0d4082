# SPDX-License-Identifier: EUPL-1.2
"""One file of the site, before any renderer has seen it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dalamodellen.outputs.share_card import ShareCard

_NOINDEX = re.compile(r'---\n(?:(?!---\n).*\n)*?robots: "noindex"\n')


@dataclass(frozen=True)
class OutputFile:
    """A Markdown page, or an asset that is published as it is."""

    uri: str
    """Path below the site, with "/" between folders. Example: projekt/tre-m/index.md"""
    content: str | bytes | None
    """The text or bytes; None for an asset that is copied from `made_from`."""
    language: str
    """The language of the site it belongs to."""
    made_from: tuple[str, ...] = ()
    """Paths from the root of the files it is made from; empty for what gathers many."""
    title: str = ""
    """The page's title, for lists of pages; empty for assets."""
    is_notice: bool = False
    """Whether it only says that the page is not translated."""
    card: ShareCard | None = None
    """The words of the picture that goes with its link; None where it shares the site's."""

    @property
    def is_page(self) -> bool:
        """Whether a renderer makes HTML of it."""
        return self.uri.endswith(".md")

    @property
    def is_unindexed(self) -> bool:
        """Whether its front matter asks search engines to leave it out."""
        return isinstance(self.content, str) and bool(_NOINDEX.match(self.content))

    @property
    def address(self) -> str:
        """Where readers find it, from the root of the site, such as "/projekt/tre-m/"."""
        return "/" + page_url(self.uri) if self.is_page else "/" + self.uri


def page_url(uri: str) -> str:
    """Turn a page's uri into its address from the root of the site.

    Example: "om/index.md" → "om/", "om/oss.md" → "om/oss/", "index.md" → "".
    """
    stem = uri.removesuffix(".md")
    folder, _, name = stem.rpartition("/")
    if name.lower() in ("index", "readme"):
        return f"{folder}/" if folder else ""
    return f"{stem}/"


def relative_url(from_uri: str, to_uri: str) -> str:
    """Give the way from one page to another page or asset, as a browser walks it.

    Args:
        from_uri: The page the link stands on.
        to_uri: A page's uri, perhaps with "#anchor", or an asset's.
    """
    path, mark, anchor = to_uri.partition("#")
    target = page_url(path) if path.endswith(".md") else path
    return way_between(page_url(from_uri), target) + mark + anchor


def way_between(from_url: str, to_url: str) -> str:
    """Give the way from one url to another, as a browser walks it.

    Example: "projekt/tre-m/", "om/" → "../../om/".
    """
    here = from_url.split("/")[:-1]
    there = to_url.split("/")
    shared = 0
    while shared < len(here) and shared < len(there) - 1 and here[shared] == there[shared]:
        shared += 1
    return "../" * (len(here) - shared) + "/".join(there[shared:]) or "./"
