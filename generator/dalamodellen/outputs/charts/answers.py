# SPDX-License-Identifier: EUPL-1.2
"""Words about answers from 1 to 5: the share that chose 4 or 5, the mean, and how many answered."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from dalamodellen.outputs.charts.reservations import describe_reservations
from dalamodellen.outputs.charts.sentence import Sentence, Value
from dalamodellen.outputs.charts.spec import Chart, ChartUnit, Row
from dalamodellen.outputs.charts.targets import sure, value_of
from dalamodellen.outputs.charts.towards_target import Told
from dalamodellen.outputs.charts.voice import ALL, Voice
from dalamodellen.outputs.wording import format_number

_HIGH = (4, 5)
"""The answers that count as satisfied."""


@dataclass(frozen=True)
class Answers:
    """What one question was answered."""

    row: Row
    high: Decimal
    """Percent of those who answered that chose 4 or 5."""
    mean: Decimal
    n: Decimal | None
    """How many answered."""


def describe_scale(voice: Voice) -> Told:
    """Say how many chose 4 or 5, what the mean is, and how many answered."""
    answered = [found for row in voice.chart.rows if (found := _answers(voice.chart, row))]
    reservation = describe_reservations(voice, is_survey=True)
    if not answered:
        return voice.tell("svaren kan inte visas"), [reservation]
    if len(voice.chart.rows) == 1:
        (one,) = answered
        high = voice.rounded_share(one.high)
        return voice.tell("{high} svarade 4 eller 5", high=high), [
            _mean(voice, one),
            reservation,
        ]
    best = max(answered, key=lambda one: one.high)
    worst = min(answered, key=lambda one: one.high)
    told: dict[str, Value] = {"label": best.row.label, "high": voice.rounded_share(best.high)}
    if best.high == worst.high:
        title = voice.counted(
            len(answered),
            "{high} svarade 4 eller 5 på {} fråga",
            "{high} svarade 4 eller 5 på alla {} frågor som visas",
            high=voice.rounded_share(best.high),
        )
    else:
        title = voice.tell("{high} svarade 4 eller 5 på ”{label}”", **told)
    low = voice.tell(
        "Lägst är ”{label}”, där {high} svarade 4 eller 5 och medelvärdet är {mean}.",
        label=worst.row.label,
        high=voice.rounded_share(worst.high),
        mean=_written(voice, worst.mean),
    )
    return title, [_mean(voice, best), low if worst is not best else None, reservation]


def _mean(voice: Voice, one: Answers) -> Sentence:
    mean = _written(voice, one.mean)
    if one.n is None:
        return voice.tell("Medelvärdet är {mean} på skalan 1 till 5.", mean=mean)
    return voice.counted(
        one.n,
        "Medelvärdet är {mean} på skalan 1 till 5, och {} person har svarat.",
        "Medelvärdet är {mean} på skalan 1 till 5, och {} personer har svarat.",
        mean=mean,
    )


def _written(voice: Voice, mean: Decimal) -> str:
    return format_number(mean, voice.language, 1)


def _answers(chart: Chart, row: Row) -> Answers | None:
    """Work out share and mean, where no answer is hidden or missing."""
    points = dict(zip(range(1, 6), row.cells, strict=False))
    if len(points) != len(row.cells) or not all(cell.is_known for cell in row.cells):
        return None
    values = {point: value_of(cell) for point, cell in points.items()}
    total = sum(values.values(), Decimal(0))
    if total <= 0 or min(values.values()) < 0:
        return None
    high = sum((values.get(point, Decimal(0)) for point in _HIGH), Decimal(0))
    mean = sum((point * value for point, value in values.items()), Decimal(0)) / total
    counted = total if chart.unit is ChartUnit.NUMBER else chart.n
    n = sure(counted if row.n is None else row.n)
    return Answers(
        row, high * ALL / total, mean.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP), n
    )
