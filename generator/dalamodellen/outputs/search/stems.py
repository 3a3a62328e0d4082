# SPDX-License-Identifier: EUPL-1.2
"""Cuts endings by rule, for words that no dictionary knows.

Both ends of the search do this alike; `theme/search/stems.js` is its twin,
and a test compares the two over many words.
"""

from __future__ import annotations

NORDIC_ENDINGS = [
    "orna",
    "arna",
    "erna",
    "ande",
    "ende",
    "aste",
    "ade",
    "are",
    "ast",
    "ene",
    "ets",
    "ens",
    "ers",
    "or",
    "ar",
    "er",
    "en",
    "et",
    "na",
    "ad",
    "at",
    "de",
    "te",
    "ne",
    "a",
    "e",
    "n",
    "t",
    "r",
]
"""What nouns, verbs and adjectives end in when they bend, the longest first; a genitive s is cut before."""
DERIVED_ENDINGS = ("ning", "ing", "het", "else", "els")
ENGLISH_ENDINGS = ["ing", "ied", "ies", "ed", "es", "s"]
"""Likewise in English."""
_SHORTEST = 3
_VOWELS = frozenset("aeiouyåäöøæáéü")
_ENDS_IN_S = ("ss", "us", "is", "os")


def stem(word: str, language: str) -> str:
    """Cut the ending of a word, so that its forms become alike.

    The result is no word, only the same for forms of the same word: kursen,
    kurser and kurserna all become kurs. What is left holds a vowel and at
    least three letters.

    Args:
        word: In small letters, with or without dots.
        language: "en" cuts English endings, every other language Nordic ones.
    """
    if language == "en":
        for ending in ENGLISH_ENDINGS:
            if word.endswith(ending) and _is_stem(word[: -len(ending)]):
                if ending == "s" and word.endswith(_ENDS_IN_S):
                    return word
                rest = word[: -len(ending)]
                return f"{rest}y" if ending in ("ied", "ies") else rest.removesuffix("e")
        return word.removesuffix("e") if _is_stem(word.removesuffix("e")) else word
    if word.endswith("s") and not word.endswith(_ENDS_IN_S) and _is_stem(word[:-1]):
        word = word[:-1]
    for ending in NORDIC_ENDINGS:
        if word.endswith(ending) and _is_stem(word[: -len(ending)]):
            return _single(word[: -len(ending)])
    return _single(word)


def root(stemmed: str) -> str:
    """Cut from a stem what makes a noun of a verb or an adjective: signering and signera become signer."""
    for ending in DERIVED_ENDINGS:
        rest = stemmed.removesuffix(ending)
        if rest != stemmed and len(rest) > _SHORTEST:
            return rest
    return stemmed


def _is_stem(rest: str) -> bool:
    return len(rest) >= _SHORTEST and not _VOWELS.isdisjoint(rest)


def _single(rest: str) -> str:
    """Write a doubled m or n at the end once, as Swedish does when nothing follows: programm → program."""
    return rest[:-1] if rest.endswith(("mm", "nn")) and len(rest) > _SHORTEST else rest
