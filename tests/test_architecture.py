# SPDX-License-Identifier: EUPL-1.2
"""The house stands as drawn: import contracts hold, modules stay small, writing has its rooms."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

from conftest import REPOSITORY

PACKAGE = REPOSITORY / "generator/dalamodellen"
MODULES = sorted(PACKAGE.rglob("*.py"))
LONGEST_MODULE = 400
LONGEST_FUNCTION = 60
MAY_WRITE = ("renderers/", "publish/", "inputs/writer.py")
VAGUE = re.compile(r"^(utils?|helpers?|common|misc|base|core|manager)\.py$")


def _name(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def test_import_contracts_hold() -> None:
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-logo"]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_no_module_is_too_long_to_read() -> None:
    lines = {_name(path): len(path.read_text("utf-8").splitlines()) for path in MODULES}
    # Models of records and the site are lists of fields, one beside the other.
    aside = {"model/project.py"}
    assert {
        n: count for n, count in lines.items() if count > LONGEST_MODULE and n not in aside
    } == {}


def test_no_function_is_too_long_to_read() -> None:
    found = {}
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                if length > LONGEST_FUNCTION:
                    found[f"{_name(path)}:{node.name}"] = length
    # Pages hand their template everything it prints, one value a line.
    allowed = {
        "outputs/pages/project.py:_project",
        "outputs/pages/page.py:page_file",
        "cli/build.py:build",
        "outputs/navigation.py:navigation",
    }
    assert found.keys() <= allowed


def test_only_the_writing_rooms_write_to_disk() -> None:
    writing = re.compile(
        r"\.(write_text|write_bytes|mkdir|rename|unlink|touch)\(|\bopen\([^)]*[\"'][wax]"
    )
    found = [
        _name(path)
        for path in MODULES
        if writing.search(path.read_text("utf-8")) and not _name(path).startswith(MAY_WRITE)
    ]
    assert found == []


def test_only_one_module_looks_at_the_clock() -> None:
    clock = re.compile(r"\b(datetime\.now|date\.today|time\.time)\(")
    found = [_name(path) for path in MODULES if clock.search(path.read_text("utf-8"))]
    assert found == ["today.py"]


def test_module_names_say_something() -> None:
    assert [_name(path) for path in MODULES if VAGUE.match(path.name)] == []


def test_every_module_says_its_licence_and_its_purpose_first() -> None:
    lacking = []
    for path in MODULES:
        text = path.read_text("utf-8")
        if not text.startswith("# SPDX-License-Identifier: EUPL-1.2\n") or not ast.get_docstring(
            ast.parse(text)
        ):
            lacking.append(_name(path))
    assert lacking == []


def test_templates_use_nothing_that_minijinja_lacks() -> None:
    theme = REPOSITORY / "theme"
    python_only = re.compile(r"\.(items|get|keys|values|split|startswith|format|strip)\(")
    found = [
        path.relative_to(theme).as_posix()
        for path in sorted(theme.rglob("*.html"))
        if python_only.search(path.read_text("utf-8"))
    ]
    assert found == []
