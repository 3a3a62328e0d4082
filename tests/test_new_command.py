# SPDX-License-Identifier: EUPL-1.2
"""`dalamodellen new` writes files that are right as they stand, and over nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from conftest import TODAY, SmallSite
from dalamodellen.build import build_site
from dalamodellen.cli import main

PUBLISHED = "publication: {status: published, approved_by: redaktionen, approved_on: 2026-11-22}\n"
BASE = {
    "data/topics/ekonomi.yml": "title: Ekonomi\nsummary: Om pengar.\n",
    "data/projects/dalalyft.yml": f"title: Dalalyft\nsummary: Fler lärde sig mer.\n{PUBLISHED}",
}
PLACES = {
    "project": "data/projects/ny-kompetens.yml",
    "lesson": "content/lektioner/ny-kompetens.md",
    "course": "data/courses/ny-kompetens.yml",
    "event": "data/events/ny-kompetens.yml",
    "organisation": "data/organisations/ny-kompetens.yml",
    "post": "content/nytt/ny-kompetens.md",
}


def begin(root: Path, kind: str, name: str = "Ny kompetens") -> tuple[int, str]:
    result = CliRunner().invoke(main, ["--root", str(root), "new", kind, name])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.exit_code, result.output


@pytest.mark.parametrize("kind", PLACES)
def test_a_new_file_lies_in_its_place_and_is_right(kind: str, small_site: SmallSite) -> None:
    root = small_site(BASE)
    assert begin(root, kind)[0] == 0
    text = (root / PLACES[kind]).read_text("utf-8")
    assert "Ny kompetens" in text
    found = build_site(root, today=TODAY, shows_drafts=True).issues
    assert [i.code for i in found if i.severity != "notice" and i.source.path == PLACES[kind]] == []


@pytest.mark.parametrize("kind", PLACES)
def test_a_file_that_stands_is_never_written_over(kind: str, small_site: SmallSite) -> None:
    root = small_site({**BASE, PLACES[kind]: "mitt eget\n"})
    code, _ = begin(root, kind)
    assert code == 1
    assert (root / PLACES[kind]).read_text("utf-8") == "mitt eget\n"


def test_a_lesson_without_a_topic_says_what_to_make_first(small_site: SmallSite) -> None:
    root = small_site({"data/site.yml": "name: Webbplatsen\n"})
    code, told = begin(root, "lesson")
    assert code == 1
    assert "new topic" in told
    assert "new project" in told
    assert not (root / "content").exists()


@pytest.mark.parametrize("name", ["../ut", "/etc/passwd", "...", "<script>"])
def test_a_name_never_leads_out_of_the_folder(name: str, small_site: SmallSite) -> None:
    root = small_site(BASE)
    before = sorted(path for path in root.parent.rglob("*") if path.is_file())
    begin(root, "project", name)
    after = sorted(path for path in root.parent.rglob("*") if path.is_file())
    assert {path.parent for path in set(after) - set(before)} <= {root / "data/projects"}


def test_what_is_left_to_fill_in_is_never_published(small_site: SmallSite) -> None:
    root = small_site(BASE)
    begin(root, "project")
    path = root / PLACES["project"]
    text = path.read_text("utf-8").replace("publication: draft\n", PUBLISHED)
    path.write_text(text, encoding="utf-8")
    assert "unfinished-text" in [issue.code for issue in build_site(root, today=TODAY).issues]
