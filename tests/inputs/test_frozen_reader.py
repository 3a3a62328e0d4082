# SPDX-License-Identifier: EUPL-1.2
"""Versions that are kept: changed by hand, unreadable, telling of few people, or of no project."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from conftest import SmallSite
from dalamodellen.build import Build, build_site
from dalamodellen.cli import main

SITE = "name: Webbplatsen\n"
PROJECT = """title: Kursprojektet
summary: S
participants:
  - {value: 120, phase: achieved, women: 7, men: 113, source: kalla}
documents: [kalla]
publication: {status: published, approved_by: redaktionen, approved_on: 2026-11-22}
"""


@pytest.fixture
def root(small_site: SmallSite) -> Path:
    """A site with one version that is kept."""
    made = small_site(
        {
            "data/site.yml": SITE,
            "data/documents/kalla.yml": "title: Källan\nkind: report\n",
            "data/projects/t.yml": PROJECT,
        }
    )
    told = CliRunner().invoke(main, ["--root", str(made), "freeze", "--today", "2026-10-01"])
    assert told.exit_code == 0
    return made


def built(root: Path) -> Build:
    return build_site(root, today=date(2026, 11, 20))


def codes(build: Build) -> list[str]:
    return [issue.code for issue in build.issues if issue.code.startswith("frozen")]


def test_a_version_changed_by_hand_is_an_error(root: Path) -> None:
    path = root / "data/frozen/t/2026-10-01/sv.md"
    path.write_text(path.read_text("utf-8").replace("7 kvinnor", "9 kvinnor"), "utf-8")
    assert codes(built(root)) == ["frozen-changed"]


def test_a_version_that_cannot_be_read_is_an_error(root: Path) -> None:
    (root / "data/frozen/t/2026-10-01/version.json").write_text("{}", "utf-8")
    assert codes(built(root)) == ["frozen-unreadable"]


def test_a_version_that_shows_what_is_hidden_today_is_an_error(root: Path) -> None:
    (root / "data/site.yml").write_text(SITE + "limits: {fewest_people: 10}\n", "utf-8")
    assert codes(built(root)) == ["frozen-shows-hidden"]


def test_a_version_of_a_project_that_is_gone_is_an_error(root: Path) -> None:
    (root / "data/projects/t.yml").rename(root / "data/projects/annat.yml")
    assert codes(built(root)) == ["frozen-without-project"]
