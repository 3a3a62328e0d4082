# SPDX-License-Identifier: EUPL-1.2
"""Two versions beside each other tell of no few people, and a version knows when it is changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from dalamodellen.model.frozen import (
    FrozenBrief,
    FrozenNumber,
    FrozenVersion,
    UnreadableVersionError,
    parse_version,
    sealed,
    shown_but_hidden_now,
    told_by_comparison,
    version_text,
)

ALL = "participants.achieved"


def number(value: int | None, name: str = ALL, whole: str = "", fewest: int = 5) -> FrozenNumber:
    known = None if value is None else Decimal(value)
    return FrozenNumber(name, known, value is None, fewest=fewest, whole=whole)


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [(120, 120, False), (120, 121, True), (120, 124, True), (120, 125, False), (120, 117, True)],
)
def test_a_difference_of_fewer_people_than_may_be_told_is_told_by_comparison(
    before: int, after: int, *, told: bool
) -> None:
    found = told_by_comparison([number(before)], [number(after)])
    assert found == (frozenset([ALL]) if told else frozenset())


def test_a_difference_in_what_counts_no_people_may_be_told() -> None:
    assert told_by_comparison([number(12, fewest=0)], [number(13, fewest=0)]) == frozenset()


def test_a_part_that_was_hidden_is_not_shown_while_its_whole_is_nearly_the_same() -> None:
    women = f"{ALL}.women"
    before = [number(30), number(None, women, ALL)]
    assert told_by_comparison(before, [number(30), number(6, women, ALL)]) == {women}
    assert told_by_comparison(before, [number(36), number(8, women, ALL)]) == frozenset()
    assert told_by_comparison(before, [number(36), number(None, women, ALL)]) == frozenset()


def test_a_part_of_an_unknown_whole_is_shown_when_as_many_as_may_be_told_have_come() -> None:
    place = "chart.x.Falun.value"
    before = [number(None, place, "unknown")]
    assert told_by_comparison(before, [number(9, place, "unknown")]) == {place}
    assert told_by_comparison(before, [number(10, place, "unknown")]) == frozenset()


def test_a_version_that_shows_what_is_hidden_today_is_found() -> None:
    assert shown_but_hidden_now([number(7)], [number(None)]) == (ALL,)
    assert shown_but_hidden_now([number(None)], [number(None)]) == ()


def version() -> tuple[FrozenVersion, dict[str, str]]:
    texts = {"sv": "# Kursprojektet\n"}
    told = FrozenVersion("t", date(2026, 11, 1), {"sv": "T"}, {"sv": "D"}, (number(120),))
    return sealed(told, texts), texts


def test_a_version_is_read_as_it_was_written() -> None:
    told, texts = version()
    assert parse_version(version_text(told)) == told
    assert FrozenBrief(told, texts).is_as_frozen


def test_a_changed_word_or_number_is_seen() -> None:
    told, texts = version()
    assert not FrozenBrief(told, {"sv": "# Kursprojektet!\n"}).is_as_frozen
    assert not FrozenBrief(replace(told, numbers=(number(121),)), texts).is_as_frozen


def test_what_is_no_version_cannot_be_read() -> None:
    with pytest.raises(UnreadableVersionError):
        parse_version('{"project": "t"}')
