# SPDX-License-Identifier: EUPL-1.2
"""What is published of a project holds no number of few people, in the record or in the rows."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from dalamodellen.model.indicator import Observation
from dalamodellen.model.number import is_hidden
from dalamodellen.model.organisation import Organisation
from dalamodellen.model.project import Project
from dalamodellen.model.published_numbers import publish_numbers
from dalamodellen.model.settings import Limits

NUMBERS = ("value", "women", "men", "other", "n", "n_women", "n_men")


def project_with(**fields: Any) -> Project:
    plain = {"id": "p", "title": "P", "summary": "Om projektet.", **fields}
    return Project.model_validate(plain)


def goal(**fields: Any) -> dict[str, Any]:
    return {"id": "kurs", "title": "Gått kurs", "counts": "people", "source": "d, s", **fields}


def rows_of(*rows: Mapping[str, Any]) -> list[Observation]:
    return [
        Observation.model_validate({"indicator": "kurs", "period": "2024", **row}) for row in rows
    ]


def shown(
    project: Project, rows: Sequence[Observation], records: Any = None
) -> list[dict[str, str]]:
    """Give the numbers of each row that is left, "x" where one is hidden."""
    _, found = publish_numbers(project, rows, records or {}, Limits())
    return [
        {
            name: "x" if is_hidden(getattr(row, name)) else str(getattr(row, name))
            for name in NUMBERS
            if getattr(row, name) is not None
        }
        for row in found
    ]


def test_few_women_are_hidden_and_the_men_who_would_tell_how_many() -> None:
    rows = rows_of({"value": 40, "women": 3, "men": 37})
    assert shown(project_with(goals=[goal()]), rows) == [{"value": "40", "women": "x", "men": "x"}]


def test_organisations_are_counted_however_few_they_are() -> None:
    rows = rows_of({"value": 3})
    assert shown(project_with(goals=[goal(counts="organisations")]), rows) == [{"value": "3"}]


def test_a_sensitive_goal_hides_nine() -> None:
    rows = rows_of({"value": 9})
    assert shown(project_with(goals=[goal(is_sensitive=True)]), rows) == [{"value": "x"}]


def test_a_part_is_not_worked_out_from_the_whole_and_the_other_parts() -> None:
    rows = rows_of(
        {"value": 60},
        {"value": 30, "municipality": "falun"},
        {"value": 26, "municipality": "mora"},
        {"value": 4, "municipality": "orsa"},
    )
    assert shown(project_with(goals=[goal()]), rows) == [
        {"value": "60"},
        {"value": "30"},
        {"value": "x"},
        {"value": "x"},
    ]


def test_a_share_is_hidden_where_it_is_a_share_of_few() -> None:
    project = project_with(goals=[goal(target="75 %", denominator="alla")])
    rows = rows_of(
        {"value": 75, "women": 80, "men": 50, "n": 24, "n_women": 20, "n_men": 4},
        {"value": 50, "n": 40, "period": "2025"},
    )
    assert shown(project, rows) == [
        {"value": "75", "women": "x", "men": "x", "n": "24", "n_women": "x", "n_men": "x"},
        {"value": "50", "n": "40"},
    ]


def test_a_share_of_a_group_whose_size_is_known_is_a_number_of_people() -> None:
    groups = [{"id": "alla", "title": "alla", "size": 40}]
    goals = [goal(target="75 %", denominator="alla")]
    project = project_with(goals=goals, target_groups=groups)
    assert shown(project, rows_of({"value": 10})) == [{"value": "x"}]


def test_a_quarter_is_not_worked_out_from_the_year() -> None:
    project = project_with(goals=[goal(accumulation="per_period")])
    rows = rows_of(
        {"period": "2024", "value": 50},
        {"period": "2024-01/2024-03", "value": 20},
        {"period": "2024-04/2024-06", "value": 3},
        {"period": "2024-07/2024-09", "value": 13},
        {"period": "2024-10/2024-12", "value": 14},
    )
    assert [row["value"] for row in shown(project, rows)] == ["50", "20", "x", "x", "14"]


def test_an_answer_is_not_worked_out_from_how_many_answered() -> None:
    project = project_with(goals=[goal()])
    answers = {"answers_1": 2, "answers_2": 8, "answers_3": 21, "answers_4": 64, "answers_5": 53}
    row = publish_numbers(
        project, rows_of({"question": "Nytta", "n": 148, **answers}), {}, Limits()
    )[1][0]
    assert [is_hidden(getattr(row, name)) for name in answers] == [True, True, False, False, False]


def test_a_number_in_the_record_is_hidden_with_the_same_number_in_the_table() -> None:
    breakdown = {
        "title": "Efter kommun",
        "value": 60,
        "parts": [
            {"title": "Falun", "value": 30},
            {"title": "Mora", "value": 26},
            {"title": "Orsa", "value": 4},
        ],
    }
    project = project_with(goals=[goal()], breakdowns=[breakdown])
    rows = rows_of({"value": 60}, {"value": 26, "municipality": "mora"})
    record, found = publish_numbers(project, rows, {}, Limits())
    parts = record.breakdowns[0].parts
    assert [is_hidden(part.value) for part in parts] == [False, True, True]
    assert [is_hidden(row.value) for row in found] == [False, True]


def test_a_plan_in_a_published_source_is_shown_however_few() -> None:
    planned = {"value": 46, "phase": "planned"}
    parts = [{"title": "skolchefer", "value": 4}, {"title": "politiker", "value": 42}]
    whole = {"title": "Andra", "value": 46, "parts": parts}
    project = project_with(participants=planned, breakdowns=[whole])
    assert publish_numbers(project, [], {}, Limits())[0] == project


def test_few_participants_are_hidden_in_the_record() -> None:
    project = project_with(participants={"value": 40, "women": 37, "men": 3})
    found = publish_numbers(project, [], {}, Limits())[0].participants[0]
    assert found.value == Decimal(40)
    assert is_hidden(found.women)
    assert is_hidden(found.men)


def test_an_outcome_of_few_people_is_hidden_and_one_of_firms_is_not() -> None:
    outcome = {"status": "missed", "value": 4, "source": "d, s"}
    goals = [goal(outcome=outcome), goal(id="foretag", counts="companies", outcome=outcome)]
    found = publish_numbers(project_with(goals=goals), [], {}, Limits())[0].goals
    assert [is_hidden(one.outcome.value) for one in found] == [True, False]


def test_only_organisations_that_agreed_are_named_and_one_alone_is_not_shown() -> None:
    agreed = Organisation.model_validate({"id": "a", "title": "A", "publish_individual": True})
    silent = Organisation.model_validate({"id": "b", "title": "B"})
    records = {("organisation", "a"): agreed, ("organisation", "b"): silent}
    project = project_with(goals=[goal(counts="organisations", level="organisation")])
    rows = rows_of({"organisation": "a", "value": 1}, {"organisation": "b", "value": 1})
    found = publish_numbers(project, rows, records, Limits())[1]
    assert [(row.organisation, is_hidden(row.value)) for row in found] == [("a", False), ("", True)]


def test_what_an_unnamed_organisation_reached_is_not_what_is_left_of_the_whole() -> None:
    agreed = Organisation.model_validate({"id": "a", "title": "A", "publish_individual": True})
    records = {("organisation", "a"): agreed}
    rows = rows_of(
        {"value": 60},
        {"organisation": "a", "value": 40},
        {"organisation": "b", "value": 20},
    )
    found = shown(project_with(goals=[goal()]), rows, records)
    assert [row["value"] for row in found] == ["60", "x", "x"]


def _with_outcome(accumulation: str, value: int = 41, as_of: str = "2025-06-30") -> Project:
    outcome = {"status": "met", "value": value, "as_of": as_of, "source": "d, s"}
    return project_with(goals=[goal(accumulation=accumulation, outcome=outcome)])


def _values(project: Project, *rows: Mapping[str, Any]) -> list[str]:
    return [row["value"] for row in shown(project, rows_of(*rows))]


def test_a_period_is_not_worked_out_from_the_outcome_and_the_other_periods() -> None:
    rows = [
        {"period": "2023", "value": 20},
        {"period": "2024", "value": 18},
        {"period": "2025-01/2025-06", "value": 3},
    ]
    assert _values(_with_outcome("per_period"), *rows) == ["20", "x", "x"]
    assert _values(project_with(goals=[goal(accumulation="per_period")]), *rows) == [
        "20",
        "18",
        "x",
    ]


def test_a_part_is_not_worked_out_from_the_outcome_and_the_other_parts() -> None:
    parts = [{"value": 38, "municipality": "falun"}, {"value": 3, "municipality": "mora"}]
    assert _values(_with_outcome("cumulative"), *parts) == ["x", "x"]
    by_period = [
        {"period": "2024", "value": 20, "municipality": "falun"},
        {"period": "2025-01/2025-06", "value": 18, "municipality": "falun"},
        {"period": "2025-01/2025-06", "value": 3, "municipality": "mora"},
    ]
    assert _values(_with_outcome("per_period"), *by_period) == ["20", "x", "x"]


def test_few_that_came_between_the_last_row_and_the_outcome_are_hidden() -> None:
    rows = [{"period": "2023", "value": 20}, {"period": "2024", "value": 39}]
    assert _values(_with_outcome("cumulative"), *rows) == ["20", "x"]
    rows[1]["value"] = 36
    assert _values(_with_outcome("cumulative"), *rows) == ["20", "36"]


def test_an_outcome_of_an_earlier_day_does_not_show_what_rows_after_it_hide() -> None:
    rows = [{"period": "2024", "value": 39}, {"period": "2025", "value": 41}]
    early = _with_outcome("cumulative", 20, "2023-12-31")
    assert _values(early, {"period": "2023", "value": 18}, *rows) == ["x", "x", "41"]
    against_it = {"period": "2023", "value": 30}
    assert _values(early, against_it, *rows) == ["30", "x", "41"]
