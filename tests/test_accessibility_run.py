# SPDX-License-Identifier: EUPL-1.2
"""What axe saw is written down once, by a thorough run that showed every page, faults and all."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import REPOSITORY

_CONFTEST = """
from datetime import date
from pathlib import Path

from accessibility_run import NAME, AccessibilityRun


def pytest_configure(config):
    run = AccessibilityRun(Path(__file__).parent, date(2026, 11, 23), is_thorough={is_thorough})
    config.pluginmanager.register(run, NAME)
"""
_TEST = """
from accessibility_report import PageView, Tools

TOOLS = Tools("axe-core 1", "Chromium 2", ("WCAG 2.2 AA",))
WAYS = [(320, "light"), (1280, "dark")]


def test_pages_in_{language}(request):
    run = request.config.pluginmanager.get_plugin("accessibility-run")
    for width, scheme in WAYS:
        view = PageView("/{language}/", "{language}", width, scheme, {broken!r})
        run.note([view], ["/sv/", "/nb/"], WAYS, TOOLS)
    assert {broken!r} == ()
"""
_HEAD = """\
# Vad det senaste testet av tillgänglighet fann. Skrivs av make test-all; ändra den inte för hand.
"""
_WHOLE = """\
date: 2026-11-23
tool: axe-core 1
browser: Chromium 2
standards:
  - WCAG 2.2 AA
languages: [sv, nb]
pages: 2
views: 4
widths: [320, 1280]
schemes: [light, dark]
"""
_FAILURES = """\
failures:
  - rule: color-contrast
    pages: 1
  - rule: list
    pages: 2
"""


def _run(
    root: Path, *options: str, is_thorough: bool = True, **broken: tuple[str, ...]
) -> tuple[str, str | None]:
    """Run made-up tests of two languages; give what pytest said and what was written."""
    (root / "data").mkdir()
    (root / "pytest.ini").write_text("[pytest]\n", "utf-8")
    (root / "conftest.py").write_text(_CONFTEST.format(is_thorough=is_thorough), "utf-8")
    for language in ("sv", "nb"):
        code = _TEST.format(language=language, broken=broken.get(language, ()))
        (root / f"test_{language}.py").write_text(code, "utf-8")
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "--dist=loadscope", *options],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY / "tests")},
        capture_output=True,
        text=True,
        check=False,
    )
    names = sorted(path.name for path in (root / "data").iterdir())
    assert names in ([], ["accessibility-test.yml"])
    written = (root / "data/accessibility-test.yml").read_text("utf-8") if names else None
    return run.stdout, written


@pytest.mark.parametrize("workers", ["0", "2"])
def test_what_all_workers_saw_is_written_together(tmp_path: Path, workers: str) -> None:
    said, written = _run(tmp_path, "-n", workers)
    assert written == _HEAD + _WHOLE
    assert "Tillgänglighet: testet är sparat, 4 visningar." in said


def test_a_run_that_finds_faults_is_written_too(tmp_path: Path) -> None:
    said, written = _run(tmp_path, "-n2", sv=("list",), nb=("color-contrast", "list"))
    assert written == _HEAD + _WHOLE + _FAILURES
    assert "2 failed" in said


def test_a_run_that_is_not_thorough_writes_nothing(tmp_path: Path) -> None:
    said, written = _run(tmp_path, "-n2", is_thorough=False)
    assert written is None
    assert "Tillgänglighet" not in said


def test_a_run_that_left_pages_out_writes_nothing_and_says_which(tmp_path: Path) -> None:
    said, written = _run(tmp_path, "-n2", "-k", "sv")
    assert written is None
    assert "2 visningar blev inte av, först /nb/ (320, light). Inget test sparas." in said
