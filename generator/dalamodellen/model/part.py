# SPDX-License-Identifier: EUPL-1.2
"""Values made of fields that describe themselves: meaning, unit and example."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field, GetJsonSchemaHandler
from pydantic_core import CoreSchema


class Part(BaseModel):
    """A value made of fields. It never changes, and a field it does not know is an error."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", use_attribute_docstrings=True, validate_default=False
    )


def about(default: Any = ..., *, unit: str = "none", example: Any) -> Any:
    """Describe a field: its unit and an example. The docstring below it says what it means.

    Args:
        default: Value of a field that is left out; `...` makes the field required.
        unit: What a number counts or is measured in; "none" where nothing is measured.
        example: A right value, as it is written in a record.
    """
    settings: dict[str, Any] = {"examples": [example], "json_schema_extra": {"unit": unit}}
    if default in ([], (), {}):
        return Field(default_factory=type(default), **settings)
    return Field(default, **settings)


def also_written(
    short: dict[str, Any],
    model: type[Part],
    core_schema: CoreSchema,
    handler: GetJsonSchemaHandler,
) -> dict[str, Any]:
    """Give the JSON Schema of a part that people may also write in a shorter form.

    Args:
        short: The schema of the shorter form.
        model: The part.
        core_schema: As pydantic hands it over.
        handler: As pydantic hands it over.
    """
    fields = handler.resolve_ref_schema(handler(core_schema))
    whole = {**fields, "additionalProperties": False}
    return {"title": model.__name__, "anyOf": [short, whole]}
