# SPDX-License-Identifier: EUPL-1.2
"""A project's brief: what came of it on one A4, for those who have two minutes.

It fits by construction: each part has a most number of rows, each row a most number of characters,
and what is left out is said, with a link to where it stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from dalamodellen.model.indicator import ChartKind, Counts, GoalLevel
from dalamodellen.model.number import is_hidden
from dalamodellen.model.project import Project
from dalamodellen.model.site import Site
from dalamodellen.outputs.charts.description import describe_title
from dalamodellen.outputs.charts.spec import CellState, Chart
from dalamodellen.outputs.navigation import tree_of
from dalamodellen.outputs.output_file import OutputFile, page_url
from dalamodellen.outputs.pages.chart_choice.choice import chart_of_goal, charts_of_project
from dalamodellen.outputs.pages.goals import GoalView, goal_views
from dalamodellen.outputs.pages.key_figures import Tile, key_figures, support_per_person
from dalamodellen.outputs.pages.page import Page, page_file, uri_of
from dalamodellen.outputs.pages.templates import environment
from dalamodellen.outputs.qr_code import qr_code
from dalamodellen.outputs.safe_markdown import Markdown
from dalamodellen.outputs.shortened import shorten

FOLDER = "i-korthet"
MOST_GOALS = 5
MOST_FIGURES = 3
MOST_PLACES = 8
MOST_LESSONS = 3
MOST_METHODS = 2
LONGEST_TITLE = 90
LONGEST_FINDING = 230
LONGEST_GOAL = 80
LONGEST_TARGET = 60
LONGEST_ROW = 80
LONGEST_LESSON = 60
LONGEST_PLACE = 28

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


def brief_uri(project_id: str) -> str:
    """Tell where a project's brief lies."""
    return uri_of("project", project_id).replace("index.md", f"{FOLDER}/index.md")


def render_briefs(site: Site, language: str) -> list[OutputFile]:
    """Render the brief of each project."""
    return [_brief(site, project, language) for project in site.projects]


def _brief(site: Site, project: Project, language: str) -> OutputFile:
    uri = brief_uri(project.id)
    page = Page(site, uri, language)
    return page_file(
        site,
        uri,
        language,
        "brief.md.j2",
        title=brief_title(page, project),
        description=brief_description(page, project),
        funded=project.id,
        section="projekt/index.md",
        breadcrumbs=breadcrumbs(page, project),
        project=project,
        body=brief_body(page, project),
        address=address_of(page),
        code=code_of(page),
        versions=version_links(page, project.id),
    )


def version_uri(project_id: str, day: date) -> str:
    """Tell where a kept version of a brief lies."""
    return brief_uri(project_id).replace("index.md", f"{day.isoformat()}/index.md")


def version_links(page: Page, project_id: str, but: date | None = None) -> list[Markdown]:
    """Link to the versions that are kept, the newest first.

    Args:
        page: The page the links stand on.
        project_id: Whose brief.
        but: The version that needs no link.
    """
    days = [brief.version.day for brief in page.site.frozen.get(project_id, ())]
    return [
        Markdown(f'<a href="{page.href(version_uri(project_id, day))}">{page.day(day)}</a>')
        for day in sorted(days, reverse=True)
        if day != but
    ]


def brief_title(page: Page, project: Project) -> str:
    """Name the page: "I korthet: Tre-M"."""
    # A title can not say that half of it is in another language.
    title = project.short_title or project.title
    name = project.id if page.language_of(title) else page.plain(title)
    return f"{page.translate('I korthet')}: {name}"


def brief_description(page: Page, project: Project) -> str:
    """Give the finding in plain words, for those who share the page."""
    chart = _main_chart(page, project)
    if chart is not None:
        return f"{describe_title(chart)}."
    return str(
        page.translate("Vad projektet lovade, vad det blev, för vem och till vilken kostnad.")
    )


def breadcrumbs(page: Page, project: Project) -> list[tuple[str, str]]:
    """List the pages above it."""
    title = project.short_title or project.title
    name = project.id if page.language_of(title) else page.plain(title)
    return [(page.translate("Projekt"), "projekt/index.md"), (name, uri_of("project", project.id))]


def address_of(page: Page) -> str:
    """Give the page's whole address; "" where the site's is not known."""
    root = page.site.settings.root_url
    return f"{root}{tree_of(page.site, page.language)}{page_url(page.uri)}" if root else ""


def code_of(page: Page) -> Markdown:
    """Draw the page's address as a QR code; nothing where the site's is not known."""
    address = address_of(page)
    return (
        qr_code(address, f"{page.translate('QR-kod till')} {address}") if address else Markdown("")
    )


def brief_body(page: Page, project: Project) -> Markdown:
    """Write all of a brief that a version keeps: the heading and what stands under it."""
    return Markdown(
        environment()
        .get_template("brief_body.md.j2")
        .render(
            p=page,
            _=page.translate,
            project=project,
            title=shorten(page.text(project.title), LONGEST_TITLE),
            sheet=_sheet(page, project),
            short=shorten,
            more=_more,
            whole=page.href(uri_of("project", project.id)),
            all_goals=page.href(f"{uri_of('project', project.id)}#mal-och-utfall"),
            longest_goal=LONGEST_GOAL,
            longest_target=LONGEST_TARGET,
            longest_row=LONGEST_ROW,
            outcome_of=lambda view: _outcome(page, view),
        )
    )


def told_charts(page: Page, project: Project) -> list[Chart]:
    """Give the charts whose numbers a brief tells: of the finding, the sexes and the places."""
    charts = [chart for chart in charts_of_project(page, project) if chart.has_numbers]
    found = (
        _main_chart(page, project),
        next((one for one in charts if one.kind is ChartKind.SEXES_WITHIN), None),
        _place_chart(charts),
    )
    return [chart for chart in found if chart is not None]


def _place_chart(charts: Iterable[Chart]) -> Chart | None:
    """Give the chart of people or firms by municipality."""
    kinds = (chart for chart in charts if chart.kind is ChartKind.PLACES)
    return next((one for one in kinds if one.counts is not Counts.MUNICIPALITIES), None)


def _more(page: Page, number: int, one: str, many: str) -> Markdown:
    return page.count(number, one, many)


def _sheet(page: Page, project: Project) -> Sheet:
    charts = [chart for chart in charts_of_project(page, project) if chart.has_numbers]
    goals, goals_left = _first(_goals_in_order(page, project), MOST_GOALS)
    figures, figures_left = _first(key_figures(page, project), MOST_FIGURES)
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


def _main_chart(page: Page, project: Project) -> Chart | None:
    """Give the chart of the first goal that has one with numbers, in the order goals are chosen in."""
    numbers = {goal.id: number for number, goal in enumerate(project.goals)}
    for view in _goals_in_order(page, project):
        chart = chart_of_goal(page, project, numbers[view.goal.id])
        if chart is not None and chart.has_numbers:
            return chart
    return None


def _finding(page: Page, project: Project) -> list[Markdown]:
    chart = _main_chart(page, project)
    if chart is not None:
        return [shorten(Markdown(f"{describe_title(chart).marked}."), LONGEST_FINDING)]
    said = Markdown(f"{page.translate('Vad projektet ledde till:')} {page.missing()}.")
    figures = key_figures(page, project)
    if not figures:
        return [said]
    told = Markdown(f"{page.translate('Det som framgår:')} {figures[0].number} {figures[0].label}.")
    return [shorten(told, LONGEST_FINDING), said]


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


def _outcome(page: Page, view: GoalView) -> Markdown:
    """Write the number reached; a dash where there is none, for the status says why."""
    if view.reached is None:
        return Markdown("–")
    is_share = view.goal.target is not None and view.goal.target.unit == "percent"
    return page.percent(view.reached) if is_share else page.number(view.reached)


# -- people, money, places -------------------------------------------------------------


def _sexes(page: Page, project: Project, charts: Iterable[Chart]) -> Markdown:
    """Say how many are women and men where no key figure does."""
    if any(one.women is not None or one.men is not None for one in project.participants):
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
            "Stöd per deltagare går inte att räkna ut: hur många som deltog framgår inte av våra källor."
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
    answers = [row.n for chart in charts for row in chart.rows if row.n is not None]
    if answers:
        smallest = page.translate("Minsta grupp bakom ett tal:")
        told.append(Markdown(f"{smallest} n&nbsp;=&nbsp;{page.number(min(answers))}."))
    if any(chart.is_suppressed for chart in charts):
        told.append(page.translate("Några tal visas inte, för de rör få personer."))
    return Markdown(" ".join(told))


def _known_outcomes(page: Page, goals: int, known: int) -> Markdown:
    """Say of how many goals the sources tell a number reached."""
    of_all = page.count(goals, "det enda målet", "de {} målen")
    if not known:
        return Markdown(f"{page.translate('Inget tal för utfallet framgår för')} {of_all}.")
    has = page.count(
        known, "Tal för utfallet framgår för {} av", "Tal för utfallet framgår för {} av"
    )
    return Markdown(f"{has} {of_all}.")
