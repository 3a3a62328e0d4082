# SPDX-License-Identifier: EUPL-1.2
"""The filters of the catalogue: what can be chosen, in words, ready for the script to count."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dalamodellen.model.alphabet import sort_key
from dalamodellen.model.course import Course
from dalamodellen.model.period import PartialDate
from dalamodellen.model.place import SniVersion
from dalamodellen.model.site import Site
from dalamodellen.outputs.pages.courses.choices import (
    courses_ahead,
    months_of,
    name_of_topic,
    undated,
)
from dalamodellen.outputs.pages.courses.data_file import COSTS
from dalamodellen.outputs.pages.page import Page
from dalamodellen.outputs.safe_markdown import Markdown, escape

_LEVELS = ("beginner", "intermediate", "advanced")
_TYPES = ("open", "bespoke")


@dataclass(frozen=True)
class Filter:
    """One thing to choose by; its id is the word in the address."""

    id: str
    name: Markdown
    everything: Markdown
    """The words for choosing nothing."""
    options: tuple[tuple[str, Markdown], ...]
    """Value and words of each; never empty."""


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


def _sorted(page: Page, options: Iterable[tuple[str, str]]) -> tuple[tuple[str, Markdown], ...]:
    by_words = sorted(set(options), key=lambda one: (sort_key(one[1], page.language), one))
    return tuple((value, escape(words)) for value, words in by_words)


def _topics(page: Page, courses: list[Course]) -> tuple[tuple[str, Markdown], ...]:
    topics = {course.topic for course in courses if course.topic}
    return _sorted(page, ((one, name_of_topic(page.site, one, page.language)) for one in topics))


def _places(page: Page) -> tuple[tuple[str, Markdown], ...]:
    places = page.site.codes.places
    ids = {one.municipality for one in courses_ahead(page.site) if one.municipality in places}
    return _sorted(page, ((one, places[one].name) for one in ids if one))


def _months(page: Page) -> tuple[tuple[str, Markdown], ...]:
    soon = ("30", page.translate("De närmaste 30 dagarna"))
    months = tuple(
        (f"{year:04}-{month:02}", page.date(PartialDate(year=year, month=month)))
        for year, month in months_of(courses_ahead(page.site))
    )
    return (soon, *months) if months else ()


def _types(page: Page, courses: list[Course]) -> tuple[tuple[str, Markdown], ...]:
    found = {course.type.value for course in courses}
    return tuple((one, page.label("course_type", one)) for one in _TYPES if one in found)


def _levels(page: Page, courses: list[Course]) -> tuple[tuple[str, Markdown], ...]:
    found = {course.level.value for course in courses if course.level}
    return tuple((one, page.label("level", one)) for one in _LEVELS if one in found)


def _languages(page: Page, courses: list[Course]) -> tuple[tuple[str, Markdown], ...]:
    found = {str(one) for course in courses for one in course.languages}
    found |= {str(one.language) for one in courses_ahead(page.site) if one.language}
    return _sorted(page, ((one, page.label("language", one)) for one in found))


def _industries(page: Page, courses: list[Course]) -> tuple[tuple[str, Markdown], ...]:
    return _sorted(page, _industry_names(page, courses))


def _industry_names(page: Page, courses: list[Course]) -> Iterator[tuple[str, str]]:
    for course in courses:
        for letter in course.industries:
            name = industry_name(page.site, letter, course.sni_version, page.language)
            yield letter, f"{letter} {name}"


def industry_name(site: Site, letter: str, version: SniVersion, language: str) -> str:
    """Give the title of a section of SNI; there is none in Norwegian, so it is in Swedish there."""
    industry = site.codes.industries.get(f"{version}-{letter}")
    if industry is None:
        return ""
    return industry.title_en if language == "en" else industry.title_sv


def _costs(page: Page) -> tuple[tuple[str, Markdown], ...]:
    return (
        (COSTS[0], page.translate("Gratis")),
        (COSTS[1], page.translate("Kostar något")),
        (COSTS[2], page.translate("Priset framgår inte")),
    )
