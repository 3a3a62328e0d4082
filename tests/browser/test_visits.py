# SPDX-License-Identifier: EUPL-1.2
"""A visit fetches little, nothing from elsewhere, and leaves nothing behind."""

from __future__ import annotations

import gzip
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Page, Request

LESSON = "/lektioner/skicka-e-faktura-till-kommunen/"
NEXT = "/lektioner/rakna-ut-vad-en-timme-maste-kosta/"


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


def test_a_lesson_weighs_little_and_the_next_page_less(context: BrowserContext, html: Path) -> None:
    page = context.new_page()
    asked: list[Request] = []
    page.on("request", lambda request: asked.append(request))  # noqa: PLW0108 - a built-in cannot be listened with
    page.goto(LESSON, wait_until="networkidle")
    first = {urlsplit(request.url).path for request in asked}
    fonts = {path for path in first if path.endswith(".woff2")}
    assert fonts
    assert _weight(html, first - fonts) <= 60_000
    assert _weight(html, first) <= 100_000
    asked.clear()
    page.goto(NEXT, wait_until="networkidle")
    following = {urlsplit(request.url).path for request in asked} - first
    assert NEXT in following
    assert _weight(html, following) <= 15_000


def _weight(html: Path, paths: set[str]) -> int:
    """Give the bytes of files as a host sends them: fonts as they are, the rest compressed."""
    files = [html / (path[1:] + ("index.html" if path.endswith("/") else "")) for path in paths]
    return sum(
        len(content if file.suffix == ".woff2" else gzip.compress(content, 9))
        for file in files
        for content in [file.read_bytes()]
    )


def test_without_javascript_every_page_is_reached_from_home(
    chromium_without_scripts: BrowserContext, address: str, paths: list[str]
) -> None:
    page = chromium_without_scripts.new_page()
    page.route("**/*.{css,woff2,svg,png}", lambda route: route.abort())
    # No menu leads to the examples of the theme's components; their list leads to them all.
    waiting = ["/", "/om/komponenter/"]
    seen = set(waiting)
    while waiting:
        page.goto(waiting.pop(), wait_until="commit")
        page.wait_for_load_state("domcontentloaded")
        links = page.locator("a[href]").evaluate_all("(all) => all.map((a) => a.href)")
        for link in links:
            parts = urlsplit(link)
            if f"{parts.scheme}://{parts.netloc}" == address and parts.path not in seen:
                seen.add(parts.path)
                if parts.path.endswith("/") and not parts.path.startswith("/exempel/"):
                    waiting.append(parts.path)
    assert [path for path in paths if path not in seen and "404" not in path] == []
