# SPDX-License-Identifier: EUPL-1.2
"""The home page: "Jag vill …" first, then courses, three numbers, and a door for decision-makers."""

from __future__ import annotations

from dataclasses import dataclass

from dalamodellen.model.lesson import Lesson
from dalamodellen.model.money import Quantity
from dalamodellen.model.number import is_hidden
from dalamodellen.model.project import Project
from dalamodellen.model.site import Site
from dalamodellen.outputs.output_file import OutputFile
from dalamodellen.outputs.pages.cards import instance_cards, topic_cards
from dalamodellen.outputs.pages.course import upcoming
from dalamodellen.outputs.pages.courses.catalogue import UPCOMING_SCRIPT
from dalamodellen.outputs.pages.key_figures import Tile, what_is_counted
from dalamodellen.outputs.pages.page import Page, page_file, uri_of
from dalamodellen.outputs.pages.results.choices import has_results
from dalamodellen.outputs.safe_markdown import Markdown
from dalamodellen.outputs.wording import without_capital

URI = "index.md"
NUMBERS_SHOWN = 3


def _has_records(site: Site) -> bool:
    return bool(site.lessons or site.projects or site.courses or site.topics or site.terms)


def is_home_generated(site: Site) -> bool:
    """Tell whether the home page is made from records, not written by hand."""
    return _has_records(site) or not any(
        written.uri.lower() in ("index.md", "readme.md") for written in site.pages
    )


def render_home(site: Site, language: str) -> list[OutputFile]:
    """Render the home page.

    A root with nothing but plain pages may write its own; if it does not, it
    gets a list of its pages.
    """
    if not is_home_generated(site):
        return []
    page = Page(site, URI, language)
    ahead = upcoming(site)
    return [
        page_file(
            site,
            URI,
            language,
            "home.md.j2",
            title=site.settings.name,
            description=site.settings.description,
            section=URI,
            meta={"is_home": True, **({"scripts": [UPCOMING_SCRIPT]} if ahead else {})},
            name=site.settings.name,
            tasks=[_task(page, one) for one in site.lessons],
            topic_cards=topic_cards(page, [(topic, Markdown("")) for topic in site.topics]),
            course_cards=instance_cards(page, ahead[:NUMBERS_SHOWN], says_status=False),
            tiles=[_tile(page, *found) for found in _highlights(site)[:NUMBERS_SHOWN]],
            has_records=_has_records(site),
            has_results=has_results(site),
            pages=[
                (written.uri, page.marked(*site.page_title(written.uri, language)))
                for written in site.pages
                if "/" not in written.uri
            ],
        )
    ]


@dataclass(frozen=True)
class Task:
    """One thing a reader wants to get done, and the lesson about it."""

    href: Markdown
    words: Markdown
    """What goes on from "Jag vill …"."""
    minutes: int
    language: str = ""
    """The language the lesson is written in, where it is not written in the page's."""


def _task(page: Page, lesson: Lesson) -> Task:
    return Task(
        page.href(uri_of("lesson", lesson.id)),
        page.text(lesson.title, without_capital),
        lesson.minutes,
        _elsewhere(page.site, lesson, page.language),
    )


def _tile(page: Page, project: Project, quantity: Quantity, counts: str) -> Tile:
    said = f". {page.translate('Uppgiften lämnas av')} {page.text(quantity.said_by)}"
    source = f"{page.link('project', project.id)}{said if quantity.said_by else ''}"
    what = what_is_counted(page, quantity, counts)
    return Tile(page.quantity(quantity), what, Markdown(source))


def _elsewhere(site: Site, lesson: Lesson, language: str) -> str:
    """Give the language a lesson is written in, where it is not written in this one."""
    is_here = site.written_key("lesson", lesson.id, language) is not None
    return "" if is_here else site.original_language("lesson", lesson.id)


def _highlights(site: Site) -> list[tuple[Project, Quantity, str]]:
    return [
        (project, quantity, counts)
        for project in site.projects
        for field, counts in (("participants", "people"), ("organisations", "organisations"))
        for quantity in getattr(project, field)
        if quantity.highlight and not is_hidden(quantity.value)
    ]
