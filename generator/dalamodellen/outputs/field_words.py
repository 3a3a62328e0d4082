# SPDX-License-Identifier: EUPL-1.2
"""What records and their fields mean, in the language of those who write them.

The models say it in English; the catalogues `locale/<language>/LC_MESSAGES/fields.po`
say it in the others. Reads the catalogues.
"""

from __future__ import annotations

from functools import cache
from importlib import resources

from babel.messages.pofile import read_po

from dalamodellen.model.part import Part


def describe_field(model: type[Part], name: str, language: str) -> str:
    """Give what a field means; in English where the language has no words for it."""
    english = " ".join((model.model_fields[name].description or "").split())
    return _catalogue(language).get((_home(model, name), english), english)


def describe_model(model: type[Part], language: str) -> str:
    """Give what a record is; in English where the language has no words for it."""
    english = " ".join((model.__doc__ or "").strip().split("\n\n")[0].split())
    return _catalogue(language).get((model.__name__, english), english)


def _home(model: type[Part], name: str) -> str:
    """Name a field with the class that defines it: what all records share is told once."""
    for one in reversed(model.__mro__):
        if name in getattr(one, "__annotations__", {}):
            return f"{one.__name__}.{name}"
    return f"{model.__name__}.{name}"


@cache
def _catalogue(language: str) -> dict[tuple[str, str], str]:
    """Read the words of a language: context and English words → its words."""
    home = resources.files(__package__).joinpath("locale", language, "LC_MESSAGES", "fields.po")
    if not home.is_file():
        return {}
    with home.open("rb") as file:
        messages = read_po(file, locale=language)
    return {
        (message.context or "", str(message.id)): str(message.string)
        for message in messages
        if message.id and message.string
    }
