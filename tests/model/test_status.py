# SPDX-License-Identifier: EUPL-1.2
"""What became of a goal follows from its numbers, its target and the day."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dalamodellen.model.indicator import Indicator, Observation, OutcomeStatus, TargetGroup
from dalamodellen.model.number import HIDDEN
from dalamodellen.model.status import (
    number_reached,
    status_by_numbers,
    status_of_goal,
    status_of_organisation,
)

DUE = date(2024, 12, 31)
AFTER = DUE + timedelta(days=1)
BEFORE = DUE - timedelta(days=400)
numbers = st.integers(1, 1000)


def goal(
    target: Any = 100, value: Any = None, status: str = "not_stated", **more: Any
) -> Indicator:
    plain = {"value": target} if not isinstance(target, dict) else target
    outcome = {"status": status, "value": value, "source": "d, s"}
    return Indicator.model_validate(
        {
            "id": "g",
            "title": "G",
            "source": "d, s",
            "target": {"due": DUE.isoformat(), **plain},
            "outcome": outcome,
            **more,
        }
    )


def row(period: str, value: Any, **more: Any) -> Observation:
    plain = {"indicator": "g", "period": period, "value": value, **more}
    return Observation.model_validate(plain)


def status(one: Indicator, *rows: Observation, today: date = AFTER) -> str:
    return status_of_goal(one, rows, None, today).value


@pytest.mark.parametrize(
    ("reached", "expected"), [(100, "met"), (99, "partly"), (50, "partly"), (49, "missed")]
)
def test_from_half_the_way_a_goal_is_partly_met(reached: int, expected: str) -> None:
    assert status(goal(100, reached)) == expected


def test_the_way_is_counted_from_the_baseline() -> None:
    assert status(goal(100, 85, baseline=80)) == "missed"
    assert status(goal(100, 90, baseline=80)) == "partly"


def test_fewer_is_met_at_most_and_partly_half_the_way_down() -> None:
    down = {"value": 5, "operator": "at_most"}
    told = {"direction": "decrease", "baseline": 15}
    assert status(goal(down, 5, **told)) == "met"
    assert status(goal(down, 10, **told)) == "partly"
    assert status(goal(down, 11, **told)) == "missed"
    assert status(goal(down, 6)) == "missed"


def test_exactly_is_neither_more_nor_less() -> None:
    exact = {"value": 10, "operator": "exactly"}
    assert [status(goal(exact, value)) for value in (4, 5, 10, 11, 16)] == [
        "missed",
        "partly",
        "met",
        "partly",
        "missed",
    ]


def test_before_its_day_only_what_can_not_be_lost_is_met() -> None:
    assert status(goal(100, 120), today=BEFORE) == "met"
    assert status(goal(100, 20), today=BEFORE) == "too_early"
    percent = {"value": 75, "unit": "percent"}
    assert status(goal(percent, 80), today=BEFORE) == "too_early"
    assert status(goal({"value": 5, "operator": "at_most"}, 3), today=BEFORE) == "too_early"
    assert status(goal(100, 20), today=DUE) == "too_early"


def test_a_goal_without_a_number_is_not_stated_once_its_day_has_passed() -> None:
    assert status(goal(), today=AFTER) == "not_stated"
    assert status(goal(), today=BEFORE) == "too_early"
    assert status(goal({"value": 10, "due": None}), today=BEFORE) == "not_stated"


def test_not_measured_is_what_a_source_says_and_no_number_gives() -> None:
    assert status(goal(status="not_measured")) == "not_measured"


def test_the_source_may_call_a_goal_partly_met_that_did_not_come_half_the_way() -> None:
    assert status(goal(100, 20, status="partly")) == "partly"
    assert status(goal(100, 20, status="met")) == "missed"


def test_more_of_what_was_to_be_less_contradicts_itself_and_is_not_judged() -> None:
    assert status(goal(100, 120, status="missed", direction="decrease")) == "missed"


def test_a_hidden_number_is_not_judged() -> None:
    hidden = goal().model_copy(
        update={"outcome": goal(value=3).outcome.model_copy(update={"value": HIDDEN})}
    )
    assert status_by_numbers(hidden, [], None, AFTER) is None
    assert status(hidden) == "not_stated"


def test_all_is_the_whole_group() -> None:
    group = TargetGroup.model_validate({"id": "alla", "title": "alla", "size": 17})
    everyone = goal({"value": "alla"}, 17)
    assert status_of_goal(everyone, [], group, AFTER) is OutcomeStatus.MET
    assert status_of_goal(everyone, [], None, AFTER) is OutcomeStatus.NOT_STATED


def test_what_holds_all_so_far_is_the_newest_row_and_what_holds_its_period_is_added() -> None:
    rows = [row("2024 K1", 10), row("2024 K2", 25), row("2024", 40, municipality="falun")]
    assert number_reached(goal(), rows) == Decimal(25)
    assert number_reached(goal(accumulation="per_period"), rows) == Decimal(35)


def test_a_year_is_not_added_to_its_quarters() -> None:
    rows = [row("2024", 40), row("2024 K1", 10), row("2024 K2", 25), row("2025 K1", 7)]
    assert number_reached(goal(accumulation="per_period"), rows) == Decimal(47)


@pytest.mark.parametrize(
    ("value", "expected"), [(1, "met"), (0, "missed"), (None, "not_stated"), (HIDDEN, "not_stated")]
)
def test_an_organisation_has_reached_a_goal_or_not(value: Any, expected: str) -> None:
    number = Decimal(value) if isinstance(value, int) else value
    assert status_of_organisation(goal(counts="organisations"), number).value == expected


@given(target=numbers, reached=numbers, more=numbers)
def test_more_never_makes_a_goal_worse(target: int, reached: int, more: int) -> None:
    order = ["missed", "partly", "met"]
    lower, higher = status(goal(target, reached)), status(goal(target, reached + more))
    assert order.index(lower) <= order.index(higher)


@given(target=numbers, reached=numbers)
def test_a_goal_is_met_exactly_when_its_operator_holds(target: int, reached: int) -> None:
    found = {
        operator: status(goal({"value": target, "operator": operator}, reached)) == "met"
        for operator in ("at_least", "at_most", "exactly")
    }
    assert found == {
        "at_least": reached >= target,
        "at_most": reached <= target,
        "exactly": reached == target,
    }


@given(target=numbers, reached=numbers, days=st.integers(0, 2000))
def test_nothing_is_partly_met_or_missed_before_its_day(
    target: int, reached: int, days: int
) -> None:
    found = status(goal(target, reached), today=DUE - timedelta(days=days))
    assert found in ("met", "too_early")


@given(recorded=st.sampled_from(OutcomeStatus), today=st.sampled_from([BEFORE, AFTER]))
def test_without_numbers_the_record_is_believed(recorded: OutcomeStatus, today: date) -> None:
    found = status(goal(status=recorded.value), today=today)
    if recorded is not OutcomeStatus.NOT_STATED:
        assert found == recorded.value
    assert found != "not_measured" or recorded is OutcomeStatus.NOT_MEASURED
