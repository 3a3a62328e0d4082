# SPDX-License-Identifier: EUPL-1.2
"""Charts choose themselves: the data's shape gives the kind, and no data give none."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest

from conftest import REPOSITORY, SmallSite
from dalamodellen.inputs.loader import load_site
from dalamodellen.model.indicator import ChartKind, OutcomeStatus
from dalamodellen.model.site import Site
from dalamodellen.outputs.charts.spec import MOST_SERIES, CellState, Chart
from dalamodellen.outputs.pages.chart_choice.choice import (
    SHAPES,
    chart_of_goal,
    charts_of_project,
    charts_of_site,
)
from dalamodellen.outputs.pages.chart_choice.goal_charts import BY_SHAPE
from dalamodellen.outputs.pages.page import Page, uri_of

TODAY = date(2026, 11, 24)
PROJECT = """\
title: Kursen
summary: Kursen lärde ut bokföring.
target_groups:
  - {id: alla, title: alla som gått kursen, size: 200}
goals:
  - id: kurs
    title: Personer som gått kursen
    counts: people
    target: {value: 100, due: 2025-12-31}
%s
    source: "ansokan, Mål"
%s
publication: {status: published, approved_by: redaktionen, approved_on: 2026-11-22}
"""


def site_with(
    small_site: SmallSite, table: str = "", goal: str = "    may_overlap: false", more: str = ""
) -> Site:
    files = {
        "data/projects/kursen.yml": PROJECT % (goal, more),
        "data/documents/ansokan.yml": "title: Ansökan\nkind: report\n",
        "data/roles/larare.yml": "title: lärare\n",
        "data/roles/chefer.yml": "title: chefer\n",
    }
    if table:
        files["data/observations/kursen.csv"] = table
    site, issues = load_site(small_site(files), today=TODAY)
    assert [issue.code for issue in issues if issue.severity == "error"] == []
    return site


def chart_with(small_site: SmallSite, table: str, goal: str = "    may_overlap: false") -> Chart:
    site = site_with(small_site, table, goal)
    found = chart_of_goal(page_of(site), site.projects[0], 0)
    assert found is not None
    return found


def page_of(site: Site, language: str = "sv", project: str = "kursen") -> Page:
    return Page(site, uri_of("project", project), language)


def numbers(chart: Chart) -> list[tuple[str, list[str]]]:
    """Give each row's label with its numbers, or why there are none."""
    return [
        (
            row.label.text,
            [str(cell.value) if cell.is_known else cell.state.value for cell in row.cells],
        )
        for row in chart.rows
    ]


@pytest.mark.parametrize(("sensitive", "fewest"), [("false", 5), ("true", 10)])
def test_a_chart_knows_how_few_people_are_hidden(
    small_site: SmallSite, sensitive: str, fewest: int
) -> None:
    table = "indicator,period,value\nkurs,2024 K1,10\nkurs,2024 K2,20\n"
    chart = chart_with(small_site, table, f"    is_sensitive: {sensitive}")
    assert chart.fewest == fewest


SCALE = """\
indicator,period,question,n,answers_1,answers_2,answers_3,answers_4,answers_5
kurs,2024,Nytta,60,2,8,10,20,20
"""


@pytest.mark.parametrize(
    ("table", "kind", "rows"),
    [
        (
            "indicator,period,value\nkurs,2024 K1,10\nkurs,2024 K2,20\n",
            ChartKind.PROGRESS,
            [("K1 2024", ["10"]), ("K2 2024", ["20"])],
        ),
        (
            "indicator,period,value,role\nkurs,2024,10,larare\nkurs,2024,20,chefer\n",
            ChartKind.PARTS,
            [("lärare", ["10"]), ("chefer", ["20"])],
        ),
        (
            "indicator,period,value,municipality\nkurs,2024,10,falun\nkurs,2024,0,mora\n",
            ChartKind.PLACES,
            [("Falun", ["10"]), ("Mora", ["0"])],
        ),
        (
            "indicator,period,value,women,men\nkurs,2024,30,20,10\n",
            ChartKind.SEXES_WITHIN,
            [("2024", ["20", "10"])],
        ),
        (
            SCALE,
            ChartKind.SCALE,
            [("Nytta", ["suppressed", "suppressed", "10", "20", "20"])],
        ),
        (
            "indicator,period,value\nkurs,2024,30\n",
            ChartKind.TARGETS,
            [("Personer som gått kursen", ["30"])],
        ),
    ],
)
def test_the_shape_of_the_rows_gives_the_chart(
    small_site: SmallSite, table: str, kind: ChartKind, rows: list[tuple[str, list[str]]]
) -> None:
    chart = chart_with(small_site, table)
    assert (chart.kind, numbers(chart)) == (kind, rows)


def test_shares_of_women_and_of_men_are_a_chart_of_each_sex_and_never_of_the_two_within(
    small_site: SmallSite,
) -> None:
    table = "indicator,period,value,women,men,n,n_women,n_men\nkurs,2024,75,80,70,100,50,50\n"
    text = PROJECT.replace("{value: 100, due: 2025-12-31}", "{value: 75, unit: percent}")
    files = {
        "data/projects/kursen.yml": text % ("    denominator: alla", ""),
        "data/documents/ansokan.yml": "title: Ansökan\nkind: report\n",
        "data/observations/kursen.csv": table,
    }
    site, _ = load_site(small_site(files), today=TODAY)
    kinds = [chart.kind for chart in charts_of_project(page_of(site), site.projects[0])]
    assert kinds == [ChartKind.SHARE_OF_EACH_SEX]


def test_the_author_may_choose_another_chart(small_site: SmallSite) -> None:
    table = "indicator,period,value,women,men\nkurs,2023,20,12,8\nkurs,2024,40,22,18\n"
    assert chart_with(small_site, table).kind is ChartKind.PROGRESS
    assert chart_with(small_site, table, "    chart: sexes_within").kind is ChartKind.SEXES_WITHIN


def test_a_choice_that_the_data_do_not_reach_gives_what_they_reach(small_site: SmallSite) -> None:
    table = "indicator,period,value\nkurs,2023,20\nkurs,2024,40\n"
    assert chart_with(small_site, table, "    chart: scale").kind is ChartKind.PROGRESS


def test_a_goal_without_any_number_but_its_target_gives_no_chart(small_site: SmallSite) -> None:
    site = site_with(small_site)
    assert charts_of_project(page_of(site), site.projects[0]) == ()


def test_a_hidden_number_leads_to_no_row(small_site: SmallSite) -> None:
    table = "indicator,period,value,women,men\nkurs,2024,30,27,3\n"
    cells = chart_with(small_site, table).rows[0].cells
    assert [(cell.value, cell.state, cell.path, cell.line) for cell in cells] == [
        (None, CellState.SUPPRESSED, "", 0)
    ] * 2


def test_a_number_leads_to_its_row(small_site: SmallSite) -> None:
    table = "indicator,period,value\nkurs,2023,20\nkurs,2024,40\n"
    cells = [row.cells[0] for row in chart_with(small_site, table).rows]
    assert [(cell.path, cell.line) for cell in cells] == [
        ("data/observations/kursen.csv", 2),
        ("data/observations/kursen.csv", 3),
    ]


def test_a_goal_in_a_chart_of_several_has_the_number_and_the_status_of_the_rule(
    small_site: SmallSite,
) -> None:
    more = """\
  - id: trygga
    title: Trygga
    counts: people
    target: {value: 120, due: 2027-12-31}
    denominator: alla
    source: ansokan
"""
    table = "indicator,period,value\nkurs,2023,60\nkurs,2024,50\ntrygga,2024,80\n"
    goal = "    accumulation: per_period"
    site = site_with(small_site, table, goal, more)
    chart = next(
        one
        for one in charts_of_project(page_of(site), site.projects[0])
        if one.kind is ChartKind.TARGETS and len(one.rows) > 1
    )
    found = [(cell.value, cell.status, cell.line) for cell in chart.cells_of("outcome")]
    assert found == [(110, OutcomeStatus.MET, 3), (80, OutcomeStatus.TOO_EARLY, 4)]


@pytest.mark.parametrize(
    ("budget", "rows"),
    [
        ("500 000 SEK", [("Beviljat stöd", ["200000"]), ("Annan finansiering", ["300000"])]),
        ("500 000 NOK", None),
        ("200 000 SEK", None),
    ],
)
def test_money_is_never_of_two_currencies(
    small_site: SmallSite, budget: str, rows: list[tuple[str, list[str]]] | None
) -> None:
    text = PROJECT % (
        "    may_overlap: false",
        f"funding: {{granted: 200 000 SEK, budget: {budget}}}",
    )
    files = {
        "data/projects/kursen.yml": text,
        "data/documents/ansokan.yml": "title: Ansökan\nkind: report\n",
    }
    site, _ = load_site(small_site(files), today=TODAY)
    found = [c for c in charts_of_project(page_of(site), site.projects[0]) if c.currency]
    assert [numbers(chart) for chart in found] == ([rows] if rows else [])


@pytest.fixture(scope="module")
def demo() -> Site:
    return load_site(REPOSITORY / "examples/demo", today=TODAY)[0]


def charts_of(site: Site, language: str = "sv") -> list[Chart]:
    found = [
        chart
        for project in site.projects
        for chart in charts_of_project(page_of(site, language, project.id), project)
    ]
    return [*found, *charts_of_site(Page(site, "projekt/index.md", language))]


def test_the_demonstration_site_shows_every_kind_of_chart_and_every_state(demo: Site) -> None:
    charts = charts_of(demo)
    assert {chart.kind for chart in charts} == set(ChartKind)
    cells = [cell for chart in charts for row in chart.rows for cell in row.cells]
    assert {cell.state for cell in cells} == {
        CellState.KNOWN,
        CellState.MISSING,
        CellState.SUPPRESSED,
    }
    assert Decimal(0) in {cell.value for cell in cells}
    named = {row.label.text for c in charts if c.kind is ChartKind.MATRIX for row in c.rows}
    assert named == {"Exempeldalens lärcentrum", "Exempelskolan"}


@pytest.mark.parametrize("language", ["sv", "nb", "en"])
@pytest.mark.parametrize("root", [REPOSITORY, REPOSITORY / "examples/demo"])
def test_every_chart_keeps_what_its_specification_promises(root: object, language: str) -> None:
    site = load_site(root, today=TODAY)[0]  # type: ignore[arg-type]
    charts = charts_of(site, language)
    assert len({chart.id for chart in charts}) == len(charts)
    for chart in charts:
        assert all(len(row.cells) == len(chart.series) for row in chart.rows), chart.id
        assert len(chart.series) <= MOST_SERIES or chart.kind is ChartKind.MATRIX, chart.id
        assert chart.source, chart.id
        assert re.fullmatch(r"[a-z0-9-]+", chart.id)


def test_no_number_of_few_people_is_in_a_chart_of_the_demonstration_site(demo: Site) -> None:
    for chart in charts_of(demo):
        if chart.counts.value == "people" and chart.unit.value == "number":
            told = [cell.value for row in chart.rows for cell in row.cells if cell.is_known]
            assert [value for value in told if value is not None and 0 < value < 5] == []


def test_the_written_table_and_the_code_say_the_same() -> None:
    text = (REPOSITORY / "docs/diagram.md").read_text("utf-8")
    rows = re.findall(r"^\| `(\w+)` \| (.+?) \| .+ \|$", text, re.MULTILINE)
    assert rows == [(kind.value, words) for kind, words in SHAPES.items()]
    assert set(SHAPES) == set(ChartKind)
    order = re.search(r"i den här ordningen: (.+?)\. Vill", text, re.DOTALL)
    assert order is not None
    assert re.findall(r"`(\w+)`", order[1]) == [kind.value for kind in BY_SHAPE]
