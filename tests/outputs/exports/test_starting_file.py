# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

from dalamodellen.inputs.checks.lessons import SECTIONS
from dalamodellen.inputs.codes_reader import read_codes
from dalamodellen.inputs.fixes import order_fields
from dalamodellen.inputs.markdown_reader import parse_markdown
from dalamodellen.inputs.text_reader import TextFile
from dalamodellen.inputs.yaml_reader import Node, parse_yaml
from dalamodellen.model.part import Part
from dalamodellen.model.record import field_order
from dalamodellen.model.site import COLLECTIONS, WRITTEN, Collection
from dalamodellen.model.text import LANGUAGES, UNFINISHED
from dalamodellen.model.validation import FILLED_BY_READER, references, validate
from dalamodellen.outputs.exports.starting_file import (
    Start,
    missing_kinds,
    render_starting_file,
    title_of_name,
)

STARTED = ("course", "document", "event", "lesson", "organisation", "post", "project", "topic")
KINDS = {one.kind: one for one in (*COLLECTIONS, *WRITTEN) if one.kind in STARTED}
DAY = date(2026, 11, 22)
IDS = {"topic": ["amnet"], "project": ["projektet"], "document": ["rapporten", "en-till"]}
EVERY = [(kind, language) for kind in STARTED for language in LANGUAGES]


def _render(kind: str, language: str = "sv", ids: dict[str, list[str]] = IDS) -> str:
    return render_starting_file(KINDS[kind], Start("En titel", language, DAY, ids))


def _parse(kind: str, text: str) -> Node:
    ending = ".md" if text.startswith("---") else ".yml"
    file = TextFile(f"x/{kind}{ending}", text, tuple(text.split("\n")))
    if ending == ".md":
        parsed, issues = parse_markdown(file)
        node = parsed.front_matter if parsed else None
    else:
        node, issues = parse_yaml(file)
    assert issues == []
    assert node is not None
    return node


def _record(kind: str, text: str, language: str = "sv") -> Any:
    collection: Collection = KINDS[kind]
    plain = _parse(kind, text).plain()
    record, problems = validate(
        collection.model, plain, main_language=language, filled={"id": "namnet"}
    )
    assert problems == []
    return record


def _uncomment(text: str) -> str:
    """Take one "# " away from every line, as an editor does when all of it is marked."""
    fields, fence, body = text.rpartition("\n---\n") if text.startswith("---") else (text, "", "")
    return re.sub(r"^# ?", "", fields, flags=re.MULTILINE) + fence + body


@pytest.mark.parametrize(("kind", "language"), EVERY)
def test_a_starting_file_is_a_valid_draft(kind: str, language: str) -> None:
    record = _record(kind, _render(kind, language), language)
    assert record.title.in_language(language) == ("En titel", language)
    assert not hasattr(record, "publication") or record.publication.status == "draft"


@pytest.mark.parametrize(("kind", "language"), EVERY)
def test_everything_uncommented_is_a_valid_record_with_every_field(
    kind: str, language: str
) -> None:
    text = _uncomment(_render(kind, language))
    record = _record(kind, text, language)
    written = set(_parse(kind, text).plain())
    assert written == set(field_order(KINDS[kind].model)) - FILLED_BY_READER
    assert record.acknowledged != ()


@pytest.mark.parametrize("kind", STARTED)
def test_each_example_can_be_uncommented_by_itself(kind: str) -> None:
    text = _render(kind)
    lines = text.split("\n")
    starts = [n for n, line in enumerate(lines) if re.match(r"# [a-z_]+:", line)]
    assert starts
    for start in starts:
        end = start + 1
        while lines[end].startswith("#  "):
            end += 1
        freed = [line.removeprefix("# ") for line in lines[start:end]]
        _record(kind, "\n".join([*lines[:start], *freed, *lines[end:]]))


@pytest.mark.parametrize("kind", STARTED)
def test_every_field_has_an_explanation_on_the_line_above(kind: str) -> None:
    lines = _render(kind).split("\n")
    model: type[Part] = KINDS[kind].model
    for name in set(field_order(model)) - FILLED_BY_READER:
        number = next(n for n, line in enumerate(lines) if re.match(rf"(# )?{name}:", line))
        assert lines[number - 1].startswith("## "), f"{kind}.{name} has no explanation"


@pytest.mark.parametrize(("kind", "language"), EVERY)
def test_what_a_person_must_write_begins_with_the_mark_of_the_language(
    kind: str, language: str
) -> None:
    text = _render(kind, language)
    mark = UNFINISHED[LANGUAGES.index(language)]
    has_texts = kind in ("course", "lesson", "post", "project")
    assert (mark in text) == has_texts
    assert not any(other in text for other in UNFINISHED if other != mark)
    in_comments = [line for line in text.split("\n") if line.startswith("#") and mark in line]
    assert in_comments == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_lesson_has_its_four_sections_in_order(language: str) -> None:
    found = re.findall(r"^## (.+)$", _render("lesson", language).split("\n---\n")[1], re.MULTILINE)
    assert tuple(found) == SECTIONS[language]


def test_references_name_records_of_the_site_first_by_id() -> None:
    lesson = _record("lesson", _render("lesson"))
    assert (lesson.topic, lesson.project) == ("amnet", "projektet")
    project = _record("project", _uncomment(_render("project")))
    assert {name for _, kind, name in references(project) if kind == "document"} == {"rapporten"}


def test_examples_of_official_codes_exist() -> None:
    codes = read_codes()
    known = {
        "place": set(codes.places),
        "sni": set(codes.industries),
        "isced_f": set(codes.education_fields),
    }
    for kind in STARTED:
        record = _record(kind, _uncomment(_render(kind)))
        for _, named, name in references(record):
            assert named not in known or name in known[named], f"{kind}: {named} {name}"


def test_a_record_that_needs_others_says_which() -> None:
    assert missing_kinds(KINDS["lesson"].model, {}) == ["topic", "project"]
    assert missing_kinds(KINDS["lesson"].model, IDS) == []
    assert missing_kinds(KINDS["project"].model, {}) == []


def test_dates_that_are_required_are_the_day_it_is_made_and_a_year_on() -> None:
    start = Start("En titel", "sv", date(2028, 2, 29), IDS)
    lesson = _record("lesson", render_starting_file(KINDS["lesson"], start))
    assert (lesson.updated.iso, lesson.review_by.iso) == ("2028-02-29", "2029-02-28")


@pytest.mark.parametrize("kind", STARTED)
def test_the_fields_stand_so_that_check_fix_leaves_them(kind: str) -> None:
    folder = {"lesson": "content/lektioner", "post": "content/nytt"}.get(kind, KINDS[kind].folder)
    ending = "md" if kind in ("lesson", "post") else "yml"
    text = _render(kind)
    assert order_fields(f"{folder}/x.{ending}", text) == text


def test_a_schema_is_named_on_the_first_line_only_where_there_is_one() -> None:
    start = Start("En titel", "sv", DAY, IDS, "../../schemas/project.schema.json")
    first = render_starting_file(KINDS["project"], start).split("\n")[0]
    assert first == "# yaml-language-server: $schema=../../schemas/project.schema.json"
    assert "yaml-language-server" not in _render("project")


def test_a_title_keeps_the_words_and_an_id_is_marked_to_be_looked_over() -> None:
    project, organisation = KINDS["project"].model, KINDS["organisation"].model
    assert title_of_name(project, "Ny kompetens i Mora", "sv") == "Ny kompetens i Mora"
    assert title_of_name(project, "ny-kompetens", "nb") == "FYLL UT: Ny kompetens"
    assert title_of_name(organisation, "mora-kommun", "sv") == "Mora kommun"


def test_a_title_with_signs_of_yaml_stays_the_same_words() -> None:
    title = """Kurs: "bra" #1 – 'så' [här] \\ {nu} & <b>"""
    start = Start(title, "sv", DAY, IDS)
    assert str(_record("project", render_starting_file(KINDS["project"], start)).title) == title
