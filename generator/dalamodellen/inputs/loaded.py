# SPDX-License-Identifier: EUPL-1.2
"""What has been read so far, with the places of every value: what the rules look at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from dalamodellen.inputs.text_reader import TextFile
from dalamodellen.inputs.yaml_reader import Node
from dalamodellen.issues import Issue, Source
from dalamodellen.model.accessibility import AccessibilityTest
from dalamodellen.model.address import ListedAddress, Redirect
from dalamodellen.model.component import Component
from dalamodellen.model.frozen import FrozenBrief
from dalamodellen.model.indicator import Observation
from dalamodellen.model.last_change import LastChange
from dalamodellen.model.lesson import Page
from dalamodellen.model.part import Part
from dalamodellen.model.project import Project
from dalamodellen.model.published_numbers import publish_numbers
from dalamodellen.model.record import Record
from dalamodellen.model.same_meaning import SameMeaning
from dalamodellen.model.settings import Settings
from dalamodellen.model.site import WRITTEN, Codes, RecordFile, RecordKey, Site
from dalamodellen.model.translation import Translation
from dalamodellen.model.validation import Loc, references


@dataclass
class Loaded:
    """Everything read from a root, filled by the loader alone."""

    settings: Settings = field(default_factory=Settings)
    codes: Codes = field(default_factory=Codes)
    history: dict[str, LastChange] = field(default_factory=dict)
    repository_prefix: str = ""
    texts: list[TextFile] = field(default_factory=list)
    """Every text that was read, those with mistakes in them too."""
    records: dict[RecordKey, Record] = field(default_factory=dict)
    unread: set[RecordKey] = field(default_factory=set)
    """Records that are there, readable or not, so that what names them is not blamed."""
    files: dict[RecordKey, TextFile] = field(default_factory=dict)
    nodes: dict[RecordKey, Node] = field(default_factory=dict)
    left_out: dict[RecordKey, frozenset[str]] = field(default_factory=dict)
    """Records with faults → the fields that could not be used; the others are checked."""
    guessed: list[Issue] = field(default_factory=list)
    """Issues about fields that were left out: their faults are told already."""
    _references: dict[RecordKey, list[tuple[Loc, str, str]]] = field(default_factory=dict)
    pages: list[Page] = field(default_factory=list)
    translations: dict[RecordKey, Translation] = field(default_factory=dict)
    """Translations beside their originals, by `translation_key`."""
    texts_expected: int = 0
    """How many Markdown files are lessons, posts, stories and pages; translations are not counted."""
    bodies: dict[str, str] = field(default_factory=dict)
    body_lines: dict[str, int] = field(default_factory=dict)
    assets: tuple[str, ...] = ()
    attachments: list[TextFile] = field(default_factory=list)
    """Files that are published as they are, and are text all the same."""
    tables: dict[RecordKey, tuple[Part, ...]] = field(default_factory=dict)
    table_sources: dict[RecordKey, tuple[Source, ...]] = field(default_factory=dict)
    table_files: dict[RecordKey, TextFile] = field(default_factory=dict)
    row_nodes: list[tuple[TextFile, Node, Part]] = field(default_factory=list)
    listed_addresses: tuple[ListedAddress, ...] = ()
    redirects: tuple[Redirect, ...] = ()
    accessibility_test: AccessibilityTest | None = None
    synonyms: tuple[SameMeaning, ...] = ()
    components: list[Component] = field(default_factory=list)
    frozen: dict[str, tuple[FrozenBrief, ...]] = field(default_factory=dict)

    def keep_file(self, key: RecordKey, file: TextFile, node: Node) -> None:
        """Remember where a record was read."""
        self.files[key] = file
        self.nodes[key] = node

    def keep_rows(self, key: RecordKey, rows: Sequence[tuple[Part, Source]]) -> None:
        """Add rows to those of a record, each with its place."""
        self.tables[key] = (*self.tables.get(key, ()), *(part for part, _ in rows))
        places = (source for _, source in rows)
        self.table_sources[key] = (*self.table_sources.get(key, ()), *places)

    def issue(
        self, key: RecordKey, loc: Loc, code: str, *, at_key: bool = False, **values: str
    ) -> Issue:
        """Make an issue about one value of a record, at its place."""
        source = self.nodes[key].find(loc, at_key=at_key)
        issue = self.files[key].issue(code, source, **values)
        if loc and loc[0] in self.left_out.get(key, ()):
            self.guessed.append(issue)
        return issue

    def lacks(self, key: RecordKey, name: str) -> bool:
        """Whether a field of a record could not be used, so that nothing can be held against it."""
        return name in self.left_out.get(key, ())

    def references(self, key: RecordKey, record: Record) -> list[tuple[Loc, str, str]]:
        """List what a record names: the place, the kind and the id. Worked out once a record."""
        if key not in self._references:
            self._references[key] = list(references(record))
        return self._references[key]

    def issue_at(self, path: str, source: Source, code: str, **values: str) -> Issue:
        """Make an issue about a place in a file that was read."""
        return self._by_path[path].issue(code, source, **values)

    def body_source(self, path: str, line: int, column: int, length: int) -> Source:
        """Give the place of words in the body of a Markdown file; line and column from 1."""
        return Source(path, self.body_lines[path] + line - 1, column, max(1, length))

    @cached_property
    def _by_path(self) -> dict[str, TextFile]:
        return {file.path: file for file in self.texts}

    def site(self, *, today: date, shows_drafts: bool, has_data: bool) -> Site:
        """Freeze what was read, without the numbers of few people that readers may not see."""
        records, tables = dict(self.records), dict(self.tables)
        for key, record in self.records.items():
            if isinstance(record, Project):
                rows = [row for row in tables.get(key, ()) if isinstance(row, Observation)]
                limits = self.settings.limits
                records[key], shown = publish_numbers(record, rows, self.records, limits)
                if rows:
                    tables[key] = shown
        return Site(
            settings=self.settings,
            records=dict(sorted(records.items())),
            pages=tuple(sorted(self.pages, key=lambda page: page.uri)),
            bodies=self.bodies,
            body_lines=self.body_lines,
            files={key: self._record_file(key) for key in sorted(self.files)},
            assets=self.assets,
            translations=dict(sorted(self.translations.items())),
            tables=dict(sorted(tables.items())),
            table_sources=dict(sorted(self.table_sources.items())),
            table_files={
                key: RecordFile(file.path, {}, self.history.get(file.path))
                for key, file in sorted(self.table_files.items())
            },
            codes=self.codes,
            listed_addresses=self.listed_addresses,
            redirects=self.redirects,
            is_whole=self._is_whole(),
            accessibility_test=self.accessibility_test,
            synonyms=self.synonyms,
            components=tuple(self.components),
            frozen=self.frozen,
            today=today,
            has_data=has_data,
            shows_drafts=shows_drafts,
            repository_prefix=self.repository_prefix,
        )

    def _is_whole(self) -> bool:
        """Tell whether all that was found became a record or a page, faults or not."""
        written = {collection.kind for collection in WRITTEN}
        made = len(self.pages) + sum(kind in written for kind, _ in self.records)
        in_data = (key for key in self.unread if key[0] not in written)
        return made == self.texts_expected and all(key in self.records for key in in_data)

    def _record_file(self, key: RecordKey) -> RecordFile:
        path = self.files[key].path
        lines = dict(_lines(self.nodes[key], ""))
        unused = tuple(
            self.issue(
                key,
                ("acknowledged", number, "code"),
                "acknowledged-nothing",
                name=node.scalar or "",
            )
            for number, node in enumerate(self._acknowledged_codes(key))
        )
        return RecordFile(path, lines, self.history.get(path), unused)

    def _acknowledged_codes(self, key: RecordKey) -> list[Node]:
        fields = self.nodes[key].fields or {}
        items = fields["acknowledged"].items if "acknowledged" in fields else None
        return [
            item.fields["code"] for item in items or [] if item.fields and "code" in item.fields
        ]


def _lines(node: Node, name: str) -> Iterator[tuple[str, int]]:
    """List the line of every value below a node, by its path."""
    children = (
        list(node.fields.items())
        if node.fields is not None
        else [(str(number), child) for number, child in enumerate(node.items or [])]
    )
    for key, child in children:
        place = f"{name}.{key}" if name else str(key)
        yield place, node.keys[key].line if key in node.keys else child.source.line
        yield from _lines(child, place)
