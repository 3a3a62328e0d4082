# SPDX-License-Identifier: EUPL-1.2
"""How our own search is asked: the one place that knows its functions.

Reads the pages of a folder.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from peers import Ask

from dalamodellen.build import build_site
from dalamodellen.outputs.search.index import index_pages, search_pages

SITE = "name: Sidor att mäta på\nlanguages: [{language}]\n"


@contextmanager
def ours(folder: Path, language: str) -> Iterator[Ask]:
    """Index a site, or a folder of Markdown; gives a function from a query to the best addresses, best first."""
    with tempfile.TemporaryDirectory() as name:
        root = folder
        if not (folder / "content").is_dir():
            root = Path(name)
            shutil.copytree(folder, root / "content")
            (root / "data").mkdir()
            (root / "data/site.yml").write_text(SITE.format(language=language), "utf-8")
        built = build_site(root, today=date(2026, 12, 1))
        if built.has_errors:
            raise RuntimeError("\n".join(str(issue) for issue in built.issues))
        index = index_pages(file for file in built.files if file.language == language)
    # A site in several languages has all but the first in folders of their own.
    prefix = "" if language == built.site.main_language else f"/{language}"
    yield lambda query: [
        one["url"].removeprefix(prefix) for one in search_pages(index, query, limit=20)["results"]
    ]
