# SPDX-License-Identifier: EUPL-1.2
"""What a share card says: one page in a title, one number and who paid."""

from __future__ import annotations

from dataclasses import dataclass

WIDTH = 1200
HEIGHT = 630
"""Pixels; what those who show links ask for."""
FOLDER = "assets/delning/"
"""Where the cards lie in each language's tree; no page or file of a site may lie there."""


@dataclass(frozen=True)
class Highlight:
    """What the card of a page, and a mail about it, tell besides the title.

    Always plain words in the page's language. A number that is hidden never stands here.
    """

    kind: str = ""
    """What sort of page it is. Example: "Projekt" """
    number: str = ""
    """One number with the word of its precision. Example: "närmare 1 700" """
    counts: str = ""
    """What the number counts, and when. Example: "chefer och anställda i småföretag (uppnått)" """
    source: str = ""
    """The document the number stands in."""
    words: str = ""
    """What the page is, where there is no number to tell."""

    @property
    def line(self) -> str:
        """The number and what it counts, or the words, on one line."""
        return f"{self.number} {self.counts}".strip() or self.words


@dataclass(frozen=True)
class ShareCard:
    """All the words of one card, ready to be drawn."""

    title: str
    """The page's title; the site's name on the card that other pages share."""
    highlight: Highlight
    """What the page tells first."""
    funders: tuple[str, ...] = ()
    """Who paid, in the funder's words and in ours; empty where nobody did."""
    site_name: str = ""
    """The site's name; "" where it is the title already."""
    mark: str = ""
    """What says that all is made up, on a demonstration site."""

    @property
    def alt(self) -> str:
        """Everything that stands on the card, for those who do not see it."""
        told = self.highlight
        parts = [self.mark, told.kind, self.title, told.line, told.source, *self.funders]
        sentences = [part.rstrip(".") for part in (*parts, self.site_name) if part]
        return ". ".join(sentences) + "."


def card_uri(uri: str) -> str:
    """Tell where the card of a page lies, in the tree of its language.

    Example: "projekt/tre-m/index.md" → "assets/delning/projekt/tre-m.png".
    """
    return f"{FOLDER}{uri.removesuffix('.md').removesuffix('/index')}.png"


SITE_CARD = f"{FOLDER}webbplatsen.png"
"""Where the card lies that pages without one of their own share."""
