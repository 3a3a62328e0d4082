# SPDX-License-Identifier: EUPL-1.2
"""The live preview: builds the site anew when a file changes, and shows what is wrong in the page.

Writes into a temporary folder that is removed at the end, and nowhere else.
"""

from __future__ import annotations

import os
import tempfile
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from dalamodellen.build import Build, build_site
from dalamodellen.issues import Issue, has_errors, sort_issues
from dalamodellen.outputs.preview.panel import State, render_alone, render_panel
from dalamodellen.renderers.preview_changes import (
    Stamps,
    changed_paths,
    read_stamps,
    wait_for_change,
)
from dalamodellen.renderers.preview_faults import (
    check_renderer_files,
    issue_of,
    listening_to_renderer,
)
from dalamodellen.renderers.preview_pages import PreviewPages
from dalamodellen.renderers.preview_server import PreviewServer, Shown

TRIES = 3
"""How many times a build that stops while files are changing is begun anew before it is told."""


@dataclass(frozen=True)
class Round:
    """One build of the preview, to tell of in the terminal."""

    changed: tuple[str, ...]
    """What had changed; nothing the first time."""
    issues: tuple[Issue, ...]
    """Everything found, by place."""
    language: str
    """The language to tell it in."""
    pages: int
    """How many pages were made anew."""
    seconds: float
    """How long it took."""
    fault: str = ""
    """The traceback of an error in the program itself; "" when there was none."""


class Preview:
    """What one run of the preview keeps between builds."""

    def __init__(self, root: Path, home: Path, shown: Shown, day: Callable[[], date]) -> None:
        self.root = root
        self.day = day
        """Gives the day to build for; asked again each time, as a preview may run past midnight."""
        self.shown = shown
        self.pages = PreviewPages(home)
        self.language = "sv"
        self.stamps: Stamps = {}
        """How the files looked when the last build began."""

    def run(self) -> Iterator[Round]:
        """Build, and build again after every change. Never ends by itself."""
        self.stamps = read_stamps(self.root)
        yield self._round(())
        while True:
            before = self.stamps
            self.stamps = wait_for_change(lambda: read_stamps(self.root), before)
            yield self._round(tuple(changed_paths(before, self.stamps)))

    def _round(self, changed: tuple[str, ...]) -> Round:
        started = time.perf_counter()
        self.pages.made = 0
        issues, fault = self._build()
        pages = 0 if fault or has_errors(issues) else self.pages.made
        seconds = time.perf_counter() - started
        return Round(changed, issues, self.language, pages, seconds, fault)

    def _build(self) -> tuple[tuple[Issue, ...], str]:
        """Build once, and let browsers see what came of it."""
        issues: tuple[Issue, ...] = ()
        for left in reversed(range(TRIES)):
            try:
                return self._build_once(), ""
            except Exception as error:  # noqa: BLE001 - told in full, and the preview goes on
                stamps = read_stamps(self.root)
                if left and stamps != self.stamps:
                    # A file went away while it was read, perhaps. The new state tells.
                    self.stamps = stamps
                    continue
                fault = "".join(traceback.format_exception(error))
                self._show_issues(issues, _last_line(error))
                return issues, fault
        raise AssertionError

    def _build_once(self) -> tuple[Issue, ...]:
        build = build_site(self.root, today=self.day(), shows_drafts=True)
        self.language = build.site.main_language
        issues = tuple(sort_issues([*build.issues, *check_renderer_files(self.root)]))
        if not has_errors(issues):
            with listening_to_renderer() as told:
                try:
                    self._show_pages(build, issues)
                except Exception as error:
                    issue = issue_of(error, self.root, told)
                    if issue is None:
                        raise
                    issues = tuple(sort_issues([*issues, issue]))
        if has_errors(issues):
            self._show_issues(issues, "")
        return issues

    def _show_pages(self, build: Build, issues: tuple[Issue, ...]) -> None:
        """Show the pages of a build, each language as soon as it is made."""
        shown = self.shown
        trees = {language: build.navigations[language].tree for language in build.languages}
        with shown.changed:
            if shown.folder is None:
                shown.trees, shown.waiting = tuple(trees.values()), frozenset(trees.values())
            shown.prefix = urlsplit(build.navigation.url).path.rstrip("/")
            first = shown.looked_at
        order = sorted(trees, key=lambda language: trees[language] != first)
        panel = render_panel(issues, self.language)
        left = set(trees.values())
        is_told_anew = panel != shown.panel or shown.folder is None
        for language, is_made in self.pages.update(build, self.stamps, order):
            with shown.changed:
                left.discard(trees[language])
                shown.folder, shown.trees = self.pages.folder, tuple(trees.values())
                shown.waiting = frozenset(left) & (shown.waiting or frozenset())
                shown.panel = panel
                if is_made or is_told_anew:
                    shown.show(trees[language])

    def _show_issues(self, issues: tuple[Issue, ...], fault: str) -> None:
        """Show what is wrong above the last good pages, or alone if there are none."""
        shown = self.shown
        state: State = "none" if shown.folder is None else "old"
        is_alone = shown.folder is None
        panel = render_panel(issues, self.language, state=state, fault=fault, is_alone=is_alone)
        with shown.changed:
            shown.panel = panel if not is_alone else ""
            shown.alone = render_alone(panel, self.language).encode() if is_alone else b""
            shown.waiting = frozenset()
            for tree in shown.trees:
                shown.show(tree)


@contextmanager
def open_preview(
    root: Path, *, host: str, port: int, day: Callable[[], date]
) -> Iterator[tuple[PreviewServer, Iterator[Round]]]:
    """Listen on an address, and give the builds of the preview as they are done.

    Args:
        root: The folder with `data/`, `content/` or both.
        host: The name or number to listen on.
        port: The port; 0 for any free one.
        day: Gives the day to build for.

    Yields:
        The server, which already answers, and the builds. The first begins when
        it is asked for.

    Raises:
        OSError: it is not possible to listen there.
    """
    shown = Shown(os.urandom(4).hex())
    panel = render_panel((), "sv", state="starting", is_alone=True)
    shown.building = render_alone(panel, "sv").encode()
    with (
        tempfile.TemporaryDirectory(prefix="dalamodellen-") as home,
        PreviewServer(host, port, shown) as server,
    ):
        thread = threading.Thread(target=server.serve_forever, args=(0.1,), daemon=True)
        thread.start()
        try:
            yield server, Preview(root, Path(home), shown, day).run()
        finally:
            server.shutdown()


def _last_line(error: BaseException) -> str:
    return "".join(traceback.format_exception_only(error)).strip().rpartition("\n")[2]
