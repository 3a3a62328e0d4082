# SPDX-License-Identifier: EUPL-1.2
"""The filters of the catalogue: what can be chosen, in words, ready for the script to count."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dalamodellen.model.alphabet import sort_key
from dalamodellen.model.course import Course
from dalamodellen.model.glossary import Topic
from dalamodellen.model.period import PartialDate
from dalamodellen.model.place import SniVersion
from dalamodellen.model.site import Site
from dalamodellen.outputs.pages.courses.choices import (
    courses_ahead,
    months_of,
    undated,
)
from dalamodellen.outputs.pages.courses.data_file import COSTS
from dalamodellen.outputs.pages.page import Page
from dalamodellen.outputs.safe_markdown import Markdown

_LEVELS = ("beginner", "intermediate", "advanced")
_TYPES = ("open", "bespoke")


@dataclass(frozen=True)
class Option:
    """One value to choose."""

    value: str
    """As it stands in the address."""
    words: str
    language: str = ""
    """The language of the words, where it is not the page's; an option can hold no other mark."""


@dataclass(frozen=True)
class Filter:
    """One thing to choose by; its id is the word in the address."""

    id: str
    name: Markdown
    everything: Markdown
    """The words for choosing nothing."""
    options: tuple[Option, ...]
    """Never empty."""


def course_filters(page: Page) -> list[Filter]:
    """Give the filters that there is something to choose by."""
    site, tell = page.site, page.translate
    courses = _courses(site)
    found = [
        Filter("amne", tell("Ämne"), tell("Alla ämnen"), _topics(page, courses)),
        Filter("kommun", tell("Kommun"), tell("Alla kommuner"), _places(page)),
        Filter("period", tell("När"), tell("När som helst"), _months(page)),
        Filter("typ", tell("Slags kurs"), tell("Alla slag"), _types(page, courses)),
        Filter("bransch", tell("Bransch"), tell("Alla branscher"), _industries(page, courses)),
        Filter("sprak", tell("Språk"), tell("Alla språk"), _languages(page, courses)),
        Filter("pris", tell("Pris"), tell("Alla priser"), _costs(page)),
        Filter("niva", tell("Nivå"), tell("Alla nivåer"), _levels(page, courses)),
    ]
    return [one for one in found if one.options]


def _courses(site: Site) -> list[Course]:
    ahead = {one.key[1] for one in courses_ahead(site)} | {course.id for course in undated(site)}
    return [course for course in site.courses if course.id in ahead]


def _sorted(page: Page, options: Iterable[Option]) -> tuple[Option, ...]:
    by_words = {one.value: one for one in options}.values()
    return tuple(sorted(by_words, key=lambda one: (sort_key(one.words, page.language), one.value)))


def _topics(page: Page, courses: list[Course]) -> tuple[Option, ...]:
    topics = [page.site.get("topic", course.topic) for course in courses]
    return _sorted(
        page,
        (
            Option(one.id, page.plain(one.title), page.language_of(one.title))
            for one in topics
            if isinstance(one, Topic)
        ),
    )


def _places(page: Page) -> tuple[Option, ...]:
    places = page.site.codes.places
    ids = {one.municipality for one in courses_ahead(page.site) if one.municipality in places}
    return _sorted(page, (Option(one, places[one].name) for one in ids if one))


def _months(page: Page) -> tuple[Option, ...]:
    soon = Option("30", page.translate("De närmaste 30 dagarna"))
    months = tuple(
        Option(f"{year:04}-{month:02}", page.date(PartialDate(year=year, month=month)))
        for year, month in months_of(courses_ahead(page.site))
    )
    return (soon, *months) if months else ()


def _types(page: Page, courses: list[Course]) -> tuple[Option, ...]:
    found = {course.type.value for course in courses}
    return tuple(Option(one, page.label("course_type", one)) for one in _TYPES if one in found)


def _levels(page: Page, courses: list[Course]) -> tuple[Option, ...]:
    found = {course.level.value for course in courses if course.level}
    return tuple(Option(one, page.label("level", one)) for one in _LEVELS if one in found)


def _languages(page: Page, courses: list[Course]) -> tuple[Option, ...]:
    found = {str(one) for course in courses for one in course.languages}
    found |= {str(one.language) for one in courses_ahead(page.site) if one.language}
    return _sorted(page, (Option(one, page.label("language", one)) for one in found))


def _industries(page: Page, courses: list[Course]) -> tuple[Option, ...]:
    return _sorted(page, _industry_options(page, courses))


def _industry_options(page: Page, courses: list[Course]) -> Iterator[Option]:
    for course in courses:
        for letter in course.industries:
            name, language = industry_name(page, letter, course.sni_version)
            yield Option(letter, f"{letter} {name}", language)


def industry_name(page: Page, letter: str, version: SniVersion) -> tuple[str, str]:
    """Give the title of a section of SNI, and its language where it is not the page's.

    There is no Norwegian title, so the Swedish one stands there.
    """
    industry = page.site.codes.industries.get(f"{version}-{letter}")
    if industry is None:
        return "", ""
    if page.language == "en":
        return industry.title_en, ""
    return industry.title_sv, "" if page.language == "sv" else "sv"


def _costs(page: Page) -> tuple[Option, ...]:
    return (
        Option(COSTS[0], page.translate("Gratis")),
        Option(COSTS[1], page.translate("Kostar något")),
        Option(COSTS[2], page.translate("Priset framgår inte")),
    )
