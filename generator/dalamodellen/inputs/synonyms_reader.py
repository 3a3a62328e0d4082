# SPDX-License-Identifier: EUPL-1.2
"""Reads the site's own words that mean the same, for the search.

Reads `data/search/synonyms.yml`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from dalamodellen.inputs.loaded import Loaded
from dalamodellen.inputs.text_reader import TextFile, is_own_file, iter_texts
from dalamodellen.inputs.yaml_reader import Node
from dalamodellen.issues import Issue
from dalamodellen.model.same_meaning import SYNONYMS_PATH, SameMeaning, SearchWords

Parse = Callable[[TextFile], Node | None]
Validated = Callable[..., Any]


def read_synonyms(
    root: Path, loaded: Loaded, issues: list[Issue], parse: Parse, validated: Validated
) -> None:
    """Read the words; a site needs no such file.

    Args:
        root: The folder with `data/`, `content/` or both.
        loaded: What is read so far; the words are added.
        issues: Everything found; more is added.
        parse: Makes a tree of a file's text.
        validated: Makes a model of a tree.
    """
    path = root / SYNONYMS_PATH
    if not is_own_file(path):
        return
    for file in iter_texts(root, [path], issues):
        loaded.texts.append(file)
        node = parse(file)
        if node is None:
            continue
        loaded.keep_file(("search_words", "synonyms"), file, node)
        found = validated(file, SearchWords, node, {})
        if found is not None:
            loaded.synonyms = found.meanings
            issues += _check(found.meanings, file, node)


def _check(meanings: tuple[SameMeaning, ...], file: TextFile, node: Node) -> Iterator[Issue]:
    """An entry holds at least two words, and none twice."""
    for number, meaning in enumerate(meanings):
        source = node.find(("meanings", number))
        words = [word for spoken in meaning.words for word in spoken]
        if len(words) < 2:  # noqa: PLR2004 - one word means nothing but itself
            yield file.issue("synonym-alone", source, name=", ".join(words))
        for language, spoken in zip(("sv", "nb", "en"), meaning.words, strict=True):
            for place, word in enumerate(spoken):
                if word.casefold() in [other.casefold() for other in spoken[:place]]:
                    where = node.find(("meanings", number, language, place))
                    yield file.issue("synonym-twice", where, name=word)
