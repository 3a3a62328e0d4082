# SPDX-License-Identifier: EUPL-1.2
"""The theme's components and the states each is shown in: made-up words, for a page of their own."""

from __future__ import annotations

from dalamodellen.model.clock import ClockTime
from dalamodellen.model.course import InstanceStatus
from dalamodellen.model.indicator import ChartKind, Indicator, TargetGroup
from dalamodellen.model.lesson import NextChoices
from dalamodellen.model.money import Quantity
from dalamodellen.model.part import Part, about
from dalamodellen.model.period import PartialDate
from dalamodellen.model.project import Breakdown
from dalamodellen.model.record import Language, PartId, PublicityId, Url
from dalamodellen.model.text import Prose, Text
from dalamodellen.model.trace import Quotation


class StateCard(Part):
    """One card, as a list of cards shows it."""

    title: Text = about(example="Räkna ut ditt timpris")
    """The words of the link."""
    text: Prose | None = about(None, example="Så tar du reda på vad en timme kostar.")
    """What it leads to."""
    when: PartialDate | None = about(None, example="2027-03-10")
    """When it takes place."""
    meta: tuple[Text, ...] = about((), example=["8 minuter"])
    """Small lines below."""


class StateTask(Part):
    """One thing a reader wants to get done."""

    title: Text = about(example="räkna ut mitt timpris")
    """What goes on from "Jag vill …"."""
    minutes: int = about(unit="minutes", example=8)
    """How long it takes."""
    language: Language | None = about(None, example="nb")
    """The language it is written in, where that is another."""


class StateFact(Part):
    """A word and what stands after it."""

    name: Text = about(example="Uppdaterad")
    """The word before."""
    value: Text = about(example="1 november 2026")
    """What stands after it."""


class StatePublicity(Part):
    """What a project's page says about its funder."""

    profile: PublicityId = about(example="esf-2014-2020")
    """Id of the funder's words, a file in data/publicity/."""
    is_ended: bool = about(False, example=True)
    """Whether the project is over, so that the words are in the past tense."""
    project: Text | None = about(None, example="Exempelprojektet")
    """The project's name, as pages that have grown from a project tell it."""


class StateOccasion(Part):
    """One row about something that comes."""

    title: Text = about(example="Räkna på ett jobb")
    """What it is called."""
    when: PartialDate = about(example="2027-03-10")
    """The day."""
    start_time: ClockTime | None = about(None, example="18:00")
    """When it begins."""
    end_time: ClockTime | None = about(None, example="20:00")
    """When it ends."""
    where: Text | None = about(None, example="Exempelbyn")
    """Where it is."""
    status: InstanceStatus = about(InstanceStatus.PLANNED, example="open")
    """Whether one can come."""


class StateSubscription(Part):
    """The way to follow a calendar, as a page offers it."""

    address: Url | None = about(None, example="https://example.org/kalender.ics")
    """The calendar's whole address; without it the reader gets a file."""
    left_out: int = about(0, unit="dates", example=2)
    """How much of it has no day yet."""


class StatePaper(Part):
    """A certificate and an attendance list, to print."""

    course: Text = about(example="Räkna på jobbet")
    """What the course is called."""
    outcomes: tuple[Text, ...] = about((), example=["Räkna"])
    """What one can do afterwards."""
    length: Text | None = about(None, example="3 timmar")
    """How long it is."""


class State(Part):
    """One state of a component: what its page is made of. All of it is made up."""

    id: PartId = about(example="long-words")
    """The last part of the page's address."""
    title: Text = about(example="Långa ord")
    """The state in a few words."""
    lead: Text | None = about(None, example="Orden bryts och trycker inte ut kortet.")
    """What to look at."""
    breadcrumbs: tuple[Text, ...] = about((), example=["Exempel"])
    """More steps on the way to the page."""
    section: str = about("", example="lektioner/")
    """Address of the part of the site that the navigation marks as where the reader is."""
    publicity: StatePublicity | None = about(None, example={"profile": "esf-2014-2020"})
    """What is said about the funder."""
    has_contents: bool = about(False, example=True)
    """Whether the page lists what it holds."""
    is_draft: bool = about(False, example=True)
    """Whether it is marked as a draft."""
    markdown: Text | None = about(None, example="## En rubrik")
    """Text as people write it in content/."""
    notes: tuple[Prose, ...] = about((), example=["Något att veta."])
    """Notes."""
    cards: tuple[StateCard, ...] = about((), example=[{"title": "Ett kort"}])
    """A list of cards."""
    occasions: tuple[StateOccasion, ...] = about((), example=[{"title": "A", "when": "2027"}])
    """Rows about what comes."""
    tasks: tuple[StateTask, ...] = about((), example=[{"title": "räkna", "minutes": 5}])
    """A list of tasks."""
    tiles: tuple[Quantity, ...] = about((), example=[1700])
    """Key figures, as in a project."""
    are_folded: bool = about(False, example=True)
    """Whether the sources of the key figures are folded, as on a project's page."""
    goals: tuple[Indicator, ...] = about((), example=[{"id": "a", "title": "A", "source": "b"}])
    """Goals, as in a project."""
    target_groups: tuple[TargetGroup, ...] = about((), example=[{"id": "a", "title": "A"}])
    """The groups the goals are about, as in a project."""
    facts: tuple[StateFact, ...] = about((), example=[{"name": "Nivå", "value": "Van"}])
    """A list of facts."""
    letters: tuple[str, ...] = about((), example=["A", "Ö"])
    """Letters to jump to."""
    next_choices: NextChoices | None = about(None, example={"course": "oppna-kurser"})
    """The ways on from a lesson."""
    quotations: tuple[Quotation, ...] = about((), example=[{"text": "Ord", "source": "kalla"}])
    """Passages in a source's own words, as in a project."""
    breakdowns: tuple[Breakdown, ...] = about((), example=[{"title": "Alla", "value": 3}])
    """Totals with their parts, as in a project."""
    charts: tuple[ChartKind, ...] = about((), example=["targets"])
    """Charts of these kinds, with made-up numbers of their own."""
    subscription: StateSubscription | None = about(None, example={"left_out": 2})
    """The way to follow a calendar."""
    paper: StatePaper | None = about(None, example={"course": "Räkna på jobbet"})
    """Papers for those who hold a course."""
    is_shared: bool = about(False, example=True)
    """Whether the page has the ways to send its link on."""
    icons: tuple[PartId, ...] = about((), example=["menu", "search"])
    """Signs of the icon set, by name."""


class Component(Part):
    """A part of the pages with a look of its own: one folder of the theme."""

    id: PartId = about(example="cards")
    """The name of its folder."""
    title: Text = about(example="Kort")
    """What it is called."""
    lead: Text = about(example="Få ingångar, var och en med några ord.")
    """What it is for."""
    states: tuple[State, ...] = about(example=[{"id": "one", "title": "Ett kort"}])
    """The states it is shown in, each on a page of its own."""
