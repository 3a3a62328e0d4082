# SPDX-License-Identifier: EUPL-1.2
"""What somebody types finds the page they need, and what means nothing finds nothing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dalamodellen.outputs.search.answers import search_pages
from dalamodellen.outputs.search.letters import folded, words_of
from dalamodellen.outputs.search.shipped_lists import word_lists
from outputs.search.pages import index_of, page, texts

SITE = index_of(
    page(
        "/faktura/",
        "Skicka e-faktura till kommunen",
        "Fyll i fakturan och skicka den. Momsen ska stå för sig.",
    ),
    page("/energi/", "Gör en energikartläggning", "Kartlägg var energin tar vägen i lokalen."),
    page(
        "/anstalla/",
        "Anställ din första medarbetare",
        "Skriv ett anställningsavtal. Arbetsgivaren betalar avgifter.",
    ),
    page("/iso/", "Börja med ISO 14001", "Miljöledning och CO2 i ett litet företag, öppet 24/7."),
    page("/kurs/", "Kurser i ledarskap", "Kurserna är för chefer i småföretag."),
    page(
        "/jamstalldhet/",
        "Jämställdhet i projektet",
        "Så fördelar ni pengar och tid mellan kvinnor och män.",
    ),
)
FINDS = {
    "fakturor": "/faktura/",
    "efaktura": "/faktura/",
    "e faktura": "/faktura/",
    "E-FAKTURAN": "/faktura/",
    "fakutra": "/faktura/",
    "kartläggning": "/energi/",
    "energi kartläggning": "/energi/",
    "energikartlaggning": "/energi/",
    "hur anställer jag min första medarbetare?": "/anstalla/",
    "anställningar": "/anstalla/",
    "co2": "/iso/",
    "14001": "/iso/",
    "24/7": "/iso/",
    "kurs": "/kurs/",
    "företag": "/iso/",
    "ledarskapskurs": "/kurs/",
    "jamstalldhet": "/jamstalldhet/",
    "jämställdhe": "/jamstalldhet/",
}


def _urls(query: str, limit: int = 10) -> list[str]:
    return [result["url"] for result in search_pages(SITE, query, limit=limit)["results"]]


@pytest.mark.parametrize(("query", "url"), FINDS.items())
def test_a_query_finds_its_page_first(query: str, url: str) -> None:
    assert _urls(query)[:1] == [url]


@pytest.mark.parametrize(
    "query", ["", " ", "?", "xyzzy", "qwrtplk", "blorptang", "zzzzzzzz", "🦌", "\x00"]
)
def test_nonsense_finds_nothing(query: str) -> None:
    assert search_pages(SITE, query, limit=10)["results"] == []


@pytest.mark.parametrize(
    ("query", "urls"),
    [
        ("hur säger jag upp någon?", ["/0/"]),
        ("säga upp", ["/0/"]),
        ("logga in", ["/1/"]),
        ("säga något", []),
    ],
)
def test_a_verb_and_what_follows_it_find_their_noun(query: str, urls: list[str]) -> None:
    index = texts("Om uppsägningen och dess tid.", "Inloggning med lösenord.", "Något annat.")
    assert [one["url"] for one in search_pages(index, query, limit=10)["results"]] == urls


def test_a_page_whose_title_was_typed_comes_first_and_a_short_first_part_is_found() -> None:
    index = index_of(
        page("/a/", "Moms", "Om skatten."),
        page("/b/", "Moms moms", "Moms moms moms. Moms och moms."),
        page("/c/", "Små företag", "Om upphandling."),
    )
    assert search_pages(index, "moms", limit=3)["results"][0]["url"] == "/a/"
    assert search_pages(index, "småupphandling", limit=3)["results"][0]["url"] == "/c/"


def test_only_my_words_adds_nothing() -> None:
    assert _urls("företag") == ["/iso/", "/kurs/"]
    only = search_pages(SITE, "företag", limit=10, only_my_words=True)
    assert [result["url"] for result in only["results"]] == ["/iso/"]
    assert only["also_matching"] == []


def test_a_slip_is_told_and_so_is_what_was_added() -> None:
    answer = search_pages(SITE, "jämstäldhet", limit=10)
    assert answer["did_you_mean"] == ["jämställdhet"]
    assert "fakturan" in search_pages(SITE, "faktura", limit=10)["also_matching"]


def test_the_section_that_answers_is_told_with_its_words() -> None:
    (first, *_) = search_pages(SITE, "moms", limit=1)["results"]
    assert first["snippet"] == "Fyll i fakturan och skicka den. Momsen ska stå för sig."
    assert first["section"] == {"heading": "", "anchor": ""}


def test_a_lesson_comes_first_when_somebody_asks_and_what_is_past_comes_last() -> None:
    index = index_of(
        page("/a/", "Anställa", "Att anställa någon.", kind="project"),
        page("/b/", "Anställa", "Att anställa någon.", kind="lesson"),
        page("/c/", "Anställa", "Att anställa någon.", is_past=True),
    )
    found = search_pages(index, "hur anställer jag?", limit=10)["results"]
    assert [result["url"] for result in found] == ["/b/", "/a/", "/c/"]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=40), min_size=1, max_size=4))
def test_every_word_of_a_page_finds_the_page(bodies: list[str]) -> None:
    index = texts(*bodies)
    stopped = word_lists("sv").stop_words
    for number, body in enumerate(bodies):
        for word in words_of(body):
            if word in stopped or not folded(word):
                continue
            found = search_pages(index, word, limit=100)["results"]
            assert f"/{number}/" in [result["url"] for result in found], word


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=30))
def test_no_query_makes_it_fall_over(query: str) -> None:
    search_pages(SITE, query, limit=3)
    search_pages(SITE, query, limit=3, only_my_words=True)
