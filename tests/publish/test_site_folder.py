# SPDX-License-Identifier: EUPL-1.2
"""The swap: the old site or the new one, never half of either and never nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from dalamodellen.publish.site_folder import (
    MARK,
    ForeignFolderError,
    building_folder,
    check_folder,
    mark_folder,
)


def _site(folder: Path, words: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "index.html").write_text(words, encoding="utf-8")
    mark_folder(folder)
    return folder


def test_the_new_site_takes_the_place_of_the_old_whole(tmp_path: Path) -> None:
    site = _site(tmp_path / "site", "gammal")
    (site / "borta.html").write_text("x", encoding="utf-8")
    with building_folder(site) as beside:
        _site(beside, "ny")
        assert (site / "index.html").read_text("utf-8") == "gammal"
    assert sorted(path.name for path in site.iterdir()) == [MARK, "index.html"]
    assert (site / "index.html").read_text("utf-8") == "ny"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_build_that_fails_changes_nothing_and_leaves_nothing(tmp_path: Path) -> None:
    site = _site(tmp_path / "site", "gammal")

    def fail() -> None:
        with building_folder(site) as beside:
            (beside / "index.html").write_text("halv", encoding="utf-8")
            raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space left"):
        fail()
    assert (site / "index.html").read_text("utf-8") == "gammal"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_build_that_wrote_nothing_is_no_build(tmp_path: Path) -> None:
    site = _site(tmp_path / "site", "gammal")
    with pytest.raises(FileNotFoundError), building_folder(site):
        pass
    assert (site / "index.html").read_text("utf-8") == "gammal"


def test_what_a_killed_build_left_is_cleared_and_a_moved_site_put_back(tmp_path: Path) -> None:
    dead = 2**22 + 1
    (tmp_path / f".site-building-{dead}").mkdir()
    _site(tmp_path / f".site-building-{dead}-old", "gammal")
    with building_folder(tmp_path / "site") as beside:
        assert (tmp_path / "site/index.html").read_text("utf-8") == "gammal"
        _site(beside, "ny")
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_folders_that_are_not_ours_are_refused(tmp_path: Path) -> None:
    root = tmp_path / "rot"
    (root / "content").mkdir(parents=True)
    (root / "data").mkdir()
    foreign = tmp_path / "annat"
    foreign.mkdir()
    (foreign / "viktigt.txt").write_text("x", encoding="utf-8")
    for folder in (root, tmp_path, root / "content", root / "data/site", foreign):
        with pytest.raises(ForeignFolderError):
            check_folder(folder, root)
    for folder in (root / "site", tmp_path / "ny", _site(tmp_path / "egen", "x")):
        check_folder(folder, root)
