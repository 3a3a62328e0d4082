# SPDX-License-Identifier: EUPL-1.2
"""Fields are explained in the language of those who write them, and no explanation is stale."""

from __future__ import annotations

import typing
from collections.abc import Iterator

import pytest
from babel.messages.pofile import read_po

from conftest import REPOSITORY
from dalamodellen.model.accessibility import AccessibilityTest
from dalamodellen.model.part import Part
from dalamodellen.model.place import Place
from dalamodellen.model.same_meaning import SearchWords
from dalamodellen.model.settings import Settings
from dalamodellen.model.site import COLLECTIONS, TABLES, WRITTEN
from dalamodellen.model.translation import Translation
from dalamodellen.outputs.exports.schemas import record_schemas
from dalamodellen.outputs.field_words import _home, describe_field, describe_model

LOCALE = REPOSITORY / "generator/dalamodellen/outputs/locale"
SAME = {"Total budget.", "Var."}
"""Explanations that are written alike in two languages."""


def _models() -> Iterator[type[Part]]:
    """List every record, row and part that people write."""
    waiting: list[typing.Any] = [
        Settings,
        AccessibilityTest,
        SearchWords,
        Translation,
        *(one.model for one in (*COLLECTIONS, *WRITTEN)),
        *(model for _, model in TABLES.values()),
        Place,
    ]
    seen: set[type[Part]] = set()
    while waiting:
        one = waiting.pop()
        if isinstance(one, type) and issubclass(one, Part):
            if one not in seen:
                seen.add(one)
                yield one
                waiting += [field.annotation for field in one.model_fields.values()]
        else:
            waiting += typing.get_args(one)


MODELS = sorted(_models(), key=lambda model: model.__name__)


@pytest.mark.parametrize("language", ["sv", "nb"])
@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_record_and_field_is_explained(model: type[Part], language: str) -> None:
    assert describe_model(model, language) != describe_model(model, "en")
    english = {name: describe_field(model, name, "en") for name in model.model_fields}
    told = {name: describe_field(model, name, language) for name in model.model_fields}
    same = [name for name in told if told[name] == english[name] and told[name] not in SAME]
    assert same == []


@pytest.mark.parametrize(("language", "strange"), [("sv", '“«»„"'), ("nb", '”“„"')])
def test_no_explanation_is_stale_or_has_the_quotation_marks_of_another_language(
    language: str, strange: str
) -> None:
    current = {(model.__name__, describe_model(model, "en")) for model in MODELS}
    current |= {
        (_home(model, name), describe_field(model, name, "en"))
        for model in MODELS
        for name in model.model_fields
    }
    with (LOCALE / language / "LC_MESSAGES/fields.po").open("rb") as file:
        messages = [message for message in read_po(file) if message.id]
    assert [m.context for m in messages if (m.context, m.id) not in current] == []
    assert [m.context for m in messages if set(strange) & set(str(m.string))] == []


@pytest.mark.parametrize(
    ("language", "words"), [("sv", "Vad som räknas."), ("nb", "Hva som telles.")]
)
def test_schemas_explain_parts_in_the_language_too(language: str, words: str) -> None:
    goal = record_schemas(language)["project"]["$defs"]["Indicator"]
    assert goal["properties"]["counts"]["description"] == words
