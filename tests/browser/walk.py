# SPDX-License-Identifier: EUPL-1.2
"""Walks over a page with the Tab key, and tells what somebody who looks on would miss."""

from __future__ import annotations

from playwright.sync_api import Page

STOPS = 'a[href], button, input, select, textarea, summary, video[controls], [tabindex="0"]'
"""What the keyboard can reach, where it is shown."""
# Radio buttons of a group are one stop, at the chosen one.
_START = """(stops) => {
    window.reachable = () => [...document.querySelectorAll(stops)].filter(
        (one) => one.checkVisibility({visibilityProperty: true}) && !one.disabled
            && (one.type !== 'radio' || one.checked));
    window.named = (one) => one.outerHTML.replace(/\\s+/g, ' ').slice(0, 90);
    window.walked = [];
    // Where a mark of focus may be drawn: on the stop, on the box that is its target, or on what
    // is drawn for it.
    window.looks = (one) => {
        const label = one.type === 'radio' ? one.nextElementSibling : null;
        const drawn = [[one, null], [one, '::after'], [label, null], [one.closest('li'), null]];
        return drawn.filter(([box]) => box).map(([box, part]) => {
            const style = getComputedStyle(box, part);
            const outline = style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth);
            return [outline, style.outlineColor, style.boxShadow, style.borderColor];
        });
    };
    window.unmarked = new Map([...document.querySelectorAll(stops)].map((one) => [one, looks(one)]));
}"""
# One step has been taken: give what is wrong with where it led, or null where the page is left.
_LOOK = """() => {
    const one = document.activeElement;
    if (!one || one === document.body) return null;
    const faults = [];
    const say = (words) => faults.push(`${words}: ${named(one)}`);
    if (walked.length > 1 && one === walked[0]) return null;
    if (one === walked.at(-1)) say('keeps the focus');
    else if (walked.includes(one)) say('comes twice');
    if (faults.length) return [faults, ''];
    walked.push(one);
    const before = unmarked.get(one);
    const after = looks(one);
    if (!before) say('is no stop that is known');
    else if (!after.some(([wide, ...rest], at) => wide >= 2 && before[at][0] !== wide
        && rest[0] !== getComputedStyle(document.documentElement).backgroundColor)) say('has no mark');
    const boxes = [...one.getClientRects()].filter((box) => box.width && box.height);
    const fits = (from, to, most) => (to - from > most ? from < most && to > 0 : from >= -0.5 && to <= most + 0.5);
    const shown = boxes.filter((box) => fits(box.left, box.right, innerWidth) && fits(box.top, box.bottom, innerHeight));
    if (!shown.length) say('is outside what is shown');
    else if (!shown.some((box) => {
        const x = (Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2;
        const y = (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2;
        const top = document.elementFromPoint(x, y);
        return top && (one.contains(top) || top.closest('label')?.control === one);
    })) say('is covered');
    if (one.localName === 'summary' && !one.parentElement.open) return [faults, 'Enter'];
    return [faults, ''];
}"""
# What comes next lies further down or, in a row or in columns, further to the right.
_END = """() => {
    const expected = reachable();
    const faults = expected.filter((one) => !walked.includes(one)).map((one) => `is not reached: ${named(one)}`);
    const known = walked.filter((one) => expected.includes(one));
    const place = new Map(expected.map((one, at) => [one, at]));
    known.forEach((one, at) => {
        const other = known[at + 1];
        if (!other) return;
        if (place.get(other) < place.get(one)) faults.push(`comes too late: ${named(other)}`);
        const group = 'nav, dialog, fieldset, ul, ol, table, header, article, footer';
        if (one.closest(group) !== other.closest(group)) return;
        const [from, to] = [one.getClientRects()[0], other.getClientRects()[0]];
        const isAbove = to.bottom <= from.top + 1;
        const isBeside = !isAbove && to.top < from.bottom - 1;
        if ((isAbove && to.left < from.right - 1) || (isBeside && to.right <= from.left + 1))
            faults.push(`lies before what it follows: ${named(other)}`);
    });
    return faults;
}"""


def walk_faults(page: Page) -> list[str]:
    """Walk with Tab from the top of the page until the focus leaves it, and give what was wrong.

    What folds out is folded out with Enter on the way. A stop must have a mark that it lacks
    without focus, lie where it is shown, be covered by nothing and come once, in the order of the
    page and of what the eye sees; every stop must be reached, and each let the focus go on.

    Args:
        page: Just opened, with nothing in focus.
    """
    page.evaluate(_START, STOPS)
    faults: list[str] = []
    while True:
        page.keyboard.press("Tab")
        found = page.evaluate(_LOOK)
        if found is None:
            break
        said, key = found
        faults += said
        if any(fault.startswith(("comes twice", "keeps the focus")) for fault in said):
            break
        if key:
            page.keyboard.press(key)
    return faults + [str(fault) for fault in page.evaluate(_END)]


def count_walked(page: Page) -> int:
    """Give how many stops the last walk over this page made."""
    return int(page.evaluate("() => walked.length"))
