# SPDX-License-Identifier: EUPL-1.2
"""Pages and files of MkDocs that know whose share they are, and share one converter."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import (
    Page,
    _ExtractAnchorsTreeprocessor,
    _ExtractTitleTreeprocessor,
    _RawHTMLPreprocessor,
    _RelativePathTreeprocessor,
)
from mkdocs.structure.toc import get_toc

from dalamodellen.outputs.html_gate import EXTENSIONS, new_converter

_log = logging.getLogger("mkdocs.structure.pages")
"""Where MkDocs tells of links to anchors that are not there; it reads all HTML once more for it."""
_OF_MKDOCS = "fenced_code"
"""An extension that MkDocs adds by itself."""


@dataclass(frozen=True)
class Share:
    """The part of a site's pages that one run of MkDocs makes."""

    number: int = 0
    """Which part, from 0; the first also writes what is no page."""
    of: int = 1
    """How many parts there are."""

    def has(self, position: int) -> bool:
        """Tell whether the page at a position belongs to this part."""
        return position % self.of == self.number

    @property
    def is_first(self) -> bool:
        """Whether files that are no pages are written here."""
        return self.number == 0


class SharedFile(File):
    """A file that every run knows, so that links lead to it, and one run makes."""

    is_mine = True

    def is_modified(self) -> bool:
        """Tell MkDocs, which asks in a run over a part of the files, whether to make it."""
        return self.is_mine


class SharedConverter:
    """One converter for all pages of a run; to make one a page takes a tenth of the time."""

    def __init__(self) -> None:
        self._converter: Any = None

    def for_settings(self, config: MkDocsConfig) -> Any:
        """Give the converter, empty; None where the settings name extensions of their own.

        Only of the extensions we use is it known that one page leaves nothing for the next.
        """
        if not set(config.markdown_extensions) <= {*EXTENSIONS, _OF_MKDOCS}:
            return None
        if self._converter is None:
            self._converter = new_converter(config.markdown_extensions, config.mdx_configs)
        return self._converter.reset()


class SharedPage(Page):
    """A page that is converted as MkDocs converts it, with a converter that is used again."""

    def __init__(
        self, title: str | None, file: File, config: MkDocsConfig, converter: SharedConverter
    ) -> None:
        super().__init__(title, file, config)
        self._shared = converter

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Convert the Markdown to HTML; the same bytes as MkDocs' own page gives."""
        converter = self._shared.for_settings(config)
        if converter is None or self.markdown is None:
            super().render(config, files)
            return
        raw_html = _RawHTMLPreprocessor()
        anchors = _ExtractAnchorsTreeprocessor(self.file, files, config)
        links = _RelativePathTreeprocessor(self.file, files, config)
        title = _ExtractTitleTreeprocessor()
        follows_anchors = _log.isEnabledFor(config.validation.links.anchors)
        # In place of the last page's, which have the same names.
        for processor in (raw_html, anchors, links, title) if follows_anchors else (links, title):
            processor._register(converter)  # noqa: SLF001 - MkDocs gives them no other door
        self.content = converter.convert(self.markdown)
        self.toc = get_toc(getattr(converter, "toc_tokens", []))
        self._title_from_render = title.title
        if follows_anchors:
            self.present_anchor_ids = anchors.present_anchor_ids | raw_html.present_anchor_ids
            self.links_to_anchors = links.links_to_anchors
