# SPDX-License-Identifier: EUPL-1.2
"""What those who hold a course print: a certificate and a list of who came, with the funder's words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dalamodellen.model.course import Course
from dalamodellen.model.site import Site
from dalamodellen.model.text import Text
from dalamodellen.outputs.output_file import OutputFile
from dalamodellen.outputs.pages.courses.choices import CATALOGUE, is_current
from dalamodellen.outputs.pages.page import Page, page_file, uri_of
from dalamodellen.outputs.pages.publicity import publicity_on
from dalamodellen.outputs.pages.templates import environment
from dalamodellen.outputs.safe_markdown import Markdown

_FOLDER = "intyg"
SEATS_ON_A_SHEET = 16
"""Lines of the list, so that one can write on them and the whole stays on one A4."""
_UNSAID = dict.fromkeys(("statement", "statement_language", "plain", "plain_language"), "")
"""What a funder may have no words for."""
_MINUTES_OF_AN_HOUR = 60
_SHOWN_ON_SCREEN = 3
"""The rest of the empty lines are for paper only: on a screen there is nothing to read in them."""


def papers_uri(course_id: str) -> str:
    """Tell where a course's papers lie."""
    return uri_of("course", course_id).replace("index.md", f"{_FOLDER}/index.md")


def has_papers(course: Course) -> bool:
    """Tell whether anybody may still hold the course."""
    return is_current(course)


def render_course_papers(site: Site, language: str) -> list[OutputFile]:
    """Render the papers of each course that may still be held."""
    return [_papers(site, course, language) for course in site.courses if has_papers(course)]


def _papers(site: Site, course: Course, language: str) -> OutputFile:
    uri = papers_uri(course.id)
    page = Page(site, uri, language)
    title = page.plain(course.title)
    # A title can not say that half of it is in another language.
    name = course.id if page.language_of(course.title) else title
    heading = page.translate("Intyg och närvarolista")
    return page_file(
        site,
        uri,
        language,
        "course_papers.md.j2",
        title=f"{heading}: {name}",
        description=page.translate("Mallar att skriva ut för den som håller kursen."),
        funded=course.project,
        section=CATALOGUE,
        breadcrumbs=[(page.translate("Kurser"), CATALOGUE), (name, uri_of("course", course.id))],
        # For those who work with the course; nobody else looks for it.
        meta={"robots": "noindex"},
        course=course,
        heading=heading,
        papers=papers_block(
            page,
            Held(
                course.title,
                course.outcomes,
                _length(page, course),
                page.text(getattr(site.get("organisation", course.provider), "title", None)),
                page.text(getattr(site.get("project", course.project), "title", None)),
            ),
            publicity_on(site, course.project, language),
        ),
    )


@dataclass(frozen=True)
class Held:
    """What the papers say of a course."""

    title: Text
    outcomes: tuple[Text, ...]
    """What one can do afterwards."""
    length: Markdown
    """How long it is; "" where it is not known."""
    provider: str = ""
    """Who gives it; "" where it is not known."""
    project: str = ""
    """The project it belongs to, likewise."""


def papers_block(page: Page, held: Held, funding: Mapping[str, str | bool]) -> Markdown:
    """Render the two sheets, each with what it must say about the funder.

    Args:
        page: The page they stand on.
        held: The course.
        funding: What is said about its funder, as `publicity_on` gives it.
    """
    values = {
        "p": page,
        "_": page.translate,
        "text": page.text,
        "site": page.site,
        "held": held,
        "lines": [(number, number > _SHOWN_ON_SCREEN) for number in range(1, SEATS_ON_A_SHEET + 1)],
        "funding": {**_UNSAID, **funding} if funding else {},
        "words": {"eu_emblem": page.translate("Europeiska unionens emblem")},
    }
    sheets = [
        environment().get_template(f"components/papers/{name}.md.j2").render(values)
        for name in ("certificate", "attendance")
    ]
    return Markdown("\n".join(sheets))


def _length(page: Page, course: Course) -> Markdown:
    """Say how long the course is, where it is known."""
    if course.hours:
        return page.count(course.hours, "{} timme", "{} timmar")
    if course.minutes and course.minutes % _MINUTES_OF_AN_HOUR == 0:
        return page.count(course.minutes // _MINUTES_OF_AN_HOUR, "{} timme", "{} timmar")
    if course.minutes:
        return page.count(course.minutes, "{} minut", "{} minuter")
    return Markdown("")
