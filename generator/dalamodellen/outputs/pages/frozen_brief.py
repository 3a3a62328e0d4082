# SPDX-License-Identifier: EUPL-1.2
"""A brief as it was on a day: kept by `freeze`, shown word for word, with what has changed since."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from dalamodellen.model.frozen import (
    FrozenBrief,
    FrozenNumber,
    FrozenVersion,
    numbers_of,
    sealed,
    told_by_comparison,
)
from dalamodellen.model.indicator import Counts
from dalamodellen.model.money import Currency, Money
from dalamodellen.model.project import Project
from dalamodellen.model.site import Site
from dalamodellen.outputs.charts.spec import CellState, Chart, ChartUnit
from dalamodellen.outputs.output_file import OutputFile
from dalamodellen.outputs.pages.brief import (
    address_of,
    breadcrumbs,
    brief_body,
    brief_description,
    brief_title,
    brief_uri,
    code_of,
    version_uri,
)
from dalamodellen.outputs.pages.brief_sheet import told_charts
from dalamodellen.outputs.pages.key_figures import what_is_counted
from dalamodellen.outputs.pages.page import Page, page_file, tidy
from dalamodellen.outputs.safe_markdown import Markdown, make_safe
from dalamodellen.outputs.words import COUNTED

_UNKNOWN = "unknown"
"""Stands for the whole of a chart's parts, which is not kept."""
_OF_CHART = "chart."


def render_frozen_briefs(site: Site, language: str) -> list[OutputFile]:
    """Render every version that is kept of the projects readers may see."""
    return [
        _version(site, project, kept, language)
        for project in site.projects
        for kept in site.frozen.get(project.id, ())
    ]


def _version(site: Site, project: Project, kept: FrozenBrief, language: str) -> OutputFile:
    version = kept.version
    # A language that has come to the site since then reads the first there is.
    spoken = language if language in kept.texts else next(iter(kept.texts))
    uri = version_uri(project.id, version.day)
    page = Page(site, uri, language)
    body, _ = make_safe(kept.texts[spoken])
    newer = [one.version.day for one in site.frozen[project.id] if one.version.day > version.day]
    return page_file(
        site,
        uri,
        language,
        "frozen_brief.md.j2",
        title=f"{version.titles[spoken]} ({version.day.isoformat()})",
        description=version.descriptions[spoken],
        funded=project.id,
        section="projekt/index.md",
        breadcrumbs=[
            *breadcrumbs(page, project),
            (page.translate("Projektet i korthet"), brief_uri(project.id)),
        ],
        body=Markdown(body),
        body_language="" if spoken == language else spoken,
        day=page.day(version.day),
        newest=page.day(max(newer)) if newer else "",
        newest_uri=page.href(version_uri(project.id, max(newer))) if newer else "",
        now_uri=page.href(brief_uri(project.id)),
        changes=list(_changes(page, version.numbers, brief_numbers(page, project))),
        address=address_of(page),
        code=code_of(page),
    )


# -- to be kept ------------------------------------------------------------------------


def freeze_brief(site: Site, project: Project, day: date) -> FrozenBrief:
    """Make the version of a brief that is kept, in all the site's languages."""
    texts, titles, descriptions = {}, {}, {}
    labels: dict[str, dict[str, str]] = {}
    numbers: tuple[FrozenNumber, ...] = ()
    for language in site.languages:
        page = Page(replace(site, language=language), version_uri(project.id, day), language)
        texts[language] = tidy(brief_body(page, project))
        titles[language] = brief_title(page, project)
        descriptions[language] = brief_description(page, project)
        told = brief_numbers(page, project)
        # Rows of charts have names in each language; those of the main language are kept.
        numbers = numbers or told
        for number in told:
            labels.setdefault(number.id, {}).update(number.labels)
    numbers = tuple(replace(number, labels=labels[number.id]) for number in numbers)
    version = FrozenVersion(project.id, day, titles, descriptions, numbers)
    return FrozenBrief(sealed(version, texts), texts)


def names_told_by_comparison(site: Site, brief: FrozenBrief) -> dict[date, tuple[str, ...]]:
    """Name, by earlier version, what would tell of few people if this one were kept beside it."""
    main = site.main_language
    labels = {number.id: number.labels.get(main, number.id) for number in brief.version.numbers}
    found = {}
    for kept in site.frozen.get(brief.version.project, ()):
        told = told_by_comparison(kept.version.numbers, brief.version.numbers)
        # A number of the record is named rather than the same one in a chart.
        told = frozenset(n for n in told if not n.startswith(_OF_CHART)) or told
        if told:
            found[kept.version.day] = tuple(sorted({labels[name] for name in told}))
    return found


def brief_numbers(page: Page, project: Project) -> tuple[FrozenNumber, ...]:
    """Give the numbers of a brief with their names in the page's language.

    With them go all numbers of the charts whose words it tells: only to be compared.
    """
    rows = [row for row, _ in page.site.observations(project.id)]
    stated = numbers_of(project, rows, page.site.settings.limits, page.site.today)
    labels = _labels(page, project)
    found = [replace(one, labels={page.language: labels.get(one.id, one.id)}) for one in stated]
    for chart in told_charts(Page(page.site, page.uri, page.site.main_language), project):
        found += _of_chart(page, chart)
    return tuple({number.id: number for number in found}.values())


def _of_chart(page: Page, chart: Chart) -> Iterator[FrozenNumber]:
    is_people = chart.counts is Counts.PEOPLE and chart.unit is ChartUnit.NUMBER
    for row in chart.rows:
        for series, cell in zip(chart.series, row.cells, strict=True):
            if cell.state in (CellState.KNOWN, CellState.SUPPRESSED):
                yield FrozenNumber(
                    f"{_OF_CHART}{chart.id}.{row.label.text}.{series.id}",
                    cell.value,
                    cell.state is CellState.SUPPRESSED,
                    chart.unit.value,
                    chart.fewest if is_people else 0,
                    _UNKNOWN,
                    labels={page.language: f"{chart.subject.text}: {row.label.text}"},
                )


def _labels(page: Page, project: Project) -> dict[str, str]:
    """Name each number of the record in words that go on in a sentence."""
    found: dict[str, str] = {"granted": str(page.translate("Beviljat stöd"))}
    sexes = {
        "women": page.translate("kvinnor"),
        "men": page.translate("män"),
        "other": page.translate("andra"),
    }
    for field, counts in (("participants", "people"), ("organisations", "organisations")):
        taken: list[str] = []
        for quantity in getattr(project, field):
            name = f"{field}.{quantity.phase or 'stated'}"
            number = sum(one == name for one in taken) + 1
            taken.append(name)
            name = name if number == 1 else f"{name}-{number}"
            what = page.plain(quantity.what) if quantity.what else _many(page, counts)
            what = what or str(what_is_counted(page, quantity, counts))
            found[name] = what
            for sex, word in sexes.items():
                found[f"{name}.{sex}"] = f"{what} ({word})"
    for goal in project.goals:
        found[f"goal.{goal.id}"] = page.plain(goal.title)
        for sex, word in sexes.items():
            found[f"goal.{goal.id}.{sex}"] = f"{page.plain(goal.title)} ({word})"
    return found


def _many(page: Page, counts: str) -> str:
    if counts == "people":
        return str(page.translate("deltagare"))
    return str(page.count(2, *COUNTED[counts]))


# -- what has changed --------------------------------------------------------------------


def _changes(
    page: Page, before: tuple[FrozenNumber, ...], after: tuple[FrozenNumber, ...]
) -> Iterator[Markdown]:
    """Say in words how the numbers have changed; of few people only that they have."""
    old = {one.id: one for one in before if not one.id.startswith(_OF_CHART)}
    new = {one.id: one for one in after if not one.id.startswith(_OF_CHART)}
    few = told_by_comparison(before, after)
    for name in [*new, *(name for name in old if name not in new)]:
        then, now = old.get(name), new.get(name)
        if then is None or now is None:
            told = (
                page.translate("Nytt sedan dess: {name}.")
                if now
                else page.translate("Står inte längre med: {name}.")
            )
            yield _filled(page, told, now or then, {})
            continue
        yield from _changed(page, then, now, is_few=name in few)


def _changed(
    page: Page, then: FrozenNumber, now: FrozenNumber, *, is_few: bool
) -> Iterator[Markdown]:
    if is_few:
        told = page.translate(
            "{name}: talet har ändrats, men skillnaden gäller så få att den inte skrivs ut."
        )
        yield _filled(page, told, now, {})
    elif then.is_hidden != now.is_hidden:
        told = (
            page.translate("{name}: talet visas inte längre, för det rör få personer.")
            if now.is_hidden
            else page.translate("{name}: talet visades inte då. Nu visas det.")
        )
        yield _filled(page, told, now, {})
    elif then.value != now.value and not now.is_hidden:
        yield _filled(
            page,
            _step(page, then, now),
            now,
            {"before": _told(page, then), "after": _told(page, now)},
        )
    if then.status != now.status:
        told = page.translate("Målet ”{name}”: bedömningen var ”{before}”. Nu är den ”{after}”.")
        words = {
            key: page.label("outcome", one.status)
            for key, one in (("before", then), ("after", now))
        }
        yield _filled(page, told, now, words)


def _step(page: Page, then: FrozenNumber, now: FrozenNumber) -> Markdown:
    """Choose the sentence for a number that is another than before."""
    if then.value is None:
        return page.translate("{name}: framgick inte av våra källor då. Nu: {after}.")
    if now.value is None:
        return page.translate("{name}: framgår inte längre av våra källor.")
    rises = now.value > then.value
    if now.id == "granted":
        return (
            page.translate("{name} har ökat från {before} till {after}.")
            if rises
            else page.translate("{name} har minskat från {before} till {after}.")
        )
    if now.id.startswith("goal."):
        return (
            page.translate("Målet ”{name}”: utfallet har ökat från {before} till {after}.")
            if rises
            else page.translate("Målet ”{name}”: utfallet har minskat från {before} till {after}.")
        )
    return (
        page.translate("Antalet {name} har ökat från {before} till {after}.")
        if rises
        else page.translate("Antalet {name} har minskat från {before} till {after}.")
    )


def _told(page: Page, number: FrozenNumber) -> Markdown:
    value = number.value
    if value is None:
        return Markdown("")
    if number.unit == "percent":
        return page.percent(value)
    if number.unit in Currency.__members__:
        return page.money(Money(amount=Decimal(value), currency=Currency(number.unit)))
    return page.number(value)


def _filled(
    page: Page, told: str, number: FrozenNumber | None, words: Mapping[str, str]
) -> Markdown:
    """Put the name of a number and other words in a sentence, with a capital first."""
    labels = number.labels if number else {}
    language = page.language if page.language in labels else next(iter(labels), page.language)
    name = page.marked(labels.get(language, ""), language)
    found = told
    for key, value in {"name": name, **words}.items():
        found = found.replace(f"{{{key}}}", value)
    return Markdown(found[:1].upper() + found[1:])
