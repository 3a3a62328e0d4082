# SPDX-License-Identifier: EUPL-1.2
"""How our own search is asked: the one place that knows its functions.

Reads the pages of a folder.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dalamodellen.build import index_folder
from dalamodellen.outputs.search.answers import search_pages

from peers import Ask


@contextmanager
def ours(folder: Path, language: str) -> Iterator[Ask]:
    """Index the pages of a folder; gives a function from a query to the ten best addresses, best first."""
    index, issues = index_folder(folder, language)
    if issues:
        raise RuntimeError("\n".join(str(issue) for issue in issues))
    yield lambda query: [one["url"] for one in search_pages(index, query, limit=10)["results"]]
