# SPDX-License-Identifier: EUPL-1.2
"""How a reader follows what a page gathers: one press, or the address to copy."""

from __future__ import annotations

from dataclasses import dataclass

from dalamodellen.outputs.feed_addresses import ATOM, beside, whole_address
from dalamodellen.outputs.pages.page import Page
from dalamodellen.outputs.pages.templates import environment
from dalamodellen.outputs.safe_markdown import Markdown

_NEWS = "application/atom+xml"


@dataclass(frozen=True)
class Subscription:
    """What the block on the page says."""

    href: Markdown
    words: Markdown
    type: str
    """The media type of what the link leads to; "" where it opens another program."""
    address: str
    """The whole address to copy; "" where it is not known."""
    how: Markdown
    """What to do where there is no whole address."""
    left_out: str = ""
    """What the calendar does not hold."""


def news_block(page: Page, words: Markdown) -> Markdown:
    """Offer the feed that lies beside a page.

    Args:
        page: The page it belongs to.
        words: What the link says.
    """
    uri = beside(page.uri, ATOM)
    return subscription_block(
        page,
        Subscription(
            href=page.href(uri),
            words=words,
            type=_NEWS,
            address=whole_address(page.site, page.language, uri),
            how=page.translate("Kopiera länken och klistra in den i ett program som läser flöden."),
        ),
    )


def news_in_head(page: Page, title: str) -> dict[str, str]:
    """Give what the head of a page says about its feed, for programs that look there."""
    return {"type": _NEWS, "title": title, "url": beside(page.uri, ATOM)}


def subscription_block(page: Page, subscription: Subscription) -> Markdown:
    """Render the way to follow something."""
    html = (
        environment()
        .get_template("components/subscribe/subscribe.md.j2")
        .render(_=page.translate, subscription=subscription)
    )
    return Markdown(html)
