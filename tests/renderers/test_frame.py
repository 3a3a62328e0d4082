# SPDX-License-Identifier: EUPL-1.2
"""The frame around every page: its policy, its buttons and dialogs, and the scripts behind them."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

from conftest import REPOSITORY, TODAY, SmallSite
from dalamodellen.build import build_site
from dalamodellen.outputs.addresses import is_reserved
from dalamodellen.outputs.hosting import CONTENT_SECURITY_POLICY, render_headers_file
from dalamodellen.outputs.search.index_files import FOLDER
from dalamodellen.renderers.mkdocs_run import render_html

SCRIPTS = sorted((REPOSITORY / "theme/assets").glob("*.js"))
MOST_BYTES = {"site.js": 2700}
"""What a script that every page fetches may weigh, packed."""
MOST_WHEN_USED = 3200
WORDS = {
    "": ("Sök", "Meny", "Stäng", "Utseende", "Som enheten", "Ljust", "Mörkt"),
    "nb/": ("Søk", "Meny", "Lukk", "Utseende", "Som enheten", "Lyst", "Mørkt"),
    "en/": ("Search", "Menu", "Close", "Appearance", "Same as device", "Light", "Dark"),
}


@pytest.fixture(scope="module")
def html(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration site by itself, as HTML."""
    target = tmp_path_factory.mktemp("frame") / "site"
    render_html(build_site(REPOSITORY / "examples/demo", today=TODAY), target)
    return target


def test_every_page_holds_the_policy_of_the_headers_before_all_else(html: Path) -> None:
    (whole,) = re.findall(r"Content-Security-Policy: (.*)\n", render_headers_file(""))
    assert ("frame-ancestors", "'none'") in CONTENT_SECURITY_POLICY
    wanted = whole.replace("; frame-ancestors 'none'", "")
    assert "frame-ancestors" not in wanted
    for page in sorted(html.rglob("*.html")):
        head = page.read_text("utf-8").partition("<head>")[2].strip()
        first = f'<meta http-equiv="Content-Security-Policy" content="{wanted}">'
        assert head.replace("&#39;", "'").startswith(first), page


def test_nothing_in_a_page_is_what_the_policy_refuses(html: Path) -> None:
    for page in sorted(html.rglob("*.html")):
        text = page.read_text("utf-8")
        # Data for machines is never run.
        text = text.replace('<script type="application/ld+json">', "")
        assert not re.findall(r"<script(?![^>]*\ssrc=)[^>]*>|\son\w+=|<style|\sstyle=", text), page


@pytest.mark.parametrize("tree", WORDS)
def test_buttons_and_dialogs_are_named_in_the_language_of_the_page(tree: str, html: Path) -> None:
    text = (html / tree / "lektioner/index.html").read_text("utf-8")
    search, menu, close, scheme, device, light, dark = WORDS[tree]
    buttons = [
        (re.findall(r'(?:id|aria-controls|aria-expanded|type)="[^"]*"', attributes), words)
        for attributes, words in re.findall(r"<button([^>]*)>.*?</svg>([^<]*)</button>", text)
    ]
    assert buttons == [
        (
            [
                'id="frame--search-open"',
                'type="button"',
                'aria-controls="frame--search"',
                'aria-expanded="false"',
            ],
            search,
        ),
        (
            [
                'id="frame--menu-open"',
                'type="button"',
                'aria-controls="frame--menu"',
                'aria-expanded="false"',
            ],
            menu,
        ),
        (['type="button"'], close),
        (['type="button"'], close),
    ]
    for name, words in (("menu", menu), ("search", search)):
        assert re.search(
            rf'<dialog [^>]*id="frame--{name}" aria-labelledby="frame--{name}-title"', text
        )
        assert f'<p class="dialog__title" id="frame--{name}-title">{words}</p>' in text
    choices = text.partition("<fieldset")[2].partition("</fieldset>")[0]
    shown = re.sub(r"<[^>]*>", "\n", choices.partition(">")[2]).split("\n")
    assert [word.strip() for word in shown if word.strip()] == [scheme, device, light, dark]
    assert text.count("<h1") == 1


@pytest.mark.parametrize("tree", WORDS)
def test_the_search_finds_its_index_and_its_worker_beside_its_script(tree: str, html: Path) -> None:
    page = html / tree / "lektioner/index.html"
    text = page.read_text("utf-8")
    assert re.findall(r'<dialog [^>]*data-fails="([^"]+)"', text)
    (script,) = re.findall(r'<script src="([^"]*/site\.js)"', text)
    search = (page.parent / script).with_name("search").resolve()
    assert search == html / tree / FOLDER.rstrip("/")
    assert {"worker.js", "directory.json", "pages.json"} <= {file.name for file in search.iterdir()}


def test_every_script_is_small_ours_and_keeps_to_the_policy(html: Path) -> None:
    names = [script.name for script in SCRIPTS]
    assert names == [
        "course-counts.js",
        "course-rows.js",
        "courses.js",
        "search-offline.js",
        "search-page.js",
        "search.js",
        "site.js",
        "upcoming.js",
    ]
    for script in SCRIPTS:
        text = script.read_text("utf-8")
        assert len(gzip.compress(script.read_bytes(), 9, mtime=0)) <= MOST_BYTES.get(
            script.name, MOST_WHEN_USED
        )
        refused = r"\beval\b|new Function|innerHTML|\.style\b|cookie|https?://|setAttribute\(.on"
        assert not re.findall(refused, text), script.name
        assert is_reserved(f"/assets/{script.name}")
        assert (html / "assets" / script.name).read_bytes() == script.read_bytes()


def test_the_scheme_is_set_before_anything_is_drawn(html: Path) -> None:
    head = (html / "index.html").read_text("utf-8").partition("</head>")[0]
    first, *modules = re.findall(r"<script.*</script>", head)
    assert first == '<script src="assets/site.js"></script>'
    # A module waits for the page.
    assert modules == ['<script type="module" src="assets/upcoming.js"></script>']


def test_no_heading_of_a_page_gets_an_id_of_the_frame(
    small_site: SmallSite, tmp_path: Path, html: Path
) -> None:
    page = (html / "lektioner/index.html").read_text("utf-8")
    frame = sorted(set(re.findall(r'\bid="(frame[^"]*)"', page)))
    assert {"frame--main", "frame--menu", "frame--search", "frame--search-field"} <= set(frame)
    words = [*frame, *(name.replace("-", " ") for name in frame)]
    words += [name.removeprefix("frame--").replace("-", " ") for name in frame]
    text = "# Rubriker\n" + "".join(f"\n## {word.capitalize()}\n\nText.\n" for word in words)
    build = build_site(small_site({"content/om/index.md": text}), today=TODAY)
    render_html(build, tmp_path / "html")
    ids = re.findall(r'\bid="([^"]+)"', (tmp_path / "html/om/index.html").read_text("utf-8"))
    assert len(ids) > 4 * len(frame) - 1
    assert sorted(ids) == sorted(set(ids))
    # All that the frame's script and labels ask for by id is in the frame.
    assert {name for name in ids if name.startswith("frame--")} == set(frame)
