# SPDX-License-Identifier: EUPL-1.2
"""docs/kom-igang.md is followed to the letter, so that it cannot rot."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from conftest import REPOSITORY
from dalamodellen.cli import main

TEXT = (REPOSITORY / "docs/kom-igang.md").read_text("utf-8")
STEP = re.compile(
    r"(?:^`(?P<path>[^`\n]+)`\n\n)?^```(?P<sort>\w+)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL
)
TODAY = "1795305600"
"""22 November 2026, as SOURCE_DATE_EPOCH."""


def _run(line: str) -> str:
    """Do what a line in the terminal does, as far as it is the program's own doing."""
    words = shlex.split(line)
    if words[0] == "make":
        # Installing is tested with the wheel; here the target's own command is run.
        rule = re.search(
            rf"^{words[1]}:.*\n\t@\$\(BIN\)/dalamodellen (.+)$",
            Path("Makefile").read_text("utf-8"),
            re.MULTILINE,
        )
        assert rule, f"no target {words[1]}"
        words = ["dalamodellen", *rule[1].split()]
    assert words[0] in ("dalamodellen", ".venv/bin/dalamodellen"), line
    done = CliRunner().invoke(main, words[1:])
    assert done.exit_code == 0, f"{line}\n{done.output}"
    return done.output


def test_the_guide_leads_to_a_project_with_three_goals_and_a_lesson(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "dalamodellen"
    program.mkdir()
    monkeypatch.chdir(program)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", TODAY)
    said = ""
    for step in STEP.finditer(TEXT):
        if step["sort"] == "sh":
            for line in step["body"].splitlines():
                if line.startswith("cd "):
                    monkeypatch.chdir(line.removeprefix("cd "))
                elif " -m pip wheel " in line:
                    assert "--wheel-dir ../min-kunskapsbank/wheels" in line
                elif Path.cwd() != program or " new site " in line:
                    said = _run(line)
        elif step["path"]:
            # `new` has made the file already: the guide names it right.
            assert Path(step["path"]).is_file(), step["path"]
            Path(step["path"]).write_text(step["body"], encoding="utf-8")
        elif "fel," in step["body"]:
            assert step["body"].strip() in said
    site = tmp_path / "min-kunskapsbank/site"
    project = (site / "projekt/kompetens-i-exempelby/index.html").read_text("utf-8")
    for goal in ("Företag som har räknat om sina priser", "Kurser som har hållits", "Kommuner som"):
        assert goal in project
    lesson = (site / "lektioner/svara-pa-en-kunds-fraga/index.html").read_text("utf-8")
    assert "Läs frågan två gånger." in lesson
    assert "svara på en kunds fråga" in (site / "index.html").read_text("utf-8")


def test_the_first_command_of_the_guide_is_the_repositorys_own() -> None:
    first = next(step["body"] for step in STEP.finditer(TEXT) if step["sort"] == "sh")
    assert first.startswith("make site\n")
    assert "\nsite:" in (REPOSITORY / "Makefile").read_text("utf-8")
