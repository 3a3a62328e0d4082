# SPDX-License-Identifier: EUPL-1.2
"""The times of one course or event, each with all that is known: place, way in, seats, booking."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dalamodellen.model.course import InstanceStatus
from dalamodellen.model.occasion import Occasion
from dalamodellen.model.period import PartialDate
from dalamodellen.model.series import whole_day
from dalamodellen.outputs.feed_addresses import occasion_uri
from dalamodellen.outputs.pages.courses.rows import last_day, moment, where
from dalamodellen.outputs.pages.page import Page
from dalamodellen.outputs.safe_markdown import Markdown

_BOOKED = (InstanceStatus.OPEN, InstanceStatus.PLANNED)


@dataclass(frozen=True)
class Time:
    """One time of a course or event, in words."""

    id: str
    """Where it stands on the page; "" for a lone event."""
    last: str
    """Its last day, so that a script can hide it when it is over."""
    when: Markdown
    status: Markdown
    is_cancelled: bool
    lines: tuple[Markdown, ...]
    """Where, how one gets in, how many seats, the last day to book."""
    booking: Markdown
    """The way to book; "" where there is none, or none any more."""
    calendar: Markdown
    """The way to put it in a calendar of one's own; "" where that makes no sense."""


def times_of(page: Page, found: Iterable[Occasion]) -> tuple[list[Time], list[Time]]:
    """Give the times still ahead, cancelled ones too, and those that are over or were held."""
    ahead: list[Time] = []
    past: list[Time] = []
    for one in found:
        is_over = one.is_past(page.site.today) or one.status is InstanceStatus.HELD
        (past if is_over else ahead).append(_time(page, one))
    return ahead, past


def _time(page: Page, one: Occasion) -> Time:
    is_cancelled = one.status is InstanceStatus.CANCELLED
    told = page.label("instance_status", one.status)
    if is_cancelled and one.cancelled_on is not None:
        told = Markdown(f"{told} {page.date(one.cancelled_on)}")
    is_over = one.is_past(page.site.today)
    return Time(
        id=one.anchor,
        last=last_day(one),
        when=moment(page, one.start, one.end, one.start_time, one.end_time),
        status=told,
        is_cancelled=is_cancelled,
        lines=tuple(line for line in _lines(page, one, is_over=is_over or is_cancelled) if line),
        booking=Markdown("") if is_over else _booking(page, one),
        calendar=Markdown("") if is_over or is_cancelled else _calendar(page, one),
    )


def _lines(page: Page, one: Occasion, *, is_over: bool) -> list[Markdown]:
    """Give where it is, how one gets in, how one joins, and what one must know to book."""
    address = page.text(one.address)
    place = Markdown(", ".join(part for part in (address, where(page, one)) if part))
    if is_over:
        return [place]
    books = one.last_booking_day if one.status in _BOOKED else None
    facts = page.dotted(
        page.money(one.price) if one.price else "",
        page.count(one.seats, "{} plats", "{} platser") if one.seats is not None else "",
        _last_to_book(page, books) if books else "",
    )
    joining = page.text(one.joining) if one.is_online else Markdown("")
    return [place, page.text(one.access), joining, facts]


def _last_to_book(page: Page, day: PartialDate) -> Markdown:
    return Markdown(f"{page.translate('Sista dag att boka:')} {page.date(day)}")


def _booking(page: Page, one: Occasion) -> Markdown:
    """Link to where one books; nobody can book what is made up."""
    closes = one.last_booking_day.last_day if one.last_booking_day else None
    is_closed = closes is not None and closes < page.site.today
    if not one.booking_url or page.site.settings.is_example or is_closed:
        return Markdown("")
    is_open = one.status in _BOOKED
    return page.outside(one.booking_url, page.translate("Boka")) if is_open else Markdown("")


def _calendar(page: Page, one: Occasion) -> Markdown:
    """Link to the file with one time of several; a lone event has its whole calendar beside it."""
    if not one.name or whole_day(one.start) is None:
        return Markdown("")
    way = page.href(occasion_uri(page.uri, one.name))
    words = page.translate("Lägg till i din kalender")
    return Markdown(f'<a href="{way}" type="text/calendar">{words}</a>')
