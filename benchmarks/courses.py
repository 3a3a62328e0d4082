# SPDX-License-Identifier: EUPL-1.2
"""How much a catalogue of many courses weighs, and how long a choice takes on a slow telephone.

Run: .venv/bin/python benchmarks/courses.py [--instances 5000] [--runs 9]

A made-up site of 300 courses is built with as many course instances as asked for. The page and
the data it fetches are packed as a host packs them. Then Chromium, its processor slowed four
times, chooses one value after another; each choice is timed from the event to the end of the
next frame, so that counting, rows and layout are all in it.
"""

from __future__ import annotations

import argparse
import gzip
import random
import statistics
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path

from playwright.sync_api import sync_playwright
from site_server import served

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from browser.chromium import SWITCHES, find_chromium

from dalamodellen.build import build_site
from dalamodellen.renderers.mkdocs_run import render_html

TODAY = date(2026, 11, 22)
COURSES = 300
PUBLISHED = "publication: {status: published, approved_by: a, approved_on: 2026-11-22}\n"
PLACES = "vansbro malung-salen gagnef leksand rattvik orsa alvdalen smedjebacken mora falun".split()
FIELDS = ("amne", "kommun", "period", "sprak", "pris", "niva", "bransch")
SCRIPTS = ("courses", "course-counts", "course-rows", "upcoming")
CHOICE = """async ([name, number]) => {
  const field = document.querySelector(`#val-${name}`);
  field.selectedIndex = number;
  const start = performance.now();
  field.dispatchEvent(new Event("change", { bubbles: true }));
  const counted = performance.now() - start;
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return [counted, performance.now() - start];
}"""


def write_site(root: Path, instances: int) -> None:
    """Write the made-up site."""
    chance = random.Random(5)  # noqa: S311 - the same made-up site each time
    data = root / "data"
    for folder in ("courses", "instances", "topics", "projects"):
        (data / folder).mkdir(parents=True)
    (data / "site.yml").write_text("name: Många kurser\nowner: {name: A, email: a@example.org}\n")
    (data / "projects/p.yml").write_text(f"title: P\nsummary: Ett projekt.\n{PUBLISHED}")
    for number in range(12):
        (data / f"topics/amne-{number}.yml").write_text(f"title: Ämne {number}\nsummary: Om det.\n")
    for number in range(COURSES):
        (data / f"courses/kurs-{number}.yml").write_text(
            f"title: Kurs nummer {number} om något som behövs\ntype: open\nstatus: ongoing\n"
            f"summary: En kurs.\ntopic: amne-{number % 12}\n"
            f"level: {chance.choice(['beginner', 'intermediate', 'advanced'])}\n"
            f"languages: [{chance.choice(['sv', 'sv', 'nb', 'en'])}]\n"
            f"price: {chance.choice([0, 0, 200, 500])} SEK\n"
            f"industries: [{', '.join(chance.sample('ABCDEFGHIJ', 3))}]\n{PUBLISHED}"
        )
    rows = ["id,course,start,start_time,end_time,municipality,is_online,seats,status"]
    for number in range(instances):
        day = TODAY + timedelta(days=chance.randrange(1, 540))
        place = chance.choice(PLACES)
        hour = chance.choice([8, 9, 13, 17, 18])
        rows.append(
            f"{day:%Y-%m}-{place}-{number},kurs-{chance.randrange(COURSES)},{day},{hour}:00,"
            f"{hour + 3}:00,{place},{str(chance.random() < 0.2).lower()},"  # noqa: PLR2004
            f"{chance.choice([8, 12, 20])},{chance.choice(['open', 'planned', 'full'])}"
        )
    (data / "instances/p.csv").write_text("\n".join(rows) + "\n")


def packed(path: Path) -> int:
    """Count the bytes of a file as it is sent."""
    return len(gzip.compress(path.read_bytes(), 9, mtime=0))


def time_choices(address: str, runs: int) -> list[tuple[float, float]]:
    """Choose, and give how long each choice took: the counting, and all of it."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=[*SWITCHES])
        page = browser.new_page(viewport={"width": 412, "height": 823})
        page.goto(address)
        page.wait_for_function("document.querySelector('.course-hits__count').textContent")
        session = page.context.new_cdp_session(page)
        session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
        found = []
        for run in range(runs):
            for name in FIELDS:
                found.append(tuple(page.evaluate(CHOICE, [name, 1 + run % 2])))
            for name in FIELDS:
                found.append(tuple(page.evaluate(CHOICE, [name, 0])))
        browser.close()
    return found


def main() -> None:
    """Build, weigh, choose, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--instances", type=int, default=5000)
    parser.add_argument("--runs", type=int, default=9)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root, target = Path(folder) / "root", Path(folder) / "site"
        write_site(root, given.instances)
        render_html(build_site(root, today=TODAY), target)
        page, data = packed(target / "kurser/index.html"), packed(target / "kurser/kurser.json")
        scripts = sum(packed(target / f"assets/{one}.js") for one in SCRIPTS)
        with served(target) as address:
            found = time_choices(f"{address}/kurser/", given.runs)
    counted, whole = (sorted(one[part] for one in found) for part in (0, 1))
    print("| instances | page, kB | data, kB | both, kB | scripts, kB | counting, ms | to next frame, ms |")
    print("| --: | --: | --: | --: | --: | --: | --: |")
    times = " | ".join(
        f"{statistics.median(one):.1f} ({one[0]:.1f}–{one[-1]:.1f})" for one in (counted, whole)
    )
    sizes = " | ".join(f"{one / 1000:.1f}" for one in (page, data, page + data, scripts))
    print(f"| {given.instances} | {sizes} | {times} |")


if __name__ == "__main__":
    main()
