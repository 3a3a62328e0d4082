# SPDX-License-Identifier: EUPL-1.2
"""Words in several languages: which are shown."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from dalamodellen.model.text import Prose, Text


def test_a_plain_string_is_in_the_main_language_of_the_site() -> None:
    assert Text.model_validate("Hei", context={"main_language": "nb"}) == Text(nb="Hei")
    assert Text.model_validate("Hej") == Text(sv="Hej")


def test_the_language_asked_for_comes_first_then_the_first_there_is() -> None:
    text = Text(nb="Hei", en="Hello")
    assert text.in_language("en") == ("Hello", "en")
    assert text.in_language("sv") == ("Hei", "nb")
    assert str(text) == "Hei"


def test_a_language_with_nothing_but_spaces_is_passed_over() -> None:
    assert Text(sv=" \n", en=" Hello ").in_language("sv") == ("Hello", "en")


@pytest.mark.parametrize("value", ["", "  ", {}, {"sv": ""}, {"sv": None, "nb": "\n"}])
def test_a_text_without_words_is_an_empty_text(value: object) -> None:
    for model in (Text, Prose):
        with pytest.raises(ValidationError) as caught:
            model.model_validate(value)
        assert [detail["type"] for detail in caught.value.errors()] == ["empty-text"]
