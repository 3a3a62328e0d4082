# SPDX-License-Identifier: EUPL-1.2
"""Which of our languages a text is written in, by the small words it is full of."""

from __future__ import annotations

from dalamodellen.outputs.search.letters import words_of
from dalamodellen.outputs.search.shipped_lists import LANGUAGES, word_lists

_ENOUGH = 300
"""Words looked at; a language shows itself within a page."""
_TELLING = {"sv": "åäö", "nb": "åæø", "en": ""}


def language_of(text: str, default: str) -> str:
    """Tell the language of a text; the default where another is not clearly meant."""
    words = words_of(text)[:_ENOUGH]
    found = {}
    for language in LANGUAGES:
        others = set().union(
            *(word_lists(other).stop_words for other in LANGUAGES if other != language)
        )
        own = word_lists(language).stop_words - others
        letters = sum(text.count(letter) for letter in _TELLING[language] if letter != "å")
        found[language] = sum(word in own for word in words) + letters / 4
    best = max(LANGUAGES, key=lambda language: (found[language], language == default))
    return best if found[best] > found.get(default, 0.0) else default
