# SPDX-License-Identifier: EUPL-1.2
"""A page's title and the site's name on one line, as a browser's tab has room for."""

from __future__ import annotations

from html import escape

LONGEST = 70
"""Signs; search engines and tabs cut what is longer."""


def whole_title(title: str, site_name: str, mark: str = "") -> str:
    """Put the page's title, the site's name and the mark of made-up data after each other."""
    told = f"{title} – {site_name}" if site_name else title
    return f"{told} ({mark})" if mark else told


def fitted_title(title: str, site_name: str, mark: str = "") -> str:
    """Give the same, within `LONGEST`.

    Where there is no room, the site's name goes first, then the end of the title; the mark stays.

    Args:
        title: The page's title.
        site_name: The site's name; "" where it is the title already.
        mark: What says that all is made up, where it is.
    """
    whole = whole_title(title, site_name, mark)
    # As it is printed: an apostrophe takes several signs there.
    if len(escape(whole)) <= LONGEST:
        return whole
    room = LONGEST - len(whole_title("", "", mark)) - (len(escape(title)) - len(title))
    if len(title) > room:
        title = title[: room - 1].rsplit(" ", 1)[0].rstrip(" ,.;:–-") + "…"
    return whole_title(title, "", mark)
