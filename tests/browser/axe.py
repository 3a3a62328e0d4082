# SPDX-License-Identifier: EUPL-1.2
"""Shows a page in every way a reader may meet it, and asks axe-core what is wrong.

Reads axe-core from node_modules/.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from playwright.sync_api import Page

from accessibility_report import PageView
from browser.site import kind_of
from conftest import REPOSITORY

WIDTHS = (320, 360, 1280)
SCHEMES = ("light", "dark", "forced_colors")
DIALOGS = ("menu", "search")
"""What a reader can open over a page; on a narrow screen the languages lie in the menu."""
_TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice")
STANDARDS = ("WCAG 2.0 A", "WCAG 2.0 AA", "WCAG 2.1 A", "WCAG 2.1 AA", "WCAG 2.2 AA")
"""What has rules in axe-core; what is new in WCAG 2.2 A has none."""
# Names of the elements are costly to make, so they are asked for only where something is wrong.
_RUN = """async (tags) => {
    const asked = axe.getRules(tags)
        .filter((rule) => !rule.tags.some((tag) => ['experimental', 'deprecated'].includes(tag)))
        .map((rule) => rule.ruleId);
    const options = {
        runOnly: {type: 'rule', values: asked},
        rules: Object.fromEntries(asked.map((id) => [id, {enabled: true}])),
        resultTypes: ['violations'],
    };
    const quick = await axe.run(document, {...options, selectors: false});
    if (!quick.violations.length) return [];
    const named = await axe.run(document, options);
    return named.violations.flatMap((fault) => fault.nodes.map(
        (node) => `${fault.id}: ${node.target.join(' ')}: ${node.failureSummary}`));
}"""
_UNFOLD = "() => document.querySelectorAll('main details').forEach((one) => { one.open = true; })"
_OPEN = """async (name) => {
    const button = document.getElementById(`frame--${name}-open`);
    if (!button?.checkVisibility()) return false;
    button.click();
    const dialog = document.getElementById(`frame--${name}`);
    if (!dialog.matches(':modal')) throw new Error(`${name} does not open`);
    if (name !== 'search') return true;
    const field = dialog.querySelector('input[type=search]');
    field.value = 'le';
    field.dispatchEvent(new Event('input', {bubbles: true}));
    for (let tries = 0; tries < 500; tries += 1) {
        if (dialog.querySelector('li a')) return true;
        await new Promise((go) => setTimeout(go, 10));
    }
    throw new Error('the search finds nothing');
}"""
_CLOSE = "(name) => document.getElementById(`frame--${name}`).close()"


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
        forced_colors="active" if view.scheme == "forced_colors" else "none",
        reduced_motion="reduce",
    )


def find_faults(page: Page) -> list[str]:
    """Give every element that breaks a rule: WCAG 2.0–2.2 A and AA, and best practices."""
    return [str(fault) for fault in page.evaluate(_RUN, list(_TAGS))]


def open_dialog(page: Page, name: str) -> bool:
    """Open the menu, or the search with hits in it, from its button; tell whether there is one."""
    return bool(page.evaluate(_OPEN, name))


def look_through(
    page: Page, paths: Iterable[str], views: Iterable[View], *, dialogs: bool
) -> Iterator[tuple[PageView, list[str]]]:
    """Show each page in each view, as it is and with what opens over it, and give what is wrong.

    What folds out in a page is folded out. A dialog that does not open stops the run.

    Args:
        page: One that holds axe-core: the fixture `axe_page`.
        paths: The pages, as addresses from the root.
        views: The widths and schemes; those of one width stand together.
        dialogs: Whether the menu and the search, with hits in it, are opened too.

    Yields:
        The page as it was shown, with the rules it broke, and the faults in words.
    """
    chosen = tuple(views)
    for path in paths:
        page.goto(path)
        page.evaluate(_UNFOLD)
        for view in chosen:
            set_view(page, view)
            found = [("", fault) for fault in find_faults(page)]
            for name in DIALOGS if dialogs else ():
                if open_dialog(page, name):
                    found += [(f" {name}", fault) for fault in find_faults(page)]
                    page.evaluate(_CLOSE, name)
            rules = sorted({fault.partition(":")[0] for _, fault in found})
            yield (
                PageView(path, kind_of(path)[0], view.width, view.scheme, tuple(rules)),
                [f"{path} {view}{name}: {fault}" for name, fault in found],
            )


def axe_version() -> str:
    """Give the version of axe-core that is installed."""
    package = json.loads((REPOSITORY / "node_modules/axe-core/package.json").read_text("utf-8"))
    return str(package["version"])


@cache
def axe_source() -> str:
    """Give the program that a page must hold before it can be asked."""
    return (REPOSITORY / "node_modules/axe-core/axe.min.js").read_text("utf-8")
