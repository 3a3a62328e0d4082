# SPDX-License-Identifier: EUPL-1.2
"""Every issue code is used, told in full, shown by a case and named in the documentation."""

from __future__ import annotations

import re
import string

import pytest

from conftest import REPOSITORY
from dalamodellen.issues import SEVERITIES, Issue, Source, format_issue, issue_texts

SOURCES = sorted((REPOSITORY / "generator/dalamodellen").rglob("*.py"))
CASES = sorted((REPOSITORY / "tests/cases").glob("*/issues.txt"))
INPUT_TESTS = [
    *sorted((REPOSITORY / "tests/inputs").rglob("*.py")),
    *sorted((REPOSITORY / "tests/model").rglob("*.py")),
    *sorted((REPOSITORY / "tests/outputs").rglob("*.py")),
    *sorted((REPOSITORY / "tests/renderers").rglob("*.py")),
]
CODES = sorted(code for code in issue_texts() if code != "kinds")
LANGUAGES = ("sv", "nb", "en")
PARTS = {"what", "why", "fix", "fix_nearest", "reader"}
TOLD = re.compile(r"^\S.*?: (?:error|warning|due|notice)\[([a-z0-9-]+)\]: ", re.MULTILINE)
RAISED = re.compile(
    r"(?<!_)(?:Issue|issue|note|Finding|FieldProblem|PydanticCustomError)"
    r'\((?:[^"(){}]|\([^()]*\))*?"([a-z0-9-]+)"'
)
"""A call that makes an issue, and the code it names; the arguments before may be tuples."""


def quoted(text: str) -> set[str]:
    """Give every kebab-case word within quotation marks."""
    return set(re.findall(r'"([a-z0-9]+(?:-[a-z0-9]+)+)"', text))


def test_every_code_is_kebab_case() -> None:
    assert [code for code in CODES if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", code)] == []


def test_every_code_has_its_severity_and_says_what_why_and_what_to_do() -> None:
    for code in CODES:
        texts = issue_texts()[code]
        assert texts["severity"] in SEVERITIES, code
        assert {"what", "why", "fix"} <= texts["sv"].keys() <= PARTS
        assert texts.keys() == {"severity", *LANGUAGES}, code


def _names(words: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(words) if name is not None}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_is_told_in_the_language_with_the_same_parts_and_values(language: str) -> None:
    for code in CODES:
        swedish, texts = issue_texts()[code]["sv"], issue_texts()[code][language]
        assert texts.keys() == swedish.keys(), code
        assert all(texts.values()), code
        for part, words in texts.items():
            assert _names(words) == _names(swedish[part]), (code, part)
            assert all(re.fullmatch(r"[a-z_]+", name) for name in _names(words)), code
            assert words == words.strip(), code
            assert language == "sv" or words != swedish[part] or part == "reader", (code, part)
    kinds = issue_texts()["kinds"]
    assert kinds[language].keys() == kinds["sv"].keys()


@pytest.mark.parametrize(("language", "marks"), [("sv", "””"), ("nb", "«»"), ("en", "“”")])
def test_every_sentence_has_the_quotation_marks_of_its_language(language: str, marks: str) -> None:
    strange = set("”“«»„") - set(marks)
    for code in CODES:
        for words in issue_texts()[code][language].values():
            assert not strange & set(words), code
            assert words.count(marks[0]) == words.count(marks[1]), code
            assert words.count("”") % 2 == 0 or language == "en", code


def test_an_issue_is_told_in_three_languages() -> None:
    issue = Issue(
        "unknown-reference", Source("a.yml"), {"kind": "organisation", "name": "x", "file": "f"}
    )
    assert [issue.text("what", language) for language in LANGUAGES] == [
        "hittar inte en organisation som heter ”x”",
        "finner ikke en organisasjon som heter «x»",
        "cannot find an organisation named “x”",
    ]


def test_every_code_has_a_line_in_the_documentation() -> None:
    text = (REPOSITORY / "docs/issues.md").read_text("utf-8")
    assert [code for code in CODES if f"`{code}`" not in text] == []


def test_every_code_is_told_by_a_case_or_named_in_a_test_of_the_inputs() -> None:
    told = {code for path in CASES for code in TOLD.findall(path.read_text("utf-8"))}
    tests = "\n".join(path.read_text("utf-8") for path in INPUT_TESTS)
    assert [code for code in CODES if code not in told and f'"{code}"' not in tests] == []


ALONE = {
    "address-vanished",
    "broken-table",
    "broken-template",
    "cell-too-long",
    "clashing-address",
    "example-in-example",
    "example-misplaced",
    "example-missing",
    "example-not-marked",
    "example-real-address",
    "example-with-emblem",
    "example-without-mark",
    "file-too-large",
    "frozen-changed",
    "frozen-shows-hidden",
    "frozen-unreadable",
    "frozen-without-project",
    "interface-words-missing",
    "invalid-value",
    "language-vanished",
    "link-out-of-folder",
    "linked-folder",
    "name-not-utf-8",
    "no-git-history",
    "no-permission",
    "made-up-place-is-real",
    "page-in-example-folder",
    "page-in-language-folder",
    "page-on-generated-address",
    "page-on-theme-address",
    "places-outside-example",
    "redirect-from-page",
    "redirect-loop",
    "redirect-of-file",
    "redirect-to-nowhere",
    "renderer-setting",
    "statement-due",
    "statement-incomplete",
    "statement-link-missing",
    "statement-of-private-owner",
    "statement-too-good",
    "statement-twice",
    "statement-without-barriers",
    "too-many-brackets",
    "unreadable-file",
}
"""Codes that cannot stand beside all others in one small site, or in every checkout of it."""


def test_everything_wrong_tells_every_code_that_can_stand_beside_others() -> None:
    path = REPOSITORY / "tests/cases/everything_wrong/issues.txt"
    told = set(TOLD.findall(path.read_text("utf-8")))
    assert set(CODES) - told == ALONE


def test_every_code_a_case_tells_is_a_code() -> None:
    told = {code for path in CASES for code in TOLD.findall(path.read_text("utf-8"))}
    assert sorted(told - set(CODES)) == []


def test_every_code_is_used_in_the_source() -> None:
    source = "\n".join(path.read_text("utf-8") for path in SOURCES)
    assert [code for code in CODES if f'"{code}"' not in source] == []


def test_every_code_the_source_raises_is_a_code() -> None:
    raised = {code for path in SOURCES for code in RAISED.findall(path.read_text("utf-8"))}
    assert sorted(raised - set(CODES)) == []
    assert len(raised) > len(CODES) / 2


def test_every_code_in_a_table_of_codes_is_a_code() -> None:
    tables = {
        "inputs/yaml_complaints.py": "_PROBLEMS",
        "inputs/csv_reader.py": "_COMPLAINTS",
        "inputs/loader.py": "_ABOUT_KEYS",
        "inputs/checks/unsafe_text.py": "for code, pattern in",
        "model/validation.py": "_CODES",
    }
    for name, start in tables.items():
        text = (REPOSITORY / "generator/dalamodellen" / name).read_text("utf-8")
        table = text[text.index(start) :]
        table = table[: re.search(r"^\s*[})]:?$", table, re.MULTILINE).end()]  # type: ignore[union-attr]
        assert quoted(table) - set(CODES) == set(), name


def test_an_issue_is_printed_with_its_place_its_line_a_caret_why_and_what_to_do() -> None:
    place = Source("data/roles/larare.yml", 12, 8, 3)
    issue = Issue("character-starts-value", place, {"name": "@"}, "title: @lärare")
    assert format_issue(issue) == (
        "data/roles/larare.yml:12:8: error[character-starts-value]: "
        "ett värde kan inte börja med tecknet ”@”\n"
        "  12 | title: @lärare\n"
        "     |        ^^^\n"
        "  varför: tecknet betyder något särskilt i YAML\n"
        "  gör så här: Sätt hela texten inom citattecken"
    )


def test_a_long_line_is_cut_around_the_caret_and_what_cannot_be_shown_is_marked() -> None:
    line = "x" * 300 + "\t\x1b" + "@" + "y" * 300
    issue = Issue("tab", Source("a.yml", 1, 303, 5), {}, line)
    shown, caret = format_issue(issue).split("\n")[1:3]
    assert len(shown) < 130
    assert shown.index("→�@") + 2 == caret.index("^")
    assert caret.strip(" |") == "^^^^^"
