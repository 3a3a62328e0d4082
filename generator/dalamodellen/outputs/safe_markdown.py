# SPDX-License-Identifier: EUPL-1.2
"""Words that reach the page as words: nothing a writer wrote can become markup unasked."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dalamodellen.outputs.html_gate import ALLOWED_TAGS, is_allowed_attribute, is_safe_address
from dalamodellen.outputs.words import keep_digits_together

WRITABLE_TAGS = ALLOWED_TAGS - {"input", "label", "main", "header", "nav", "h1"}
"""Tags a writer may use in Markdown; the others are for pages we make ourselves."""
_WHITE = re.compile(r"[ \t\n\r\f\v\u2028\u2029]+")
_SPECIAL = str.maketrans({mark: f"&#{ord(mark)};" for mark in "`*_[]{}|~^=\\$"})
_LINE_START = re.compile(r"[-+#:!?]|(\d+)([.)])")

_FENCE = re.compile(r"[\s>]*(?:(?:[-*+]|\d+[.)])\s+)?(`{3,}(?![^`]*`)|~{3,})")
_LIST_ITEM = re.compile(r" {0,3}(?:[-*+]|\d+[.)])\s|\s*(?:!!!|\?\?\?|:\s|\[\^)")
_CODE_SPAN = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)")
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)(\s[^<>]*|/)?>")
_ATTRIBUTE = re.compile(r"""\s*([^\s"'<>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'=<>`]+))?""")
_AUTO_LINK = re.compile(r"<(?:https?://|mailto:)[^<>\s]+>|<[\w.+-]+@[\w-]+(?:\.[\w-]+)+>")
_MARKUP = re.compile(r"<[^>]+>")
_COMMENT_OR_CODE = re.compile(rf"<!--(?!>|->)|{_CODE_SPAN.pattern}")
_HIDDEN = "\x1a"
"""Stands where a comment stood until every place is told; no text we read holds it."""
_LINK_TARGET = re.compile(
    r"(\]\(\s*|^ {0,3}\[(?!\^)[^\]\n]+\]:\s*)(?:<([^<>]*)>(?=\s*(?:[)\"']|$))|([^\s)<>]+))"
)
_LINK_OR_TAG = re.compile(rf"{_LINK_TARGET.pattern}|<")


class Markdown(str):
    """Text that is Markdown or HTML already and is printed as it is."""

    __slots__ = ()


def unmarked(words: str) -> str:
    """Take words of ours out of their markup, for texts and pictures."""
    return html.unescape(_MARKUP.sub("", words))


def escape(words: object) -> Markdown:
    """Make words safe in Markdown and in HTML, in text and in attributes.

    Every character that means something to either becomes a character
    reference, and line breaks become spaces.
    """
    if isinstance(words, Markdown):
        return words
    # No-break spaces stay: they hold a number and its unit together.
    text = keep_digits_together(_WHITE.sub(" ", str(words)).strip(" "))
    safe = html.escape(text, quote=True).replace("&#x27;", "'").translate(_SPECIAL)
    if match := _LINE_START.match(safe):
        mark = match[2] or match[0]
        safe = f"{match[1] or ''}&#{ord(mark)};{safe[match.end() :]}"
    # A heading would lose its last signs: "# Lär dig C#".
    ending = len(safe) - len(safe.rstrip("#"))
    return Markdown(safe[: len(safe) - ending] + "&#35;" * ending)


def prose(words: str, language: str | None = None) -> Markdown:
    """Turn several sentences into HTML paragraphs and lists; all markup in them stays text.

    Args:
        words: A blank line begins a new paragraph, "- " a list item.
        language: The language of the words, where it is not the page's.
    """
    mark = f' lang="{language}"' if language else ""
    blocks = []
    for block in re.split(r"\n\s*\n", words.strip()):
        text: list[str] = []
        items: list[list[str]] = []
        for line in block.split("\n"):
            if line.lstrip().startswith("- "):
                items.append([line.lstrip()[2:]])
            elif items:
                items[-1].append(line)
            else:
                text.append(line)
        if text:
            blocks.append(f"<p{mark}>{escape(' '.join(text))}</p>")
        if items:
            rows = "".join(f"<li>{escape(' '.join(item))}</li>" for item in items)
            blocks.append(f"<ul{mark}>{rows}</ul>")
    return Markdown("\n".join(blocks))


@dataclass(frozen=True)
class Finding:
    """Something in a Markdown text that may not reach the page as it stands."""

    code: str
    """An issue code."""
    line: int
    """Line of the text, from 1."""
    column: int
    """Column, from 1."""
    words: str
    """What was found."""


def mark_code(lines: Iterable[str]) -> Iterator[tuple[str, bool]]:
    """Give each line of a Markdown text, and whether it belongs to a fenced code block."""
    fence = ""
    for line in lines:
        match = _FENCE.match(line)
        yield line, bool(fence or match)
        if fence:
            fence = "" if _closes(match, line, fence) else fence
        elif match:
            fence = match[1]


def _closes(match: re.Match[str] | None, line: str, fence: str) -> bool:
    """Tell whether a line ends the code block that a fence began."""
    if match is None or not match[1].startswith(fence):
        return False
    return not line.replace(match[1], "").strip(" >\t")


def make_safe(text: str) -> tuple[str, list[Finding]]:
    """Turn markup that is not allowed into text that is shown, and tell where it stood.

    Code blocks and code spans are left alone, for a renderer shows them as
    text anyhow. What only the finished HTML can show is found by `find_unsafe`.
    """
    findings: list[Finding] = []
    written = text.replace(_HIDDEN, "").split("\n")
    last_close = max((n for n, line in enumerate(written, 1) if "-->" in line), default=0)
    lines: list[str] = []
    fence = ""
    in_list = in_code = in_comment = False
    for number, line in enumerate(written, 1):
        is_indented = line.startswith(("    ", "\t"))
        follows_blank = not lines or not lines[-1].strip()
        is_deep = line.startswith((" " * 8, "\t\t"))
        may_be_code = is_deep if in_list else is_indented
        in_code = may_be_code and not in_comment and (in_code or follows_blank)
        if not fence and not in_code:
            line, in_comment = _hide_comments(line, in_comment, number < last_close)  # noqa: PLW2901
        shown = line.replace(_HIDDEN, "")
        match = _FENCE.match(shown)
        if shown.strip() and not is_indented:
            in_list = bool(_LIST_ITEM.match(shown))
        if fence:
            fence = "" if _closes(match, shown, fence) else fence
            lines.append(shown)
        elif match:
            fence = match[1]
            lines.append(shown)
        elif in_code:
            lines.append(shown)
        else:
            lines.append(_safe_line(line, number, findings).replace(_HIDDEN, ""))
    return "\n".join(lines), findings


def _hide_comments(line: str, in_comment: bool, closes_later: bool) -> tuple[str, bool]:  # noqa: FBT001
    """Hide what stands in comments, but keep its width, so that columns stay right.

    Returns:
        The line, and whether a comment goes on after it.
    """
    parts: list[str] = []
    end = 0
    last_close = len(line) if closes_later else line.rfind("-->")
    while True:
        if in_comment:
            close = line.find("-->", end)
            if close < 0:
                return "".join(parts) + _HIDDEN * (len(line) - end), True
            parts.append(_HIDDEN * (close + 3 - end))
            end = close + 3
            in_comment = False
        match = _COMMENT_OR_CODE.search(line, end)
        if match is None:
            return "".join(parts) + line[end:], False
        parts.append(line[end : match.start()])
        end = match.end()
        in_comment = match[0] == "<!--" and end <= last_close
        parts.append(_HIDDEN * len(match[0]) if in_comment else match[0])


def _safe_line(line: str, number: int, findings: list[Finding]) -> str:
    parts = []
    end = 0
    for span in _CODE_SPAN.finditer(line):
        parts.append(_safe_text(line[end : span.start()], number, end, findings))
        parts.append(span[0])
        end = span.end()
    parts.append(_safe_text(line[end:], number, end, findings))
    return "".join(parts)


def _safe_text(text: str, line: int, offset: int, findings: list[Finding]) -> str:
    parts = []
    end = 0
    for match in _LINK_OR_TAG.finditer(text):
        start = match.start()
        if start < end:
            continue
        parts.append(text[end:start])
        end = match.end()
        if match[0] != "<":
            target, column = _target(match)
            if is_allowed_attribute("img", "src", target):
                parts.append(match[0])
            else:
                findings.append(Finding("unsafe-link", line, offset + column + 1, target[:60]))
                parts.append(_link_as_text(match))
            continue
        kept = _AUTO_LINK.match(text, start)
        tag = _TAG.match(text, start)
        if kept or (tag and _is_allowed(tag)):
            end = (kept or tag).end()  # type: ignore[union-attr]
            parts.append(text[start:end])
        else:
            shown = tag[0] if tag else text[start : start + 40]
            if re.match(r"<[/!?A-Za-z]", shown):
                findings.append(Finding("html-in-page", line, offset + start + 1, shown[:60]))
            parts.append("&lt;")
    parts.append(text[end:])
    return "".join(parts)


def _target(link: re.Match[str]) -> tuple[str, int]:
    """Give the address of a link and where it begins."""
    group = 3 if link[2] is None else 2
    return link[group], link.start(group)


def _link_as_text(link: re.Match[str]) -> str:
    """Write what would have been a link so that its own characters are shown."""
    mark = "](" if link[1].startswith("](") else "]:"
    before, _, after = link[1].rpartition(mark)
    shown = f"{before}]&#{ord(mark[1])};{after}{link[0][len(link[1]) :]}"
    return shown.replace("<", "&lt;").replace("`", "&#96;")


def _is_allowed(tag: re.Match[str]) -> bool:
    if tag[2].lower() not in WRITABLE_TAGS:
        return False
    if any(not is_safe_address(_target(link)[0]) for link in _LINK_TARGET.finditer(tag[0])):
        return False
    rest = (tag[3] or "").rstrip().removesuffix("/")
    position = 0
    while position < len(rest) and rest[position:].strip():
        match = _ATTRIBUTE.match(rest, position)
        if not match or match.end() == position:
            return False
        value = html.unescape((match[2] or "").strip("\"'"))
        if not is_allowed_attribute(tag[2].lower(), match[1].lower(), value):
            return False
        position = match.end()
    return True
