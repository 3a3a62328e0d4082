# SPDX-License-Identifier: EUPL-1.2
"""Passes over words without markup, which Python-Markdown tries fifteen patterns on, one by one."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Markdown as MarkdownConverter
from markdown.extensions import Extension
from markdown.treeprocessors import InlineProcessor

_PATTERNS = frozenset(
    [
        "autolink",
        "automail",
        "backtick",
        "em_strong",
        "em_strong2",
        "entity",
        "escape",
        "footnote",
        "html",
        "image_link",
        "image_reference",
        "linebreak",
        "link",
        "not_strong",
        "reference",
        "short_image_ref",
        "short_reference",
    ]
)
"""Inline markup that we know the signs of."""
_SIGN = re.compile(r"[`\\\[<&*_]|  \n")
"""Each of the patterns above needs one of these."""
_PRIORITY = 20


class QuickInline(Extension):
    """Gives the same HTML as without it, in less time."""

    def extendMarkdown(self, md: MarkdownConverter) -> None:  # noqa: N802 - Python-Markdown's name
        """Put the quick one in the place of Python-Markdown's own."""
        md.treeprocessors.register(_QuickInlineProcessor(md), "inline", _PRIORITY)


class _QuickInlineProcessor(InlineProcessor):
    knows_all = False
    """Whether every pattern is one whose sign we know."""

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        """Look for inline markup in a whole tree."""
        patterns = self.md.inlinePatterns
        self.knows_all = sum(name in patterns for name in _PATTERNS) == len(patterns)
        # A list is read faster than a registry, which is sorted at each look.
        self.inlinePatterns = list(patterns)  # type: ignore[assignment]
        return super().run(tree, ancestors)

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803
        """Stand in for the private method that tries every pattern on a piece of text."""
        if self.knows_all and not _SIGN.search(data):
            return data
        return super()._InlineProcessor__handleInline(data, patternIndex)  # type: ignore[misc, no-any-return]
