# SPDX-License-Identifier: EUPL-1.2
"""Whose words a chart speaks: its names, amounts, differences, shares and targets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

from dalamodellen.model.indicator import Counts, Operator
from dalamodellen.model.money import Money, Precision, Quantity, derived_precision
from dalamodellen.model.period import PartialDate
from dalamodellen.outputs.charts.sentence import Sentence, Value, bare, compose, with_capital
from dalamodellen.outputs.charts.spec import Cell, CellState, Chart, ChartUnit, Words
from dalamodellen.outputs.charts.targets import UPWARDS, Goal, value_of
from dalamodellen.outputs.wording import (
    count,
    decimals_of,
    format_date,
    format_money,
    format_number,
    format_percent,
    format_quantity,
    join_words,
)
from dalamodellen.outputs.words import COUNTED, NO_BREAK, label, translator

_MOST_DECIMALS = {ChartUnit.PERCENT: 1, ChartUnit.MONEY: 0, ChartUnit.NUMBER: 2}
"""The most decimals of a number, in words as in the table."""
_MARK = "\x00"
"""Stands around the number of a piece while a list is made; no text we read holds it."""
ALL = Decimal(100)
"""All, in percent."""
_LEAST_SHARE = Decimal("0.5")
"""A share that would be rounded to none is told as less than one percent."""

NONE = {
    Counts.PEOPLE: "ingen person",
    Counts.ORGANISATIONS: "ingen organisation",
    Counts.COMPANIES: "inget företag",
    Counts.MUNICIPALITIES: "ingen kommun",
    Counts.ACTIVITIES: "ingen aktivitet",
    Counts.COURSE_PLACES: "ingen kursplats",
}
"""What a number counts → the Swedish words for none of it."""


@dataclass(frozen=True)
class Voice:
    """Who speaks of a chart: in its language, of its numbers in its unit."""

    chart: Chart

    @property
    def language(self) -> str:
        """The language it speaks."""
        return self.chart.language

    # -- words -----------------------------------------------------------------

    def tell(self, template: str, /, **values: Value) -> Sentence:
        """Put words in the places of a Swedish template, in the chart's language."""
        told = {
            name: bare(value) if isinstance(value, Words) else value
            for name, value in values.items()
        }
        return compose(translator(self.language)(template), told)

    def count(self, number: Decimal | int, one: str, many: str) -> str:
        """Give the words that go with a number; a `{}` in them becomes the number."""
        return count(number, one, many, self.language)

    def counted(self, number: Decimal | int, one: str, many: str, /, **values: Value) -> Sentence:
        """Put words in the places of the template for one or for several; `{}` is the number."""
        told = {
            name: bare(value) if isinstance(value, Words) else value
            for name, value in values.items()
        }
        return compose(self.count(number, one, many), told)

    def title(self, finding: Sentence) -> Sentence:
        """Put the chart's subject before a finding."""
        subject = bare(self.chart.subject)
        if not subject.text:
            return with_capital(finding)
        return with_capital(
            compose("{subject}: {finding}", {"subject": subject, "finding": finding})
        )

    def joined(self, labels: Sequence[Words]) -> Sentence:
        """Join names to a list in a sentence, each in its own language."""
        return self.list_of([Sentence.of([bare(label)]) for label in labels])

    def list_of(self, pieces: Sequence[Sentence]) -> Sentence:
        """Join pieces of a sentence to a list: "a, b och c"."""
        places = [f"{_MARK}{number}{_MARK}" for number in range(len(pieces))]
        told = join_words(places, self.language).split(_MARK)
        return Sentence.of(
            part
            for number, words in enumerate(told)
            for part in (pieces[int(words)].parts if number % 2 else (Words(words),))
        )

    def plain_number(self, number: Decimal | int) -> str:
        """Write a number of rows, answers or cases, which is in no unit."""
        return format_number(number, self.language, decimals_of(number))

    def date(self, when: PartialDate) -> str:
        """Write a date as far as it is known."""
        return format_date(when, self.language)

    # -- numbers ---------------------------------------------------------------

    def shown(self, value: Decimal) -> Decimal:
        """Round a number as it is shown, so that what is worked out agrees with what is seen."""
        most = _MOST_DECIMALS.get(self.chart.unit, 0)
        if decimals_of(value) <= most:
            return value
        return value.quantize(Decimal(1).scaleb(-most), rounding=ROUND_HALF_UP)

    def number(self, value: Decimal, precision: Precision = Precision.EXACT) -> str:
        """Write a number without what it counts: "närmare 1 700", "63,2 %", "5 000 kr"."""
        value = self.shown(value)
        unit = self.chart.unit
        if unit is ChartUnit.MONEY and self.chart.currency:
            money = Money(amount=value, currency=self.chart.currency, precision=precision)
            return format_money(money, self.language)
        if unit is ChartUnit.PERCENT:
            written = format_percent(value, self.language, decimals_of(value))
            return self.with_word(precision, written)
        return format_quantity(Quantity(value=value, precision=precision), self.language)

    def with_word(self, precision: Precision, written: str) -> str:
        """Put the word of a precision before a number that is written already."""
        if precision is Precision.EXACT:
            return written
        return f"{label('precision', precision, self.language)}{NO_BREAK}{written}"

    def amount(self, value: Decimal, precision: Precision = Precision.EXACT) -> str:
        """Write a number with what it counts: "148 personer", "ingen person", "63,2 %"."""
        counts = self.chart.counts
        if self.chart.unit is not ChartUnit.NUMBER or counts is Counts.NOTHING:
            return self.number(value, precision)
        if value == 0 and precision is Precision.EXACT:
            return translator(self.language)(NONE[counts])
        noun = count(self.shown(value), *COUNTED[counts], self.language)
        return f"{self.number(value, precision)}{NO_BREAK}{noun}"

    def cell(self, cell: Cell) -> str:
        """Write a known cell with what it counts."""
        return self.amount(value_of(cell), cell.precision)

    def of_whole(self, cell: Cell, whole: Decimal | None) -> str:
        """Write a cell and the whole it is a part of: "14 av 17 organisationer", "alla 17 …"."""
        value = value_of(cell)
        if self.chart.unit is not ChartUnit.NUMBER or not whole or whole < value:
            return self.cell(cell)
        if value == 0:
            return self.cell(cell)
        if value == whole and cell.precision is Precision.EXACT and value != 1:
            return self.tell("alla {number}", number=self.amount(whole))
        number = self.number(value, cell.precision)
        return self.tell("{number} av {whole}", number=number, whole=self.amount(whole))

    def difference(self, one: Cell, other: Cell) -> str:
        """Write how far apart two known numbers are, as they are shown.

        Shares differ by percentage points. What is not exact gives a difference that is not.
        """
        apart = abs(self.shown(value_of(one)) - self.shown(value_of(other)))
        exact = one.precision is Precision.EXACT and other.precision is Precision.EXACT
        return self.apart(apart, Precision.EXACT if exact else Precision.ABOUT)

    def apart(self, difference: Decimal, precision: Precision) -> str:
        """Write a difference in the chart's unit."""
        if self.chart.unit is ChartUnit.PERCENT:
            points = self.count(difference, "{} procentenhet", "{} procentenheter")
            return self.with_word(precision, points)
        return self.amount(difference, precision)

    def share(self, part: Cell, whole: Cell) -> str:
        """Write how large a part of a whole something is, rounded in the direction that is true.

        Returns:
            For example "drygt 40 %", "knappt 64 %" or "50 %"; "" where there is no whole.
        """
        if value_of(whole) <= 0 or value_of(part) < 0:
            return ""
        lean = derived_precision(part.precision, whole.precision)
        return self.rounded_share(value_of(part) * ALL / value_of(whole), lean)

    def rounded_share(self, exact: Decimal, lean: Precision = Precision.EXACT) -> str:
        """Write a share we worked out in whole percent, with the word that makes it true."""
        if lean is Precision.EXACT and 0 < exact < _LEAST_SHARE:
            return self.tell("under {number}", number=format_percent(1, self.language))
        rounding = ROUND_HALF_UP
        if lean is not Precision.ABOUT and lean is not Precision.EXACT:
            rounding = ROUND_FLOOR if lean in UPWARDS else ROUND_CEILING
        rounded = exact.quantize(Decimal(1), rounding=rounding)
        if lean is Precision.EXACT and rounded != exact:
            lean = Precision.OVER if rounded < exact else Precision.ALMOST
        written = format_percent(rounded, self.language)
        if lean is Precision.EXACT:
            return written
        table = "derived" if lean is Precision.ALMOST else "precision"
        return f"{label(table, lean, self.language)}{NO_BREAK}{written}"

    # -- targets ---------------------------------------------------------------

    def target(self, goal: Goal) -> str:
        """Write a target with its operator: "minst 13 av 17 organisationer", "alla 17 …"."""
        told = Cell(goal.value, CellState.KNOWN, goal.precision)
        if self._is_all(goal):
            return self.tell("alla {number}", number=self.amount(goal.value))
        is_part = self.chart.unit is ChartUnit.NUMBER and (goal.whole or 0) > goal.value > 0
        number = self.of_whole(told, goal.whole) if is_part else self.in_digits(told)
        return f"{label('operator', goal.operator, self.language)}{NO_BREAK}{number}"

    def short_target(self, goal: Goal) -> str:
        """Write a target without what it counts: "minst 13", "alla 17"."""
        number = self.number(goal.value, goal.precision)
        if self._is_all(goal):
            return self.tell("alla {number}", number=number)
        return f"{label('operator', goal.operator, self.language)}{NO_BREAK}{number}"

    def _is_all(self, goal: Goal) -> bool:
        is_whole = goal.value == goal.whole and goal.operator is not Operator.AT_MOST
        return self.chart.unit is ChartUnit.NUMBER and is_whole and goal.value > 1

    def in_digits(self, cell: Cell) -> str:
        """Write a number with what it counts; none is 0, not "ingen"."""
        value = value_of(cell)
        counts = self.chart.counts
        if value != 0 or self.chart.unit is not ChartUnit.NUMBER or counts is Counts.NOTHING:
            return self.amount(value, cell.precision)
        noun = count(value, *COUNTED[counts], self.language)
        return f"{self.number(value, cell.precision)}{NO_BREAK}{noun}"
