# SPDX-License-Identifier: EUPL-1.2
"""What people wrote in Markdown, made safe, with links that hold from where the page ends up."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from urllib.parse import quote, unquote

from dalamodellen.model.component import Component, State
from dalamodellen.model.course import CourseType
from dalamodellen.model.place import Place
from dalamodellen.model.record import Record
from dalamodellen.model.site import WRITTEN, Site
from dalamodellen.outputs.feed_addresses import (
    ATOM,
    CALENDAR_FILE,
    beside,
    occasion_uri,
)
from dalamodellen.outputs.navigation import A_TO_Z, ACCESSIBILITY, COMPONENTS, SEARCH, tree_of
from dalamodellen.outputs.output_file import page_url, relative_url
from dalamodellen.outputs.pages.brief import brief_uri, version_uri
from dalamodellen.outputs.pages.chart_gallery import gallery_uris
from dalamodellen.outputs.pages.course_papers import has_papers, papers_uri
from dalamodellen.outputs.pages.courses.choices import (
    CALENDAR,
    all_occasions,
    course_uris,
    has_calendar,
)
from dalamodellen.outputs.pages.equality import equality_uris
from dalamodellen.outputs.pages.figure_links import with_figures
from dalamodellen.outputs.pages.home import URI as HOME
from dalamodellen.outputs.pages.home import is_home_generated
from dalamodellen.outputs.pages.page import URIS, uri_of
from dalamodellen.outputs.pages.personal_data import URI as PERSONAL_DATA
from dalamodellen.outputs.pages.project_details import details_uri, has_details
from dalamodellen.outputs.pages.report_text import report_uri
from dalamodellen.outputs.pages.results.choices import URI as RESULTS
from dalamodellen.outputs.pages.results.choices import has_results, result_uris
from dalamodellen.outputs.safe_markdown import make_safe, mark_code
from dalamodellen.outputs.words import LABELS, keep_digits_together, label

_MARKDOWN_LINK = re.compile(r"(\]\(\s*<?)([^\s)>]+)")
_HTML_LINK = re.compile(r"""(<[a-zA-Z][^<>]*?\s(?:href|src)=["'])([^"'<>]+)""")
_ADMONITION = re.compile(r"\s*!!! ?([\w-]+)(?: +[\w-]+)* *")
_ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|/|#|\?")


@lru_cache(maxsize=4)
def published_uris(site: Site) -> Mapping[str, str]:
    """Tell where every file below content/ is published, by its path from the root."""
    uris = {path: path.removeprefix("content/") for path in site.assets}
    written = {collection.kind for collection in WRITTEN}
    drafts = {
        page.uri
        for page in site.pages
        if page.publication and not page.publication.is_published and not site.shows_drafts
    }
    for (kind, name), file in site.files.items():
        if name in drafts or (kind in written and site.get(kind, name) is None):
            continue
        if kind == "page":
            ending = re.compile(r"\.(?:md|markdown)$", re.IGNORECASE)
            uris[file.path] = ending.sub(".md", file.path.removeprefix("content/"))
        elif kind in written and kind != "story":
            uris[file.path] = uri_of(kind, name)
    for key in site.translations:
        kind, _, _ = key[0].rpartition("_")
        name, _, _ = key[1].rpartition(".")
        original = uris.get(site.files[kind, name].path)
        if original is not None:
            uris[site.files[key].path] = original
    return uris


def generated_uris(site: Site) -> set[str]:
    """List the uris of all pages made from records: the same in every language."""
    found: dict[str, Sequence[Record | Place]] = {
        "course": site.courses,
        "event": site.events,
        "lesson": site.lessons,
        "organisation": site.organisations,
        "place": site.municipalities,
        "post": site.posts,
        "project": site.projects,
        "term": site.terms,
        "topic": site.topics,
    }
    uris = {
        uri_of(kind, one.id).partition("#")[0] for kind, records in found.items() for one in records
    }
    uris |= {f"{uri.split('/')[0]}/index.md" for uri in uris}
    uris |= equality_uris(site) | feed_uris(site)
    if uris:
        uris |= {A_TO_Z, SEARCH}
    if has_results(site):
        uris.add(RESULTS)
    if has_calendar(site):
        uris.add(CALENDAR)
    uris |= {brief_uri(project.id) for project in site.projects}
    uris |= {details_uri(project.id) for project in site.projects if has_details(project)}
    uris |= {
        version_uri(project.id, kept.version.day)
        for project in site.projects
        for kept in site.frozen.get(project.id, ())
    }
    if site.has_data:
        uris |= {ACCESSIBILITY, PERSONAL_DATA}
    return uris | ({HOME} if is_home_generated(site) else set())


def feed_uris(site: Site) -> set[str]:
    """List the uris of what programs fetch again and again: the same in every language."""
    news = {"lesson": site.lessons, "post": site.posts}
    uris = {f"{URIS[kind].split('/')[0]}/{ATOM}" for kind, records in news.items() if records}
    if not has_calendar(site):
        return uris
    calendars: dict[str, Sequence[Record | Place]] = {
        "course": [one for one in site.courses if one.type is CourseType.OPEN],
        "event": site.events,
        "place": site.municipalities,
        "project": site.projects,
        "topic": site.topics,
    }
    pages = [CALENDAR]
    pages += [uri_of(kind, one.id) for kind, records in calendars.items() for one in records]
    return uris | {beside(uri, CALENDAR_FILE) for uri in pages}


def occasion_uris(site: Site) -> set[str]:
    """List the uris of files with one occasion; they go when it is over, so they are no promises."""
    return {
        occasion_uri(uri_of(*one.key), one.name)
        for one in all_occasions(site)
        if one.name and not one.is_past(site.today)
    }


def state_uri(component: Component, state: State) -> str:
    """Give the uri of the page that shows a component of the theme in a state."""
    return f"om/komponenter/{component.id}/{state.id}/index.md"


def component_uris(site: Site) -> set[str]:
    """List the uris of the pages about the theme's components."""
    uris = {state_uri(one, state) for one in site.components for state in one.states}
    return uris | {COMPONENTS} if uris else set()


def working_uris(site: Site) -> set[str]:
    """List the uris of pages that are no promises to readers, so they are never listed as addresses.

    Any of them may go: those for who works with the site (components, charts, report texts),
    choices among goals and courses, and months, which are not made when they are empty; and files
    with one occasion.
    """
    reports = {report_uri(project.id) for project in site.projects if project.goals}
    chosen = result_uris(site) - {RESULTS}
    papers = {papers_uri(course.id) for course in site.courses if has_papers(course)}
    return (
        component_uris(site)
        | gallery_uris(site)
        | reports
        | chosen
        | course_uris(site)
        | occasion_uris(site)
        | papers
    )


def expected_uris(site: Site) -> set[str]:
    """List the uris a link may lead to: what there is, and what a record with faults will become."""
    faulty = {
        uri_of(kind, name).partition("#")[0]
        for kind, name in site.files
        if kind in URIS and (kind, name) not in site.records
    }
    return (
        generated_uris(site)
        | working_uris(site)
        | faulty
        | {f"{uri.split('/')[0]}/index.md" for uri in faulty}
    )


def written_body(site: Site, path: str, uri: str, language: str) -> str:
    """Give the text of a Markdown file, safe, with its links turned to where things are published.

    Args:
        site: The checked site.
        path: The Markdown file, from the root.
        uri: Where the page it becomes lies.
        language: The language it is written in, and so the tree it lies in.
    """
    return shown_text(site, site.bodies[path], path, uri, language)


def shown_text(site: Site, text: str, path: str, uri: str, language: str) -> str:
    """Give a Markdown text as pages show it; its links start at the file it stands in.

    Args:
        site: The checked site.
        text: What somebody wrote.
        path: The file it stands in, from the root.
        uri: Where the page lies.
        language: The language it is written in.
    """
    safe, _ = make_safe(text)
    published = published_uris(site)
    assets = set(site.assets)
    # Files lie in the tree of the main language only; a page of another tree goes up to them.
    is_below = tree_of(site, language) != ""
    up = "../" * (page_url(uri).count("/") + 1)

    def turned(match: re.Match[str], *, as_markdown: bool) -> str:
        target, mark, anchor = match[2].partition("#")
        if not target or _ELSEWHERE.match(target):
            return match[0]
        found = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(target)))
        to_uri = published.get(found) or published.get(f"{found}/index.md")
        if to_uri is None:
            return match[0]
        if found in assets and is_below:
            way = up + to_uri
        elif as_markdown:
            way = posixpath.relpath(to_uri, posixpath.dirname(uri) or ".")
        else:
            way = relative_url(uri, to_uri)
        return match[1] + quote(way, safe="/.-_~%") + mark + anchor

    lines = []
    for written, is_code in mark_code(safe.split("\n")):
        line = written
        if not is_code:
            line = _MARKDOWN_LINK.sub(lambda match: turned(match, as_markdown=True), line)
            line = _HTML_LINK.sub(lambda match: turned(match, as_markdown=False), line)
            line = line if "`" in line else keep_digits_together(line)
            line = with_figures(site, uri, line, language)
            line = _with_title(line, language)
        lines.append(line)
    return "\n".join(lines)


def _with_title(line: str, language: str) -> str:
    """Name a box that its writer gave no title; the renderers would name it in English."""
    match = _ADMONITION.fullmatch(line)
    kind = match[1].lower() if match else ""
    if kind not in LABELS["admonition"]:
        return line
    return f'{line.rstrip()} "{label("admonition", kind, language)}"'
