# SPDX-License-Identifier: EUPL-1.2
"""Made-up charts of every kind, the ordinary and the hostile, to look at and to test with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

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

MISSING = Cell()
SUPPRESSED = Cell(state=CellState.SUPPRESSED)
LONG = "Ansvariga för samhällsplaneringsfrågorna"
"""Forty letters, the last word of which does not fit on half a line."""
_SWEDISH = {
    "outcome": "Utfall",
    "women": "Kvinnor",
    "men": "Män",
    "held": "Genomförda",
    "planned": "Planerade",
    "sum": "Belopp",
    "value": "Personer",
    "period": "Tid",
}
_WORDS = {
    "sv": _SWEDISH,
    "nb": _SWEDISH
    | {
        "outcome": "Resultat",
        "women": "Kvinner",
        "men": "Menn",
        "held": "Gjennomførte",
        "planned": "Planlagte",
        "sum": "Beløp",
    },
    "en": _SWEDISH
    | {
        "outcome": "Outcome",
        "women": "Women",
        "men": "Men",
        "held": "Held",
        "planned": "Planned",
        "sum": "Amount",
        "value": "People",
        "period": "Time",
    },
}


def _tongue(language: str) -> str:
    """Give the language of the made-up names, where it is not the page's."""
    return "" if language == "sv" else "sv"


def _series(language: str, ids: Sequence[str]) -> tuple[Series, ...]:
    found = _WORDS[language]
    return tuple(
        Series(f"s{number}", Words(name, _tongue(language)))
        if name not in found
        else Series(name, Words(found[name]))
        for number, name in enumerate(ids, 1)
    )


def _chart(
    kind: ChartKind, language: str, subject: str, rows: Sequence[Row], ids: Sequence[str]
) -> Chart:
    tongue = _tongue(language)
    return Chart(
        id="exempel-" + kind.replace("_", "-"),
        kind=kind,
        language=language,
        subject=Words(subject, tongue),
        counts=Counts.PEOPLE,
        unit=ChartUnit.NUMBER,
        series=_series(language, ids),
        rows=tuple(replace(row, label=replace(row.label, language=tongue)) for row in rows),
        as_of=PartialDate(year=2024, month=12, day=31),
    )


def _row(label: str, *values: int | str | Cell | None, **more: Decimal) -> Row:
    cells = []
    for value in values:
        if isinstance(value, Cell):
            cells.append(value)
        elif value is None:
            cells.append(MISSING)
        else:
            cells.append(known(Decimal(value)))
    return Row(Words(label), tuple(cells), n=more.get("n"), target=more.get("target"))


def _quarters(values: Sequence[int | Cell]) -> list[Row]:
    rows = []
    for number, value in enumerate(values):
        year, quarter = 2022 + number // 4, number % 4 + 1
        row = _row(f"{year} kv {quarter}", value)
        rows.append(replace(row, period=PartialDate(year=year, month=quarter * 3)))
    return rows


def ordinary_charts(language: str = "sv") -> tuple[Chart, ...]:
    """Give one chart of each kind, as a project in good order would have them."""
    return tuple(
        make(language)
        for make in (
            _targets,
            _progress,
            _parts,
            _share_of_each_sex,
            _sexes_within,
            _scale,
            _money,
            _held,
            _matrix,
            _time_line,
            _places,
        )
    )


def _targets(language: str) -> Chart:
    rows = [
        _row("Kompetensmäklare som går utbildningen", 82, target=Decimal(75)),
        _row("Lärare som använder flexibla arbetssätt", 61, target=Decimal(100)),
        _row("Studie- och yrkesvägledare", None, target=Decimal(40)),
        _row("Chefer", SUPPRESSED, target=Decimal(10)),
    ]
    return _chart(ChartKind.TARGETS, language, "Personer som deltar", rows, ["outcome"])


def _progress(language: str) -> Chart:
    values: list[int | Cell] = [12, 40, 71, 118, 160, 204, MISSING, 290, 331, 402, 455, 512]
    chart = _chart(ChartKind.PROGRESS, language, "Deltagare hittills", _quarters(values), ["value"])
    due = PartialDate(year=2024, month=12, day=31)
    return replace(chart, target=Decimal(500), target_due=due)


def _parts(language: str) -> Chart:
    rows = [
        _row("Kompetensmäklare", 30),
        _row("Projektledare", 31),
        _row("Lärare", 86),
        _row("Chefer", 0),
    ]
    chart = _chart(ChartKind.PARTS, language, "Deltagare efter roll", rows, ["value"])
    return replace(chart, total=known(147))


def _share_of_each_sex(language: str) -> Chart:
    rows = [
        _row("Gick minst en kurs", "62.5", "48.1", n=Decimal(412)),
        _row("Fick nya uppgifter", "31", "36.4", n=Decimal(412)),
        _row("Bytte arbete", SUPPRESSED, "7.2"),
    ]
    subject = "Andel av alla kvinnor och av alla män"
    chart = _chart(ChartKind.SHARE_OF_EACH_SEX, language, subject, rows, ["women", "men"])
    whom = Words("deltagare som svarade på enkäten", _tongue(language))
    return replace(chart, unit=ChartUnit.PERCENT, denominator=whom, n=Decimal(412))


def _sexes_within(language: str) -> Chart:
    rows = [_row("Falköpinge", 120, 80), _row("Storbyn", 44, 61), _row("Lillån", 9, 4)]
    subject = "Kvinnor och män bland deltagarna"
    return _chart(ChartKind.SEXES_WITHIN, language, subject, rows, ["women", "men"])


def _scale(language: str) -> Chart:
    rows = [
        _row("Jag hade nytta av kursen i mitt arbete", 2, 8, 21, 64, 53, n=Decimal(148)),
        _row("Tiden räckte", 14, 32, 40, 41, 20, n=Decimal(147)),
        _row("Lokalen var lätt att hitta", *[SUPPRESSED] * 5, n=Decimal(4)),
    ]
    answers = ("1 Inte alls", "2", "3", "4", "5 Helt och hållet")
    chart = _chart(ChartKind.SCALE, language, "Vad deltagarna tyckte", rows, answers)
    return replace(chart, n=Decimal(148))


def _money(language: str) -> Chart:
    rows = [
        _row("Fonden", 14334182),
        _row("Kommunerna", 9200000),
        _row("Region Exempeldalen", 3100500),
    ]
    chart = _chart(ChartKind.MONEY, language, "Pengar efter källa", rows, ["sum"])
    return replace(chart, unit=ChartUnit.MONEY, currency=Currency.SEK, counts=Counts.NOTHING)


def _held(language: str) -> Chart:
    rows = [
        _row("Seminarier", 18, 20),
        _row("Tematiska workshoppar", 33, 30),
        _row("Nätverk", 3, 3),
    ]
    chart = _chart(ChartKind.HELD, language, "Planerat och genomfört", rows, ["held", "planned"])
    return replace(chart, counts=Counts.ACTIVITIES)


def _matrix(language: str) -> Chart:
    states = list(OutcomeStatus)
    names = ("Storbyns lärcentrum", "Falköpinge kommun", "Lilla skolan")
    rows = [
        Row(
            Words(name, _tongue(language)),
            tuple(Cell(status=states[(start + at) % 6], state=CellState.KNOWN) for at in range(7)),
        )
        for start, name in enumerate(names)
    ]
    goals = [f"Mål nummer {number}" for number in range(1, 8)]
    chart = _chart(ChartKind.MATRIX, language, "Vad det blev av varje mål", rows, goals)
    return replace(chart, unit=ChartUnit.STATUS)


def _time_line(language: str) -> Chart:
    lines: list[tuple[str, object]] = [
        ("Förstudien", "2009-01-01/2009-03-31"),
        ("Lärcentrum som möter framtiden", "2009-08-01/2011-07-31"),
        ("Fortsättningen", "2012-01/.."),
        ("Nätverket", {"start": "2010"}),
        ("Kursen", {"end": "2011"}),
        ("Bokprojektet", "okänd"),
    ]
    rows = []
    for name, when in lines:
        period = Period.model_validate(when)
        state = CellState.MISSING if period.is_unknown else CellState.KNOWN
        rows.append(Row(Words(name, _tongue(language)), (Cell(period=period, state=state),)))
    chart = _chart(ChartKind.TIME_LINE, language, "Projekten över tid", rows, ["period"])
    return replace(chart, unit=ChartUnit.TIME)


def _places(language: str) -> Chart:
    rows = [
        _row("Falköpinge", 120),
        _row("Storbyn", 44),
        _row("Lillån", 0),
        _row("Malung-Sälen", MISSING),
        _row("Smedjebacken", SUPPRESSED),
        _row("Älvdalen", 71),
    ]
    return _chart(ChartKind.PLACES, language, "Deltagare efter kommun", rows, ["value"])


def hostile_charts(language: str = "sv") -> tuple[tuple[str, Chart], ...]:
    """Give every kind with what data in disorder holds, each with the name of its disorder."""
    return tuple(
        (name, replace(changed, id=f"{changed.id}-{name}"))
        for chart in ordinary_charts(language)
        for name, change in DISORDERS.items()
        if (changed := change(chart)) is not None
    )


def _cells(chart: Chart, *values: object) -> Chart:
    """Put values into the rows one after the other, round and round."""
    rows = []
    at = 0
    for row in chart.rows:
        cells = []
        for cell in row.cells:
            value = values[at % len(values)]
            at += 1
            cells.append(
                value
                if isinstance(value, Cell)
                else replace(cell, value=Decimal(str(value)), state=CellState.KNOWN)
            )
        rows.append(replace(row, cells=tuple(cells)))
    return replace(chart, rows=tuple(rows), total=MISSING)


def _has_numbers(chart: Chart) -> bool:
    return chart.unit not in (ChartUnit.STATUS, ChartUnit.TIME)


def _one_row(chart: Chart) -> Chart:
    return replace(chart, rows=chart.rows[:1])


def _zero(chart: Chart) -> Chart | None:
    return _cells(chart, 0) if _has_numbers(chart) else None


def _negative(chart: Chart) -> Chart | None:
    if not _has_numbers(chart) or chart.unit is ChartUnit.PERCENT:
        return None
    return _cells(chart, -12, 30, -3)


def _far_apart(chart: Chart) -> Chart | None:
    if not _has_numbers(chart) or chart.unit is ChartUnit.PERCENT:
        return None
    return _cells(chart, 1, 1_000_000_000)


def _gaps(chart: Chart) -> Chart | None:
    return _cells(chart, MISSING, 20, 40, MISSING) if _has_numbers(chart) else None


def _long_names(chart: Chart) -> Chart:
    def longer(words: Words) -> Words:
        return replace(words, text=f"{LONG} i {words.text}"[: max(len(LONG), 40)])

    return replace(
        chart,
        rows=tuple(replace(row, label=longer(row.label)) for row in chart.rows),
        series=tuple(
            replace(one, label=Words(LONG, _tongue(chart.language))) for one in chart.series
        ),
    )


def _suppressed(chart: Chart) -> Chart | None:
    return _cells(chart, SUPPRESSED) if _has_numbers(chart) else None


def _women_only(chart: Chart) -> Chart | None:
    if "women" not in [one.id for one in chart.series]:
        return None
    return _cells(chart, 40, 0)


def _rounded(chart: Chart) -> Chart | None:
    """Numbers that are not exact, and against which the outcome is held in other ways."""
    if chart.kind is not ChartKind.TARGETS:
        return None
    rows = tuple(
        replace(
            row,
            operator=Operator.AT_MOST,
            cells=tuple(replace(cell, precision=Precision.ALMOST) for cell in row.cells),
        )
        for row in chart.rows
    )
    return replace(chart, rows=rows, direction=Direction.DECREASE)


def _by_period(chart: Chart) -> Chart | None:
    if chart.kind is not ChartKind.PROGRESS:
        return None
    return replace(
        _cells(chart, 30, 42, 0, 51, SUPPRESSED, 66),
        accumulation=Accumulation.PER_PERIOD,
        target=None,
    )


def _five_lines(chart: Chart) -> Chart | None:
    if chart.kind is not ChartKind.PROGRESS:
        return None
    rows = tuple(replace(row, cells=row.cells * 5) for row in chart.rows)
    names = tuple(
        Series(f"s{n}", Words(name, _tongue(chart.language)))
        for n, name in enumerate(["Falköpinge", "Storbyn", "Lillån", "Skogen", LONG])
    )
    return _cells(replace(chart, rows=rows, series=names), *range(10, 500, 13))


DISORDERS = {
    "one-row": _one_row,
    "zero": _zero,
    "negative": _negative,
    "far-apart": _far_apart,
    "gaps": _gaps,
    "long-names": _long_names,
    "suppressed": _suppressed,
    "women-only": _women_only,
    "rounded": _rounded,
    "by-period": _by_period,
    "five-lines": _five_lines,
}
"""Name of a disorder → what it makes of a chart, or nothing where it cannot be."""
