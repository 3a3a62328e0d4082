# SPDX-License-Identifier: EUPL-1.2
"""The index lies in small parts that hold all of it, and says which build they are of."""

from __future__ import annotations

import json
from typing import Any

from dalamodellen.outputs.search.index import SearchIndex
from dalamodellen.outputs.search.index_files import FOLDER, render_index_files
from outputs.search.pages import page, texts

LARGEST = 15_000
"""Characters of a part, where no single word needs more."""


def _files(index: SearchIndex) -> dict[str, Any]:
    return {
        file.uri.removeprefix(FOLDER): json.loads(str(file.content))
        for file in render_index_files(index)
    }


def _many() -> SearchIndex:
    words = [
        f"{first}{second}{third}" for first in "abcdefghij" for second in "klmno" for third in "åäö"
    ]
    return texts(*(" ".join(f"{word}{number % 7}" for word in words) for number in range(40)))


def test_the_parts_hold_every_word_and_key_in_order() -> None:
    index = _many()
    files = _files(index)
    directory = files["directory.json"]
    words = [
        row[0] for number in range(len(directory["words"])) for row in files[f"w{number}.json"]
    ]
    assert words == [word.text for word in index.words]
    assert len(words) == directory["wordCount"]
    keys = [row[0] for number in range(len(directory["keys"])) for row in files[f"k{number}.json"]]
    assert len(keys) == len(index.keys)
    first = 0
    for number, start in enumerate(directory["keys"]):
        assert start == first
        first += len(files[f"k{number}.json"])
    assert len(directory["words"]) > 1


def test_no_part_is_large() -> None:
    for file in render_index_files(_many()):
        name = file.uri.removeprefix(FOLDER)
        if name[0] in "wek":
            assert len(str(file.content)) <= LARGEST, name


def test_a_change_on_a_page_gives_another_version_in_both_files_that_name_it() -> None:
    before, after = _files(texts("ett ord")), _files(texts("ett annat ord"))
    for files in (before, after):
        assert files["directory.json"]["version"] == files["pages.json"]["version"]
    assert before["directory.json"]["version"] != after["directory.json"]["version"]


def test_what_is_told_of_a_page_is_there_and_nothing_at_the_end_is_empty() -> None:
    from dalamodellen.outputs.search.index import build_index

    index = build_index(
        [
            page("/a/", "Moms", kind="lesson", topic="Ekonomi", minutes=6),
            page("/b/", "Kurs", is_past=True),
        ],
        "sv",
    )
    pages = _files(index)["pages.json"]
    assert pages["pages"] == [
        ["Moms", "a/", 0, 100, 1, 0, 6],
        ["Kurs", "b/", 1, 40],
    ]
    assert [kind for kind, _ in pages["kinds"]] == ["lesson", "page"]
