# SPDX-License-Identifier: EUPL-1.2
"""Fields are explained in the language of those who write them, and no explanation is stale."""

from __future__ import annotations

import pytest
from babel.messages.pofile import read_po

from conftest import REPOSITORY
from dalamodellen.model.part import Part
from dalamodellen.model.record import Record
from dalamodellen.model.site import COLLECTIONS, WRITTEN
from dalamodellen.outputs.field_words import describe_field, describe_model

MODELS: dict[str, type[Part]] = {one.model.__name__: one.model for one in (*COLLECTIONS, *WRITTEN)}
BEGUN = ("Course", "Event", "Lesson", "Organisation", "Post", "Project")
"""Kinds that `new` begins for people who may not read English."""
CATALOGUE = REPOSITORY / "generator/dalamodellen/outputs/locale/sv/LC_MESSAGES/fields.po"


@pytest.mark.parametrize("name", BEGUN)
def test_every_field_people_begin_with_is_explained_in_swedish(name: str) -> None:
    model = MODELS[name]
    told = {field: describe_field(model, field, "sv") for field in model.model_fields}
    english = {field: describe_field(model, field, "en") for field in model.model_fields}
    assert [field for field in told if told[field] == english[field]] == []
    assert describe_model(model, "sv") != describe_model(model, "en")


def test_no_explanation_is_of_something_that_has_changed() -> None:
    with CATALOGUE.open("rb") as file:
        messages = [message for message in read_po(file) if message.id]
    models = {**MODELS, "Record": Record}
    stale = []
    for message in messages:
        model, _, field = (message.context or "").partition(".")
        told = (
            describe_field(models[model], field, "en")
            if field
            else describe_model(models[model], "en")
        )
        if told != message.id:
            stale.append(message.context)
    assert stale == []
