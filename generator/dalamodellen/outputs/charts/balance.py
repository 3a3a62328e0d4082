# SPDX-License-Identifier: EUPL-1.2
"""Words about balance: whether women and men are each 40 to 60 of 100, and what each got."""

from __future__ import annotations

from decimal import Decimal

from dalamodellen.model.equality import Balance, balance_of
from dalamodellen.outputs.charts.cell_words import value_in_words
from dalamodellen.outputs.charts.sentence import Sentence, with_capital
from dalamodellen.outputs.charts.spec import CellState, Chart, Row, Words
from dalamodellen.outputs.charts.voice import Voice

_NONE = Decimal(0)


def balance_of_row(chart: Chart, row: Row) -> Balance | None:
    """Tell how a row is shared between women and men; None where a number is hidden or lacking."""
    told = {series.id: cell for series, cell in zip(chart.series, row.cells, strict=True)}
    if not {"women", "men"} <= told.keys() or not (told["women"].is_known and told["men"].is_known):
        return None
    if "other" in told and told["other"].state in (CellState.SUPPRESSED, CellState.MISSING):
        return None
    women, men, other = (
        (told[sex].value or _NONE) if sex in told else _NONE for sex in ("women", "men", "other")
    )
    return balance_of(women, men, other)


def balance_code(chart: Chart, row: Row) -> str:
    """Name a row's balance for programs: within, women_below_40 or men_below_40; "" if unknown."""
    balance = balance_of_row(chart, row)
    if balance is None:
        return ""
    return "within" if balance.is_even else f"{balance.fewer}_below_40"


def describe_row(chart: Chart, row: Row) -> Sentence:
    """Say how large the shares of women and men are in a row, and how far from 40 if they are."""
    voice = Voice(chart)
    balance = balance_of_row(chart, row)
    if balance is None:
        return with_capital(_untold(voice, row))
    shares = voice.tell(
        "{label}: {women} kvinnor och {men} män",
        label=row.label,
        women=_share(chart, balance.women),
        men=_share(chart, balance.men),
    )
    return with_capital(voice.tell("{shares}. {band}.", shares=shares, band=_band(voice, balance)))


def band_words(chart: Chart, row: Row) -> Words | None:
    """Say in a few words whether a row is within 40 to 60 percent, for the table."""
    balance = balance_of_row(chart, row)
    if balance is None:
        return None
    return Words(str(_band(Voice(chart), balance)))


def _band(voice: Voice, balance: Balance) -> Sentence:
    if balance.is_even:
        return voice.tell("Båda är mellan 40 och 60 %")
    gap = voice.count(balance.gap, "{} procentenhet", "{} procentenheter")
    if balance.fewer == "women":
        return voice.tell("Kvinnornas andel är {gap} under 40 %", gap=gap)
    return voice.tell("Männens andel är {gap} under 40 %", gap=gap)


def _untold(voice: Voice, row: Row) -> Sentence:
    """Say why the shares of a row are not told."""
    states = {cell.state for cell in row.cells}
    if CellState.SUPPRESSED in states:
        return voice.tell(
            "{label}: talen är dolda, för att ingen ska kunna kännas igen.", label=row.label
        )
    if CellState.MISSING in states:
        return voice.tell("{label}: antalet framgår inte av våra källor.", label=row.label)
    return voice.tell("{label}: ingen person.", label=row.label)


def describe_resource(chart: Chart, people: Row, resource: Row) -> Sentence:
    """Hold what women got of a resource against how large a share of the people they are.

    Args:
        chart: A chart whose rows are shares in percent.
        people: The row of the people.
        resource: The row of what they shared.
    """
    voice = Voice(chart)
    ours, got = balance_of_row(chart, people), balance_of_row(chart, resource)
    if any(cell.state is CellState.MISSING for cell in resource.cells):
        return with_capital(
            voice.tell(
                "{label}: vad de av annat eller okänt kön fick framgår inte av våra källor, "
                "så andelarna går inte att räkna ut.",
                label=resource.label,
            )
        )
    if ours is None or got is None:
        return with_capital(_untold(voice, resource))
    apart = got.women - ours.women
    shares = with_capital(
        voice.tell(
            "{label}: kvinnorna är {people} av gruppen och fick {share}",
            label=resource.label,
            people=_share(chart, ours.women),
            share=_share(chart, got.women),
        )
    )
    if not apart:
        return voice.tell("{shares}, lika mycket som deras andel.", shares=shares)
    gap = voice.count(abs(apart), "{} procentenhet", "{} procentenheter")
    if apart > 0:
        return voice.tell("{shares}, {gap} mer än deras andel.", shares=shares, gap=gap)
    return voice.tell("{shares}, {gap} mindre än deras andel.", shares=shares, gap=gap)


def apart_words(chart: Chart, people: Row, resource: Row) -> Words | None:
    """Say in a few words how far the women's part is from their share of the people, for the table."""
    ours, got = balance_of_row(chart, people), balance_of_row(chart, resource)
    if ours is None or got is None or ours.women == got.women:
        return None
    voice = Voice(chart)
    apart = got.women - ours.women
    gap = voice.count(abs(apart), "{} procentenhet", "{} procentenheter")
    if apart > 0:
        return Words(str(voice.tell("Kvinnorna fick {gap} mer än sin andel", gap=gap)))
    return Words(str(voice.tell("Kvinnorna fick {gap} mindre än sin andel", gap=gap)))


def _share(chart: Chart, share_percent: Decimal) -> str:
    return value_in_words(chart, share_percent, is_share=True)
