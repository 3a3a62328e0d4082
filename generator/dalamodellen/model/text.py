# SPDX-License-Identifier: EUPL-1.2
"""Words a reader sees, in one language or several."""

from __future__ import annotations

from typing import Any

from pydantic import GetJsonSchemaHandler, ValidationInfo, model_validator
from pydantic_core import CoreSchema, PydanticCustomError

from dalamodellen.model.part import Part, about, also_written

LANGUAGES = ("sv", "nb", "en")
UNFINISHED = ("FYLL I", "FYLL UT", "FILL IN")
"""How a text begins that somebody is still to write, in the order of `LANGUAGES`."""


class Text(Part):
    """Words in one or more languages: a string is in the site's main language."""

    sv: str | None = about(None, example="Lärcentra som mäklare")
    """The words in Swedish."""
    nb: str | None = about(None, example="Læringssentre som meglere")
    """The words in Norwegian Bokmål."""
    en: str | None = about(None, example="Learning centres as brokers")
    """The words in English."""

    @model_validator(mode="before")
    @classmethod
    def _from_words(cls, value: Any, info: ValidationInfo) -> Any:
        if isinstance(value, str):
            main_language = (info.context or {}).get("main_language", "sv")
            return {main_language: value}
        return value

    @model_validator(mode="after")
    def _says_something(self) -> Text:
        if not any((getattr(self, language) or "").strip() for language in LANGUAGES):
            raise PydanticCustomError("empty-text", "no words in any language", {"name": "text"})
        return self

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Tell editors that a plain string is as right as one per language."""
        return also_written({"type": "string", "minLength": 1}, cls, core_schema, handler)

    def in_language(self, language: str) -> tuple[str, str]:
        """Give the words and the language they are in: the one asked for, else the first there is.

        Returns:
            The words without surrounding white space, and the code of their language.
        """
        for candidate in (language, *LANGUAGES):
            words = getattr(self, candidate, None)
            if words and words.strip():
                return words.strip(), candidate
        raise LookupError(language)

    def __str__(self) -> str:
        return self.in_language("sv")[0]


class Prose(Text):
    """Several sentences. A blank line begins a new paragraph, "- " a list item."""
