# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import json
import re
from fnmatch import fnmatch
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

from conftest import TODAY
from dalamodellen.build import build_site
from dalamodellen.cli import main
from dalamodellen.cli.new import KINDS
from dalamodellen.issues import has_errors
from dalamodellen.model.site import COLLECTIONS
from dalamodellen.outputs.exports.schemas import record_schemas
from dalamodellen.renderers.mkdocs_run import render_html


def _begin(folder: Path) -> Result:
    return CliRunner().invoke(main, ["new", "site", str(folder)])


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "var-kunskapsbank"
    done = _begin(folder)
    assert done.exit_code == 0, done.output
    return folder


def _yaml(path: Path) -> dict[Any, Any]:
    value = yaml.safe_load(path.read_text("utf-8"))
    assert isinstance(value, dict)
    return value


def _runs(workflow: dict[Any, Any]) -> list[str]:
    steps = [step for job in workflow["jobs"].values() for step in job["steps"]]
    return [step["run"] for step in steps if "run" in step]


def test_a_new_site_has_nothing_to_mend_and_builds(site: Path, tmp_path: Path) -> None:
    build = build_site(site, today=TODAY)
    assert {issue.severity for issue in build.issues} <= {"notice"}
    html = tmp_path / "html"
    render_html(build, html)
    assert "Var kunskapsbank" in (html / "index.html").read_text("utf-8")
    assert (html / "om/index.html").is_file()
    assert (html / "amnen/att-borja/index.html").is_file()


def test_every_kind_can_be_begun_on_a_new_site_in_the_order_it_is_told(site: Path) -> None:
    assert CliRunner().invoke(main, ["--root", str(site), "new", "lesson", "Ett"]).exit_code == 1
    for kind in ("project", *KINDS):
        done = CliRunner().invoke(main, ["--root", str(site), "new", kind, f"Ett {kind}"])
        assert done.exit_code == 0 or kind == "project", done.output
    project = (site / "data/projects/ett-project.yml").read_text("utf-8")
    assert project.startswith("# yaml-language-server: $schema=../../schemas/project.schema.json\n")
    assert not has_errors(build_site(site, today=TODAY, shows_drafts=True).issues)


def test_the_site_is_checked_and_published_and_somebody_is_reminded(site: Path) -> None:
    publish = _runs(_yaml(site / ".github/workflows/publish.yml"))
    assert publish[1:3] == ["dalamodellen check --strict --format github", "dalamodellen build"]
    remind = _yaml(site / ".github/workflows/remind.yml")
    assert "dalamodellen check --due --format github" in _runs(remind)
    # YAML 1.1 takes the key "on" for true; GitHub does not.
    assert remind[True]["schedule"] == [{"cron": "41 4 * * 1"}]
    gitlab = _yaml(site / ".gitlab-ci.yml")
    assert gitlab["pages"]["script"] == ["dalamodellen build --site-dir public"]
    assert gitlab["pages"]["artifacts"]["paths"] == ["public", "data/addresses.txt"]
    assert gitlab["remind"]["script"] == ["dalamodellen check --due"]


def test_every_command_the_files_name_exists(site: Path) -> None:
    text = "\n".join(
        path.read_text("utf-8")
        for path in site.rglob("*")
        if path.name in ("README.md", "Makefile", ".gitlab-ci.yml", "publish.yml", "remind.yml")
    )
    named = re.findall(r"(?:/|\\|- |run: )dalamodellen (\w+)((?: --[\w-]+)*)", text)
    assert {command for command, _ in named} >= {"check", "build", "serve", "new"}
    for command, options in named:
        known = {name for option in main.commands[command].params for name in option.opts}
        assert set(options.split()) <= known


def test_the_editor_knows_a_schema_for_every_kind_of_record(site: Path) -> None:
    named = json.loads((site / ".vscode/settings.json").read_text("utf-8"))["yaml.schemas"]
    for collection in COLLECTIONS:
        path = f"{collection.folder}/namnet.yml"
        found = [file for file, globs in named.items() if any(fnmatch(path, g) for g in globs)]
        assert found == [f"./schemas/{collection.kind}.schema.json"]
    assert named["./schemas/site.schema.json"] == ["data/site.yml"]
    assert all((site / path).is_file() for path in named)
    there = {path.name.partition(".")[0] for path in (site / "schemas").iterdir()}
    assert there == set(record_schemas())
    extensions = json.loads((site / ".vscode/extensions.json").read_text("utf-8"))
    assert extensions == {"recommendations": ["redhat.vscode-yaml"]}


def test_every_file_is_text_in_utf_8_without_marks_or_places_of_a_machine(
    site: Path, tmp_path: Path
) -> None:
    files = [path for path in sorted(site.rglob("*")) if path.is_file()]
    assert len(files) > 30
    for path in files:
        text = path.read_bytes().decode("utf-8")
        assert text.endswith("\n")
        assert "\r" not in text
        for foreign in ("__", str(tmp_path), str(Path.home()), "/usr/", "dot-"):
            assert foreign not in text, f"{path.name} holds {foreign}"


def test_the_program_is_the_version_that_made_the_site(site: Path) -> None:
    wheel = f"dalamodellen-{version('dalamodellen')}-py3-none-any.whl"
    assert f"./wheels/{wheel}\n" in (site / "requirements.txt").read_text("utf-8")
    assert wheel in (site / "README.md").read_text("utf-8")


def test_every_link_between_the_files_leads_somewhere(site: Path) -> None:
    for page in [*site.glob("*.md"), *(site / "wheels").glob("*.md")]:
        for target in re.findall(r"\]\(([^)#\s]+)", page.read_text("utf-8")):
            assert "://" in target or (page.parent / target).exists(), f"{page.name}: {target}"


@pytest.mark.parametrize("name", ["fil.txt", ".gömd", "mapp/fil", ".git-annan"])
def test_a_folder_with_files_is_left_as_it_is(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "min"
    (folder / name).parent.mkdir(parents=True)
    (folder / name).write_text("mitt eget", encoding="utf-8")
    done = _begin(folder)
    assert done.exit_code == 2
    assert "innehåller redan något" in done.output
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert [path.read_text("utf-8") for path in files] == ["mitt eget"]


def test_a_file_in_the_place_of_the_folder_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "min").write_text("mitt eget", encoding="utf-8")
    assert _begin(tmp_path / "min").exit_code == 2
    assert (tmp_path / "min").read_text("utf-8") == "mitt eget"


def test_an_empty_copy_from_a_host_counts_as_empty(tmp_path: Path) -> None:
    folder = tmp_path / "min"
    (folder / ".git").mkdir(parents=True)
    (folder / ".git/config").write_text("[core]\n", encoding="utf-8")
    assert _begin(folder).exit_code == 0
    assert (folder / ".git/config").read_text("utf-8") == "[core]\n"


def test_a_name_with_signs_of_yaml_is_still_a_name(tmp_path: Path) -> None:
    folder = tmp_path / "vår: #1 'bank'"
    assert _begin(folder).exit_code == 0
    assert _yaml(folder / "data/site.yml")["name"] == "Vår: #1 'bank'"
    assert not build_site(folder, today=TODAY).has_errors


def test_nothing_is_left_when_the_disk_refuses(tmp_path: Path) -> None:
    folder = tmp_path / ("x" * 300)
    done = _begin(folder)
    assert done.exit_code == 1
    assert list(tmp_path.iterdir()) == []
