# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

from pathlib import Path

import pytest

from dalamodellen.inputs.writer import TakenPathError, write_new, write_new_folder


def test_a_new_file_is_written_in_utf_8_with_its_folders(tmp_path: Path) -> None:
    write_new(tmp_path / "a/b.yml", "å\nä\n")
    assert (tmp_path / "a/b.yml").read_bytes() == "å\nä\n".encode()


def test_a_file_or_a_shortcut_that_stands_is_left(tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("mitt eget", encoding="utf-8")
    (tmp_path / "genväg").symlink_to(tmp_path / "finns-inte")
    for name in ("fil", "genväg"):
        with pytest.raises(TakenPathError):
            write_new(tmp_path / name, "nytt")
    assert (tmp_path / "fil").read_text("utf-8") == "mitt eget"
    assert not (tmp_path / "finns-inte").exists()


def test_of_a_folder_that_cannot_be_written_nothing_is_left(tmp_path: Path) -> None:
    files = {"a.txt": "a", "b.txt": "b", "b.txt/c.txt": "c"}
    with pytest.raises(OSError, match=r"b\.txt"):
        write_new_folder(files, tmp_path / "ny")
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
