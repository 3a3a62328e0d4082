# SPDX-License-Identifier: EUPL-1.2
"""html-validate, with all its recommended rules, finds no error in any built page."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from conftest import REPOSITORY, TODAY
from dalamodellen.build import build_site
from dalamodellen.renderers.mkdocs_run import render_html

CASES = ("redirect_of_file", "translations", "statement", "draft", "one_project", "acknowledged")
MARKS = ('http-equiv="refresh"', "note--draft", "known-flaws", 'class="goals"')
"""What is on a redirect, a draft, a page with an acknowledged warning, a project."""
SETTINGS = REPOSITORY / "tests/browser/htmlvalidate.json"


def _validate(folder: Path) -> list[str]:
    """Ask html-validate about every HTML file below a folder, in one run."""
    run = subprocess.run(
        [
            str(Path(sys.executable).parent / "node"),
            str(REPOSITORY / "node_modules/html-validate/bin/html-validate.mjs"),
            "--config",
            str(SETTINGS),
            "--formatter",
            "json",
            f"{folder}/**/*.html",
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    return [
        f"{page['filePath']}:{message['line']}: {message['ruleId']}: {message['message']}"
        for page in json.loads(run.stdout)
        for message in page["messages"]
    ]


def test_every_page_is_valid_html(html: Path) -> None:
    pages = {path.relative_to(html).as_posix(): path for path in html.rglob("*.html")}
    trees = ("", "nb/", "en/", "exempel/", "exempel/nb/", "exempel/en/")
    assert {f"{tree}{name}.html" for tree in trees for name in ("index", "404")} <= pages.keys()
    assert _validate(html) == []


def test_pages_that_the_site_itself_has_none_of_are_valid_too(tmp_path: Path) -> None:
    for case in CASES:
        root = REPOSITORY / "tests/cases" / case
        render_html(build_site(root, today=TODAY, shows_drafts=True), tmp_path / case)
    pages = [path.read_text("utf-8") for path in sorted(tmp_path.rglob("*.html"))]
    for mark in MARKS:
        assert any(mark in page for page in pages), mark
    assert _validate(tmp_path) == []


def test_all_recommended_rules_are_asked_with_their_own_settings() -> None:
    assert json.loads(SETTINGS.read_text("utf-8")) == {
        "root": True,
        "extends": ["html-validate:recommended"],
    }


def test_a_page_that_is_not_valid_is_told(tmp_path: Path) -> None:
    (tmp_path / "a/b").mkdir(parents=True)
    (tmp_path / "a/b/page.html").write_text(
        "<!DOCTYPE html>\n<p>text<br />\n<td align='left'>", "utf-8"
    )
    told = {line.split(": ")[1] for line in _validate(tmp_path)}
    assert {"void-style", "no-deprecated-attr"} <= told
