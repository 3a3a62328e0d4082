# SPDX-License-Identifier: EUPL-1.2
"""Whatever goes wrong while a site is written, the last good one is whole and people are told."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import TODAY, SmallSite

COMMAND = [sys.executable, "-m", "dalamodellen"]
DAY = ["--today", TODAY.isoformat()]
SMALL = 4_000
"""Bytes; less than any stylesheet, so a file of this size is where a full disk stops."""


def build(root: Path, *options: str, largest: int | None = None) -> subprocess.Popen[str]:
    def limit() -> None:
        if largest is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))

    return subprocess.Popen(
        [*COMMAND, "--root", str(root), "build", *DAY, *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=root.parent,
        preexec_fn=limit,  # noqa: PLW1509 - no threads are running here
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
    )


def finished(process: subprocess.Popen[str]) -> tuple[int, str]:
    """Wait for a build, and give its exit code and what it told."""
    with process:
        _, told = process.communicate()
    return process.returncode, told


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_a_disk_that_is_full_leaves_the_last_good_site_and_says_so(small_site: SmallSite) -> None:
    root = small_site({"content/index.md": "# Ett\n"})
    assert finished(build(root))[0] == 0
    before = files(root / "site")
    (root / "content/index.md").write_text("# Två\n")
    process = build(root, largest=SMALL)
    code, told = finished(process)
    assert code == 1
    assert "Traceback" not in told
    assert "Det gick inte att skriva webbplatsen" in told
    assert "Den förra webbplatsen står kvar som den var." in told
    assert files(root / "site") == before
    assert [path.name for path in root.glob(".site*")] == []


@pytest.mark.parametrize("large", [0, 1])
def test_a_disk_that_is_full_for_one_of_several_processes_is_told_too(
    large: int, small_site: SmallSite
) -> None:
    pages = {f"content/sida-{number:02}.md": f"# Sida {number}\n" for number in range(60)}
    root = small_site(pages)
    assert finished(build(root))[0] == 0
    before = files(root / "site")
    # Of two pages beside each other one is made in another process.
    words = "Ord, ord, ord.\n\n" * 20_000
    (root / f"content/sida-0{large}.md").write_text(f"# Stor\n\n{words}")
    code, told = finished(build(root, "--jobs", "2", largest=300_000))
    assert (code, "Traceback" in told) == (1, False)
    assert "Det gick inte att skriva webbplatsen" in told
    assert files(root / "site") == before
    assert [path.name for path in root.glob(".site*")] == []


def test_a_place_that_cannot_be_written_is_told(small_site: SmallSite) -> None:
    root = small_site({"content/index.md": "# Ett\n", "upptagen": "en fil"})
    process = build(root, "--site-dir", str(root / "upptagen/site"))
    code, told = finished(process)
    assert code == 1
    assert "Traceback" not in told
    assert "Det gick inte att skriva webbplatsen" in told
    assert (root / "upptagen").read_text() == "en fil"


def test_two_builds_at_once_leave_one_whole_site(small_site: SmallSite) -> None:
    root = small_site({f"content/sida-{number}.md": f"# Sida {number}\n" for number in range(20)})
    assert finished(build(root))[0] == 0
    alone = files(root / "site")
    both = [build(root), build(root)]
    # Both are running; each is waited for in turn.
    ends = [finished(process) for process in both]
    assert [code for code, _ in ends] == [0, 0], ends
    assert files(root / "site") == alone
    assert [path.name for path in root.glob(".site*")] == []
