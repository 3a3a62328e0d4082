# SPDX-License-Identifier: EUPL-1.2
"""The pages with promise and outcome of every goal: all of them, and each choice among them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from dalamodellen.model.glossary import Document
from dalamodellen.model.local_results import LocalResult, results_by_place
from dalamodellen.model.number import is_hidden
from dalamodellen.model.results import KNOWN, Result, Standing, totals_of
from dalamodellen.model.site import Site
from dalamodellen.outputs.output_file import OutputFile
from dalamodellen.outputs.pages.highlights import results_highlight
from dalamodellen.outputs.pages.page import Page, page_file, uri_of
from dalamodellen.outputs.pages.results.choices import (
    CSV_URI,
    URI,
    Choice,
    Dimension,
    choices_of,
    part_id,
)
from dalamodellen.outputs.pages.results.csv_file import results_csv
from dalamodellen.outputs.pages.results.lists_of_choices import (
    dimension_lists,
    name_of,
    standing_list,
)
from dalamodellen.outputs.pages.results.rows import (
    ResultRow,
    number_in_words,
    result_row,
    standing_in_words,
)
from dalamodellen.outputs.pages.results.summary import summarise
from dalamodellen.outputs.pages.results.totals import total_rows
from dalamodellen.outputs.safe_markdown import Markdown
from dalamodellen.outputs.share_card import Highlight

CATALOGUE = "projekt/index.md"
MOST_READ = 12
"""More sources than this are not named one by one."""
_PARTIAL = (Dimension.PROJECT, Dimension.MUNICIPALITY)
"""Chosen by these there is nothing to add: goals of one project, or numbers of other places too."""


Rows = dict[tuple[int, str, int], ResultRow]
"""How deep a page lies, project and number of a goal → the row."""


@dataclass(frozen=True)
class Part:
    """The goals in one standing."""

    heading: Markdown
    id: str
    rows: list[tuple[ResultRow, Markdown]]
    """Each row, with the number of the municipality that was chosen; "" where none was."""
    has_hidden: bool
    read: Markdown
    """The sources that were read without finding the outcomes; "" where they are known."""


def render_results(site: Site, language: str) -> list[OutputFile]:
    """Render the list of all goals, a page for each choice among them, and the CSV."""
    rows: Rows = {}
    files = [_page(site, language, choice, rows) for choice in choices_of(site)]
    if files:
        page = Page(site, URI, language)
        results = choices_of(site)[0].results
        files.append(OutputFile(CSV_URI, results_csv(page, results), language))
    return files


def _page(
    site: Site,
    language: str,
    choice: Choice,
    rows: Rows,
) -> OutputFile:
    page = Page(site, choice.uri, language)
    is_whole = choice.uri == URI
    title = page.translate("Projektens resultat")
    has_known = any(result.standing in KNOWN for result in choice.results)
    summary = summarise(page, choice.results)
    lists = list(dimension_lists(page, choice))
    adds = choice.standing is None and choice.dimension not in _PARTIAL
    return page_file(
        site,
        choice.uri,
        language,
        "results.md.j2",
        title=title if is_whole else f"{title}: {_plain_name(page, choice)}",
        description=" ".join(summary[:2]),
        shared=_highlight(page, choice, summary) if is_whole else None,
        funded=choice.project_id,
        section=CATALOGUE,
        breadcrumbs=[
            (page.translate("Projekt"), CATALOGUE),
            *([] if is_whole else [(title, URI)]),
        ],
        meta={} if is_whole else {"robots": "noindex"},
        heading=title if is_whole else Markdown(f"{title}: {_name(page, choice)}"),
        summary=Markdown(" ".join(summary)),
        has_known=has_known,
        lists_first=[standing_list(page, choice), *(lists if choice.dimension else [])],
        lists_more=[] if choice.dimension else lists,
        is_whole=is_whole,
        parts=_parts(page, choice, rows),
        place=site.place(choice.value) if choice.dimension is Dimension.MUNICIPALITY else None,
        adds=adds,
        totals=total_rows(page, totals_of(choice.results, site.main_language)) if adds else [],
        csv=page.href(CSV_URI),
        has_municipalities=bool(site.municipalities),
    )


def _highlight(page: Page, choice: Choice, summary: Sequence[str]) -> Highlight:
    projects = {result.project.id for result in choice.results}
    return results_highlight(page, len(choice.results), len(projects), summary[1])


def _parts(page: Page, choice: Choice, rows: Rows) -> list[Part]:
    """Part the goals by standing; rows on pages as deep are the same, and made once."""
    depth = choice.uri.count("/")
    local: dict[tuple[str, int], LocalResult] = {}
    if choice.dimension is Dimension.MUNICIPALITY:
        found = results_by_place(page.site)[choice.value]
        local = {(one.project.id, one.number): one for one in found}
    parts = []
    for standing, results in choice.standings().items():
        shown = []
        for result in results:
            key = (result.project.id, result.number)
            if (depth, *key) not in rows:
                rows[depth, *key] = result_row(page, result)
            here = number_in_words(page, result.goal, _here(local, result))
            shown.append((rows[depth, *key], here))
        parts.append(
            Part(
                heading=standing_in_words(page, standing),
                id=part_id(standing),
                rows=shown,
                has_hidden=any(
                    is_hidden(number)
                    for result in results
                    for number in (result.reached, _here(local, result))
                ),
                read=_read(page, results) if standing is Standing.NOT_STATED else Markdown(""),
            )
        )
    return parts


def _here(local: Mapping[tuple[str, int], LocalResult], result: Result) -> Decimal | None:
    """Give the number of the municipality that was chosen; None where none was."""
    found = local.get((result.project.id, result.number))
    return found.count("value") if found else None


def _read(page: Page, results: Sequence[Result]) -> Markdown:
    """Name the sources that were read about the projects of goals; many are only counted."""
    projects = {result.project.id: result.project for result in results}
    links: dict[str, Markdown] = {}
    for project in projects.values():
        for name in project.documents:
            document = page.site.records.get(("document", name))
            if isinstance(document, Document):
                href = page.href(f"{uri_of('project', project.id)}#kalla-{name}")
                links[name] = Markdown(f'<a href="{href}">{page.text(document.title)}</a>')
    if len(links) > MOST_READ:
        return page.count(len(links), "Vi har läst {} källa", "Vi har läst {} källor")
    told = f"{page.translate('Vi har läst')} {page.joined(list(links.values()))}"
    return Markdown(told if links else "")


def _name(page: Page, choice: Choice) -> Markdown:
    """Say what was chosen."""
    if choice.dimension:
        return name_of(page, choice.dimension, choice.value)
    return standing_in_words(page, choice.standing) if choice.standing else Markdown("")


def _plain_name(page: Page, choice: Choice) -> str:
    """Say the same in a title, which can not say that a part of it is in another language."""
    name = _name(page, choice)
    return choice.value if "lang=" in name else str(name)
