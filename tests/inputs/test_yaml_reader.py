# SPDX-License-Identifier: EUPL-1.2
"""YAML: every value keeps its text and its place, and what is clever is refused."""

from __future__ import annotations

import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import HANGING
from dalamodellen.inputs.text_reader import TextFile
from dalamodellen.inputs.yaml_reader import DEEPEST, Node, parse_yaml
from dalamodellen.issues import Source

PATH = "data/projects/tre-m.yml"
YAML_LIKE = st.text(alphabet=st.sampled_from("ab:-?[]{}&*!|>'\"#%@`,~<. \n\t\x0c\x85\u2028é😀"))


def text_file(text: str) -> TextFile:
    return TextFile(PATH, text, tuple(text.split("\n")))


def parsed(text: str) -> tuple[Any, list[tuple[str, int, int]]]:
    """Give the plain value, and the code, line and column of each issue."""
    node, issues = parse_yaml(text_file(text))
    found = [(issue.code, issue.source.line, issue.source.column) for issue in issues]
    return (node.plain() if node else None), found


def node_of(text: str) -> Node:
    node, issues = parse_yaml(text_file(text))
    assert node is not None
    assert issues == []
    return node


@pytest.mark.parametrize(
    "words", ["NO", "yes", "010", "12:30", "1_000", "0x1F", "1e3", "2012-02-30", ".inf", "=", "<<"]
)
def test_a_value_stays_what_its_writer_wrote(words: str) -> None:
    assert parsed(f"a: {words}\n") == ({"a": words}, [])


@pytest.mark.parametrize("words", ["", "~", "null", "Null", "NULL"])
def test_an_empty_value_is_none(words: str) -> None:
    assert parsed(f"a: {words}\n") == ({"a": None}, [])


@pytest.mark.parametrize("words", ['""', "''", '"~"', "'null'"])
def test_a_value_within_quotation_marks_is_a_text_even_when_it_looks_empty(words: str) -> None:
    assert parsed(f"a: {words}\n") == ({"a": words[1:-1]}, [])


def test_a_text_over_several_lines_keeps_its_line_breaks() -> None:
    assert parsed("a: |\n  ett\n\n  två\nb: >\n  tre\n  fyra\n") == (
        {"a": "ett\n\ntvå\n", "b": "tre fyra\n"},
        [],
    )


def test_places_are_counted_in_characters_from_one() -> None:
    node = node_of("å: 😀\nlista:\n  - [ä, {ö: 'x y'}]\n")
    assert node.fields is not None
    assert node.keys == {"å": Source(PATH, 1, 1), "lista": Source(PATH, 2, 1)}
    assert [node.fields["å"].source, node.keys["lista"].length] == [Source(PATH, 1, 4), 5]
    inner = node.find(("lista", 0, 1, "ö"))
    assert (inner, inner.length) == (Source(PATH, 3, 13), 5)


def test_a_text_that_begins_further_down_has_the_lines_of_its_file() -> None:
    file = text_file("---\ntitle: a\ntitle: b\n---\n")
    _, issues = parse_yaml(file, text="title: a\ntitle: b\n", first_line=2)
    assert [(issue.source, issue.excerpt) for issue in issues] == [(Source(PATH, 3, 1), "title: b")]


def test_find_points_at_a_text_and_at_the_key_of_what_is_more() -> None:
    node = node_of("a:\n  b: c\n  d: [e, f]\n")
    assert node.find(("a", "b")) == Source(PATH, 2, 6)
    assert node.find(("a", "b"), at_key=True) == Source(PATH, 2, 3)
    assert node.find(("a", "d")) == Source(PATH, 3, 3)
    assert node.find(("a", "d", 1)) == Source(PATH, 3, 10)


def test_find_stops_at_the_last_thing_that_was_written() -> None:
    node = node_of("a:\n  b: c\n")
    assert node.find(("a", "x", "y")) == Source(PATH, 1, 1)
    assert node.find(("a", "b", "value")) == Source(PATH, 2, 6)
    assert node.find(("z", 3)) == Source(PATH, 1, 1)


def test_an_empty_text_and_a_comment_hold_nothing() -> None:
    assert [parsed(text) for text in ("", "# bara en kommentar\n", "\n\n")] == [(None, [])] * 3


def test_a_key_of_more_than_a_word_is_told_and_the_rest_is_read() -> None:
    assert parsed("[a, b]: c\nd: e\n") == ({"d": "e"}, [("key-is-not-text", 1, 1)])
    assert parsed("{a: b}: c\n? - d\n: e\n") == (
        {},
        [("key-is-not-text", 1, 1), ("key-is-not-text", 2, 3)],
    )


def test_merge_keys_are_no_more_than_keys_with_an_alias_in_them() -> None:
    assert parsed("a: &a {b: c}\nd:\n  <<: *a\n") == (
        {"a": {"b": "c"}, "d": {"<<": "*a"}},
        [("alias", 1, 4), ("alias", 3, 7)],
    )


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("!!python/object/apply:os.system", "!!python/object/apply:os.system"),
        ("!!python/object:os.system", "!!python/object:os.system"),
        ("!!binary", "!!binary"),
        ("!lokal", "!lokal"),
        ("!<tag:example.org,2026:x>", "tag:example.org,2026:x"),
    ],
)
def test_a_tag_is_refused_and_told_as_it_was_written(written: str, told: str) -> None:
    node, issues = parse_yaml(text_file(f"a: {written} x\n"))
    assert node is not None
    assert [(issue.code, issue.values["name"]) for issue in issues] == [("yaml-tag", told)]


def test_a_tag_runs_nothing() -> None:
    value, issues = parsed('a: !!python/object/apply:os.mkdir ["/tmp/dalamodellen-tag"]\n')
    assert value == {"a": ["/tmp/dalamodellen-tag"]}  # noqa: S108 - never made
    assert issues == [("yaml-tag", 1, 4)]


def test_a_billion_laughs_are_quick_and_never_multiplied() -> None:
    lines = ["a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    started = time.perf_counter()
    value, issues = parsed("\n".join(lines) + "\n")
    assert time.perf_counter() - started < HANGING
    assert value["a11"] == ["*a10"] * 9
    assert [code for code, _, _ in issues] == ["alias"] * (12 + 11 * 9)


@pytest.mark.parametrize("opening", ["[", "{", "[{", "- ", "? "])
def test_a_hundred_thousand_nested_levels_are_quick_and_told(opening: str) -> None:
    started = time.perf_counter()
    value, issues = parsed(opening * (100_000 // len(opening)))
    assert time.perf_counter() - started < HANGING
    assert value is None
    assert [code for code, _, _ in issues] == ["too-deep"]


def test_as_many_levels_as_are_allowed_are_read() -> None:
    deepest = "[" * DEEPEST + "x" + "]" * DEEPEST
    assert parsed(f"a: {deepest}\n")[1] == []
    assert parsed(f"a: [[{deepest}]]\n")[1] == [("too-deep", 1, 4 + DEEPEST)]


def test_a_record_of_900_kb_on_one_line_is_read_quickly() -> None:
    words = "ord " * 225_000
    started = time.perf_counter()
    value, issues = parsed(f"summary: {words}\n")
    assert time.perf_counter() - started < HANGING
    assert (value, issues) == ({"summary": words.strip()}, [])


def test_fifty_thousand_keys_are_read_quickly() -> None:
    started = time.perf_counter()
    value, issues = parsed("".join(f"k{n}: {n}\n" for n in range(50_000)))
    assert time.perf_counter() - started < HANGING
    assert (len(value), issues) == (50_000, [])


@pytest.mark.parametrize("character", ["\x0c", "\x7f", "\x80", "\x85", "\u2028", "\u2029"])
def test_a_character_that_yaml_refuses_or_breaks_lines_at_is_a_control_character(
    character: str,
) -> None:
    node, issues = parse_yaml(text_file(f"a: b\ncd: é{character}f\n"))
    assert node is None
    assert [(issue.code, issue.source, issue.values) for issue in issues] == [
        ("control-character", Source(PATH, 2, 6), {"name": f"U+{ord(character):04X}"})
    ]


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("a: b\nc\n", "colon-missing", 2, 1),
        ("a: b: c\n", "colon-in-text", 1, 5),
        ("a: b\n  c: d\n", "broken-indentation", 2, 3),
        ("a:\n    b: c\n  d: e\n", "broken-indentation", 3, 3),
        ("a: 'b' c\n", "text-after-quote", 1, 8),
        ("a: [b] c\n", "text-after-bracket", 1, 8),
        ("a: | b\n", "text-after-bar", 1, 6),
        ("a:b\nc: d\n", "colon-without-space", 1, 2),
        ("a: b\nc:d\n", "colon-without-space", 2, 2),
        ("a:b\n", "colon-without-space", 1, 2),
        ('a: "b\nc: "d"\n', "quote-not-closed", 1, 4),
        (f"{'a' * 1100}: b\n", "broken-yaml", 1, 1101),
        ('a: "b\nc: d\n', "quote-not-closed", 1, 4),
        ("a: [b\nc: d\n", "bracket-not-closed", 1, 4),
        ("a: {b: [c, d\n", "bracket-not-closed", 1, 8),
        ("a:\n\tb: c\n", "tab", 2, 1),
        ("a:\n  - \tb: c\n", "tab", 2, 5),
        ("a: *b* c\n", "character-starts-value", 1, 4),
        ("a: - b\n", "character-starts-value", 1, 4),
        ("a: @b\n", "character-starts-value", 1, 4),
        ("a: ]\n", "character-starts-value", 1, 4),
        ("a: b\n---\nc: d\n", "second-document", 2, 1),
        ("a: b\n...\nc: d\n", "second-document", 3, 1),
        ('a: "\\q"\n', "backslash-in-quotes", 1, 5),
    ],
)
def test_a_broken_text_is_told_at_the_place_to_mend(
    text: str, code: str, line: int, column: int
) -> None:
    assert parsed(text)[1] == [(code, line, column)]


@settings(max_examples=100, deadline=None, derandomize=True)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])) | YAML_LIKE)
def test_no_text_makes_the_reader_raise_and_every_issue_can_be_told(text: str) -> None:
    _, issues = parse_yaml(text_file(text))
    lines = text.count("\n") + 1
    for issue in issues:
        assert all(issue.text(part) for part in ("what", "why", "fix"))
        assert 1 <= issue.source.line <= lines + 1
