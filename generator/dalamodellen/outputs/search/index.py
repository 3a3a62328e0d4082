# SPDX-License-Identifier: EUPL-1.2
"""The index: what each word of the site leads to, and how much it weighs in each page."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from dalamodellen.outputs.search.analyser import Analyser, key_of
from dalamodellen.outputs.search.documents import SearchDocument
from dalamodellen.outputs.search.letters import folded, words_of
from dalamodellen.outputs.search.meanings import Link, links_between
from dalamodellen.outputs.search.shipped_lists import Meaning, word_lists
from dalamodellen.outputs.search.weights import BOOSTS, weigh

_SHORT_FIELDS = frozenset(["title", "names", "headings"])
"""Where words that say nothing are kept too, so that "Om oss" is found."""

_FEWEST_PAGES = 2
"""Pages a word stands in by itself before compounds are split into it because of that."""


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
    """Where each form stands; empty when there is only one."""


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
    known: Mapping[str, dict[str, tuple[tuple[str, ...], tuple[str, ...]]]] | None = None,
) -> SearchIndex:
    """Index pages. Linear in their words; each distinct word is analysed once.

    Args:
        documents: The pages, in any order.
        language: The language of the site.
        synonyms: The site's own words for the same thing.
        known: Language → word → what is known of it beforehand; what is found is added.
    """
    pages = tuple(sorted(documents, key=lambda document: document.url))
    read = [_read(page) for page in pages]
    spread = _spread(pages, read)
    known = {} if known is None else known
    analysers = {
        spoken: Analyser(spoken, known.get(spoken, {}), _own(spread[spoken]))
        for spoken in sorted({language, *spread})
    }
    counting = _Counting(pages, read, analysers)
    weights, rarity = weigh(counting.counts) if pages else ({}, {})
    return _assembled(pages, language, counting, weights, rarity, synonyms)


_Fields = dict[str, Counter[str]]
"""Field of a page → its words and how often they stand there."""


def _read(page: SearchDocument) -> _Fields:
    """Count the words of a page; in running text, those that say nothing are left out."""
    stopped = word_lists(page.language).stop_words
    found = {}
    for name, text in page.fields():
        words = Counter(words_of(text))
        if name not in _SHORT_FIELDS:
            for word in words.keys() & stopped:
                del words[word]
        found[name] = words
    return found


def _spread(pages: Sequence[SearchDocument], read: Sequence[_Fields]) -> dict[str, Counter[str]]:
    """Count, for each language, how many pages a word stands in."""
    spread: dict[str, Counter[str]] = defaultdict(Counter)
    for page, fields in zip(pages, read, strict=True):
        spread[page.language].update({word for words in fields.values() for word in words})
    return spread


def _own(spread: Counter[str]) -> frozenset[str]:
    """Choose the words that a site clearly uses by themselves."""
    return frozenset(word for word, many in spread.items() if many >= _FEWEST_PAGES)


class _Counting:
    """Terms by number, and how often they stand in each field of each page."""

    def __init__(
        self,
        pages: Sequence[SearchDocument],
        read: Sequence[_Fields],
        analysers: Mapping[str, Analyser],
    ) -> None:
        self.terms: dict[str, int] = {}
        self.analysers = analysers
        self.made_of: dict[tuple[str, str], tuple[int, ...]] = {}
        self.words: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {}
        self.part_words: dict[str, str] = {}
        self.pages_with: Counter[str] = Counter()
        self.counts: dict[str, list[dict[int, int]]] = {name: [] for name in BOOSTS}
        for page, fields in zip(pages, read, strict=True):
            self._add(page.language, fields)

    def _add(self, language: str, fields: _Fields) -> None:
        seen: set[str] = set()
        for name, words in fields.items():
            found: dict[int, int] = {}
            for word, many in words.items():
                made_of = self.made_of.get((language, word)) or self._made_of(language, word)
                for term in made_of:
                    found[term] = found.get(term, 0) + many
            self.counts[name].append(found)
            seen.update(words)
        self.pages_with.update(seen)

    def _made_of(self, language: str, word: str) -> tuple[int, ...]:
        """Give the terms of a word: its form, its keys, and its parts as parts."""
        analyser = self.analysers[language]
        keys, made_of = analyser.analyse(word)
        parts = []
        for part in made_of:
            key = key_of(part)
            if key not in keys and key not in parts:
                parts.append(key)
                # Who searches for a part shall find it, even where it never stands alone.
                self.part_words.setdefault(part, key)
        before = self.words.get(word, ((), ()))
        self.words[word] = (
            tuple(dict.fromkeys((*before[0], *keys))),
            tuple(dict.fromkeys((*before[1], *parts))),
        )
        names = [f"={word}", *(f"#{key}" for key in keys), *(f"+{part}" for part in parts)]
        terms = tuple(self.terms.setdefault(name, len(self.terms)) for name in names)
        self.made_of[language, word] = terms
        return terms


def _assembled(
    pages: tuple[SearchDocument, ...],
    language: str,
    counting: _Counting,
    weights: Mapping[int, Mapping[int, float]],
    rarity: Mapping[int, float],
    synonyms: Sequence[Meaning],
) -> SearchIndex:
    def posting(name: str) -> Posting:
        term = counting.terms.get(name)
        if term is None or term not in weights:
            return NOWHERE
        whole = {page: max(1, round(10 * weight)) for page, weight in weights[term].items()}
        return Posting(round(rarity[term], 3), whole)

    forms: dict[str, list[str]] = {}
    texts: set[str] = set()
    for word, (keys, parts) in counting.words.items():
        texts.update(keys, parts)
        for key in keys:
            forms.setdefault(key, []).append(word)
    order = sorted(texts, key=lambda text: (folded(text), text))
    numbers = {text: number for number, text in enumerate(order)}
    keys = tuple(
        Key(
            text,
            posting(f"#{text}"),
            posting(f"+{text}"),
            {form: posting(f"={form}") for form in sorted(forms.get(text, ()))}
            if len(forms.get(text, ())) > 1
            else {},
        )
        for text in order
    )
    links = links_between(counting.analysers[language], synonyms, numbers, counting.words)
    words = [
        Word(
            word,
            tuple(numbers[key] for key in found[0]),
            tuple(numbers[part] for part in found[1]),
            links.of(word, found[0]),
            counting.pages_with[word],
        )
        for word, found in counting.words.items()
    ]
    words += [
        Word(word, (numbers[key],), links=links.of(word, [key]))
        for word, key in counting.part_words.items()
        if word not in counting.words
    ]
    words += [
        Word(word, links=found)
        for word, found in links.unused.items()
        if word not in counting.part_words
    ]
    words.sort(key=lambda word: (folded(word.text), word.text))
    by_fold = tuple(folded(word.text) for word in words)
    by_end = tuple(sorted((text[::-1], number) for number, text in enumerate(by_fold)))
    return SearchIndex(pages, keys, tuple(words), language, by_fold, by_end)


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
