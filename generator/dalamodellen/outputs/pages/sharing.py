# SPDX-License-Identifier: EUPL-1.2
"""What a page gives those who send its link on: a card, a button to copy it, a mail to send."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from dalamodellen.model.settings import EXAMPLE_MARK
from dalamodellen.model.site import Site
from dalamodellen.outputs.navigation import site_name, tree_of
from dalamodellen.outputs.output_file import page_url
from dalamodellen.outputs.pages.templates import environment
from dalamodellen.outputs.safe_markdown import Markdown
from dalamodellen.outputs.share_card import Highlight, ShareCard, card_uri
from dalamodellen.outputs.words import NO_BREAK, translator


@dataclass(frozen=True)
class Sharing:
    """How one page is shared."""

    card: ShareCard | None
    """The words of its card; None where the site's address is not known, for then no link
    could lead to the picture."""
    meta: dict[str, str]
    """The card for the head of the page: where it lies and what it says."""
    block: Markdown
    """The button and the mail, for the page's text."""


NOT_SHARED = Sharing(None, {}, Markdown(""))


def sharing_of(
    site: Site,
    uri: str,
    language: str,
    *,
    title: str,
    told: Highlight | None,
    publicity: Mapping[str, str | bool],
) -> Sharing:
    """Prepare a page for being shared.

    Args:
        site: The checked site.
        uri: Where the page lies.
        language: The language it speaks.
        title: Its title in plain words.
        told: What to tell besides the title; None for a page that has no card of its own.
        publicity: What the page says about its funder.
    """
    if told is None:
        return NOT_SHARED
    mark = translator(language)(EXAMPLE_MARK) if site.settings.is_example else ""
    block = _block(site, uri, language, f"{mark}: {title}" if mark else title, told)
    if not site.settings.root_url:
        return Sharing(None, {}, block)
    funders = (str(publicity.get(name, "")) for name in ("statement", "plain"))
    card = ShareCard(
        title=title,
        highlight=told,
        funders=tuple(words for words in funders if words),
        site_name=site_name(site, language)[0],
        mark=mark,
    )
    return Sharing(card, {"url": card_uri(uri), "alt": card.alt}, block)


def _block(site: Site, uri: str, language: str, title: str, told: Highlight) -> Markdown:
    root_url = site.settings.root_url
    address = f"{root_url}{tree_of(site, language)}{page_url(uri)}" if root_url else ""
    html = (
        environment()
        .get_template("components/share/share.md.j2")
        .render(
            _=translator(language),
            mail=Markdown(mail_address(title, told.line, address)),
            has_address=bool(address),
        )
    )
    return Markdown(html)


def mail_address(title: str, line: str, address: str) -> str:
    """Give the `mailto:` address that begins a mail about a page.

    Every sign that a mail program may misread is percent-encoded, as UTF-8; so are the breaks
    between the lines.

    Args:
        title: What the mail is about.
        line: One line to begin with.
        address: The page's; "" where the reader's browser has to add it.
    """
    # Mail is wrapped by those who read it; a no-break space helps none of them.
    body = (f"{line}\r\n\r\n" if line else "").replace(NO_BREAK, " ") + address
    return f"mailto:?subject={quote(title, safe='')}&amp;body={quote(body, safe='')}"
