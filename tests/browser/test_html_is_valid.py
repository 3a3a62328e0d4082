# SPDX-License-Identifier: EUPL-1.2
"""html-validate finds no error in any built page.

Three of its recommended rules are off in htmlvalidate.json. `void-style`: Python-Markdown closes
its images with a slash, which the HTML standard allows. `long-title`: a title holds the record's
and the site's whole names, which are not ours to shorten. `no-deprecated-attr`: a table's
alignment is the attribute `align`, the only form the content-security policy lets through until
there is a class for it.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from conftest import REPOSITORY


def _validate(pattern: str) -> list[str]:
    run = subprocess.run(
        [
            str(Path(sys.executable).parent / "node"),
            str(REPOSITORY / "node_modules/html-validate/bin/html-validate.mjs"),
            "--config",
            str(REPOSITORY / "tests/browser/htmlvalidate.json"),
            "--formatter",
            "json",
            pattern,
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
    assert _validate(f"{html}/**/*.html") == []


def test_a_page_that_is_not_valid_is_told(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<!DOCTYPE html>\n<p id='1'>text<p>", "utf-8")
    assert _validate(f"{tmp_path}/*.html") != []
