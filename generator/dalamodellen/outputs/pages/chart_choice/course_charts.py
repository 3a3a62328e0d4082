# SPDX-License-Identifier: EUPL-1.2
"""The chart of a project's course instances: planned so far against held, topic by topic."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from dalamodellen.model.course_follow_up import instances_of_project, tally
from dalamodellen.model.indicator import ChartKind, Counts
from dalamodellen.model.occasion import Occasion
from dalamodellen.model.period import PartialDate
from dalamodellen.model.project import Project
from dalamodellen.outputs.charts.spec import Chart, ChartUnit, Row, Series
from dalamodellen.outputs.pages.chart_choice.pieces import cell_of, ours, record_words
from dalamodellen.outputs.pages.page import Page
from dalamodellen.outputs.safe_markdown import Markdown, escape


def course_charts(page: Page, project: Project) -> Iterator[Chart]:
    """Give how many times courses were to have been held by now, and how many were, by topic."""
    by_topic: dict[str, list[Occasion]] = defaultdict(list)
    for one in instances_of_project(page.site, project.id):
        by_topic[one.topic or ""].append(one)
    rows = []
    for topic in sorted(by_topic):
        found = by_topic[topic]
        counted = tally(page.site, found)
        if counted.planned:
            path = found[0].path
            cells = [cell_of(Decimal(many), path, 1) for many in (counted.planned, counted.held)]
            label = record_words(page, "topic", topic) if topic else ours(page, "Andra kurser")
            rows.append(Row(label, tuple(cells)))
    if not rows:
        return
    today = page.site.today
    paths = sorted({one.path for found in by_topic.values() for one in found})
    yield Chart(
        id=f"{project.id}-kurser",
        kind=ChartKind.HELD,
        language=page.language,
        subject=ours(page, "Kurstillfällen"),
        counts=Counts.ACTIVITIES,
        unit=ChartUnit.NUMBER,
        series=(
            Series("planned", ours(page, "Planerat")),
            Series("held", ours(page, "Genomfört")),
        ),
        rows=tuple(rows),
        as_of=PartialDate(year=today.year, month=today.month, day=today.day),
        source=Markdown(", ".join(f"<code>{escape(path)}</code>" for path in paths)),
    )
