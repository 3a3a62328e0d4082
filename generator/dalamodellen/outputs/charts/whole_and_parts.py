# SPDX-License-Identifier: EUPL-1.2
"""Words about a whole and its parts: by role, by area, by source of money, by municipality."""

from __future__ import annotations

from dalamodellen.model.indicator import ChartKind
from dalamodellen.outputs.charts.reservations import count_of, describe_reservations
from dalamodellen.outputs.charts.sentence import Sentence, Value
from dalamodellen.outputs.charts.spec import Cell, CellState, Chart, ChartUnit, Row
from dalamodellen.outputs.charts.targets import goal_of_chart, value_of
from dalamodellen.outputs.charts.towards_target import Told, gap_to_target
from dalamodellen.outputs.charts.voice import Voice

_MOST_NAMED = 3
"""So many equally large parts are named; more are counted."""
_Part = tuple[Row, Cell]


def describe_parts(voice: Voice) -> Told:
    """Say which part is the largest, how much of the whole it is, and which is the smallest."""
    parts = [(row, row.cells[0]) for row in voice.chart.rows if row.cells[0].is_known]
    if not parts:
        parts = [(row, c) for row in voice.chart.rows for c in row.cells if c.is_known][:1]
    return _title(voice, parts), [
        _range(voice, parts),
        _whole(voice),
        describe_reservations(voice),
    ]


def _title(voice: Voice, parts: list[_Part]) -> Sentence:
    chart = voice.chart
    most = max(value_of(cell) for _, cell in parts)
    largest = [part for part in parts if value_of(part[1]) == most]
    cell = largest[0][1]
    if not most and len(largest) == len(parts) and min(value_of(c) for _, c in parts) == 0:
        if len(parts) == len(chart.rows):
            return voice.tell("noll i alla delar")
        return voice.tell("noll i alla delar som visas")
    if len(parts) == 1:
        amount = _of_total(voice, cell)
        return voice.tell("{label}, {amount}", label=parts[0][0].label, amount=amount)
    if len(largest) == 1:
        told: dict[str, Value] = {
            "label": largest[0][0].label,
            "amount": _of_total(voice, cell),
        }
        if len(parts) < len(chart.rows):
            return voice.tell("störst av det som visas är {label}, {amount}", **told)
        if chart.kind is ChartKind.PLACES:
            return voice.tell("störst tal har {label}, {amount}", **told)
        return voice.tell("största delen är {label}, {amount}", **told)
    return _equally_large(voice, [row for row, _ in largest], voice.cell(cell))


def _equally_large(voice: Voice, largest: list[Row], number: str) -> Sentence:
    """Name the parts that share the first place, or count them where they are many."""
    chart = voice.chart
    if len(largest) <= _MOST_NAMED:
        labels = voice.joined([row.label for row in largest])
        if chart.kind is ChartKind.PLACES:
            return voice.tell("störst tal har {labels}, {number} var", labels=labels, number=number)
        return voice.tell("störst är {labels}, {number} var", labels=labels, number=number)
    if len(largest) == len(chart.rows):
        return voice.counted(
            len(largest),
            "lika mycket i alla {} delar, {number} var",
            "lika mycket i alla {} delar, {number} var",
            number=number,
        )
    if chart.kind is ChartKind.PLACES:
        return voice.counted(
            len(largest),
            "störst tal har {} kommuner, {number} var",
            "störst tal har {} kommuner, {number} var",
            number=number,
        )
    return voice.counted(
        len(largest),
        "{} delar är störst, {number} var",
        "{} delar är störst, {number} var",
        number=number,
    )


def _of_total(voice: Voice, cell: Cell) -> str | Sentence:
    """Write a part and the whole it is of, where the whole is known and larger."""
    total = told_total(voice.chart)
    if total is None or not 0 <= value_of(cell) < value_of(total):
        return voice.cell(cell)
    return voice.tell(
        "{number} av {whole}",
        number=voice.number(value_of(cell), cell.precision),
        whole=voice.cell(total),
    )


def _range(voice: Voice, parts: list[_Part]) -> Sentence:
    """Say how large the largest part is, in percent, and how small the smallest."""
    largest = max(parts, key=lambda part: value_of(part[1]))
    smallest = min(parts, key=lambda part: value_of(part[1]))
    if value_of(largest[1]) == value_of(smallest[1]):
        amount = voice.cell(largest[1])
        if len(parts) == 1:
            return voice.tell("{label}: {amount}.", label=largest[0].label, amount=amount)
        return voice.counted(
            len(parts),
            "De {} delar som visas är lika stora, {amount} var.",
            "De {} delar som visas är lika stora, {amount} var.",
            amount=amount,
        )
    told: dict[str, Value] = {
        "largest": largest[0].label,
        "most": _with_share(voice, largest[1]),
        "smallest": smallest[0].label,
        "least": _with_share(voice, smallest[1]),
    }
    if voice.chart.kind is ChartKind.PLACES:
        return voice.tell(
            "Störst tal har {largest}, {most}, minst har {smallest}, {least}.", **told
        )
    return voice.tell("Störst är {largest} med {most}, minst är {smallest} med {least}.", **told)


def _with_share(voice: Voice, cell: Cell) -> str | Sentence:
    total = told_total(voice.chart)
    amount = voice.in_digits(cell)
    if total is None or not 0 < value_of(cell) <= value_of(total):
        return amount
    share = voice.share(cell, total)
    return voice.tell("{amount} ({share})", amount=amount, share=share) if share else amount


def _whole(voice: Voice) -> Sentence | None:
    """Say how much the whole is, and whether that is enough."""
    chart = voice.chart
    total = told_total(chart)
    goal = goal_of_chart(chart)
    if total is None:
        return None
    if goal is None:
        return voice.tell("Tillsammans är det {amount}.", amount=voice.in_digits(total))
    return gap_to_target(voice, goal, total)


def told_total(chart: Chart) -> Cell | None:
    """Give the whole that the parts make; nothing where one hidden part could be worked out."""
    cells = [cell for row in chart.rows for cell in row.cells]
    is_safe = count_of(cells, CellState.SUPPRESSED) != 1
    is_sum = chart.unit is not ChartUnit.PERCENT
    return chart.total if chart.total.is_known and is_safe and is_sum else None
