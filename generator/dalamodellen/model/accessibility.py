# SPDX-License-Identifier: EUPL-1.2
"""What is known of how well everyone can use the site: barriers, the assessment, the last test run."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from dalamodellen.model.acknowledgement import Day
from dalamodellen.model.number import Count
from dalamodellen.model.part import Part, about
from dalamodellen.model.period import PartialDate
from dalamodellen.model.record import Language, Url
from dalamodellen.model.text import Text

TEST_PATH = "data/accessibility-test.yml"
"""What the last test run found; a program writes it, people only read it."""

_PLACE = re.compile(r"(?:https?:/)?/[^\s<>\"']*")


def _check_place(value: str) -> str:
    if not _PLACE.fullmatch(value):
        raise PydanticCustomError("not-an-address", "not a web address", {"given": value})
    return value


PageAddress = Annotated[str, AfterValidator(_check_place)]
"""A web address, or the address of a page of the site from its root: "/projekt/tre-m/"."""


class Compliance(StrEnum):
    """How far a site meets the law; only who answers for it under the law can say so."""

    FULLY = "fully"
    PARTLY = "partly"
    NOT = "not"


class BarrierKind(StrEnum):
    """Why something on a site is not accessible, in the terms of the law."""

    NOT_COMPLIANT = "not_compliant"
    DISPROPORTIONATE_BURDEN = "disproportionate_burden"
    OUT_OF_SCOPE = "out_of_scope"


class Scheme(StrEnum):
    """Colours a page is shown in."""

    LIGHT = "light"
    DARK = "dark"
    FORCED = "forced_colors"


class Barrier(Part):
    """Something on the site that not everyone can use."""

    what: Text = about(example={"sv": "Slutrapporten är en inskannad bild utan text."})
    """What cannot be used, and by whom, in a sentence."""
    where: PageAddress | None = about(None, example="/projekt/tre-m/")
    """The page, from the root of the site or as a web address; nothing for the whole site."""
    reason: Text = about(example={"sv": "Originalet finns bara på papper."})
    """Why it is so."""
    kind: BarrierKind = about(BarrierKind.NOT_COMPLIANT, example="not_compliant")
    """What it is under the law; only a public body may claim burden or scope."""
    planned: PartialDate | None = about(None, example="2027-03")
    """When it is to be mended."""


class Authority(Part):
    """Who supervises that the site meets the law. It can change, so its day is told."""

    name: Text = about(example={"sv": "Myndigheten för exempel"})
    """The authority's name."""
    law: Text = about(example={"sv": "lagen om tillgänglighet till digital offentlig service"})
    """The law the site is to meet, as it is named in a sentence."""
    complaint_url: Url = about(example="https://example.org/anmal")
    """The page where anyone can complain to the authority."""
    as_of: Day = about(example="2026-11-24")
    """The day somebody saw that all this is right."""


class Accessibility(Part):
    """What the owner says about how well everyone can use the site."""

    statement_url: Url | None = about(None, example="https://example.org/erklaering")
    """The statement, where the law of the owner's country has it made in a central service."""
    compliance: Compliance | None = about(None, example="partly")
    """How far the site meets the law; only for a public body."""
    assessed_on: Day | None = about(None, example="2026-11-24")
    """The day the site was last assessed."""
    method: Text | None = about(None, example={"sv": "Vi har själva gått igenom sidorna."})
    """How it was assessed, and by whom, by role."""
    updated_on: Day | None = about(None, example="2026-11-24")
    """The day the statement was last gone through."""
    authority: Authority | None = about(None, example={"name": "Myndigheten för exempel"})
    """Who supervises that the law is met; only for a public body."""
    barriers: tuple[Barrier, ...] = about((), example=[{"what": "Filmen saknar textning."}])
    """What not everyone can use, as far as is known."""


class Failure(Part):
    """A rule that pages broke in a test run."""

    rule: str = about(example="color-contrast")
    """The rule's name in the tool."""
    pages: Count = about(unit="pages", example=3)
    """How many pages broke it."""


class AccessibilityTest(Part):
    """The last test run: a program has looked through the pages as a reader's browser shows them."""

    date: Day = about(example="2026-11-24")
    """The day of the run."""
    tool: str = about(example="axe-core 4.10.3")
    """The tool that looked for faults, with its version."""
    browser: str = about(example="Chromium 142")
    """The browser that showed the pages, with its version."""
    standards: tuple[str, ...] = about(example=["WCAG 2.0 A", "WCAG 2.2 AA"])
    """What the rules of the tool come from."""
    languages: tuple[Language, ...] = about(example=["sv", "nb", "en"])
    """The languages whose pages were looked at."""
    pages: Count = about(unit="pages", example=420)
    """How many addresses were looked at."""
    views: Count = about(unit="pages", example=900)
    """How many times a page was shown, counting each width and scheme."""
    widths: tuple[Count, ...] = about(unit="CSS pixels", example=[320, 360, 1280])
    """How wide the window was."""
    schemes: tuple[Scheme, ...] = about(example=["light", "dark", "forced_colors"])
    """The colours the pages were shown in."""
    failures: tuple[Failure, ...] = about((), example=[{"rule": "color-contrast", "pages": 3}])
    """The rules that were broken; none when nothing was found."""


def is_older_than_a_year(day: PartialDate, today: date) -> bool:
    """Tell whether more than twelve months have gone since a day."""
    year, month, number = (int(part) for part in day.iso.split("-"))
    return (year + 1, month, number) < (today.year, today.month, today.day)
