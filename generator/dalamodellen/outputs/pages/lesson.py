# SPDX-License-Identifier: EUPL-1.2
"""The list of lessons and one page per lesson: what you get, steps, checklist, the next choices."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote

from dalamodellen.model.lesson import Lesson, NextChoices
from dalamodellen.model.site import Site
from dalamodellen.outputs.output_file import OutputFile, page_url
from dalamodellen.outputs.pages.cards import lesson_cards
from dalamodellen.outputs.pages.course import upcoming
from dalamodellen.outputs.pages.notice import render_record_notice
from dalamodellen.outputs.pages.page import Page, languages_of, page_file, uri_of
from dalamodellen.outputs.pages.structured_data.block import in_head
from dalamodellen.outputs.pages.structured_data.lessons import lesson_node
from dalamodellen.outputs.pages.subscription import news_block, news_in_head
from dalamodellen.outputs.pages.written_body import written_body
from dalamodellen.outputs.safe_markdown import Markdown, escape, make_safe, mark_code

CATALOGUE = "lektioner/index.md"
_TASK = re.compile(r" {0,3}[-*] +\[[ xX]\][ \t]+(.+)")


def render_lessons(
    site: Site,
    language: str,
    part: slice = slice(None),
) -> list[OutputFile]:
    """Render every lesson, or a part of them."""
    return [_lesson(site, lesson, language) for lesson in site.lessons[part]]


def render_lesson_catalogue(site: Site, language: str) -> list[OutputFile]:
    """Render the list of lessons."""
    if not site.lessons:
        return []
    page = Page(site, CATALOGUE, language)
    by_topic = [
        (topic, [lesson for lesson in site.lessons if lesson.topic == topic.id])
        for topic in site.topics
    ]
    catalogue = page_file(
        site,
        CATALOGUE,
        language,
        "lessons.md.j2",
        title=page.translate("Lektioner"),
        description=page.translate("Korta lektioner som löser en uppgift i taget."),
        section=CATALOGUE,
        by_topic=[(topic, lesson_cards(page, lessons)) for topic, lessons in by_topic if lessons],
        lessons=site.lessons,
        meta={"feeds": [news_in_head(page, page.translate("Nya lektioner"))]},
        subscription=news_block(page, page.translate("Följ nya lektioner i ett flöde (Atom)")),
    )
    return [catalogue]


def _lesson(site: Site, lesson: Lesson, language: str) -> OutputFile:
    uri = uri_of("lesson", lesson.id)
    page = Page(site, uri, language)
    key = site.written_key("lesson", lesson.id, language)
    if key is None:
        return render_record_notice(
            site,
            lesson,
            language,
            catalogue=CATALOGUE,
            heading="Lektioner",
            instead=[one.id for one in _related(site, lesson) if _is_written(site, one, language)],
        )
    written = written_body(site, site.files[key].path, uri, language)
    body = with_checklists(written, lesson.id, page)
    last_review = lesson.review_by.last_day
    return page_file(
        site,
        uri,
        language,
        "lesson.md.j2",
        title=lesson.title,
        description=lesson.summary or lesson.goal,
        key=key,
        funded=lesson.project,
        section=CATALOGUE,
        breadcrumbs=[(page.translate("Lektioner"), CATALOGUE)],
        meta={
            "contents": True,
            "languages": languages_of(site, site.written_languages("lesson", lesson.id)),
            **in_head(lesson_node(page, lesson)),
        },
        lesson=lesson,
        original=site.original_language("lesson", lesson.id),
        related=_related(site, lesson),
        body=Markdown(body),
        is_overdue=bool(last_review and last_review < site.today),
        audience_words=lambda one: [page.label("audience", name) for name in one.audience],
        choices=next_choices(page, lesson.next, has_courses=bool(upcoming(site))),
        ask=ask_address(site, page, page.plain(lesson.title), uri),
        ask_email=site.settings.owner.email if site.settings.owner else None,
    )


@dataclass(frozen=True)
class NextChoice:
    """One way on from a lesson."""

    kind: Markdown
    """What it is: a lesson, a course, a tool, somebody to ask."""
    what: Markdown
    text: str = ""
    """More about it."""
    is_for_paper: bool = False
    """Whether it helps somebody who holds the lesson on paper."""


def next_choices(page: Page, found: NextChoices, *, has_courses: bool) -> list[NextChoice]:
    """List the ways on from a lesson; the way to a course is always told."""
    choices = []
    if found.lesson:
        lesson = page.link("lesson", found.lesson)
        choices.append(NextChoice(page.translate("Nästa lektion"), lesson))
    if found.course:
        course = page.link("course", found.course)
    elif has_courses:
        way = page.href("kurser/index.md")
        course = Markdown(f'<a href="{way}">{page.translate("Se kommande kurser")}</a>')
    else:
        none = page.translate("Inga kurser är planerade just nu")
        course = Markdown(f'<span class="next-text">{none}</span>')
    choices.append(NextChoice(page.translate("Kurs"), course))
    if found.tool:
        tool = page.outside(found.tool.url, page.text(found.tool.title))
        choices.append(NextChoice(page.translate("Verktyg"), tool, is_for_paper=True))
    if contact := found.contact:
        name = page.text(contact.title)
        who = page.outside(contact.url, name) if contact.url else f"<strong>{name}</strong>"
        text = page.text(contact.text)
        kind = page.translate("Någon att fråga")
        choices.append(NextChoice(kind, Markdown(who), text, is_for_paper=True))
    return choices


def _related(site: Site, lesson: Lesson) -> list[Lesson]:
    """List the lessons on the same task under other countries' rules, whichever names the other."""
    named = {*lesson.related, *_naming(site).get(lesson.id, ())} - {lesson.id}
    return [other for other in site.lessons if other.id in named] if named else []


@lru_cache(maxsize=4)
def _naming(site: Site) -> Mapping[str, list[str]]:
    """Tell which lessons name each lesson as related; asked once for each, so found out once."""
    naming: dict[str, list[str]] = {}
    for lesson in site.lessons:
        for name in lesson.related:
            naming.setdefault(name, []).append(lesson.id)
    return naming


def _is_written(site: Site, lesson: Lesson, language: str) -> bool:
    return site.written_key("lesson", lesson.id, language) is not None


def ask_address(site: Site, page: Page, title: str, uri: str) -> str:
    """Give the address where a reader asks or contributes, filled in with the page."""
    settings = site.settings
    where = f"{settings.root_url or '/'}{page_url(uri)}"
    if settings.feedback_url:
        joint = "&" if "?" in str(settings.feedback_url) else "?"
        return f"{settings.feedback_url}{joint}title={quote(title)}&body={quote(where)}"
    if settings.owner and settings.owner.email:
        subject = quote(f"{page.translate('Fråga om')}: {title}")
        return f"mailto:{settings.owner.email}?subject={subject}&body={quote(where)}"
    if any(written.uri == "om/index.md" for written in site.pages):
        return str(page.href("om/index.md"))
    return ""


def with_checklists(body: str, name: str, page: Page) -> str:
    """Make the "- [ ]" items of a lesson boxes with labels that work without JavaScript.

    The text has been made safe before; each item's words stay Markdown. Code was
    left as it is written, so it is left here too, and what becomes an item is
    made safe once more.
    """
    lines: list[str] = []
    items: list[str] = []
    number = 0
    before = ""

    def close() -> None:
        nonlocal items
        if items:
            clear = page.translate("Rensa listan")
            lines.append(
                f'<ul class="checklist" data-checklist="{escape(name)}" data-clear="{clear}" '
                'markdown="1">'
            )
            lines.extend(items)
            lines.append("</ul>\n")
            items = []

    for line, is_code in mark_code(body.split("\n")):
        match = None if is_code else _TASK.fullmatch(line)
        goes_on = line.startswith("  ") and bool(line.strip() and before.strip())
        if match:
            number += 1
            box = f"check-{number}"
            items.append(
                f'<li markdown="span"><input type="checkbox" id="{box}">'
                f'<label for="{box}">{_safe_words(match[1])}</label></li>'
            )
        elif items and goes_on and not is_code:
            items[-1] = items[-1].replace("</label>", f" {_safe_words(line.strip())}</label>")
        elif not items or line.strip():
            close()
            lines.append(line)
        before = line
    close()
    return "\n".join(lines)


def _safe_words(words: str) -> str:
    """Make the words of one line safe, whatever they were taken for where they stood."""
    # A letter before them keeps them from being read as a code block.
    return make_safe(f"x {words}")[0][2:]
