# SPDX-License-Identifier: EUPL-1.2
"""docs/publicera.md is followed as far as this machine goes, so that it cannot rot."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from conftest import REPOSITORY
from dalamodellen.cli import main
from dalamodellen.model.reading_ease import lix, sentences_of
from dalamodellen.outputs.exports.new_site import render_new_site

TEXT = (REPOSITORY / "docs/publicera.md").read_text("utf-8")
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
MADE = {"content/lektioner", "data/addresses.txt", "data/redirects.yml", "index.html", "site/"}
"""What comes with use: folders that `new` makes, files of the build and of the team's own."""
OWN = ["-c", "user.name=Redaktionen", "-c", "user.email=redaktionen@example.org"]


def _blocks(sort: str) -> list[str]:
    return [body for found, body in BLOCK.findall(TEXT) if found == sort]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    done = CliRunner().invoke(main, ["new", "site", str(tmp_path / "site")])
    assert done.exit_code == 0, done.output
    for line in ("init --quiet --initial-branch main", "add .", "commit --quiet --message Börja"):
        subprocess.run(["git", *OWN, *line.split()], check=True, cwd=tmp_path / "site")
    return tmp_path / "site"


def test_the_guide_is_the_one_that_every_new_site_has() -> None:
    assert render_new_site("Namn", "1.0")["PUBLICERA.md"] == TEXT


def test_the_guide_is_easy_to_read() -> None:
    limit = 40
    assert lix(sentences_of(TEXT)) < limit


def test_what_is_wrong_is_printed_as_the_guide_shows_it(site: Path) -> None:
    topic = site / "data/topics/att-borja.yml"
    text = topic.read_text("utf-8").replace("\ntask: ", "\ntasks: ")
    topic.write_text(text, encoding="utf-8")
    done = CliRunner().invoke(main, ["--root", str(site), "check", "--today", "2026-11-22"])
    assert done.exit_code == 1
    assert [done.output] == _blocks("text")


def test_the_git_commands_lead_from_a_copy_to_a_proposal_and_back(
    site: Path, tmp_path: Path
) -> None:
    begin, send, fetch = _blocks("sh")
    origin = tmp_path / "origin"
    subprocess.run(["git", "clone", "--quiet", "--bare", site, origin], check=True)
    change = "echo '# Hej' > content/om/hej.md\n"
    script = f"{begin.replace('ADRESSEN', str(origin))}{change}{send}{fetch}"
    identity = {
        "GIT_CONFIG_COUNT": "2",
        "GIT_CONFIG_KEY_0": "user.name",
        "GIT_CONFIG_VALUE_0": "Redaktionen",
        "GIT_CONFIG_KEY_1": "user.email",
        "GIT_CONFIG_VALUE_1": "redaktionen@example.org",
    }
    subprocess.run(
        ["sh", "-ec", script],
        check=True,
        capture_output=True,
        cwd=tmp_path,
        env={**os.environ, **identity},
    )
    done = subprocess.run(
        ["git", "diff", "--name-only", "main", "ny-text"],
        check=True,
        capture_output=True,
        text=True,
        cwd=origin,
    )
    assert done.stdout == "content/om/hej.md\n"


def test_every_file_and_folder_the_guide_names_is_there(site: Path) -> None:
    named = {
        path
        for path in re.findall(r"`([\w./-]+(?:/|\.\w{2,4}|/[\w-]+))`", BLOCK.sub("", TEXT))
        if "skriva-en-faktura" not in path
    }
    there = {str(path.relative_to(site)) for path in site.rglob("*")}
    names = {path.name for path in site.rglob("*")}
    assert {path for path in named if path not in there | names | MADE} == {"public/index.html"}
    assert "public/index.html" in (site / ".gitlab-ci.yml").read_text("utf-8")


def test_every_job_and_command_the_guide_names_is_there(site: Path) -> None:
    for folder in (site, REPOSITORY):
        for target in re.findall(r"`make (\w+)`", TEXT):
            assert f"\n{target}:" in (folder / "Makefile").read_text("utf-8")
        jobs = yaml.safe_load((folder / ".gitlab-ci.yml").read_text("utf-8"))
        assert jobs.keys() >= set(re.findall(r"jobbet `(\w+)`", TEXT))
        publish = (folder / ".github/workflows/publish.yml").read_text("utf-8")
        assert "name: forhandsvisning\n" in publish
        assert "retention-days: 14\n" in publish
        remind = (folder / ".github/workflows/remind.yml").read_text("utf-8")
        assert re.search(r'- cron: "\d+ \d+ \* \* 1"', remind)


def test_a_draft_and_an_approval_are_written_as_the_guide_says() -> None:
    draft, approved, moved = (yaml.safe_load(body) for body in _blocks("yaml"))
    assert draft == {"publication": "draft"}
    followed = (REPOSITORY / "docs/kom-igang.md").read_text("utf-8")
    assert _blocks("yaml")[1] in followed
    assert approved["publication"]["approved_by"] == "redaktionen"
    assert moved == {"/lektioner/gammalt-namn/": "/lektioner/nytt-namn/"}
