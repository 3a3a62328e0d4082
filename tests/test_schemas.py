# SPDX-License-Identifier: EUPL-1.2
"""The JSON Schemas say what the check says, to editors that read YAML in their own way."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator, Draft202012Validator

from conftest import REPOSITORY, TODAY
from dalamodellen.model.site import COLLECTIONS, WRITTEN
from dalamodellen.outputs.exports.editor_settings import editor_settings
from dalamodellen.outputs.exports.schemas import record_schemas
from dalamodellen.outputs.exports.starting_file import Start, render_starting_file

FOLDER = REPOSITORY / "docs/schemas"
OF_FOLDER = {one.folder: one.kind for one in COLLECTIONS}
STARTED = [one for one in (*COLLECTIONS, *WRITTEN) if one.kind != "story"]
CORE = (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", "-+0123456789"),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", "-+.0123456789"),
    ("null", r"~|null|Null|NULL|", ("~", "n", "N", "")),
)
"""What YAML 1.2's core schema takes for something else than text: not dates, not yes and no."""


class EditorLoader(yaml.SafeLoader):
    """Reads YAML as editors do."""


EditorLoader.yaml_implicit_resolvers = {}
for _name, _pattern, _first in CORE:
    EditorLoader.add_implicit_resolver(
        f"tag:yaml.org,2002:{_name}", re.compile(f"^(?:{_pattern})$"), list(_first)
    )


def _read(text: str) -> Any:
    """Read a record as an editor does: the whole YAML file, or a front matter."""
    if text.startswith("---\n"):
        text = text.removeprefix("---\n").split("\n---\n")[0]
    return EditorLoader(text).get_single_data()


def _problems(kind: str, value: Any) -> list[str]:
    schema = json.loads((FOLDER / f"{kind}.schema.json").read_text("utf-8"))
    problems = []
    # Some editors know the newest draft, others draft 7 only.
    for validator in (Draft202012Validator, Draft7Validator):
        validator.check_schema(schema)
        found = validator(schema).iter_errors(value)
        problems.append([f"{error.json_path}: {error.message}" for error in found])
    assert bool(problems[0]) == bool(problems[1])
    return problems[0]


@pytest.mark.parametrize("text", ["sni_version: 2007", "isced_f: [0411]", "isced_f: ['0411']"])
def test_codes_may_be_written_without_quotation_marks(text: str) -> None:
    record = f"title: T\ntype: open\nsummary: S\n{text}\n"
    assert _problems("course", _read(record)) == []


def _records() -> list[tuple[str, Path]]:
    found = [("site", REPOSITORY / "data/site.yml")]
    for folder, kind in OF_FOLDER.items():
        found += [(kind, path) for path in sorted((REPOSITORY / folder).glob("*.yml"))]
    for path in sorted((REPOSITORY / "content").rglob("*.md")):
        text = path.read_text("utf-8")
        if text.startswith("---\n") and (kind := _read(text).get("kind")):
            found.append((kind, path))
    return found


def test_the_schemas_in_the_repository_are_current() -> None:
    """Run `make reference` when this fails."""
    made = {f"{kind}.schema.json": schema for kind, schema in record_schemas().items()}
    there = {path.name: json.loads(path.read_text("utf-8")) for path in FOLDER.iterdir()}
    assert there == made


def test_every_real_record_is_right_by_its_schema() -> None:
    records = _records()
    assert {kind for kind, _ in records} >= {"project", "organisation", "lesson", "site", "term"}
    wrong = {
        path.relative_to(REPOSITORY).as_posix(): problems
        for kind, path in records
        if (problems := _problems(kind, _read(path.read_text("utf-8"))))
    }
    assert wrong == {}


@pytest.mark.parametrize("collection", STARTED, ids=lambda one: one.kind)
def test_every_example_is_right_by_its_schema(collection: Any) -> None:
    ids = {"topic": ["amnet"], "project": ["projektet"]}
    start = Start("En titel", "sv", TODAY, ids)
    text = render_starting_file(collection, start)
    assert _problems(collection.kind, _read(text)) == []
    examples = re.sub(
        r"^# ?", "", text.removeprefix("---\n").split("\n---\n")[0], flags=re.MULTILINE
    )
    assert _problems(collection.kind, _read(examples)) == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"titel": "Felstavat fält"},
        {"title": ""},
        {"summary": ["en lista"]},
        {"status": "klar"},
        {"publication": "published"},
        {"funding": {"granted": "17 miljoner kronor"}},
        {"participants": [{"antal": 12}]},
        {"goals": [{"id": "a", "title": "Utan källa"}]},
        {"goals": [{"id": "a", "title": "A", "source": "x", "target": {"varde": 1}}]},
        {"period": {"from": "2012"}},
        {"id": "skrivs-aldrig"},
    ],
)
def test_what_the_check_refuses_the_schema_refuses_too(wrong: dict[str, Any]) -> None:
    record = {"title": "Projektet", "summary": "Det här är ett projekt."}
    assert _problems("project", record) == []
    assert _problems("project", {**record, **wrong}) != []


def test_an_editor_reads_dates_and_no_as_text() -> None:
    text = "a: 2012-01-01\nb: no\nc: 12\nd: true\ne: 1.5\nf: 12:30\ng:\nh: 2009-08\n"
    assert list(_read(text).values()) == [
        "2012-01-01",
        "no",
        12,
        True,
        1.5,
        "12:30",
        None,
        "2009-08",
    ]


def test_the_editor_settings_name_a_schema_for_every_folder_of_records() -> None:
    settings = json.loads((REPOSITORY / ".vscode/settings.json").read_text("utf-8"))
    assert settings == editor_settings("docs/schemas")
    named = settings["yaml.schemas"]
    kinds = {*OF_FOLDER.values(), "accessibility_test", "search_words", "site"}
    wanted = {f"./docs/schemas/{kind}.schema.json" for kind in kinds}
    assert set(named) == wanted
    assert all((REPOSITORY / path).is_file() for path in named)
    extensions = json.loads((REPOSITORY / ".vscode/extensions.json").read_text("utf-8"))
    assert "redhat.vscode-yaml" in extensions["recommendations"]
