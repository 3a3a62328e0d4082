# SPDX-License-Identifier: EUPL-1.2
"""Which charts a project gets: chosen from the shape of its data, and none where there are none."""

from __future__ import annotations

from collections.abc import Iterator

from dalamodellen.model.indicator import ChartKind
from dalamodellen.model.project import Project
from dalamodellen.outputs.charts.spec import Chart
from dalamodellen.outputs.pages.chart_choice.breakdown_charts import breakdown_charts
from dalamodellen.outputs.pages.chart_choice.course_charts import course_charts
from dalamodellen.outputs.pages.chart_choice.goal_charts import charts_of_goal, promise
from dalamodellen.outputs.pages.chart_choice.pieces import rows_of_goal
from dalamodellen.outputs.pages.chart_choice.record_charts import (
    area_charts,
    county_charts,
    held_charts,
    money_charts,
    participant_charts,
    target_charts,
)
from dalamodellen.outputs.pages.chart_choice.site_charts import matrix, places_of_site, time_line
from dalamodellen.outputs.pages.page import Page

SHAPES: dict[ChartKind, str] = {
    ChartKind.TARGETS: "mål som har ett tal att nå, eller ett utfall",
    ChartKind.PROGRESS: "två perioder eller fler med ett tal för helheten",
    ChartKind.PARTS: "delar efter roll, grupp, kursområde eller län",
    ChartKind.SHARE_OF_EACH_SEX: "andelar i procent för kvinnor och för män",
    ChartKind.SEXES_WITHIN: "antal kvinnor och antal män",
    ChartKind.SCALE: "svar från 1 till 5 på ett påstående",
    ChartKind.MONEY: "beviljat stöd och total budget i samma valuta",
    ChartKind.HELD: (
        "två aktiviteter eller fler med ett planerat eller genomfört antal, eller kurstillfällen"
    ),
    ChartKind.MATRIX: "rader för organisationer som har sagt ja till att visas",
    ChartKind.TIME_LINE: "projekt med en känd period",
    ChartKind.PLACES: "delar efter kommun, eller projektens kommuner",
}
"""Kind of chart → the data that give it, as docs/diagram.md says it."""


def charts_of_project(page: Page, project: Project) -> tuple[Chart, ...]:
    """Give every chart that a project's record and rows have the shape of, outcomes first.

    A goal of an organisation's own is in the matrix. What no source states gives no chart: the
    page says so in words.
    """
    found = [*target_charts(page, project)]
    for number in range(len(project.goals)):
        found += charts_of_goal(page, project, number)
    if (goals := matrix(page, project)) is not None:
        found.append(goals)
    found += breakdown_charts(page, project)
    if not any(chart.kind is ChartKind.SEXES_WITHIN for chart in found):
        found += participant_charts(page, project)
    for charts in (area_charts, money_charts, held_charts, course_charts, county_charts):
        found += charts(page, project)
    return tuple(_once(found))


def chart_of_goal(page: Page, project: Project, number: int) -> Chart | None:
    """Give the chart that shows most of a goal: the author's choice, else the data's."""
    return next(iter(charts_of_goal(page, project, number)), None)


def chart_of_promise(page: Page, project: Project, number: int) -> Chart | None:
    """Give a goal's target and why there is no outcome, to be put into words; None without a target."""
    goal = project.goals[number]
    return promise(page, project, number, rows_of_goal(page, project, goal))


def charts_of_site(page: Page) -> tuple[Chart, ...]:
    """Give the charts across projects: the time line and the municipalities."""
    found = (time_line(page), places_of_site(page))
    return tuple(chart for chart in found if chart is not None)


def _once(charts: list[Chart]) -> Iterator[Chart]:
    """Leave out a goal's own chart of target and outcome where a chart of several has its row."""
    rows = {
        row for c in charts if c.kind is ChartKind.TARGETS and len(c.rows) > 1 for row in c.rows
    }
    for chart in charts:
        is_told = chart.kind is ChartKind.TARGETS and len(chart.rows) == 1
        if not (is_told and chart.rows[0] in rows):
            yield chart
