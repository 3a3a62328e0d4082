# SPDX-License-Identifier: EUPL-1.2
"""What all records share: frozen fields that describe themselves, references, approval."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    AnyUrl,
    BeforeValidator,
    GetJsonSchemaHandler,
    StringConstraints,
    UrlConstraints,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import CoreSchema, PydanticCustomError

from dalamodellen.model.acknowledgement import Acknowledgement
from dalamodellen.model.part import Part, about, also_written
from dalamodellen.model.period import PartialDate

ID_PATTERN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LETTERS = str.maketrans({"å": "a", "ä": "a", "æ": "a", "ö": "o", "ø": "o", "é": "e", "ü": "u"})


@dataclass(frozen=True)
class Ref:
    """Marks a field that holds the id of another record."""

    kind: str
    """The kind of record that must exist. Example: organisation"""


def _check_id(value: Any) -> Any:
    if isinstance(value, str) and ("/" in value or "\\" in value or ".." in value):
        raise PydanticCustomError("id-is-a-path", "an id is a name, not a path", {"name": value})
    return value


def _check_part_id(value: str) -> str:
    if not ID_PATTERN.fullmatch(value):
        raise PydanticCustomError("invalid-part-id", "no name for an anchor", {"name": value})
    return value


Id = Annotated[str, BeforeValidator(_check_id), StringConstraints(min_length=1, max_length=80)]
PartId = Annotated[Id, AfterValidator(_check_part_id)]
"""The name of a part of a record; it becomes a part of an address."""
ProjectId = Annotated[Id, Ref("project")]
OrganisationId = Annotated[Id, Ref("organisation")]
PlaceId = Annotated[Id, Ref("place")]
LessonId = Annotated[Id, Ref("lesson")]
CourseId = Annotated[Id, Ref("course")]
TopicId = Annotated[Id, Ref("topic")]
TermId = Annotated[Id, Ref("term")]
ThemeId = Annotated[Id, Ref("theme")]
RoleId = Annotated[Id, Ref("role")]
DocumentId = Annotated[Id, Ref("document")]
ProgrammeId = Annotated[Id, Ref("programme")]
PublicityId = Annotated[Id, Ref("publicity")]
SupportKindId = Annotated[Id, Ref("support_kind")]
SniLetter = Annotated[Id, Ref("sni")]
IscedField = Annotated[
    Id,
    Ref("isced_f"),
    # Editors take unquoted digits for a number; here they are read as they were written.
    WithJsonSchema({"type": ["string", "integer"], "maxLength": 80, "minLength": 1}),
]

Url = Annotated[AnyUrl, UrlConstraints(allowed_schemes=["http", "https"], max_length=2000)]
"""An address on the web. Addresses with other schemes (javascript, data, file) are refused."""

_EMAIL = re.compile(r"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_URL_PATTERN = re.compile(r"https?://[^\s<>\"']+")


def _check_email(value: str) -> str:
    if not _EMAIL.fullmatch(value):
        raise PydanticCustomError("not-an-email", "not an e-mail address", {"given": value})
    return value


def _check_url_pattern(value: str) -> str:
    if not _URL_PATTERN.fullmatch(value) or "{path}" not in value:
        raise PydanticCustomError("not-an-address", "not a web address", {"given": value})
    return value


Email = Annotated[str, AfterValidator(_check_email)]
"""An e-mail address, without a name or a subject."""
UrlPattern = Annotated[str, AfterValidator(_check_url_pattern)]
"""A web address with "{path}" where the path of a file goes."""


class Language(StrEnum):
    """A language the site can speak."""

    SV = "sv"
    NB = "nb"
    EN = "en"


class Country(StrEnum):
    """A country, by its ISO 3166-1 code."""

    SE = "SE"
    NO = "NO"
    DK = "DK"
    FI = "FI"
    BE = "BE"
    NL = "NL"
    DE = "DE"
    PL = "PL"
    GB = "GB"
    EE = "EE"
    LV = "LV"
    LT = "LT"
    IS = "IS"
    IE = "IE"
    FR = "FR"
    ES = "ES"
    PT = "PT"
    IT = "IT"
    AT = "AT"
    CZ = "CZ"


class Citation(Part):
    """Where a value comes from: a source document and the place in it."""

    document: DocumentId = about(example="tre-m-projektbanken")
    """Id of the document, a file in data/documents/."""
    section: str | None = about(None, example="Målsättning")
    """Heading, field or page in the document where the value stands."""

    @model_validator(mode="before")
    @classmethod
    def _from_words(cls, value: Any) -> Any:
        """Take "tre-m-projektbanken, Målsättning" apart at the first comma."""
        if isinstance(value, str):
            document, _, section = value.partition(",")
            return {"document": document.strip(), "section": section.strip() or None}
        return value

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Tell editors that "document, section" in one string is as right."""
        return also_written({"type": "string", "minLength": 1}, cls, core_schema, handler)


class PublicationStatus(StrEnum):
    """How far a record has come on its way to readers."""

    DRAFT = "draft"
    REVIEW = "review"
    PUBLISHED = "published"


class Publication(Part):
    """Whether readers may see the record, and who said so."""

    status: PublicationStatus = about(PublicationStatus.DRAFT, example="published")
    """Draft and review are built only by `serve` and `build --drafts`."""
    approved_by: str | None = about(None, example="redaktionen")
    """The role that approved it; never a person's name."""
    approved_on: PartialDate | None = about(None, example="2026-11-22")
    """The day it was approved."""

    @model_validator(mode="before")
    @classmethod
    def _from_words(cls, value: Any) -> Any:
        return {"status": value} if isinstance(value, str) else value

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Tell editors that one word is enough while nothing is approved."""
        return also_written({"enum": ["draft", "review"]}, cls, core_schema, handler)

    @model_validator(mode="after")
    def _approved(self) -> Publication:
        if self.status is PublicationStatus.PUBLISHED and not (
            self.approved_by and self.approved_on and self.approved_on.is_whole
        ):
            raise PydanticCustomError(
                "approval-missing", "published without an approval", {"name": "publication"}
            )
        return self

    @property
    def is_published(self) -> bool:
        """Whether the record belongs on the published site."""
        return self.status is PublicationStatus.PUBLISHED


class Record(Part):
    """One file about one thing."""

    id: Id = about(example="tre-m")
    """The file's name without its ending. It is never written inside the file."""
    acknowledged: tuple[Acknowledgement, ...] = about((), example=[{"code": "hard-to-read"}])
    """Warnings that are known and stay, each with its reason."""


def slug(words: str) -> str:
    """Turn words into an id: small letters, no dots over letters, hyphens."""
    plain = words.casefold().translate(_LETTERS)
    return "-".join(re.findall(r"[a-z0-9]+", plain)) or "namn"


def field_order(model: type[Part]) -> list[str]:
    """Give a model's fields in the order people write them: its own, then what all records share."""
    shared = [name for name in Record.model_fields if issubclass(model, Record)]
    return [*(name for name in model.model_fields if name not in shared), *shared]
