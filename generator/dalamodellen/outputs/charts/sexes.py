# SPDX-License-Identifier: EUPL-1.2
"""Words about women and men: how large a share of each, and how many of all; never mixed up."""

from __future__ import annotations

from decimal import Decimal

from dalamodellen.model.indicator import ChartKind, Counts
from dalamodellen.model.money import Precision
from dalamodellen.outputs.charts.reservations import count_of, describe_reservations
from dalamodellen.outputs.charts.sentence import Sentence
from dalamodellen.outputs.charts.spec import Cell, CellState, ChartUnit, Row
from dalamodellen.outputs.charts.targets import sure, value_of
from dalamodellen.outputs.charts.towards_target import Told
from dalamodellen.outputs.charts.voice import Voice

_Pair = tuple[Row, Cell, Cell]
"""A row, its number for women, and that for men."""


# -- a share of all women, and a share of all men --------------------------------


def describe_share_of_each_sex(voice: Voice) -> Told:
    """Say how large a share of the women, and how large a share of the men."""
    pairs = _pairs(voice)
    if not pairs:
        return _one_sex(voice)
    row, women, men = max(pairs, key=lambda one: abs(value_of(one[1]) - value_of(one[2])))
    title = _shares(voice, women, men)
    if len(voice.chart.rows) > 1:
        title = voice.tell("störst skillnad i {label}, {shares}", label=row.label, shares=title)
    more = sum(value_of(women) > value_of(men) for _, women, men in pairs)
    sentences: list[Sentence | None] = [_apart(voice, women, men)]
    if len(pairs) > 1:
        sentences.append(
            voice.counted(
                len(pairs),
                "Andelen är större bland kvinnorna i {more} av {} jämförelser.",
                "Andelen är större bland kvinnorna i {more} av {} jämförelser.",
                more=voice.plain_number(more),
            )
        )
    else:
        sentences.append(_of_whom(voice, row))
    return title, [*sentences, describe_reservations(voice)]


def _shares(voice: Voice, women: Cell, men: Cell) -> Sentence:
    ours, theirs = (voice.number(value_of(cell), cell.precision) for cell in (women, men))
    if voice.shown(value_of(women)) == voice.shown(value_of(men)):
        return voice.tell("{share} av kvinnorna och lika stor andel av männen", share=ours)
    return voice.tell("{women} av kvinnorna och {men} av männen", women=ours, men=theirs)


def _apart(voice: Voice, women: Cell, men: Cell) -> Sentence:
    """Say by how much the shares differ, and which is the larger."""
    ahead = voice.shown(value_of(women)) - voice.shown(value_of(men))
    apart = voice.difference(women, men)
    if ahead > 0:
        return voice.tell("Andelen är {apart} större bland kvinnorna än bland männen.", apart=apart)
    if ahead < 0:
        return voice.tell("Andelen är {apart} större bland männen än bland kvinnorna.", apart=apart)
    return voice.tell("Andelen är lika stor bland kvinnorna och männen.")


def _of_whom(voice: Voice, row: Row) -> Sentence | None:
    """Say of whom the shares are shares."""
    chart = voice.chart
    n = sure(row.n) or sure(chart.n)
    if chart.denominator and n is not None:
        number = voice.plain_number(n)
        return voice.tell(
            "Andelarna räknas av {denominator} ({number}).",
            denominator=chart.denominator,
            number=number,
        )
    if chart.denominator:
        return voice.tell("Andelarna räknas av {denominator}.", denominator=chart.denominator)
    if n is not None:
        return voice.counted(
            n, "Andelarna räknas av {} person.", "Andelarna räknas av {} personer."
        )
    return None


def _one_sex(voice: Voice) -> Told:
    """Say the number of one sex, where that of the other cannot be told."""
    rows = [
        (row, series.id, cell)
        for row in voice.chart.rows
        for series, cell in zip(voice.chart.series, row.cells, strict=True)
        if cell.is_known
    ]
    row, sex, cell = rows[0]
    number = voice.number(value_of(cell), cell.precision)
    if sex == "women":
        title = voice.tell("{share} av kvinnorna", share=number)
        rest = "män"
    elif sex == "men":
        title = voice.tell("{share} av männen", share=number)
        rest = "kvinnor"
    else:
        title = voice.tell("{share} av dem med annat eller okänt kön", share=number)
        rest = ""
    lead = voice.tell("{label}: {number}.", label=row.label, number=number)
    if rest == "män":
        lead = voice.tell("Andelen av männen kan inte visas.")
    elif rest == "kvinnor":
        lead = voice.tell("Andelen av kvinnorna kan inte visas.")
    return title, [lead, _of_whom(voice, row), describe_reservations(voice)]


# -- women and men within the whole ----------------------------------------------


def describe_sexes_within(voice: Voice) -> Told:
    """Say how many are women and how many men, and their shares of all."""
    pairs = _pairs(voice)
    if not pairs:
        return _one_sex_within(voice)
    row, women, men = _chosen(pairs)
    parts = _split(voice, row)
    title = parts
    if len(voice.chart.rows) > 1:
        title = voice.tell("{label}, {parts}", label=row.label, parts=parts)
    sentences: list[Sentence | None] = [_shares_within(voice, row, women, men)]
    is_of_people = voice.chart.counts is not Counts.NOTHING
    if len(pairs) > 1 and is_of_people:
        more = sum(value_of(women) > value_of(men) for _, women, men in pairs)
        sentences.append(
            voice.counted(
                len(pairs),
                "Kvinnorna är fler än männen i {more} av {} jämförelser.",
                "Kvinnorna är fler än männen i {more} av {} jämförelser.",
                more=voice.plain_number(more),
            )
        )
    return title, [*sentences, describe_reservations(voice)]


def _chosen(pairs: list[_Pair]) -> _Pair:
    """Pick the row to speak of: the newest, else where women and men differ the most."""
    if all(row.period for row, _, _ in pairs):
        return pairs[-1]

    def apart(pair: _Pair) -> Decimal:
        _, women, men = pair
        whole = value_of(women) + value_of(men)
        return abs(value_of(women) - value_of(men)) / whole if whole > 0 else Decimal(0)

    return max(pairs, key=apart)


def _split(voice: Voice, row: Row) -> Sentence:
    """Name the number of each sex that is known, women first."""
    told = []
    for series, cell in zip(voice.chart.series, row.cells, strict=True):
        if cell.is_known and (value_of(cell) or series.id in ("women", "men")):
            told.append(_of_sex(voice, series.id, cell))
    return voice.list_of(told)


def _of_sex(voice: Voice, sex: str, cell: Cell) -> Sentence:
    value = voice.shown(value_of(cell))
    if voice.chart.unit is ChartUnit.PERCENT:
        number = voice.number(value, cell.precision)
        if sex == "women":
            return voice.tell("{share} kvinnor", share=number)
        if sex == "men":
            return voice.tell("{share} män", share=number)
        return voice.tell("{share} andra", share=number)
    number = voice.number(value, cell.precision)
    if sex == "women":
        if not value:
            return voice.tell("ingen kvinna")
        return voice.counted(value, "{number} kvinna", "{number} kvinnor", number=number)
    if sex == "men":
        if not value:
            return voice.tell("ingen man")
        return voice.counted(value, "{number} man", "{number} män", number=number)
    return voice.counted(value, "{number} annan", "{number} andra", number=number)


def _shares_within(voice: Voice, row: Row, women: Cell, men: Cell) -> Sentence | None:
    """Say how large a share of all are women, where all can be added and none is hidden."""
    if voice.chart.unit is ChartUnit.PERCENT:
        ahead = voice.shown(value_of(women)) - voice.shown(value_of(men))
        apart = voice.difference(women, men)
        if ahead > 0:
            return voice.tell("Kvinnornas andel är {apart} större än männens.", apart=apart)
        if ahead < 0:
            return voice.tell("Männens andel är {apart} större än kvinnornas.", apart=apart)
        return voice.tell("Kvinnor och män är lika många.")
    if not all(cell.is_known for cell in row.cells):
        return None
    total = sum((value_of(cell) for cell in row.cells), Decimal(0))
    if total <= 0 or any(value_of(cell) < 0 for cell in row.cells):
        return None
    if any(cell.precision is not Precision.EXACT for cell in row.cells):
        return None
    whole = Cell(total, CellState.KNOWN)
    return voice.tell(
        "Av {whole} är {women} kvinnor och {men} män.",
        whole=voice.amount(total),
        women=voice.share(women, whole),
        men=voice.share(men, whole),
    )


def _one_sex_within(voice: Voice) -> Told:
    rows = [
        (row, series.id, cell)
        for row in voice.chart.rows
        for series, cell in zip(voice.chart.series, row.cells, strict=True)
        if cell.is_known and _can_be_told(voice, row)
    ]
    if not rows:
        return voice.tell("könsfördelningen kan inte visas"), [describe_reservations(voice)]
    row, sex, cell = rows[0]
    told = _of_sex(voice, sex, cell)
    return told, [
        voice.tell("{label}: {told}.", label=row.label, told=told),
        describe_reservations(voice),
    ]


def _can_be_told(voice: Voice, row: Row) -> bool:
    """Whether no hidden share could be worked out from the others, which make a hundred."""
    is_share = voice.chart.unit is ChartUnit.PERCENT
    is_whole = voice.chart.kind is ChartKind.SEXES_WITHIN
    return not (is_share and is_whole and count_of(row.cells, CellState.SUPPRESSED))


def _pairs(voice: Voice) -> list[_Pair]:
    """List the rows where both women and men have a number."""
    names = [series.id for series in voice.chart.series]
    if "women" not in names or "men" not in names:
        return []
    women, men = names.index("women"), names.index("men")
    return [
        (row, row.cells[women], row.cells[men])
        for row in voice.chart.rows
        if row.cells[women].is_known and row.cells[men].is_known and _can_be_told(voice, row)
    ]
