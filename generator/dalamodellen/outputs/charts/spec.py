# SPDX-License-Identifier: EUPL-1.2
"""What a chart is to show, before anybody has drawn it, described it or listed it.

One specification is all that drawing, words, table and CSV know. What is suppressed is
suppressed before it comes here, so no number can leak from any of them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from dalamodellen.model.indicator import Accumulation, ChartKind, Counts, Direction, Operator
from dalamodellen.model.indicator import OutcomeStatus as Status
from dalamodellen.model.money import Currency, Precision
from dalamodellen.model.period import PartialDate, Period
from dalamodellen.model.suppression import FEWEST_PEOPLE
from dalamodellen.outputs.safe_markdown import Markdown

MOST_SERIES = 5
"""More can not be told apart by pattern in black and white."""


class CellState(StrEnum):
    """Why a number stands in a cell, or does not."""

    KNOWN = "known"
    """There is a number; it may be zero."""
    MISSING = "missing"
    """No source states it."""
    SUPPRESSED = "suppressed"
    """So few that a person could be recognised, or that others could be worked out from it."""
    NOT_APPLICABLE = "not_applicable"
    """There can be no number here."""


class ChartUnit(StrEnum):
    """What the numbers are."""

    NUMBER = "number"
    PERCENT = "percent"
    MONEY = "money"
    STATUS = "status"
    """A status in words, for the matrix."""
    TIME = "time"
    """From a day to a day, for the time line."""


@dataclass(frozen=True)
class Words:
    """Plain words, not yet escaped, and the language they are in where it is not the page's."""

    text: str
    language: str = ""


@dataclass(frozen=True)
class Cell:
    """One number, or why there is none."""

    value: Decimal | None = None
    """The number; nothing unless the state is known."""
    state: CellState = CellState.MISSING
    precision: Precision = Precision.EXACT
    """How sure the number is; its word goes with it wherever it is written."""
    status: Status | None = None
    """In a matrix, what became of the goal."""
    period: Period | None = None
    """In a time line, from when to when."""
    path: str = ""
    """Path from the root of the file the number stands in; "" where it was worked out."""
    line: int = 0
    """The line it stands on."""

    @property
    def is_known(self) -> bool:
        """Whether there is a number to show."""
        return self.state is CellState.KNOWN


def known(value: Decimal | int, path: str = "", line: int = 0) -> Cell:
    """Make a cell of a number."""
    return Cell(Decimal(value), CellState.KNOWN, path=path, line=line)


@dataclass(frozen=True)
class Series:
    """One sort of number in every row: outcome, target, women, men, an answer on a scale."""

    id: str
    """Name in style sheets and in CSV. Example: women"""
    label: Words
    """Its name in the key, in the head of the table and in the words."""


@dataclass(frozen=True)
class Row:
    """What one bar, point or line of a table is about."""

    label: Words
    """A role, a municipality, a period, a question, a goal, an organisation or a project."""
    cells: tuple[Cell, ...]
    """One for each series, in their order."""
    period: PartialDate | None = None
    """When it was true, in a chart of progress."""
    n: Decimal | None = None
    """How many the row's shares are shares of, or how many answered."""
    target: Decimal | None = None
    """What was to be reached in this row, in a chart of targets."""
    operator: Operator = Operator.AT_LEAST
    """How the outcome is held against the target."""
    precision: Precision = Precision.EXACT
    """How sure the target is."""
    note: Words | None = None
    """What a reader must know about this row."""
    depth: int = 0
    """How far in the row stands in the table, below the sums it is part of."""


@dataclass(frozen=True)
class Sum:
    """A row that other rows are parts of: the table tells it, the drawing does not."""

    before: int
    """Which of the chart's rows it stands before; as many as there are for one that stands last."""
    row: Row


@dataclass(frozen=True)
class Chart:
    """Everything that is to be shown, in one language.

    Always true: each row has as many cells as there are series, and there are at most
    MOST_SERIES series unless the kind is a matrix.
    """

    id: str
    """Unique on the page; a slug. Example: gatt-kurs-framat"""
    kind: ChartKind
    language: str
    """The page's language: whose words and digits."""
    subject: Words
    """What the numbers are about. Example: Personer i små företag som går minst en kurs"""
    counts: Counts
    """What is counted, so that the words for it agree with the number."""
    unit: ChartUnit
    series: tuple[Series, ...]
    rows: tuple[Row, ...]
    currency: Currency | None = None
    """What sums are in."""
    target: Decimal | None = None
    """What the whole was to reach, in a chart of progress or parts."""
    operator: Operator = Operator.AT_LEAST
    target_due: PartialDate | None = None
    """When it was to be reached."""
    direction: Direction = Direction.INCREASE
    accumulation: Accumulation = Accumulation.CUMULATIVE
    total: Cell = field(default_factory=Cell)
    """The whole that the rows are parts of, where they may be added."""
    sums: tuple[Sum, ...] = ()
    """Sums of some of the rows, in the order of the table."""
    denominator: Words | None = None
    """Of whom or of how many: the group that shares are shares of."""
    n: Decimal | None = None
    """How many that group is, or how many answered."""
    as_of: PartialDate | None = None
    """The day the newest number was true."""
    source: Markdown = field(default_factory=lambda: Markdown(""))
    """Where the numbers stand, as a line of links."""
    said_by: Words | None = None
    """Who says so, by role."""
    fewest: int = FEWEST_PEOPLE
    """A number of fewer people than this is hidden, as the key of the table says."""
    notes: tuple[Words, ...] = ()
    """Reservations that a reader must know: self-reported, may overlap, preliminary."""

    @property
    def has_numbers(self) -> bool:
        """Whether any cell holds something to draw."""
        return any(cell.is_known for row in self.rows for cell in row.cells)

    @property
    def table_rows(self) -> tuple[Row, ...]:
        """The rows with the sums among them."""
        found: list[Row] = []
        for number in range(len(self.rows) + 1):
            found += [one.row for one in self.sums if one.before == number]
            found += self.rows[number : number + 1]
        return tuple(found)

    @property
    def is_suppressed(self) -> bool:
        """Whether any cell is hidden, so that the key must say why."""
        return any(c.state is CellState.SUPPRESSED for row in self.table_rows for c in row.cells)

    def cells_of(self, series_id: str) -> tuple[Cell, ...]:
        """Give one series' cells, row by row."""
        number = [one.id for one in self.series].index(series_id)
        return tuple(row.cells[number] for row in self.rows)
