# SPDX-License-Identifier: EUPL-1.2
"""Words about promise and outcome: goals, progress over time, planned against held."""

from __future__ import annotations

from decimal import Decimal

from dalamodellen.model.indicator import Accumulation, Operator, OutcomeStatus
from dalamodellen.outputs.charts.reservations import describe_reservations, with_due
from dalamodellen.outputs.charts.sentence import Sentence, Value
from dalamodellen.outputs.charts.spec import Cell, CellState, Chart, ChartUnit, Row
from dalamodellen.outputs.charts.targets import Goal, goal_of_chart, goal_of_row, sure, value_of
from dalamodellen.outputs.charts.voice import Voice

Told = tuple[Sentence, list[Sentence | None]]
"""A title's finding, and the sentences under it."""
_OUTCOMES = ("outcome", "value", "total")
"""Names of the series that holds what came of it, where there are several."""
_Held = tuple[Row, Goal, Cell]
"""A row, what was to be reached in it, and what was."""


# -- target against outcome ----------------------------------------------------


def describe_targets(voice: Voice) -> Told:
    """Say how many goals are met, or what came of the only one."""
    chart = voice.chart
    if len(chart.rows) == 1:
        return _one_goal(voice, chart.rows[0])
    held = [
        (row, goal, cell)
        for row in chart.rows
        if (goal := goal_of_row(chart, row)) and (cell := outcome_of(chart, row)).is_known
    ]
    if not held:
        known = [row for row in chart.rows if outcome_of(chart, row).is_known]
        title = voice.counted(len(known), "{} utfall utan mål", "{} utfall utan mål")
        return title, [_first_outcome(voice, known[0]), describe_reservations(voice)]
    if len(held) == 1:
        return _the_only(voice, held[0]), [
            _furthest(voice, held, is_missed=False),
            describe_reservations(voice),
        ]
    early = [one for one in held if one[2].status is OutcomeStatus.TOO_EARLY]
    due = [one for one in held if one not in early]
    met = [one for one in due if one[1].is_met_by(one[2])]
    missed = [one for one in due if one[1].is_met_by(one[2]) is False]
    unsure = len(due) - len(met) - len(missed)
    if len(early) == len(held):
        title = voice.counted(
            len(early),
            "för {} mål är det för tidigt att säga",
            "för {} mål är det för tidigt att säga",
        )
        return title, [_furthest(voice, held, is_missed=False), describe_reservations(voice)]
    return _how_many(voice, len(met), len(held)), [
        _furthest(voice, missed or held, is_missed=bool(missed)),
        _not_met(voice, len(missed), unsure),
        _too_early(voice, len(early)),
        describe_reservations(voice),
    ]


def outcome_of(chart: Chart, row: Row) -> Cell:
    """Give a row's outcome: the series named so, else the first that is no target."""
    names = [series.id for series in chart.series]
    found = [name for name in _OUTCOMES if name in names]
    if not found:
        found = [name for name in names if name != "target"]
    return row.cells[names.index(found[0])] if found else Cell()


def _the_only(voice: Voice, held: _Held) -> Sentence:
    """Tell how it went with the only goal whose outcome is known."""
    row, goal, cell = held
    amount = voice.of_whole(cell, sure(row.n))
    finding = amount_and_target(voice, amount, goal, cell)
    return voice.tell("bara ett har ett känt utfall: {finding}", finding=finding)


def _how_many(voice: Voice, met: int, held: int) -> Sentence:
    """Say how many goals are met of those whose outcome is known."""
    if held == len(voice.chart.rows):
        whole = voice.counted(held, "{} mål", "{} mål")
    else:
        whole = voice.counted(held, "{} mål med känt utfall", "{} mål med känt utfall")
    if not met:
        return voice.tell("inget av {whole} är nått", whole=whole)
    if met == held > 1:
        return voice.tell("alla {whole} är nådda", whole=whole)
    return voice.counted(met, "{} av {whole} är nått", "{} av {whole} är nådda", whole=whole)


def _furthest(voice: Voice, held: list[_Held], *, is_missed: bool) -> Sentence:
    """Name the goal that was missed by most, by its own measure; else the first."""

    def lack(one: _Held) -> Decimal:
        _, goal, cell = one
        return abs(goal.value - value_of(cell)) / max(Decimal(1), abs(goal.value))

    row, goal, cell = max(held, key=lack) if is_missed else held[0]
    told: dict[str, Value] = {
        "label": row.label,
        "outcome": voice.number(value_of(cell), cell.precision),
        "target": voice.target(goal),
    }
    if is_missed:
        return voice.tell("Längst från målet är {label}: {outcome} mot {target}.", **told)
    return voice.tell("Utfallet för {label} är {outcome} mot {target}.", **told)


def _first_outcome(voice: Voice, row: Row) -> Sentence:
    amount = voice.of_whole(outcome_of(voice.chart, row), sure(row.n))
    return voice.tell("Utfallet för {label} är {amount}.", label=row.label, amount=amount)


def _not_met(voice: Voice, missed: int, unsure: int) -> Sentence | None:
    if missed and unsure:
        one = voice.counted(missed, "{} mål är inte nått", "{} mål är inte nådda")
        other = voice.counted(unsure, "{} mål går inte att avgöra", "{} mål går inte att avgöra")
        return voice.tell("{one} och {other}.", one=one, other=other)
    if missed:
        return voice.counted(missed, "{} mål är inte nått.", "{} mål är inte nådda.")
    if unsure:
        return voice.counted(unsure, "{} mål går inte att avgöra.", "{} mål går inte att avgöra.")
    return None


def _too_early(voice: Voice, early: int) -> Sentence | None:
    """Say of how many goals nobody can tell until the day they are due."""
    if not early:
        return None
    return voice.counted(
        early,
        "För {} mål är det för tidigt att säga.",
        "För {} mål är det för tidigt att säga.",
    )


def _one_goal(voice: Voice, row: Row) -> Told:
    chart = voice.chart
    cell = outcome_of(chart, row)
    goal = goal_of_row(chart, row)
    amount = voice.of_whole(cell, sure(row.n))
    level = voice.tell("Utfallet är {amount}.", amount=amount)
    if goal is None:
        return Sentence.plain(amount), [level, describe_reservations(voice)]
    return amount_and_target(voice, amount, goal, cell), [
        level,
        gap_to_target(voice, goal, cell),
        describe_reservations(voice),
    ]


def amount_and_target(voice: Voice, amount: str | Sentence, goal: Goal, cell: Cell) -> Sentence:
    """Say how much it is, and whether that is enough."""
    told: dict[str, Value] = {"amount": amount, "target": voice.short_target(goal)}
    is_met = goal.is_met_by(cell)
    is_waiting = _is_early(voice.chart, goal) or cell.status is OutcomeStatus.TOO_EARLY
    if is_met and is_waiting and not _is_safe(voice.chart, goal):
        return voice.tell("{amount}, målet {target} är nått hittills", **told)
    if is_met:
        return voice.tell("{amount}, målet {target} är nått", **told)
    if is_met is False and cell.status is OutcomeStatus.PARTLY:
        return voice.tell("{amount}, målet {target} är delvis nått", **told)
    if is_met is False and is_waiting:
        return voice.tell("{amount}, målet {target} är inte nått än", **told)
    if is_met is False:
        return voice.tell("{amount}, målet {target} är inte nått", **told)
    return voice.tell("{amount}, målet är {target}", **told)


def _is_early(chart: Chart, goal: Goal) -> bool:
    """Whether the target is due after the day the numbers were true."""
    due = goal.due.first_day if goal.due else None
    as_of = chart.as_of.last_day if chart.as_of else None
    return due is not None and as_of is not None and as_of < due


def _is_safe(chart: Chart, goal: Goal) -> bool:
    """Whether a target that is met stays met: only a number that never falls has done so."""
    only_grows = chart.accumulation is Accumulation.CUMULATIVE and chart.unit is ChartUnit.NUMBER
    return only_grows and goal.operator is Operator.AT_LEAST


def gap_to_target(voice: Voice, goal: Goal, cell: Cell) -> Sentence:
    """Say what the target is, by when, and how far the outcome is from it."""
    target = with_due(voice, goal)
    apart = voice.difference(cell, Cell(goal.value, CellState.KNOWN, goal.precision))
    told: dict[str, Value] = {"target": target, "apart": apart}
    is_met = goal.is_met_by(cell)
    ahead = voice.shown(value_of(cell)) - voice.shown(goal.value)
    if is_met is None:
        return voice.tell("Målet är {target}, men det går inte att avgöra om det är nått.", **told)
    if not ahead:
        return voice.tell("Målet är {target}, och utfallet är precis så mycket.", **told)
    if goal.operator is Operator.AT_MOST:
        if is_met:
            return voice.tell("Målet är {target}, och utfallet är {apart} under gränsen.", **told)
        return voice.tell("Målet är {target}, och utfallet är {apart} över gränsen.", **told)
    if ahead > 0:
        return voice.tell("Målet är {target}, och utfallet är {apart} över målet.", **told)
    return voice.tell("Målet är {target}, och det fattas {apart}.", **told)


# -- progress over time --------------------------------------------------------


def describe_progress(voice: Voice) -> Told:
    """Say how the number changed, and how far it is to the target."""
    chart = voice.chart
    points = [(row, cell) for row in chart.rows if (cell := outcome_of(chart, row)).is_known]
    if not points:
        return voice.tell("inga uppgifter i våra källor"), [describe_reservations(voice)]
    goal = goal_of_chart(chart)
    reached = reached_of(chart)
    last_row, last = points[-1]
    amount = (
        voice.of_whole(reached, sure(chart.n))
        if reached
        else voice.tell("{amount} ({period})", amount=voice.cell(last), period=last_row.label)
    )
    if goal and reached:
        title = amount_and_target(voice, amount, goal, reached)
    elif len(points) > 1:
        title = _change(voice, points)
    else:
        title = Sentence.plain(amount)
    gap = gap_to_target(voice, goal, reached) if goal and reached else _target_alone(voice, goal)
    development = _development(voice, points)
    names = [series.id for series in chart.series]
    if len(names) > 1 and not set(names) & set(_OUTCOMES):
        label = chart.series[0].label
        title = voice.tell("{label}, {finding}", label=label, finding=title)
        development = voice.tell("{label}: {words}", label=label, words=development)
    return title, [development, gap, describe_reservations(voice)]


def reached_of(chart: Chart) -> Cell | None:
    """Give what has been reached so far: the newest number, or the sum of all periods.

    The sum is told only where each period holds its own, and none is missing or hidden.
    """
    if chart.accumulation is Accumulation.CUMULATIVE or chart.unit is ChartUnit.PERCENT:
        known = [cell for row in chart.rows if (cell := outcome_of(chart, row)).is_known]
        return known[-1] if known else None
    if chart.total.is_known:
        return chart.total
    cells = [outcome_of(chart, row) for row in chart.rows]
    if not cells or not all(cell.is_known for cell in cells):
        return None
    if any(cell.precision is not cells[0].precision for cell in cells):
        return None
    total = sum((value_of(cell) for cell in cells), Decimal(0))
    return Cell(total, CellState.KNOWN, cells[0].precision)


def _target_alone(voice: Voice, goal: Goal | None) -> Sentence | None:
    return voice.tell("Målet är {target}.", target=voice.target(goal)) if goal else None


def _change(voice: Voice, points: list[tuple[Row, Cell]]) -> Sentence:
    """Say from what to what the number went between the first and the last that are known."""
    (_, first), (_, last) = points[0], points[-1]
    before, after = voice.shown(value_of(first)), voice.shown(value_of(last))
    told: dict[str, Value] = {
        "first": voice.number(before, first.precision),
        "last": voice.cell(last),
    }
    if after > before:
        return voice.tell("ökade från {first} till {last}", **told)
    if after < before:
        return voice.tell("minskade från {first} till {last}", **told)
    return voice.tell("oförändrat {last}", **told)


def _development(voice: Voice, points: list[tuple[Row, Cell]]) -> Sentence:
    """Say the same with when, and how much the change is."""
    (first_row, first), (last_row, last) = points[0], points[-1]
    before, after = voice.shown(value_of(first)), voice.shown(value_of(last))
    if len(points) == 1:
        amount = voice.cell(last)
        return voice.tell("{period}: {amount}.", period=last_row.label, amount=amount)
    told: dict[str, Value] = {
        "first": voice.number(before, first.precision),
        "before": first_row.label,
        "last": voice.number(after, last.precision),
        "after": last_row.label,
        "apart": voice.difference(first, last),
    }
    if after > before:
        return voice.tell(
            "Talet steg med {apart}, från {first} ({before}) till {last} ({after}).", **told
        )
    if after < before:
        return voice.tell(
            "Talet sjönk med {apart}, från {first} ({before}) till {last} ({after}).", **told
        )
    return voice.tell(
        "Talet är detsamma, {last}, i början ({before}) och i slutet ({after}).", **told
    )


# -- planned against held ------------------------------------------------------


def describe_held(voice: Voice) -> Told:
    """Say how much of what was planned was held."""
    chart = voice.chart
    names = [series.id for series in chart.series]
    planned, held = (
        names.index(name) if name in names else default
        for name, default in (("planned", 0), ("held", len(names) - 1))
    )
    pairs = [
        (row, row.cells[planned], row.cells[held])
        for row in chart.rows
        if row.cells[planned].is_known and row.cells[held].is_known
    ]
    if not pairs:
        known = [(row, cell) for row in chart.rows for cell in row.cells if cell.is_known]
        row, cell = known[0]
        is_plan = cell is row.cells[planned]
        number = voice.number(value_of(cell), cell.precision)
        if is_plan:
            title = voice.tell("{number} planerade, utfallet framgår inte", number=number)
        else:
            title = voice.tell("{number} genomförda, planen framgår inte", number=number)
        return title, [
            voice.tell("{label}: {number}.", label=row.label, number=number),
            describe_reservations(voice),
        ]
    row, plan, done = max(pairs, key=lambda pair: value_of(pair[1]) - value_of(pair[2]))
    most = _held_of(voice, plan, done)
    if len(pairs) == 1:
        title = voice.tell("{label}, {parts}", label=row.label, parts=most)
    else:
        kept = sum(value_of(plan) <= value_of(done) for _, plan, done in pairs)
        whole = voice.counted(len(pairs), "{} sorts aktivitet", "{} sorters aktiviteter")
        title = voice.counted(
            kept,
            "planen hölls för {} av {whole}",
            "planen hölls för {} av {whole}",
            whole=whole,
        )
    lead = (
        voice.tell("Mest saknas i {label}: {most}.", label=row.label, most=most)
        if value_of(plan) > value_of(done)
        else voice.tell("{label}: {most}.", label=row.label, most=most)
    )
    return title, [lead, describe_reservations(voice)]


def _held_of(voice: Voice, plan: Cell, done: Cell) -> Sentence:
    number = voice.number(value_of(plan), plan.precision)
    if value_of(done) == 0:
        return voice.tell("ingen genomförd av {plan} planerade", plan=number)
    held = voice.number(value_of(done), done.precision)
    return voice.counted(
        value_of(done),
        "{held} genomförd av {plan} planerade",
        "{held} genomförda av {plan} planerade",
        held=held,
        plan=number,
    )
