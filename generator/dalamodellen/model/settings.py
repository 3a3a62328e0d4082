# SPDX-License-Identifier: EUPL-1.2
"""Facts about the site itself, from data/site.yml: name, languages, owner, limits."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from dalamodellen.model.accessibility import Accessibility
from dalamodellen.model.acknowledgement import Acknowledgement
from dalamodellen.model.organisation import Contact
from dalamodellen.model.part import Part, about
from dalamodellen.model.record import Country, Email, Language, ProgrammeId, Url, UrlPattern
from dalamodellen.model.suppression import FEWEST_PEOPLE, FEWEST_SENSITIVE
from dalamodellen.model.text import Text


def _check_some(value: tuple[Language, ...]) -> tuple[Language, ...]:
    if not value:
        raise PydanticCustomError("empty-value", "a site speaks at least one language")
    return value


Languages = Annotated[tuple[Language, ...], AfterValidator(_check_some)]
"""At least one language."""


EXAMPLE_MARK = "EXEMPEL – påhittade uppgifter"
"""What stands on every page and in every file of a demonstration site, in all its languages."""
EXAMPLE_FOLDER = "exempel"
"""Where a demonstration site lies in the site it is published with."""


class Owner(Part):
    """Who answers for the site."""

    name: Text = about(example={"sv": "Redaktionen för Dalamodellen"})
    """The owner's name."""
    is_public_body: bool = about(False, example=False)
    """Whether the owner is a public body under the accessibility law."""
    country: Country | None = about(None, example="SE")
    """The country whose law holds for the owner; by the main language where it is left out."""
    email: Email | None = about(None, example="redaktionen@example.org")
    """An address of the role that answers, not of a person."""


class Limits(Part):
    """How hard a text may be to read before it is remarked upon, and how few are hidden."""

    lesson_lix: int = about(40, unit="LIX", example=40)
    """Highest LIX of a lesson."""
    summary_lix: int = about(45, unit="LIX", example=45)
    """Highest LIX of a record's summary."""
    lesson_minutes: int = about(15, unit="minutes", example=15)
    """Longest lesson that needs no reason."""
    fewest_people: int = about(FEWEST_PEOPLE, unit="persons", example=5)
    """A result about fewer people than this is hidden; none is shown."""
    fewest_sensitive: int = about(FEWEST_SENSITIVE, unit="persons", example=10)
    """The same for goals about groups that are easily recognised or harmed."""


class Settings(Part):
    """data/site.yml: facts about the site, the same for every renderer."""

    name: Text = about(
        Text(sv="Kunskapsbanken", nb="Kunnskapsbanken", en="The knowledge base"),
        example={"sv": "Dalamodellen"},
    )
    """The site's name, shown on every page."""
    description: Text | None = about(None, example={"sv": "Kunskap från projekt i Dalarna."})
    """What the site is, in one or two sentences."""
    languages: Languages = about((Language.SV,), example=["sv", "nb", "en"])
    """The languages it is published in; the first is the main language."""
    url: Url | None = about(None, example="https://example.org/")
    """The address it is published at."""
    repository_url: Url | None = about(None, example="https://example.org/redaktionen/webbplats")
    """Where its files are kept; with it every page has a link to change it."""
    repository_branch: str = about("main", example="main")
    """The branch that is published."""
    edit_url: UrlPattern | None = about(None, example="https://example.org/edit/main/{path}")
    """How an address to change a file looks, where the host is not GitHub or GitLab."""
    owner: Owner | None = about(None, example={"name": "Redaktionen"})
    """Who answers for the site."""
    accessibility: Accessibility = about(Accessibility(), example={"compliance": "partly"})
    """How well everyone can use the site."""
    programme: ProgrammeId | None = about(None, example="esf-2007-2013")
    """The programme that pays for the site itself, where one does."""
    contacts: tuple[Contact, ...] = about((), example=[{"role": "Redaktionen"}])
    """Whom readers can ask."""
    feedback_url: Url | None = about(None, example="https://example.org/ny-fraga")
    """Where readers ask or contribute; the page's address is added to it."""
    interest_url: Url | None = about(None, example="https://example.org/meddela-mig")
    """A form where readers ask to be told when a course comes; by mail to the owner without it."""
    is_example: bool = about(False, example=False)
    """Whether this is a demonstration site, whose facts are made up: every page says so."""
    example_site: str | None = about(None, example="examples/demo")
    """The folder of a demonstration site that is published with this one, at /exempel/."""
    limits: Limits = about(Limits(), example={"lesson_lix": 40})
    """Limits for reading ease and length."""
    acknowledged: tuple[Acknowledgement, ...] = about((), example=[{"code": "hard-to-read"}])
    """Warnings that are known and stay, each with its reason."""

    @property
    def is_of_public_body(self) -> bool:
        """Whether a public body answers for the site, so that the law on accessibility holds."""
        return self.owner is not None and self.owner.is_public_body

    @property
    def is_norwegian(self) -> bool:
        """Whether the owner is in Norway, where statements are made in a central service."""
        if self.owner is not None and self.owner.country is not None:
            return self.owner.country is Country.NO
        return self.languages[0] is Language.NB

    @property
    def root_url(self) -> str:
        """The address it is published at, always ending in "/"; "" when it is not known."""
        return f"{str(self.url).rstrip('/')}/" if self.url else ""
