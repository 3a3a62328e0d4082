# SPDX-License-Identifier: EUPL-1.2
"""Numbers of few people are hidden, and nobody can work out what is hidden."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, pairwise, product

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from dalamodellen.model.suppression import Headcount, Key, Sum, choose_hidden

REACH = 2
"""How far from the truth worlds are looked for. Two that are found are enough to be safe."""
MOST_HIDDEN = 6
"""More take too long to go through."""


def worlds(
    values: Mapping[Key, int],
    hidden: frozenset[Key],
    sums: Sequence[Sum],
    growing: Sequence[Sequence[Key]] = (),
) -> Iterator[dict[Key, int]]:
    """Give every world that agrees with what is shown: what an adversary with patience finds."""
    unknown = sorted(hidden, key=str)
    # A rest that nobody states is at least none; where there is none, everybody sees that.
    exact = [one for one in sums if values[one.whole] == sum(values[part] for part in one.parts)]
    loose = [one for one in sums if values[one.whole] > sum(values[part] for part in one.parts)]
    near = [range(max(1, values[key] - REACH), values[key] + REACH + 1) for key in unknown]
    for guess in product(*near):
        world = {**values, **dict(zip(unknown, guess, strict=True))}
        if (
            all(world[one.whole] == sum(world[part] for part in one.parts) for one in exact)
            and all(world[one.whole] >= sum(world[part] for part in one.parts) for one in loose)
            and all(world[a] <= world[b] for keys in growing for a, b in pairwise(keys))
        ):
            yield world


def can_be_worked_out(
    values: Mapping[Key, int],
    hidden: frozenset[Key],
    sums: Sequence[Sum],
    growing: Sequence[Sequence[Key]] = (),
) -> list[Key]:
    """List the hidden numbers that have one possible value only."""
    possible: dict[Key, set[int]] = {key: set() for key in hidden}
    for world in worlds(values, hidden, sums, growing):
        for key in hidden:
            possible[key].add(world[key])
        if all(len(found) > 1 for found in possible.values()):
            return []
    return [key for key, found in possible.items() if len(found) < 2]


def counts_of(values: Mapping[Key, int]) -> dict[Key, Headcount]:
    return {key: Headcount(value, weight=str(key).count("all")) for key, value in values.items()}


def table(cells: Sequence[Sequence[int]]) -> tuple[dict[Key, int], list[Sum]]:
    """Make a table with the totals of its rows, of its columns and of all."""
    rows, columns = range(len(cells)), range(len(cells[0]))
    values: dict[Key, int] = {(r, c): cells[r][c] for r in rows for c in columns}
    values |= {(r, "all"): sum(cells[r]) for r in rows}
    values |= {("all", c): sum(row[c] for row in cells) for c in columns}
    values["all", "all"] = sum(map(sum, cells))
    sums = [Sum((r, "all"), tuple((r, c) for c in columns)) for r in rows]
    sums += [Sum(("all", c), tuple((r, c) for r in rows)) for c in columns]
    sums += [Sum(("all", "all"), tuple((r, "all") for r in rows))]
    sums += [Sum(("all", "all"), tuple(("all", c) for c in columns))]
    return values, sums


def test_the_adversary_finds_what_can_be_worked_out() -> None:
    values = {"all": 40, "women": 3, "men": 37}
    sums = [Sum("all", ("women", "men"))]
    assert can_be_worked_out(values, frozenset({"women"}), sums) == ["women"]
    assert can_be_worked_out(values, frozenset({"women", "men"}), sums) == []


def test_few_people_are_hidden_and_none_is_shown() -> None:
    values = {"a": 0, "b": 1, "c": 4, "d": 5}
    assert choose_hidden(counts_of(values)) == {"b", "c"}


def test_a_sensitive_group_is_hidden_below_ten() -> None:
    counts = {"a": Headcount(9, fewest=10), "b": Headcount(10, fewest=10), "c": Headcount(9)}
    assert choose_hidden(counts) == {"a"}


def test_the_other_sex_is_hidden_too_when_the_total_is_shown() -> None:
    counts = {"all": Headcount(40, weight=1), "women": Headcount(3), "men": Headcount(37)}
    assert choose_hidden(counts, [Sum("all", ("women", "men"))]) == {"women", "men"}


def test_the_total_is_hidden_when_the_other_sex_is_none() -> None:
    counts = {"all": Headcount(3, weight=1), "women": Headcount(3), "men": Headcount(0)}
    assert choose_hidden(counts, [Sum("all", ("women", "men"))]) == {"women", "all"}


def test_two_hidden_ones_do_not_give_each_other_away() -> None:
    values = {"all": 12, "a": 1, "b": 1, "c": 10}
    sums = [Sum("all", ("a", "b", "c"))]
    hidden = choose_hidden(counts_of(values), sums)
    assert hidden == {"a", "b", "c"}


def test_people_whose_sex_is_not_stated_are_not_worked_out() -> None:
    counts = {"all": Headcount(42, weight=1), "women": Headcount(20), "men": Headcount(20)}
    assert choose_hidden(counts, [Sum("all", ("women", "men"))]) == {"women"}


def test_a_number_that_has_grown_by_few_is_hidden_but_the_newest_stays() -> None:
    values = {"q1": 10, "q2": 12, "q3": 30, "q4": 32}
    assert choose_hidden(counts_of(values), (), [list(values)]) == {"q1", "q3"}


def test_a_number_between_two_that_are_equal_is_no_secret() -> None:
    values = {"q1": 10, "q2": 10, "q3": 10}
    assert choose_hidden(counts_of(values), (), [list(values)]) == frozenset()


def test_a_result_that_must_not_be_told_is_not_what_is_left_of_the_whole() -> None:
    counts = {
        "all": Headcount(60, weight=1),
        "agreed": Headcount(25),
        "also agreed": Headcount(20),
        "did not agree": Headcount(15, must_hide=True),
    }
    sums = [Sum("all", ("agreed", "also agreed", "did not agree"))]
    assert choose_hidden(counts, sums) == {"did not agree", "also agreed"}


cells_of_a_table = st.integers(2, 3).flatmap(
    lambda columns: st.lists(
        st.lists(st.integers(0, 9), min_size=columns, max_size=columns), min_size=2, max_size=3
    )
)


@settings(max_examples=300, deadline=None)
@given(cells=cells_of_a_table)
def test_nobody_works_out_a_hidden_number_of_a_table(cells: list[list[int]]) -> None:
    values, sums = table(cells)
    hidden = choose_hidden(counts_of(values), sums)
    assert {key for key, value in values.items() if 0 < value < 5} <= hidden
    assert all(values[key] > 0 for key in hidden)
    assume(len(hidden) <= MOST_HIDDEN)
    assert can_be_worked_out(values, hidden, sums) == []


@settings(max_examples=300, deadline=None)
@given(grown=st.lists(st.integers(0, 7), min_size=2, max_size=6))
def test_nobody_works_out_what_came_between_two_periods(grown: list[int]) -> None:
    values = {f"q{number}": total for number, total in enumerate(accumulate(grown))}
    growing = [list(values)]
    hidden = choose_hidden(counts_of(values), (), growing)
    shown = [values[key] for key in values if key not in hidden]
    assert all(later - earlier not in range(1, 5) for earlier, later in pairwise(shown))
    assert all(value == 0 or value >= 5 for value in shown)
    assume(len(hidden) <= MOST_HIDDEN)
    assert can_be_worked_out(values, hidden, [], growing) == []


@settings(max_examples=200, deadline=None)
@given(
    grown=st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), min_size=2, max_size=3),
)
def test_nobody_works_out_a_sex_from_its_periods_and_totals(grown: list[tuple[int, int]]) -> None:
    women = list(accumulate(one for one, _ in grown))
    men = list(accumulate(other for _, other in grown))
    values: dict[Key, int] = {}
    for number, (one, other) in enumerate(zip(women, men, strict=True)):
        values |= {("w", number): one, ("m", number): other, ("all", number): one + other}
    sums = [Sum(("all", n), (("w", n), ("m", n))) for n in range(len(grown))]
    growing = [[(name, n) for n in range(len(grown))] for name in ("w", "m", "all")]
    hidden = choose_hidden(counts_of(values), sums, growing)
    assume(len(hidden) <= MOST_HIDDEN)
    assert can_be_worked_out(values, hidden, sums, growing) == []


@settings(max_examples=200, deadline=None)
@given(cells=cells_of_a_table)
def test_what_is_hidden_does_not_depend_on_the_order_of_the_sums(cells: list[list[int]]) -> None:
    values, sums = table(cells)
    first = choose_hidden(counts_of(values), sums)
    assert choose_hidden(counts_of(values), sums) == first
