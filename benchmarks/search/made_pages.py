# SPDX-License-Identifier: EUPL-1.2
"""Makes as many pages as wanted from those of the corpus, with a vocabulary that grows as that of real pages does.

Reads the corpus.
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from pathlib import Path

from peers import pages_of

PARAGRAPHS = 17
"""Of a made page; some 440 words with its headings."""
SHORTEST = 80
"""A paragraph of so many characters is one to take."""
LONG_WORD = re.compile(r"\b[a-zåäö]{8,}\b")
SHARE_NEW = 0.4
"""How many of the long words are put together with another: 575 pages then have some 14,000 different words."""
LIKELY = 20_000
"""Joined words are drawn from ever more, the first ones far more often, as words are in any language."""


def make_pages(corpus: Path, number: int) -> dict[str, str]:
    """Give so many pages by their address; the same number gives the same pages."""
    chance = random.Random(number)  # noqa: S311 - nothing is kept secret
    originals = pages_of(corpus)
    titles = {address: text.partition("\n")[0] for address, text in originals.items()}
    paragraphs = [
        part
        for text in originals.values()
        for part in text.split("\n\n")[1:]
        if len(part) >= SHORTEST
    ]
    words = sorted({word for part in paragraphs for word in LONG_WORD.findall(part)})
    addresses = sorted(originals)
    made = {}
    for count in range(number):
        address = addresses[count % len(addresses)]
        title = titles[address]
        if count >= len(addresses):
            title += f" {_joined(words, count, chance)}"
        body = [_varied(one, words, count, chance) for one in chance.sample(paragraphs, PARAGRAPHS)]
        for place in (4, 8, 12):
            body.insert(place, f"## {chance.choice(words).capitalize()} {chance.choice(words)}")
        made[f"{address.rstrip('/')}-{count}/"] = "\n\n".join([title, *body]) + "\n"
    return made


def _varied(text: str, words: Sequence[str], count: int, chance: random.Random) -> str:
    def varied(found: re.Match[str]) -> str:
        return _joined(words, count, chance) if chance.random() < SHARE_NEW else found[0]

    return LONG_WORD.sub(varied, text)


def _joined(words: Sequence[str], count: int, chance: random.Random) -> str:
    """Put two words together: which two is a number, small ones more likely, from a range that grows."""
    which = int((LIKELY + 7 * count) * chance.random() ** 2)
    first, second = words[which * 7 % len(words)], words[which * 13 // len(words) * 3 % len(words)]
    return first + second


def different_words(pages: dict[str, str]) -> int:
    """Count the different words of all pages."""
    return len({word for text in pages.values() for word in re.findall(r"\w+", text.casefold())})
