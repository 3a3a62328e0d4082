# SPDX-License-Identifier: EUPL-1.2
"""Where the theme lies, and its style sheets joined: one for the screen, one for paper.

Reads `theme/`.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from dalamodellen.renderers.material_css import material_css, tightened, usable_css
from dalamodellen.shipped import theme_folder

STYLESHEET = "assets/site.css"
PRINT_SHEET = "assets/print.css"
_FOR_PAPER = "components/print/print.css"
_NOT_PUBLISHED = re.compile(r"assets/(?:javascripts|stylesheets)/|assets/images/favicon\.png")
_SOURCES = re.compile(r"components/|search/|tokens\.css|.*\.(?:yml|py)$")


def is_published(uri: str, *, is_ours: bool) -> bool:
    """Tell whether a theme's static file goes to the site as it is."""
    return not (_SOURCES if is_ours else _NOT_PUBLISHED).match(uri)


def is_template(uri: str) -> bool:
    """Tell whether a theme's file is a template, which a renderer fills in."""
    return uri.endswith(".html")


def join_stylesheets(extensions: Collection[str]) -> dict[str, str]:
    """Join Material's style sheet, our tokens and every component's into one text, and one for paper.

    Material's comes in a layer of its own, so that ours win without a fight, and
    without what no page can use. What is for paper waits for nobody who reads on
    a screen; its layer has its place from the first sheet.

    Args:
        extensions: The Markdown extensions that the site uses.

    Returns:
        Address of a sheet → its text.
    """
    folder = theme_folder()
    sheets = [folder / "tokens.css", *sorted((folder / "components").glob("*/*.css"))]
    # A preview may look while somebody moves the theme.
    texts = {
        sheet.relative_to(folder).as_posix(): sheet.read_text("utf-8").strip()
        for sheet in sheets
        if sheet.is_file()
    }
    paper = texts.pop(_FOR_PAPER, "")
    ours = "\n".join(texts.values())
    order = re.match(r"\s*(?:/\*.*?\*/\s*)*(@layer [^;{]+;)", ours, re.DOTALL)
    first = order[1] if order else "@layer material;"
    material = usable_css(material_css(), extensions)
    return {
        STYLESHEET: f"{first}\n@layer material{{{material}}}\n{tightened(ours)}\n",
        PRINT_SHEET: f"{tightened(paper)}\n",
    }
