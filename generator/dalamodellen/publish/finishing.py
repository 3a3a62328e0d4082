# SPDX-License-Identifier: EUPL-1.2
"""Puts what no renderer makes into a built site: redirects, sitemap, files for the host.

Writes into the folder of the built site.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from dalamodellen.outputs.output_file import OutputFile

_SITEMAPS = ("sitemap.xml", "sitemap.xml.gz")


def write_beside_pages(files: Iterable[OutputFile], root: Path, html_dir: Path) -> None:
    """Write files at old addresses; where a page stands by now, the page stays.

    Args:
        files: What to write; a file without content is copied from where it is made from.
        root: The folder that sources lie in.
        html_dir: The built site.
    """
    for file in files:
        path = html_dir / file.uri
        if path.exists():
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        if file.content is None:
            shutil.copyfile(root / file.made_from[0], path)
        elif isinstance(file.content, str):
            path.write_text(file.content, encoding="utf-8", newline="\n")


def replace_sitemaps(html_dir: Path, trees: Sequence[str]) -> None:
    """Remove the sitemaps that a renderer has made, one a language: ours names all languages."""
    for tree in trees:
        for name in _SITEMAPS:
            (html_dir / tree / name).unlink(missing_ok=True)


def write_texts(texts: Mapping[str, str], html_dir: Path) -> None:
    """Write texts for machines at the top of the site; an empty one is left out.

    Args:
        texts: Name of the file → its text.
        html_dir: The built site.
    """
    for name, text in texts.items():
        if text:
            (html_dir / name).write_text(text, encoding="utf-8", newline="\n")
