# SPDX-License-Identifier: EUPL-1.2
"""The first sentences above a list of goals: how many they are, and what is known of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dalamodellen.model.results import KNOWN, Result, Standing
from dalamodellen.outputs.pages.page import Page
from dalamodellen.outputs.safe_markdown import Markdown


def summarise(page: Page, results: Sequence[Result]) -> list[str]:
    """Say how many goals there are, how many have a known outcome, how many are met, and the rest.

    Each goal is counted once, so the numbers add up to the first.

    Returns:
        Two sentences or three.
    """
    tally = {one: sum(result.standing is one for result in results) for one in Standing}
    known = sum(tally[one] for one in KNOWN)
    projects = len({result.project.id for result in results})
    first = page.count(len(results), "Här är {} mål", "Här är {} mål")
    where = page.count(projects, "i {} projekt", "i {} projekt")
    sentences = [f"{first} {where}.", _known(page, known, len(results))]
    if known:
        sentences[-1] += f": {page.joined(_judged(page, tally))}."
    if rest := _rest(page, tally, known):
        sentences.append(_begun(f"{page.joined(rest)}."))
    return sentences


def _known(page: Page, known: int, whole: int) -> str:
    if not known and whole == 1:
        return str(page.translate("Utfallet är inte känt."))
    if not known:
        return str(page.translate("Utfallet är inte känt för något av dem."))
    if known < whole:
        told = page.count(known, "Utfallet är känt för {} av dem", "Utfallet är känt för {} av dem")
        return str(told)
    return str(page.translate("Utfallet är känt"))


def _judged(page: Page, tally: Mapping[Standing, int]) -> list[Markdown]:
    """Say how many are met, even where none is, and how many are not."""
    met, partly, missed, stated = (
        tally[one] for one in (Standing.MET, Standing.PARTLY, Standing.MISSED, Standing.STATED)
    )
    told = [page.count(met, "{} är nått", "{} är nådda")]
    if partly:
        told.append(page.count(partly, "{} är delvis nått", "{} är delvis nådda"))
    if missed:
        told.append(page.count(missed, "{} är inte nått", "{} är inte nådda"))
    if stated:
        told.append(
            page.count(
                stated, "{} har inget tal att jämföra med", "{} har inget tal att jämföra med"
            )
        )
    return told


def _rest(page: Page, tally: Mapping[Standing, int], known: int) -> list[Markdown]:
    """Say why the outcomes of the others are not known; of all alike it is told once."""
    early, hidden, unmeasured, silent = (
        tally[one]
        for one in (
            Standing.TOO_EARLY,
            Standing.HIDDEN,
            Standing.NOT_MEASURED,
            Standing.NOT_STATED,
        )
    )
    if silent and not (known or early or hidden or unmeasured):
        return [page.translate("det framgår inte av våra källor")]
    if early and not (known or hidden or unmeasured or silent):
        return [page.translate("det är för tidigt att säga")]
    told = []
    if early:
        told.append(
            page.count(
                early, "för {} är det för tidigt att säga", "för {} är det för tidigt att säga"
            )
        )
    if hidden:
        told.append(page.count(hidden, "för {} är talet dolt", "för {} är talen dolda"))
    if unmeasured:
        told.append(page.count(unmeasured, "{} är inte mätt", "{} är inte mätta"))
    if silent:
        told.append(
            page.count(
                silent,
                "för {} framgår det inte av våra källor",
                "för {} framgår det inte av våra källor",
            )
        )
    return told


def _begun(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
