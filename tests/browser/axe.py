# SPDX-License-Identifier: EUPL-1.2
"""Asks axe-core what is wrong with the page that is open; reads axe-core from node_modules/."""

from __future__ import annotations

import hashlib
from functools import cache
from typing import NamedTuple

from playwright.sync_api import Page

from conftest import REPOSITORY

WIDTHS = (320, 360, 1280)
SCHEMES = ("light", "dark", "forced")
_RUN = """async () => {
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
    const asked = axe.getRules(tags)
        .filter((rule) => !rule.tags.some((tag) => ['experimental', 'deprecated'].includes(tag)))
        .map((rule) => rule.ruleId);
    const result = await axe.run(document, {
        runOnly: {type: 'rule', values: asked},
        rules: Object.fromEntries(asked.map((id) => [id, {enabled: true}])),
        resultTypes: ['violations'],
    });
    return result.violations.flatMap((fault) => fault.nodes.map(
        (node) => `${fault.id}: ${node.target.join(' ')}: ${node.failureSummary}`));
}"""


class View(NamedTuple):
    """How a page is looked at."""

    width: int
    scheme: str


VIEWS = tuple(View(width, scheme) for width in WIDTHS for scheme in SCHEMES)


def view_for(address: str) -> View:
    """Give the one view of a page, the same on every machine, spread over all of them."""
    digest = hashlib.sha256(address.encode()).digest()
    return VIEWS[int.from_bytes(digest[:4], "big") % len(VIEWS)]


def set_view(page: Page, view: View) -> None:
    """Look at the page in this width and scheme."""
    page.set_viewport_size({"width": view.width, "height": 800})
    page.emulate_media(
        color_scheme="dark" if view.scheme == "dark" else "light",
        forced_colors="active" if view.scheme == "forced" else "none",
        reduced_motion="reduce",
    )


def find_faults(page: Page) -> list[str]:
    """Give every element that breaks a rule: WCAG 2.0–2.2 A and AA, and best practices."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(_source())
    return [str(fault) for fault in page.evaluate(_RUN)]


@cache
def _source() -> str:
    return (REPOSITORY / "node_modules/axe-core/axe.min.js").read_text("utf-8")
