# SPDX-License-Identifier: EUPL-1.2
"""What is pressed is large enough, or lies far enough from the next (WCAG 2.2, 2.5.8)."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from browser.axe import DIALOGS, open_dialog
from browser.site import kind_of
from browser.walk import STOPS

# A link in a sentence is as high as its line. A card, a label or what is drawn over them is the
# target where it leads to the same thing. Without 24 px each way, a circle of 24 px around its
# middle may reach no other target, and no such circle.
_SMALL = """(stops) => {
    const opened = document.querySelector(':modal') ?? document;
    const shown = [...opened.querySelectorAll(stops)].filter((one) => one.checkVisibility({
        visibilityProperty: true}) && !one.closest('.skip-link') && one.tabIndex >= 0
        && !one.matches('[tabindex="0"]:not(a, button, input)'));
    const inSentence = (one) => {
        if (getComputedStyle(one).display !== 'inline') return false;
        let block = one.parentElement;
        while (getComputedStyle(block).display === 'inline') block = block.parentElement;
        const links = [...block.querySelectorAll('a')].map((link) => link.textContent).join('');
        const letters = (text) => (text.match(/\\p{L}/gu) ?? []).length;
        return letters(block.textContent) - letters(links) > 3;
    };
    const target = (one) => {
        const drawn = getComputedStyle(one, '::after');
        const isWhole = drawn.content !== 'none' && drawn.position === 'absolute';
        const label = one.labels?.[0];
        const isPlaced = getComputedStyle(one).position !== 'static';
        const boxes = [isWhole && !isPlaced ? one.offsetParent : one, ...(label ? [label] : [])];
        const rects = boxes.map((box) => box.getBoundingClientRect());
        const [left, top] = ['left', 'top'].map((side) => Math.min(...rects.map((box) => box[side])));
        const [right, bottom] = ['right', 'bottom'].map((side) => Math.max(...rects.map((box) => box[side])));
        return {one, left, top, right, bottom, x: (left + right) / 2, y: (top + bottom) / 2,
            isSmall: right - left < 23.99 || bottom - top < 23.99};
    };
    const all = shown.map(target);
    return all.filter((a) => a.isSmall && !inSentence(a.one)).filter((a) => all.some((b) => {
        if (a === b) return false;
        if (b.isSmall && Math.hypot(a.x - b.x, a.y - b.y) < 24) return true;
        const x = Math.max(b.left - a.x, 0, a.x - b.right);
        const y = Math.max(b.top - a.y, 0, a.y - b.bottom);
        return Math.hypot(x, y) < 12;
    })).map(({one, left, right, top, bottom}) =>
        `${Math.round(right - left)} x ${Math.round(bottom - top)}: ${one.outerHTML.slice(0, 90)}`);
}"""
_UNFOLD = "() => document.querySelectorAll('details').forEach((one) => { one.open = true; })"


@pytest.mark.parametrize("language", ["sv", "nb", "en"])
def test_targets_are_large_enough_or_far_from_each_other(
    page: Page, kinds: list[str], language: str
) -> None:
    page.set_viewport_size({"width": 360, "height": 640})
    faults = []
    for path in (path for path in kinds if kind_of(path)[0] == language):
        page.goto(path)
        page.evaluate(_UNFOLD)
        faults += [f"{path}: {fault}" for fault in page.evaluate(_SMALL, STOPS)]
    for name in DIALOGS:
        page.goto({"sv": "/", "nb": "/nb/", "en": "/en/"}[language])
        assert open_dialog(page, name)
        faults += [f"{name}: {fault}" for fault in page.evaluate(_SMALL, STOPS)]
    assert faults == []


@pytest.mark.parametrize(
    "style",
    [
        ".letters a { min-height: 0 !important; height: 20px } .letters ul { gap: 0 !important }",
        ".letters a { min-width: 0 !important; width: 10px } .letters ul { gap: 0 !important }",
        ".site-footer__links :is(a, li) { min-height: 0 !important; height: 18px; line-height: 1 }",
    ],
)
def test_a_target_that_is_too_small_is_told(page: Page, style: str) -> None:
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto("/a-o/")
    assert page.evaluate(_SMALL, STOPS) == []
    page.evaluate(
        "(text) => { const sheet = new CSSStyleSheet(); sheet.replaceSync(text);"
        " document.adoptedStyleSheets = [sheet]; }",
        style,
    )
    assert page.evaluate(_SMALL, STOPS) != []
