# SPDX-License-Identifier: EUPL-1.2
"""Builds lesson pages with us and with plain Material, in one run: one language, then three.

Run: .venv/bin/python benchmarks/build.py [--pages 100,1000,2000] [--runs 3]

The same lessons, each a different text of some 300 words. The peer is MkDocs
with Material as it comes, a short navigation and its search: no records, no checks.
In three languages every lesson is translated; the peer is then three builds, one
after the other. Memory is asked for in a build of its own, which is not timed: the
largest sum over all processes, with what they share counted once. It needs Linux.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

LANGUAGES = ("sv", "nb", "en")
HEADINGS = {
    "sv": ("Gör så här", "Checklista", "Exempel", "Vanliga fel"),
    "nb": ("Slik gjør du", "Sjekkliste", "Eksempel", "Vanlige feil"),
    "en": ("What to do", "Checklist", "Example", "Common mistakes"),
}
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
    """Wall time of the whole process, or of several after each other."""
    work: float
    """Time of all cores together."""


def body(number: int, language: str) -> str:
    """Write a lesson of four parts, in words that mean nothing, different for each number."""
    chance = random.Random(f"{number} {language}")  # noqa: S311 - words, not secrets

    def sentences(count: int) -> str:
        found = (" ".join(chance.choices(WORDS, k=9)).capitalize() + "." for _ in range(count))
        return " ".join(found)

    steps = "\n".join(f"{step}. {sentences(2)}" for step in range(1, 7))
    boxes = "\n".join(f"- [ ] {sentences(1)}" for _ in range(5))
    mistakes = f"- {sentences(2)}\n- {sentences(2)}"
    parts = zip(HEADINGS[language], (steps, boxes, sentences(6), mistakes), strict=True)
    return "\n\n".join(f"## {heading}\n\n{text}" for heading, text in parts) + "\n"


def make_ours(root: Path, pages: int, languages: Sequence[str]) -> None:
    """Write a site of ours with so many lessons."""
    files = {
        "data/site.yml": f"name: Lektioner\nlanguages: [{', '.join(languages)}]\n",
        "data/topics/amne.yml": "title: Ämne\nsummary: Om något.\n",
        "data/projects/projekt.yml": (
            f"title: Projekt\nsummary: Ett projekt.\npublication: {PUBLICATION}\n"
        ),
    }
    for number in range(pages):
        name = f"content/lektioner/lektion-{number}"
        files[f"{name}.md"] = (
            f"---\nkind: lesson\ntitle: Lektion {number}\ngoal: Du kan något.\nminutes: 5\n"
            "level: beginner\ntopic: amne\naudience: [smaforetag]\nproject: projekt\n"
            "author: redaktionen\nupdated: 2026-11-22\nreview_by: 2027-11-22\n"
            f"publication: {PUBLICATION}\n---\n\n{body(number, 'sv')}"
        )
        for language in languages[1:]:
            files[f"{name}.{language}.md"] = (
                f"---\ntitle: Lektion {number}\ngoal: Du kan något.\nupdated: 2026-11-22\n---\n\n"
                f"{body(number, language)}"
            )
    write(root, files)


def make_peer(root: Path, pages: int, languages: Sequence[str]) -> None:
    """Write the same lessons for plain Material: a folder and a file of settings a language."""
    files = {}
    for language in languages:
        files[f"{language}.yml"] = f"{PEER}docs_dir: {language}\nsite_dir: site/{language}\n"
        files[f"{language}/index.md"] = "# Lektioner\n"
        for number in range(pages):
            path = f"{language}/lektioner/lektion-{number}/index.md"
            files[path] = f"# Lektion {number}\n\n{body(number, language)}"
    write(root, files)


def write(root: Path, files: dict[str, str]) -> None:
    """Write files by their paths."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def start(root: Path, command: Sequence[str]) -> subprocess.Popen[bytes]:
    """Start a build in a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", *command],
        cwd=root,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def measure(root: Path, commands: Sequence[Sequence[str]]) -> Measured:
    """Build once, from nothing, with one command after the other."""
    shutil.rmtree(root / "site", ignore_errors=True)
    seconds = work = 0.0
    for command in commands:
        started = time.perf_counter()
        process = start(root, command)
        _, status, usage = os.wait4(process.pid, 0)
        seconds += time.perf_counter() - started
        work += usage.ru_utime + usage.ru_stime
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise RuntimeError(" ".join(command))
    return Measured(seconds, work)


def largest(root: Path, commands: Sequence[Sequence[str]]) -> float:
    """Build once more and give the largest memory of all its processes together, in MiB."""
    most = 0
    for command in commands:
        process = start(root, command)
        while process.poll() is None:
            most = max(most, sum(memory(one) for one in family(process.pid)))
            time.sleep(0.02)
    return most / 1_024


def family(process: int) -> list[int]:
    """List a process and those it has started."""
    found = [process]
    with suppress(OSError):
        text = Path(f"/proc/{process}/task/{process}/children").read_text("ascii")
        found += [other for child in text.split() for other in family(int(child))]
    return found


def memory(process: int) -> int:
    """Give the memory of a process in KiB; of pages that several share, its part."""
    with suppress(OSError):
        for line in Path(f"/proc/{process}/smaps_rollup").read_text("ascii").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    return 0


def middle(found: list[Measured]) -> Measured:
    """Give the run whose time is in the middle."""
    return sorted(found, key=lambda one: one.seconds)[len(found) // 2]


def compare(pages: int, languages: Sequence[str], runs: int) -> None:
    """Print three rows: us, the peer, and our share of what it took."""
    with tempfile.TemporaryDirectory() as folder:
        roots = {"Dalamodellen": Path(folder, "ours"), "Material": Path(folder, "peer")}
        make_ours(roots["Dalamodellen"], pages, languages)
        make_peer(roots["Material"], pages, languages)
        commands = {
            "Dalamodellen": [["dalamodellen", "build"]],
            "Material": [["mkdocs", "build", "--quiet", "-f", f"{one}.yml"] for one in languages],
        }
        lesson = {
            "Dalamodellen": "site/lektioner/lektion-1/index.html",
            "Material": "site/sv/lektioner/lektion-1/index.html",
        }
        taken: dict[str, list[Measured]] = {who: [] for who in roots}
        for _ in range(runs):
            # In pairs, so that a slow minute of the machine hits both.
            for who, root in roots.items():
                taken[who].append(measure(root, commands[who]))
        rows = {}
        for who, root in roots.items():
            one = middle(taken[who])
            peak = largest(root, commands[who])
            html = (root / lesson[who]).stat().st_size / 1_000
            a_page = one.seconds * 1_000 / (pages * len(languages))
            rows[who] = (one.seconds, a_page, one.work, peak, html)
            times = [each.seconds for each in taken[who]]
            print(
                f"| {pages} | {who} | {one.seconds:.2f} ({min(times):.2f}–{max(times):.2f}) "
                f"| {a_page:.1f} | {one.work:.2f} | {peak:.0f} | {html:.1f} |"
            )
        ratios = zip(rows["Dalamodellen"], rows["Material"], strict=True)
        shares = " | ".join(f"**{us / them:.2f}**" for us, them in ratios)
        print(f"| {pages} | ratio | {shares} |", flush=True)


def main() -> None:
    """Print a table for one language and one for three."""
    options = argparse.ArgumentParser()
    options.add_argument("--pages", default="100,1000,2000")
    options.add_argument("--runs", type=int, default=3)
    given = options.parse_args()
    for languages in (LANGUAGES[:1], LANGUAGES):
        print(f"\nlanguages: [{', '.join(languages)}]\n")
        print("| lessons | who | s (min–max) | ms a page | all cores, s | MiB | HTML a page, kB |")
        print("| --: | :-- | --: | --: | --: | --: | --: |")
        for pages in given.pages.split(","):
            compare(int(pages), languages, given.runs)


if __name__ == "__main__":
    main()
