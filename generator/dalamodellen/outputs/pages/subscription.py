# SPDX-License-Identifier: EUPL-1.2
"""How a reader follows what a page gathers: in a calendar, or in a program that reads feeds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from dalamodellen.model.occasion import Occasion
from dalamodellen.model.series import whole_day
from dalamodellen.model.site import Site
from dalamodellen.outputs.feed_addresses import (
    ATOM,
    CALENDAR_FILE,
    beside,
    subscription_address,
    whole_address,
)
from dalamodellen.outputs.pages.courses.choices import all_occasions, has_calendar
from dalamodellen.outputs.pages.page import Page
from dalamodellen.outputs.pages.templates import environment
from dalamodellen.outputs.safe_markdown import Markdown

_MEDIA_TYPES = {CALENDAR_FILE: "text/calendar", ATOM: "application/atom+xml"}


@dataclass(frozen=True)
class _Subscription:
    """What the block says."""

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


def calendar_block(page: Page, holds: Callable[[Occasion], bool] = lambda _: True) -> Markdown:
    """Offer the calendar that lies beside a page; nothing on a site that can have none.

    Args:
        page: The page it belongs to.
        holds: Which occasions it is about, to say how many of them have no day yet.
    """
    site = page.site
    if not has_calendar(site):
        return Markdown("")
    uri = beside(page.uri, CALENDAR_FILE)
    one_click = subscription_address(site, page.language, uri)
    number = sum(holds(one) for one in _without_day(site))
    return _block(
        page,
        _Subscription(
            href=Markdown(one_click) if one_click else page.href(uri),
            words=page.translate("Prenumerera i din kalender")
            if one_click
            else page.translate("Hämta kalendern som fil"),
            type="" if one_click else _MEDIA_TYPES[CALENDAR_FILE],
            address=whole_address(site, page.language, uri),
            how=page.translate(
                "Vill du prenumerera? Kopiera länken och klistra in den i din kalender."
            ),
            left_out=page.count(
                number,
                "{} tillfälle har ingen dag än och finns inte i kalendern.",
                "{} tillfällen har ingen dag än och finns inte i kalendern.",
            )
            if number
            else "",
        ),
    )


def news_block(page: Page, words: Markdown) -> Markdown:
    """Offer the feed that lies beside a page.

    Args:
        page: The page it belongs to.
        words: What the link says.
    """
    uri = beside(page.uri, ATOM)
    return _block(
        page,
        _Subscription(
            href=page.href(uri),
            words=words,
            type=_MEDIA_TYPES[ATOM],
            address=whole_address(page.site, page.language, uri),
            how=page.translate("Kopiera länken och klistra in den i ett program som läser flöden."),
        ),
    )


def news_in_head(page: Page, title: str) -> dict[str, str]:
    """Give what the head of a page says about its feed, for programs that look there."""
    return {"type": _MEDIA_TYPES[ATOM], "title": title, "url": beside(page.uri, ATOM)}


def calendar_in_head(page: Page, title: str) -> list[dict[str, str]]:
    """Give what the head of a page says about its calendar; nothing where there is none."""
    if not has_calendar(page.site):
        return []
    return [
        {
            "type": _MEDIA_TYPES[CALENDAR_FILE],
            "title": title,
            "url": beside(page.uri, CALENDAR_FILE),
        }
    ]


@lru_cache(maxsize=4)
def _without_day(site: Site) -> tuple[Occasion, ...]:
    """List what is to come but has no whole day yet; asked by many pages, so found once."""
    return tuple(
        one
        for one in all_occasions(site)
        if whole_day(one.start) is None and one.is_upcoming(site.today)
    )


def _block(page: Page, subscription: _Subscription) -> Markdown:
    html = (
        environment()
        .get_template("components/subscribe/subscribe.md.j2")
        .render(_=page.translate, subscription=subscription)
    )
    return Markdown(html)
