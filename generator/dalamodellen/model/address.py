# SPDX-License-Identifier: EUPL-1.2
"""Addresses that have been promised: what was published, and where it is found now."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import quote, unquote

from dalamodellen.issues import Source

ADDRESSES_PATH = "data/addresses.txt"
REDIRECTS_PATH = "data/redirects.yml"
EXTERNAL = "https://"
_UNREADABLE = re.compile(
    r"[\x00-\x20\"#%<>?\\^`{|}\x7f-\xa0\xad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]"
)
"""Signs that mean something else in an address, or that nobody sees."""


@dataclass(frozen=True)
class ListedAddress:
    """One line of data/addresses.txt: an address that has been published."""

    address: str
    """From the root of the site. Example: /nb/projekt/tre-m/"""
    source: Source
    """Where it is listed."""


@dataclass(frozen=True)
class Redirect:
    """One line of data/redirects.yml: what had an address, and where it is found now."""

    old: str
    """The address that was. Example: /projekt/gammal/"""
    new: str
    """An address of the site, perhaps with "#anchor", or one that begins with https://."""
    old_source: Source
    """Where the old address is written."""
    new_source: Source
    """Where the new one is written."""
    line: str
    """The line, to quote."""

    @property
    def is_external(self) -> bool:
        """Whether it leads to somebody else's site."""
        return self.new.startswith(EXTERNAL)


def readable_address(path: str) -> str:
    """Write an address in the one form it is listed in.

    Letters stand as they are read, å as å; only signs that mean something else
    in an address, or cannot be seen, are percent-encoded.
    """
    composed = unicodedata.normalize("NFC", path)
    return _UNREADABLE.sub(lambda sign: quote(sign[0], safe=""), composed)


def same_form(written: str) -> str:
    """Bring an address that somebody wrote, percent-encoded or not, to the form of the list."""
    return readable_address(unquote(written))


def encoded_address(address: str) -> str:
    """Percent-encode an address for a computer, as it stands in links and in a sitemap."""
    path, mark, anchor = address.partition("#")
    return quote(unquote(path), safe="/-._~") + (
        mark and mark + quote(unquote(anchor), safe="-._~")
    )


def tidy_address(written: str, site_url: str) -> str:
    """Give the right form of what seems to be meant as an address of the site.

    Args:
        written: What somebody wrote.
        site_url: The address of the whole site, "" when it is not known.

    Returns:
        Such as "/projekt/tre-m/"; "" where it cannot be told.
    """
    text = written.strip().partition("?")[0].replace("\\", "/")
    if site_url and f"{text}/".startswith(site_url):
        text = text.removeprefix(site_url.rstrip("/"))
    elif ":" in text.partition("/")[0] or text.startswith("//"):
        return ""
    path, mark, anchor = text.partition("#")
    path = unquote(path)
    tidied = posixpath.normpath(f"/{path.lstrip('/')}")
    is_folder = path.endswith(("/", "/.", "/..")) or tidied.endswith("/index.html")
    tidied = tidied.removesuffix("index.html") if is_folder else tidied
    if is_folder and not tidied.endswith("/"):
        tidied += "/"
    return readable_address(tidied) + mark + anchor
