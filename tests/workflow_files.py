# SPDX-License-Identifier: EUPL-1.2
"""Reads what GitHub and GitLab are to do, here and with a new site."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from conftest import REPOSITORY

WORKFLOWS = ".github/workflows"
NEW_SITE = REPOSITORY / "generator/dalamodellen/outputs/exports/new_site_files"
BOTH = [
    pytest.param(REPOSITORY, id="this repository"),
    pytest.param(NEW_SITE, id="a new site"),
]


def read(path: Path) -> dict[Any, Any]:
    value = yaml.safe_load(path.read_text("utf-8"))
    assert isinstance(value, dict)
    return value


def folder_of(root: Path, name: str) -> Path:
    """Give a file or folder with a point before its name, also where it is kept without one."""
    return root / (name if root == REPOSITORY else name.replace(".", "dot-", 1))


def steps(root: Path, name: str, job: str) -> list[str]:
    """Give what a job of a GitHub workflow runs, line by line."""
    found = read(folder_of(root, WORKFLOWS) / f"{name}.yml")["jobs"][job]["steps"]
    return [step["run"] for step in found if "run" in step]


def script(root: Path, job: str) -> list[str]:
    """Give what a job of GitLab's file runs, with what comes before."""
    file = read(folder_of(root, ".gitlab-ci.yml"))
    return [*file[job].get("before_script", file["before_script"]), *file[job]["script"]]
