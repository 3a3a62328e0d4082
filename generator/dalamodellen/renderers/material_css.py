# SPDX-License-Identifier: EUPL-1.2
"""Material's style sheet without what none of our pages can use.

Reads the style sheet of Material for MkDocs.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from importlib import resources

_KEPT = frozenset({"typeset", "button"})
"""Material's classes for what stands in a page's own text. Those of its frame are in no template of ours."""
_CLASS = re.compile(r"\.md-([a-z]+)")
_NOT_OURS = re.compile(
    r"\[dir=|\[data-md-(?:toggle|state|component|color|copying)|#__"
    r"|\.md-typeset__|role=columnheader|aria-sort"
)
"""What only Material's own frame and scripts set, around the text or in it."""
_TYPES = "abstract|bug|danger|example|failure|info|note|question|quote|success|tip|warning"
_ALIKE = re.compile(rf"(?:admonition|details)\.(?:{_TYPES})|\.(?:{_TYPES})>")
"""Kinds of admonitions by colour and drawing alone; ours look alike, and their titles say the kind."""
_WRITTEN_BY = {
    "pymdownx.arithmatex": r"arithmatex|katex-html",
    "pymdownx.critic": r"critic",
    "pymdownx.emoji": r"emojione|gemoji|twemoji|x{0,3}lg|x{1,3}l|middle",
    "pymdownx.keys": r"keys",
    "pymdownx.tabbed": r"tabbed-[-\w]+",
    "pymdownx.tasklist": r"task-list-[-\w]+",
    "": r"mermaid|giscus",
}
"""Classes by the Markdown extension that alone writes them; the last need a script that is not ours."""
_STRING = r"\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'"
_DRAWING = re.compile(rf"[-\w]+:\s*(?:url\((?:{_STRING}|[^)]*)\)[^;}}]*)(?:;|(?=}}))")
_ICON = re.compile(r"var\(--md-[\w-]*icon[\w-]*\)")
"""Where a drawing was used as a mask. A refused one shows nothing; none at all would show a box."""
_VALUE = re.compile(rf"(?<=[{{;])(--md-[-\w]+):(?:{_STRING}|[^;}}\"'])*(?:;|(?=}}))")
_COMMENT = re.compile(rf"({_STRING})|/\*.*?\*/", re.DOTALL)
_SPACE = re.compile(rf"({_STRING})|\s*([{{}};,])\s*|\s+")


def material_css() -> str:
    """Give Material's style sheet as it is installed."""
    folder = resources.files("material").joinpath("templates", "assets", "stylesheets")
    main = next(
        sheet
        for sheet in sorted(folder.iterdir(), key=lambda sheet: sheet.name)
        if re.fullmatch(r"main\.\w+\.min\.css", sheet.name)
    ).read_text("utf-8")
    return re.sub(r"@charset [^;]+;|/\*# sourceMappingURL=[^*]*\*/", "", main).strip()


def usable_css(css: str, extensions: Collection[str]) -> str:
    """Leave out what can match nothing on a page of ours, and drawings that its policy refuses.

    All that Markdown can write with these extensions stays, whether a page of today has it or not.

    Args:
        css: A style sheet without comments.
        extensions: The Markdown extensions that the site uses.
    """
    css = _ICON.sub("linear-gradient(#0000,#0000)", _DRAWING.sub(_without_data, css))
    unwritten = [one for name, one in _WRITTEN_BY.items() if name not in extensions]
    never = f"{_NOT_OURS.pattern}|{_ALIKE.pattern}"
    lacking = re.compile(rf"{never}|\.(?:{'|'.join(unwritten)})(?![-\w])")
    return _without_idle(_without_unread("".join(_usable(tightened(css), lacking))))


def tightened(css: str) -> str:
    """Leave out comments and the space that only a writer needs."""
    bare = _COMMENT.sub(lambda found: found[1] or "", css)
    return _SPACE.sub(lambda found: found[1] or found[2] or " ", bare).replace(";}", "}").strip()


def _without_data(found: re.Match[str]) -> str:
    return "" if re.search(r"url\([\"']?data:", found[0]) else found[0]


def _without_idle(css: str) -> str:
    """Leave out movements that no rule names, and rules that are empty."""
    css = re.sub(
        r"@keyframes ([-\w]+)\{(?:[^{}]*\{[^{}]*\})*\}",
        lambda found: found[0] if re.search(rf"animation[^;}}]*\b{found[1]}\b", css) else "",
        css,
    )
    return re.sub(r"[^{}]*\{\}", "", css.replace(";}", "}"))


def _without_unread(css: str) -> str:
    """Leave out values that none reads, and those that only they read."""
    read = set(re.findall(r"var\((--[-\w]+)", css))
    fewer = _VALUE.sub(lambda value: value[0] if value[1] in read else "", css)
    return css if fewer == css else _without_unread(fewer)


def _usable(css: str, lacking: re.Pattern[str]) -> Iterator[str]:
    """Give each rule that may match something, with the selectors that may."""
    for head, body in _rules(css):
        if head.startswith(("@media", "@supports")):
            inner = "".join(_usable(body, lacking))
            if inner:
                yield f"{head}{{{inner}}}"
        elif head.startswith("@"):
            yield f"{head}{{{body}}}"
        else:
            selectors = [one for one in _selectors(head) if _may_match(one, lacking)]
            if selectors and body:
                yield f"{','.join(selectors)}{{{body}}}"


def _may_match(selector: str, lacking: re.Pattern[str]) -> bool:
    return not lacking.search(selector) and _KEPT.issuperset(_CLASS.findall(selector))


def _rules(css: str) -> Iterator[tuple[str, str]]:
    """Give what stands before and within each outermost pair of braces."""
    depth = start = inside = 0
    for found in re.finditer(rf"{_STRING}|[{{}}]", css):
        if found[0] == "{":
            depth += 1
            if depth == 1:
                head, inside = css[start : found.start()], found.end()
        elif found[0] == "}":
            depth -= 1
            if depth == 0:
                yield head.strip(), css[inside : found.start()]
                start = found.end()


def _selectors(head: str) -> Iterator[str]:
    """Give each selector of a list; commas in parentheses do not part them."""
    depth = start = 0
    for position, sign in enumerate(head):
        depth += (sign in "([") - (sign in ")]")
        if sign == "," and not depth:
            yield head[start:position]
            start = position + 1
    yield head[start:]
