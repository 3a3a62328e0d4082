# SPDX-License-Identifier: EUPL-1.2
"""Nothing is cut off or lies over another on a narrow screen, or with wide text."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from browser.axe import DIALOGS, open_dialog

SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }"""
DOUBLED = "html { font-size: 200% !important; }"
_CUT = """() => {
    const faults = [];
    const isOnlySpoken = (box) => {
        for (let one = box; one; one = one.parentElement)
            if (getComputedStyle(one).clipPath === 'inset(50%)') return true;
        return false;
    };
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) faults.push(`page is ${root.scrollWidth} wide`);
    for (const box of document.body.querySelectorAll('*')) {
        const style = getComputedStyle(box);
        const name = box.tagName.toLowerCase() + '.' + box.className;
        if (style.display === 'none' || !box.getClientRects().length) continue;
        if (box.closest('.skip-link, svg') || isOnlySpoken(box)) continue;
        // What stands in a field can be moved through with the keys.
        if (box.matches('input')) continue;
        const scrolls = ['auto', 'scroll'].includes(style.overflowX);
        if (scrolls && box.scrollWidth > box.clientWidth + 1) {
            if (box.tabIndex < 0) faults.push(`${name} scrolls, without focus`);
            if (!box.ariaLabel && !box.getAttribute('aria-labelledby')) faults.push(`${name} scrolls, without name`);
        }
        if (['hidden', 'clip'].includes(style.overflowX) && box.scrollWidth > box.clientWidth + 1)
            faults.push(`${name} is cut`);
        if (['hidden', 'clip'].includes(style.overflowY) && box.scrollHeight > box.clientHeight + 1)
            faults.push(`${name} is cut below`);
    }
    const words = [...document.querySelectorAll('h1, h2, h3, p, li > a, summary, dt, dd, label')]
        .filter((one) => one.checkVisibility() && !one.closest('.skip-link') && !isOnlySpoken(one));
    // A link in running text has a box on each of its lines.
    const boxes = words.flatMap((one) => [...one.getClientRects()].map((box) => [one, box]));
    boxes.forEach(([one, a], at) => {
        for (const [two, b] of boxes.slice(at + 1)) {
            if (one.contains(two) || two.contains(one)) continue;
            const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
            const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
            if (wide > 2 && high > 2)
                faults.push(`${one.textContent.trim().slice(0, 30)} lies over ${two.textContent.trim().slice(0, 30)}`);
        }
    });
    return faults;
}"""
_UNFOLD = "() => document.querySelectorAll('details').forEach((one) => { one.open = true; })"
_STYLE = """(text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [sheet];
}"""


LOOKS = {
    "plain": (320, 640, ""),
    "spaced": (320, 640, SPACED),
    "doubled": (320, 640, DOUBLED),
    "doubled_and_spaced": (320, 640, DOUBLED + SPACED),
    "zoomed": (320, 256, ""),
}
"""Width and height of the window, and the reader's own style. A window of 1280 x 1024 at 400 % is
320 x 256."""


@pytest.mark.parametrize("look", LOOKS)
def test_nothing_is_cut_or_covered_on_a_narrow_screen(
    page: Page, kinds: list[str], example_kinds: list[str], look: str
) -> None:
    width, height, style = LOOKS[look]
    page.set_viewport_size({"width": width, "height": height})
    faults = []
    for path in [*kinds, *example_kinds]:
        page.goto(path)
        page.evaluate(_STYLE, style)
        faults += [f"{path}: {fault}" for fault in page.evaluate(_CUT)]
        page.evaluate(_UNFOLD)
        faults += [f"{path} unfolded: {fault}" for fault in page.evaluate(_CUT)]
    assert faults == []


@pytest.mark.parametrize("name", DIALOGS)
@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("path", ["/", "/nb/", "/en/"])
def test_all_of_the_menu_and_the_search_can_be_read_and_reached_on_a_narrow_screen(
    page: Page, path: str, look: str, name: str
) -> None:
    width, height, style = LOOKS[look]
    page.set_viewport_size({"width": width, "height": height})
    page.goto(path)
    page.evaluate(_STYLE, style)
    assert open_dialog(page, name)
    outside = """(name) => {
        const dialog = document.getElementById(`frame--${name}`);
        return [...dialog.querySelectorAll('*')].filter((one) => one.checkVisibility()).filter((one) => {
            one.scrollIntoView({block: 'nearest'});
            const box = one.getBoundingClientRect();
            return box.left < -0.5 || box.right > innerWidth + 0.5 || box.top < -0.5;
        }).map((one) => one.outerHTML.slice(0, 80));
    }"""
    assert page.evaluate(outside, name) == []
    assert (
        page.evaluate("(name) => document.getElementById(`frame--${name}`).scrollWidth", name)
        <= width
    )


def test_what_is_too_wide_or_lies_over_something_is_told(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto("/")
    page.evaluate(_STYLE, "main h1 { width: 400px } main h1 + * { margin-top: -80px !important }")
    told = page.evaluate(_CUT)
    assert any("wide" in fault for fault in told)
    assert any("lies over" in fault for fault in told)
