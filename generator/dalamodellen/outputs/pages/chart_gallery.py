# SPDX-License-Identifier: EUPL-1.2
"""The gallery of charts, on demonstration sites: every kind, and every kind with data in disorder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dalamodellen.model.site import Site
from dalamodellen.outputs.charts.samples import DISORDERS, hostile_charts, ordinary_charts
from dalamodellen.outputs.charts.spec import Chart
from dalamodellen.outputs.output_file import OutputFile
from dalamodellen.outputs.pages.chart_block import render_chart
from dalamodellen.outputs.pages.page import Page, languages_of, page_file
from dalamodellen.outputs.words import label

GALLERY = "om/diagram/index.md"


def gallery_uris(site: Site) -> set[str]:
    """List the uris of the gallery's pages; only a demonstration site has any."""
    if not site.settings.is_example:
        return set()
    return {GALLERY, *(disorder_uri(name) for name in DISORDERS)}


def disorder_uri(name: str) -> str:
    """Give the uri of the page with charts whose data is in one kind of disorder."""
    return f"om/diagram/{name}/index.md"


def render_chart_gallery(site: Site, language: str) -> list[OutputFile]:
    """Render the gallery; only a demonstration site has one.

    The pages with data in disorder are for those who build charts: no list leads to
    any page of the gallery but its own.
    """
    if not site.settings.is_example:
        return []
    page = Page(site, GALLERY, language)
    files = _page(page, page.translate("Diagram"), ordinary_charts(language))
    hostile = hostile_charts(language)
    for name in DISORDERS:
        below = Page(site, disorder_uri(name), language)
        charts = [chart for disorder, chart in hostile if disorder == name]
        title = f"{page.translate('Diagram')}: {label('disorder', name, language)}"
        files += _page(below, title, charts)
    return files


def _page(page: Page, title: str, charts: Sequence[Chart]) -> list[OutputFile]:
    """Render one page of the gallery, with the CSV files of its charts."""
    blocks = [render_chart(page, chart) for chart in charts]
    is_first = page.uri == GALLERY
    links = [
        (page.href(disorder_uri(name)), page.label("disorder", name))
        for name in DISORDERS
        if is_first
    ]
    file = page_file(
        page.site,
        page.uri,
        page.language,
        "chart_gallery.md.j2",
        title=title,
        breadcrumbs=[] if is_first else [(page.translate("Diagram"), GALLERY)],
        meta={
            "robots": "noindex",
            "languages": languages_of(page.site, page.site.languages),
        },
        heading=title,
        blocks=[html for html, _ in blocks],
        links=links,
    )
    # Without a title it is in no list of pages.
    return [replace(file, title=""), *(csv for _, csv in blocks)]
