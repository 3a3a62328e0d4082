# SPDX-License-Identifier: EUPL-1.2
"""One chart of each kind, as a project with good records has them; for tests of their words."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from dalamodellen.model.indicator import Accumulation, ChartKind, Counts, Operator, OutcomeStatus
from dalamodellen.model.money import Currency, Precision
from dalamodellen.model.period import PartialDate, Period
from dalamodellen.outputs.charts.spec import (
    Cell,
    CellState,
    Chart,
    ChartUnit,
    Row,
    Series,
    Words,
    known,
)

HIDDEN = Cell(state=CellState.SUPPRESSED)
MISSING = Cell()
LABELS = {
    "outcome": {"sv": "Utfall", "nb": "Utfall", "en": "Outcome"},
    "women": {"sv": "Kvinnor", "nb": "Kvinner", "en": "Women"},
    "men": {"sv": "Män", "nb": "Menn", "en": "Men"},
    "other": {"sv": "Andra", "nb": "Andre", "en": "Others"},
    "planned": {"sv": "Planerat", "nb": "Planlagt", "en": "Planned"},
    "held": {"sv": "Genomfört", "nb": "Gjennomført", "en": "Held"},
}


def series(language: str, *ids: str) -> tuple[Series, ...]:
    """Make series with labels in a language."""
    return tuple(
        Series(one, Words(LABELS.get(one, {}).get(language, one.replace("_", " ")))) for one in ids
    )


def row(label: str, *values: object, **more: object) -> Row:
    """Make a row of numbers and cells."""
    cells = tuple(
        value if isinstance(value, Cell) else known(Decimal(str(value))) for value in values
    )
    return Row(Words(label), cells, **more)  # type: ignore[arg-type]


def _status(*statuses: OutcomeStatus) -> tuple[Cell, ...]:
    return tuple(Cell(None, CellState.KNOWN, status=status) for status in statuses)


def _span(start: str, end: str, *, is_open: bool = False) -> Cell:
    period = Period(
        start=PartialDate.model_validate(start),
        end=PartialDate() if is_open else PartialDate.model_validate(end),
        is_open=is_open,
    )
    return Cell(None, CellState.KNOWN, period=period)


def chart(
    language: str, kind: ChartKind, names: tuple[str, ...], *rows: Row, **more: object
) -> Chart:
    """Make a chart with a subject from a record in Swedish."""
    subject = Words("Personer som gått en kurs", "" if language == "sv" else "sv")
    values = {
        "id": f"prov-{kind.value.replace('_', '-')}",
        "kind": kind,
        "language": language,
        "subject": subject,
        "counts": Counts.PEOPLE,
        "unit": ChartUnit.NUMBER,
        "series": series(language, *names),
        "rows": rows,
    }
    return Chart(**{**values, **more})  # type: ignore[arg-type]


ANSWERS = tuple(f"answers_{n}" for n in range(1, 6))


def samples(language: str) -> list[Chart]:
    """Give one chart of each kind, in the order of the kinds."""
    due = PartialDate(year=2026, month=6, day=30)
    return [
        chart(
            language,
            ChartKind.TARGETS,
            ("outcome",),
            row("Gått minst en kurs", 148, target=Decimal(160), n=Decimal(200)),
            row("Gått två kurser", 60, target=Decimal(50)),
            row("Lärt sig ett nytt verktyg", HIDDEN, target=Decimal(40)),
            row("Blivit vägledd", MISSING, target=Decimal(40)),
            subject=Words("Exempellyftets mål", "" if language == "sv" else "sv"),
        ),
        chart(
            language,
            ChartKind.PROGRESS,
            ("outcome",),
            row("2023", 41, period=PartialDate(year=2023)),
            row("2024", MISSING, period=PartialDate(year=2024)),
            row("2025", 148, period=PartialDate(year=2025)),
            target=Decimal(160),
            target_due=due,
            as_of=PartialDate(year=2025),
            accumulation=Accumulation.CUMULATIVE,
            notes=(Words("Målet är preliminärt.", "" if language == "sv" else "sv"),),
        ),
        chart(
            language,
            ChartKind.PARTS,
            ("outcome",),
            row("Lärare", 86),
            row("Rektorer", 31),
            row("Vaktmästare", HIDDEN),
            total=known(124),
        ),
        chart(
            language,
            ChartKind.SHARE_OF_EACH_SEX,
            ("women", "men"),
            row("Utfall", "68", "61.5", n=Decimal(148)),
            unit=ChartUnit.PERCENT,
            denominator=Words("deltagarna i kurserna", "" if language == "sv" else "sv"),
        ),
        chart(
            language,
            ChartKind.SEXES_WITHIN,
            ("women", "men", "other"),
            row("2025", 79, 69, 1),
        ),
        chart(
            language,
            ChartKind.SCALE,
            ANSWERS,
            row("Jag hade nytta av kursen.", 2, 8, 21, 64, 53, n=Decimal(148)),
            row("Jag fick den tid jag behövde", 12, 18, 41, 44, 33, n=Decimal(148)),
            counts=Counts.NOTHING,
            n=Decimal(148),
        ),
        chart(
            language,
            ChartKind.MONEY,
            ("amount",),
            row("Exempelfonden", 5_000_000),
            row("Exempelregionen", 2_500_000),
            row("Dalens företagarförening", 250_000),
            unit=ChartUnit.MONEY,
            currency=Currency.SEK,
            counts=Counts.NOTHING,
            total=known(7_750_000),
            subject=Words("Projektets pengar", "" if language == "sv" else "sv"),
        ),
        chart(
            language,
            ChartKind.HELD,
            ("planned", "held"),
            row("Seminarier", 20, 18),
            row("Verkstäder", 30, 1),
            row("Nätverk", 3, 3),
            counts=Counts.ACTIVITIES,
            subject=Words("Projektets aktiviteter", "" if language == "sv" else "sv"),
        ),
        chart(
            language,
            ChartKind.MATRIX,
            ("mal-1", "mal-2"),
            Row(Words("Exempelkommun"), _status(OutcomeStatus.MET, OutcomeStatus.PARTLY)),
            Row(Words("Grannkommun"), _status(OutcomeStatus.MET, OutcomeStatus.NOT_STATED)),
            Row(Words("Exempelskolan"), _status(OutcomeStatus.MISSED, OutcomeStatus.MET)),
            unit=ChartUnit.STATUS,
            counts=Counts.ORGANISATIONS,
            subject=Words("Organisationernas mål", "" if language == "sv" else "sv"),
        ),
        chart(
            language,
            ChartKind.TIME_LINE,
            ("period",),
            Row(Words("Dalalyft"), (_span("2010-02-01", "2014-03-31"),)),
            Row(Words("Lyftkraft"), (_span("2020-08-01", "2022-12-31"),)),
            unit=ChartUnit.TIME,
            counts=Counts.NOTHING,
            subject=Words("Projekten", "" if language == "sv" else "sv"),
        ),
        chart(
            language,
            ChartKind.PLACES,
            ("value",),
            row("Falun", 86),
            row("Mora", 86),
            row("Orsa", 0),
            target=Decimal(160),
            operator=Operator.AT_LEAST,
            total=replace(known(172), precision=Precision.ALMOST),
        ),
    ]
