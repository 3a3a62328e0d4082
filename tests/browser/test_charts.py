# SPDX-License-Identifier: EUPL-1.2
"""Charts as they are drawn: nothing cut, nothing over another, every word and mark told from its ground.

The pages are those of the gallery on the demonstration site, where every kind of chart has the
worst that data can hold.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

GALLERY = "exempel/om/diagram"
LOOKS: dict[str, dict[str, Any]] = {
    "320": {"viewport": {"width": 320, "height": 640}},
    "1280": {"viewport": {"width": 1280, "height": 800}},
    "320-dark": {"viewport": {"width": 320, "height": 640}, "color_scheme": "dark"},
    "1280-dark": {"viewport": {"width": 1280, "height": 800}, "color_scheme": "dark"},
    "320-forced": {"viewport": {"width": 320, "height": 640}, "forced_colors": "active"},
    "print": {"viewport": {"width": 665, "height": 900}},
}
"""How a page is looked at → the browser's settings for it."""
_DRAWINGS = """() => {
    const lum = (colour) => {
        const [r, g, b] = colour.match(/[\\d.]+/g).map(Number).map((part) => {
            const share = part / 255;
            return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const contrast = (one, two) => {
        const [dark, light] = [lum(one), lum(two)].sort((a, b) => a - b);
        return (light + 0.05) / (dark + 0.05);
    };
    const paper = getComputedStyle(document.body).backgroundColor.replace(/rgba\\(0, 0, 0, 0\\)/,
        getComputedStyle(document.documentElement).backgroundColor);
    const ground = paper.startsWith('rgba(0, 0, 0, 0') ? 'rgb(255, 255, 255)' : paper;
    const faults = [];
    let drawings = 0, words = 0;
    const over = (a, b, by) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > by
        && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > by;
    for (const svg of document.querySelectorAll('.chart svg')) {
        if (!svg.checkVisibility()) continue;
        drawings += 1;
        const id = svg.querySelector('title').id;
        const frame = svg.getBoundingClientRect();
        const scale = frame.width / svg.viewBox.baseVal.width;
        const texts = [...svg.querySelectorAll('text')].map((one) => {
            // The line as high as its letters, not as its leading.
            const box = one.getBoundingClientRect();
            const air = box.height * 0.18;
            return [one, {left: box.left, right: box.right, top: box.top + air, bottom: box.bottom - air}];
        });
        words += texts.length;
        for (const [one, box] of texts) {
            const said = `${id}: "${one.textContent}"`;
            const style = getComputedStyle(one);
            if (parseFloat(style.fontSize) * scale < 12) faults.push(`${said} is smaller than 12 px`);
            if (box.left < frame.left - 0.5 || box.right > frame.right + 0.5
                || box.top < frame.top - 0.5 || box.bottom > frame.bottom + 0.5)
                faults.push(`${said} is cut`);
            const behind = one.closest('.sign.met') ? getComputedStyle(svg.querySelector('.ring.met')).fill : ground;
            if (contrast(style.fill, behind) < 4.5) faults.push(`${said} is faint`);
        }
        texts.forEach(([one, a], at) => {
            for (const [two, b] of texts.slice(at + 1))
                if (over(a, b, 0.5)) faults.push(`${id}: "${one.textContent}" lies over "${two.textContent}"`);
        });
        const marks = (names) => [...svg.querySelectorAll(names)]
            .flatMap((one) => one.tagName === 'g' ? [...one.children] : [one]).filter((one) => !one.closest('defs'));
        const grounds = marks('.ground').map((one) => one.getBoundingClientRect());
        for (const mark of marks('.area, .half, .line:not(.grid, .target-halo, .goal)')) {
            const shape = mark.getBoundingClientRect();
            if (mark.closest('.line') && shape.width > 4 && shape.height > 4) continue;
            for (const [one, box] of texts) {
                const covers = grounds.some((g) => g.left <= box.left && g.right >= box.right);
                if (!covers && over(box, {left: shape.left - 1, right: shape.right + 1, top: shape.top - 1, bottom: shape.bottom + 1}, 1))
                    faults.push(`${id}: "${one.textContent}" lies over a mark`);
            }
            if (shape.left < frame.left - 0.5 || shape.right > frame.right + 0.5) faults.push(`${id}: a mark is cut`);
        }
        for (const mark of marks('.area, .line:not(.grid, .target-halo)')) {
            const colour = getComputedStyle(mark).stroke;
            if (contrast(colour, ground) < 3) faults.push(`${id}: a mark is faint, ${colour}`);
        }
        for (const mark of svg.querySelectorAll('.hatch'))
            if (contrast(getComputedStyle(mark).fill, ground) < 3) faults.push(`${id}: a pattern is faint`);
        if (!document.getElementById(svg.getAttribute('aria-labelledby').split(' ')[0])?.textContent)
            faults.push(`${id} has no name`);
    }
    return {faults, drawings, words};
}"""


@pytest.fixture(scope="module")
def gallery(html: Path) -> list[str]:
    """Every page of the gallery, as the path of its address."""
    pages = [*(html / GALLERY).rglob("*.html"), *html.glob("exempel/*/om/diagram/index.html")]
    return sorted(
        "/" + page.relative_to(html).as_posix().removesuffix("index.html") for page in pages
    )


@pytest.mark.parametrize("look", LOOKS)
def test_nothing_in_a_drawing_is_cut_covered_small_or_faint(
    chromium: Browser, address: str, gallery: list[str], look: str
) -> None:
    context = chromium.new_context(base_url=address, **LOOKS[look])
    page = context.new_page()
    if look == "print":
        page.emulate_media(media="print")
    faults, drawings, words = [], 0, 0
    for path in gallery:
        page.goto(path)
        page.evaluate("document.fonts.ready")
        found = page.evaluate(_DRAWINGS)
        faults += [f"{path} {fault}" for fault in found["faults"]]
        drawings += found["drawings"]
        words += found["words"]
    context.close()
    assert len(gallery) == 14
    # One of the two drawings of each chart is seen: eleven kinds in three languages, and 70 hostile.
    assert (drawings, words > 1000) == (103, True)
    assert faults == []


def test_the_first_two_series_are_told_apart_without_colour(
    chromium: Browser, address: str, gallery: list[str]
) -> None:
    context = chromium.new_context(base_url=address)
    page = context.new_page()
    page.goto(gallery[0])
    fills = page.evaluate(
        """() => [...document.querySelectorAll('#exempel-held svg .area')]
            .map((one) => getComputedStyle(one).fill.replace(/#.*-s/, '#s'))"""
    )
    context.close()
    assert {fill.startswith("url") for fill in fills} == {True, False}


def test_a_chart_fits_its_page_at_320_pixels(
    chromium: Browser, address: str, gallery: list[str]
) -> None:
    context = chromium.new_context(base_url=address, viewport={"width": 320, "height": 640})
    page = context.new_page()
    wide = []
    for path in gallery:
        page.goto(path)
        if page.evaluate("document.documentElement.scrollWidth") > 320:
            wide.append(path)
    context.close()
    assert wide == []
