# SPDX-License-Identifier: EUPL-1.2
"""The weights are lunr's own, reckoned another way."""

from __future__ import annotations

import random

import pytest
from lunr.builder import Builder
from lunr.token import Token

from dalamodellen.outputs.search.counting import count_words
from dalamodellen.outputs.search.documents import SearchDocument, Section
from dalamodellen.outputs.search.weights import BOOSTS

WORDS = [
    "faktura",
    "fakturan",
    "energikartläggning",
    "kurs",
    "kurserna",
    "småföretag",
    "kompetensförsörjning",
    "CO2",
]


def _pages() -> list[SearchDocument]:
    chance = random.Random(7)  # noqa: S311 - no secret

    def some(most: int) -> str:
        return " ".join(chance.choices(WORDS, k=chance.randint(0, most)))

    return [
        SearchDocument(
            f"/{number:02}/",
            some(3),
            "sv",
            names=(some(2),),
            summary=some(6),
            sections=(Section("", some(2), some(40)),),
        )
        for number in range(30)
    ]


_ANALYSES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {}


def test_each_weight_is_the_sum_of_lunrs_over_the_fields() -> None:
    pages = _pages()
    counting, analyser = count_words(pages, {"sv": _ANALYSES}, "sv")
    builder = Builder()
    builder.ref("url")
    for name, boost in BOOSTS.items():
        builder.field(name, boost=boost)
    names = {number: name for name, number in counting.terms.items()}
    for page in pages:
        fields = {
            name: [
                Token(names[term])
                for word in text.lower().split()
                for term in counting.made_of(word, analyser.analyse(word))
            ]
            for name, text in page.fields()
        }
        builder.add({"url": page.url, **fields})
    lunr = builder.build()
    found = counting.weights
    compared = 0
    for name, number in counting.terms.items():
        at = lunr.inverted_index[name]["_index"]
        for row in range(found.starts[number], found.starts[number + 1]):
            wanted = 0.0
            for field in BOOSTS:
                elements = lunr.field_vectors[f"{field}/{pages[found.pages[row]].url}"].elements
                wanted += dict(zip(elements[::2], elements[1::2], strict=True)).get(at, 0.0)
            assert found.weights[row] == pytest.approx(max(1, round(10 * wanted)), abs=1)
            compared += 1
    assert compared > 300
