# SPDX-License-Identifier: EUPL-1.2
"""Words about what is not numbers: which goals are met by whom, and when projects went on."""

from __future__ import annotations

from collections import Counter

from dalamodellen.model.indicator import OutcomeStatus
from dalamodellen.model.period import Period
from dalamodellen.outputs.charts.reservations import describe_reservations
from dalamodellen.outputs.charts.sentence import Sentence
from dalamodellen.outputs.charts.spec import Cell, CellState, Row
from dalamodellen.outputs.charts.towards_target import Told
from dalamodellen.outputs.charts.voice import Voice

_SAID = (OutcomeStatus.MET, OutcomeStatus.PARTLY, OutcomeStatus.MISSED)
"""The statuses that tell what came of a goal."""
_MOST_NAMED = 3


# -- organisations against goals ---------------------------------------------------


def describe_matrix(voice: Voice) -> Told:
    """Say in how many cases a goal is met, which goal most have met, and how the rest went."""
    cells = [cell for row in voice.chart.rows for cell in row.cells]
    found = Counter(cell.status for cell in cells if cell.is_known)
    told = sum(found[status] for status in _SAID)
    reservation = describe_reservations(voice)
    if not told:
        return voice.tell("utfallet framgår inte av våra källor"), [
            _by_status(voice, found),
            reservation,
        ]
    met = found[OutcomeStatus.MET]
    if not met:
        title = voice.counted(
            told,
            "målet är inte nått i det enda kända fallet",
            "målet är inte nått i något av {} fall",
        )
    elif met == told > 1:
        title = voice.counted(told, "målet är nått i alla {} fall", "målet är nått i alla {} fall")
    else:
        title = voice.counted(
            told,
            "målet är nått i {met} av {} fall",
            "målet är nått i {met} av {} fall",
            met=voice.plain_number(met),
        )
    return title, [_best_goal(voice), _by_status(voice, found), reservation]


def _is_said(cell: Cell) -> bool:
    return cell.state is CellState.KNOWN and cell.status in _SAID


def _best_goal(voice: Voice) -> Sentence | None:
    """Name the goal that most have met."""
    chart = voice.chart
    met = [
        sum(
            _is_said(row.cells[n]) and row.cells[n].status is OutcomeStatus.MET
            for row in chart.rows
        )
        for n in range(len(chart.series))
    ]
    most = max(met)
    best = [series for series, number in zip(chart.series, met, strict=True) if number == most]
    if not most or len(best) > _MOST_NAMED or len(chart.series) == 1:
        return None
    goals = voice.joined([series.label for series in best])
    return voice.counted(
        most,
        "Flest har nått {goals}, {} av {rows}.",
        "Flest har nått {goals}, {} av {rows}.",
        goals=goals,
        rows=voice.counted(len(chart.rows), "{} organisation", "{} organisationer"),
    )


def _by_status(voice: Voice, found: Counter[OutcomeStatus | None]) -> Sentence | None:
    """Count the cases of each status, the best first."""
    told = []
    if met := found[OutcomeStatus.MET]:
        told.append(voice.counted(met, "nått i {} fall", "nått i {} fall"))
    if partly := found[OutcomeStatus.PARTLY]:
        told.append(voice.counted(partly, "delvis nått i {} fall", "delvis nått i {} fall"))
    if missed := found[OutcomeStatus.MISSED]:
        told.append(voice.counted(missed, "inte nått i {} fall", "inte nått i {} fall"))
    if early := found[OutcomeStatus.TOO_EARLY]:
        told.append(
            voice.counted(early, "för tidigt att säga i {} fall", "för tidigt att säga i {} fall")
        )
    if unmeasured := found[OutcomeStatus.NOT_MEASURED]:
        told.append(voice.counted(unmeasured, "inte mätt i {} fall", "inte mätt i {} fall"))
    if unstated := found[OutcomeStatus.NOT_STATED]:
        told.append(voice.counted(unstated, "framgår inte i {} fall", "framgår inte i {} fall"))
    return voice.tell("Målet är {told}.", told=voice.list_of(told)) if told else None


# -- projects on a time line ---------------------------------------------------------


def describe_time_line(voice: Voice) -> Told:
    """Say how many there are, from when to when, and which was first and last."""
    chart = voice.chart
    spans = [
        (row, cell.period)
        for row in chart.rows
        for cell in row.cells
        if cell.is_known and cell.period and not cell.period.is_unknown
    ]
    reservation = describe_reservations(voice)
    if not spans:
        return voice.tell("tiden framgår inte av våra källor"), [reservation]
    starts = [span for span in spans if span[1].start.year is not None]
    ends = [span for span in spans if span[1].end.year is not None and not span[1].is_open]
    first = min(starts, key=lambda span: span[1].start) if starts else None
    last = max(ends, key=lambda span: span[1].end) if ends else None
    return _when(voice, spans, first, last), [
        _first_and_last(voice, first, last),
        _still_open(voice, spans),
        reservation,
    ]


_Span = tuple[Row, Period]


def _when(voice: Voice, spans: list[_Span], first: _Span | None, last: _Span | None) -> Sentence:
    rows = voice.counted(len(spans), "{} projekt", "{} projekt")
    is_open = any(period.is_open for _, period in spans)
    if first and last and not is_open:
        start, end = voice.date(first[1].start), voice.date(last[1].end)
        if start == end:
            return voice.tell("{rows}, {date}", rows=rows, date=start)
        return voice.tell("{rows}, från {start} till {end}", rows=rows, start=start, end=end)
    if first:
        return voice.tell("{rows}, från {start}", rows=rows, start=voice.date(first[1].start))
    if last:
        return voice.tell("{rows}, till {end}", rows=rows, end=voice.date(last[1].end))
    return voice.tell("{rows}, årtal framgår inte", rows=rows)


def _first_and_last(voice: Voice, first: _Span | None, last: _Span | None) -> Sentence | None:
    told = []
    if first:
        told.append(
            voice.tell(
                "tidigast börjar {label} ({date})",
                label=first[0].label,
                date=voice.date(first[1].start),
            )
        )
    if last:
        told.append(
            voice.tell(
                "senast slutar {label} ({date})", label=last[0].label, date=voice.date(last[1].end)
            )
        )
    return voice.tell("{told}.", told=voice.list_of(told)) if told else None


def _still_open(voice: Voice, spans: list[_Span]) -> Sentence | None:
    number = sum(period.is_open for _, period in spans)
    if not number:
        return None
    return voice.counted(number, "{} har inget slutdatum.", "{} har inget slutdatum.")
