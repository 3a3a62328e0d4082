# SPDX-License-Identifier: EUPL-1.2
"""The documentation says what the code does: every field, issue and command is in it."""

from __future__ import annotations

import re

import click

from conftest import REPOSITORY
from dalamodellen.cli import main
from dalamodellen.issues import issue_texts
from dalamodellen.model.part import Part
from dalamodellen.model.settings import Settings
from dalamodellen.model.site import COLLECTIONS, TABLES, WRITTEN
from dalamodellen.outputs.exports.reference import render_issue_reference, render_record_reference
from dalamodellen.outputs.exports.schemas import record_schemas
from dalamodellen.outputs.html_gate import EXTENSIONS


def _all_parts() -> list[type[Part]]:
    found: list[type[Part]] = []
    waiting: list[type[Part]] = [Part]
    while waiting:
        for child in waiting.pop().__subclasses__():
            found.append(child)
            waiting.append(child)
    return found


def test_the_record_reference_is_current() -> None:
    assert (REPOSITORY / "docs/records.md").read_text("utf-8") == render_record_reference()


def test_the_issue_reference_is_current() -> None:
    assert (REPOSITORY / "docs/issues.md").read_text("utf-8") == render_issue_reference()


def test_every_issue_code_has_a_line_in_the_documentation() -> None:
    text = (REPOSITORY / "docs/issues.md").read_text("utf-8")
    codes = [code for code, texts in issue_texts().items() if "severity" in texts]
    assert [code for code in codes if f"| `{code}` |" not in text] == []


def test_every_field_says_what_it_means_in_which_unit_with_an_example() -> None:
    lacking = [
        f"{part.__name__}.{name}"
        for part in _all_parts()
        for name, field in part.model_fields.items()
        if not field.description
        or not field.examples
        or not isinstance(field.json_schema_extra, dict)
        or "unit" not in field.json_schema_extra
    ]
    assert lacking == []


def test_every_kind_of_record_has_a_schema_with_descriptions() -> None:
    schemas = record_schemas()
    kinds = {collection.kind for collection in (*COLLECTIONS, *WRITTEN)}
    tables = {folder.rpartition("/")[2].removesuffix("s") for folder in TABLES}
    assert set(schemas) == kinds | tables | {"accessibility_test", "search_words", "site"}
    for kind, schema in schemas.items():
        for name, field in schema["properties"].items():
            assert field.get("description"), f"{kind}.{name} has no description"
        assert schema["additionalProperties"] is False


def test_nobody_writes_the_id_of_a_record() -> None:
    schemas = record_schemas()
    assert [k for k in schemas if "id" in schemas[k]["properties"]] == ["instance"]


def test_every_command_and_option_is_in_the_readme() -> None:
    readme = (REPOSITORY / "README.md").read_text("utf-8")
    for name, command in main.commands.items():
        assert f"`{name}" in readme, f"README.md does not name the command {name}"
        for option in command.params:
            if isinstance(option, click.Option):
                assert option.opts[0] in readme, f"README.md does not name {option.opts[0]}"


def test_the_readme_names_the_two_commands() -> None:
    readme = (REPOSITORY / "README.md").read_text("utf-8")
    assert "make site" in readme
    assert "make test" in readme


def test_every_local_link_in_the_documentation_leads_somewhere() -> None:
    pages = [*REPOSITORY.glob("*.md"), *(REPOSITORY / "docs").rglob("*.md")]
    links = [
        (page, target)
        for page in pages
        for target in re.findall(r"\]\(([^)#\s]+)", page.read_text("utf-8"))
        if "://" not in target
    ]
    dead = [
        f"{page.name}: {target}" for page, target in links if not (page.parent / target).exists()
    ]
    assert dead == []


def test_mkdocs_yml_lists_exactly_the_extensions_we_check_with() -> None:
    text = (REPOSITORY / "mkdocs.yml").read_text("utf-8")
    block = text.split("markdown_extensions:\n")[1].split("\n\n")[0]
    listed = re.findall(r"^  - ([\w.]+)", block, re.MULTILINE)
    assert sorted(listed) == sorted(EXTENSIONS)


def test_every_setting_of_the_site_is_described() -> None:
    text = (REPOSITORY / "docs/records.md").read_text("utf-8")
    section = text.split("## site\n")[1].split("\n## ")[0]
    assert [name for name in Settings.model_fields if f"`{name}`" not in section] == []
