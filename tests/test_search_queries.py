# SPDX-License-Identifier: EUPL-1.2
"""The judged queries that search is measured with are what benchmarks/search/README.md says they are."""

from __future__ import annotations

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[1] / "benchmarks/search"
CLASSES = {
    "exact",
    "inflected",
    "without dots",
    "part of a compound",
    "compound written apart",
    "compound nobody wrote",
    "one typo",
    "question",
    "synonym",
    "English word",
    "nonsense",
}
FILLERS = {"och", "för", "från", "fra", "på"}
SHARED = {"enskild näringsverksamhet": "enskild", "PUB-avtal": "avtal", "annual budget": "budget"}
"""Query → the one of its words that stands on the wanted page all the same."""
SHARED |= {"eu flag": "eu", "tilskudd fra EU": "eu"}


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


@pytest.fixture(scope="module")
def rows() -> list[dict[str, str]]:
    with (FOLDER / "queries.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def pages() -> dict[str, dict[str, str]]:
    """Language → address → text, in small letters."""
    return {
        root.name: {
            f"{path.relative_to(root).with_suffix('').as_posix()}/": path.read_text(
                "utf-8"
            ).casefold()
            for path in root.rglob("*.md")
        }
        for root in (FOLDER / "corpus/sv", FOLDER / "corpus/nb")
    }


def _best(row: dict[str, str]) -> list[str]:
    return [one[2:] for one in row["pages"].split() if one.startswith("3:")]


def test_there_are_queries_of_every_class_in_both_languages_and_half_of_each_is_kept(
    rows: list[dict[str, str]],
) -> None:
    assert len({(row["language"], row["query"], row["class"]) for row in rows}) == len(rows)
    assert sum(row["class"] != "nonsense" for row in rows) >= 200
    for language in ("sv", "nb"):
        of_language = [row for row in rows if row["language"] == language]
        assert {row["class"] for row in of_language} == CLASSES
    halves = Counter((row["class"], row["half"]) for row in rows)
    assert {half for _, half in halves} == {"tuning", "kept"}
    assert all(abs(halves[one, "kept"] - halves[one, "tuning"]) <= 2 for one in CLASSES)


def test_every_judged_page_is_there_and_nonsense_has_none(
    rows: list[dict[str, str]], pages: dict[str, dict[str, str]]
) -> None:
    for row in rows:
        judged = [one.split(":") for one in row["pages"].split()]
        assert bool(judged) is (row["class"] != "nonsense"), row
        assert {grade for grade, _ in judged} <= {"1", "2", "3"}, row
        assert {address for _, address in judged} <= pages[row["language"]].keys(), row


def test_every_class_keeps_what_it_promises(
    rows: list[dict[str, str]], pages: dict[str, dict[str, str]]
) -> None:
    for row in rows:
        texts, query = pages[row["language"]], row["query"].casefold()
        best = [texts[address] for address in _best(row)]
        on_best = {word for text in best for word in _words(text)}
        anywhere = {word for text in texts.values() for word in _words(text)}
        asked = set(_words(query))
        match row["class"]:
            case "exact":
                assert all(query in text for text in best), row
            case "inflected" | "one typo" | "without dots" | "compound written apart":
                assert not asked <= on_best, row
            case "compound nobody wrote":
                assert not any(query in text for text in texts.values()), row
            case "part of a compound":
                longer = re.compile(rf"[\w-]{re.escape(query[:5])}|{re.escape(query)}\w")
                assert any(longer.search(text) for text in texts.values()), row
            case "synonym" | "English word":
                shared = {SHARED.get(row["query"], "")}
                assert not (asked & on_best) - FILLERS - shared, row
            case "nonsense":
                assert not asked & anywhere, row
