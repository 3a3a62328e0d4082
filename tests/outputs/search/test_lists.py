# SPDX-License-Identifier: EUPL-1.2
"""The word lists of the search are tidy: a slip in them would quietly be a word that nobody finds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest

from conftest import REPOSITORY

LISTS = REPOSITORY / "generator/dalamodellen/outputs/search/lists"
ONE_WORD = sorted(
    path.name for start in ("stop", "question", "no") for path in LISTS.glob(f"{start}_*.txt")
)
FALSE_FRIENDS = frozenset(
    {
        "art",
        "bad",
        "barn",
        "brand",
        "chef",
        "driver",
        "fart",
        "fast",
        "fire",
        "form",
        "gift",
        "glass",
    }
    | {"hall", "lag", "leader", "male", "men", "mine", "offer", "post", "rest", "semester", "store"}
    | {"term", "time", "vet"}
)
"""English words that Swedish or Norwegian readers write and mean something else by."""


def _lines(name: str) -> list[str]:
    return [
        line for line in (LISTS / name).read_text("utf-8").splitlines() if not line.startswith("#")
    ]


def _meanings() -> Iterator[tuple[str, list[list[str]]]]:
    for line in _lines("meanings.tsv"):
        yield line, [cell.split(", ") if cell else [] for cell in line.split("\t")]


def _pairs(name: str) -> list[tuple[str, list[str]]]:
    parted = (line.partition("\t") for line in _lines(name))
    return [(word, forms.split()) for word, _, forms in parted]


def _twice(words: Iterator[str] | list[str]) -> list[str]:
    return [word for word, times in Counter(words).items() if times > 1]


def _untidy(line: str) -> bool:
    return line != line.strip() or not line or "  " in line or "\r" in line or "\xa0" in line


@pytest.mark.parametrize("path", sorted(LISTS.glob("*.t[xs][tv]")), ids=lambda path: path.name)
def test_files_are_plain(path: object) -> None:
    text = (LISTS / str(path)).read_bytes().decode("utf-8")
    lines = text.removesuffix("\n").split("\n")
    assert text.endswith("\n")
    # An empty last column is an ending tab, which is no untidiness.
    assert [line for line in lines if _untidy(line.rstrip("\t"))] == []
    assert _twice(lines) == []


@pytest.mark.parametrize("name", ONE_WORD)
def test_one_word_a_line(name: str) -> None:
    words = _lines(name)
    assert [word for word in words if " " in word or "\t" in word or word != word.lower()] == []
    assert words == sorted(words)


def test_a_meaning_has_three_columns_and_two_words() -> None:
    assert [line for line, columns in _meanings() if len(columns) != len(("sv", "nb", "en"))] == []
    assert [line for line, columns in _meanings() if sum(map(len, columns)) <= 1] == []


def test_no_word_twice_in_a_column() -> None:
    doubled = [
        line
        for line, columns in _meanings()
        if any(_twice([word.lower() for word in words]) for words in columns)
    ]
    assert doubled == []


def test_words_of_a_meaning_are_parted_by_comma_and_space() -> None:
    words = [word for _, columns in _meanings() for cell in columns for word in cell]
    assert [
        word for word in words if not word or word != word.strip() or set(word) & set(",;|/()\t")
    ] == []


def test_english_words_are_small_and_no_swedish_ones() -> None:
    english = [word for _, (_, _, words) in _meanings() for word in words]
    assert [word for word in english if word != word.lower()] == []
    assert sorted(FALSE_FRIENDS & set(english)) == []


def test_meanings_stand_in_order_under_their_heading() -> None:
    groups: list[list[str]] = []
    for line in (LISTS / "meanings.tsv").read_text("utf-8").splitlines():
        if line.startswith("#"):
            groups.append([])
        else:
            groups[-1].append(line.casefold())
    assert [group[0] for group in groups if group != sorted(group)] == []


@pytest.mark.parametrize("language", ["sv", "nb"])
def test_compound_words_are_no_endings(language: str) -> None:
    pairs = _pairs(f"compound_words.{language}.txt")
    words = [word for word, _ in pairs]
    combining = [form for _, forms in pairs for form in forms]
    no_parts = set(_lines(f"no_parts.{language}.txt"))
    assert words == sorted(words)
    assert _twice(words) == []
    assert _twice(combining) == []
    assert sorted(no_parts & {*words, *combining}) == []
    assert [word for word, forms in pairs if word in forms] == []


@pytest.mark.parametrize("language", ["sv", "nb"])
def test_an_irregular_form_belongs_to_one_word(language: str) -> None:
    pairs = _pairs(f"irregular.{language}.txt")
    words = [word for word, _ in pairs]
    forms = [form for _, found in pairs for form in found]
    assert words == sorted(words)
    assert _twice(words) == []
    assert _twice(forms) == []
    assert [word for word, found in pairs if not found] == []
    assert sorted(set(words) & set(forms)) == []


@pytest.mark.parametrize("language", ["sv", "nb"])
def test_a_word_of_compounds_is_no_form_of_another_word(language: str) -> None:
    words = {word for word, _ in _pairs(f"compound_words.{language}.txt")}
    forms = {form for _, found in _pairs(f"irregular.{language}.txt") for form in found}
    assert sorted(words & forms) == []


@pytest.mark.parametrize(("place", "language"), [(0, "sv"), (1, "nb")])
def test_no_meaning_is_a_stop_word(place: int, language: str) -> None:
    stop_words = set(_lines(f"stop_words.{language}.txt"))
    said = [word for _, columns in _meanings() for word in columns[place]]
    assert [word for word in said if stop_words.issuperset(word.lower().split())] == []
