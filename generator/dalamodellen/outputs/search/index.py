# SPDX-License-Identifier: EUPL-1.2
"""The index: what each word of the site leads to, and how much it weighs in each page."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from dalamodellen.outputs.search.analyser import Analyser, Analysis, key_of
from dalamodellen.outputs.search.counting import Counting, count_words
from dalamodellen.outputs.search.documents import SearchDocument
from dalamodellen.outputs.search.letters import folded
from dalamodellen.outputs.search.meanings import Link, Links, links_between
from dalamodellen.outputs.search.shipped_lists import Meaning


@dataclass(frozen=True)
class Posting:
    """The pages a term stands in."""

    rarity: float = 0.0
    """lunr's idf of the term, with three decimals."""
    weights: Mapping[int, int] = field(default_factory=dict)
    """Page by number → ten times lunr's weight of the term in it."""


NOWHERE = Posting()


@dataclass(frozen=True)
class Key:
    """What all forms of one word have in common."""

    text: str
    """The key itself: faktur."""
    own: Posting
    """Where the word stands, in any form."""
    part: Posting
    """Where it stands as part of a compound."""
    forms: Mapping[str, Posting]
    """Where each form stands; nowhere when there is only one, as its key tells that."""


@dataclass(frozen=True)
class Word:
    """A word that can be typed: one of the site's own, or one that means the same."""

    text: str
    """As it is written, with dots."""
    keys: tuple[int, ...] = ()
    """Its own keys by number; none for a word that the site does not use."""
    parts: tuple[int, ...] = ()
    """The keys of its parts."""
    links: tuple[Link, ...] = ()
    """What means the same."""
    pages: int = 0
    """How many pages it stands in."""


@dataclass(frozen=True)
class SearchIndex:
    """The pages of a site in one language, ready to be searched."""

    documents: tuple[SearchDocument, ...]
    """By address."""
    keys: tuple[Key, ...]
    """In the order of their text."""
    words: tuple[Word, ...]
    """In the order of their folded text."""
    language: str
    """Whose words are dropped from a question."""
    by_fold: tuple[str, ...] = ()
    """The folded text of each word."""
    by_end: tuple[tuple[str, int], ...] = ()
    """Each folded text backwards, in that order, with its word's number."""


def build_index(
    documents: Iterable[SearchDocument],
    language: str,
    *,
    synonyms: Sequence[Meaning] = (),
    known: Mapping[str, dict[str, Analysis]] | None = None,
) -> SearchIndex:
    """Index pages. Linear in their words; each distinct word is analysed once.

    Args:
        documents: The pages, in any order.
        language: The language of the site.
        synonyms: The site's own words for the same thing.
        known: Language → word → what is known of it beforehand; what is found is added.
    """
    pages = tuple(sorted(documents, key=lambda document: document.url))
    counting, analyser = count_words(pages, {} if known is None else known, language)
    forms: dict[str, list[str]] = {}
    texts: set[str] = set()
    for word, (own, parts) in counting.words.items():
        texts.update(own, parts)
        for key in own:
            forms.setdefault(key, []).append(word)
    order = sorted(texts, key=lambda text: (folded(text), text))
    numbers = {text: number for number, text in enumerate(order)}
    links = links_between(analyser, synonyms, numbers, counting.words)
    words = sorted(
        _words(counting, analyser, numbers, links), key=lambda word: (folded(word.text), word.text)
    )
    by_fold = tuple(folded(word.text) for word in words)
    by_end = tuple(sorted((text[::-1], number) for number, text in enumerate(by_fold)))
    keys = tuple(_key(counting, text, sorted(forms.get(text, ()))) for text in order)
    return SearchIndex(pages, keys, tuple(words), language, by_fold, by_end)


def _key(counting: Counting, text: str, forms: Sequence[str]) -> Key:
    is_one = len(forms) == 1
    told = {form: NOWHERE if is_one else _posting(counting, f"={form}") for form in forms}
    return Key(text, _posting(counting, f"#{text}"), _posting(counting, f"+{text}"), told)


def _posting(counting: Counting, name: str) -> Posting:
    term = counting.terms.get(name)
    if term is None:
        return NOWHERE
    found = counting.weights
    first, last = found.starts[term], found.starts[term + 1]
    weights = dict(zip(found.pages[first:last], found.weights[first:last], strict=True))
    return Posting(found.rarity[term], weights)


def _words(
    counting: Counting, analyser: Analyser, numbers: Mapping[str, int], links: Links
) -> Iterator[Word]:
    """Give all words that can be typed: on the pages, within compounds, and with the same meaning."""
    for word, (own, parts) in counting.words.items():
        yield Word(
            word,
            tuple(numbers[key] for key in own),
            tuple(numbers[part] for part in parts),
            links.of(word, own),
            counting.pages_with[word],
        )
    for word, key in counting.part_words.items():
        if word not in counting.words:
            yield Word(word, (numbers[key],), links=links.of(word, [key]))
    for word, found in links.unused.items():
        if word not in counting.part_words:
            made_of = [key_of(part) for part in analyser.analyse(word)[1]]
            inner = tuple(dict.fromkeys(numbers[key] for key in made_of if key in numbers))
            yield Word(word, parts=inner if len(inner) > 1 else (), links=found)


def starting_with(index: SearchIndex, beginning: str) -> range:
    """Number the words whose folded text begins so."""
    start = bisect_left(index.by_fold, beginning)
    return range(start, bisect_left(index.by_fold, beginning + "\uffff", lo=start))


def ending_with(index: SearchIndex, ending: str) -> list[int]:
    """Number the words whose folded text ends so, in the order of their text."""
    backwards = ending[::-1]
    start = bisect_left(index.by_end, (backwards, -1))
    found: list[int] = []
    for text, number in index.by_end[start:]:
        if not text.startswith(backwards):
            break
        insort(found, number)
    return found
