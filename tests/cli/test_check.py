# SPDX-License-Identifier: EUPL-1.2
"""`dalamodellen check` as people meet it: what it mends, and in which language it speaks."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from conftest import SmallSite
from dalamodellen.cli import main

RECORD = "data/roles/chef.yml"


def check(root: Path, *options: str) -> tuple[int, str, str]:
    arguments = ["--root", str(root), "check", "--today", "2026-11-22", *options]
    result = CliRunner().invoke(main, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.exit_code, result.stdout, result.stderr


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("sv", "citattecken, blanksteg i rad- eller filslut"),
        ("nb", "anførselstegn, mellomrom på slutten av linjer eller av filen"),
        ("en", "quotation marks, spaces at the ends of lines or of the file"),
    ],
)
def test_fix_mends_the_file_and_says_so_in_the_language(
    small_site: SmallSite, language: str, words: str
) -> None:
    root = small_site({RECORD: "title: chef: den som leder\n\n\n"})
    code, _, told = check(root, "--fix", "--language", language)
    assert code == 0
    assert told == f"{RECORD}: {words}\n"
    assert (root / RECORD).read_text("utf-8") == 'title: "chef: den som leder"\n'


def test_check_without_fix_writes_nothing(small_site: SmallSite) -> None:
    root = small_site({RECORD: "title: chef: den som leder  \n"})
    assert check(root)[0] == 1
    assert (root / RECORD).read_text("utf-8") == "title: chef: den som leder  \n"


def test_a_file_that_cannot_be_written_is_left_and_told(
    small_site: SmallSite,
) -> None:
    root = small_site({RECORD: "title: chef  \n"})
    (root / RECORD).chmod(0o444)
    code, _, told = check(root, "--fix")
    assert (code, told) == (0, f"{RECORD}: går inte att skriva och lämnas som den är\n")
    assert (root / RECORD).read_text("utf-8") == "title: chef  \n"


def test_a_merge_request_is_told_as_gitlab_reads_it(small_site: SmallSite) -> None:
    root = small_site({RECORD: "title: chef\ntitle: chef\n"})
    code, told, _ = check(root, "--format", "gitlab")
    notice, issue = json.loads(told)
    assert code == 1
    assert (notice["check_name"], notice["severity"]) == ("no-git-history", "info")
    fingerprint = issue.pop("fingerprint")
    assert issue == {
        "description": "Fältet ”title” finns redan på rad 1. Bara ett av värdena kan gälla, och vi "
        "vet inte vilket. Behåll det som är rätt och ta bort det andra.",
        "check_name": "duplicate-key",
        "severity": "major",
        "location": {"path": RECORD, "lines": {"begin": 2}},
    }
    (root / RECORD).write_text("# En roll.\ntitle: chef\ntitle: chef\n", encoding="utf-8")
    moved = json.loads(check(root, "--format", "gitlab")[1])[1]
    assert moved["location"]["lines"] == {"begin": 3}
    assert moved["fingerprint"] == fingerprint


def test_two_issues_that_read_alike_stand_apart_at_gitlab(small_site: SmallSite) -> None:
    root = small_site({RECORD: "title: chef\ntitle: chef\ntitle: chef\n"})
    _, *issues = json.loads(check(root, "--format", "gitlab")[1])
    assert [issue["location"]["lines"]["begin"] for issue in issues] == [2, 3]
    assert len({issue["fingerprint"] for issue in issues}) == 2
