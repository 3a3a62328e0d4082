# SPDX-License-Identifier: EUPL-1.2
"""The links by which a reader chooses among goals, each with how many it leads to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from dalamodellen.outputs.pages.goals import SEVERAL
from dalamodellen.outputs.pages.page import Page
from dalamodellen.outputs.pages.results.choices import Choice, Dimension, choices_of, part_id
from dalamodellen.outputs.pages.results.rows import standing_in_words
from dalamodellen.outputs.safe_markdown import Markdown
from dalamodellen.outputs.words import COUNTED


@dataclass(frozen=True)
class ChoiceLink:
    """One thing to choose."""

    name: Markdown
    """A link; plain words where it is chosen already, or would change nothing."""
    many: int
    """How many goals it leads to."""
    is_chosen: bool = False


@dataclass(frozen=True)
class ChoiceList:
    """What can be chosen by one dimension."""

    heading: Markdown
    links: tuple[ChoiceLink, ...]


def name_of(page: Page, dimension: Dimension, value: str) -> Markdown:
    """Name what is chosen by a dimension."""
    site = page.site
    if dimension is Dimension.MUNICIPALITY:
        return page.own(site.place(value).name)
    if dimension is Dimension.COUNTS:
        if value not in COUNTED:
            return page.translate("Annat")
        word = page.count(SEVERAL, *COUNTED[value])
        return Markdown(word[:1].upper() + word[1:])
    if dimension is Dimension.LEVEL:
        return page.label("goal_level", value)
    kinds = {
        Dimension.PROJECT: "project",
        Dimension.PROGRAMME: "programme",
        Dimension.THEME: "theme",
    }
    record = site.records.get((kinds[dimension], value))
    return page.text(getattr(record, "short_title", None) or getattr(record, "title", None))


def standing_list(page: Page, choice: Choice) -> ChoiceList:
    """Give what came of the goals, each with how many.

    All goals have a page for each standing; a choice among them has a part of its own page.
    """
    by_standing = {one.standing: one for one in choices_of(page.site) if one.dimension is None}
    whole = choice if choice.dimension else by_standing[None]
    links = []
    for standing, results in whole.standings().items():
        word = standing_in_words(page, standing)
        if choice.dimension:
            name = Markdown(f'<a href="#{part_id(standing)}">{word}</a>')
        else:
            is_shown = standing is choice.standing or standing not in by_standing
            name = word if is_shown else _linked(page, word, by_standing[standing])
        links.append(ChoiceLink(name, len(results), is_chosen=standing is choice.standing))
    if choice.standing:
        links.append(_all(page))
    return ChoiceList(page.translate("Utfall"), tuple(links))


def dimension_lists(page: Page, choice: Choice) -> Iterator[ChoiceList]:
    """Give what else the goals can be chosen by; on a page where that is done, the way back."""
    if choice.dimension is not None:
        chosen = name_of(page, choice.dimension, choice.value)
        links = [ChoiceLink(chosen, len(choice.results), is_chosen=True), _all(page)]
        yield ChoiceList(page.label("dimension", choice.dimension), tuple(links))
        return
    found: dict[Dimension, list[ChoiceLink]] = defaultdict(list)
    for one in choices_of(page.site):
        if one.dimension is None:
            continue
        many, part = len(one.results), ""
        if choice.standing is not None:
            many = len(one.standings().get(choice.standing, ()))
            part = f"#{part_id(choice.standing)}"
        if many:
            name = _linked(page, name_of(page, one.dimension, one.value), one, part)
            found[one.dimension].append(ChoiceLink(name, many))
    for dimension, links in found.items():
        yield ChoiceList(page.label("dimension", dimension), tuple(links))


def _all(page: Page) -> ChoiceLink:
    everything = choices_of(page.site)[0]
    name = _linked(page, page.translate("Alla"), everything)
    return ChoiceLink(name, len(everything.results))


def _linked(page: Page, word: Markdown, choice: Choice, part: str = "") -> Markdown:
    return Markdown(f'<a href="{page.href(choice.uri + part)}">{word}</a>')
