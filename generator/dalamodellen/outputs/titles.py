# SPDX-License-Identifier: EUPL-1.2
"""The titles of all pages in one small file per language, for the search box to look in."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from urllib.parse import quote

from dalamodellen.model.alphabet import sort_key
from dalamodellen.model.settings import EXAMPLE_MARK
from dalamodellen.outputs.output_file import OutputFile, page_url
from dalamodellen.outputs.pages.a_to_z import KINDS
from dalamodellen.outputs.pages.page import URIS
from dalamodellen.outputs.words import translator

URI = "assets/titles.json"
"""Where the file lies in the tree of each language."""
_OF_RECORD = {
    uri.partition("/")[0]: kind for kind, uri in URIS.items() if uri.endswith("/index.md")
}
_TITLE_LANGUAGE = re.compile(r'---\n(?:(?!---\n).*\n)*?title_language: "(\w+)"\n')


def render_titles(
    files: Sequence[OutputFile], language: str, *, is_example: bool = False
) -> OutputFile:
    """List title, address and kind of every page, in the order of the alphabet.

    Addresses start at the top of the language's tree, so they work below any
    path. A page that only says that it is not translated is left out, and one
    that asks not to be indexed. A title in another language than the page's says which.

    Args:
        files: The pages and assets in the language.
        language: The language of the pages.
        is_example: Whether all of it is made up, which the file then says first.
    """
    translate = translator(language)
    pages = [file for file in files if _is_listed(file)]
    pages.sort(key=lambda file: (sort_key(file.title, language), file.uri))
    kinds = sorted({_kind(file) for file in pages})
    rows = [
        [file.title, quote(page_url(file.uri)) or "./", kinds.index(_kind(file)), *_language(file)]
        for file in pages
    ]
    mark = {"about": EXAMPLE_MARK} if is_example else {}
    titles = {**mark, "kinds": [translate(kind) for kind in kinds], "pages": rows}
    text = json.dumps(titles, ensure_ascii=False, separators=(",", ":"))
    return OutputFile(URI, f"{text}\n", language)


def _is_listed(file: OutputFile) -> bool:
    """Whether a page is looked for by its title: not what search engines leave out."""
    return file.is_page and bool(file.title) and not file.is_notice and not file.is_unindexed


def _kind(file: OutputFile) -> str:
    """Give the word for what a page is about, as the list from A to Ö has it."""
    folder, _, rest = file.uri.partition("/")
    is_record = folder in _OF_RECORD and rest.count("/") == 1
    return KINDS[_OF_RECORD[folder]] if is_record else KINDS["page"]


def _language(file: OutputFile) -> list[str]:
    """Give the language of a title, where it is not the page's own."""
    found = _TITLE_LANGUAGE.match(file.content) if isinstance(file.content, str) else None
    return [found[1]] if found else []
