# SPDX-License-Identifier: EUPL-1.2
"""Sums of goals: only what means the same, only numbers that are shown, and nothing to work out."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from dalamodellen.model.indicator import Indicator, OutcomeStatus
from dalamodellen.model.number import HIDDEN, is_hidden
from dalamodellen.model.project import Project
from dalamodellen.model.results import Result, Standing, Total, standing_of, totals_of


def result(project: str, reached: object, **fields: object) -> Result:
    """Give a project's only goal, and what was reached of it."""
    goal = {
        "id": "mal",
        "title": {"sv": "Personer som går en kurs"},
        "counts": "people",
        "target": {"value": 10},
        "source": "kalla",
        **fields,
    }
    told = Project.model_validate(
        {"id": project, "title": project, "summary": "S", "goals": [goal]}
    )
    number = reached if reached is None or reached is HIDDEN else Decimal(str(reached))
    return Result(told, 0, Standing.MET, number)  # type: ignore[arg-type]


def told(totals: list[Total]) -> list[tuple[list[str], int, int | None, int, int]]:
    return [
        (
            [one.project.id for one in total.added],
            int(total.value),
            None if total.target is None else int(total.target),
            total.hidden,
            total.unknown,
        )
        for total in totals
    ]


def test_the_same_goal_of_two_projects_is_added_with_its_target() -> None:
    found = totals_of([result("a", 12), result("b", 30)], "sv")
    assert told(found) == [(["a", "b"], 42, 20, 0, 0)]


def test_numbers_that_are_hidden_or_not_known_are_left_out_and_counted() -> None:
    rows = [result("a", 12), result("b", HIDDEN), result("c", None), result("d", 30)]
    assert told(totals_of(rows, "sv")) == [(["a", "d"], 42, 20, 1, 1)]


def test_one_number_alone_is_no_sum() -> None:
    assert totals_of([result("a", 12), result("b", HIDDEN), result("c", None)], "sv") == []


def test_a_common_code_decides_and_without_one_the_title() -> None:
    other = {"title": {"sv": "Deltagare"}}
    with_code = [result("a", 1, code="EECO01"), result("b", 2, code="EECO01", **other)]
    assert told(totals_of(with_code, "sv")) == [(["a", "b"], 3, 20, 0, 0)]
    assert totals_of([result("a", 1, code="EECO01"), result("b", 2)], "sv") == []
    assert totals_of([result("a", 1), result("b", 2, **other)], "sv") == []
    same = {"title": {"sv": "personer  som går en KURS"}}
    assert told(totals_of([result("a", 1), result("b", 2, **same)], "sv")) == [
        (["a", "b"], 3, 20, 0, 0)
    ]


def test_what_counts_something_else_or_in_another_way_is_not_added() -> None:
    for change in (
        {"counts": "activities"},
        {"level": "organisation"},
        {"direction": "decrease"},
        {"accumulation": "per_period"},
    ):
        assert totals_of([result("a", 1), result("b", 2, **change)], "sv") == []


def test_what_may_not_be_added_is_not() -> None:
    for change in (
        {"target": {"value": 75, "unit": "percent"}},
        {"target": None},
        {"counts": "nothing"},
        {"aggregation": "none"},
        {"may_overlap": True},
    ):
        assert totals_of([result("a", 1, **change), result("b", 2, **change)], "sv") == []


def test_a_project_with_two_of_them_leaves_no_sum() -> None:
    assert totals_of([result("a", 1), result("a", 2), result("b", 3)], "sv") == []


def test_targets_are_added_only_where_all_are_numbers_held_alike() -> None:
    for target in ({"value": 5, "operator": "at_most"}, {"value": "alla"}):
        found = totals_of([result("a", 1), result("b", 2, target=target)], "sv")
        assert told(found) == [(["a", "b"], 3, None, 0, 0)]


def test_a_number_without_a_verdict_and_one_that_is_hidden_are_told_apart() -> None:
    unsaid = OutcomeStatus.NOT_STATED
    assert standing_of(unsaid, None) is Standing.NOT_STATED
    assert standing_of(unsaid, Decimal(3)) is Standing.STATED
    assert standing_of(unsaid, HIDDEN) is Standing.HIDDEN
    assert standing_of(OutcomeStatus.MET, HIDDEN) is Standing.MET


NUMBERS = st.one_of(st.none(), st.just(HIDDEN), st.integers(0, 1000))
GOALS = st.fixed_dictionaries(
    {
        "title": st.sampled_from([{"sv": "A"}, {"sv": "B"}]),
        "code": st.sampled_from([None, None, "EECO01"]),
        "counts": st.sampled_from(["people", "activities"]),
        "accumulation": st.sampled_from(["cumulative", "per_period"]),
        "aggregation": st.sampled_from(["sum", "sum", "none"]),
        "may_overlap": st.sampled_from([False, False, True]),
        "target": st.sampled_from([{"value": 5}, {"value": 5, "unit": "percent"}]),
    }
)
LISTS = st.lists(
    st.builds(
        lambda project, number, goal: result(project, number, **goal),
        st.sampled_from("abcdefgh"),
        NUMBERS,
        GOALS,
    ),
    max_size=12,
)


def _way_of_counting(goal: Indicator) -> tuple[object, ...]:
    title = None if goal.code else goal.title.sv
    return (goal.code, title, goal.counts, goal.accumulation, goal.level, goal.direction)


@given(LISTS)
def test_a_sum_is_the_sum_of_rows_that_are_shown_and_mean_the_same(rows: list[Result]) -> None:
    for total in totals_of(rows, "sv"):
        numbers = [one.reached for one in total.added]
        assert not any(number is None or is_hidden(number) for number in numbers)
        assert total.value == sum(number for number in numbers if number is not None)
        assert len(total.added) > 1
        assert len({one.project.id for one in total.added}) == len(total.added)
        assert all(one in rows for one in total.added)
        assert len({_way_of_counting(one.goal) for one in total.added}) == 1
        assert not any(one.goal.may_overlap for one in total.added)


@given(LISTS, st.integers(0, 12))
def test_the_difference_of_two_sums_is_what_rows_between_them_show(
    rows: list[Result], fewer: int
) -> None:
    """A choice among the goals gives smaller sums; what is left tells nothing that is hidden."""
    whole = {_way_of_counting(one.added[0].goal): one for one in totals_of(rows, "sv")}
    for part in totals_of(rows[:fewer], "sv"):
        total = whole.get(_way_of_counting(part.added[0].goal))
        if total is not None:
            between = [one for one in total.added if one not in part.added]
            shown = [one.reached for one in between if one.reached is not None]
            assert total.value - part.value == sum(shown)
            assert not any(is_hidden(number) for number in shown)


@given(LISTS)
def test_the_order_of_the_rows_changes_no_sum(rows: list[Result]) -> None:
    def sums(given_rows: list[Result]) -> list[tuple[str, Decimal, int, int]]:
        return sorted(
            (str(_way_of_counting(t.added[0].goal)), t.value, t.hidden, t.unknown)
            for t in totals_of(given_rows, "sv")
        )

    assert sums(rows) == sums(rows[::-1])
