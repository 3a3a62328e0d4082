# SPDX-License-Identifier: EUPL-1.2
"""Runs MkDocs from our own commands: one build into a folder, or a part of one for the preview.

Writes the HTML into the folder it is given.
"""

from __future__ import annotations

import logging
import mmap
import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import cast

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from dalamodellen.build import Build, finish
from dalamodellen.jobs import can_fork, do_in_shares, leave_when_alone
from dalamodellen.renderers.mkdocs_page import Share
from dalamodellen.renderers.mkdocs_plugin import DalamodellenPlugin
from dalamodellen.renderers.settings import NAME, config_file

FEWEST_PAGES = 20
"""For each process beyond the first; fewer are made before it has begun."""
_ABOUT_SHARES = "A 'dirty' build is being performed"
"""What MkDocs says of a run over a part of the pages; there it is meant so."""


def render_html(build: Build, target: Path, jobs: int = 1, *, is_nested: bool = False) -> int:
    """Make HTML of a build, in all its languages, and what belongs beside it.

    Args:
        build: What the site consists of; must hold no errors.
        target: An empty folder to write into.
        jobs: How many processes to share the pages among. What is written is the same.
        is_nested: Whether the site lies in a folder of another.

    Returns:
        How many pages were written.
    """
    pages = sum(file.is_page for file in build.files)
    with tempfile.TemporaryDirectory() as empty:
        may_share = can_fork() and _may_share(build, empty, target)
        jobs = min(jobs, 1 + pages // FEWEST_PAGES) if may_share else 1
        go_on = partial(leave_when_alone, os.getpid())
        with _progress(pages, jobs) as done:

            def make_share(number: int) -> list[_Message]:
                share = Share(number, jobs)
                page_done = partial(done, number)
                return _make_share(build, target, empty, share, go_on=go_on, page_done=page_done)

            told = do_in_shares(make_share, jobs)
    _tell(message for share in told for message in share)
    finish(build, target, is_nested=is_nested)
    return pages


@dataclass(frozen=True, order=True)
class _Message:
    """A warning of MkDocs."""

    tree: str
    """Folder of the language it is about."""
    uri: str
    """The page it is about; empty for the whole site."""
    number: int
    """Which of the page's, from 0."""
    words: str
    """What it says."""


def _make_share(
    build: Build,
    target: Path,
    empty: str,
    share: Share,
    *,
    go_on: Callable[[], None],
    page_done: Callable[[], None],
) -> list[_Message]:
    """Make a part of the pages of every language, the main language first."""
    told: list[_Message] = []
    try:
        for language, navigation in build.navigations.items():
            config = _settings(build, empty, target / navigation.tree)
            plugin = _plugin(config, build, language)
            plugin.share = share
            plugin.go_on = go_on
            plugin.page_done = page_done
            with _listening(config, navigation.tree, told):
                # MkDocs calls it "dirty" when a run makes the files that ask for it, and no others.
                mkdocs_build(config, dirty=share.of > 1)
    except BaseException:
        _tell(told)
        raise
    return told


def render_tree(build: Build, target: Path, language: str, *, only: frozenset[str] | None) -> None:
    """Make HTML of one language, or of some of its files, and nothing beside it.

    Args:
        build: What the site consists of; must hold no errors.
        target: An empty folder, to become that of the whole site.
        language: The language to make.
        only: Uris of the pages and files that are wanted; None for all.
    """
    told: list[_Message] = []
    tree = build.navigations[language].tree
    try:
        with tempfile.TemporaryDirectory() as empty:
            config = _settings(build, empty, target / tree)
            _plugin(config, build, language).only = only
            with _listening(config, tree, told):
                mkdocs_build(config, dirty=only is not None)
    finally:
        _tell(told)


def _plugin(config: MkDocsConfig, build: Build, language: str) -> DalamodellenPlugin:
    plugin = cast("DalamodellenPlugin", config.plugins[NAME])
    plugin.build = build
    plugin.language = language
    plugin.is_alone = False
    return plugin


def _settings(build: Build, empty: str, target: Path) -> MkDocsConfig:
    return load_config(
        config_file=str(config_file(build.root)),
        docs_dir=empty,
        site_dir=str(target),
        plugins={NAME: {"root": str(build.root)}},
    )


def _may_share(build: Build, empty: str, target: Path) -> bool:
    """Tell whether pages can be made apart: nothing in the settings wants to see them all."""
    config = _settings(build, empty, target)
    follows_anchors = config.validation.links.anchors >= logging.WARNING
    return not (config.hooks or config.theme.custom_dir or follows_anchors)


def _tell(messages: Iterable[_Message]) -> None:
    """Tell MkDocs' warnings, by page; what every share says of the whole site is told once."""
    for message in sorted(set(messages)):
        print(f"mkdocs: {message.words}", file=sys.stderr)  # noqa: T201 - as a log handler would


@contextmanager
def _listening(config: MkDocsConfig, tree: str, told: list[_Message]) -> Iterator[None]:
    """Keep MkDocs' warnings, to be told in order; our own issues are told already."""

    def keep(record: logging.LogRecord) -> bool:
        page = config._current_page  # noqa: SLF001 - MkDocs tells its plugins in no other way
        uri = page.file.src_uri if page else ""
        if _ABOUT_SHARES not in record.getMessage():
            number = sum((one.tree, one.uri) == (tree, uri) for one in told)
            told.append(_Message(tree, uri, number, record.getMessage()))
        return False

    logger = logging.getLogger("mkdocs")
    handler = logging.Handler(logging.WARNING)
    handler.addFilter(keep)
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


@contextmanager
def _progress(pages: int, jobs: int) -> Iterator[Callable[[int], None]]:
    """Show a bar on a terminal, and nothing that moves elsewhere.

    Gives a function to call, with the number of the share, when a page is done.
    """
    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda _: None
        return
    # Memory that the processes share: each counts its own pages, and the first one shows the sum.
    counts = memoryview(mmap.mmap(-1, 8 * jobs)).cast("Q")
    columns = (TextColumn("Bygger sidor"), BarColumn(), MofNCompleteColumn())
    # No thread that draws by itself: a process with threads cannot be copied.
    with Progress(*columns, console=console, transient=True, auto_refresh=False) as bar:
        task = bar.add_task("", total=pages)

        def count(share: int) -> None:
            counts[share] += 1
            if share == 0:
                bar.update(task, completed=sum(counts), refresh=counts[0] % 8 == 0)

        yield count
