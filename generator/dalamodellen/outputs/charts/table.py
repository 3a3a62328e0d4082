# SPDX-License-Identifier: EUPL-1.2
"""A chart's numbers as a table to read, and as a table for spreadsheets and programs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from dalamodellen.model.indicator import ChartKind
from dalamodellen.model.money import Precision
from dalamodellen.outputs.charts.balance import balance_code
from dalamodellen.outputs.charts.cell_words import (
    SIGNS,
    period_in_words,
    shares_of,
    sign_of,
    state_of,
    target_in_words,
    value_in_words,
)
from dalamodellen.outputs.charts.spec import Cell, CellState, Chart, ChartUnit, Row, Words
from dalamodellen.outputs.wording import count
from dalamodellen.outputs.words import label, translator

_OF_A_HUNDRED = (ChartKind.SEXES_WITHIN, ChartKind.SCALE)
"""Kinds whose rows are drawn as parts of a hundred, whatever they count."""
_BYTE_ORDER_MARK = "\ufeff"
_FORMULA = ("=", "+", "-", "@", "\t")
"""What a spreadsheet would take for a formula to reckon."""


@dataclass(frozen=True)
class TableRow:
    """One line of a table."""

    head: Words
    cells: tuple[Words, ...]
    sources: tuple[tuple[str, int], ...] = ()
    """Path and line of each row of a file that its numbers come from."""
    depth: int = 0
    """How far in its head stands, below the sums it is part of."""


@dataclass(frozen=True)
class Table:
    """A chart's numbers in its own language, not yet escaped.

    Always true: each row has as many cells as there are columns.
    """

    row_head: Words
    """What the first column is about."""
    columns: tuple[Words, ...]
    rows: tuple[TableRow, ...]
    total: TableRow | None = None
    """The whole, where the rows may be added."""
    signs: tuple[str, ...] = ()
    """What each sign in it means, in a sentence."""
    word_columns: frozenset[int] = frozenset()
    """Columns that hold words and not numbers."""


def tabulate(chart: Chart) -> Table:
    """List a chart's numbers, one line a row: all that its drawing and its words say, and the sums among them.

    Shares that are only drawn stand in brackets after the numbers they come from.
    """
    translate = translator(chart.language)
    rows = chart.table_rows
    columns = [series.label for series in chart.series]
    more: list[tuple[str, Sequence[Words]]] = []
    if any(row.target is not None for row in rows):
        more.append((translate("Mål"), [_target(chart, row) for row in rows]))
    if any(row.n is not None for row in rows):
        more.append(("n", [Words(_number(chart, row.n)) for row in rows]))
    if any(row.note for row in rows):
        more.append((translate("Anmärkning"), [row.note or Words("") for row in rows]))
    first_word = len(columns) + len(more) - bool(any(row.note for row in rows))
    words = set(range(first_word, len(columns) + len(more)))
    if chart.unit in (ChartUnit.STATUS, ChartUnit.TIME):
        words |= set(range(len(columns)))
    lines = tuple(
        TableRow(
            row.label,
            (*_cells(chart, row), *(cells[number] for _, cells in more)),
            tuple(dict.fromkeys((c.path, c.line) for c in row.cells if c.path)),
            row.depth,
        )
        for number, row in enumerate(rows)
    )
    return Table(
        row_head=Words(label("chart_row", chart.kind, chart.language)),
        columns=(*columns, *(Words(name) for name, _ in more)),
        rows=lines,
        total=_total(chart, len(columns) + len(more)),
        signs=_signs(chart),
        word_columns=frozenset(words),
    )


def _cells(chart: Chart, row: Row) -> list[Words]:
    shares = shares_of(row) if chart.kind in _OF_A_HUNDRED else None
    written = [Words(_cell(chart, cell)) for cell in row.cells]
    if shares is None or chart.unit is ChartUnit.PERCENT:
        return written
    return [
        Words(
            f"{one.text} ({value_in_words(chart, share.quantize(Decimal('0.1')), is_share=True)})"
        )
        if cell.is_known
        else one
        for one, cell, share in zip(written, row.cells, shares, strict=True)
    ]


def _cell(chart: Chart, cell: Cell) -> str:
    if chart.unit is ChartUnit.STATUS and cell.status is not None:
        return label("outcome", cell.status, chart.language)
    if chart.unit is ChartUnit.TIME and cell.period is not None and not cell.period.is_unknown:
        return period_in_words(cell.period, chart.language)
    return sign_of(cell) or value_in_words(chart, cell.value or Decimal(0), cell.precision)


def _target(chart: Chart, row: Row) -> Words:
    if row.target is None:
        return Words("")
    written = target_in_words(chart, row.target, row.operator, row.precision)
    # "Mål:" stands above already.
    return Words(written.partition(": ")[2])


def _number(chart: Chart, value: Decimal | None) -> str:
    return "" if value is None else value_in_words(_as_numbers(chart), value)


def _as_numbers(chart: Chart) -> Chart:
    """Give a chart whose unit is plain numbers, to write how many its shares are of."""
    return Chart(
        chart.id, chart.kind, chart.language, chart.subject, chart.counts, ChartUnit.NUMBER, (), ()
    )


def _total(chart: Chart, columns: int) -> TableRow | None:
    if not chart.total.is_known:
        return None
    translate = translator(chart.language)
    cells = [Words(_cell(chart, chart.total)), *[Words("")] * (columns - 1)]
    return TableRow(Words(translate("Totalt")), tuple(cells))


def _signs(chart: Chart) -> tuple[str, ...]:
    """Explain the signs that stand in the table, in their fixed order."""
    if chart.unit is ChartUnit.STATUS:
        cells = [cell for row in chart.table_rows for cell in row.cells if cell.status is None]
    elif chart.unit is ChartUnit.TIME:
        cells = [
            c for row in chart.table_rows for c in row.cells if not c.period or c.period.is_unknown
        ]
    else:
        cells = [cell for row in chart.table_rows for cell in row.cells]
    used = {state_of(cell) for cell in cells}
    return tuple(_sign_key(chart, state) for state in SIGNS if state in used)


def _sign_key(chart: Chart, state: str) -> str:
    """Explain a sign; of hidden numbers also how few are hidden."""
    if state != CellState.SUPPRESSED:
        return label("sign_key", state, chart.language)
    return count(
        chart.fewest,
        "x betyder att talet är dolt: det gäller färre än {} person, eller skulle röja ett sådant tal",
        "x betyder att talet är dolt: det gäller färre än {} personer, eller skulle röja ett sådant tal",
        chart.language,
    )


# -- for spreadsheets and programs --------------------------------------------------


def render_csv(chart: Chart, mark: str = "") -> str:
    """Write a chart's numbers as CSV: comma and decimal point as in RFC 4180, in UTF-8.

    It begins with a byte order mark, by which Excel knows the encoding and which pandas
    passes over. A cell holds a number or nothing; why there is none stands in a column
    of its own, so that a column of numbers is one to any program. Column names and states
    are the same in all languages.

    Args:
        chart: What to list.
        mark: What each line is to say of itself, in a column `about`; of made-up data that it is so.

    Returns:
        One line a row. Columns: `row`, `period` where rows have one, then for each series its
        id, with `_from` and `_to` in a time line, and where they are needed `_state`
        (missing, suppressed, not_applicable) and `_precision`; then `balance` of women and men
        (within 40 to 60 percent, women_below_40, men_below_40), `n`, `target`, `operator`, and
        `source_path` and `source_line` of the first number, where they are known.
    """
    columns = _csv_columns(chart)
    if mark:
        columns.append(("about", [mark] * len(chart.rows)))
    lines = [[name for name, _ in columns], *zip(*(cells for _, cells in columns), strict=True)]
    return _BYTE_ORDER_MARK + "".join(
        ",".join(_quoted(cell) for cell in line) + "\r\n" for line in lines
    )


def _csv_columns(chart: Chart) -> list[tuple[str, list[str]]]:
    columns = [("row", [_safe(row.label.text) for row in chart.rows])]
    if any(row.period for row in chart.rows):
        columns.append(("period", [row.period.iso if row.period else "" for row in chart.rows]))
    for series in chart.series:
        columns += _series_columns(chart, series.id, chart.cells_of(series.id))
    if chart.kind is ChartKind.SEXES_WITHIN:
        codes = [balance_code(chart, row) for row in chart.rows]
        if any(codes):
            columns.append(("balance", codes))
    if any(row.n is not None for row in chart.rows):
        columns.append(("n", [_plain(row.n) for row in chart.rows]))
    if any(row.target is not None for row in chart.rows):
        columns.append(("target", [_plain(row.target) for row in chart.rows]))
        kinds = [row.operator.value if row.target is not None else "" for row in chart.rows]
        columns.append(("operator", kinds))
    firsts = [next((cell for cell in row.cells if cell.path), Cell()) for row in chart.rows]
    if any(cell.path for cell in firsts):
        columns.append(("source_path", [cell.path for cell in firsts]))
        columns.append(("source_line", [str(cell.line) if cell.path else "" for cell in firsts]))
    return columns


def _series_columns(
    chart: Chart, name: str, cells: Sequence[Cell]
) -> Iterable[tuple[str, list[str]]]:
    if chart.unit is ChartUnit.STATUS:
        yield name, [cell.status.value if cell.status else "" for cell in cells]
    elif chart.unit is ChartUnit.TIME:
        yield f"{name}_from", [c.period.start.iso if c.period else "" for c in cells]
        yield f"{name}_to", [c.period.end.iso if c.period else "" for c in cells]
    else:
        yield name, [_plain(cell.value) if cell.is_known else "" for cell in cells]
        if not all(cell.is_known for cell in cells):
            yield f"{name}_state", ["" if c.is_known else c.state.value for c in cells]
        if any(cell.precision is not Precision.EXACT for cell in cells):
            yield f"{name}_precision", [cell.precision.value for cell in cells]


def _plain(value: Decimal | None) -> str:
    """Write a number for programs: no spaces, a decimal point, no exponent."""
    return "" if value is None else f"{value.normalize():f}"


def _safe(words: str) -> str:
    """Keep a spreadsheet from reckoning what is only a name."""
    return f"'{words}" if words.startswith(_FORMULA) else words


def _quoted(cell: str) -> str:
    if any(mark in cell for mark in ',"\r\n'):
        return '"' + cell.replace('"', '""') + '"'
    return cell
