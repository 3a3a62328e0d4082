# SPDX-License-Identifier: EUPL-1.2
"""Nothing is cut off or lies over another on a narrow screen, or with wide text."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }"""
DOUBLED = "html { font-size: 200% !important; }"
_CUT = """() => {
    const faults = [];
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) faults.push(`page is ${root.scrollWidth} wide`);
    for (const box of document.body.querySelectorAll('*')) {
        const style = getComputedStyle(box);
        const name = box.tagName.toLowerCase() + '.' + box.className;
        if (style.display === 'none' || !box.getClientRects().length) continue;
        if (box.closest('.visually-hidden, .skip-link, svg')) continue;
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
        .filter((one) => one.checkVisibility() && !one.closest('.visually-hidden, .skip-link'));
    const boxes = words.map((one) => [one, one.getBoundingClientRect()]);
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
_STYLE = """(text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [sheet];
}"""


@pytest.mark.parametrize("style", ["", SPACED, DOUBLED], ids=["plain", "spaced", "doubled"])
def test_nothing_is_cut_or_covered_on_a_narrow_screen(
    page: Page, kinds: list[str], style: str
) -> None:
    page.set_viewport_size({"width": 640 if style == DOUBLED else 320, "height": 640})
    faults = []
    for path in kinds:
        page.goto(path)
        page.evaluate(_STYLE, style)
        faults += [f"{path}: {fault}" for fault in page.evaluate(_CUT)]
    assert faults == []
