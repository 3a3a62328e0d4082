# SPDX-License-Identifier: EUPL-1.2
"""From written values to records: every problem has a code, a place and the words it is told in."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from pydantic import BaseModel, Field

from dalamodellen.model.course import Course, CourseInstance
from dalamodellen.model.lesson import Lesson
from dalamodellen.model.organisation import Organisation
from dalamodellen.model.project import Project
from dalamodellen.model.record import Citation
from dalamodellen.model.text import Prose, Text
from dalamodellen.model.validation import (
    FieldProblem,
    model_at,
    reference_kind,
    references,
    texts,
    validate,
)

PLAIN = {"title": "Tre-M", "summary": "Ett projekt."}


def project(**fields: Any) -> tuple[Project | None, list[FieldProblem]]:
    return validate(Project, PLAIN | fields, main_language="sv", filled={"id": "tre-m"})


def problem(**fields: Any) -> tuple[tuple[int | str, ...], str]:
    record, problems = project(**fields)
    assert record is None
    assert len(problems) == 1
    return problems[0].loc, problems[0].code


def words(**fields: Any) -> dict[str, str]:
    return dict(project(**fields)[1][0].values)


def test_right_values_become_a_frozen_record() -> None:
    record, problems = project(participants="1700", cofinanciers=["falun"])
    assert problems == []
    assert record is not None
    assert (record.id, record.title, record.summary) == (
        "tre-m",
        Text(sv="Tre-M"),
        Prose(sv="Ett projekt."),
    )
    assert [quantity.value for quantity in record.participants] == [Decimal(1700)]
    with pytest.raises(ValueError, match="frozen"):
        record.id = "annat"  # type: ignore[misc]


def test_plain_words_are_in_the_main_language() -> None:
    record, _ = validate(Project, PLAIN, main_language="nb", filled={"id": "a"})
    assert record is not None
    assert record.title == Text(nb="Tre-M")


@pytest.mark.parametrize(
    ("fields", "loc", "code"),
    [
        ({"sumary": "x"}, ("sumary",), "unknown-field"),
        ({"id": "x"}, ("id",), "id-in-record"),
        ({"funding": {"xyzzy": "x"}}, ("funding", "xyzzy"), "unknown-field"),
        ({"goals": [{"id": "a", "title": "A"}]}, ("goals", 0), "missing-field"),
        ({"status": "endet"}, ("status",), "unknown-value"),
        ({"funding": "100 SEK"}, ("funding",), "not-fields"),
        ({"sources": "x"}, ("sources",), "not-fields"),
        ({"goals": ["x"]}, ("goals", 0), "not-fields"),
        ({"municipalities": "falun"}, ("municipalities",), "not-a-list"),
        ({"also_called": [["x"]]}, ("also_called", 0), "not-text"),
        ({"title": {"sv": ["x"]}}, ("title", "sv"), "not-text"),
        ({"title": None}, ("title",), "empty-value"),
        ({"title": " "}, ("title",), "empty-text"),
        ({"participants": {"value": "ca 5"}}, ("participants", 0, "value"), "not-a-number"),
        ({"participants": {"value": "NaN"}}, ("participants", 0, "value"), "not-a-number"),
        ({"website": "www.x.se"}, ("website",), "not-an-address"),
        ({"website": "javascript:alert(1)"}, ("website",), "not-an-address"),
        ({"website": "file:///etc/passwd"}, ("website",), "not-an-address"),
        ({"website": "data:text/html,x"}, ("website",), "not-an-address"),
        ({"website": "https://x.se/" + "a" * 2000}, ("website",), "not-an-address"),
        ({"owner": "../x"}, ("owner",), "id-is-a-path"),
        ({"owner": "a" * 81}, ("owner",), "too-long"),
        ({"period": "igår/2012"}, ("period", "start"), "invalid-date"),
        ({"period": "2012/2013-02-29"}, ("period", "end"), "impossible-date"),
        ({"period": "2014/2012"}, ("period",), "period-backwards"),
        ({"funding": {"granted": "5 kr"}}, ("funding", "granted"), "money-without-currency"),
        ({"publication": "published"}, ("publication",), "approval-missing"),
    ],
)
def test_a_wrong_value_has_one_problem_at_its_place(
    fields: dict[str, Any], loc: tuple[int | str, ...], code: str
) -> None:
    assert problem(**fields) == (loc, code)


def test_all_problems_of_a_record_are_told_at_once() -> None:
    _, problems = validate(
        Project, {"titel": "x", "status": "y", "id": "z"}, main_language="sv", filled={"id": "a"}
    )
    assert sorted((found.loc, found.code) for found in problems) == [
        ((), "missing-field"),
        ((), "missing-field"),
        (("id",), "id-in-record"),
        (("status",), "unknown-value"),
        (("titel",), "unknown-field"),
    ]


def test_an_unknown_field_is_told_with_the_fields_of_the_part_it_stands_in() -> None:
    found = words(funding={"grantd": "5 SEK"})
    assert (found["kind"], found["nearest"]) == ("funding", "granted")
    assert found["allowed"].startswith("area, budget, call, case_number")
    assert "id" not in words(xyzzy="x")["allowed"].split(", ")


def test_an_unknown_value_is_told_with_all_that_are_allowed() -> None:
    assert words(status="endet") == {
        "name": "status",
        "given": "endet",
        "allowed": "planned, ongoing, ended, unknown",
        "nearest": "ended",
    }


def test_a_long_value_is_shortened_when_it_is_told() -> None:
    assert words(website="x " * 100)["given"] == "x " * 29 + "x…"


def test_a_row_of_a_table_may_have_an_id_of_its_own() -> None:
    row, problems = validate(
        CourseInstance, {"id": "var", "start": "2027"}, main_language="sv", filled={}
    )
    assert problems == []
    assert row is not None
    assert row.id == "var"


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"participants": "ca 1700"}, "participants"),
        ({"organisations": ["450", "många"]}, "organisations"),
        ({"funding": {"granted": "1.000.000 SEK"}}, "granted"),
        ({"goals": [{"id": "a", "title": "A", "source": "x", "target": "många"}]}, "target"),
    ],
)
def test_a_number_that_is_none_is_told_by_the_name_its_writer_used(
    fields: dict[str, Any], name: str
) -> None:
    assert words(**fields)["name"] == name


@pytest.mark.parametrize(
    "fields", [{"goals": {"nytta": "ja"}}, {"status": ["ended"]}, {"funding": ["100 SEK"]}]
)
def test_a_list_in_the_wrong_place_is_shown(fields: dict[str, Any]) -> None:
    assert words(**fields)["given"] != ""


def test_a_list_where_words_should_stand_is_not_text() -> None:
    assert problem(title=["Tre-M", "3M"]) == (("title",), "not-text")


def test_an_id_without_letters_is_an_empty_value() -> None:
    assert problem(owner="") == (("owner",), "empty-value")


def test_no_english_words_are_told_to_a_swedish_reader() -> None:
    assert problem(owner="a" * 81) == (("owner",), "too-long")
    assert words(owner="a" * 81).keys() == {"name", "given"}


def test_a_fields_kind_of_reference_is_known_whatever_it_is_wrapped_in() -> None:
    assert [
        reference_kind(Project, name) for name in ("owner", "partners", "municipalities", "title")
    ] == ["organisation", "organisation", "place", None]
    assert reference_kind(Citation, "document") == "document"
    assert reference_kind(Lesson, "need") is None
    assert reference_kind(Course, "industries") == "sni"


def test_the_model_of_a_value_is_found_by_its_place() -> None:
    assert model_at(Project, ("goals", 0, "source")) is Citation
    assert model_at(Project, ()) is Project
    assert model_at(Project, ("status",)) is None
    assert model_at(Project, ("saknas", "mer")) is None


def test_every_reference_of_a_record_is_listed_with_its_place() -> None:
    record, _ = project(
        owner="vbu",
        partners=["a", "b"],
        goals=[{"id": "g", "title": "G", "source": "ansokan, Mål", "roles": ["larare"]}],
        sources={"title": "ansokan"},
    )
    assert record is not None
    assert sorted(references(record), key=str) == [
        (("goals", 0, "roles", 0), "role", "larare"),
        (("goals", 0, "source", "document"), "document", "ansokan"),
        (("owner",), "organisation", "vbu"),
        (("partners", 0), "organisation", "a"),
        (("partners", 1), "organisation", "b"),
        (("sources", "title", "document"), "document", "ansokan"),
    ]


def test_every_text_of_a_record_is_listed_without_ids_and_addresses() -> None:
    record, _ = validate(
        Organisation,
        {"title": {"sv": "A", "nb": "B"}, "municipality": "falun", "website": "https://x.se/"},
        main_language="sv",
        filled={"id": "a"},
    )
    assert record is not None
    found = list(texts(record))
    assert (("title", "sv"), "A") in found
    assert (("title", "nb"), "B") in found
    assert not [words for _, words in found if words in ("falun", "https://x.se/")]


class Small(BaseModel):
    """A part whose rule has no words of its own yet."""

    size: int = Field(lt=3)


def test_a_rule_without_words_of_its_own_is_told_in_general_ones() -> None:
    _, problems = validate(Small, {"size": "5"}, main_language="sv", filled={})
    assert [(p.loc, p.code, dict(p.values)) for p in problems] == [
        (("size",), "invalid-value", {"name": "size", "given": "5"})
    ]
