# SPDX-License-Identifier: EUPL-1.2
"""Builds 100 and 1,000 lesson pages with us and with plain Material, in one run.

Run: .venv/bin/python benchmarks/build.py

The same lessons, each a different text of some 300 words. The peer is MkDocs
with Material as it comes, a short navigation and its search: no records, no checks.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

RUNS = 3
WORDS = [
    "kund",
    "pris",
    "timme",
    "faktura",
    "kommun",
    "kurs",
    "lärare",
    "mål",
    "plan",
    "dag",
    "vecka",
    "telefon",
    "adress",
    "skriv",
    "läs",
    "räkna",
    "fråga",
    "svara",
    "skicka",
    "spara",
    "visa",
    "börja",
    "sluta",
    "enkel",
    "kort",
    "tydlig",
    "ny",
    "liten",
    "stor",
    "egen",
    "hela",
    "varje",
]
PEER = """site_name: Lektioner
theme:
  name: material
  font: false
nav:
  - index.md
plugins:
  - search
markdown_extensions: [admonition, attr_list, def_list, footnotes, md_in_html, tables, toc]
validation: {nav: {omitted_files: ignore}}
"""
PUBLICATION = "{status: published, approved_by: redaktionen, approved_on: 2026-11-22}"


@dataclass(frozen=True)
class Measured:
    """What one build took."""

    seconds: float
    """Wall time of the whole process."""
    peak: float
    """Largest resident memory, MiB."""
    page: float
    """HTML of a lesson page, kB of 1,000 bytes."""


def body(number: int) -> str:
    """Write a lesson of four parts, in words that mean nothing, different for each number."""
    chance = random.Random(number)  # noqa: S311 - words, not secrets

    def sentences(count: int) -> str:
        found = (" ".join(chance.choices(WORDS, k=9)).capitalize() + "." for _ in range(count))
        return " ".join(found)

    steps = "\n".join(f"{step}. {sentences(2)}" for step in range(1, 7))
    boxes = "\n".join(f"- [ ] {sentences(1)}" for _ in range(5))
    return (
        f"## Gör så här\n\n{steps}\n\n## Checklista\n\n{boxes}\n\n## Exempel\n\n{sentences(6)}\n\n"
        f"## Vanliga fel\n\n- {sentences(2)}\n- {sentences(2)}\n"
    )


def make_ours(root: Path, pages: int) -> None:
    """Write a site of ours with so many lessons."""
    files = {
        "data/site.yml": "name: Lektioner\nlanguages: [sv]\n",
        "data/topics/amne.yml": "title: Ämne\nsummary: Om något.\n",
        "data/projects/projekt.yml": (
            f"title: Projekt\nsummary: Ett projekt.\npublication: {PUBLICATION}\n"
        ),
    }
    for number in range(pages):
        files[f"content/lektioner/lektion-{number}.md"] = (
            f"---\nkind: lesson\ntitle: Lektion {number}\ngoal: Du kan något.\nminutes: 5\n"
            "level: beginner\ntopic: amne\naudience: [smaforetag]\nproject: projekt\n"
            "author: redaktionen\nupdated: 2026-11-22\nreview_by: 2027-11-22\n"
            f"publication: {PUBLICATION}\n---\n\n{body(number)}"
        )
    write(root, files)


def make_peer(root: Path, pages: int) -> None:
    """Write the same lessons for plain Material."""
    files = {"mkdocs.yml": PEER, "docs/index.md": "# Lektioner\n"}
    for number in range(pages):
        files[f"docs/lektioner/lektion-{number}/index.md"] = f"# Lektion {number}\n\n{body(number)}"
    write(root, files)


def write(root: Path, files: dict[str, str]) -> None:
    """Write files by their paths."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def measure(root: Path, command: list[str]) -> Measured:
    """Build once in a process of its own."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    started = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", *command],
        cwd=root,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(" ".join(command))
    page = (root / "site/lektioner/lektion-1/index.html").stat().st_size / 1_000
    return Measured(seconds, usage.ru_maxrss / 1_024, page)


def middle(found: list[Measured]) -> Measured:
    """Give the run whose time is in the middle."""
    return sorted(found, key=lambda one: one.seconds)[len(found) // 2]


def main() -> None:
    """Print a table: pages, time and its spread, memory, HTML per page, and our share of each."""
    print("| pages | who | s (min–max) | peak, MiB | HTML per page, kB |")
    print("| --: | :-- | --: | --: | --: |")
    for pages in (100, 1_000):
        with tempfile.TemporaryDirectory() as folder:
            ours, peer = Path(folder, "ours"), Path(folder, "peer")
            make_ours(ours, pages)
            make_peer(peer, pages)
            taken: dict[str, list[Measured]] = {"Dalamodellen": [], "Material": []}
            for _ in range(RUNS):
                # In pairs, so that a slow minute of the machine hits both.
                taken["Dalamodellen"].append(measure(ours, ["dalamodellen", "build"]))
                taken["Material"].append(measure(peer, ["mkdocs", "build", "--quiet"]))
        for who, found in taken.items():
            times = [one.seconds for one in found]
            one = middle(found)
            print(
                f"| {pages} | {who} | {one.seconds:.2f} ({min(times):.2f}–{max(times):.2f}) "
                f"| {one.peak:.0f} | {one.page:.1f} |"
            )
        us, them = (middle(taken[who]) for who in ("Dalamodellen", "Material"))
        print(
            f"| {pages} | ratio | {us.seconds / them.seconds:.2f} | {us.peak / them.peak:.2f} "
            f"| {us.page / them.page:.2f} |"
        )


main()
