# SPDX-License-Identifier: EUPL-1.2
"""Markdown: fields above the text are found, a rule is no field, and lines keep their numbers."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dalamodellen.inputs.markdown_reader import parse_markdown
from dalamodellen.inputs.text_reader import TextFile

PATH = "content/om.md"
PARTS = (
    "---",
    "...",
    "- a",
    "title: b",
    "# c",
    "",
    " ",
    "---  ",
    "\ttext",
    "{",
    "kind: lesson",
    "é",
)


def text_file(text: str) -> TextFile:
    return TextFile(PATH, text, tuple(text.split("\n")))


def parsed(text: str) -> tuple[object, str, int]:
    """Give the front matter, the body and the line it begins on."""
    found, issues = parse_markdown(text_file(text))
    assert found is not None
    assert issues == []
    return (found.front_matter and found.front_matter.plain()), found.body, found.body_line


def codes(text: str) -> list[tuple[str, int, int]]:
    found, issues = parse_markdown(text_file(text))
    assert found is None
    return [(issue.code, issue.source.line, issue.source.column) for issue in issues]


def test_a_text_without_fields_is_all_body() -> None:
    assert parsed("# Om oss\n\nText.\n") == (None, "# Om oss\n\nText.\n", 1)


def test_fields_end_where_the_next_dashes_stand() -> None:
    text = "---\ntitle: Om oss\nkind: post\n---\n\nText.\n"
    assert parsed(text) == ({"title": "Om oss", "kind": "post"}, "\nText.\n", 5)


def test_three_dots_end_the_fields_too_and_spaces_after_the_dashes_do_not_matter() -> None:
    assert parsed("---  \ntitle: Om\n...\t\nText") == ({"title": "Om"}, "Text", 4)


def test_the_text_may_hold_dashes_of_its_own() -> None:
    text = "---\ntitle: Om\n---\n\na\n\n---\n\nb: c\n"
    assert parsed(text) == ({"title": "Om"}, "\na\n\n---\n\nb: c\n", 4)


@pytest.mark.parametrize(
    "text",
    [
        "---\n\nText efter en linje.\n",
        "---\nText efter en linje.\n---\n",
        "---\n- ett\n- två\n---\n",
        "---\n",
        "---",
    ],
)
def test_a_text_that_begins_with_a_rule_is_plain_markdown(text: str) -> None:
    assert parsed(text) == (None, text, 1)


def test_no_fields_between_the_dashes_is_no_mistake() -> None:
    assert parsed("---\n---\nText") == (None, "Text", 3)
    assert parsed("---\n\n---\nText") == (None, "Text", 4)


def test_a_comment_alone_between_the_dashes_is_a_rule_and_a_heading() -> None:
    assert parsed("---\n# Om\n---\nText") == (None, "---\n# Om\n---\nText", 1)


def test_fields_that_never_end_are_told() -> None:
    assert codes("---\ntitle: Om oss\n\nText.\n") == [("front-matter-not-closed", 1, 1)]


def test_lines_that_are_no_fields_are_told() -> None:
    assert codes("---\n[\ntitle: Om\n]\n---\n") == [("front-matter-not-fields", 2, 1)]


def test_a_mistake_among_the_fields_has_its_line_in_the_file() -> None:
    assert codes("---\n# fält\ntitle: a: b\n---\nText") == [("colon-in-text", 3, 9)]


def test_a_second_field_of_the_same_name_is_told_and_the_text_is_kept() -> None:
    found, issues = parse_markdown(text_file("---\ntitle: a\ntitle: b\n---\nText"))
    assert found is not None
    assert [(issue.code, issue.source.line) for issue in issues] == [("duplicate-key", 3)]
    assert (found.body, found.body_line) == ("Text", 5)


@settings(max_examples=100, deadline=None, derandomize=True)
@given(
    st.text(alphabet=st.characters(exclude_categories=["Cs"]))
    | st.lists(st.sampled_from(PARTS)).map("\n".join)
)
def test_no_text_makes_the_reader_raise_and_no_line_is_lost(text: str) -> None:
    found, issues = parse_markdown(text_file(text))
    if found is None:
        assert issues
        return
    before = text.split("\n")[: found.body_line - 1]
    assert "\n".join([*before, found.body]) == text or found.body == ""


@pytest.mark.parametrize("fence", ["----", "--", "—", "–––", " ---- "])
def test_fields_below_another_line_than_three_hyphens_are_told(fence: str) -> None:
    parsed_file, issues = parse_markdown(text_file(f"{fence}\ntitle: Om\n{fence}\n\nText\n"))
    assert parsed_file is None
    assert [(issue.code, issue.source.line) for issue in issues] == [("front-matter-fence", 1)]


@pytest.mark.parametrize("fence", ["----", "***", "___"])
def test_another_rule_first_in_a_text_without_fields_is_a_rule(fence: str) -> None:
    text = f"{fence}\n\nText\n\n{fence}\n"
    assert parsed(text) == (None, text, 1)
