# SPDX-License-Identifier: EUPL-1.2
"""Tables say what they are about, and fit every screen while they stay tables to those who listen."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Page

from browser.axe import find_faults
from browser.site import SiteServer
from conftest import TODAY
from dalamodellen.build import build_site
from dalamodellen.renderers.mkdocs_run import render_html

WIDTHS = (320, 360, 480, 600, 768, 1024, 1280)
LONG = "tillgänglighetsredogörelsens"
SMALL = """# Tabeller

Tabell: Pris *per* år

| År | Pris | Vad du får |
| --- | ---: | --- |
| 2025 | 1 200 kr | Kaffe |
| 2026 | 1 350 kr | Kaffe och bulle |

## Utan rubrik

| | Ja | Nej |
| --- | :-: | --- |
| Kurs | 3 | 4 |
| Kurs | 5 | 6 |
"""


def _wide(columns: int) -> str:
    def row(cell: str) -> str:
        return "| " + " | ".join(f"{cell} {number}" for number in range(columns)) + " |\n"

    rule = "|" + " --- | ---: |" * (columns // 2) + " --- |" * (columns % 2) + "\n"
    return (
        f"Tabell: {columns} kolumner\n\n{row(LONG)}{rule}{row('17 520 617 kr')}{row(LONG)}"
        f"{row('Ord och ord')}"
    )


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site with tables of every width."""
    folder = tmp_path_factory.mktemp("tables")
    (folder / "root/content/bred").mkdir(parents=True)
    (folder / "root/content/index.md").write_text(SMALL, "utf-8")
    wide = "\n".join(_wide(columns) for columns in range(1, 13))
    (folder / "root/content/bred/index.md").write_text(f"# Breda\n\n{wide}", "utf-8")
    build = build_site(folder / "root", today=TODAY)
    told = [(issue.code, issue.source.line) for issue in build.issues]
    assert told == [("no-git-history", 1), ("table-without-caption", 12)]
    render_html(build, folder / "html")
    server = SiteServer(folder / "html")
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


class _Tables(HTMLParser):
    """What is wrong with the tables of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.named_by: list[str] = []
        self.captions = self.heads = 0
        self.number = 0
        self.faults: list[str] = []
        self.feed(text)
        self.faults += [f"no {name}" for name in self.named_by if name not in self.ids]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.ids.add(found.get("id") or "")
        self.faults += [f"<{tag} {name}>" for name in ("style", "align") if name in found]
        if tag == "table":
            self.number += 1
            self.captions = self.heads = 0
            if name := found.get("aria-labelledby"):
                self.named_by.append(name)
                self.captions = 1
        elif tag == "caption":
            self.captions += 1
        elif tag == "th":
            self.heads += 1
            if found.get("scope") not in ("col", "row"):
                self.faults.append(f"table {self.number} has a head of nothing")

    def handle_endtag(self, tag: str) -> None:
        if tag == "table" and self.captions != 1:
            self.faults.append(f"table {self.number} has {self.captions} names")
        if tag == "table" and not self.heads:
            self.faults.append(f"table {self.number} has no heads")


def _tables_told(nodes: dict[str, Any], node: Any) -> Iterator[tuple[str, str]]:
    role = node["role"]["value"]
    if role in ("table", "columnheader", "rowheader", "cell", "gridcell"):
        yield role, node["name"]["value"]
    for child in node["childIds"]:
        yield from _tables_told(nodes, nodes[child])


def test_every_table_of_the_site_has_one_name_and_heads_that_say_what_they_head(
    html: Path,
) -> None:
    pages = {path: _Tables(path.read_text("utf-8")) for path in sorted(html.rglob("*.html"))}
    assert sum(page.number for page in pages.values()) > 20
    assert {path: page.faults for path, page in pages.items() if page.faults} == {}


@pytest.mark.parametrize("size", [16, 32], ids=["plain", "doubled"])
def test_a_table_never_reaches_outside_its_page_and_no_cell_over_another(
    page: Page, tables: str, size: int
) -> None:
    page.goto(f"{tables}/bred/")
    page.evaluate(
        """(size) => {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(`html { font-size: ${size}px !important; }`);
            document.adoptedStyleSheets = [sheet];
        }""",
        size,
    )
    faults = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 256})
        found = page.evaluate("""() => {
            const faults = [];
            const root = document.documentElement;
            if (root.scrollWidth > root.clientWidth) faults.push(`page is ${root.scrollWidth} wide`);
            for (const frame of document.querySelectorAll('.table-frame')) {
                const name = frame.querySelector('caption').textContent;
                if (frame.scrollWidth > frame.clientWidth) faults.push(`${name} is ${frame.scrollWidth} wide`);
                for (const cell of frame.querySelectorAll('tbody > tr > *'))
                    if (cell.scrollWidth > cell.clientWidth + 1) faults.push(`${name} is cut`);
            }
            return faults;
        }""")
        faults += [f"{width}: {fault}" for fault in found]
    assert faults == []


def test_a_table_is_a_table_to_a_screen_reader_on_the_narrowest_screen_too(
    axe_page: Page, tables: str
) -> None:
    axe_page.goto(tables)
    axe_page.set_viewport_size({"width": 320, "height": 256})
    assert axe_page.locator("tbody tr").first.evaluate(
        "(row) => getComputedStyle(row).display"
    ) == ("block")
    # What Chromium tells a screen reader, not what the elements are called.
    tree = axe_page.context.new_cdp_session(axe_page).send("Accessibility.getFullAXTree")["nodes"]
    told = list(_tables_told({node["nodeId"]: node for node in tree}, tree[0]))
    assert told[: told.index(("table", "Utan rubrik"))] == [
        ("table", "Pris per år"),
        ("columnheader", "År"),
        ("columnheader", "Pris"),
        ("columnheader", "Vad du får"),
        ("rowheader", "2025"),
        ("cell", "Pris: 1\N{NO-BREAK SPACE}200 kr"),
        ("cell", "Vad du får: Kaffe"),
        ("rowheader", "2026"),
        ("cell", "Pris: 1\N{NO-BREAK SPACE}350 kr"),
        ("cell", "Vad du får: Kaffe och bulle"),
    ]
    assert find_faults(axe_page) == []


def test_a_table_without_a_caption_is_named_by_the_heading_above_it(
    page: Page, tables: str
) -> None:
    page.goto(tables)
    table = page.get_by_role("table", name="Utan rubrik")
    assert table.get_by_role("columnheader").all_inner_texts() == ["Ja", "Nej"]
    # Cells that are alike cannot tell the rows apart, so they head nothing.
    assert table.get_by_role("rowheader").count() == 0
