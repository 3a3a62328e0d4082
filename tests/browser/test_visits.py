# SPDX-License-Identifier: EUPL-1.2
"""A visit fetches little, nothing from elsewhere, and leaves nothing behind."""

from __future__ import annotations

import gzip
import re
from html.parser import HTMLParser
from pathlib import Path
from threading import Thread
from urllib.parse import urljoin, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect

from browser.site import SiteServer
from conftest import REPOSITORY, TODAY
from dalamodellen.build import build_site, finish
from dalamodellen.renderers.mkdocs_run import render_tree

_ADDRESSES = "(all) => all.map((one) => one.href)"


def test_no_kind_of_page_asks_elsewhere_keeps_a_cookie_or_complains(
    context: BrowserContext, page: Page, address: str, kinds: list[str]
) -> None:
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda line: said.append(f"{page.url}: {line.text}"))
    page.on("pageerror", lambda error: said.append(f"{page.url}: {error}"))
    for path in kinds:
        page.goto(path, wait_until="networkidle")
    assert said == []
    assert [url for url in asked if not url.startswith((f"{address}/", "data:"))] == []
    assert context.cookies() == []


def test_the_policy_is_in_force(page: Page) -> None:
    said: list[str] = []
    page.on("console", lambda line: said.append(line.text))
    page.goto("/")
    page.evaluate("() => document.body.setAttribute('style', 'color: red')")
    assert any("Content Security Policy" in line for line in said)


@pytest.mark.parametrize("tree", ["/", "/nb/", "/en/"])
def test_a_lesson_weighs_little_and_the_next_page_less(
    tree: str, context: BrowserContext, html: Path
) -> None:
    first = f"{tree}lektioner/fa-verksamheten-att-synas-i-kartan/"
    following = f"{tree}lektioner/gora-ett-dokument-som-alla-kan-lasa/"
    _assert_light(*_fetched(context, first, following), html)


def test_the_page_of_a_project_comes_whole_in_the_first_answer(
    html: Path, paths: list[str]
) -> None:
    """A server sends ten packets of 1,460 bytes before it waits for an answer."""
    projects = [path for path in paths if re.search(r"/projekt/[^/]+/$", path)]
    weights = {path: _weight(html, {path}) for path in projects}
    assert len(weights) >= 18
    assert [path for path, weight in weights.items() if weight > 10 * 1_460] == []


def test_a_page_weighs_the_same_among_a_thousand(chromium: Browser, tmp_path: Path) -> None:
    """Only the two pages are rendered: what else there is must not be seen in them."""
    weights = {}
    for count in (10, 1_000):
        root, target = tmp_path / str(count), tmp_path / f"{count}.html"
        _write_lessons(root, count)
        build = build_site(root, today=TODAY)
        assert not build.has_errors
        pages = frozenset({"lektioner/lektion-1/index.md", "lektioner/lektion-2/index.md"})
        render_tree(build, target, "sv", only=pages)
        finish(build, target)
        server = SiteServer(target)
        Thread(target=server.serve_forever, daemon=True).start()
        with chromium.new_context(base_url=f"http://127.0.0.1:{server.server_port}") as context:
            paths = _fetched(context, "/lektioner/lektion-1/", "/lektioner/lektion-2/")
        server.shutdown()
        server.server_close()
        _assert_light(*paths, target)
        weights[count] = [_weight(target, each) for each in paths]
    assert weights[1_000] == weights[10]


def test_all_fonts_together_are_small() -> None:
    fonts = list((REPOSITORY / "theme/assets/fonts").glob("*.woff2"))
    assert len(fonts) == 3
    assert sum(font.stat().st_size for font in fonts) <= 40_000


def _fetched(context: BrowserContext, first: str, following: str) -> tuple[set[str], set[str]]:
    """Visit two pages with an empty profile; give what each visit asked the host for."""
    page = context.new_page()
    asked: list[Request] = []
    page.on("request", lambda request: asked.append(request))  # noqa: PLW0108 - a built-in cannot be listened with
    page.goto(first, wait_until="networkidle")
    paths = {urlsplit(request.url).path for request in asked}
    asked.clear()
    page.goto(following, wait_until="networkidle")
    return paths, {urlsplit(request.url).path for request in asked} - paths


def _assert_light(first: set[str], following: set[str], html: Path) -> None:
    """The limits, in bytes as sent. The icon is asked for by the browser, unseen by the test."""
    fonts = {path for path in first if path.endswith(".woff2")}
    assert fonts
    icon = {path for path in ("/assets/icon.svg",) if (html / path[1:]).is_file()}
    assert icon
    assert _weight(html, (first | icon) - fonts) <= 60_000
    assert _weight(html, first | icon) <= 100_000
    assert len(following) >= 1
    assert _weight(html, following) <= 15_000


def _weight(html: Path, paths: set[str]) -> int:
    """Give the bytes of files as a host sends them: fonts as they are, the rest compressed."""
    files = [html / (path[1:] + ("index.html" if path.endswith("/") else "")) for path in paths]
    return sum(
        len(content if file.suffix == ".woff2" else gzip.compress(content, 9))
        for file in files
        for content in [file.read_bytes()]
    )


class _Links(HTMLParser):
    """The addresses that a page's links lead to, as they are written."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self.found |= {value for name, value in attrs if name == "href" and value}


def test_links_lead_from_home_to_every_page(html: Path, paths: list[str]) -> None:
    """Read from the files: what is there before any script has run."""
    # No menu leads to the examples of the theme's components; their list leads to them all.
    waiting = ["/", "/om/komponenter/"]
    seen = set(waiting)
    while waiting:
        at = waiting.pop()
        for link in _Links((html / f"{at[1:]}index.html").read_text("utf-8")).found:
            parts = urlsplit(urljoin(at, link))
            if not parts.scheme and parts.path not in seen:
                seen.add(parts.path)
                if parts.path.endswith("/") and not parts.path.startswith("/exempel/"):
                    waiting.append(parts.path)
    assert [path for path in paths if path not in seen and "404" not in path] == []


@pytest.mark.parametrize("tree", ["/", "/nb/", "/en/"])
def test_without_javascript_every_link_of_the_frame_is_seen_and_leads_to_a_page(
    tree: str, chromium_without_scripts: BrowserContext
) -> None:
    page = chromium_without_scripts.new_page()
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto(tree)
    ways = set(page.locator(":is(header, footer) a[href]").evaluate_all(_ADDRESSES))
    seen = set(page.locator(":is(header, footer) a[href]:visible").evaluate_all(_ADDRESSES))
    assert len(ways) > 12
    assert seen == ways
    for way in sorted(ways):
        page.goto(way, wait_until="commit")
        expect(page.get_by_role("heading", level=1)).to_be_visible()


def _write_lessons(root: Path, count: int) -> None:
    publication = "{status: published, approved_by: redaktionen, approved_on: 2026-11-22}"
    files = {
        "data/site.yml": "name: Lektioner\n",
        "data/topics/amne.yml": "title: Ämne\nsummary: Om något.\n",
        "data/projects/projekt.yml": (
            f"title: Projekt\nsummary: Ett projekt.\npublication: {publication}\n"
        ),
    }
    for number in range(count):
        files[f"content/lektioner/lektion-{number}.md"] = (
            f"---\nkind: lesson\ntitle: Lektion {number}\ngoal: Du kan något.\nminutes: 5\n"
            "level: beginner\ntopic: amne\naudience: [smaforetag]\nproject: projekt\nauthor: redaktionen\n"
            f"updated: 2026-11-22\nreview_by: 2027-11-22\npublication: {publication}\n---\n\n"
            "## Gör så här\n\n1. Ring kunden.\n2. Skriv upp tiden.\n\n"
            "## Checklista\n\n- [ ] Tiden är uppskriven.\n\n## Exempel\n\nAnna ringer.\n\n"
            "## Vanliga fel\n\n- Ingen ringer.\n"
        )
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
