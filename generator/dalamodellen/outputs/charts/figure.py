# SPDX-License-Identifier: EUPL-1.2
"""The drawing of a chart as SVG that stands in the page and follows its colours.

Matplotlib is imported when the first chart is drawn, not before.
"""

from __future__ import annotations

import logging
import re
from enum import IntEnum
from functools import lru_cache

from dalamodellen.model.indicator import ChartKind
from dalamodellen.outputs.charts.description import describe_chart, describe_title
from dalamodellen.outputs.charts.spec import Chart

_FOREIGN = re.compile(r'<span lang="[^"]*">.*?</span>')


class Width(IntEnum):
    """How wide a drawing is, in CSS pixels."""

    NARROW = 320
    """For a telephone."""
    WIDE = 640
    """For wide screens and for paper."""


@lru_cache(maxsize=256)
def draw_figure(chart: Chart, width: Width, mark: str = "") -> str:
    """Draw a chart.

    Always true: the same chart gives the same bytes; nothing in it has a style of its own,
    its ids begin with the chart's, and all its words are text.

    Args:
        chart: What to show.
        width: How wide.
        mark: What is to stand below, wherever the drawing is taken; on made-up data that it is so.

    Returns:
        An `<svg>` element on one line, with title, description and names for both.
    """
    # What it has to say of its own folders is not for those who build a site.
    logging.getLogger("matplotlib").setLevel(logging.ERROR)
    from dalamodellen.outputs.charts.clean_svg import clean_svg, clean_words
    from dalamodellen.outputs.charts.sheet import Sheet, plain_settings

    name = f"{chart.id}-{width.value}"
    with plain_settings():
        sheet = Sheet(width)
        height = round(_draw(chart, sheet))
        if mark:
            height = round(sheet.paragraph(1, height + 6, mark, width - 2, look="soft"))
        defined, marks = clean_svg(sheet.marks(height), name)
    words = clean_words(sheet.words)
    # The description marks words of another language; a title can not, so it leaves them out.
    title = _FOREIGN.sub("…", describe_title(chart).marked)
    described = " ".join(sentence.marked for sentence in describe_chart(chart))
    return (
        f'<svg class="chart-{width.name.lower()}" role="img" aria-labelledby="{name}-t {name}-d"'
        f' viewBox="0 0 {width.value} {height}" width="{width.value}" height="{height}"'
        f' font-size="14" fill="currentColor">'
        f'<title id="{name}-t">{title}</title>'
        f'<desc id="{name}-d">{described}</desc>'
        f"{f'<defs>{defined}</defs>' if defined else ''}{marks}{words}</svg>"
    )


def _draw(chart: Chart, sheet: object) -> float:
    """Let the kind's own module draw; give the height."""
    from dalamodellen.outputs.charts import bars, grids, progress, time_line

    draw = {
        ChartKind.PROGRESS: progress.draw_progress,
        ChartKind.SEXES_WITHIN: bars.draw_shares,
        ChartKind.SCALE: bars.draw_shares,
        ChartKind.MATRIX: grids.draw_matrix,
        ChartKind.TIME_LINE: time_line.draw_time_line,
        ChartKind.PLACES: grids.draw_places,
    }.get(chart.kind, bars.draw_bars)
    return draw(chart, sheet)  # type: ignore[arg-type]
