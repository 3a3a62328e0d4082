# SPDX-License-Identifier: EUPL-1.2
"""A Markdown extension: elements that hold nothing, such as pictures, are written as HTML writes them."""

from __future__ import annotations

import re
from typing import Any

from markdown import Markdown as MarkdownConverter
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor

_SLASHED = re.compile(
    r"<((?:area|br|col|embed|hr|img|input|source|track|wbr)"
    r"(?:\s+[^\s<>\"'=/]+(?:=(?:\"[^\"]*\"|'[^']*'))?)*)\s*/>",
    re.IGNORECASE,
)
_LAST = -10


class VoidTags(Extension):
    """Writes `<img src="…">`, where Python-Markdown writes `<img src="…" />`."""

    def extendMarkdown(self, md: MarkdownConverter) -> None:  # noqa: N802 - Python-Markdown's name
        """Come after all that puts HTML into the page."""
        md.postprocessors.register(_Unslasher(md), "void-tags", _LAST)


def makeExtension(**kwargs: Any) -> VoidTags:  # noqa: N802 - Python-Markdown's name
    """Make the extension, for settings that name this module."""
    return VoidTags(**kwargs)


class _Unslasher(Postprocessor):
    def run(self, text: str) -> str:
        """Take away the slashes that close what needs no closing."""
        return _SLASHED.sub(r"<\1>", text) if "/>" in text else text
