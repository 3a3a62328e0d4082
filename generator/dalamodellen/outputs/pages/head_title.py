# SPDX-License-Identifier: EUPL-1.2
"""The title in the browser's tab and in lists of links, where there is room for no more than a line."""

from __future__ import annotations

from html import escape

from dalamodellen.model.settings import EXAMPLE_MARK
from dalamodellen.model.site import Site
from dalamodellen.outputs.navigation import site_name
from dalamodellen.outputs.words import translator

LONGEST = 70
"""Signs; search engines and tabs cut what is longer."""


def head_title(site: Site, title: str, language: str, *, is_example: bool = False) -> str:
    """Give a shorter title where the page's and the site's names do not fit together, else "".

    The site's name goes first, then the end of the title. The heading on the page is always whole,
    and a page of made-up examples always says that it is one: those of the demonstration site, and
    others that are marked.
    """
    mark = (
        f" ({translator(language)(EXAMPLE_MARK)})" if is_example or site.settings.is_example else ""
    )
    # As it is printed: an apostrophe takes several signs there.
    if len(escape(f"{title} – {site_name(site, language)[0]}{mark}")) <= LONGEST:
        return ""
    room = LONGEST - len(mark) - (len(escape(title)) - len(title))
    if len(title) > room:
        title = title[: room - 1].rsplit(" ", 1)[0].rstrip(" ,.;:–-") + "…"
    return title + mark
