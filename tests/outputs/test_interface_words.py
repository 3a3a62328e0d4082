# SPDX-License-Identifier: EUPL-1.2
"""The site's own words: whole in every language, none stale, and missing ones are told."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest
from babel.messages.pofile import read_po

from conftest import REPOSITORY, TODAY, SmallSite
from dalamodellen.build import build_site
from dalamodellen.outputs import navigation, words
from dalamodellen.outputs.pages import a_to_z, project

OUTPUTS = REPOSITORY / "generator/dalamodellen/outputs"
LANGUAGES = ("nb", "en")
IN_TEMPLATE = re.compile(r"""_\(\s*(?:"([^"]*)"|'([^']*)')""")


def _in_code() -> Iterator[str]:
    """List the words that code and templates ask for by name."""
    for path in sorted(OUTPUTS.rglob("*.j2")):
        for match in IN_TEMPLATE.finditer(path.read_text("utf-8")):
            yield match[1] or match[2]
    for path in sorted(OUTPUTS.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and node.args:
                yield from _asked(node)


def _asked(call: ast.Call) -> Iterator[str]:
    name = call.func
    is_direct = isinstance(name, ast.Call) and getattr(name.func, "id", "") == "translator"
    called = getattr(name, "attr", "") or getattr(name, "id", "")
    first = call.args[0]
    if (is_direct or called == "translate") and isinstance(first, ast.Constant):
        yield str(first.value)
    headings = [word.value for word in call.keywords if word.arg == "heading"]
    yield from (str(word.value) for word in headings if isinstance(word, ast.Constant))
    if called == "row" and isinstance(first, ast.Constant):
        yield str(first.value)


def _in_tables() -> Iterator[str]:
    for table in words.LABELS.values():
        yield from (word for word in table.values() if word)
    yield from a_to_z._KINDS.values()
    yield from project.FIELD_NAMES.values()
    yield from project.PART_TITLES.values()
    yield from (title for title, _ in (*navigation.MAIN, *navigation.FOOTER))
    yield from ("kvinnor", "män", "andra")
    yield from (f"R{number} {name}" for number, name in enumerate(FOUR_R, start=1))
    yield from PLAN_PARTS


FOUR_R = ("Representation", "Resurser", "Realia", "Realisering")
PLAN_PARTS = (
    "Fysisk tillgänglighet",
    "Tillgänglig verksamhet",
    "Kommunikativ tillgänglighet",
    "Informativ tillgänglighet",
    "För alla delar",
)
ASKED = {*_in_code(), *_in_tables()}


def _catalogue(language: str) -> dict[str, str]:
    with (OUTPUTS / "locale" / language / "LC_MESSAGES/dalamodellen.po").open("rb") as file:
        return {str(one.id): str(one.string) for one in read_po(file) if one.id}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_the_site_is_translated_and_none_is_stale(language: str) -> None:
    known = _catalogue(language)
    assert sorted(ASKED - known.keys()) == []
    assert sorted(known.keys() - ASKED) == []
    assert [word for word, translated in known.items() if not translated] == []


@pytest.mark.parametrize(("language", "strange"), [("nb", "äö”“"), ("en", "åäöæø«»„")])
def test_no_translation_has_letters_of_another_language(language: str, strange: str) -> None:
    known = _catalogue(language)
    assert [word for word, told in known.items() if set(strange) & set(told.lower())] == []


@pytest.mark.parametrize(
    ("language", "told"), [("sv", "Lektioner"), ("nb", "Leksjoner"), ("en", "Lessons")]
)
def test_a_word_is_told_in_the_language(language: str, told: str) -> None:
    assert words.translator(language)("Lektioner") == told


def test_a_language_without_words_of_the_site_is_an_error(
    small_site: SmallSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(words, "_catalogue", lambda _: words.gettext.NullTranslations())
    root = small_site({"data/site.yml": "name: N\nlanguages: [nb]\n", "content/om.md": "# Om\n"})
    build = build_site(root, today=TODAY)
    assert [
        (issue.code, str(issue.source)) for issue in build.issues if issue.severity == "error"
    ] == [("interface-words-missing", "data/site.yml:2:1")]
