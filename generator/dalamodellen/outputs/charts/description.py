# SPDX-License-Identifier: EUPL-1.2
"""A chart in words: a title that states the finding, and one to three sentences under it.

A number in the words stands in the chart's table, or follows from it in one of these ways:
a difference between two numbers that are shown; a share of a whole that is shown, in whole
percent with "drygt" or "knappt" where it is rounded; the sum of all parts, where they may be
added and none is hidden; the share that answered 4 or 5, and the mean, where all answers are
shown; how many rows, goals, cases or hidden numbers there are. The whole is left out where
one part is hidden, for the two would tell the third.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache

from dalamodellen.model.indicator import ChartKind
from dalamodellen.outputs.charts.answers import describe_scale
from dalamodellen.outputs.charts.overviews import describe_matrix, describe_time_line
from dalamodellen.outputs.charts.reservations import describe_nothing
from dalamodellen.outputs.charts.sentence import Sentence, with_capital
from dalamodellen.outputs.charts.sexes import describe_sexes_within, describe_share_of_each_sex
from dalamodellen.outputs.charts.spec import Chart
from dalamodellen.outputs.charts.towards_target import (
    Told,
    describe_held,
    describe_progress,
    describe_targets,
)
from dalamodellen.outputs.charts.voice import Voice
from dalamodellen.outputs.charts.whole_and_parts import describe_parts

_DESCRIBED: Mapping[ChartKind, Callable[[Voice], Told]] = {
    ChartKind.TARGETS: describe_targets,
    ChartKind.PROGRESS: describe_progress,
    ChartKind.PARTS: describe_parts,
    ChartKind.SHARE_OF_EACH_SEX: describe_share_of_each_sex,
    ChartKind.SEXES_WITHIN: describe_sexes_within,
    ChartKind.SCALE: describe_scale,
    ChartKind.MONEY: describe_parts,
    ChartKind.HELD: describe_held,
    ChartKind.MATRIX: describe_matrix,
    ChartKind.TIME_LINE: describe_time_line,
    ChartKind.PLACES: describe_parts,
}


def describe_title(chart: Chart) -> Sentence:
    """Give a title that states what the chart shows, with its number.

    It begins with the chart's subject and has no full stop. Every number in it stands in
    the chart's table, or is a difference, a share or a sum of what is shown there.

    Returns:
        Plain words; `.marked` is the same for a page.
    """
    return _described(chart)[0]


def describe_chart(chart: Chart) -> tuple[Sentence, ...]:
    """Say in one to three sentences how much, how it changed, how far to the target, how sure.

    Nothing hidden is told, nor anything it could be worked out from.

    Returns:
        Plain words; `.marked` is the same for a page.
    """
    return _described(chart)[1]


@lru_cache(maxsize=256)
def _described(chart: Chart) -> tuple[Sentence, tuple[Sentence, ...]]:
    voice = Voice(chart)
    if not chart.has_numbers:
        return describe_nothing(voice)
    finding, sentences = _DESCRIBED[chart.kind](voice)
    told = tuple(with_capital(sentence) for sentence in sentences if sentence)
    return voice.title(finding), told or (voice.tell("Mer går inte att säga av uppgifterna."),)
