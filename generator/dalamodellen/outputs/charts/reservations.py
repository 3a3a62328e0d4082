# SPDX-License-Identifier: EUPL-1.2
"""What a reader must know beside the numbers: what is hidden, what is missing, what to doubt."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from dalamodellen.model.indicator import ChartKind, OutcomeStatus
from dalamodellen.outputs.charts.sentence import Sentence, bare, compose, with_capital
from dalamodellen.outputs.charts.spec import Cell, CellState, Chart, Words
from dalamodellen.outputs.charts.targets import Goal, goal_of_chart, goal_of_row, sure
from dalamodellen.outputs.charts.voice import Voice

FEW_ANSWERS = 30
"""Fewer answers than this are told as few: one answer more or less moves a share by several points."""


LONGEST_NOTE = 100
"""Letters of a note that goes into a sentence; a longer one stands by itself."""


def describe_reservations(voice: Voice, *, is_survey: bool = False) -> Sentence | None:
    """Say in one sentence what is hidden, what is missing and what the record warns of.

    Notes that are more than a short sentence are left out; see `untold_notes`. Those of rows
    stand in the table.

    Args:
        voice: Who speaks.
        is_survey: Whether `n` tells how many answered.
    """
    chart = voice.chart
    n = sure(chart.n)
    is_small = is_survey and n is not None and n < FEW_ANSWERS
    # A note begins with a capital letter, so it goes first.
    told = [
        *(Sentence.of([bare(note)]) for note in _notes(chart)),
        *_gaps(voice),
        *([_few(voice)] if is_small else []),
    ]
    if not told:
        return None
    found = with_capital(told[0])
    for one in told[1:]:
        found = compose("{before}; {one}", {"before": found, "one": one})
    return compose("{words}.", {"words": found})


def _notes(chart: Chart) -> list[Words]:
    return [note for note in dict.fromkeys(chart.notes) if _is_one_sentence(note)]


def untold_notes(chart: Chart) -> tuple[Words, ...]:
    """List the notes that the sentences leave out, for whoever shows them beside."""
    return tuple(note for note in dict.fromkeys(chart.notes) if not _is_one_sentence(note))


def _is_one_sentence(note: Words) -> bool:
    """Whether a note is so short and plain that a sentence can go on after it."""
    text = bare(note).text
    is_plain = not any(mark in text for mark in (". ", ":", ";", "! ", "? "))
    return 0 < len(text) <= LONGEST_NOTE and is_plain


def _gaps(voice: Voice) -> Iterable[Sentence]:
    cells = [cell for row in voice.chart.rows for cell in row.cells]
    hidden = count_of(cells, CellState.SUPPRESSED)
    missing = count_of(cells, CellState.MISSING)
    if hidden:
        yield voice.counted(
            hidden,
            "{} tal är dolt, så att ingen kan kännas igen",
            "{} tal är dolda, så att ingen kan kännas igen",
        )
    if missing and not all(cell.state is CellState.MISSING and cell.status for cell in cells):
        yield voice.counted(
            missing,
            "{} uppgift framgår inte av våra källor",
            "{} uppgifter framgår inte av våra källor",
        )


def _few(voice: Voice) -> Sentence:
    n = voice.chart.n or Decimal(0)
    return voice.counted(n, "bara {} har svarat", "bara {} har svarat")


def count_of(cells: Iterable[Cell], state: CellState) -> int:
    """Count the cells in a state."""
    return sum(cell.state is state for cell in cells)


def describe_nothing(voice: Voice) -> tuple[Sentence, tuple[Sentence, ...]]:
    """Say why a chart shows no number at all, and what was to be reached: title and sentences."""
    goal = _only_goal(voice.chart)
    title = _why_nothing(voice)
    sentences = [describe_reservations(voice)]
    if goal:
        title = voice.tell("målet är {target}, {why}", target=voice.target(goal), why=title)
        sentences.insert(0, voice.tell("Målet är {target}.", target=with_due(voice, goal)))
    told = tuple(sentence for sentence in sentences if sentence)
    return voice.title(title), told or (voice.tell("Inga tal finns."),)


def _only_goal(chart: Chart) -> Goal | None:
    is_alone = chart.kind is ChartKind.TARGETS and len(chart.rows) == 1
    return goal_of_row(chart, chart.rows[0]) if is_alone else goal_of_chart(chart)


def _why_nothing(voice: Voice) -> Sentence:
    chart = voice.chart
    cells = [cell for row in chart.rows for cell in row.cells]
    hidden = count_of(cells, CellState.SUPPRESSED)
    missing = count_of(cells, CellState.MISSING)
    statuses = {cell.status for cell in cells}
    if hidden and not missing:
        return voice.tell("alla tal är dolda")
    if hidden:
        return voice.tell("inget tal kan visas")
    if statuses == {OutcomeStatus.NOT_MEASURED}:
        return voice.tell("utfallet är inte mätt")
    if statuses == {OutcomeStatus.TOO_EARLY}:
        return voice.tell("för tidigt att säga något om utfallet")
    if missing and chart.kind is ChartKind.TARGETS:
        return voice.counted(
            len(chart.rows),
            "utfallet framgår inte av våra källor",
            "utfallet av {} mål framgår inte av våra källor",
        )
    if missing or not cells:
        return voice.tell("inga uppgifter i våra källor")
    return voice.tell("det finns inget att visa")


def with_due(voice: Voice, goal: Goal) -> Sentence:
    """Write a target, and by when it was to be reached."""
    target = Sentence.plain(voice.target(goal))
    if not goal.due or goal.due.is_unknown:
        return target
    return voice.tell("{target} senast {date}", target=target, date=voice.date(goal.due))
