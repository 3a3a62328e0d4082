# SPDX-License-Identifier: EUPL-1.2
"""The numbers of a chart in the words of schema.org: a data set that can be fetched as CSV."""

from __future__ import annotations

from dalamodellen.model.settings import EXAMPLE_MARK
from dalamodellen.outputs.charts.description import describe_chart, describe_title
from dalamodellen.outputs.charts.spec import Chart
from dalamodellen.outputs.output_file import OutputFile
from dalamodellen.outputs.pages.page import Page
from dalamodellen.outputs.pages.structured_data.block import (
    LICENCE_OF_NUMBERS,
    Node,
    address_of,
    day,
    node,
    publisher,
)
from dalamodellen.outputs.words import translator


def dataset_node(page: Page, chart: Chart, table: OutputFile) -> Node:
    """Say what the numbers of a chart are about, in the chart's own words, and where they lie.

    Args:
        page: The page the chart stands on.
        chart: What it shows.
        table: The CSV file with its numbers.
    """
    name = str(describe_title(chart))
    if page.site.settings.is_example:
        name = f"{translator(page.language)(EXAMPLE_MARK)}: {name}"
    return node(
        "Dataset",
        name=name,
        # The first sentence: a page may have many charts, and says the rest beside each.
        description=str(describe_chart(chart)[0]),
        url=address_of(page, page.uri),
        inLanguage=page.language,
        dateModified=day(chart.as_of),
        license=LICENCE_OF_NUMBERS,
        creator=publisher(page),
        distribution=node(
            "DataDownload",
            encodingFormat="text/csv",
            contentUrl=address_of(page, table.uri),
        ),
    )
