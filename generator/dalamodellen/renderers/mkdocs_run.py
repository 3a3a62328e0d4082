# SPDX-License-Identifier: EUPL-1.2
"""Runs MkDocs from our own commands: one build into a folder, or the live preview.

Writes the HTML into the folder it is given.
"""

from __future__ import annotations

import logging
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.commands.serve import serve as mkdocs_serve
from mkdocs.config import load_config
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from dalamodellen.build import Build
from dalamodellen.renderers.mkdocs_plugin import DalamodellenPlugin
from dalamodellen.renderers.settings import NAME, config_file


def render_html(build: Build, target: Path) -> int:
    """Make HTML of a build.

    Args:
        build: What the site consists of; must hold no errors.
        target: An empty folder to write into.

    Returns:
        How many pages were written.
    """
    pages = sum(file.is_page for file in build.files)
    with tempfile.TemporaryDirectory() as empty, _quiet(), _progress(pages) as advance:
        # The main language first: MkDocs empties the folder that the others lie in.
        for language, navigation in build.navigations.items():
            config = load_config(
                config_file=str(config_file(build.root)),
                docs_dir=empty,
                site_dir=str(target / navigation.tree),
                plugins={NAME: {"root": str(build.root)}},
            )
            plugin = config.plugins[NAME]
            if not isinstance(plugin, DalamodellenPlugin):
                raise TypeError(NAME)
            plugin.build = build
            plugin.language = language
            plugin.page_done = advance
            mkdocs_build(config)
    return pages


def serve_html(root: Path, *, host: str, port: int, today: date) -> None:
    """Show the site with its drafts, and build it anew whenever a file changes."""
    _log_to_terminal()
    with tempfile.TemporaryDirectory() as empty:
        options: dict[str, Any] = {"root": str(root), "today": today.isoformat(), "drafts": True}
        mkdocs_serve(
            config_file=str(config_file(root)),
            docs_dir=empty,
            dev_addr=f"{host}:{port}",
            plugins={NAME: options},
        )


@contextmanager
def _quiet() -> Iterator[None]:
    """Let only MkDocs' warnings through, as plain lines; our own issues are already told."""
    logger = logging.getLogger("mkdocs")
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("mkdocs: %(message)s"))
    handler.setLevel(logging.WARNING)
    level, propagate = logger.level, logger.propagate
    logger.addHandler(handler)
    logger.propagate = False
    logger.setLevel(logging.WARNING)
    try:
        yield
    finally:
        logger.removeHandler(handler)
        logger.setLevel(level)
        logger.propagate = propagate


def _log_to_terminal() -> None:
    logger = logging.getLogger("mkdocs")
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(message)s"))
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)


@contextmanager
def _progress(pages: int) -> Iterator[Any]:
    """Show a bar on a terminal, and nothing that moves elsewhere."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda: None
        return
    columns = (TextColumn("Bygger sidor"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("", total=pages)
        yield lambda: bar.advance(task)
