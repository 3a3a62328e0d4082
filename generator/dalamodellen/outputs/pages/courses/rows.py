# SPDX-License-Identifier: EUPL-1.2
"""One occasion in a list: when, what, where, and whether one can come."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time

from dalamodellen.model.course import InstanceStatus
from dalamodellen.model.occasion import Occasion
from dalamodellen.model.period import PartialDate
from dalamodellen.model.series import whole_day
from dalamodellen.outputs.pages.page import Page, uri_of
from dalamodellen.outputs.safe_markdown import Markdown, escape
from dalamodellen.outputs.wording import format_weekday


@dataclass(frozen=True)
class OccasionRow:
    """An occasion in words."""

    last: str
    """Its last day in ISO 8601, so that a script can hide it when it is over; "" if not known."""
    when: Markdown
    link: Markdown
    meta: Markdown
    """Where, what it costs, and its status, with dots between."""
    is_cancelled: bool


def occasion_rows(page: Page, found: Iterable[Occasion]) -> list[OccasionRow]:
    """Give the row of each occasion."""
    return [occasion_row(page, one) for one in found]


def occasion_row(page: Page, one: Occasion) -> OccasionRow:
    """Tell an occasion in a row; a cancelled one says so."""
    kind = page.label("event_kind", one.kind) if one.kind else page.translate("Kurs")
    return OccasionRow(
        last=last_day(one),
        when=moment(page, one.start, one.end, one.start_time, one.end_time),
        link=occasion_link(page, one),
        meta=page.dotted(
            kind,
            where(page, one),
            page.money(one.price) if one.price else "",
            status_in_words(page, one.status),
        ),
        is_cancelled=one.status is InstanceStatus.CANCELLED,
    )


def last_day(one: Occasion) -> str:
    """Give the last day of an occasion in ISO 8601; "" where it is not known to the year."""
    return one.last_day.isoformat() if one.last_day else ""


def occasion_link(page: Page, one: Occasion) -> Markdown:
    """Link to the occasion on its course's or event's page."""
    uri = uri_of(*one.key) + (f"#{one.anchor}" if one.anchor else "")
    return Markdown(f'<a href="{page.href(uri)}">{page.text(one.title)}</a>')


def where(page: Page, one: Occasion) -> Markdown:
    """Say the municipality, that it is online, or both."""
    parts = [page.place(one.municipality)] if one.municipality else []
    if one.is_online:
        parts.append(page.translate("på nätet"))
    return Markdown(", ".join(parts))


def moment(
    page: Page,
    start: PartialDate,
    end: PartialDate | None,
    start_time: time | None,
    end_time: time | None,
) -> Markdown:
    """Say when: "ons 10 mars 2027 kl. 18:00–20:00", as far as it is known."""
    if start.is_unknown:
        return page.missing()
    first = _day(page, start)
    if end is not None and end != start:
        return Markdown(f"{_at(page, first, start_time)} – {_at(page, _day(page, end), end_time)}")
    hours = clock(start_time, end_time)
    told = f"{first} {hours_in_words(page, hours)}" if hours else first
    return Markdown(f'<time datetime="{start.iso}">{told}</time>' if start.is_whole else told)


def clock(start: time | None, end: time | None) -> str:
    """Write hours: "18:00–20:00", "18:00"; "" where none is known."""
    return "–".join(f"{one:%H:%M}" for one in (start, end) if one is not None)


def hours_in_words(page: Page, hours: str) -> Markdown:
    """Put the word for the hour before it, where the language has one."""
    told = page.translate("kl. {}").replace("{}", escape(hours))
    return Markdown(f'<span class="occasion-hours">{told}</span>')


def _at(page: Page, day: str, hour: time | None) -> str:
    return f"{day} {hours_in_words(page, clock(hour, None))}" if hour else day


def _day(page: Page, when: PartialDate) -> str:
    day = whole_day(when)
    return f"{format_weekday(day, page.language)} {page.date(when)}" if day else page.date(when)


def status_in_words(page: Page, status: InstanceStatus) -> Markdown:
    """Say whether one can come; that it is cancelled stands out."""
    word = page.label("instance_status", status)
    return Markdown(f"<strong>{word}</strong>") if status is InstanceStatus.CANCELLED else word
