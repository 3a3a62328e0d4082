# SPDX-License-Identifier: EUPL-1.2
"""Without a browser and without Node the other tests run, and a missing browser is told plainly."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from browser.chromium import MISSING
from conftest import REPOSITORY

_BROWSER = REPOSITORY / "tests/browser"


def _pytest(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run pytest where no program but Python is found."""
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *arguments],
        cwd=REPOSITORY,
        env={**os.environ, "PATH": str(folder), "CHROMIUM": str(folder / "chromium")},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_missing_browser_is_told_once_in_plain_words_with_what_to_do(tmp_path: Path) -> None:
    one = "tests/browser/test_motion.py::test_nothing_moves_in_what_opens_over_a_page"
    done = _pytest(tmp_path, one, "-p", "no:xdist")
    assert done.returncode == 1
    assert MISSING in done.stdout
    assert "conftest.py" not in done.stdout
    assert "Traceback" not in done.stdout + done.stderr


def test_all_that_needs_a_browser_or_node_is_left_out_together(tmp_path: Path) -> None:
    done = _pytest(tmp_path, "-m", "not browser", "--collect-only")
    assert done.returncode == 0, done.stdout
    files = {line.partition("::")[0] for line in done.stdout.splitlines() if "::" in line}
    assert len(files) > 50
    assert not [name for name in files if name.startswith("tests/browser/")]
    asking = [
        name
        for name in sorted(files - {Path(__file__).relative_to(REPOSITORY).as_posix()})
        if any(word in (REPOSITORY / name).read_text("utf-8") for word in ('"node"', "playwright"))
    ]
    assert asking == []
