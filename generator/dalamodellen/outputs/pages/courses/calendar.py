# SPDX-License-Identifier: EUPL-1.2
"""The calendar: what comes, month by month, as a list and as a table of weeks."""

from __future__ import annotations

import calendar
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dalamodellen.model.activity import Activity, ActivityKind
from dalamodellen.model.course import InstanceStatus
from dalamodellen.model.occasion import Occasion
from dalamodellen.model.period import PartialDate
from dalamodellen.model.project import Project
from dalamodellen.model.series import whole_day
from dalamodellen.model.site import Site
from dalamodellen.outputs.output_file import OutputFile
from dalamodellen.outputs.pages.courses.catalogue import UPCOMING_SCRIPT
from dalamodellen.outputs.pages.courses.choices import (
    CALENDAR,
    all_occasions,
    has_calendar,
    month_uri,
    months_of,
    shown_ahead,
)
from dalamodellen.outputs.pages.courses.interest import interest_address
from dalamodellen.outputs.pages.courses.rows import occasion_link, occasion_rows
from dalamodellen.outputs.pages.courses.subscription import calendar_block, calendar_in_head
from dalamodellen.outputs.pages.page import Page, page_file
from dalamodellen.outputs.safe_markdown import Markdown, escape
from dalamodellen.outputs.wording import weekday_names

MOST_SHOWN = 60
"""On the first page; each month has a page of its own with all of it."""
MOST_IN_A_DAY = 3
"""In a square of the table; the list below it has them all."""

_MEETINGS = (ActivityKind.SEMINAR, ActivityKind.WORKSHOP, ActivityKind.NETWORK)
Month = tuple[int, int]


@dataclass(frozen=True)
class Square:
    """A day in the table of a month."""

    number: int
    """Day of the month; 0 for a square outside it."""
    id: str
    """The day in the list below, where anything is on it."""
    links: tuple[Markdown, ...]
    more: int
    """How many are not shown."""


def render_calendar(site: Site, language: str) -> list[OutputFile]:
    """Render what comes, and every month that has anything in it."""
    if not has_calendar(site):
        return []
    months = months_of(all_occasions(site))
    names = list(months)
    pages = [_first(site, language, months)]
    for number, month in enumerate(names):
        around = names[max(0, number - 1) : number] + names[number + 1 : number + 2]
        pages.append(_month(site, language, month, months[month], around))
    return pages


def _first(site: Site, language: str, months: dict[Month, list[Occasion]]) -> OutputFile:
    page = Page(site, CALENDAR, language)
    ahead = shown_ahead(site, all_occasions(site))
    shown = ahead[:MOST_SHOWN]
    dated = months_of(shown)
    gone = [one for one in all_occasions(site) if one not in ahead and one.start.month is None]
    placed = [one for found in dated.values() for one in found]
    return page_file(
        site,
        CALENDAR,
        language,
        "calendar.md.j2",
        title=page.translate("Kalender"),
        description=page.translate(
            "Kurser, seminarier, workshoppar och nätverksträffar som kommer."
        ),
        section=CALENDAR,
        meta={
            **({"scripts": [UPCOMING_SCRIPT]} if shown else {}),
            "feeds": calendar_in_head(page, page.translate("Kalender")),
        },
        subscription=calendar_block(page),
        groups=[
            (_capital(_month_name(page, month)), occasion_rows(page, found))
            for month, found in dated.items()
        ],
        undated=occasion_rows(page, [one for one in shown if one not in placed]),
        gone=occasion_rows(page, gone),
        activities=_activities(page),
        is_cut=len(ahead) > MOST_SHOWN,
        months=[(_month_link(page, month), len(found)) for month, found in months.items()],
        interest=interest_address(page, page.translate("Jag vill veta när det kommer en kurs.")),
        today=page.day(site.today),
    )


def _activities(page: Page) -> list[tuple[Project, list[Activity]]]:
    """List the seminars, workshops and networks of projects, whose days no record holds."""
    found = [
        (project, [one for one in project.activities if one.kind in _MEETINGS])
        for project in page.site.projects
    ]
    return [(project, activities) for project, activities in found if activities]


def _month(
    site: Site, language: str, month: Month, found: Sequence[Occasion], around: Sequence[Month]
) -> OutputFile:
    page = Page(site, month_uri(*month), language)
    name = _month_name(page, month)
    by_day: dict[date, list[Occasion]] = defaultdict(list)
    unknown = []
    for one in found:
        day = whole_day(one.start)
        if day is None:
            unknown.append(one)
        else:
            by_day[day].append(one)
    heading = page.translate("Kalender")
    return page_file(
        site,
        month_uri(*month),
        language,
        "calendar_month.md.j2",
        title=f"{heading}: {name}",
        description=page.count(len(found), "{} träff eller kurs.", "{} träffar och kurser."),
        section=CALENDAR,
        breadcrumbs=[(heading, CALENDAR)],
        meta={"robots": "noindex"},
        name=_capital(name),
        weekdays=list(zip(weekday_names(language), weekday_names(language, "wide"), strict=True)),
        weeks=_weeks(page, month, by_day),
        days=[
            (f"dag-{day.isoformat()}", _day_name(page, day), occasion_rows(page, held))
            for day, held in sorted(by_day.items())
        ],
        unknown=occasion_rows(page, unknown),
        around=[_month_link(page, other) for other in around],
    )


def _weeks(
    page: Page, month: Month, by_day: dict[date, list[Occasion]]
) -> list[tuple[int, list[Square]]]:
    """Give each week of a month with its number and its seven days."""
    weeks = calendar.Calendar().monthdatescalendar(*month)
    return [
        (week[0].isocalendar().week, [_square(page, month, day, by_day) for day in week])
        for week in weeks
    ]


def _square(page: Page, month: Month, day: date, by_day: dict[date, list[Occasion]]) -> Square:
    if (day.year, day.month) != month:
        return Square(0, "", (), 0)
    found = by_day.get(day, [])
    links = tuple(_short(page, one) for one in found[:MOST_IN_A_DAY])
    anchor = f"dag-{day.isoformat()}" if found else ""
    return Square(day.day, anchor, links, len(found) - len(links))


def _short(page: Page, one: Occasion) -> Markdown:
    """Name an occasion in a square: its hour, its title, and whether it is cancelled."""
    hour = f"{one.start_time:%H:%M} " if one.start_time else ""
    link = occasion_link(page, one)
    if one.status is InstanceStatus.CANCELLED:
        return Markdown(f"{hour}<s>{link}</s> {page.translate('Inställd')}")
    return Markdown(f"{hour}{link}")


def _month_name(page: Page, month: Month) -> str:
    return str(page.date(PartialDate(year=month[0], month=month[1])))


def _month_link(page: Page, month: Month) -> Markdown:
    name = escape(_month_name(page, month))
    return Markdown(f'<a href="{page.href(month_uri(*month))}">{name}</a>')


def _day_name(page: Page, day: date) -> Markdown:
    wide = weekday_names(page.language, "wide")[day.weekday()]
    return _capital(f"{escape(wide)} {page.day(day)}")


def _capital(words: str) -> Markdown:
    """Let words begin a heading; a template's own filter would make them plain text again."""
    return Markdown(words[:1].upper() + words[1:])
