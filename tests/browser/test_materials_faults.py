# SPDX-License-Identifier: EUPL-1.2
"""What plain Material does wrong, as measured, and our pages do not: one test a fault."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.site import SiteServer
from conftest import TODAY
from dalamodellen.build import build_site
from dalamodellen.outputs.html_gate import EXTENSIONS
from dalamodellen.renderers.mkdocs_run import render_html
from dalamodellen.renderers.theme import STYLESHEET, join_stylesheets

CODE = (
    "# Kod\n\nEn [länk](https://example.org/) i texten.\n\n```python\n# en kommentar\nx = 1.5 + 2\n"
    'def f(s="ord"):\n    return None\n```\n\n- [ ] En ruta\n\n!!! note\n    Obs.\n\nEn fot[^1].\n\n'
    "[^1]: Noten.\n\n??? tip\n    Vikt.\n\n| A | B |\n| - | - |\n| 1 | 2 |\n\nTerm\n:   Förklaring\n"
    + "".join(
        f"\n!!! {kind}\n    Obs. [Länk](#kod)\n\n??? {kind}\n    Vikt.\n"
        for kind in ("abstract", "bug", "danger", "example", "failure", "info")
    )
    + "".join(
        f"\n!!! {kind}\n    Obs.\n\n???+ {kind}\n    Vikt.\n"
        for kind in ("question", "quote", "success", "warning")
    )
)
CONTRAST = """(wanted) => {
  const light = (c) => {
    const [r, g, b] = c.match(/[\\d.]+/g).slice(0, 3).map((v) => v / 255)
      .map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (one) => {
    for (; one; one = one.parentElement) {
      const found = getComputedStyle(one).backgroundColor;
      if (!/, 0\\)$/.test(found)) return found;
    }
    return "rgb(255, 255, 255)";
  };
  return [...document.querySelectorAll(wanted)].map((one) => {
    const pair = [light(getComputedStyle(one).color), light(behind(one))].sort((a, b) => b - a);
    return [one.className || one.tagName, (pair[0] + 0.05) / (pair[1] + 0.05)];
  });
}"""
STYLES = """() => [...document.querySelectorAll("html, body, .md-typeset, .md-typeset *")].map((one) =>
  [null, "::before", "::after"].map((part) => {
    const style = getComputedStyle(one, part);
    const drawn = part === null || style.content !== "none" && style.display !== "none";
    return drawn ? [...style].filter((name) => !name.startsWith("--"))
      .map((name) => `${name}:${style[name]}`).join(";") : "";
  }))"""


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a page with what Markdown can write, on a site of its own."""
    root = tmp_path_factory.mktemp("written")
    for name, text in {
        "content/kod.md": CODE,
        "data/site.yml": "name: N\n",
        "data/topics/amne.yml": "title: Ämne\nsummary: Om något.\n",
    }.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    render_html(build_site(root, today=TODAY), root / "html")
    server = SiteServer(root / "html")
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/kod/"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_code_in_colours_can_be_read(scheme: str, written: str, chromium: Browser) -> None:
    context = chromium.new_context(color_scheme=scheme)
    page = context.new_page()
    page.goto(written)
    found = page.evaluate(CONTRAST, ".highlight span[class], .md-typeset a, .md-typeset p")
    assert {"c1", "mf", "k"} <= {name for name, _ in found}
    assert [one for one in found if one[1] < 4.5] == []
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_navigation_footer_and_hits_can_be_read(
    scheme: str, chromium: Browser, address: str
) -> None:
    context = chromium.new_context(base_url=address, color_scheme=scheme)
    page = context.new_page()
    page.goto("/lektioner/")
    page.keyboard.press("Control+k")
    page.keyboard.type("le")
    expect(page.locator("#frame--search-hits a").first).to_be_visible()
    found = page.evaluate(
        CONTRAST, ".site-nav a, .site-footer :is(p, a), #frame--search-hits span, .search-count"
    )
    assert len(found) > 20
    assert [one for one in found if one[1] < 4.5] == []
    context.close()


def test_links_in_text_are_told_by_more_than_colour(written: str, page: Page) -> None:
    page.goto(written)
    lines = page.locator(".md-typeset p a, .md-typeset li a").evaluate_all(
        "(all) => all.map((one) => getComputedStyle(one).textDecorationLine)"
    )
    assert lines
    assert set(lines) == {"underline"}


def test_every_box_to_tick_has_a_label(page: Page) -> None:
    page.goto("/lektioner/skicka-e-faktura-till-kommunen/")
    names = page.locator("main input").evaluate_all(
        "(all) => all.map((one) => [...one.labels].map((label) => label.textContent.trim()).join())"
    )
    assert len(names) > 2
    assert all(names)


def test_search_and_menu_have_names_and_are_opened_by_buttons(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto("/")
    for name, other in (("Meny", "Sök"), ("Sök", "Meny")):
        button = page.get_by_role("button", name=name, exact=True).first
        button.focus()
        expect(button).to_be_focused()
        page.keyboard.press("Enter")
        expect(page.get_by_role("dialog", name=name, exact=True)).to_be_visible()
        expect(page.get_by_role("dialog", name=other, exact=True)).to_have_count(0)
        page.keyboard.press("Escape")
        expect(button).to_be_focused()


def test_hits_are_announced(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("Control+k")
    page.keyboard.type("faktura")
    status = page.get_by_role("status")
    expect(status).to_have_attribute("aria-live", "polite")
    expect(status).to_contain_text("träff")


def test_search_without_javascript_leads_to_a_page(chromium_without_scripts: Browser) -> None:
    page = chromium_without_scripts.new_page()
    for tree in ("/", "/nb/", "/en/"):
        page.goto(tree)
        page.get_by_role("banner").get_by_role("link", name=re.compile("^A–")).click()
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        assert page.locator("main a").count() > 20


def test_no_page_holds_what_material_writes_around_it(html: Path) -> None:
    found = []
    for path in sorted(html.rglob("*.html")):
        text = path.read_text("utf-8")
        found += [(path, one) for one in re.findall(r'\bid="__[^"]*"', text)]
        found += [(path, one) for one in re.findall(r'<[^>]* style="[^"]*"|<style\b', text)]
        found += [(path, one) for one in re.findall(r"<nav(?![^>]* aria-label)[^>]*>", text)]
        for form in re.findall(r"<form\b.*?</form>", text, re.DOTALL):
            if not re.search(r'<button(?![^>]*type="button")|type="submit"', form):
                found.append((path, form))
        names = re.findall(r'<nav[^>]* aria-label="([^"]*)"', text)
        assert len(names) == len(set(names)), path
    assert found == []


def test_what_is_left_out_of_materials_style_sheet_changes_no_page(
    written: str, page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dalamodellen.renderers.theme.usable_css", lambda css, _: css)
    whole = join_stylesheets(EXTENSIONS)[STYLESHEET]
    assert len(whole) > 1.7 * len(_own_sheet(page, written))
    own = page.evaluate(STYLES)
    page.route("**/site.css", lambda route: route.fulfill(body=whole, content_type="text/css"))
    page.reload()
    page.evaluate("() => document.fonts.ready")
    assert len(own) > 40
    assert page.evaluate(STYLES) == own


def _own_sheet(page: Page, url: str) -> str:
    with page.expect_response("**/site.css") as sheet:
        page.goto(url)
    page.evaluate("() => document.fonts.ready")
    return sheet.value.text()
