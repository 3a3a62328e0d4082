# SPDX-License-Identifier: EUPL-1.2
"""Writes down what the thorough run of axe found, for the page about accessibility.

Writes `data/accessibility-test.yml`, which git tracks. Only `make test-all` looks at every
page in every width and scheme, so only it may write: see `is_thorough`.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dalamodellen.model.accessibility import TEST_PATH

_HEAD = """\
# Vad det senaste testet av tillgänglighet fann. Skrivs av make test-all; ändra den inte för hand.
"""


@dataclass(frozen=True)
class PageView:
    """A page as it was shown once, and the rules it broke."""

    address: str
    """The page, from the root of the site. Example: /nb/projekt/tre-m/"""
    language: str
    """The language of its tree."""
    width: int
    """How wide the window was, in CSS pixels."""
    scheme: str
    """light, dark or forced_colors."""
    broken: tuple[str, ...] = ()
    """Names of the rules it broke."""


@dataclass(frozen=True)
class Tools:
    """What looked for faults, and by which rules."""

    tool: str
    """Example: axe-core 4.10.3"""
    browser: str
    """Example: Chromium 142"""
    standards: Sequence[str]
    """Example: WCAG 2.0 A, WCAG 2.2 AA"""


def is_thorough() -> bool:
    """Tell whether this is the run whose result the site tells of."""
    return os.environ.get("DALAMODELLEN_THOROUGH") == "1"


def render_report(views: Iterable[PageView], tools: Tools, day: date) -> str:
    """Give the text of the file: the same views in any order give the same bytes.

    Args:
        views: Every time a page was shown; at least one.
        tools: What looked for faults.
        day: The day of the run.

    Raises:
        ValueError: nothing was looked at, so there is nothing to tell.
    """
    shown = sorted(views, key=lambda view: (view.address, view.width, view.scheme))
    if not shown:
        message = "no page was shown, so no run can be told of"
        raise ValueError(message)
    order = ("sv", "nb", "en")
    languages = sorted({view.language for view in shown}, key=order.index)
    schemes = sorted({view.scheme for view in shown}, key=("light", "dark", "forced_colors").index)
    broken: dict[str, set[str]] = {}
    for view in shown:
        for rule in view.broken:
            broken.setdefault(rule, set()).add(view.address)
    lines = [
        f"date: {day.isoformat()}",
        f"tool: {tools.tool}",
        f"browser: {tools.browser}",
        "standards:",
        *(f"  - {one}" for one in tools.standards),
        f"languages: [{', '.join(languages)}]",
        f"pages: {len({view.address for view in shown})}",
        f"views: {len(shown)}",
        f"widths: [{', '.join(str(one) for one in sorted({view.width for view in shown}))}]",
        f"schemes: [{', '.join(schemes)}]",
    ]
    if broken:
        lines.append("failures:")
        for rule, addresses in sorted(broken.items()):
            lines += [f"  - rule: {rule}", f"    pages: {len(addresses)}"]
    return _HEAD + "\n".join(lines) + "\n"


def write_report(root: Path, views: Iterable[PageView], tools: Tools, day: date) -> None:
    """Write the file below a root, whole or not at all.

    Args:
        root: The repository.
        views: As for `render_report`.
        tools: As for `render_report`.
        day: As for `render_report`.
    """
    target = root / TEST_PATH
    fresh = target.with_name(f".{target.name}-{os.getpid()}")
    fresh.write_text(render_report(views, tools, day), encoding="utf-8")
    fresh.replace(target)
