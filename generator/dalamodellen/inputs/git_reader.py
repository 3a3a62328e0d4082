# SPDX-License-Identifier: EUPL-1.2
"""Asks git, once, for the last commit that changed each file."""

from __future__ import annotations

import os
import subprocess
from datetime import UTC, datetime
from pathlib import Path

from dalamodellen.model.last_change import LastChange

_RECORD = "\x1e"
_TIMEOUT_SECONDS = 60


def read_prefix(root: Path) -> str:
    """Tell where the root lies in its repository: "" at the top or outside git."""
    return (_git(root, "rev-parse", "--show-prefix") or "").strip("\n")


def read_last_changes(root: Path) -> dict[str, LastChange] | None:
    """Find the last commit that changed each file below the root.

    A file whose change git cannot see (in a shallow clone) is left out
    rather than given the wrong commit.

    Returns:
        Path from the root → commit; None where there is no git or no commit.
    """
    boundary = _git(root, "rev-parse", "--is-shallow-repository")
    if boundary is None:
        return None
    log = _git(
        root,
        "-c",
        "core.quotePath=false",
        "log",
        "-z",
        "--relative",
        "--no-renames",
        "--diff-merges=first-parent",
        "--name-only",
        f"--format={_RECORD}%H%x1f%ct%x1f%P",
        "--",
        ".",
    )
    if log is None:
        return None
    is_shallow = boundary.strip() == "true"
    changes: dict[str, LastChange] = {}
    unknown: set[str] = set()
    for entry in log.split(_RECORD)[1:]:
        head, _, names = entry.partition("\0")
        commit, seconds, parents = head.strip("\n").split("\x1f")
        moment = datetime.fromtimestamp(int(seconds), UTC)
        change = LastChange(commit, moment.date(), moment)
        for name in names.split("\0"):
            path = name.strip("\n")
            if not path or path in changes or path in unknown:
                continue
            if is_shallow and not parents:
                # The oldest commit of a shallow clone seems to have made every file.
                unknown.add(path)
            else:
                changes[path] = change
    return changes


def _git(root: Path, *arguments: str) -> str | None:
    environment = {
        key: value for key, value in os.environ.items() if not key.startswith("GIT_")
    } | {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
    try:
        # Our own words only, and git is found on PATH as people find it.
        done = subprocess.run(  # noqa: S603
            ["git", "-C", str(root), *arguments],  # noqa: S607
            capture_output=True,
            check=True,
            env=environment,
            timeout=_TIMEOUT_SECONDS,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.decode("utf-8", "replace")
