# SPDX-License-Identifier: EUPL-1.2
"""Gathers what all workers saw of the site with axe, and has it written down once.

Writes through `accessibility_report`, at the end of a thorough run that showed every page.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import astuple
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from accessibility_report import PageView, Tools, write_report

NAME = "accessibility-run"
"""What the plugin is registered as, for the fixture `accessibility_run`."""
_OUTPUT = "accessibility_run"
Shown = tuple[str, int, str]
"""A page's address, a width and a scheme."""


class AccessibilityRun:
    """What one process has seen; in the one that leads the workers, what all of them have seen.

    A class because pytest's plugins are: it calls the methods by their names.
    """

    def __init__(self, root: Path, day: date, *, is_thorough: bool) -> None:
        self.root = root
        self.day = day
        self.is_thorough = is_thorough
        self.views: list[PageView] = []
        self.wanted: set[Shown] = set()
        self.tools: Tools | None = None
        self.said = ""

    def note(
        self,
        views: Iterable[PageView],
        addresses: Iterable[str],
        ways: Iterable[tuple[int, str]],
        tools: Tools,
    ) -> None:
        """Keep what was shown, and what the whole site in every view would be.

        Args:
            views: What was shown so far, with the rules that were broken.
            addresses: Every page of the site.
            ways: Every width and scheme.
            tools: What looked for faults.
        """
        self.views += views
        self.wanted |= {(address, *way) for address, way in product(addresses, ways)}
        self.tools = tools

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any, error: object) -> None:  # noqa: ARG002 - xdist's names
        """Take over what a worker has seen; one that died has nothing to give."""
        output = getattr(node, "workeroutput", {}).get(_OUTPUT)
        if output:
            views, wanted, tools = output
            self.views += [PageView(*row[:4], tuple(row[4])) for row in views]
            self.wanted |= {(address, width, scheme) for address, width, scheme in wanted}
            self.tools = Tools(*tools) if tools else self.tools

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Hand over to the process that leads, or write if this is it."""
        output = getattr(session.config, "workeroutput", None)
        if output is None:
            self._write()
        else:
            rows = [(*astuple(view)[:4], list(view.broken)) for view in self.views]
            tools = self.tools and (self.tools.tool, self.tools.browser, list(self.tools.standards))
            output[_OUTPUT] = (rows, sorted(self.wanted), tools)

    def pytest_terminal_summary(self, terminalreporter: Any) -> None:
        if self.said:
            terminalreporter.write_line(self.said)

    def _write(self) -> None:
        if not self.is_thorough or self.tools is None:
            return
        shown = {(view.address, view.width, view.scheme) for view in self.views}
        missing = sorted(self.wanted - shown)
        if missing:
            address, width, scheme = missing[0]
            self.said = (
                f"Tillgänglighet: {len(missing)} visningar blev inte av, först {address} "
                f"({width}, {scheme}). Inget test sparas."
            )
            return
        write_report(self.root, self.views, self.tools, self.day)
        self.said = f"Tillgänglighet: testet är sparat, {len(shown)} visningar."
