# SPDX-License-Identifier: EUPL-1.2
"""Every folder in cases/ is a tiny site: its issues and its pages must be exactly as written down."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from conftest import TODAY
from dalamodellen.build import Build, build_site
from dalamodellen.issues import count_issues, format_issue

CASES = Path(__file__).parent / "cases"
ASIDE = {"no-git-history"}
"""Says something of the machine, not of the case."""
_LAST_CHANGE = re.compile(r"(?<=</code>), [^<]+\(\w+ <code>[0-9a-f]+</code>\)")


@pytest.mark.parametrize("case", sorted(path.name for path in CASES.iterdir() if path.is_dir()))
def test_case_gives_exactly_its_issues_and_pages(case: str, *, update_golden: bool) -> None:
    folder = CASES / case
    build = build_site(folder, today=TODAY)
    _compare(folder / "issues.txt", _issues(build), update=update_golden)
    expected = folder / "expected"
    if expected.is_dir():
        uris = "".join(f"{file.uri}\n" for file in build.files)
        _compare(expected / "files.txt", uris, update=update_golden)
        made = {file.uri: file.content for file in build.files if isinstance(file.content, str)}
        for path in sorted(expected.rglob("*.md")):
            uri = path.relative_to(expected).as_posix()
            assert uri in made, f"{case} has no page {uri}"
            _compare(path, _without_history(made[uri]), update=update_golden)


def _issues(build: Build) -> str:
    issues = [issue for issue in build.issues if issue.code not in ASIDE]
    blocks = [format_issue(issue) for issue in issues]
    return "\n\n".join([*blocks, count_issues(issues)]) + "\n"


def _without_history(page: str) -> str:
    """Leave out the commit a page was last changed in: the case is committed again and again."""
    return _LAST_CHANGE.sub("", page)


def _compare(path: Path, found: str, *, update: bool) -> None:
    if update:
        path.write_text(found, encoding="utf-8")
    expected = path.read_text("utf-8") if path.exists() else ""
    assert found == expected, f"{path.parent.name}/{path.name} differs; see --update-golden"
