# SPDX-License-Identifier: EUPL-1.2
"""The calendars to subscribe to, as the pages they belong to offer them."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from dalamodellen.model.occasion import Occasion
from dalamodellen.model.series import whole_day
from dalamodellen.model.site import Site
from dalamodellen.model.text import Text
from dalamodellen.outputs.feed_addresses import (
    CALENDAR_FILE,
    beside,
    subscription_address,
    whole_address,
)
from dalamodellen.outputs.pages.courses.choices import all_occasions, has_calendar
from dalamodellen.outputs.pages.page import Page
from dalamodellen.outputs.pages.subscription import Subscription, subscription_block
from dalamodellen.outputs.safe_markdown import Markdown

_MEDIA_TYPE = "text/calendar"


def calendar_block(page: Page, holds: Callable[[Occasion], bool] = lambda _: True) -> Markdown:
    """Offer the calendar that lies beside a page; nothing on a site that can have none.

    Args:
        page: The page it belongs to.
        holds: Which occasions it is about, to say how many of them have no day yet.
    """
    if not has_calendar(page.site):
        return Markdown("")
    address = whole_address(page.site, page.language, beside(page.uri, CALENDAR_FILE))
    file = page.href(beside(page.uri, CALENDAR_FILE))
    return offer_calendar(page, address, file, sum(holds(one) for one in _without_day(page.site)))


def offer_calendar(page: Page, address: str, file: Markdown, left_out: int) -> Markdown:
    """Offer a calendar: to subscribe to in one press, or as a file where no address is known.

    Args:
        page: The page that offers it.
        address: Its whole address; "" where it is not known.
        file: The way to it from the page.
        left_out: How many occasions have no day yet, and so are not in it.
    """
    return subscription_block(
        page,
        Subscription(
            href=Markdown(subscription_address(address)) if address else file,
            words=page.translate("Prenumerera i din kalender")
            if address
            else page.translate("Hämta kalendern som fil"),
            type="" if address else _MEDIA_TYPE,
            address=address,
            how=page.translate(
                "Vill du prenumerera? Kopiera länken och klistra in den i din kalender."
            ),
            left_out=page.count(
                left_out,
                "{} tillfälle har ingen dag än och finns inte i kalendern.",
                "{} tillfällen har ingen dag än och finns inte i kalendern.",
            )
            if left_out
            else "",
        ),
    )


def calendar_in_head(page: Page, title: str | Text) -> list[dict[str, str]]:
    """Give what the head of a page says about its calendar; nothing where there is none.

    Args:
        page: The page it lies beside.
        title: What it is called: a record's text, or words in the page's language.
    """
    if not has_calendar(page.site):
        return []
    told = {"type": _MEDIA_TYPE, "title": page.plain(title), "url": beside(page.uri, CALENDAR_FILE)}
    language = page.language_of(title)
    return [{**told, "language": language} if language else told]


@lru_cache(maxsize=4)
def _without_day(site: Site) -> tuple[Occasion, ...]:
    """List what is to come but has no whole day yet; asked by many pages, so found once."""
    return tuple(
        one
        for one in all_occasions(site)
        if whole_day(one.start) is None and one.is_upcoming(site.today)
    )
