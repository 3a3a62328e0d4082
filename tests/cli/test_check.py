# SPDX-License-Identifier: EUPL-1.2
"""`dalamodellen check` as people meet it: what it mends, and in which language it speaks."""

from __future__ import annotations

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
