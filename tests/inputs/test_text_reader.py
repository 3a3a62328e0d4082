# SPDX-License-Identifier: EUPL-1.2
"""Files on disk: what cannot be read is told, with its place, and nothing outside is followed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from conftest import SmallSite
from dalamodellen.inputs.text_reader import (
    LARGEST_TABLE,
    LARGEST_TEXT,
    find_files,
    iter_texts,
    read_text,
)
from dalamodellen.issues import Issue, Source

PROJECT = "data/projects/tre-m.yml"


def found_below(root: Path, folder: str = "data") -> tuple[list[str], list[tuple[str, str]]]:
    files, issues = find_files(root, folder)
    return (
        [path.relative_to(root).as_posix() for path in files],
        [(issue.code, issue.source.path) for issue in issues],
    )


def test_files_are_listed_by_path_whatever_the_disk_says(small_site: SmallSite) -> None:
    root = small_site({"data/b.yml": "", "data/a/z.yml": "", "data/a.yml": "", "data/å.yml": ""})
    assert found_below(root) == (["data/a.yml", "data/a/z.yml", "data/b.yml", "data/å.yml"], [])


def test_hidden_files_and_editors_leftovers_are_passed_over(small_site: SmallSite) -> None:
    names = [".git/config", ".dold.yml", "a.yml~", "Thumbs.db", "desktop.ini", "a.yml"]
    root = small_site({f"data/{name}": "x" for name in names})
    assert found_below(root) == (["data/a.yml"], [])


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert found_below(tmp_path) == ([], [])


def test_a_link_to_a_file_outside_the_root_is_link_out_of_folder(small_site: SmallSite) -> None:
    root = small_site({"data/a.yml": "title: a\n"})
    secret = root.parent / "hemligt.yml"
    secret.write_text("title: hemligt\n")
    (root / "data/link.yml").symlink_to(secret)
    assert found_below(root) == (["data/a.yml"], [("link-out-of-folder", "data/link.yml")])


def test_a_link_to_nothing_is_link_out_of_folder(small_site: SmallSite) -> None:
    root = small_site({"data/a.yml": "title: a\n"})
    (root / "data/broken.yml").symlink_to("saknas.yml")
    assert found_below(root) == (["data/a.yml"], [("link-out-of-folder", "data/broken.yml")])


def test_a_link_to_itself_is_link_out_of_folder(small_site: SmallSite) -> None:
    root = small_site({"data/a.yml": "title: a\n"})
    (root / "data/ring.yml").symlink_to("ring.yml")
    assert found_below(root) == (["data/a.yml"], [("link-out-of-folder", "data/ring.yml")])


def test_a_link_within_the_root_is_read(small_site: SmallSite) -> None:
    root = small_site({"data/a.yml": "title: a\n"})
    (root / "data/samma.yml").symlink_to("a.yml")
    assert found_below(root) == (["data/a.yml", "data/samma.yml"], [])


def test_a_link_to_a_folder_is_linked_folder_and_is_not_walked(small_site: SmallSite) -> None:
    root = small_site({"data/a/x.yml": "title: a\n"})
    (root / "data/b").symlink_to("a", target_is_directory=True)
    (root / "data/a/ring").symlink_to("..", target_is_directory=True)
    issues = [("linked-folder", "data/b"), ("linked-folder", "data/a/ring")]
    assert found_below(root) == (["data/a/x.yml"], issues)


def test_a_whole_folder_that_leads_out_is_link_out_of_folder(small_site: SmallSite) -> None:
    root = small_site({})
    elsewhere = root.parent / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "a.yml").write_text("title: a\n")
    (root / "data").symlink_to(elsewhere, target_is_directory=True)
    assert found_below(root) == ([], [("link-out-of-folder", "data")])


def test_a_pipe_is_never_waited_for(small_site: SmallSite) -> None:
    root = small_site({"data/a.yml": "title: a\n"})
    os.mkfifo(root / "data/pipe.yml")
    assert found_below(root)[0] == ["data/a.yml"]


def test_a_file_that_is_gone_when_it_is_read_is_unreadable_file(small_site: SmallSite) -> None:
    root = small_site({PROJECT: "title: Tre-M\n"})
    paths, _ = find_files(root, "data")
    paths[0].unlink()
    file, issues = read_text(root, paths[0])
    assert file is None
    assert [(issue.code, issue.source) for issue in issues] == [
        ("unreadable-file", Source(PROJECT))
    ]


def test_a_file_one_may_not_read_is_no_permission(
    small_site: SmallSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = small_site({PROJECT: "title: Tre-M\n"})

    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    file, issues = read_text(root, root / PROJECT)
    assert (file, [issue.code for issue in issues]) == (None, ["no-permission"])


def test_a_folder_in_place_of_a_file_is_unreadable_file(small_site: SmallSite) -> None:
    root = small_site({f"{PROJECT}/x": ""})
    file, issues = read_text(root, root / PROJECT)
    assert (file, [issue.code for issue in issues]) == (None, ["unreadable-file"])


def test_a_text_of_exactly_the_limit_is_read(small_site: SmallSite) -> None:
    root = small_site({PROJECT: "#" * LARGEST_TEXT})
    file, issues = read_text(root, root / PROJECT)
    assert file is not None
    assert (len(file.text), issues) == (LARGEST_TEXT, [])


def test_a_text_above_the_limit_is_file_too_large_in_megabytes(small_site: SmallSite) -> None:
    root = small_site({PROJECT: "#" * (LARGEST_TEXT + 500_000)})
    file, issues = read_text(root, root / PROJECT)
    values = {"size": "1.5", "limit": "1"}
    assert (file, issues) == (None, [Issue("file-too-large", Source(PROJECT), values)])


def test_a_table_may_be_ten_times_as_large_as_a_text(small_site: SmallSite) -> None:
    name = "data/observations/tre-m.csv"
    root = small_site({name: "#" * (LARGEST_TEXT + 1)})
    file, issues = read_text(root, root / name, largest=LARGEST_TABLE)
    assert file is not None
    assert issues == []


def test_a_byte_that_is_not_utf_8_is_pointed_at_in_characters(small_site: SmallSite) -> None:
    root = small_site({PROJECT: "title: Åäö\nnote: é".encode() + b"\xf6\n"})
    file, issues = read_text(root, root / PROJECT)
    expected = Issue("not-utf-8", Source(PROJECT, 2, 8), {"byte": "0xf6"})
    assert (file, issues) == (None, [expected])


def test_a_character_cut_in_half_is_not_utf_8(small_site: SmallSite) -> None:
    root = small_site({PROJECT: b"a\xc3"})
    assert read_text(root, root / PROJECT)[1] == [
        Issue("not-utf-8", Source(PROJECT, 1, 2), {"byte": "0xc3"})
    ]


def test_half_of_a_surrogate_pair_is_not_utf_8(small_site: SmallSite) -> None:
    root = small_site({PROJECT: b"\xed\xa0\x80"})
    assert [issue.code for issue in read_text(root, root / PROJECT)[1]] == ["not-utf-8"]


def test_utf_16_is_not_utf_8_at_its_first_byte(small_site: SmallSite) -> None:
    root = small_site({PROJECT: "title: Tre-M\n".encode("utf-16-be")})
    file, issues = read_text(root, root / PROJECT)
    # Without a mark the text begins with a NUL, which is as good a reason to stop.
    expected = Issue("control-character", Source(PROJECT), {"name": "U+0000"}, issues[0].excerpt)
    assert (file, issues) == (None, [expected])
    little = small_site({PROJECT: "title: Tre-M\n".encode("utf-16")})
    assert read_text(little, little / PROJECT)[1] == [
        Issue("not-utf-8", Source(PROJECT), {"byte": "0xff"})
    ]


def test_a_nul_byte_is_a_control_character_at_its_place(small_site: SmallSite) -> None:
    root = small_site({PROJECT: "title: Tre-M\nnote: åä\x00ö\n"})
    expected = Issue(
        "control-character", Source(PROJECT, 2, 9), {"name": "U+0000"}, "note: åä\x00ö"
    )
    assert read_text(root, root / PROJECT) == (None, [expected])


def test_all_line_breaks_become_the_same_one(small_site: SmallSite) -> None:
    root = small_site({PROJECT: "a\nb\r\nc\rd"})
    file, issues = read_text(root, root / PROJECT)
    assert file is not None
    assert (file.text, file.lines) == ("a\nb\nc\nd", ("a", "b", "c", "d"))
    assert issues == [Issue("windows-line-breaks", Source(PROJECT, 2))]


def test_a_byte_order_mark_is_told_and_taken_away(small_site: SmallSite) -> None:
    root = small_site({PROJECT: b"\xef\xbb\xbftitle: a"})
    file, issues = read_text(root, root / PROJECT)
    assert file is not None
    assert (file.text, issues) == ("title: a", [Issue("byte-order-mark", Source(PROJECT))])


def test_texts_that_cannot_be_read_do_not_keep_the_others_from_being_read(
    small_site: SmallSite,
) -> None:
    root = small_site({"data/a.yml": b"\xff", "data/b.yml": "title: b"})
    issues: list[Issue] = []
    texts = [file.text for file in iter_texts(root, find_files(root, "data")[0], issues)]
    assert (texts, [issue.code for issue in issues]) == (["title: b"], ["not-utf-8"])


def test_an_issue_about_a_place_quotes_its_line_and_one_about_the_file_does_not(
    small_site: SmallSite,
) -> None:
    root = small_site({PROJECT: "title: a\nnote: b\n"})
    file, _ = read_text(root, root / PROJECT)
    assert file is not None
    place = Source(PROJECT, 2, 7)
    assert file.issue("tab", place) == Issue("tab", place, {}, "note: b")
    assert file.issue("tab", Source(PROJECT, 99)) == Issue("tab", Source(PROJECT, 99))
    assert file.issue("empty-file") == Issue("empty-file", Source(PROJECT))


def test_a_link_to_a_file_beside_the_folder_is_not_published(small_site: SmallSite) -> None:
    root = small_site({"content/om.md": "# Om\n", "hemlig.env": "x=1\n"})
    (root / "content/e.txt").symlink_to(root / "hemlig.env")
    files, issues = find_files(root, "content")
    assert [path.name for path in files] == ["om.md"]
    assert [(i.code, i.source.path) for i in issues] == [("link-out-of-folder", "content/e.txt")]


def test_a_file_name_that_is_no_text_is_told_and_left_out(small_site: SmallSite) -> None:
    root = small_site({"content/om.md": "# Om\n"})
    (root / "content" / os.fsdecode(b"\xe5.md")).write_text("# X\n")
    files, issues = find_files(root, "content")
    assert [path.name for path in files] == ["om.md"]
    assert [(i.code, i.source.path) for i in issues] == [("name-not-utf-8", "content/\\udce5.md")]
