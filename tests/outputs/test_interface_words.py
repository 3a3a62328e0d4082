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
from dalamodellen.outputs.charts import voice
from dalamodellen.outputs.pages import a_to_z, project, project_fields

OUTPUTS = REPOSITORY / "generator/dalamodellen/outputs"
THEME = REPOSITORY / "theme"
LANGUAGES = ("nb", "en")
IN_TEMPLATE = re.compile(r"""_\(\s*(?:"([^"]*)"|'([^']*)')""")
COUNTED_IN_TEMPLATE = re.compile(r"""p\.count\([^"]+, "([^"]*)", "([^"]*)"\)""")
Message = str | tuple[str, str]
"""A Swedish word, or the words for one and for several."""


def _in_code() -> Iterator[Message]:
    """List the words that code and templates ask for by name."""
    for path in sorted([*OUTPUTS.rglob("*.j2"), *THEME.rglob("*.j2")]):
        text = path.read_text("utf-8")
        for match in IN_TEMPLATE.finditer(text):
            yield match[1] or match[2]
        counted = [(match[1], match[2]) for match in COUNTED_IN_TEMPLATE.finditer(text)]
        assert len(counted) == text.count("p.count(")
        yield from counted
    for path in sorted(OUTPUTS.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and node.args:
                yield from _asked(node)


def _asked(call: ast.Call) -> Iterator[Message]:
    name = call.func
    is_direct = isinstance(name, ast.Call) and getattr(name.func, "id", "") == "translator"
    called = getattr(name, "attr", "") or getattr(name, "id", "")
    first = call.args[0]
    if (is_direct or called in ("translate", "tell")) and isinstance(first, ast.Constant):
        yield str(first.value)
    if called == "ours" and isinstance(call.args[-1], ast.Constant):
        yield str(call.args[-1].value)
    forms = [word.value for word in call.args[1:] if isinstance(word, ast.Constant)]
    if called in ("count", "counted") and len(forms) > 1:
        yield str(forms[0]), str(forms[1])
    headings = [word.value for word in call.keywords if word.arg == "heading"]
    yield from (str(word.value) for word in headings if isinstance(word, ast.Constant))
    if called == "row" and isinstance(first, ast.Constant):
        yield str(first.value)


def _in_tables() -> Iterator[Message]:
    for table in words.LABELS.values():
        yield from (word for word in table.values() if word)
    yield from a_to_z.KINDS.values()
    yield from project_fields.FIELD_NAMES.values()
    yield from project.PART_TITLES.values()
    yield from (title for title, _ in (*navigation.MAIN, *navigation.FOOTER))
    yield from words.COUNTED.values()
    yield from voice.NONE.values()
    yield from PLAN_PARTS


PLAN_PARTS = (
    "Fysisk tillgänglighet",
    "Tillgänglig verksamhet",
    "Kommunikativ tillgänglighet",
    "Informativ tillgänglighet",
    "För alla delar",
)
ASKED = {*_in_code(), *_in_tables()}
COUNTED = {message for message in ASKED if isinstance(message, tuple)}
# A word for one is found among the counted ones, too.
ASKED -= {one for one, _ in COUNTED}


def _catalogue(language: str) -> dict[Message, tuple[str, ...]]:
    """Give the words of a catalogue, by what they stand for; one form, or one and several."""
    with (OUTPUTS / "locale" / language / "LC_MESSAGES/dalamodellen.po").open("rb") as file:
        messages = [message for message in read_po(file) if message.id]
    return {
        (one.id if isinstance(one.id, str) else (one.id[0], one.id[1])): (
            (one.string,) if isinstance(one.string, str) else tuple(one.string)
        )
        for one in messages
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_the_site_is_translated_and_none_is_stale(language: str) -> None:
    known = _catalogue(language)
    assert sorted(ASKED - known.keys(), key=str) == []
    assert sorted(known.keys() - ASKED, key=str) == []
    assert [word for word, translated in known.items() if not all(translated)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_for_one_and_several_are_both_translated_and_keep_their_number(language: str) -> None:
    known = _catalogue(language)
    assert len(COUNTED) > 10
    for swedish in COUNTED:
        translated = known[swedish]
        assert len(translated) == 2
        assert [form.count("{}") for form in translated] == [form.count("{}") for form in swedish]


@pytest.mark.parametrize(("language", "strange"), [("nb", "äö”“"), ("en", "åäöæø«»„")])
def test_no_translation_has_letters_of_another_language(language: str, strange: str) -> None:
    known = _catalogue(language)
    assert [told for told in known.values() if set(strange) & set("".join(told).lower())] == []


@pytest.mark.parametrize(
    ("language", "told"), [("sv", "Lektioner"), ("nb", "Leksjoner"), ("en", "Lessons")]
)
def test_a_word_is_told_in_the_language(language: str, told: str) -> None:
    assert words.translator(language)("Lektioner") == told


def test_a_language_without_words_of_the_site_is_an_error(
    small_site: SmallSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(words, "catalogue", lambda _: words.gettext.NullTranslations())
    root = small_site({"data/site.yml": "name: N\nlanguages: [nb]\n", "content/om.md": "# Om\n"})
    build = build_site(root, today=TODAY)
    assert [
        (issue.code, str(issue.source)) for issue in build.issues if issue.severity == "error"
    ] == [("interface-words-missing", "data/site.yml:2:1")]
