# SPDX-License-Identifier: EUPL-1.2
"""The browser and `dalamodellen search` find the same pages in the same order, with the same words."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from conftest import REPOSITORY
from dalamodellen.build import index_folder
from dalamodellen.outputs.search.answers import also_matching, did_you_mean
from dalamodellen.outputs.search.index import SearchIndex
from dalamodellen.outputs.search.index_files import FOLDER, render_index_files
from dalamodellen.outputs.search.query import units_of
from dalamodellen.outputs.search.ranking import rank
from dalamodellen.outputs.search.shipped_lists import word_lists
from dalamodellen.outputs.search.snippets import snippet_of, wanted_of
from dalamodellen.outputs.search.typed import read_query

pytestmark = pytest.mark.browser
NODE = Path(sys.executable).with_name("node")
TWIN = Path(__file__).with_name("browser_twin.mjs")
MEASURED = REPOSITORY / "benchmarks/search"
ODD = [
    "",
    "?",
    "och",
    "om oss",
    "hur säger jag upp någon?",
    "logga in och betala ut",
    "CO2",
    "24/7",
    "E-FAKTURAN",
    "fö",
    "projektledarutbildningarna",
    "🦌 älg",
    "å",
]
Asked = tuple[str, bool]


def _queries(language: str) -> list[Asked]:
    with (MEASURED / "queries.csv").open(encoding="utf-8", newline="") as file:
        texts = [row["query"] for row in csv.DictReader(file) if row["language"] == language]
    cut = [text[: len(text) // 2] for text in texts[::4]]
    return [
        *((text, False) for text in [*texts, *cut, *ODD]),
        *((text, True) for text in [*texts[::5], *ODD]),
    ]


def _here(index: SearchIndex, text: str, *, only_my_words: bool) -> dict[str, Any]:
    lists = word_lists(index.language)
    query = read_query(text, lists.stop_words, lists.question_words)
    units = units_of(index, query, only_my_words=only_my_words)
    hits = rank(index, query, units) if query.words else []
    wanted = wanted_of(index, units)
    shown = [snippet_of(index.documents[hit.page].sections, wanted) for hit in hits[:3]]
    return {
        "hits": [[hit.page, hit.score] for hit in hits],
        "shown": [vars(snippet) for snippet in shown],
        "alsoMatching": [] if only_my_words else also_matching(index, query, units, hits),
        "didYouMean": did_you_mean(query, units),
    }


def _in_the_browser(folder: Path, asked: Sequence[Asked]) -> list[dict[str, Any]]:
    found = subprocess.run(
        [NODE, TWIN, REPOSITORY / "theme/search", folder],
        input=json.dumps(asked),
        capture_output=True,
        text=True,
        check=True,
    )
    answers: list[dict[str, Any]] = json.loads(found.stdout)["found"]
    return answers


@pytest.mark.parametrize("language", ["sv", "nb"])
def test_both_ends_give_the_same_answers(language: str, tmp_path: Path) -> None:
    index, _ = index_folder(MEASURED / "corpus" / language, language)
    for file in render_index_files(index):
        (tmp_path / file.uri.removeprefix(FOLDER)).write_text(str(file.content), "utf-8")
    asked = _queries(language)
    answers = _in_the_browser(tmp_path, asked)
    assert len(answers) == len(asked) > 60
    found = 0
    for (text, only_my_words), there in zip(asked, answers, strict=True):
        here = _here(index, text, only_my_words=only_my_words)
        assert there == here, text
        found += bool(here["hits"])
    assert found > 40
