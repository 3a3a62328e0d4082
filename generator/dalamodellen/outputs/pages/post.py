# SPDX-License-Identifier: EUPL-1.2
"""The news: one page per post, newest first in the list."""

from __future__ import annotations

from dalamodellen.model.lesson import Post
from dalamodellen.model.site import Site
from dalamodellen.outputs.output_file import OutputFile
from dalamodellen.outputs.pages.cards import post_cards
from dalamodellen.outputs.pages.notice import render_record_notice
from dalamodellen.outputs.pages.page import Page, languages_of, page_file, uri_of
from dalamodellen.outputs.pages.subscription import news_block, news_in_head
from dalamodellen.outputs.pages.written_body import written_body
from dalamodellen.outputs.safe_markdown import Markdown

CATALOGUE = "nytt/index.md"


def render_posts(site: Site, language: str) -> list[OutputFile]:
    """Render the list of posts and every post."""
    if not site.posts:
        return []
    page = Page(site, CATALOGUE, language)
    catalogue = page_file(
        site,
        CATALOGUE,
        language,
        "posts.md.j2",
        title=page.translate("Nytt"),
        description=page.translate("Det senaste från projekten."),
        section=CATALOGUE,
        meta={"feeds": [news_in_head(page, page.translate("Nytt"))]},
        posts=post_cards(page, site.posts),
        subscription=news_block(page, page.translate("Följ nyheterna i ett flöde (Atom)")),
    )
    return [catalogue, *(_post(site, post, language) for post in site.posts)]


def _post(site: Site, post: Post, language: str) -> OutputFile:
    uri = uri_of("post", post.id)
    page = Page(site, uri, language)
    key = site.written_key("post", post.id, language)
    if key is None:
        return render_record_notice(site, post, language, catalogue=CATALOGUE, heading="Nytt")
    body = written_body(site, site.files[key].path, uri, language)
    return page_file(
        site,
        uri,
        language,
        "post.md.j2",
        title=post.title,
        description=post.summary,
        key=key,
        funded=post.project,
        section=CATALOGUE,
        breadcrumbs=[(page.translate("Nytt"), CATALOGUE)],
        meta={"languages": languages_of(site, site.written_languages("post", post.id))},
        post=post,
        body=Markdown(body),
    )
