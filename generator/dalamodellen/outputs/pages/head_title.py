# SPDX-License-Identifier: EUPL-1.2
"""The title in the browser's tab and in lists of links, where there is room for no more than a line."""

from __future__ import annotations

from dalamodellen.model.settings import EXAMPLE_MARK
from dalamodellen.model.site import Site
from dalamodellen.outputs.fitted_title import fitted_title, whole_title
from dalamodellen.outputs.navigation import site_name
from dalamodellen.outputs.words import translator


def head_title(site: Site, title: str, language: str, *, is_example: bool = False) -> str:
    """Give a shorter title where the page's and the site's names do not fit together, else "".

    The heading on the page is always whole, and a page of made-up examples always says that it is
    one: those of the demonstration site, and others that are marked.
    """
    name = site_name(site, language)[0]
    is_marked = is_example or site.settings.is_example
    mark = translator(language)(EXAMPLE_MARK) if is_marked else ""
    fitted = fitted_title(title, name, mark)
    return "" if fitted == whole_title(title, name, mark) else fitted
