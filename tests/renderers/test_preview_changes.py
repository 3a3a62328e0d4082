# SPDX-License-Identifier: EUPL-1.2
"""What counts as a change: all that a build reads, and nothing an editor makes while it saves."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from conftest import SmallSite
from dalamodellen.renderers.preview_changes import (
    Stamps,
    changed_paths,
    read_stamps,
    wait_for_change,
)

FILES: dict[str, str | bytes] = {
    "data/site.yml": "name: x\n",
    "content/om/index.md": "# Om\n",
    "mkdocs.yml": "plugins: [dalamodellen]\n",
    "README.md": "läs mig",
}


def changes(root: Path) -> list[str]:
    """Give what has changed since the small site was made, but for the theme in use here."""
    after = {path: stamp for path, stamp in read_stamps(root).items() if path[:5] != "theme"}
    return changed_paths(BEFORE[root], after)


BEFORE: dict[Path, dict[str, tuple[object, ...]]] = {}


@pytest.fixture
def root(small_site: SmallSite) -> Path:
    made = small_site(FILES)
    BEFORE[made] = {path: s for path, s in read_stamps(made).items() if path[:5] != "theme"}
    return made


def test_everything_a_build_reads_is_watched(root: Path) -> None:
    assert list(BEFORE[root]) == [
        "content",
        "content/om",
        "content/om/index.md",
        "data",
        "data/site.yml",
        "mkdocs.yml",
    ]
    assert "theme/base.html" in read_stamps(root)


def test_what_is_new_gone_or_different_is_a_change(root: Path) -> None:
    (root / "data/site.yml").write_text("name: y\n")
    (root / "content/om/index.md").unlink()
    (root / "data/terms").mkdir()
    assert changes(root) == ["content/om/index.md", "data/site.yml", "data/terms"]


def test_the_right_to_read_a_file_is_a_change(root: Path) -> None:
    (root / "data/site.yml").chmod(0o640)
    assert changes(root) == ["data/site.yml"]


def test_a_file_that_is_put_in_the_place_of_another_is_a_change(root: Path) -> None:
    (root / "content/.ny").write_text("# Om\n")
    (root / "content/.ny").replace(root / "content/om/index.md")
    assert changes(root) == ["content/om/index.md"]


@pytest.mark.parametrize(
    "name",
    [
        "content/.index.md.swp",
        "content/om/index.md~",
        "content/om/#index.md#",
        "content/4913",
        "content/om/index.md___jb_tmp___",
        "data/.DS_Store",
        "data/Thumbs.db",
        "site/index.html",
        "README.md",
        ".dalamodellen/cache/x",
        ".git/index",
    ],
)
def test_what_no_build_reads_is_no_change(name: str, root: Path) -> None:
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_text("något")
    assert changes(root) == []


def test_a_link_that_leads_nowhere_or_in_a_ring_is_survived(root: Path) -> None:
    (root / "content/bort").symlink_to("finns-inte")
    (root / "content/ring").symlink_to(root / "content", target_is_directory=True)
    assert changes(root) == ["content/bort", "content/ring"]


def test_a_file_that_keeps_its_size_and_time_is_a_change(root: Path) -> None:
    path = root / "data/site.yml"
    before = path.stat()
    path.write_text("name: y\n")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert (path.stat().st_size, path.stat().st_mtime_ns) == (before.st_size, before.st_mtime_ns)
    assert changes(root) == ["data/site.yml"]


A, B, C = ({"data/site.yml": (number,)} for number in range(3))


def _wait(looks: list[dict[str, tuple[int]]]) -> tuple[Stamps, int]:
    """Wait among looks, and give what was found and how many were left."""
    left = list(looks)
    found = wait_for_change(lambda: left.pop(0), A, sleep=lambda _: None)
    return found, len(left)


@pytest.mark.parametrize(
    ("looks", "left"),
    [
        pytest.param([A, A, B, B, C], 1, id="still after one change"),
        pytest.param([B, C, B, B, A], 1, id="several changes are one"),
        pytest.param([A, B, A, A, A, B, B, C], 1, id="what came and went is none"),
        pytest.param([B, C] * 60, 79, id="never still"),
    ],
)
def test_waiting_ends_when_a_change_is_finished(
    looks: list[dict[str, tuple[int]]], left: int
) -> None:
    assert _wait(looks) == (B, left)
