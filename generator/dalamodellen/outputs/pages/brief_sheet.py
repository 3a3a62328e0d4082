# SPDX-License-Identifier: EUPL-1.2
"""What a brief says, chosen so that it fits on one sheet.

It fits by construction: each part has a most number of rows, each row a most number of characters,
and what is left out is said, with a link to where it stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from dalamodellen.model.frozen import is_share_of, newest_whole
from dalamodellen.model.indicator import ChartKind, Counts, GoalLevel, Observation
from dalamodellen.model.money import Phase, Quantity
from dalamodellen.model.number import is_hidden
from dalamodellen.model.project import Project
from dalamodellen.outputs.charts.description import describe_title
from dalamodellen.outputs.charts.spec import CellState, Chart
from dalamodellen.outputs.pages.chart_choice.choice import chart_of_goal, charts_of_project
from dalamodellen.outputs.pages.goals import GoalView, goal_views
from dalamodellen.outputs.pages.key_figures import (
    Tile,
    key_figures,
    sexes_in_words,
    support_per_person,
)
from dalamodellen.outputs.pages.page import Page
from dalamodellen.outputs.safe_markdown import Markdown
from dalamodellen.outputs.shortened import shorten

MOST_GOALS = 5
MOST_FIGURES = 3
MOST_PLACES = 6
MOST_LESSONS = 3
MOST_METHODS = 2
LONGEST_TITLE = 80
LONGEST_FINDING = 180
LONGEST_GOAL = 75
LONGEST_TARGET = 60
LONGEST_ROW = 80
LONGEST_LESSON = 60
LONGEST_PLACE = 25

_One = TypeVar("_One")


@dataclass(frozen=True)
class Sheet:
    """All that a brief says, in the order it is read."""

    finding: list[Markdown]
    goals: list[GoalView]
    goals_left: int
    figures: list[Tile]
    figures_left: int
    sexes: Markdown
    """How many are women and men, or that no source says."""
    support: list[Markdown]
    places: Markdown
    places_left: int
    places_about: Markdown
    """What the numbers of the municipalities count; "" where there are none."""
    outcome: Markdown
    lessons: Markdown
    lessons_left: int
    sureness: Markdown


def told_charts(page: Page, project: Project) -> list[Chart]:
    """Give the charts whose numbers a brief tells: of the finding, the sexes and the places."""
    charts = [chart for chart in charts_of_project(page, project) if chart.has_numbers]
    found = (
        main_chart(page, project),
        next((one for one in charts if one.kind is ChartKind.SEXES_WITHIN), None),
        _place_chart(charts),
    )
    return [chart for chart in found if chart is not None]


def _place_chart(charts: Iterable[Chart]) -> Chart | None:
    """Give the chart of people or firms by municipality."""
    kinds = (chart for chart in charts if chart.kind is ChartKind.PLACES)
    return next((one for one in kinds if one.counts is not Counts.MUNICIPALITIES), None)


def brief_sheet(page: Page, project: Project) -> Sheet:
    """Choose all that a brief says."""
    charts = [chart for chart in charts_of_project(page, project) if chart.has_numbers]
    goals, goals_left = _first(_goals_in_order(page, project), MOST_GOALS)
    figures, figures_left = _first(_figures(page, project), MOST_FIGURES)
    places, about = _places(page, project, charts)
    shown_places, places_left = _first(places, MOST_PLACES)
    lessons = [one for one in page.site.lessons if one.project == project.id]
    shown_lessons, lessons_left = _first(lessons, MOST_LESSONS)
    return Sheet(
        finding=_finding(page, project),
        goals=goals,
        goals_left=goals_left,
        figures=figures,
        figures_left=figures_left,
        sexes=_sexes(page, project, charts),
        support=_support(page, project),
        places=_listed(shown_places),
        places_left=places_left,
        places_about=about,
        outcome=_first_words(page, project),
        lessons=_listed(
            shorten(page.link("lesson", one.id), LONGEST_LESSON) for one in shown_lessons
        ),
        lessons_left=lessons_left,
        sureness=_sureness(page, project, charts, goals),
    )


def _listed(links: Iterable[Markdown]) -> Markdown:
    return Markdown(", ".join(links))


def _first(all_of_them: Sequence[_One], most: int) -> tuple[list[_One], int]:
    """Keep the first of a list, and tell how many are left out."""
    return list(all_of_them[:most]), max(0, len(all_of_them) - most)


# -- the finding -----------------------------------------------------------------------


def main_chart(page: Page, project: Project) -> Chart | None:
    """Give the chart of the first goal that has one with numbers, in the order goals are chosen in."""
    numbers = {goal.id: number for number, goal in enumerate(project.goals)}
    for view in _goals_in_order(page, project):
        chart = chart_of_goal(page, project, numbers[view.goal.id])
        if chart is not None and chart.has_numbers:
            return chart
    return None


def _finding(page: Page, project: Project) -> list[Markdown]:
    chart = main_chart(page, project)
    if chart is not None:
        return [shorten(Markdown(f"{describe_title(chart).marked}."), LONGEST_FINDING)]
    said = Markdown(f"{page.translate('Vad projektet ledde till:')} {page.missing()}.")
    figures = key_figures(page, project)
    if not figures:
        return [said]
    stated = [*project.participants, *project.organisations, *(c.quantity for c in project.counts)]
    achieved = [
        figure
        for figure, quantity in zip(figures, stated, strict=True)
        if quantity.phase in (None, Phase.ACHIEVED)
    ]
    first = (achieved or figures)[0]
    told = Markdown(f"{page.translate('Det som framgår:')} {first.number} {first.label}.")
    found = shorten(told, LONGEST_FINDING)
    return [found] if achieved else [found, said]


# -- goals -----------------------------------------------------------------------------


def _goals_in_order(page: Page, project: Project) -> list[GoalView]:
    """Put goals in the order they are chosen in, whatever became of them.

    1. The project's own before those of each organisation.
    2. Those with a number to reach and a number reached, then those with one of them, then
       the others.
    3. The record's order.
    """
    key = ("project", project.id)
    views = goal_views(page, key, project.goals, project.target_groups, "goals")
    return sorted(
        views,
        key=lambda view: (
            view.goal.level is not GoalLevel.PROJECT,
            -((view.target != "") + (view.reached is not None)),
        ),
    )


def outcome_number(page: Page, view: GoalView) -> Markdown:
    """Write the number reached; a dash where there is none, for the status says why."""
    if view.reached is None:
        return Markdown("–")
    is_share = view.goal.target is not None and view.goal.target.unit == "percent"
    return page.percent(view.reached) if is_share else page.number(view.reached)


# -- people, money, places -------------------------------------------------------------


def _figures(page: Page, project: Project) -> list[Tile]:
    """List the key figures; where nobody is counted in the record, those of the newest row."""
    figures = key_figures(page, project)
    if project.participants:
        return figures
    rows = [row for row, _ in page.site.observations(project.id)]
    for goal in project.goals:
        row = newest_whole(goal, rows) if goal.counts is Counts.PEOPLE else None
        if row is not None and row.value is not None and not is_share_of(goal):
            # A number that is hidden is no number that a model would take.
            quantity = Quantity.model_construct(
                value=row.value, women=row.women, men=row.men, other=row.other
            )
            label = shorten(page.text(goal.title), LONGEST_ROW // 2)
            split = sexes_in_words(page, quantity)
            told = Markdown(f"{label}: {split}" if split else label)
            return [Tile(page.quantity(quantity), told, ""), *figures]
    return figures


def _sexes(page: Page, project: Project, charts: Iterable[Chart]) -> Markdown:
    """Say how many are women and men where no key figure does."""
    rows = [row for row, _ in page.site.observations(project.id)]
    told: list[Quantity | Observation] = [*project.participants]
    if not told:
        found = [newest_whole(goal, rows) for goal in project.goals if goal.counts is Counts.PEOPLE]
        told += [row for row in found if row is not None]
    if any(one.women is not None or one.men is not None for one in told):
        return Markdown("")
    chart = next((one for one in charts if one.kind is ChartKind.SEXES_WITHIN), None)
    if chart is not None:
        return shorten(Markdown(f"{describe_title(chart).marked}."), LONGEST_FINDING)
    return Markdown(f"{page.translate('Kvinnor och män:')} {page.missing()}.")


def _support(page: Page, project: Project) -> list[Markdown]:
    """Tell the support, and the support per person with its formula, or why there is none."""
    granted = project.funding.granted if project.funding else None
    if granted is None:
        return [Markdown(f"{page.translate('Beviljat stöd')}: {page.missing()}.")]
    told = [Markdown(f"{page.translate('Beviljat stöd')}: {page.money(granted)}.")]
    each = support_per_person(page, project)
    if each is None:
        why = page.translate(
            "Stöd per deltagare går inte att räkna ut: antalet deltagare i hela projektet framgår inte av våra källor."
        )
        return [*told, why]
    if any(is_hidden(one.value) for one in project.participants):
        why = page.translate(
            "Stöd per deltagare visas inte, för det skulle röja hur få som deltog."
        )
        return [*told, why]
    return [*told, Markdown(f"<strong>{each.number}</strong> {each.label}."), Markdown(each.source)]


def _places(
    page: Page, project: Project, charts: Iterable[Chart]
) -> tuple[list[Markdown], Markdown]:
    """Link to the municipalities, each with its number where one is known and not hidden."""
    chart = _place_chart(charts)
    cells = {row.label.text: row.cells[0] for row in chart.rows} if chart else {}
    links = []
    for place_id in project.municipalities:
        name = page.site.place(place_id).name
        link = shorten(page.place(place_id), LONGEST_PLACE)
        cell = cells.get(name)
        if cell is not None and cell.value is not None:
            link = Markdown(f"{link}&nbsp;({page.number(cell.value)})")
        elif cell is not None and cell.state is CellState.SUPPRESSED:
            link = Markdown(f"{link}&nbsp;(x)")
        links.append(link)
    if chart is None:
        return links, Markdown("")
    subject = page.marked(chart.subject.text, chart.subject.language or page.language)
    about = Markdown(f"{page.translate('Talen gäller:')} {shorten(subject, LONGEST_GOAL)}.")
    if chart.is_suppressed:
        about = Markdown(f"{about} {page.translate('x: visas inte, för det rör få personer.')}")
    return links, about


# -- what was learnt, how sure -----------------------------------------------------------


def _first_words(page: Page, project: Project) -> Markdown:
    """Give the beginning of what came of it, in the words of the record."""
    if project.outcome is None:
        return Markdown("")
    words, language = project.outcome.in_language(page.language)
    first = words.split("\n\n")[0].strip()
    return shorten(page.marked(first, language), LONGEST_FINDING)


def _sureness(
    page: Page, project: Project, charts: Sequence[Chart], goals: Sequence[GoalView]
) -> Markdown:
    """Say how well founded it is: sources, outcomes known, method, answers, hidden numbers."""
    told = [page.count(len(project.documents), "Vi har läst {} källa.", "Vi har läst {} källor.")]
    if any(not one.is_read for one in project.evaluations):
        told.append(page.translate("Det finns en rapport som vi inte har läst."))
    if project.goals:
        views = _goals_in_order(page, project)
        told.append(
            _known_outcomes(page, len(views), sum(one.reached is not None for one in views))
        )
    methods = dict.fromkeys(
        page.text(view.goal.measured_by) for view in goals if view.goal.measured_by
    )
    if methods:
        shown, left = _first([shorten(one, LONGEST_LESSON) for one in methods], MOST_METHODS)
        more = f" {page.translate('med flera')}" if left else ""
        told.append(Markdown(f"{page.translate('Så är det mätt:')} {'; '.join(shown)}{more}."))
    of_people = [chart for chart in charts if chart.counts is Counts.PEOPLE]
    answers = [row.n for chart in of_people for row in chart.rows if row.n is not None]
    if answers:
        smallest = page.translate("Minsta grupp bakom ett tal:")
        told.append(Markdown(f"{smallest} n&nbsp;=&nbsp;{page.number(min(answers))}."))
    outcomes = [view.reached for view in goals if view.reached is not None]
    if any(chart.is_suppressed for chart in charts) or any(is_hidden(one) for one in outcomes):
        told.append(page.translate("Några tal visas inte, för de rör få personer."))
    return Markdown(" ".join(told))


def _known_outcomes(page: Page, goals: int, known: int) -> Markdown:
    """Say of how many goals the sources tell a number reached."""
    of_all = page.count(goals, "det enda målet", "de {} målen")
    if not known:
        return Markdown(f"{page.translate('Inget tal för utfallet framgår för')} {of_all}.")
    if known == goals:
        return Markdown(f"{page.translate('Tal för utfallet framgår för')} {of_all}.")
    has = page.count(
        known, "Tal för utfallet framgår för {} av", "Tal för utfallet framgår för {} av"
    )
    return Markdown(f"{has} {of_all}.")
