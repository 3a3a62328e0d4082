# SPDX-License-Identifier: EUPL-1.2
"""Every page of the site, as Markdown. One kind of page is one module and one template."""

from __future__ import annotations

from collections.abc import Callable

from dalamodellen.model.site import Site
from dalamodellen.outputs.output_file import OutputFile
from dalamodellen.outputs.pages import (
    a_to_z,
    course,
    glossary,
    home,
    lesson,
    municipality,
    organisation,
    personal_data,
    post,
    project,
    topic,
)

PAGE_KINDS: tuple[Callable[[Site, str], list[OutputFile]], ...] = (
    home.render_home,
    lesson.render_lessons,
    topic.render_topics,
    course.render_courses,
    project.render_projects,
    organisation.render_organisations,
    municipality.render_municipalities,
    post.render_posts,
    glossary.render_glossary,
    a_to_z.render_a_to_z,
    personal_data.render_personal_data,
)


def render_pages(site: Site, language: str) -> list[OutputFile]:
    """Render every page that is made from records, in one language, in order of uri."""
    pages = [page for render in PAGE_KINDS for page in render(site, language)]
    return sorted(pages, key=lambda page: page.uri)
