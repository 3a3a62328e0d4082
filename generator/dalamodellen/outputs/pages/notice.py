# SPDX-License-Identifier: EUPL-1.2
"""In the tree of another language, a page that is not translated: its title, and the way to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dalamodellen.model.lesson import Lesson, Post
from dalamodellen.model.lesson import Page as WrittenPage
from dalamodellen.model.site import Site
from dalamodellen.outputs.navigation import tree_of
from dalamodellen.outputs.output_file import OutputFile, page_url
from dalamodellen.outputs.pages.page import Page, page_file, uri_of
from dalamodellen.outputs.safe_markdown import Markdown


def render_record_notice(
    site: Site,
    record: Lesson | Post,
    language: str,
    *,
    catalogue: str,
    heading: str,
    instead: Sequence[str] = (),
) -> OutputFile:
    """Render the notice of a lesson or a post.

    Args:
        site: The checked site.
        record: What is not translated.
        language: The language of the tree.
        catalogue: Uri of the list it belongs to.
        heading: The list's heading, in Swedish.
        instead: Lessons on the same task that are written in the language, by id.
    """
    kind = "lesson" if isinstance(record, Lesson) else "post"
    uri = uri_of(kind, record.id)
    return render_notice(
        site,
        uri,
        language,
        titles={
            one: Page(site, uri, one).plain(record.title)
            for one in _original_first(site, kind, record.id)
        },
        section=catalogue,
        breadcrumbs=[(Page(site, uri, language).translate(heading), catalogue)],
        instead=instead,
        funded=record.project,
    )


def render_page_notice(site: Site, written: WrittenPage, uri: str, language: str) -> OutputFile:
    """Render the notice of a plain page.

    Args:
        site: The checked site.
        written: What is not translated.
        uri: Where it lies, in all languages.
        language: The language of the tree.
    """
    titles = {
        one: site.page_title(written.uri, one)[0]
        for one in _original_first(site, "page", written.uri)
    }
    section = f"{written.uri.split('/')[0]}/index.md" if "/" in written.uri else None
    return render_notice(site, uri, language, titles=titles, section=section)


def _original_first(site: Site, kind: str, name: str) -> list[str]:
    original = site.original_language(kind, name)
    return [original, *(one for one in site.written_languages(kind, name) if one != original)]


def render_notice(
    site: Site,
    uri: str,
    language: str,
    *,
    titles: Mapping[str, str],
    section: str | None = None,
    breadcrumbs: list[tuple[str, str]] | None = None,
    instead: Sequence[str] = (),
    funded: str | None = None,
) -> OutputFile:
    """Render the notice that stands at the path of a page in a language it is not written in.

    Args:
        site: The checked site.
        uri: Where the page lies, in all languages.
        language: The language of the tree.
        titles: Language the page is written in → its title there, the original first.
        section: As for any page.
        breadcrumbs: As for any page.
        instead: Lessons on the same task that are written in the language, by id.
        funded: As for any page.
    """
    url = page_url(uri)
    page = Page(site, uri, language)
    original, title = next(iter(titles.items()))
    spoken = page.joined([page.label("language", one) for one in titles])
    # The trees of other languages lie in folders of the main one.
    up = "../" * (url.count("/") + tree_of(site, language).count("/"))
    ways = [
        (one, Markdown(f"{up}{tree_of(site, one)}{url}" or "./"), page.marked(name, one))
        for one, name in titles.items()
    ]
    return page_file(
        site,
        uri,
        language,
        "notice.md.j2",
        title=title,
        description=f"{page.translate('Den här sidan finns bara på')} {spoken}.",
        section=section,
        breadcrumbs=breadcrumbs,
        meta={
            "is_notice": True,
            "title_language": "" if original == language else original,
            "canonical": f"{site.settings.root_url}{tree_of(site, original)}{url}"
            if site.settings.url
            else "",
            "languages": None,
        },
        is_notice=True,
        funded=funded,
        name=page.marked(title, original),
        spoken=spoken,
        ways=ways,
        instead=instead,
    )
