# SPDX-License-Identifier: EUPL-1.2
"""Nothing moves on a page for those who have asked for it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from browser.axe import DIALOGS, open_dialog

# In a component's style a time is written in seconds, whatever it was given in.
_MOVING = """() => {
    const faults = [];
    const parts = [null, '::before', '::after', '::backdrop', '::marker'];
    for (const one of document.querySelectorAll('*')) {
        for (const part of parts) {
            const style = getComputedStyle(one, part);
            const times = [style.transitionDuration, style.animationDuration].join().split(',');
            const name = `${one.outerHTML.slice(0, 60)} ${part ?? ''}`;
            if (times.some((time) => parseFloat(time) > 0.01)) faults.push(`moves: ${name}`);
            if (style.scrollBehavior !== 'auto') faults.push(`scrolls slowly: ${name}`);
        }
    }
    return faults.concat(document.getAnimations().map((one) => `runs: ${one}`));
}"""


@pytest.fixture
def still(page: Page) -> Page:
    page.emulate_media(reduced_motion="reduce")
    return page


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_moves_for_those_who_asked_for_it(
    still: Page, kinds: list[str], width: int
) -> None:
    still.set_viewport_size({"width": width, "height": 800})
    faults = {}
    for path in kinds:
        still.goto(path)
        if moving := still.evaluate(_MOVING):
            faults[path] = moving
    assert faults == {}


def test_nothing_moves_in_what_opens_over_a_page(still: Page) -> None:
    still.set_viewport_size({"width": 360, "height": 640})
    for name in DIALOGS:
        still.goto("/")
        assert open_dialog(still, name)
        assert still.evaluate(_MOVING) == []


@pytest.mark.parametrize(
    "style",
    [
        "html { scroll-behavior: smooth }",
        "dialog::backdrop { transition: opacity 1s }",
        "@keyframes turn { to { rotate: 360deg } } h1 { animation: turn 0.5s infinite }",
    ],
)
def test_what_moves_all_the_same_is_told(still: Page, style: str) -> None:
    still.goto("/")
    still.evaluate(
        "(text) => { const sheet = new CSSStyleSheet(); sheet.replaceSync(text);"
        " document.adoptedStyleSheets = [sheet]; }",
        style,
    )
    assert still.evaluate(_MOVING) != []
