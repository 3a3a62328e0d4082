# SPDX-License-Identifier: EUPL-1.2
"""Two feeds to follow: the news, and the new lessons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dalamodellen.model.lesson import Lesson, Post
from dalamodellen.model.period import PartialDate
from dalamodellen.model.settings import EXAMPLE_MARK
from dalamodellen.model.site import Site
from dalamodellen.model.text import Text
from dalamodellen.outputs.feed_addresses import ATOM, address_from, beside, lasting_id
from dalamodellen.outputs.feeds.atom import Entry, Feed, Link, Words, write_atom
from dalamodellen.outputs.navigation import site_name, tree_of
from dalamodellen.outputs.output_file import OutputFile, page_url, way_between
from dalamodellen.outputs.pages.lesson import CATALOGUE as LESSONS
from dalamodellen.outputs.pages.page import EDITORS, Page, uri_of
from dalamodellen.outputs.pages.post import CATALOGUE as POSTS

MOST_ENTRIES = 50
"""A feed holds the newest; those who follow it have had the others already."""


@dataclass(frozen=True)
class _Subject:
    """What a feed is about."""

    catalogue: str
    """The page with all of it."""
    title: str
    subtitle: str


_POSTS = _Subject(POSTS, "Nytt", "Det senaste från projekten.")
_LESSONS = _Subject(LESSONS, "Nya lektioner", "Korta lektioner som löser en uppgift i taget.")


def render_news_feeds(site: Site, language: str) -> list[OutputFile]:
    """Render the feeds of news and lessons, where there are any; drafts are in none."""
    posts = [_post_entry(site, post, language) for post in site.posts if _is_out(post)]
    lessons = [_lesson_entry(site, lesson, language) for lesson in site.lessons if _is_out(lesson)]
    # Those that the site lists by title come by day here, each day's in the order of their titles.
    lessons.sort(key=lambda entry: (entry.published or entry.updated, entry.updated), reverse=True)
    found = ((_POSTS, site.posts, posts), (_LESSONS, site.lessons, lessons))
    return [
        _feed(site, subject, language, entries) for subject, records, entries in found if records
    ]


def _feed(site: Site, subject: _Subject, language: str, entries: Sequence[Entry]) -> OutputFile:
    uri = beside(subject.catalogue, ATOM)
    page = Page(site, uri, language)
    name, name_language = site_name(site, language)
    owner = site.settings.owner
    title = f"{page.translate(subject.title)} – {name}"
    shown = entries[:MOST_ENTRIES]
    feed = Feed(
        id=lasting_id(site, f"{tree_of(site, language)}{uri}"),
        title=Words(_marked(page, title)),
        # In Swedish, for those who look for it: the mark of every file that is made up.
        subtitle=Words(EXAMPLE_MARK, "" if language == "sv" else "sv")
        if site.settings.is_example
        else Words(str(page.translate(subject.subtitle))),
        language=language,
        author=_words(page, owner.name)
        if owner
        else Words(name, "" if name_language == language else name_language),
        address=address_from(site, language, uri, uri),
        link=Link(address_from(site, language, uri, subject.catalogue), language),
        # Without an entry nothing has changed since the site was built.
        updated=max((entry.updated for entry in shown), default=site.today),
        entries=shown,
        rights=str(
            page.translate("Texter får användas fritt enligt CC BY 4.0, uppgifter enligt CC0.")
        ),
    )
    return OutputFile(uri, write_atom(feed), language)


def _post_entry(site: Site, post: Post, language: str) -> Entry:
    day = _day(site, post, post.date)
    return _entry(
        site,
        ("post", post.id, POSTS),
        language,
        title=post.title,
        summary=post.summary,
        author=post.author,
        published=day,
        updated=day,
        tags=post.tags,
    )


def _lesson_entry(site: Site, lesson: Lesson, language: str) -> Entry:
    approved = lesson.publication.approved_on
    updated = _day(site, lesson, lesson.updated)
    published = approved.first_day if approved and approved.is_whole else updated
    return _entry(
        site,
        ("lesson", lesson.id, LESSONS),
        language,
        title=lesson.title,
        summary=lesson.summary or lesson.goal,
        author=lesson.author,
        published=published,
        # What was changed before it was approved is no change to a reader.
        updated=max(updated, published or updated),
        tags=(),
    )


def _entry(
    site: Site,
    named: tuple[str, str, str],
    language: str,
    *,
    title: Text,
    summary: Text | None,
    author: str | None,
    published: date | None,
    updated: date,
    tags: tuple[str, ...],
) -> Entry:
    """Give the entry of a record in the language it can be read in: the feed's, if it is written in it.

    Args:
        site: The checked site.
        named: Kind and id of the record, and the page that lists it.
        language: The feed's language.
        title: What it is called.
        summary: One or two sentences.
        author: Who wrote it.
        published: When it came.
        updated: When it last changed.
        tags: Words to group it by.
    """
    kind, name, catalogue = named
    original = site.original_language(kind, name)
    is_here = site.written_key(kind, name, language) is not None
    spoken = language if is_here else original
    uri = uri_of(kind, name)
    page = Page(site, uri, language)
    return Entry(
        id=lasting_id(site, f"{tree_of(site, spoken)}{page_url(uri)}"),
        title=_words(page, title, is_marked=True),
        link=Link(_address(site, language, spoken, beside(catalogue, ATOM), uri), spoken),
        updated=updated,
        published=published,
        summary=_words(page, summary) if summary else None,
        author=Words(author, "" if original == language else original)
        # The editors are the feed's own author, and are called so in its language.
        if author and author.lower() not in EDITORS
        else None,
        tags=tags,
    )


def _address(site: Site, language: str, spoken: str, here: str, uri: str) -> str:
    """Give the address of a page that may lie in the tree of another language than the feed."""
    if site.settings.root_url:
        return address_from(site, spoken, here, uri)
    from_url = f"{tree_of(site, language)}{here}"
    return way_between(from_url, f"{tree_of(site, spoken)}{page_url(uri)}")


def _words(page: Page, text: Text, *, is_marked: bool = False) -> Words:
    plain = page.plain(text)
    return Words(_marked(page, plain) if is_marked else plain, page.language_of(text))


def _marked(page: Page, words: str) -> str:
    """Say before a title that all of it is made up, on a demonstration site."""
    if not page.site.settings.is_example:
        return words
    return f"{page.translate(EXAMPLE_MARK)}: {words}"


def _is_out(record: Post | Lesson) -> bool:
    """Tell whether readers may see a record; those who work with the site see drafts on its pages."""
    return record.publication.is_published


def _day(site: Site, record: Post | Lesson, when: PartialDate) -> date:
    """Give the day of a date; of one with parts unknown its first day, else that of its last commit."""
    if when.first_day:
        return when.first_day
    kind = "post" if isinstance(record, Post) else "lesson"
    change = site.files[kind, record.id].last_change
    return change.day if change else site.today
