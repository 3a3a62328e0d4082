# SPDX-License-Identifier: EUPL-1.2
"""The one number that a share card tells of a project or a municipality, and where it stands.

Only numbers that readers may see, with a source, in this order: what was achieved, how far a goal
was reached, what was planned, the support that was granted. Where there is none, words.
"""

from __future__ import annotations

from collections.abc import Iterator

from dalamodellen.model.glossary import Document
from dalamodellen.model.indicator import OutcomeStatus, Unit
from dalamodellen.model.money import Phase, Quantity
from dalamodellen.model.number import is_hidden
from dalamodellen.model.project import Project
from dalamodellen.outputs.pages.goals import goal_views
from dalamodellen.outputs.pages.key_figures import label_of
from dalamodellen.outputs.pages.page import Page
from dalamodellen.outputs.safe_markdown import unmarked
from dalamodellen.outputs.share_card import Highlight
from dalamodellen.outputs.wording import without_capital


def project_highlight(page: Page, project: Project, kind: str = "") -> Highlight:
    """Choose what the cards of a project's pages tell.

    Args:
        page: The page that is shared.
        project: What it is about.
        kind: What sort of page it is, where it is not the project's own page.
    """
    named = kind or page.translate("projekt").capitalize()
    found = next(_candidates(page, project), None)
    if found is None:
        words = page.translate("Vad projektet ville, och vad som framgår av våra källor.")
        return Highlight(kind=named, words=words)
    number, counts, document = found
    source = page.site.records.get(("document", document))
    title = page.plain(source.title) if isinstance(source, Document) else ""
    return Highlight(named, number, counts, f"{page.translate('Källa')}: {title}" if title else "")


_Candidate = tuple[str, str, str]
"""A number, what it counts, and the document it stands in."""


def _candidates(page: Page, project: Project) -> Iterator[_Candidate]:
    quantities = [*_quantities(project)]
    achieved = [one for one in quantities if one[0].phase in (None, Phase.ACHIEVED)]
    yield from (_of_quantity(page, *one) for one in achieved)
    yield from _goals(page, project)
    yield from (_of_quantity(page, *one) for one in quantities if one not in achieved)
    granted = project.funding.granted if project.funding else None
    source = (granted and granted.source) or (project.funding and project.funding.source)
    if granted and source:
        yield unmarked(page.money(granted)), page.translate("i beviljat stöd"), source.document


def _quantities(project: Project) -> Iterator[tuple[Quantity, str]]:
    """List the numbers that may be shown, with what their field counts."""
    stated = [
        *((quantity, "people") for quantity in project.participants),
        *((quantity, "organisations") for quantity in project.organisations),
        *((count.quantity, str(count.counts)) for count in project.counts),
    ]
    for quantity, counts in stated:
        if quantity.source and not is_hidden(quantity.value):
            yield quantity, counts


def _of_quantity(page: Page, quantity: Quantity, counts: str) -> _Candidate:
    """Put a number into words; women and men only where both may be shown."""
    sexes = (quantity.women, quantity.men, quantity.other)
    if any(is_hidden(number) for number in sexes):
        quantity = quantity.model_copy(update=dict.fromkeys(("women", "men", "other")))
    label = unmarked(label_of(page, quantity, counts))
    document = quantity.source.document if quantity.source else ""
    return unmarked(page.quantity(quantity)), label, document


def _goals(page: Page, project: Project) -> Iterator[_Candidate]:
    """List how far each goal was reached, with the target, as the project's page does."""
    key = ("project", project.id)
    rows = [row for row, _ in page.site.observations(project.id)]
    views = goal_views(page, key, project.goals, project.target_groups, "goals")
    for goal, view in zip(project.goals, views, strict=True):
        cited = [goal.outcome.source.document] if goal.outcome.source else []
        cited += [row.source for row in rows if row.indicator == goal.id and row.source]
        if view.reached is None or is_hidden(view.reached) or not cited:
            continue
        is_share = goal.target is not None and goal.target.unit is Unit.PERCENT
        number = page.percent(view.reached) if is_share else page.number(view.reached)
        so_far = view.status == OutcomeStatus.TOO_EARLY.value
        told = without_capital(page.plain(goal.title))
        told += f" ({page.translate('hittills')})" if so_far else ""
        target = f". {page.translate('Mål:')} {unmarked(view.target)}" if view.target else ""
        yield unmarked(number), told + target, cited[-1]


def municipality_highlight(page: Page, here: int, in_county: int) -> Highlight:
    """Choose what the card of a municipality's page tells.

    Args:
        page: The page that is shared.
        here: How many projects the municipality is part of.
        in_county: How many others were for all of its county.
    """
    kind = page.translate("Kommun")
    for projects, where in (
        (here, page.translate("där kommunen är med, enligt våra källor")),
        (in_county, page.translate("i hela länet, enligt våra källor")),
    ):
        if projects:
            number = unmarked(page.count(projects, "{} projekt", "{} projekt"))
            return Highlight(kind, number, where)
    return Highlight(kind, words=page.translate("Vad som har hänt i din kommun."))


def results_highlight(page: Page, goals: int, projects: int, known: str) -> Highlight:
    """Choose what the card of the list of all goals tells.

    Args:
        page: The page that is shared.
        goals: How many goals there are.
        projects: In how many projects.
        known: A sentence on how many outcomes are known, and which they are.
    """
    number = unmarked(page.count(goals, "{} mål", "{} mål"))
    where = unmarked(page.count(projects, "i {} projekt", "i {} projekt"))
    return Highlight(page.translate("Resultat"), number, f"{where}. {known}")
