# SPDX-License-Identifier: EUPL-1.2
"""Settings for an editor: which JSON Schema helps with which files."""

from __future__ import annotations

from typing import Any

from dalamodellen.model.accessibility import TEST_PATH
from dalamodellen.model.same_meaning import SYNONYMS_PATH
from dalamodellen.model.site import COLLECTIONS


def editor_settings(schema_folder: str) -> dict[str, Any]:
    """Give the settings of VS Code and editors like it.

    Args:
        schema_folder: Folder of the schemas, from the root.
    """
    files = {f"./{schema_folder}/site.schema.json": ["data/site.yml"]}
    files[f"./{schema_folder}/accessibility_test.schema.json"] = [TEST_PATH]
    files[f"./{schema_folder}/search_words.schema.json"] = [SYNONYMS_PATH]
    files |= {
        f"./{schema_folder}/{one.kind}.schema.json": [f"{one.folder}/*.yml", f"{one.folder}/*.yaml"]
        for one in COLLECTIONS
    }
    return {
        "yaml.schemas": dict(sorted(files.items())),
        "yaml.schemaStore.enable": False,
        "files.eol": "\n",
        "files.insertFinalNewline": True,
        "editor.insertSpaces": True,
        "[yaml]": {"editor.tabSize": 2, "editor.wordWrap": "on"},
        "[markdown]": {"editor.wordWrap": "on"},
    }


def editor_extensions() -> dict[str, Any]:
    """Name the extensions an editor is to propose."""
    return {"recommendations": ["redhat.vscode-yaml"]}
