# SPDX-License-Identifier: EUPL-1.2
"""A chart in a page: what it says, the drawing, the table, the CSV, and where the numbers come from."""

from __future__ import annotations

from functools import lru_cache

from dalamodellen.model.settings import EXAMPLE_MARK
from dalamodellen.model.site import RecordFile, Site
from dalamodellen.outputs.charts.description import describe_chart, describe_title
from dalamodellen.outputs.charts.figure import Width, draw_figure
from dalamodellen.outputs.charts.reservations import untold_notes
from dalamodellen.outputs.charts.spec import Chart, Words
from dalamodellen.outputs.charts.table import TableRow, render_csv, tabulate
from dalamodellen.outputs.output_file import OutputFile
from dalamodellen.outputs.pages.page import Page, tidy
from dalamodellen.outputs.pages.templates import environment
from dalamodellen.outputs.safe_markdown import Markdown

LONG_TABLE = 5
"""A table with more lines than this is folded."""
MOST_COLUMNS = 8
"""The theme reckons with so many beside each other, and no more."""
_DRAWN = "diagram"
"""Folder of the CSV files, beside the page."""


def render_chart(
    page: Page, chart: Chart, *, is_made_up: bool = False, is_folded: bool = False
) -> tuple[Markdown, OutputFile]:
    """Render a chart as five things from one specification: title, words, drawing, table and CSV.

    Args:
        page: The page it stands on.
        chart: What to show; its id is unique on the page.
        is_made_up: Whether the numbers are not true, as all are on a demonstration site; then
            the drawing and the file say so themselves.
        is_folded: Whether the table is folded however short, for a page that says it all in words.

    Returns:
        A `<figure class="chart">`, and the CSV file it links to.
    """
    folder = page.uri.rpartition("/")[0]
    uri = "/".join(part for part in (folder, _DRAWN, f"{chart.id}.csv") if part)
    table = tabulate(chart)
    is_example = is_made_up or page.site.settings.is_example
    mark = page.translate("EXEMPEL – påhittade uppgifter") if is_example else ""
    has_sources = any(row.sources for row in table.rows)
    columns = 1 + len(table.columns) + has_sources
    html = (
        environment()
        .get_template("components/charts/charts.md.j2")
        .render(
            p=page,
            _=page.translate,
            chart=chart,
            title=describe_title(chart).marked,
            sentences=[sentence.marked for sentence in describe_chart(chart)],
            drawings=[Markdown(draw_figure(chart, width, mark)) for width in Width],
            table=table,
            is_long=is_folded or len(table.rows) > LONG_TABLE,
            words=lambda words: _words(page, words),
            rows_of=lambda row: _sources(page, row),
            has_sources=has_sources,
            room=columns if columns <= MOST_COLUMNS else "none",
            csv=page.href(uri),
            about=_about(page, chart),
        )
    )
    return Markdown(tidy(html)), OutputFile(
        uri, render_csv(chart, EXAMPLE_MARK if is_example else ""), page.language
    )


def _words(page: Page, words: Words) -> Markdown:
    return page.marked(words.text, words.language or page.language)


def _sources(page: Page, row: TableRow) -> Markdown:
    """Link to the rows of files that a line of the table comes from."""
    files = _files(page.site)
    return Markdown(
        ", ".join(page.row(files.get(path) or RecordFile(path), line) for path, line in row.sources)
    )


@lru_cache(maxsize=4)
def _files(site: Site) -> dict[str, RecordFile]:
    return {file.path: file for file in (*site.files.values(), *site.table_files.values())}


def _about(page: Page, chart: Chart) -> list[Markdown]:
    """Say of whom, how many, until when, who says so, and what a reader must know."""
    parts = []
    if chart.denominator:
        parts.append(Markdown(f"{page.translate('Andel av:')} {_words(page, chart.denominator)}"))
    if chart.n is not None:
        parts.append(Markdown(f"n&nbsp;=&nbsp;{page.number(chart.n)}"))
    if chart.as_of and not chart.as_of.is_unknown:
        parts.append(
            Markdown(f"{page.translate('Uppgifter till och med')} {page.date(chart.as_of)}")
        )
    if chart.said_by:
        parts.append(Markdown(f"{page.translate('Uppgift från')} {_words(page, chart.said_by)}"))
    return [*parts, *(_words(page, note) for note in untold_notes(chart))]
