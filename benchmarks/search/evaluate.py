# SPDX-License-Identifier: EUPL-1.2
"""How well a search finds: nDCG@10 for each class of query, ours beside three peers on the same pages.

Run: PATH=$PWD/.venv/bin:$PATH npm ci --prefix benchmarks
     .venv/bin/python benchmarks/search/evaluate.py [--ours-only] [--tuning | --kept] [--misses 20] [--site]

Reads queries.csv and corpus/ beside it, or with `--site` the pages of the real site and
site_queries.csv. While the search is being tuned, only `--tuning` is used; what the other
half, `--kept`, says is the result.
"""

from __future__ import annotations

import argparse
import csv
import math
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from ours import ours
from peers import PEERS, REPOSITORY, chromium, pages_of, peer, plain_address

HERE = Path(__file__).resolve().parent
NONSENSE = "nonsense"
GOALS = {
    "all": 0.85,
    "exact": 0.97,
    "inflected": 0.97,
    "without dots": 0.97,
    "part of a compound": 0.92,
    "compound written apart": 0.95,
    "compound nobody wrote": 0.88,
    "one typo": 0.95,
    "question": 0.75,
    "synonym": 0.72,
    "English word": 0.50,
    NONSENSE: 1.00,
}
"""Class of queries → our goal, in the order of the table."""
DEPTH = 10
LANGUAGES = ("sv", "nb")
FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n+", re.DOTALL)
UNINDEXED = "om/komponenter/"
"""Pages of the real site that are for its makers, and in no index."""


@dataclass(frozen=True)
class Pages:
    """What is searched in one language."""

    root: Path
    """The folder ours reads."""
    texts: dict[str, str]
    """Address → Markdown, for the peers."""


@dataclass(frozen=True, eq=False)
class Query:
    """One judged query."""

    language: str
    kind: str
    """Its class."""
    half: str
    """`tuning`, or `kept` for the half that nobody looks at while tuning."""
    text: str
    grades: dict[str, int]
    """Address → 3 best, 2 good, 1 related; all other pages are 0."""


def corpus_pages() -> dict[str, Pages]:
    """Give the pages written for measuring, by language."""
    roots = {language: HERE / "corpus" / language for language in LANGUAGES}
    return {language: Pages(root, pages_of(root)) for language, root in roots.items()}


def site_pages(folder: Path) -> dict[str, Pages]:
    """Give the pages of the real site, by language, as it writes them for other programs."""
    command = ["dalamodellen", "--root", str(REPOSITORY), "export", "markdown", "--to", str(folder)]
    subprocess.run([sys.executable, "-m", *command], check=True, capture_output=True)
    found = {}
    for language in LANGUAGES:
        texts = {
            address: FRONT_MATTER.sub("", text)
            for address, text in pages_of(folder / language).items()
            if not address.startswith(UNINDEXED)
        }
        found[language] = Pages(REPOSITORY, texts)
    return found


def read_queries(path: Path, pages: dict[str, Pages]) -> list[Query]:
    """Read the judged queries; a page that does not exist is a mistake."""
    found = []
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            judged = (one.split(":", 1) for one in row["pages"].split())
            grades = {address: int(grade) for grade, address in judged}
            if unknown := grades.keys() - pages[row["language"]].texts.keys():
                raise ValueError(f"{row['query']}: no such page: {', '.join(sorted(unknown))}")
            if row["class"] not in GOALS or bool(grades) is (row["class"] == NONSENSE):
                raise ValueError(f"{row['query']}: wrong class, or pages missing")
            found.append(Query(row["language"], row["class"], row["half"], row["query"], grades))
    return found


def ndcg(found: Sequence[str], grades: dict[str, int]) -> float:
    """Weigh what was found against the best order there is: 1 is perfect.

    A page of grade 3 counts 7, of 2 counts 3 and of 1 counts 1; the further
    down, the less. A page found twice counts once.
    """
    best = sorted(grades.values(), reverse=True)
    return _gain(grades.get(one, 0) for one in dict.fromkeys(found)) / _gain(best)


def _gain(grades: Iterable[int]) -> float:
    places = enumerate(list(grades)[:DEPTH], start=2)
    return sum((2**grade - 1) / math.log2(place) for place, grade in places)


def score(query: Query, found: Sequence[str]) -> float:
    """Give nDCG@10, or for nonsense 1 when nothing is found."""
    return ndcg(found, query.grades) if query.grades else float(not found)


def ask_all(
    queries: Sequence[Query], pages: dict[str, Pages], whom: Sequence[str]
) -> dict[str, dict[Query, list[str]]]:
    """Let everybody answer every query; gives what was found, at most ten of the judged pages each."""
    found: dict[str, dict[Query, list[str]]] = {who: {} for who in whom}
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        browser = stack.enter_context(chromium()) if set(whom) & PEERS.keys() else None
        for language in sorted({query.language for query in queries}):
            root, texts = pages[language].root, pages[language].texts
            for who in whom:
                if who in PEERS:
                    at = folder / who / language
                    ask = stack.enter_context(peer(who, browser, texts, language, at))
                else:
                    ask = stack.enter_context(ours(root, language))
                for query in queries:
                    if query.language == language:
                        urls = dict.fromkeys(plain_address(one) for one in ask(query.text))
                        # A site may have pages of its own beside those that were judged.
                        found[who][query] = [url for url in urls if url in texts][:DEPTH]
    return found


def print_table(queries: Sequence[Query], found: dict[str, dict[Query, list[str]]]) -> None:
    """Print a row for each class, and one for each language."""
    print(f"| class | queries | {' | '.join(found)} | goal |")
    print(f"| :-- | --: |{' --: |' * len(found)} --: |")
    judged = [query for query in queries if query.kind != NONSENSE]
    rows = {"all": judged}
    rows |= {name: [one for one in queries if one.kind == name] for name in GOALS if name != "all"}
    rows |= {
        f"all, {language}": [one for one in judged if one.language == language]
        for language in LANGUAGES
    }
    for name, chosen in rows.items():
        if chosen:
            means = (mean(score(one, answers[one]) for one in chosen) for answers in found.values())
            figures = " | ".join(_figure(name, each) for each in means)
            goal = f"≥ {_figure(name, GOALS[name])}" if name in GOALS else ""
            print(f"| {name} | {len(chosen)} | {figures} | {goal} |")


def _figure(name: str, value: float) -> str:
    return f"{100 * value:.0f} %" if name == NONSENSE else f"{value:.2f}"


def mean(values: Iterable[float]) -> float:
    """Give the mean of at least one value."""
    listed = list(values)
    return sum(listed) / len(listed)


def print_misses(who: str, answers: dict[Query, list[str]], number: int) -> None:
    """Print the queries that went worst: what was wanted, and what was found in its place."""
    worst = sorted(answers, key=lambda query: (score(query, answers[query]), query.text))
    for query in worst[:number]:
        print(f"\n{score(query, answers[query]):.2f} {query.language}, {query.kind}: {query.text}")
        for address, grade in query.grades.items():
            place = answers[query].index(address) + 1 if address in answers[query] else "–"
            print(f"  wanted {grade}  {place:>2}  {address}")
        for place, address in enumerate(answers[query], start=1):
            if address not in query.grades:
                print(f"  {who}    {place:>2}  {address}")


def main() -> None:
    """Print a table of all classes, and the worst queries when asked for."""
    options = argparse.ArgumentParser()
    options.add_argument("--ours-only", action="store_true")
    options.add_argument("--peers-only", action="store_true")
    half = options.add_mutually_exclusive_group()
    half.add_argument("--tuning", dest="half", action="store_const", const="tuning")
    half.add_argument("--kept", dest="half", action="store_const", const="kept")
    options.add_argument("--language", choices=LANGUAGES)
    options.add_argument("--site", action="store_true", help="the real site's pages instead")
    options.add_argument("--misses", type=int, default=0, help="list so many of the worst queries")
    options.add_argument("--of", default="Dalamodellen", help="whose misses")
    given = options.parse_args()
    whom = [] if given.peers_only else ["Dalamodellen"]
    whom += [] if given.ours_only else list(PEERS)
    with tempfile.TemporaryDirectory() as folder:
        pages = site_pages(Path(folder, "site")) if given.site else corpus_pages()
    name = "site_queries.csv" if given.site else "queries.csv"
    queries = [
        query
        for query in read_queries(HERE / name, pages)
        if given.half in (None, query.half) and given.language in (None, query.language)
    ]
    found = ask_all(queries, pages, whom)
    print_table(queries, found)
    if given.misses:
        print_misses(given.of, found[given.of], given.misses)


if __name__ == "__main__":
    main()
