# SPDX-License-Identifier: EUPL-1.2
"""The titles that the search box looks in: whole, in each language, and compact."""

from __future__ import annotations

import json

import pytest

from conftest import REPOSITORY, TODAY
from dalamodellen.build import Build, build_site
from dalamodellen.outputs.output_file import OutputFile
from dalamodellen.outputs.titles import URI, render_titles


def test_titles_are_listed_by_the_alphabet_with_address_and_kind() -> None:
    files = [
        OutputFile("index.md", "", "sv", title="Hem"),
        OutputFile("lektioner/ö/index.md", "", "sv", title="Över «ån» & hem"),
        OutputFile("lektioner/index.md", "", "sv", title="Lektioner"),
        OutputFile(
            "om/oss.md", '---\ntitle: "x"\ntitle_language: "en"\n---\n', "sv", title="About"
        ),
        OutputFile("projekt/a/index.md", "", "sv", title="Ålder", is_notice=True),
        OutputFile("bild.svg", None, "sv", ("content/bild.svg",)),
    ]
    assert render_titles(files, "sv") == OutputFile(
        "assets/titles.json",
        '{"kinds":["lektion","sida"],"pages":[["About","om/oss/",1,"en"],["Hem","./",1],'
        '["Lektioner","lektioner/",1],["Över «ån» & hem","lektioner/%C3%B6/",0]]}\n',
        "sv",
    )


@pytest.fixture
def translated() -> Build:
    return build_site(REPOSITORY / "tests/cases/translations", today=TODAY)


@pytest.mark.parametrize("name", ["translated", "demo_build"])
def test_every_tree_has_the_titles_of_its_own_pages_and_no_notices(
    name: str, request: pytest.FixtureRequest
) -> None:
    build: Build = request.getfixturevalue(name)
    for language in build.languages:
        files = [file for file in build.files if file.language == language]
        (titles,) = [file for file in files if file.uri == URI]
        listed = [row[1] for row in json.loads(str(titles.content))["pages"]]
        assert sorted(listed) == sorted(
            file.address[1:] or "./"
            for file in files
            if file.is_page and not (file.is_notice or file.is_unindexed)
        )
    assert not [address for address in build.addresses if "titles" in address]


def test_kinds_are_in_the_words_of_the_language(demo_build: Build) -> None:
    kinds = {
        file.language: json.loads(str(file.content))["kinds"]
        for file in demo_build.files
        if file.uri == URI
    }
    assert [len(words) for words in kinds.values()] == [len(kinds["sv"])] * 3
    assert {"lektion", "sida"} <= set(kinds["sv"])
    assert {"leksjon", "side"} <= set(kinds["nb"])
    assert {"lesson", "page"} <= set(kinds["en"])
