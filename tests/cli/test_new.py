# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from conftest import REPOSITORY, TODAY, SmallSite
from dalamodellen.build import build_site
from dalamodellen.cli import main
from dalamodellen.cli.new import KINDS
from dalamodellen.outputs.exports.schemas import record_schemas

BASE: dict[str, str | bytes] = {
    "data/topics/amnet.yml": "title: Ämnet\nsummary: Det här är ett ämne.\n",
    "data/projects/projektet.yml": "title: Projektet\nsummary: Det här är ett projekt.\n",
}
PLACES = {
    "course": "data/courses/kurs-i-aland.yml",
    "document": "data/documents/kurs-i-aland.yml",
    "event": "data/events/kurs-i-aland.yml",
    "lesson": "content/lektioner/kurs-i-aland.md",
    "organisation": "data/organisations/kurs-i-aland.yml",
    "post": "content/nytt/kurs-i-aland.md",
    "project": "data/projects/kurs-i-aland.yml",
    "topic": "data/topics/kurs-i-aland.yml",
}


def _run(root: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["--root", str(root), "new", *words])


def _files(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


@pytest.mark.parametrize("language", ["sv", "nb", "en"])
def test_every_new_record_is_checked_without_errors_and_is_on_the_draft_site(
    small_site: SmallSite, language: str
) -> None:
    root = small_site({**BASE, "data/site.yml": f"languages: [{language}]\n"})
    for kind in KINDS:
        done = _run(root, kind, "Kurs i Åland", "--today", TODAY.isoformat())
        assert (done.exit_code, (root / PLACES[kind]).is_file()) == (0, True), done.output
    build = build_site(root, today=TODAY)
    shown = build_site(root, today=TODAY, shows_drafts=True)
    ours = [
        (issue.source.path, issue.code)
        for issue in (*build.issues, *shown.issues)
        if issue.severity != "notice" and issue.source.path in PLACES.values()
    ]
    assert ours == []
    if language != "sv":
        # The site's own words are Swedish so far, so pages in other languages are not rendered.
        return
    uris = {file.uri for file in shown.files}
    for uri in ("projekt", "lektioner", "kurser", "organisationer", "nytt", "amnen"):
        assert f"{uri}/kurs-i-aland/index.md" in uris
    assert "projekt/kurs-i-aland/index.md" not in {file.uri for file in build.files}


def test_all_kinds_lie_where_they_belong() -> None:
    assert set(PLACES) == set(KINDS)


def test_an_id_may_be_given_as_well_as_a_title(small_site: SmallSite) -> None:
    root = small_site(BASE)
    assert _run(root, "organisation", "mora-kommun").exit_code == 0
    text = (root / "data/organisations/mora-kommun.yml").read_text("utf-8")
    assert '\ntitle: "Mora kommun"\n' in text


@pytest.mark.parametrize(
    ("kind", "taken"),
    [
        ("project", "data/projects/en-ny.yml"),
        ("project", "data/projects/en-ny.yaml"),
        ("project", "data/projects/EN-NY.yml"),
        ("lesson", "content/lektioner/en-ny.md"),
        ("lesson", "content/andra/en-ny.md"),
        ("post", "content/nytt/2026/en-ny.markdown"),
    ],
)
def test_a_name_that_is_taken_is_refused_and_nothing_is_written(
    small_site: SmallSite, kind: str, taken: str
) -> None:
    root = small_site({**BASE, taken: f"---\nkind: {kind}\ntitle: Mitt eget\n---\nMin text.\n"})
    before = _files(root)
    done = _run(root, kind, "En ny")
    assert done.exit_code == 1
    assert taken in done.output
    assert _files(root) == before


def test_a_lesson_and_a_post_may_have_the_same_name(small_site: SmallSite) -> None:
    root = small_site(BASE)
    assert [_run(root, kind, "En ny").exit_code for kind in ("lesson", "post")] == [0, 0]
    assert not build_site(root, today=TODAY, shows_drafts=True).has_errors


def test_a_lesson_without_topic_and_project_says_what_to_create_first(
    small_site: SmallSite,
) -> None:
    root = small_site({"content/om.md": "# Om\n"})
    done = _run(root, "lesson", "En ny")
    assert done.exit_code == 1
    first, second = (done.output.index(f"new {kind}") for kind in ("topic", "project"))
    assert first < second
    assert list(_files(root)) == ["content/om.md"]
    for kind in ("topic", "project", "lesson"):
        assert _run(root, kind, "En ny").exit_code == 0


def test_the_order_follows_what_is_there_already(small_site: SmallSite) -> None:
    root = small_site({"data/topics/amnet.yml": BASE["data/topics/amnet.yml"]})
    done = _run(root, "lesson", "En ny")
    assert "new topic" not in done.output
    assert "new project" in done.output


def test_a_name_without_letters_is_wrong_use(small_site: SmallSite) -> None:
    root = small_site(BASE)
    for name in ("", "???", "日本"):
        assert _run(root, "project", name).exit_code == 2
    assert _files(root).keys() == BASE.keys()


@pytest.mark.parametrize(
    ("name", "record_id"),
    [
        ("  Kompetens   för\nalla  ", "kompetens-for-alla"),
        ("Kompetens fo\u0308r alla", "kompetens-for-alla"),
        ("../../hemligt", "hemligt"),
        ("Zoës café på Öland", "zoes-cafe-pa-oland"),
        ("Ord " * 40, "-".join(["ord"] * 15)),
        ("Namn", "namn"),
        ("con\x1b[31m", "con-31m"),
    ],
)
def test_a_name_becomes_an_id_that_works_as_an_address(
    small_site: SmallSite, name: str, record_id: str
) -> None:
    root = small_site(BASE)
    assert _run(root, "project", name).exit_code == 0
    assert f"data/projects/{record_id}.yml" in _files(root)
    assert not build_site(root, today=TODAY, shows_drafts=True).has_errors


def test_a_folder_that_is_a_shortcut_out_of_the_root_is_left(
    small_site: SmallSite, tmp_path: Path
) -> None:
    root = small_site(BASE)
    outside = tmp_path / "utanför"
    outside.mkdir()
    (root / "data/events").symlink_to(outside)
    assert _run(root, "event", "En ny").exit_code == 1
    assert list(outside.iterdir()) == []


def test_a_site_with_faults_can_have_new_records_too(small_site: SmallSite) -> None:
    root = small_site({**BASE, "data/projects/trasigt.yml": "title: [\n"})
    assert _run(root, "project", "En ny").exit_code == 0
    assert _run(root, "project", "Trasigt").exit_code == 1


def test_a_yaml_file_names_its_schema_where_the_site_has_one(small_site: SmallSite) -> None:
    root = small_site({**BASE, "schemas/project.schema.json": "{}"})
    assert _run(root, "project", "En ny").exit_code == 0
    text = (root / "data/projects/en-ny.yml").read_text("utf-8")
    assert text.startswith("# yaml-language-server: $schema=../../schemas/project.schema.json\n")


def test_new_is_told_of_every_kind_in_the_readme() -> None:
    readme = (REPOSITORY / "README.md").read_text("utf-8")
    assert [kind for kind in KINDS if f"`{kind}`" not in readme] == []
    assert set(KINDS) <= set(record_schemas())
