# SPDX-License-Identifier: EUPL-1.2
"""In the tree of another language, a page that is not translated: its title, and the way to it."""

from __future__ import annotations

from dalamodellen.model.lesson import Lesson, Post
from dalamodellen.model.site import Site
from dalamodellen.outputs.output_file import OutputFile, page_url
from dalamodellen.outputs.pages.page import Page, page_file, uri_of
from dalamodellen.outputs.safe_markdown import Markdown, escape


def render_record_notice(
    site: Site, record: Lesson | Post, language: str, *, catalogue: str, heading: str
) -> OutputFile:
    """Render the notice of a lesson or a post.

    Args:
        site: The checked site.
        record: What is not translated.
        language: The language of the tree.
        catalogue: Uri of the list it belongs to.
        heading: The list's heading, in Swedish.
    """
    kind = "lesson" if isinstance(record, Lesson) else "post"
    uri = uri_of(kind, record.id)
    main = site.main_language
    return render_notice(
        site,
        uri,
        language,
        title=Page(site, uri, main).plain(record.title),
        original=main,
        section=catalogue,
        breadcrumbs=[(Page(site, uri, language).translate(heading), catalogue)],
    )


def render_notice(
    site: Site,
    uri: str,
    language: str,
    *,
    title: str,
    original: str,
    section: str | None = None,
    breadcrumbs: list[tuple[str, str]] | None = None,
) -> OutputFile:
    """Render the notice that stands at the path of a page in a language it is not written in.

    Args:
        site: The checked site.
        uri: Where the page lies, in all languages.
        language: The language of the tree.
        title: The page's title, as it is written.
        original: The language it is written in: the site's main language.
        section: As for any page.
        breadcrumbs: As for any page.
    """
    url = page_url(uri)
    page = Page(site, uri, language)
    return page_file(
        site,
        uri,
        language,
        "notice.md.j2",
        title=title,
        description=f"{page.translate('Den här sidan finns bara på')} {page.label('language', original)}.",
        section=section,
        breadcrumbs=breadcrumbs,
        meta={
            "is_notice": True,
            "canonical": f"{site.settings.url}{url}" if site.settings.url else "",
            "languages": None,
        },
        is_notice=True,
        name=Markdown(f'<span lang="{original}">{escape(title)}</span>'),
        original=original,
        # The other tree lies in a folder of the main one.
        way=Markdown("../" * (url.count("/") + 1) + url),
    )
