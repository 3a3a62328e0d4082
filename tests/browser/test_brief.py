# SPDX-License-Identifier: EUPL-1.2
"""A project's brief is exactly one A4, whatever the project."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from browser.site import SiteServer, addresses_in
from conftest import TODAY
from dalamodellen.build import build_site
from dalamodellen.renderers.mkdocs_run import render_html

WORD = "kompetensutvecklingsverksamhetsplaneringen"
"""Of 42 letters, and with nowhere to break it."""


def sheets(page: Page, path: str) -> tuple[int, list[float]]:
    """Print a page, and give how many sheets it takes and the size of the first."""
    page.goto(path)
    pdf = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
    return len(pdf.pages), [round(float(side)) for side in pdf.pages[0].mediabox[2:]]


def test_every_brief_and_every_kept_version_is_one_a4(
    chromium: Browser, address: str, html: Path
) -> None:
    page = chromium.new_context(base_url=address).new_page()
    found = [path for path in addresses_in(html) if "/i-korthet/" in path]
    printed = {path: sheets(page, path) for path in found}
    page.context.close()
    assert len(found) > 20
    assert {path: one for path, one in printed.items() if one != (1, [595, 842])} == {}


def hostile_project() -> str:
    """A project with more and longer of everything than any has."""
    goals = [
        {
            "id": f"mal-{number}",
            "title": f"{WORD} {number} {WORD} och {WORD} i {WORD}",
            "counts": "organisations",
            "target": {"value": 1000000 + number, "status": "preliminary", "due": "2025-06-30"},
            "denominator": "alla",
            "measured_by": f"{WORD} {number} {WORD} {WORD}",
            "outcome": {"status": "partly", "value": 999999, "source": "kalla"},
            "source": "kalla",
        }
        for number in range(30)
    ]
    places = [
        "falun",
        "mora",
        "ludvika",
        "smedjebacken",
        "hedemora",
        "avesta",
        "leksand",
        "rattvik",
    ]
    quantity = {"phase": "achieved", "what": f"{WORD} {WORD} {WORD}", "source": "kalla"}
    return json.dumps(
        {
            "title": f"{WORD} {WORD} – {WORD} {WORD}",
            "summary": "S",
            "outcome": f"{WORD} {WORD} {WORD} {WORD} {WORD} {WORD} {WORD} {WORD}",
            "status": "ended",
            "funding": {
                "programme": "fonden",
                "granted": {"amount": 999999999999, "currency": "SEK", "precision": "about"},
            },
            "target_groups": [
                {
                    "id": "alla",
                    "counts": "organisations",
                    "title": f"{WORD} {WORD}",
                    "size": 2000000,
                }
            ],
            "participants": [
                {**quantity, "value": 1000000, "women": 499999, "men": 499999, "other": 2}
                | {"precision": "almost"},
                *({**quantity, "value": 999999} for _ in range(8)),
            ],
            "organisations": [{**quantity, "value": 999999}],
            "goals": goals,
            "municipalities": [*places, "gagnef", "borlange", "orsa", "vansbro"],
            "evaluations": [{"title": WORD, "source": "kalla"}],
            "documents": ["kalla"],
            "publication": {
                "status": "published",
                "approved_by": "redaktionen",
                "approved_on": "2026-11-22",
            },
        },
        ensure_ascii=False,
    )


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    root = tmp_path / "root"
    statement = f"{WORD} {WORD} {WORD}"
    files = {
        "site.yml": {"name": "Webbplatsen", "url": "https://www.example.org/kunskapsbanken/"},
        "documents/kalla.yml": {"title": f"{WORD} {WORD}", "kind": "report"},
        "programmes/fonden.yml": {
            "title": "Fonden",
            "fund": "Fonden",
            "publicity": "fonden",
            "source": "kalla",
            "period": "2021/2027",
        },
        "publicity/fonden.yml": {
            "title": "Fonden",
            "statement": statement,
            "ongoing": f"Projektet får stöd av {WORD}.",
            "ended": f"Projektet fick stöd av {WORD}.",
            "disclaimer": f"Sidan visar det som {WORD} har lovat. {WORD} svarar inte för den.",
            "has_eu_emblem": True,
        },
    }
    for name, record in files.items():
        path = root / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
    (root / "data/projects").mkdir()
    (root / "data/projects/lang.yml").write_text(hostile_project(), encoding="utf-8")
    build = build_site(root, today=TODAY)
    assert [issue for issue in build.issues if issue.severity == "error"] == []
    render_html(build, tmp_path / "site")
    return tmp_path / "site"


def test_a_project_with_thirty_goals_and_words_of_forty_letters_fits_on_one_sheet(
    chromium: Browser, hostile: Path
) -> None:
    server = SiteServer(hostile)
    Thread(target=server.serve_forever, daemon=True).start()
    page = chromium.new_context(base_url=f"http://127.0.0.1:{server.server_port}").new_page()
    number, size = sheets(page, "/projekt/lang/i-korthet/")
    left_out = page.locator("a", has_text="och 25 mål till")
    code = page.locator(".qr")
    told = (code.get_attribute("aria-label"), left_out.get_attribute("href"))
    wide = page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    page.context.close()
    server.shutdown()
    server.server_close()
    assert (number, size) == (1, [595, 842])
    assert told == (
        "QR-kod till https://www.example.org/kunskapsbanken/projekt/lang/i-korthet/",
        "../#mal-och-utfall",
    )
    assert wide
