# SPDX-License-Identifier: EUPL-1.2
"""What a page tells by colour is told in the reader's own colours too, and in the scheme chosen."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from dalamodellen.outputs.preview.panel import preview_file

GOALS = "/exempel/projekt/exempellyftet/"
_EDGES = """() => {
    const paper = getComputedStyle(document.documentElement).backgroundColor;
    return [...document.querySelectorAll('button, input, .card, .door, .note')]
        .filter((one) => one.checkVisibility())
        .filter((one) => !one.closest('.scheme'))
        .filter((one) => {
            const style = getComputedStyle(one);
            if (one.matches('input') && style.appearance !== 'none') return false;
            const sides = ['Top', 'Right', 'Bottom', 'Left'];
            return !sides.some((side) => parseFloat(style[`border${side}Width`]) >= 1
                && style[`border${side}Style`] !== 'none' && style[`border${side}Color`] !== paper);
        })
        .map((one) => one.outerHTML.slice(0, 80));
}"""
_SIGNS = """() => [...document.querySelectorAll('.goal-outcome')].map((one) => {
    const style = getComputedStyle(one, '::before');
    return [
        [...one.classList].find((name) => name.startsWith('goal-outcome--')),
        style.forcedColorAdjust,
        style.color === style.backgroundColor,
        style.borderTopColor === getComputedStyle(document.documentElement).backgroundColor,
    ];
})"""


@pytest.fixture(params=["light", "dark"])
def forced(request: pytest.FixtureRequest, page: Page) -> Page:
    page.emulate_media(forced_colors="active", color_scheme=request.param)
    return page


def test_every_sign_of_an_outcome_shows_in_forced_colours(forced: Page) -> None:
    forced.goto(GOALS)
    signs = forced.evaluate(_SIGNS)
    assert {name for name, *_ in signs} >= {"goal-outcome--met", "goal-outcome--partly"}
    # With the system's plates behind letters, the rings would be cut.
    assert [rest for _, *rest in signs] == [["none", False, False]] * len(signs)


@pytest.mark.parametrize("width", [360, 1280])
def test_what_can_be_pressed_has_an_edge_in_forced_colours(
    forced: Page, kinds: list[str], width: int
) -> None:
    forced.set_viewport_size({"width": width, "height": 800})
    faults = {}
    for path in kinds:
        forced.goto(path)
        if bare := forced.evaluate(_EDGES):
            faults[path] = bare
    assert faults == {}


def test_the_current_page_and_the_focus_are_told_without_background(forced: Page) -> None:
    forced.goto("/lektioner/")
    current, other = (
        forced.locator(f".site-nav a{which}").first.evaluate(
            "(one) => [getComputedStyle(one).fontWeight, getComputedStyle(one).textDecorationLine]"
        )
        for which in ("[aria-current]", ":not([aria-current])")
    )
    assert (current, other) == (["700", "underline"], ["400", "none"])
    forced.locator(".site-nav a").first.focus()
    forced.keyboard.press("Tab")
    line, width, colour, paper = forced.evaluate("""() => {
        const style = getComputedStyle(document.activeElement);
        return [style.outlineStyle, parseFloat(style.outlineWidth), style.outlineColor,
            getComputedStyle(document.documentElement).backgroundColor];
    }""")
    assert (line, width) == ("solid", 3)
    assert colour != paper


@pytest.mark.parametrize("device", ["light", "dark"])
@pytest.mark.parametrize("chosen", ["", "light", "dark"])
def test_the_list_of_the_preview_is_in_the_scheme_that_the_reader_chose(
    chromium: Browser, device: str, chosen: str
) -> None:
    page = chromium.new_page(color_scheme="dark" if device == "dark" else "light")
    mark = f' data-scheme="{chosen}"' if chosen else ""
    style = preview_file("panel.css").decode()
    page.set_content(
        f'<html{mark}><style>{style}</style><section class="preview-issues"><p>Ord</p></section>'
    )
    found = page.locator(".preview-issues").evaluate(
        "(one) => [getComputedStyle(one).backgroundColor, getComputedStyle(one).color]"
    )
    page.close()
    light = ["rgb(255, 253, 250)", "rgb(36, 29, 26)"]
    dark = ["rgb(36, 31, 27)", "rgb(243, 236, 228)"]
    assert found == (dark if (chosen or device) == "dark" else light)
