# SPDX-License-Identifier: EUPL-1.2
"""Our own word lists, shipped in lists/: what means the same, what means nothing, what joins."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

LANGUAGES = ("sv", "nb", "en")
_FOLDER = files("dalamodellen.outputs.search") / "lists"
Meaning = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]
"""Words for one thing, in Swedish, Norwegian and English."""


@dataclass(frozen=True)
class WordLists:
    """What we know of the words of a language beside the dictionary."""

    stop_words: frozenset[str]
    """Words that say nothing in a search."""
    question_words: frozenset[str]
    """Words that only make a question or a wish."""
    no_parts: frozenset[str]
    """Strings that never count as a part of a compound."""
    compound_words: frozenset[str]
    """Words that are trusted as parts of compounds."""
    combining: dict[str, str]
    """How a word looks as the first part of a compound → the word: arbets → arbete."""
    irregular: dict[str, str]
    """A form that no ending explains → its word: böcker → bok."""


@cache
def word_lists(language: str) -> WordLists:
    """Read the lists of a language; empty ones for a language without."""
    compounds = list(_lines(f"compound_words.{language}.txt"))
    combining = {}
    for line in compounds:
        word, _, form = line.partition("\t")
        for each in form.split():
            combining[each] = word
    irregular: dict[str, str] = {}
    for line in _lines(f"irregular.{language}.txt"):
        word, _, forms = line.partition("\t")
        for form in forms.split():
            irregular.setdefault(form, word)
    return WordLists(
        frozenset(_lines(f"stop_words.{language}.txt")),
        frozenset(_lines(f"question_words.{language}.txt")),
        frozenset(_lines(f"no_parts.{language}.txt")),
        frozenset(line.partition("\t")[0] for line in compounds),
        combining,
        irregular,
    )


@cache
def meanings() -> tuple[Meaning, ...]:
    """Read what means the same within and between the languages."""
    found = []
    for line in _lines("meanings.tsv"):
        columns = [
            tuple(word.strip() for word in cell.split(",") if word.strip())
            for cell in line.split("\t")
        ]
        found.append((*columns, (), (), ())[:3])
    return tuple(found)  # type: ignore[arg-type]


def _lines(name: str) -> list[str]:
    path = _FOLDER / name
    if not path.is_file():
        return []
    lines = path.read_text("utf-8").splitlines()
    return [line.rstrip() for line in lines if line.strip() and not line.startswith("#")]
