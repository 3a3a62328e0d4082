# SPDX-License-Identifier: EUPL-1.2
"""What a search costs a visitor with a slow telephone: bytes before, until and after the first answer, and the times.

Run: PATH=$PWD/.venv/bin:$PATH npm ci --prefix benchmarks
     .venv/bin/python benchmarks/search/browser.py [--pages 575,1000] [--runs 5] [--whom Dalamodellen,Pagefind]

Chromium is told that the line is 1.6 Mbit/s with 150 ms there and back, and that its
processor is four times as slow; the work of a worker it does not slow down. Every run
begins with nothing kept. The search is opened as soon as the page is loaded, and a query
is set in its field at once. Time runs inside the page: from the click, or from the query
for the next ones, until other results than before are shown. Bytes are those of the
bodies as the server sent them, compressed; of the page itself only the search's own files.

Ours is asked through what a visitor meets: a button in the header that controls a
`<dialog>` with an `input[type=search]`, and results that are `li a[href]` within it.
"""

from __future__ import annotations

import argparse
import re
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from counting_server import Sent, counted
from made_pages import different_words, make_pages
from peers import chromium, make_material, make_minisearch, make_pagefind, write
from playwright.sync_api import Browser

HERE = Path(__file__).resolve().parent
NETWORK = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1_600_000 / 8,
    "uploadThroughput": 750_000 / 8,
}
SLOWER = 4
FIRST = "kompetens"
NEXT = ("brandskydd", "faktura", "distansarbete", "snöröjning", "avtal", "semester", "solceller")
TIMEOUT_MS = 180_000
PAGEFIND_OPENS = """
document.getElementById("open").addEventListener("click", () => {
  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = "/pagefind/pagefind-ui.css";
  const script = document.createElement("script");
  script.src = "/pagefind/pagefind-ui.js";
  script.onload = () => new PagefindUI({ element: "#search", showImages: false });
  document.head.append(style, script);
});
"""
MINISEARCH_OPENS = """
const field = document.querySelector("#search input");
const list = document.querySelector("#search ul");
let index;
const opened = async () => {
  const got = [import("/minisearch.js"), fetch("/index.json").then((answer) => answer.text())];
  const [{ default: MiniSearch }, text] = await Promise.all(got);
  return MiniSearch.loadJSON(text, {
    fields: ["title", "headings", "text"],
    searchOptions: { prefix: true, fuzzy: 0.2, boost: { title: 10, headings: 2.5 } },
  });
};
const show = async () => {
  index ??= opened();
  const found = (await index).search(field.value).slice(0, 10);
  list.replaceChildren(...found.map(({ id }) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = `/${id}`;
    link.textContent = id;
    item.append(link);
    return item;
  }));
};
document.getElementById("open").addEventListener("click", () => { index ??= opened(); });
field.addEventListener("input", show);
"""
MEASURE = """
async ([who, query, opens]) => {
  const dialog = () => {
    const all = [...document.querySelectorAll("header button[aria-controls]")];
    const button = all.find((one) =>
      document.getElementById(one.getAttribute("aria-controls"))?.querySelector("input[type=search]"));
    return { button, box: document.getElementById(button.getAttribute("aria-controls")) };
  };
  const parts = {
    Dalamodellen: () => {
      const { button, box } = dialog();
      return [button, box.querySelector("input[type=search]"), [...box.querySelectorAll("li a[href]")]];
    },
    Material: () => [
      document.querySelector(".md-header label[for=__search]"),
      document.querySelector(".md-search__input"),
      [...document.querySelectorAll(".md-search-result__link")]],
    Pagefind: () => [
      document.getElementById("open"),
      document.querySelector(".pagefind-ui__search-input"),
      [...document.querySelectorAll(".pagefind-ui__result-link")]],
    MiniSearch: () => [
      document.getElementById("open"),
      document.querySelector("#search input"),
      [...document.querySelectorAll("#search li a")]],
  }[who];
  const frame = () => new Promise(requestAnimationFrame);
  const links = () => parts()[2].filter((one) => one.checkVisibility()).map((one) => one.href).join();
  const before = links();
  const start = performance.now();
  if (opens) parts()[0].click();
  while (!parts()[1]?.checkVisibility()) await frame();
  const field = parts()[1];
  const set = () => {
    field.focus();
    field.value = query;
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    field.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
  };
  const asked = opens ? start : performance.now();
  set();
  // Someone who waits presses another key: a field may be there before anything listens to it.
  const again = setInterval(set, 1000);
  while (!links() || links() === before) {
    await frame();
    if (performance.now() - start > 150000) break;
  }
  clearInterval(again);
  const isAnswered = links() && links() !== before;
  return isAnswered ? performance.now() - asked : null;
}
"""


@dataclass(frozen=True)
class Visit:
    """What one visitor waited for and fetched."""

    kb_before: float
    """Fetched for the search before anybody opened it."""
    kb_first: float
    """From the opening to the first answer and what followed it by itself."""
    kb_next: float
    """For a further answer, the mean."""
    first_ms: float
    next_ms: float
    """The median of the further answers."""
    slowest_ms: float
    again_ms: float
    """The median when the same is asked again, with nothing to fetch."""


def make_ours(pages: dict[str, str], folder: Path) -> Path:
    """Build the pages as a site of ours; gives the built site."""
    write(folder / "root/data/site.yml", "name: Sidor att mäta på\nlanguages: [sv]\n")
    for address, text in {"": "# Sidor\n\nAtt mäta på.\n", **pages}.items():
        write(folder / "root/content" / address / "index.md", text)
    command = [sys.executable, "-m", "dalamodellen", "--root", str(folder / "root"), "build"]
    subprocess.run([*command, "--site-dir", str(folder / "site")], check=True, capture_output=True)
    return folder / "site"


def make_site(who: str, pages: dict[str, str], folder: Path) -> Path:
    """Build a site of one of those we measure; gives the built site."""
    button = (
        '<header><button id="open" type="button">Sök</button></header><div id="search">{}</div>'
    )
    if who == "Dalamodellen":
        return make_ours(pages, folder)
    if who == "Material":
        return make_material(pages, "sv", folder)
    if who == "Pagefind":
        write(folder / "open.js", PAGEFIND_OPENS)
        head = '<script type="module" src="/open.js"></script>'
        return make_pagefind(pages, "sv", folder, button.format(""), head)
    write(folder / "open.js", MINISEARCH_OPENS)
    head = '<script type="module" src="/open.js"></script>'
    field = '<input type="search"><ul></ul>'
    return make_minisearch(pages, "sv", folder, button.format(field), head)


OWN = {
    "Dalamodellen": re.compile(r"search|sok"),
    "Material": re.compile(r"/search/|/lunr/|/workers/search"),
    "Pagefind": re.compile(r"/pagefind/"),
    "MiniSearch": re.compile(r"/minisearch\.js|/index\.json"),
}
"""Who → which files a page fetches by itself for the sake of its search."""


def visit(who: str, browser: Browser, address: str, sent: Sent) -> Visit:
    """Open the first page in an empty profile, open the search, and ask for one thing after the other."""
    context = browser.new_context(viewport={"width": 412, "height": 823})
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", NETWORK)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    sent.clear()
    page.goto(f"{address}/", wait_until="load", timeout=TIMEOUT_MS)
    loaded = len(sent)
    first_ms = page.evaluate(MEASURE, [who, FIRST, True])
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(500)
    counted_first = len(sent)
    times = []
    for query in NEXT:
        times.append(page.evaluate(MEASURE, [who, query, False]))
        page.wait_for_timeout(1_000)
    counted_next = len(sent)
    again = []
    for query in NEXT:
        again.append(page.evaluate(MEASURE, [who, query, False]))
        page.wait_for_timeout(500)
    context.close()
    if first_ms is None or None in (*times, *again):
        raise RuntimeError(f"{who} did not answer: {FIRST, *NEXT} → {[first_ms, *times, *again]}")
    # Material begins to fetch on its own, and is not yet done when the page is loaded.
    own = [size for path, size in sent[:loaded] if OWN[who].search(path)]
    by_itself = who == "Material"
    rest = sum(size for _, size in sent[loaded:counted_first])
    return Visit(
        (sum(own) + (rest if by_itself else 0)) / 1_000,
        0 if by_itself else rest / 1_000,
        sum(size for _, size in sent[counted_first:counted_next]) / 1_000 / len(NEXT),
        first_ms,
        statistics.median(times),
        max(times),
        statistics.median(again),
    )


def print_row(who: str, number: int, visits: Sequence[Visit]) -> None:
    """Print the medians of all visits, and the lowest and highest first answer."""

    def middle(name: str) -> float:
        return statistics.median(getattr(one, name) for one in visits)

    firsts = [one.first_ms / 1_000 for one in visits]
    print(
        f"| {number} | {who} | {middle('kb_before'):.0f} | {middle('kb_first'):.0f} "
        f"| {middle('kb_next'):.1f} | {statistics.median(firsts):.2f} ({min(firsts):.2f}–{max(firsts):.2f}) "
        f"| {middle('next_ms'):.0f} | {middle('slowest_ms'):.0f} | {middle('again_ms'):.0f} |",
        flush=True,
    )


def main() -> None:
    """Print a table: bytes and times for each size of site and each of those measured."""
    options = argparse.ArgumentParser()
    options.add_argument("--pages", default="575,1000")
    options.add_argument("--runs", type=int, default=5)
    options.add_argument("--whom", default=",".join(OWN))
    given = options.parse_args()
    print(
        "| pages | who | kB before use | kB to first answer | kB for each next "
        "| first answer, s (min–max) | next answers, ms | the slowest, ms | again, ms |"
    )
    print("| --: | :-- | --: | --: | --: | --: | --: | --: | --: |")
    for number in map(int, given.pages.split(",")):
        pages = make_pages(HERE / "corpus/sv", number)
        for who in given.whom.split(","):
            with (
                tempfile.TemporaryDirectory() as folder,
                chromium() as browser,
                counted(make_site(who, pages, Path(folder))) as (address, sent),
            ):
                print_row(
                    who, number, [visit(who, browser, address, sent) for _ in range(given.runs)]
                )
        print(f"<!-- {number} pages: {different_words(pages)} different words -->", flush=True)


if __name__ == "__main__":
    main()
