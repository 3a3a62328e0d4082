# SPDX-License-Identifier: EUPL-1.2
"""History: the last commit of each file, from a real repository, and never a wrong one."""

from __future__ import annotations

import os
import subprocess
from datetime import date
from pathlib import Path

import pytest

from conftest import TODAY
from dalamodellen.build import build_site
from dalamodellen.inputs.git_reader import read_last_changes, read_prefix
from dalamodellen.model.last_change import LastChange

MARCH = "2026-03-10T23:30:00 -0200"
APRIL = "2026-04-20T12:00:00 +0000"


def git(folder: Path, *arguments: str, day: str = MARCH) -> str:
    environment = {
        **{key: value for key, value in os.environ.items() if not key.startswith("GIT_")},
        "GIT_AUTHOR_DATE": day,
        "GIT_COMMITTER_DATE": day,
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
    }
    who = ["-c", "user.name=Redaktionen", "-c", "user.email=redaktionen@example.org"]
    done = subprocess.run(
        ["git", "-C", str(folder), *who, "-c", "init.defaultBranch=main", *arguments],
        capture_output=True,
        check=True,
        env=environment,
        text=True,
    )
    return done.stdout.strip()


def commit(folder: Path, files: dict[str, str], day: str = MARCH) -> str:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    git(folder, "add", "--all")
    git(folder, "commit", "--message", "En ändring", day=day)
    return git(folder, "rev-parse", "HEAD")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    folder = tmp_path / "webbplats"
    folder.mkdir()
    git(folder, "init")
    return folder


def test_each_file_has_the_last_commit_that_changed_it(repository: Path) -> None:
    first = commit(repository, {"data/a.yml": "1", "data/b.yml": "1"})
    second = commit(repository, {"data/b.yml": "2"}, day=APRIL)
    assert read_last_changes(repository) == {
        # The first was committed in the evening, west of here: in UTC it is the next day.
        "data/a.yml": LastChange(first, date(2026, 3, 11)),
        "data/b.yml": LastChange(second, date(2026, 4, 20)),
    }


def test_a_path_with_other_letters_and_spaces_is_found(repository: Path) -> None:
    name = "content/lektioner/Räkna på 日本 \U0001f600.md"
    change = commit(repository, {name: "# Räkna"})
    assert read_last_changes(repository) == {name: LastChange(change, date(2026, 3, 11))}


def test_a_root_within_a_repository_has_paths_from_the_root(repository: Path) -> None:
    change = commit(repository, {"webb/å/data/a.yml": "1", "annat.txt": "1"})
    root = repository / "webb" / "å"
    assert read_last_changes(root) == {"data/a.yml": LastChange(change, date(2026, 3, 11))}
    assert (read_prefix(root), read_prefix(repository)) == ("webb/å/", "")


def test_a_file_that_moved_has_the_commit_that_moved_it(repository: Path) -> None:
    commit(repository, {"data/a.yml": "samma text\n" * 20})
    git(repository, "mv", "data/a.yml", "data/b.yml")
    moved = commit(repository, {}, day=APRIL)
    assert (read_last_changes(repository) or {})["data/b.yml"] == LastChange(
        moved, date(2026, 4, 20)
    )


def test_a_file_that_came_with_a_merge_has_the_merge(repository: Path) -> None:
    commit(repository, {"data/a.yml": "1"})
    git(repository, "checkout", "-b", "gren")
    commit(repository, {"data/b.yml": "1"})
    git(repository, "checkout", "main")
    commit(repository, {"data/c.yml": "1"})
    git(repository, "merge", "--no-ff", "--no-edit", "gren", day=APRIL)
    merge = git(repository, "rev-parse", "HEAD")
    assert (read_last_changes(repository) or {})["data/b.yml"] == LastChange(
        merge, date(2026, 4, 20)
    )


def test_what_is_not_committed_has_no_change(repository: Path) -> None:
    commit(repository, {"data/a.yml": "1"})
    (repository / "data/ny.yml").write_text("2")
    assert list(read_last_changes(repository) or {}) == ["data/a.yml"]


def test_a_shallow_clone_leaves_out_what_it_cannot_see(repository: Path, tmp_path: Path) -> None:
    commit(repository, {"data/gammal.yml": "1", "data/ny.yml": "1"})
    commit(repository, {"data/mellan.yml": "1"})
    newest = commit(repository, {"data/ny.yml": "2"}, day=APRIL)
    clone = tmp_path / "klon"
    git(tmp_path, "clone", "--depth", "2", repository.as_uri(), str(clone))
    assert (clone / "data/gammal.yml").exists()
    assert read_last_changes(clone) == {"data/ny.yml": LastChange(newest, date(2026, 4, 20))}


def test_a_clone_of_the_last_commit_alone_knows_no_change(repository: Path, tmp_path: Path) -> None:
    commit(repository, {"data/a.yml": "1"})
    commit(repository, {"data/b.yml": "1"})
    clone = tmp_path / "klon"
    git(tmp_path, "clone", "--depth", "1", repository.as_uri(), str(clone))
    assert read_last_changes(clone) == {}


def test_git_variables_of_the_caller_do_not_lead_elsewhere(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    change = commit(repository, {"data/a.yml": "1"})
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "annat"))
    assert read_last_changes(repository) == {"data/a.yml": LastChange(change, date(2026, 3, 11))}


def test_a_folder_outside_git_has_no_git_history(tmp_path: Path) -> None:
    assert (read_last_changes(tmp_path), read_prefix(tmp_path)) == (None, "")
    issues = build_site(tmp_path, today=TODAY).issues
    assert [(issue.code, issue.source.path) for issue in issues] == [("no-git-history", ".")]


def test_a_repository_without_a_commit_has_no_git_history(repository: Path) -> None:
    assert read_last_changes(repository) is None
    assert [issue.code for issue in build_site(repository, today=TODAY).issues] == [
        "no-git-history"
    ]
