# SPDX-License-Identifier: EUPL-1.2
"""Issues as they are shown in the page itself, above what it says.

Reads the template, the style sheet and the script beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from importlib import resources
from typing import Literal

from jinja2 import Environment, PackageLoader, StrictUndefined

from dalamodellen.issues import (
    COUNTED,
    LABELS,
    SEVERITIES,
    Issue,
    open_issues,
    quoted_lines,
    spoken,
)
from dalamodellen.outputs.wording import join_words
from dalamodellen.outputs.words import translator

FILES = ("panel.css", "reload.js")
"""What a page with a panel asks for, beside this module."""
HOME = "/.dalamodellen/preview/"
"""Where the preview's own files are. No page has an address with a dot first."""
FITS = 34
"""Characters of a quoted line that fit on the smallest screens; a longer one is scrolled."""

State = Literal["new", "old", "none", "starting"]
"""What the reader looks at: new is the page as it was last written, old the last that could be
built, none that no page could be built yet, starting that the first ones are being built."""

_BODY = re.compile(rb"<body\b[^>]*>(?:\s*<a class=\"skip-link\"[^>]*>[^<]*</a>)?", re.IGNORECASE)


def render_panel(
    issues: Iterable[Issue],
    language: str,
    *,
    state: State = "new",
    fault: str = "",
    is_alone: bool = False,
) -> str:
    """Tell of all issues nobody has answered for, errors first, the others folded.

    Args:
        issues: What was found, in any order.
        language: The language to tell it in: the site's main one.
        state: Which page stands below.
        fault: The last line of what stopped the program itself; "" when nothing did.
        is_alone: Whether nothing stands below, so that the heading is the page's first.

    Returns:
        A section of HTML; "" when there is nothing to tell.
    """
    found = sorted(open_issues(issues), key=lambda issue: SEVERITIES.index(issue.severity))
    if not found and not fault and state == "new":
        return ""
    language = spoken(language)
    errors = [issue for issue in found if issue.severity == "error"]
    others = found[len(errors) :]
    return (
        _environment()
        .get_template("panel.html.j2")
        .render(
            _=translator(language),
            language=language,
            labels={name: _capital(word) for name, word in LABELS[language].items()},
            title=_count(found, language),
            errors=[_told(issue, language) for issue in errors],
            others=[_told(issue, language) for issue in others],
            others_title=_count(others, language),
            state=state,
            fault=fault,
            level=1 if is_alone else 2,
        )
    )


def render_alone(panel: str, language: str) -> str:
    """Make a page of the panel, for when there is no page to show it on."""
    template = _environment().get_template("alone.html.j2")
    language = spoken(language)
    return template.render(_=translator(language), panel=panel, language=language, home=HOME)


def add_panel(html: bytes, panel: str, seen: str) -> bytes:
    """Put the panel first on a page, and let the page be shown anew when it has changed.

    Args:
        html: A page as it was built.
        panel: The section to show; may be "".
        seen: Which state of the site the page shows, for the script to compare with.
    """
    script = f'<script src="{HOME}reload.js" data-seen="{seen}" defer></script>\n'
    style = f'<link rel="stylesheet" href="{HOME}panel.css">\n' if panel else ""
    head, body = (style + script).encode(), panel.encode()
    start = _BODY.search(html)
    if start is None:
        return html + b"\n" + head + body
    html = html[: start.end()] + b"\n" + body + html[start.end() :]
    end = html.find(b"</head>", 0, start.start())
    end = start.end() if end < 0 else end
    return html[:end] + head + html[end:]


def preview_file(name: str) -> bytes:
    """Read the style sheet or the script of the panel."""
    return resources.files(__package__).joinpath(name).read_bytes()


def _count(issues: Sequence[Issue], language: str) -> str:
    """Count the issues in words: "3 fel och 1 varning"."""
    severities = [issue.severity for issue in issues]
    counted = []
    for severity in SEVERITIES:
        one, many = COUNTED[language][severity]
        if number := severities.count(severity):
            counted.append(f"{number} {one if number == 1 else many}")
    return join_words(counted, language)


def _told(issue: Issue, language: str) -> dict[str, object]:
    """Give what the template prints of an issue."""
    # The terminal's margin would take room from the line itself on a small screen.
    lines = quoted_lines(issue) if issue.excerpt.strip() else []
    quoted = "\n".join(line.removeprefix("  ") for line in lines)
    return {
        "place": str(issue.source),
        "severity": issue.severity,
        "severity_word": COUNTED[language][issue.severity][0],
        "code": issue.code,
        "what": _capital(issue.text("what", language)),
        "why": _capital(issue.text("why", language)),
        "fix": issue.text("fix", language),
        "quoted": quoted,
        "is_scrolled": any(len(line) > FITS for line in quoted.split("\n")),
    }


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("dalamodellen.outputs", "preview"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=True,
        # What is wrong must be told even if this program is changed while it runs.
        auto_reload=False,
    )
