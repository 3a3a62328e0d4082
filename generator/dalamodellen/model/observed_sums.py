# SPDX-License-Identifier: EUPL-1.2
"""How the numbers in a table of observations hang together: by sex, part and period."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import combinations

from dalamodellen.model.indicator import Accumulation, Indicator, Observation
from dalamodellen.model.suppression import Key, Sum

Entered = Mapping[int, tuple[Observation, Mapping[str, Key]]]
"""Number of a row → the row, and the keys its numbers are entered under, by field."""
_ADDED = ("value", "women", "men", "other", "n", "n_women", "n_men")
_ANSWERS = tuple(f"answers_{number}" for number in range(1, 6))
_KINDS = ("role", "municipality", "organisation", "group")
"""What a row can be a part by. A question is not a part of anything."""
LENGTHS = (31, 92, 184, 366)
"""Days in the longest month, quarter, half-year and year."""


def sums_of_rows(goal: Indicator, rows: Entered, is_rounded: bool) -> Iterator[Sum]:  # noqa: FBT001
    """Give every sum that a reader of the rows of one goal can make."""
    for row, keys in rows.values():
        yield from _within_row(row, keys, is_rounded=is_rounded)
    yield from _parts_of_wholes(rows, is_rounded=is_rounded)
    if goal.accumulation is Accumulation.PER_PERIOD:
        yield from _within_longer(rows)


def _within_row(row: Observation, keys: Mapping[str, Key], *, is_rounded: bool) -> Iterator[Sum]:
    sexes = [keys[name] for name in ("women", "men", "other") if name in keys]
    if "value" in keys and sexes:
        # A share of few is not the sum of the shares of women and men, but as people it is.
        is_complete = is_rounded and {"women", "men"} <= keys.keys() and row.other is None
        yield Sum(keys["value"], tuple(sexes), is_complete)
    asked = [keys[name] for name in ("n_women", "n_men") if name in keys]
    if "n" in keys and asked:
        yield Sum(keys["n"], tuple(asked))
    answers = [keys[name] for name in _ANSWERS if name in keys]
    if "n" in keys and answers:
        yield Sum(keys["n"], tuple(answers))
    if "value" in keys and answers:
        # The share that agrees is mostly those who answered 4 or 5.
        agrees = [keys[name] for name in _ANSWERS[3:] if name in keys]
        yield Sum(keys["value"], tuple(agrees), is_complete=True)


def _parts_of_wholes(rows: Entered, *, is_rounded: bool) -> Iterator[Sum]:
    """Find the rows that are parts of another: the same time and question, and more said of whom."""
    wholes: dict[Key, list[int]] = defaultdict(list)
    parts: dict[tuple[Key, Key], list[int]] = defaultdict(list)
    for number, (row, _) in rows.items():
        about = (row.period.start.iso, row.period.end.iso, row.question)
        kinds = kinds_of(row)
        wholes[about, tuple(kinds.items())].append(number)
        for left_out in _choices(kinds):
            rest = tuple((kind, name) for kind, name in kinds.items() if kind not in left_out)
            parts[(about, rest), left_out].append(number)
    for (key, _), found in parts.items():
        for whole in wholes.get(key, ()):
            for run in _runs(rows, whole, found):
                yield from _added(rows, whole, run, is_rounded=is_rounded)


def _choices(kinds: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    """Give every way to leave out one kind or more."""
    for many in range(1, len(kinds) + 1):
        yield from combinations(kinds, many)


def kinds_of(row: Observation) -> dict[str, str]:
    """Say what a row is a part by: its role, place, organisation and group."""
    return {kind: getattr(row, kind) for kind in _KINDS if getattr(row, kind)}


def _runs(rows: Entered, whole: int, parts: Sequence[int]) -> Iterator[list[int]]:
    """Part rows where they have added up to the whole: two ways of parting are two sums."""
    total = rows[whole][0].value
    run: list[int] = []
    added = Decimal(0)
    for part in parts:
        run.append(part)
        added += rows[part][0].value or 0
        if total is not None and added == total:
            yield run
            run, added = [], Decimal(0)
    if run:
        yield run


def _added(rows: Entered, whole: int, parts: Sequence[int], *, is_rounded: bool) -> Iterator[Sum]:
    for name in (*_ADDED, *_ANSWERS):
        found = tuple(rows[part][1][name] for part in parts if name in rows[part][1])
        key = rows[whole][1].get(name)
        if key is not None and found:
            is_share = is_rounded and name in ("value", "women", "men", "other")
            yield Sum(key, found, is_complete=is_share and len(found) == len(parts))


def _within_longer(rows: Entered) -> Iterator[Sum]:
    told = {number: row for number, (row, _) in rows.items()}
    for whole, parts in periods_of_longer(told):
        yield from _added(rows, whole, parts, is_rounded=False)


def periods_of_longer(rows: Mapping[int, Observation]) -> Iterator[tuple[int, list[int]]]:
    """Find the rows whose periods are parts of a longer one, with the same people in them.

    Args:
        rows: Rows of one goal, by number.

    Returns:
        Pairs of a row, and the rows within its period that are alike long.
    """
    alike: dict[Key, dict[Key, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, row in rows.items():
        about = (tuple(kinds_of(row).items()), row.question)
        alike[about][row.period.start.iso, row.period.end.iso].append(number)
    for periods in alike.values():
        for whole in periods.values():
            by_length: dict[int, list[int]] = defaultdict(list)
            for part in periods.values():
                if _is_within(rows[part[0]], rows[whole[0]]):
                    by_length[_length(rows[part[0]])].append(part[0])
            for parts in by_length.values():
                yield whole[0], parts


def _is_within(part: Observation, whole: Observation) -> bool:
    first, last = whole.period.start.first_day, whole.period.end.last_day
    begins, ends = part.period.start.first_day, part.period.end.last_day
    if first is None or last is None or begins is None or ends is None:
        return False
    return first <= begins and ends <= last and _length(part) < _length(whole)


def _length(row: Observation) -> int:
    """Give the sort of period a row is about, by its length."""
    first, last = row.period.start.first_day, row.period.end.last_day
    if first is None or last is None:
        return 0
    days = (last - first).days + 1
    return next((length for length in LENGTHS if days <= length), days)


def growing_keys(rows: Entered) -> list[list[Key]]:
    """List the numbers that hold all so far, each from its first period to its last."""
    series: dict[Key, list[tuple[date, Key]]] = defaultdict(list)
    for row, keys in rows.values():
        if row.question or row.answers_1 is not None:
            continue
        for name in ("value", "women", "men", "other"):
            last = row.period.end.last_day
            if name in keys and last:
                series[tuple(kinds_of(row).items()), name].append((last, keys[name]))
    return [[key for _, key in sorted(found, key=lambda one: one[0])] for found in series.values()]
