# SPDX-License-Identifier: EUPL-1.2
"""Every page of the site, as Markdown. One kind of page is one module and one template."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from dalamodellen.jobs import do_each
from dalamodellen.model.site import Site
from dalamodellen.outputs.output_file import OutputFile
from dalamodellen.outputs.pages import (
    a_to_z,
    accessibility,
    brief,
    chart_gallery,
    components,
    course,
    course_papers,
    equality,
    frozen_brief,
    glossary,
    home,
    lesson,
    municipality,
    organisation,
    personal_data,
    post,
    project,
    project_details,
    report_text,
    search,
    topic,
)
from dalamodellen.outputs.pages.courses import calendar, event
from dalamodellen.outputs.pages.courses.catalogue import render_course_catalogue
from dalamodellen.outputs.pages.results import catalogue

PageKind = Callable[[Site, str], list[OutputFile]]

PAGE_KINDS: tuple[PageKind, ...] = (
    home.render_home,
    lesson.render_lesson_catalogue,
    lesson.render_lessons,
    topic.render_topics,
    render_course_catalogue,
    course.render_courses,
    course_papers.render_course_papers,
    calendar.render_calendar,
    event.render_events,
    project.render_projects,
    project_details.render_details,
    brief.render_briefs,
    frozen_brief.render_frozen_briefs,
    report_text.render_report_texts,
    catalogue.render_results,
    equality.render_equality,
    organisation.render_organisations,
    municipality.render_municipalities,
    post.render_posts,
    glossary.render_glossary,
    a_to_z.render_a_to_z,
    search.render_search,
    personal_data.render_personal_data,
    accessibility.render_accessibility,
    chart_gallery.render_chart_gallery,
    components.render_components,
)

FEWEST_LESSONS = 100
"""For each process beyond the first; fewer are rendered before it has begun."""


def render_pages(site: Site, language: str, jobs: int = 1) -> list[OutputFile]:
    """Render every page that is made from records, in one language, in order of uri.

    Args:
        site: The checked site.
        language: The language the pages speak.
        jobs: How many processes to share the work among.
    """
    jobs = min(jobs, 1 + len(site.lessons) // FEWEST_LESSONS)
    # There are most of the lessons, so they are shared out; of the other kinds each is done by one.
    kinds: list[PageKind] = [
        *(partial(lesson.render_lessons, part=slice(first, None, jobs)) for first in range(jobs)),
        *(render for render in PAGE_KINDS if render is not lesson.render_lessons),
    ]
    pages = do_each(lambda render: render(site, language), kinds, jobs)
    return sorted((page for kind in pages for page in kind), key=lambda page: page.uri)
