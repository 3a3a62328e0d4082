# SPDX-License-Identifier: EUPL-1.2
"""The whole checked model: all records by id, where they came from, and the ties between them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from dalamodellen.issues import Issue, Source
from dalamodellen.model.accessibility import AccessibilityTest
from dalamodellen.model.address import ListedAddress, Redirect
from dalamodellen.model.alphabet import sort_key
from dalamodellen.model.common_indicator import CommonIndicator
from dalamodellen.model.component import Component
from dalamodellen.model.course import Course, CourseInstance, Event, Recording, Resource
from dalamodellen.model.frozen import FrozenBrief
from dalamodellen.model.glossary import Document, SupportKind, Term, Theme, Topic
from dalamodellen.model.indicator import Observation
from dalamodellen.model.last_change import LastChange
from dalamodellen.model.lesson import Lesson, Page, Post, Story
from dalamodellen.model.organisation import Organisation, Role
from dalamodellen.model.part import Part
from dalamodellen.model.place import EducationField, Industry, Place
from dalamodellen.model.programme import Programme, Publicity
from dalamodellen.model.project import Project
from dalamodellen.model.record import Record
from dalamodellen.model.same_meaning import SameMeaning
from dalamodellen.model.settings import Settings
from dalamodellen.model.text import Text
from dalamodellen.model.translation import Translation, translation_key

RecordKey = tuple[str, str]
"""Kind and id of a record. Example: ("project", "tre-m")"""


@dataclass(frozen=True)
class Collection:
    """One kind of record: its name, its folder and its model."""

    kind: str
    """Name of the kind, singular. Example: project"""
    folder: str
    """Folder below the root that holds its files. Example: data/projects"""
    model: type[Record]
    """What each file becomes."""


COLLECTIONS = (
    Collection("course", "data/courses", Course),
    Collection("document", "data/documents", Document),
    Collection("event", "data/events", Event),
    Collection("organisation", "data/organisations", Organisation),
    Collection("programme", "data/programmes", Programme),
    Collection("project", "data/projects", Project),
    Collection("publicity", "data/publicity", Publicity),
    Collection("recording", "data/recordings", Recording),
    Collection("resource", "data/resources", Resource),
    Collection("role", "data/roles", Role),
    Collection("support_kind", "data/support_kinds", SupportKind),
    Collection("term", "data/terms", Term),
    Collection("theme", "data/themes", Theme),
    Collection("topic", "data/topics", Topic),
)
WRITTEN = (
    Collection("lesson", "content", Lesson),
    Collection("post", "content", Post),
    Collection("story", "content", Story),
)
TABLES: dict[str, tuple[str, type[Part]]] = {
    "data/instances": ("course", CourseInstance),
    "data/observations": ("project", Observation),
}
"""Folder of CSV files → the kind of record each file belongs to, and what its rows are."""


@dataclass(frozen=True)
class RecordFile:
    """The file a record was read from."""

    path: str
    """Path from the root, with "/" between folders."""
    lines: Mapping[str, int] = field(default_factory=dict)
    """Path of a value within the record ("goals.0.target") → its line in the file."""
    last_change: LastChange | None = None
    """The last commit that changed the file; None outside git."""
    if_unused: tuple[Issue, ...] = ()
    """For each acknowledgement in the file, the issue it becomes if it covers no warning."""

    def line_of(self, *loc: str | int) -> int:
        """Give the line where a value stands, or of the nearest field around it."""
        parts = [str(part) for part in loc]
        while parts:
            if line := self.lines.get(".".join(parts)):
                return line
            parts.pop()
        return 1


@dataclass(frozen=True)
class Codes:
    """Official places, industries and fields of education, by id."""

    places: Mapping[str, Place] = field(default_factory=dict)
    """By id."""
    place_aliases: Mapping[str, str] = field(default_factory=dict)
    """Names seen in old records → id."""
    industries: Mapping[str, Industry] = field(default_factory=dict)
    """By edition and section letter, such as "2007-C"; and by letter alone, newest edition."""
    education_fields: Mapping[str, EducationField] = field(default_factory=dict)
    """By code in ISCED-F."""
    regions: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Name of a region of the structural funds, in small letters → codes of its counties."""
    indicator_years: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """How codes of common indicators begin → first and last year of the programmes they are for."""
    indicators: Mapping[str, CommonIndicator] = field(default_factory=dict)
    """Common indicators that were verified against a source, by code."""


@dataclass(frozen=True, eq=False)
class Site:
    """Everything the site says, checked. Nothing changes after loading, and it is only like itself."""

    settings: Settings
    """What data/site.yml says."""
    records: Mapping[RecordKey, Record]
    """All records, by kind and id, in order of kind and id."""
    pages: tuple[Page, ...] = ()
    """Pages written by hand, by uri."""
    bodies: Mapping[str, str] = field(default_factory=dict)
    """Path of a Markdown file → its text after the front matter."""
    body_lines: Mapping[str, int] = field(default_factory=dict)
    """Path of a Markdown file → the line where its body begins."""
    files: Mapping[RecordKey, RecordFile] = field(default_factory=dict)
    """Where each record was read; a plain page has the kind "page" and its uri as id."""
    assets: tuple[str, ...] = ()
    """Other files below content/, by path from the root, to be published as they are."""
    translations: Mapping[RecordKey, Translation] = field(default_factory=dict)
    """What is translated in a file beside its original, by `translation_key`."""
    tables: Mapping[RecordKey, tuple[Part, ...]] = field(default_factory=dict)
    """By ("course", id) or ("project", id); numbers of few people are gone from them."""
    table_sources: Mapping[RecordKey, tuple[Source, ...]] = field(default_factory=dict)
    """Where each of those rows stands, in their order."""
    table_files: Mapping[RecordKey, RecordFile] = field(default_factory=dict)
    """The file that the rows of a record were read from."""
    codes: Codes = field(default_factory=Codes)
    """Official codes."""
    listed_addresses: tuple[ListedAddress, ...] = ()
    """What has been published, line by line of data/addresses.txt."""
    redirects: tuple[Redirect, ...] = ()
    """Where old addresses lead, line by line of data/redirects.yml."""
    is_whole: bool = True
    """Whether all files became records or pages; what one with faults holds may be missing."""
    accessibility_test: AccessibilityTest | None = None
    """What the last test run found, from data/accessibility-test.yml; None where none is recorded."""
    frozen: Mapping[str, tuple[FrozenBrief, ...]] = field(default_factory=dict)
    """Project → the versions of its brief that are kept, the oldest first."""
    synonyms: tuple[SameMeaning, ...] = ()
    """The site's own words for the same thing, for the search."""
    components: tuple[Component, ...] = ()
    """The theme's components by name, in a root that holds the theme itself; each state has a page."""
    today: date = date(2000, 1, 1)
    """The day the site is built for."""
    has_data: bool = True
    """Whether the root has a folder data/."""
    shows_drafts: bool = False
    """Whether drafts are built too, with a watermark."""
    language: str = ""
    """The language it is read in, which decides the order of titles; "" for the main language."""
    repository_prefix: str = ""
    """Where the root lies in its git repository: "" at the top, else ending in "/"."""

    def _of_kind(self, kind: str) -> list[Record]:
        return [record for (found, _), record in self.records.items() if found == kind]

    def _shown(self, records: list[Record]) -> list[Record]:
        return [
            record
            for record in records
            if self.shows_drafts
            or (publication := getattr(record, "publication", None)) is None
            or publication.is_published
        ]

    def _sorted(self, kind: str) -> list[Record]:
        language = self.read_in
        return sorted(
            self._shown(self._of_kind(kind)),
            key=lambda record: (sort_key(title_of(record, language), language), record.id),
        )

    @property
    def read_in(self) -> str:
        """The language of the readers whose order titles are in."""
        return self.language or self.main_language

    @property
    def main_language(self) -> str:
        """The language at the root of the site."""
        return self.languages[0]

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages the site is published in, each once, the main one first."""
        found = [language.value for language in self.settings.languages]
        return tuple(dict.fromkeys(found or ["sv"]))

    @cached_property
    def projects(self) -> list[Project]:
        """All projects readers may see, by title."""
        return [record for record in self._sorted("project") if isinstance(record, Project)]

    @cached_property
    def organisations(self) -> list[Organisation]:
        """All organisations, by name."""
        found = self._sorted("organisation")
        return [record for record in found if isinstance(record, Organisation)]

    @cached_property
    def courses(self) -> list[Course]:
        """All courses readers may see, by title."""
        return [record for record in self._sorted("course") if isinstance(record, Course)]

    @cached_property
    def events(self) -> list[Event]:
        """All events readers may see, by date."""
        found = [record for record in self._sorted("event") if isinstance(record, Event)]
        return sorted(found, key=lambda event: (event.period.start, event.id))

    @cached_property
    def lessons(self) -> list[Lesson]:
        """All lessons readers may see, by title."""
        return [record for record in self._sorted("lesson") if isinstance(record, Lesson)]

    @cached_property
    def topics(self) -> list[Topic]:
        """All topics, by title."""
        return [record for record in self._sorted("topic") if isinstance(record, Topic)]

    @cached_property
    def terms(self) -> list[Term]:
        """All words of the glossary, in alphabetical order."""
        return [record for record in self._sorted("term") if isinstance(record, Term)]

    @cached_property
    def posts(self) -> list[Post]:
        """All posts readers may see, newest first."""
        found = [record for record in self._sorted("post") if isinstance(record, Post)]
        return sorted(found, key=lambda post: (post.date, post.id), reverse=True)

    @cached_property
    def stories(self) -> list[Story]:
        """All stories readers may see, by title."""
        return [record for record in self._sorted("story") if isinstance(record, Story)]

    def get(self, kind: str, record_id: str | None) -> Record | None:
        """Give a record readers may see, or None."""
        record = self.records.get((kind, record_id or ""))
        return record if record is not None and self._shown([record]) else None

    def written_key(self, kind: str, name: str, language: str) -> RecordKey | None:
        """Name the file with the text of a lesson, post or page in a language, or None.

        Args:
            kind: lesson, post, story or page.
            name: The record's id, or the page's uri.
            language: The language wanted.
        """
        if language == self.original_language(kind, name):
            return (kind, name)
        key = translation_key(kind, name, language)
        return key if key in self.translations else None

    def written_languages(self, kind: str, name: str) -> tuple[str, ...]:
        """List the languages of the site that a lesson, post or page is written in."""
        return tuple(one for one in self.languages if self.written_key(kind, name, one))

    def original_language(self, kind: str, name: str) -> str:
        """Give the language a lesson, post, story or page was first written in.

        That of other records is the site's main language.
        """
        record = self._pages_by_uri.get(name) if kind == "page" else self.records.get((kind, name))
        language = getattr(record, "language", None)
        return language.value if language else self.main_language

    @cached_property
    def written_in(self) -> dict[str, str]:
        """The language of each Markdown file, by its path from the root."""
        found = {
            file.path: self.original_language(*key)
            for key, file in self.files.items()
            if key[0] in ("lesson", "post", "story", "page")
        }
        return found | {
            self.files[key].path: key[1].rpartition(".")[2] for key in self.translations
        }

    def page_title(self, uri: str, language: str) -> tuple[str, str]:
        """Give the title of a plain page, and its language: the one asked for, if there is one."""
        translation = self.translations.get(translation_key("page", uri, language))
        if translation and translation.title:
            return translation.title, language
        return self._pages_by_uri[uri].title, self.original_language("page", uri)

    @cached_property
    def _pages_by_uri(self) -> dict[str, Page]:
        return {page.uri: page for page in self.pages}

    def place(self, place_id: str) -> Place:
        """Give a place by id. References were checked on load."""
        return self.codes.places[place_id]

    def instances(self, course_id: str) -> list[CourseInstance]:
        """Give the instances of a course, by first day."""
        rows = self.tables.get(("course", course_id), ())
        found = [row for row in rows if isinstance(row, CourseInstance)]
        return sorted(found, key=lambda instance: (instance.start, instance.id))

    def observations(self, project_id: str) -> list[tuple[Observation, Source]]:
        """Give a project's rows of results and where each stands, in the order of the file."""
        key = ("project", project_id)
        found = zip(self.tables.get(key, ()), self.table_sources.get(key, ()), strict=True)
        return [(row, source) for row, source in found if isinstance(row, Observation)]

    @cached_property
    def drafts(self) -> list[RecordKey]:
        """Records that are not published yet."""
        return [
            key
            for key, record in self.records.items()
            if (publication := getattr(record, "publication", None)) is not None
            and not publication.is_published
        ]

    @cached_property
    def municipalities(self) -> list[Place]:
        """Municipalities something happened in, by name: the only ones with a page."""
        used = {
            place
            for project in self.projects
            for place in (*project.municipalities, *self._members(project))
        }
        used |= {o.municipality for o in self.organisations if o.municipality}
        used |= {place for o in self.organisations for place in o.members}
        places = [self.codes.places[place] for place in used if place in self.codes.places]
        return sorted(places, key=lambda place: (sort_key(place.name, self.read_in), place.id))

    def _members(self, project: Project) -> list[str]:
        organisations = (
            self.records.get(("organisation", name)) for name in project.participating_organisations
        )
        return [
            place
            for organisation in organisations
            if isinstance(organisation, Organisation)
            for place in organisation.members
        ]

    def projects_of(self, organisation_id: str) -> list[tuple[str, Project]]:
        """List an organisation's projects with its part in each, by title.

        Returns:
            Pairs of the project's field name ("owner", "partners" …) and the project.
        """
        parts = ("owner", "cofinanciers", "partners", "participating_organisations")
        found = []
        for project in self.projects:
            for part in parts:
                value = getattr(project, part)
                names = (value,) if isinstance(value, str) else value or ()
                if organisation_id in names:
                    found.append((part, project))
            if any(p.organisation == organisation_id for p in project.transnational):
                found.append(("transnational", project))
            if any(p.organisation == organisation_id for p in project.lineage):
                found.append(("lineage", project))
        return found


def title_of(record: Record, language: str) -> str:
    """Give a record's title in a language, or in the first language it has."""
    title = getattr(record, "title", None)
    return title.in_language(language)[0] if isinstance(title, Text) else record.id
