# SPDX-License-Identifier: EUPL-1.2
"""LIX, worked out by hand: words a sentence, plus the percentage of words of seven letters."""

from __future__ import annotations

import pytest

from dalamodellen.model.reading_ease import hardest_sentences, lix, sentences_of


def test_lix_is_as_worked_out_by_hand() -> None:
    # 8 words in 2 sentences: 8 / 2 = 4. Two long words (universitetsbiblioteket and klockan):
    # 2 * 100 / 8 = 25. Together 29.
    text = "Katten sitter på stolen. Universitetsbiblioteket öppnar klockan nio."
    assert sentences_of(text) == [
        "Katten sitter på stolen.",
        "Universitetsbiblioteket öppnar klockan nio.",
    ]
    assert lix(sentences_of(text)) == pytest.approx(29.0)


def test_a_word_of_six_letters_is_short_and_one_of_seven_is_long() -> None:
    assert lix(["Stolen står."]) == pytest.approx(2.0)
    assert lix(["Stolarna står."]) == pytest.approx(2 + 50)


def test_letters_are_counted_not_bytes_and_numbers_are_no_words() -> None:
    assert lix(["Ååååää 1700000 2012-01-01."]) == pytest.approx(1.0)


def test_a_text_without_words_has_no_lix() -> None:
    assert [lix([]), lix(["123"]), sentences_of("---\n\n| 1 | 2 |\n")] == [0, 0, []]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("En. Två! Tre? Fyra: Fem … Sex", ["En.", "Två!", "Tre?", "Fyra:", "Fem …", "Sex"]),
        ("Kl. nio kom hon.", ["Kl. nio kom hon."]),
        ("En rad\nsom fortsätter.", ["En rad som fortsätter."]),
        ("Utan punkt\n\nNytt stycke", ["Utan punkt", "Nytt stycke"]),
        ("## Rubrik\nText.", ["Rubrik", "Text."]),
        ("- ett\n- [ ] två\n1. tre", ["ett", "två", "tre"]),
        ("| A | B |\n|---|:-:|\n| c | d |", ["A", "B", "c", "d"]),
        ("```\nkod. Mer kod.\n```\nText.", ["Text."]),
        ("~~~ html\n<b>kod</b>\n~~~", []),
        ("Se [sidan](https://example.org/a.html) nu.", ["Se sidan nu."]),
        ("Se <https://example.org/> och https://example.org/x nu.", ["Se  och  nu."]),
        ("**Fet** och `kod`.", ["Fet och kod."]),
        ("Ett <b>ord</b>.", ["Ett ord."]),
    ],
)
def test_a_text_is_split_as_it_is_read_aloud(text: str, sentences: list[str]) -> None:
    assert sentences_of(text) == sentences


def test_the_hardest_sentences_come_hardest_first_and_in_order() -> None:
    easy, hard, harder = (
        "Hon är här.",
        "Kommunens styrelse möts nu.",
        "Kompetensförsörjningen behöver stödjas.",
    )
    assert hardest_sentences([easy, hard, harder, hard], 3) == [harder, hard, hard]


def test_a_heading_of_one_word_is_never_the_hardest_sentence() -> None:
    hard = "Kompetensförsörjningen utvecklas kontinuerligt av verksamhetens alla företrädare."
    assert hardest_sentences(["Checklista", hard], 1) == [hard]
