# SPDX-License-Identifier: EUPL-1.2
"""One page per component of the theme and state, made of the very parts that real pages are made of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dalamodellen.model.component import (
    Component,
    State,
    StateCard,
    StateOccasion,
    StatePaper,
    StateSubscription,
)
from dalamodellen.model.course import InstanceStatus
from dalamodellen.model.programme import Publicity
from dalamodellen.model.site import RecordKey, Site
from dalamodellen.model.text import LANGUAGES, Text
from dalamodellen.outputs.charts.samples import ordinary_charts
from dalamodellen.outputs.navigation import COMPONENTS
from dalamodellen.outputs.output_file import OutputFile
from dalamodellen.outputs.pages.breakdowns import breakdown_tables
from dalamodellen.outputs.pages.cards import Card
from dalamodellen.outputs.pages.chart_block import render_chart
from dalamodellen.outputs.pages.course_papers import Held, papers_block
from dalamodellen.outputs.pages.courses.rows import OccasionRow, moment, status_in_words
from dalamodellen.outputs.pages.courses.subscription import offer_calendar
from dalamodellen.outputs.pages.goals import goal_views
from dalamodellen.outputs.pages.home import Task
from dalamodellen.outputs.pages.key_figures import key_figure
from dalamodellen.outputs.pages.lesson import next_choices, with_checklists
from dalamodellen.outputs.pages.page import Page, page_file
from dalamodellen.outputs.pages.publicity import publicity_words
from dalamodellen.outputs.pages.written_body import shown_text, state_uri
from dalamodellen.outputs.safe_markdown import Markdown
from dalamodellen.outputs.share_card import Highlight

_SECTION = "om/index.md"


def render_components(site: Site, language: str) -> list[OutputFile]:
    """Render the list of components and every state; a root without the theme has none."""
    if not site.components:
        return []
    files = [_index(site, language)]
    for component in site.components:
        for number, state in enumerate(component.states):
            files += _state(site, component, state, number, language)
    return files


def _index(site: Site, language: str) -> OutputFile:
    page = Page(site, COMPONENTS, language)
    title = page.translate("Komponenter")
    return page_file(
        site,
        COMPONENTS,
        language,
        "components.md.j2",
        title=title,
        description=page.translate("Webbplatsens delar, var för sig och i olika lägen."),
        section=_SECTION,
        breadcrumbs=_way(page)[:-1],
        meta=_aside(page),
        facts=[(page.text(one.title), _about(page, one)) for one in site.components],
    )


def _about(page: Page, component: Component) -> Markdown:
    """Say what a component is for, with the ways to its states."""
    links = [_link(page, component, one, page.text(one.title)) for one in component.states]
    lead = page.paragraph(page.text(component.lead))
    return Markdown(f"{lead}<p>{page.dotted(*links)}</p>")


def _state(
    site: Site, component: Component, state: State, number: int, language: str
) -> list[OutputFile]:
    """Render the page of a state, and the CSV files of the charts on it."""
    uri = state_uri(component, state)
    page = Page(site, uri, language)
    key = ("component", component.id)
    markdown = _markdown(page, component, state)
    shown = _shown(page, key, state, number)
    steps = [(page.plain(step), COMPONENTS) for step in state.breadcrumbs]
    charts = [
        render_chart(page, chart)
        for chart in ordinary_charts(language)
        if chart.kind in state.charts
    ]
    file = page_file(
        site,
        uri,
        language,
        "component.md.j2",
        title=_title(component, state),
        description=state.lead or component.lead,
        key=key,
        shared=Highlight(words=page.plain(component.lead)) if state.is_shared else None,
        section=_SECTION,
        breadcrumbs=[*_way(page), *steps],
        meta={
            **_aside(page),
            **({"section": state.section} if state.section else {}),
            "contents": state.has_contents,
            "publicity": _publicity(site, state, language),
        },
        component=component,
        state=state,
        markdown=markdown,
        others=[
            _link(page, component, other, page.text(other.title))
            for other in component.states
            if other is not state
        ],
        index=page.href(COMPONENTS),
        charts=[block for block, _ in charts],
        has_body=bool(
            markdown
            or state.is_shared
            or state.quotations
            or state.icons
            or charts
            or any(shown.values())
        ),
        **shown,
    )
    return [file, *(table for _, table in charts)]


def _shown(page: Page, key: RecordKey, state: State, number: int) -> Mapping[str, Any]:
    """Put the records of a state into words, as the pages of real records do."""
    way = ("states", number)
    return {
        "notes": [page.prose(note) for note in state.notes],
        "cards": [_card(page, card) for card in state.cards],
        "rows": [_occasion(page, one) for one in state.occasions],
        "tasks": [
            Task(page.href(COMPONENTS), page.text(task.title), task.minutes, task.language or "")
            for task in state.tasks
        ],
        "tiles": [
            key_figure(page, key, quantity, "people", *way, "tiles", position)
            for position, quantity in enumerate(state.tiles)
        ],
        "goals": goal_views(page, key, state.goals, state.target_groups, *way, "goals"),
        "facts": [(page.text(fact.name), page.text(fact.value)) for fact in state.facts],
        "by_letter": [(letter, ()) for letter in state.letters],
        "choices": next_choices(page, state.next_choices, has_courses=True)
        if state.next_choices
        else [],
        "subscription": _subscription(page, state.subscription),
        "papers": _papers(page, state.paper),
        "breakdowns": breakdown_tables(page, key, state.breakdowns, *way, "breakdowns"),
    }


def _card(page: Page, card: StateCard) -> Card:
    return Card(
        Markdown(f'<a href="{page.href(COMPONENTS)}">{page.text(card.title)}</a>'),
        page.prose(card.text) if card.text else "",
        tuple(page.text(line) for line in card.meta),
        page.date(card.when) if card.when else "",
    )


def _markdown(page: Page, component: Component, state: State) -> Markdown:
    """Give the text of a state as written pages show theirs, marked where it is in another language."""
    if state.markdown is None:
        return Markdown("")
    words, language = state.markdown.in_language(page.language)
    path = page.site.files["component", component.id].path
    text = shown_text(page.site, words, path, page.uri, language)
    text = with_checklists(text, f"{component.id}-{state.id}", page)
    if language == page.language:
        return Markdown(text)
    return Markdown(f'<div lang="{language}" markdown="1">\n\n{text}\n\n</div>')


def _publicity(site: Site, state: State, language: str) -> Mapping[str, Any]:
    named = state.publicity
    found = site.records.get(("publicity", named.profile)) if named else None
    if named is None or not isinstance(found, Publicity):
        return {}
    return publicity_words(found, named.project, language, is_running=not named.is_ended)


def _aside(page: Page) -> Mapping[str, Any]:
    """Say in the front matter that all of it is made up, and keep it out of searches."""
    return {
        "robots": "noindex",
        "languages": [],
        "example": {
            "mark": page.translate("EXEMPEL – påhittade uppgifter"),
            "text": page.translate("Sidan visar hur en del av webbplatsen ser ut."),
        },
    }


def _way(page: Page) -> list[tuple[str, str]]:
    has_about = any(written.uri == _SECTION for written in page.site.pages)
    about = [(page.translate("Om"), _SECTION)] if has_about else []
    return [*about, (page.translate("Komponenter"), COMPONENTS)]


def _title(component: Component, state: State) -> Text:
    """Name the component and the state, in each language both have words in."""
    titles = {
        one: f"{getattr(component.title, one)}: {getattr(state.title, one)}"
        for one in LANGUAGES
        if getattr(component.title, one) and getattr(state.title, one)
    }
    return Text(**titles) if titles else component.title


def _link(page: Page, component: Component, state: State, words: Markdown) -> Markdown:
    return Markdown(f'<a href="{page.href(state_uri(component, state))}">{words}</a>')


def _occasion(page: Page, one: StateOccasion) -> OccasionRow:
    is_cancelled = one.status is InstanceStatus.CANCELLED
    return OccasionRow(
        last="",
        when=moment(page, one.when, None, one.start_time, one.end_time),
        link=Markdown(f'<a href="{page.href(COMPONENTS)}">{page.text(one.title)}</a>'),
        meta=page.dotted(page.text(one.where), status_in_words(page, one.status)),
        is_cancelled=is_cancelled,
    )


def _subscription(page: Page, found: StateSubscription | None) -> Markdown:
    if found is None:
        return Markdown("")
    file = page.href(COMPONENTS)
    return offer_calendar(page, str(found.address or ""), file, found.left_out)


def _papers(page: Page, found: StatePaper | None) -> Markdown:
    if found is None:
        return Markdown("")
    length = page.text(found.length)
    return papers_block(page, Held(found.course, found.outcomes, length), {})
