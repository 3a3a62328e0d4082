# SPDX-License-Identifier: EUPL-1.2
"""Where feeds lie, what names the things in them for ever, and their whole addresses."""

from __future__ import annotations

from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5

from dalamodellen.model.record import slug
from dalamodellen.model.site import Site
from dalamodellen.outputs.navigation import site_name, tree_of
from dalamodellen.outputs.output_file import page_url, way_between

ATOM = "atom.xml"
"""The name of a feed of news, beside the page it belongs to."""
CALENDAR_FILE = "kalender.ics"
"""The name of a calendar that others can subscribe to, beside the page it belongs to."""


def occasion_uri(page_uri: str, name: str) -> str:
    """Give the uri of a file with one occasion, to put in a calendar of one's own.

    Args:
        page_uri: The page of the course or the series.
        name: The occasion's name within it.
    """
    return beside(page_uri, f"tillfalle-{slug(name)}.ics")


def beside(page_uri: str, name: str) -> str:
    """Give the uri of a file that lies beside a page.

    Example: "kommuner/falun/index.md", "kalender.ics" → "kommuner/falun/kalender.ics".
    """
    folder, slash, _ = page_uri.rpartition("/")
    return f"{folder}{slash}{name}"


def whole_address(site: Site, language: str, uri: str) -> str:
    """Give the whole address of a page or file; "" where the site's own is not known."""
    root = site.settings.root_url
    return f"{root}{quote(tree_of(site, language) + _url(uri))}" if root else ""


def address_from(site: Site, language: str, here: str, uri: str) -> str:
    """Give the whole address of a page or file, or the way to it from where the reader is.

    Args:
        site: The checked site.
        language: The language of the tree that both lie in.
        here: The uri of the page or file that names it.
        uri: What is named.
    """
    return whole_address(site, language, uri) or quote(way_between(_url(here), _url(uri)))


def subscription_address(address: str) -> str:
    """Give the address that makes a calendar program subscribe to a calendar at a whole address."""
    return f"webcal{address[address.index(':') :]}"


def site_identity(site: Site) -> str:
    """Name the site as no other is named: its address, or what it is called while it has none.

    The names of all that stands in feeds begin with it, so it must not change with the day, the
    language or the order of files.
    """
    root = site.settings.root_url
    if root:
        return root.partition("://")[2].rstrip("/")
    return f"{slug(site_name(site, site.main_language)[0])}.dalamodellen"


def lasting_id(site: Site, *parts: str) -> str:
    """Give a name that is always the same for the same thing, and no other thing's."""
    return uuid5(NAMESPACE_URL, "/".join(("https:/", site_identity(site), *parts))).urn


def _url(uri: str) -> str:
    return page_url(uri) if uri.endswith(".md") else uri
