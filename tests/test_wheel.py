# SPDX-License-Identifier: EUPL-1.2
"""The package as others install it: theme and words inside, no need of this repository."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from conftest import REPOSITORY


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [
            sys.executable,
            "-m",
            "pip",
            "wheel",
            "--quiet",
            "--no-deps",
            "--no-build-isolation",
            "--no-index",
            "--disable-pip-version-check",
            "--wheel-dir",
            str(folder),
            str(REPOSITORY),
        ],
        check=True,
        capture_output=True,
    )
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_the_theme_the_words_and_the_codes(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    wanted = {
        "dalamodellen/issues.toml",
        "dalamodellen/mkdocs.yml",
        "dalamodellen/inputs/codes/places.csv",
        "dalamodellen/outputs/exports/new_site_files/dot-github/workflows/publish.yml",
        "dalamodellen/outputs/exports/new_site_files/dot-gitignore",
        "dalamodellen/outputs/exports/starting_words.toml",
        "dalamodellen/outputs/pages/project.md.j2",
        "dalamodellen/theme/base.html",
        "dalamodellen/theme/tokens.css",
    }
    assert wanted - names == set()
    assert any(name.startswith("dalamodellen/theme/assets/fonts/") for name in names)
    assert not any(name.startswith(("data/", "content/", "tests/")) for name in names)


def test_a_site_that_is_only_content_builds_from_the_wheel(wheel: Path, tmp_path: Path) -> None:
    installed = tmp_path / "installed"
    subprocess.run(
        [
            sys.executable,
            "-m",
            "pip",
            "install",
            "--quiet",
            "--no-deps",
            "--no-index",
            "--disable-pip-version-check",
            "--target",
            str(installed),
            str(wheel),
        ],
        check=True,
        capture_output=True,
    )
    root = tmp_path / "webbplats"
    (root / "content").mkdir(parents=True)
    (root / "content/index.md").write_text("# Hej\n", encoding="utf-8")
    program = (
        "import dalamodellen, sys; from dalamodellen.cli import main; "
        f"assert dalamodellen.__file__.startswith({str(installed)!r}), dalamodellen.__file__; "
        "main(['--root', sys.argv[1], 'build', '--today', '2026-11-22'])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(root)],
        check=False,
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(installed)},
    )
    assert done.returncode == 0, done.stderr
    assert "<h1" in (root / "site/index.html").read_text("utf-8")
    assert (root / "site/assets/site.css").stat().st_size > 1000
