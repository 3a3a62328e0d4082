# SPDX-License-Identifier: EUPL-1.2
"""The order readers of each language look things up in, and the letter they look under."""

from __future__ import annotations

import unicodedata

import pytest

from dalamodellen.model.alphabet import letter_of, sort_key

NAMES = ["Ale", "Zinkgruvan", "Ærø", "Ängelholm", "Övre", "Øygard", "Åmål", "Årdal"]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("sv", ["Ale", "Zinkgruvan", "Åmål", "Årdal", "Ängelholm", "Ærø", "Övre", "Øygard"]),
        ("nb", ["Ale", "Zinkgruvan", "Ängelholm", "Ærø", "Övre", "Øygard", "Åmål", "Årdal"]),
        ("en", ["Ærø", "Ale", "Åmål", "Ängelholm", "Årdal", "Övre", "Øygard", "Zinkgruvan"]),
    ],
)
def test_words_are_ordered_as_readers_of_each_language_do(
    language: str, expected: list[str]
) -> None:
    assert sorted(NAMES, key=lambda name: sort_key(name, language)) == expected


@pytest.mark.parametrize("language", ["sv", "nb", "en"])
def test_capitals_and_accents_do_not_part_words(language: str) -> None:
    assert sort_key("ÅRE", language) == sort_key("åre", language)
    found = sorted(["idéer", "idel", "Ideer"], key=lambda word: sort_key(word, language))
    assert found == ["idéer", "Ideer", "idel"]


def test_a_letter_and_the_same_letter_in_two_signs_are_one() -> None:
    assert sort_key(unicodedata.normalize("NFD", "Åre"), "sv") == sort_key("Åre", "sv")


@pytest.mark.parametrize("first", ["Å", "Ä", "Ö"])
def test_a_sign_before_the_first_letter_does_not_count(first: str) -> None:
    assert sort_key(f"”{first}re”", "sv") == sort_key(f"{first}re”", "sv")
    assert letter_of(f"”{first}re”", "sv") == first


@pytest.mark.parametrize(
    ("words", "sv", "nb", "en"),
    [
        ("åre", "Å", "Å", "A"),
        ("Ängel", "Ä", "Æ", "A"),
        ("Øygard", "Ö", "Ø", "O"),
        ("Élan", "E", "E", "E"),
        ("4R", "0–9", "0–9", "0–9"),
        ("–", "#", "#", "#"),
    ],
)
def test_words_stand_under_the_letter_a_reader_looks_for(
    words: str, sv: str, nb: str, en: str
) -> None:
    assert [letter_of(words, language) for language in ("sv", "nb", "en")] == [sv, nb, en]


@pytest.mark.parametrize("language", ["sv", "nb", "en"])
def test_no_letter_stands_in_two_places(language: str) -> None:
    names = sorted([*NAMES, "Ätran", "Æsop", "Öjebyn"], key=lambda name: sort_key(name, language))
    letters = [letter_of(name, language) for name in names]
    once = list(dict.fromkeys(letters))
    assert [letter for letter in once for _ in range(letters.count(letter))] == letters
