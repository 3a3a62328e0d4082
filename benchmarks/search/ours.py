# SPDX-License-Identifier: EUPL-1.2
"""How our own search is asked: the one place that knows its functions.

Reads the pages of a folder.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

from peers import Ask

from dalamodellen.build import build_site, index_folder, index_pages
from dalamodellen.outputs.search.answers import search_pages


@contextmanager
def ours(folder: Path, language: str) -> Iterator[Ask]:
    """Index a site, or a folder of Markdown; gives a function from a query to the best addresses, best first."""
    prefix = ""
    if (folder / "content").is_dir():
        built = build_site(folder, today=date(2026, 12, 1))
        files = [file for file in built.files if file.language == language]
        index, issues = index_pages(files, replace(built.site, language=language)), built.issues
        issues = tuple(issue for issue in issues if built.has_errors)
        # A site in several languages has all but the first in folders of their own.
        prefix = "" if language == built.site.main_language else f"/{language}"
    else:
        index, issues = index_folder(folder, language)
    if issues:
        raise RuntimeError("\n".join(str(issue) for issue in issues))
    yield lambda query: [
        one["url"].removeprefix(prefix) for one in search_pages(index, query, limit=20)["results"]
    ]
