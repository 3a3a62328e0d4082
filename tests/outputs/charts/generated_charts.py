# SPDX-License-Identifier: EUPL-1.2
"""Charts that nobody thought of: every kind, language, unit, gap and precision, for property tests.

No label holds a digit, so every number in the words comes from the chart.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from dalamodellen.model.indicator import (
    Accumulation,
    ChartKind,
    Counts,
    Direction,
    Operator,
    OutcomeStatus,
)
from dalamodellen.model.money import Currency, Precision
from dalamodellen.model.period import PartialDate, Period
from dalamodellen.outputs.charts.spec import Cell, CellState, Chart, ChartUnit, Row, Words, known
from outputs.charts.sample_charts import ANSWERS, HIDDEN, MISSING, series

LANGUAGES = ("sv", "nb", "en")
NAMES = ("Lärare", "Chefer i små företag", "falun.", "Mora & Orsa", "Ny  teknik", "Östra dalen:")
SERIES = {
    ChartKind.TARGETS: ("outcome",),
    ChartKind.PROGRESS: ("value",),
    ChartKind.PARTS: ("value",),
    ChartKind.SHARE_OF_EACH_SEX: ("women", "men"),
    ChartKind.SEXES_WITHIN: ("women", "men", "other"),
    ChartKind.SCALE: ANSWERS,
    ChartKind.MONEY: ("sum",),
    ChartKind.HELD: ("planned", "held"),
    ChartKind.MATRIX: ("first", "second"),
    ChartKind.TIME_LINE: ("period",),
    ChartKind.PLACES: ("value",),
}
WHOLE = st.sampled_from([0, 1, 2, 3, 5, 16, 17, 41, 99, 100, 148, 1700, 10**9])
PERCENT = st.decimals(0, 100, places=1)
PRECISION = st.sampled_from([Precision.EXACT, Precision.EXACT, *Precision])


@st.composite
def dates(draw: DrawFn) -> PartialDate:
    """Draw a date of which only some parts are known."""
    year = draw(st.sampled_from([None, 1999, 2013, 2025]))
    month = draw(st.sampled_from([None, 1, 12]))
    day = draw(st.sampled_from([None, 1, 31])) if month else None
    return PartialDate(year=year, month=month, day=day)


@st.composite
def periods(draw: DrawFn) -> Period:
    """Draw a period; either end may be unknown, or open."""
    start, end = sorted([draw(dates()), draw(dates())])
    is_open = draw(st.booleans())
    first, last = start.first_day, end.last_day
    if is_open or (first and last and last < first):
        return Period(start=start, is_open=is_open)
    return Period(start=start, end=end)


@st.composite
def cells(draw: DrawFn, kind: ChartKind, unit: ChartUnit, *, gaps: bool) -> Cell:
    """Draw a number, or why there is none."""
    if gaps and draw(st.integers(0, 3)) == 0:
        return draw(st.sampled_from([HIDDEN, MISSING, Cell(state=CellState.NOT_APPLICABLE)]))
    if kind is ChartKind.MATRIX:
        return Cell(None, CellState.KNOWN, status=draw(st.sampled_from(OutcomeStatus)))
    if kind is ChartKind.TIME_LINE:
        return Cell(None, CellState.KNOWN, period=draw(periods()))
    value = draw(PERCENT if unit is ChartUnit.PERCENT else WHOLE)
    return Cell(Decimal(value), CellState.KNOWN, draw(PRECISION))


UNITS: dict[ChartKind, SearchStrategy[ChartUnit]] = {
    ChartKind.MONEY: st.just(ChartUnit.MONEY),
    ChartKind.MATRIX: st.just(ChartUnit.STATUS),
    ChartKind.TIME_LINE: st.just(ChartUnit.TIME),
    ChartKind.SHARE_OF_EACH_SEX: st.just(ChartUnit.PERCENT),
    ChartKind.HELD: st.just(ChartUnit.NUMBER),
    ChartKind.SCALE: st.just(ChartUnit.NUMBER),
}


@st.composite
def charts(
    draw: DrawFn,
    kinds: SearchStrategy[ChartKind] = st.sampled_from(ChartKind),  # noqa: B008 - a description
    *,
    gaps: bool = True,
    most_rows: int = 5,
) -> Chart:
    """Draw a chart in some language."""
    kind = draw(kinds)
    unit = draw(UNITS.get(kind, st.sampled_from([ChartUnit.NUMBER, ChartUnit.PERCENT])))
    names = draw(st.permutations(NAMES))
    is_target = kind in (ChartKind.TARGETS, ChartKind.PROGRESS, ChartKind.PARTS)
    value: Any = PERCENT if unit is ChartUnit.PERCENT else WHOLE
    targets = st.one_of(st.none(), value.map(Decimal)) if is_target else st.none()
    rows = []
    for number in range(draw(st.integers(0, most_rows))):
        row_cells = tuple(draw(cells(kind, unit, gaps=gaps)) for _ in SERIES[kind])
        target = draw(targets) if kind is ChartKind.TARGETS else None
        sum_ = sum((cell.value or Decimal(0) for cell in row_cells), Decimal(0))
        rows.append(
            Row(
                Words(names[number], draw(st.sampled_from(["", "sv"]))),
                row_cells,
                target=target,
                operator=draw(st.sampled_from(Operator)),
                n=Decimal(sum_) if kind is ChartKind.SCALE and sum_ else None,
            )
        )
    found = [cell for row in rows for cell in row.cells]
    is_sum = kind in (ChartKind.PARTS, ChartKind.MONEY, ChartKind.PLACES) and bool(found)
    is_sum = is_sum and unit is not ChartUnit.PERCENT and all(cell.is_known for cell in found)
    total = sum((cell.value or Decimal(0) for cell in found), Decimal(0))
    language = draw(st.sampled_from(LANGUAGES))
    return Chart(
        id="prov",
        kind=kind,
        language=language,
        subject=Words(draw(st.sampled_from(NAMES)), draw(st.sampled_from(["", "sv"]))),
        counts=Counts.NOTHING if unit is ChartUnit.MONEY else draw(st.sampled_from(Counts)),
        unit=unit,
        series=series(language, *SERIES[kind]),
        rows=tuple(rows),
        currency=draw(st.sampled_from(Currency)) if unit is ChartUnit.MONEY else None,
        target=draw(targets) if kind is not ChartKind.TARGETS else None,
        operator=draw(st.sampled_from(Operator)),
        direction=draw(st.sampled_from([Direction.INCREASE, *Direction])),
        target_due=draw(st.one_of(st.none(), dates())),
        accumulation=draw(st.sampled_from(Accumulation)),
        total=known(total) if is_sum and draw(st.booleans()) else Cell(),
        denominator=draw(st.sampled_from([None, Words("Deltagarna", "sv")])),
        n=Decimal(draw(WHOLE)) if draw(st.booleans()) else None,
        as_of=draw(st.one_of(st.none(), dates())),
        notes=tuple(draw(st.lists(st.sampled_from([Words("Målet är preliminärt.")]), max_size=1))),
    )
