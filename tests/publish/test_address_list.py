# SPDX-License-Identifier: EUPL-1.2
"""The list of published addresses only grows, is whole at every moment, and is never fought over."""

from __future__ import annotations

import multiprocessing
import resource
import signal
from pathlib import Path

import pytest

from dalamodellen.publish.address_list import HEAD, add_addresses

LIST = "data/addresses.txt"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    return tmp_path


def add_many(root: Path, name: str) -> None:
    for number in range(40):
        add_addresses(root, [f"/{name}/{number}/"])


def add_on_a_full_disk(root: Path) -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (500, 500))
    with pytest.raises(OSError, match="large"):
        add_addresses(root, [f"/sida-{number}/" for number in range(500)])


def test_a_new_list_says_what_it_is_and_is_sorted(root: Path) -> None:
    assert add_addresses(root, ["/b/", "/a/", "/ö/"]) == 3
    assert (root / LIST).read_text("utf-8") == f"{HEAD}/a/\n/b/\n/ö/\n"
    assert all(line.startswith("# ") for line in HEAD.splitlines())


def test_what_is_listed_stays_and_new_lines_find_their_places(root: Path) -> None:
    # Two branches were joined: the order is lost, one line is double, a comment stands inside.
    before = "# Egen rad\n/b/\n/borta/\n\n# Kursen 2020\n/a/\n/b/\n/p%C3%A5/"
    (root / LIST).write_text(before)
    assert add_addresses(root, ["/b/", "/aa/", "/på/", "/ö/"]) == 2
    assert (root / LIST).read_text("utf-8") == (
        "# Egen rad\n/aa/\n/b/\n/borta/\n\n# Kursen 2020\n/a/\n/b/\n/p%C3%A5/\n/ö/\n"
    )


def test_who_reads_the_list_meanwhile_reads_the_whole_old_one(root: Path) -> None:
    (root / LIST).write_text("/b/\n")
    with (root / LIST).open(encoding="utf-8") as reading:
        assert add_addresses(root, ["/a/"]) == 1
        assert reading.read() == "/b/\n"
    assert (root / LIST).read_text() == "/a/\n/b/\n"


def test_nothing_new_leaves_the_file_untouched(root: Path) -> None:
    (root / LIST).write_text("/a/\n")
    before = (root / LIST).stat()
    assert add_addresses(root, ["/a/"]) == 0
    assert (root / LIST).stat() == before


def test_a_site_without_a_folder_for_data_gets_none(tmp_path: Path) -> None:
    assert add_addresses(tmp_path, ["/a/"]) == 0
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_build_left_half_written_is_cleared_away(root: Path) -> None:
    (root / "data/.addresses.txt.new").write_text("/hal")
    assert add_addresses(root, ["/a/"]) == 1
    assert [path.name for path in (root / "data").iterdir()] == ["addresses.txt"]


def test_a_shortcut_and_a_write_protected_list_are_left_alone(root: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere.txt").write_text("/a/\n")
    (root / LIST).symlink_to(tmp_path / "elsewhere.txt")
    with pytest.raises(OSError, match=r"addresses\.txt"):
        add_addresses(root, ["/b/"])
    assert (tmp_path / "elsewhere.txt").read_text() == "/a/\n"
    (root / LIST).unlink()
    (root / LIST).write_text("/a/\n")
    (root / LIST).chmod(0o444)
    with pytest.raises(PermissionError):
        add_addresses(root, ["/b/"])
    assert (root / LIST).read_text() == "/a/\n"


def test_builds_at_once_lose_no_line(root: Path) -> None:
    context = multiprocessing.get_context("spawn")
    processes = [context.Process(target=add_many, args=(root, name)) for name in ("a", "b", "c")]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert [process.exitcode for process in processes] == [0, 0, 0]
    lines = (root / LIST).read_text("utf-8").removeprefix(HEAD).splitlines()
    assert lines == sorted(f"/{name}/{number}/" for name in "abc" for number in range(40))


def test_a_full_disk_leaves_the_list_as_it_was(root: Path) -> None:
    (root / LIST).write_text("/a/\n")
    process = multiprocessing.get_context("spawn").Process(target=add_on_a_full_disk, args=(root,))
    process.start()
    process.join()
    assert process.exitcode == 0
    assert {path.name: path.read_text() for path in (root / "data").iterdir()} == {
        "addresses.txt": "/a/\n"
    }
