# SPDX-License-Identifier: EUPL-1.2
"""What programs fetch again and again: the news as Atom, and what stands in the calendar as iCalendar."""

from __future__ import annotations

from dalamodellen.model.site import Site
from dalamodellen.outputs.feeds.calendars import render_calendars
from dalamodellen.outputs.feeds.news import render_news_feeds
from dalamodellen.outputs.output_file import OutputFile


def render_feeds(site: Site, language: str) -> list[OutputFile]:
    """Render every feed of the site in a language."""
    return [*render_news_feeds(site, language), *render_calendars(site, language)]
