# SPDX-License-Identifier: EUPL-1.2
"""A level or a resource of a 4R analysis is shown whole or not at all, wherever its numbers stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from dalamodellen.model.indicator import Observation
from dalamodellen.model.number import is_hidden
from dalamodellen.model.project import Project
from dalamodellen.model.published_numbers import publish_numbers
from dalamodellen.model.settings import Limits

SEXES = ("women", "men", "other")


def level(**fields: Any) -> dict[str, Any]:
    return {"id": "deltagare", "title": "Deltagare", **fields}


def resource(unit: str = "hours", **fields: Any) -> dict[str, Any]:
    return {"title": "Tid", "level": "deltagare", "unit": unit, **fields}


def published(
    levels: Sequence[Mapping[str, Any]],
    shared: Sequence[Mapping[str, Any]] = (),
    rows: Sequence[Observation] = (),
    **fields: Any,
) -> Project:
    project = Project.model_validate(
        {
            "id": "p",
            "title": "P",
            "summary": "S",
            "four_r": {"levels": levels, "shared": shared, "source": "d"},
            **fields,
        }
    )
    return publish_numbers(project, rows, {}, Limits())[0]


def shown(project: Project, part: str = "levels") -> list[list[str]]:
    """Give women, men and others of each level or resource, "x" where hidden, "" where not stated."""
    return [
        [
            "x" if is_hidden(number) else "" if number is None else str(number)
            for number in (getattr(one, name) for name in SEXES)
        ]
        for one in getattr(project.four_r, part)
    ]


def test_a_level_with_few_women_is_hidden_whole_and_one_without_is_shown() -> None:
    found = published(
        [level(women=3, men=12, other=0), level(id="b", women=5, men=0), level(id="c", women=4)]
    )
    assert shown(found) == [["x", "x", "x"], ["5", "0", ""], ["x", "", ""]]


def test_what_a_hidden_level_got_is_hidden_too_in_any_unit() -> None:
    shared = [resource(unit, women=40, men=60) for unit in ("hours", "places", "money", "percent")]
    found = published([level(women=3, men=12)], shared)
    assert shown(found, "shared") == [["x", "x", ""]] * 4


def test_few_places_are_hidden_though_the_people_are_many() -> None:
    found = published(
        [level(women=20, men=30)],
        [
            resource("places", women=2, men=40),
            resource("hours", women=2, men=40),
            resource("percent", women=2, men=98),
        ],
    )
    assert shown(found) == [["20", "30", ""]]
    assert shown(found, "shared") == [["x", "x", ""], ["2", "40", ""], ["x", "x", ""]]


def test_a_level_is_hidden_where_the_same_people_are_hidden_in_a_row() -> None:
    goal = {"id": "kurs", "title": "Kurs", "counts": "people", "source": "d"}
    row = {"indicator": "kurs", "period": "2024", "value": 24, "women": 12, "men": 10, "other": 2}
    rows = [Observation.model_validate(row)]
    own = published([level(women=12, men=10)], rows=rows, goals=[goal])
    assert shown(own) == [["x", "x", ""]]
    got = published([level(goal="kurs")], [resource(women=12, men=10)], rows=rows, goals=[goal])
    assert shown(got, "shared") == [["x", "x", ""]]


def test_a_level_is_hidden_where_the_same_people_are_hidden_in_a_breakdown() -> None:
    parts = [
        {"title": "a", "value": 22, "women": 12, "men": 10},
        {"title": "b", "value": 3, "women": 2, "men": 1},
    ]
    whole = {"title": "Alla", "value": 25, "women": 14, "men": 11, "parts": parts}
    found = published([level(women=12, men=10)], breakdowns=[whole])
    hidden = [found.breakdowns[0].parts[0].women, found.breakdowns[0].parts[0].men]
    assert any(is_hidden(number) for number in hidden)
    assert shown(found) == [["x", "x", ""]]


def test_a_level_that_states_one_sex_is_hidden_where_that_number_is_hidden_elsewhere() -> None:
    participants = [{"value": 616, "women": 612, "men": 4, "source": "d"}]
    levels = [level(women=612, note="n"), level(id="b", women=611, note="n")]
    found = published(levels, participants=participants)
    assert found.participants[0].women is not None
    assert is_hidden(found.participants[0].women)
    assert shown(found) == [["x", "", ""], ["611", "", ""]]


few = st.one_of(st.none(), st.integers(0, 30))


@given(few, few, few)
def test_no_number_from_one_to_four_is_ever_left(
    women: int | None, men: int | None, other: int | None
) -> None:
    told = {"women": women, "men": men, "other": other}
    stated = {name: number for name, number in told.items() if number is not None}
    found = published([level(**stated)], [resource("places", **stated)])
    expected = ["" if number is None else str(number) for number in told.values()]
    if any(0 < number < 5 for number in stated.values()):
        expected = ["" if number is None else "x" for number in told.values()]
    assert shown(found) == [expected]
    assert shown(found, "shared") == [expected]
