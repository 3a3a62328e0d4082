# SPDX-License-Identifier: EUPL-1.2
"""The searches we are held against, each on the same pages: Material for MkDocs, Pagefind and MiniSearch.

All three run in Chromium as they do for a visitor. Of Material it is the worker of its
own page that is asked, with the settings and the index that its page gave it.

Reads the pages of a folder and writes the peers' sites to another.
"""

from __future__ import annotations

import html
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import markdown
from playwright.sync_api import Browser, Page, sync_playwright

REPOSITORY = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(REPOSITORY / "benchmarks"), str(REPOSITORY / "tests/browser")]

from chromium import SWITCHES, find_chromium  # noqa: E402 - they stand beside us, in no package
from site_server import served  # noqa: E402

Ask = Callable[[str], list[str]]
"""From a query to addresses of pages, best first."""

MODULES = REPOSITORY / "benchmarks/node_modules"
LUNR_NAMES = {"sv": "sv", "nb": "no"}
"""What lunr-languages calls a language."""
MATERIAL = """
site_name: Sidor
site_url: http://127.0.0.1/
docs_dir: pages
theme:
  name: material
  language: {language}
  font: false
plugins:
  - search:
      lang: "{lunr}"
nav:
  - index.md
"""
PAGE = """<!doctype html>
<html lang="{language}">
<head><meta charset="utf-8"><title>{title}</title>{head}</head>
<body>{start}<main data-pagefind-body>{body}</main></body>
</html>
"""
KEEP_WORKER = """
window.Worker = class extends Worker {
  constructor(...given) {
    super(...given);
    window.ready = new Promise((resolve) =>
      this.addEventListener("message", ({ data }) => data.type === 1 && resolve()));
    window.ask = (query) => new Promise((resolve) => {
      const answered = ({ data }) => {
        if (data.type !== 3) return;
        this.removeEventListener("message", answered);
        resolve(data.data.items.map((sections) => sections[0].location));
      };
      this.addEventListener("message", answered);
      this.postMessage({ type: 2, data: query });
    });
  }
};
"""
"""Lets us ask the worker that Material's own page starts: 1 says that it is ready, 2 asks, 3 answers."""
PAGEFIND = """
window.ready = import("/pagefind/pagefind.js").then(async (pagefind) => {
  await pagefind.init();
  window.ask = async (query) => {
    const { results } = await pagefind.search(query);
    const found = await Promise.all(results.slice(0, 20).map((one) => one.data()));
    return found.map((one) => one.url);
  };
});
"""
MINISEARCH = """
window.ready = Promise.all([import("/minisearch.js"), fetch("/index.json").then((got) => got.text())])
  .then(([{ default: MiniSearch }, text]) => {
    const index = MiniSearch.loadJSON(text, { fields: ["title", "headings", "text"] });
    const settings = { prefix: true, fuzzy: 0.2, boost: { title: 10, headings: 2.5 } };
    window.ask = async (query) => index.search(query, settings).slice(0, 20).map((one) => one.id);
  });
"""
"""The weights of title and headings are those of measures: it would do worse with all fields alike."""
MAKE_INDEX = """
const MiniSearch = require(process.argv[1]);
const pages = JSON.parse(require("fs").readFileSync(0, "utf-8"));
const index = new MiniSearch({ fields: ["title", "headings", "text"] });
index.addAll(pages);
process.stdout.write(JSON.stringify(index));
"""


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start the browser of the tests; it knows no other address than this machine's."""
    path = find_chromium()
    if not path:
        sys.exit("Chromium is not installed: tests/browser/chromium.py says how")
    resolver = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=[*SWITCHES, resolver])
        yield browser
        browser.close()


def pages_of(folder: Path) -> dict[str, str]:
    """Give the Markdown of each page by its address, as `personal/ny-som-chef/`."""
    found = {}
    for path in sorted(folder.rglob("*.md")):
        name = path.relative_to(folder).with_suffix("").as_posix()
        found[f"{name.removesuffix('index').rstrip('/')}/".lstrip("/")] = path.read_text("utf-8")
    return found


def make_material(pages: dict[str, str], language: str, folder: Path) -> Path:
    """Build the pages with Material as it comes, its search set to their language; gives the built site."""
    write(folder / "mkdocs.yml", MATERIAL.format(language=language, lunr=LUNR_NAMES[language]))
    write(folder / "pages/index.md", "")
    for address, text in pages.items():
        write(folder / "pages" / address / "index.md", text)
    quiet = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    subprocess.run(command, cwd=folder, env=quiet, check=True, stderr=subprocess.DEVNULL)
    return folder / "site"


def make_pagefind(
    pages: dict[str, str], language: str, folder: Path, start: str = "", head: str = ""
) -> Path:
    """Write plain HTML pages and let Pagefind index them; gives the site."""
    write_html(pages, language, folder, start, head)
    program = next(MODULES.glob("@pagefind/*/bin/pagefind_extended"), None)
    if program is None:
        sys.exit("Pagefind is not installed: npm ci --prefix benchmarks")
    subprocess.run([str(program), "--site", str(folder), "--silent"], check=True)
    return folder


def make_minisearch(
    pages: dict[str, str], language: str, folder: Path, start: str = "", head: str = ""
) -> Path:
    """Write plain HTML pages and an index made beforehand by MiniSearch; gives the site."""
    write_html(pages, language, folder, start, head)
    documents = []
    for address, text in pages.items():
        found = markdown.markdown(text)
        headings = " ".join(re.findall(r"<h[2-6]>(.*?)</h", found))
        documents.append(
            {
                "id": address,
                "title": title_of(text),
                "headings": plain(headings),
                "text": plain(found),
            }
        )
    made = subprocess.run(
        [node(), "-e", MAKE_INDEX, str(MODULES / "minisearch/dist/cjs/index.cjs")],
        input=json.dumps(documents),
        check=True,
        capture_output=True,
        text=True,
    )
    write(folder / "index.json", made.stdout)
    shutil.copyfile(MODULES / "minisearch/dist/es/index.js", folder / "minisearch.js")
    return folder


def node() -> str:
    """Give the Node of the tests, else the machine's own."""
    own = Path(sys.executable).with_name("node")
    return str(own) if own.is_file() else "node"


def write_html(
    pages: dict[str, str], language: str, folder: Path, start: str = "", head: str = ""
) -> None:
    """Write each page as plain HTML, and an empty first page for what is asked of no page."""
    write(folder / "404.html", "")
    for address, text in {"": "# Sidor", **pages}.items():
        body = markdown.markdown(text)
        if not address:
            body = body.replace("<h1>", "<h1 data-pagefind-ignore>")
        filled = PAGE.format(
            language=language, title=html.escape(title_of(text)), head=head, start=start, body=body
        )
        write(folder / address / "index.html", filled)


def title_of(text: str) -> str:
    """Give the text of a page's first heading of the first level."""
    found = re.search(r"^# (.+)$", text, re.MULTILINE)
    return found[1] if found else ""


def plain(text: str) -> str:
    """Take the tags away."""
    return html.unescape(re.sub(r"<[^>]+>", " ", text))


def write(path: Path, text: str) -> None:
    """Write a file, and its folder."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


PEERS = {
    "Material": (make_material, KEEP_WORKER),
    "Pagefind": (make_pagefind, f"addEventListener('DOMContentLoaded', () => {{{PAGEFIND}}});"),
    "MiniSearch": (
        make_minisearch,
        f"addEventListener('DOMContentLoaded', () => {{{MINISEARCH}}});",
    ),
}
"""Who → how its site is made, and the script that lets us ask it."""


@contextmanager
def peer(
    who: str, browser: Browser, pages: dict[str, str], language: str, folder: Path
) -> Iterator[Ask]:
    """Build a peer's site and open its first page; gives a function that asks its search."""
    make, script = PEERS[who]
    with served(make(pages, language, folder)) as address:
        page = browser.new_page()
        page.add_init_script(script)
        page.goto(f"{address}/")
        page.wait_for_function("window.ready")
        page.evaluate("window.ready")
        yield lambda query: asked(page, address, query)
        page.close()


def asked(page: Page, address: str, query: str) -> list[str]:
    """Ask, and give addresses as the judge writes them: `personal/ny-som-chef/`."""
    found: list[str] = page.evaluate("(query) => window.ask(query)", query)
    return [plain_address(one.removeprefix(address)) for one in found]


def plain_address(url: str) -> str:
    """Take away what leads to a place within the page, and the slash before it."""
    return url.partition("#")[0].removesuffix("index.html").strip("/") + "/"
