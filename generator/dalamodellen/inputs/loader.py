# SPDX-License-Identifier: EUPL-1.2
"""Walks data/ and content/ and gives the whole checked site, with every issue on the way.

Reads the files below `data/` and `content/`, and git's history of them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from dalamodellen.inputs.addresses_reader import read_addresses
from dalamodellen.inputs.checks import check_site
from dalamodellen.inputs.codes_reader import read_codes
from dalamodellen.inputs.component_reader import read_components
from dalamodellen.inputs.csv_reader import parse_csv
from dalamodellen.inputs.example_site import check_example_folder, read_places
from dalamodellen.inputs.fields import empty_values, only
from dalamodellen.inputs.frozen_reader import is_frozen, read_frozen
from dalamodellen.inputs.git_reader import read_last_changes, read_prefix
from dalamodellen.inputs.instance_table import keep_instances, place_from_today, ready_rows
from dalamodellen.inputs.loaded import Loaded
from dalamodellen.inputs.markdown_reader import MarkdownFile, parse_markdown
from dalamodellen.inputs.misplaced import tell_misplaced
from dalamodellen.inputs.page_title import first_heading, title_from_name
from dalamodellen.inputs.repeats import cut_repeats
from dalamodellen.inputs.synonyms_reader import read_synonyms
from dalamodellen.inputs.text_reader import (
    LARGEST_TABLE,
    TEXT_ENDINGS,
    TextFile,
    find_files,
    is_own_file,
    iter_texts,
    read_attachment,
)
from dalamodellen.inputs.translations import load_translation, split_language
from dalamodellen.inputs.wide_table import unfold_periods
from dalamodellen.inputs.yaml_reader import Node, parse_yaml
from dalamodellen.issues import Issue, Source, nearest, sort_issues
from dalamodellen.model.accessibility import TEST_PATH, AccessibilityTest
from dalamodellen.model.address import ADDRESSES_PATH, REDIRECTS_PATH
from dalamodellen.model.course import CourseInstance
from dalamodellen.model.indicator import Observation
from dalamodellen.model.lesson import Page
from dalamodellen.model.place import PLACES_PATH
from dalamodellen.model.record import ID_PATTERN, Record, slug
from dalamodellen.model.same_meaning import SYNONYMS_PATH
from dalamodellen.model.settings import Settings
from dalamodellen.model.site import (
    COLLECTIONS,
    TABLES,
    WRITTEN,
    Collection,
    Site,
)
from dalamodellen.model.text import LANGUAGES
from dalamodellen.model.validation import FieldProblem, salvage, validate

SETTINGS_PATH = "data/site.yml"
_READ_APART = frozenset(
    {SETTINGS_PATH, PLACES_PATH, ADDRESSES_PATH, REDIRECTS_PATH, SYNONYMS_PATH, TEST_PATH}
)
_FOLDERS = {collection.folder: collection for collection in COLLECTIONS}
_WRITTEN = {collection.kind: collection for collection in WRITTEN}
_ABOUT_KEYS = ("unknown-field", "id-in-record", "empty-value", "not-a-list", "not-fields")
_PAGE_FIELDS = ("acknowledged", "description", "language", "publication", "title")
_SPEAKING = frozenset({Page, *(collection.model for collection in WRITTEN)})
"""What may say that it is written in another language than the site's main one."""
_SALVAGED = frozenset({"course", "lesson", "project"})
"""Kinds with rules of their own, which are run on what is right of a record with faults."""


def load_site(
    root: Path, *, today: date, shows_drafts: bool = False, jobs: int = 1
) -> tuple[Site, list[Issue]]:
    """Read everything below a root and check it.

    Args:
        root: The folder with `data/`, `content/` or both.
        today: The day the site is built for.
        shows_drafts: Whether drafts belong to the site.
        jobs: How many processes to share the rules among.

    Returns:
        The site, made of everything that could be read, and all issues in
        order of place. With an error among them the site must not be published.
    """
    loader = _Loader(root, today)
    loader.load_settings()
    loader.issues += read_places(root, loader.loaded)
    loader.load_test_run()
    read_synonyms(root, loader.loaded, loader.issues, loader.parse, loader.validated)
    loader.load_data()
    loader.load_content()
    loaded = loader.loaded
    read_components(root, loaded, loader.issues, loader.parse, loader.validated)
    site = loaded.site(today=today, shows_drafts=shows_drafts, has_data=(root / "data").is_dir())
    loader.issues += [*check_example_folder(root, loaded), *check_site(site, loaded, jobs)]
    return site, cut_repeats(sort_issues(loader.issues))


@dataclass
class _Loader:
    root: Path
    today: date
    loaded: Loaded = field(default_factory=Loaded)
    issues: list[Issue] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.loaded.codes = read_codes()
        history = read_last_changes(self.root)
        if history is None:
            self.issues.append(Issue("no-git-history", Source(".")))
        else:
            self.loaded.repository_prefix = read_prefix(self.root)
        self.loaded.history = history or {}

    # -- data/ ------------------------------------------------------------

    def load_settings(self) -> None:
        """Read data/site.yml; a site without it has the default settings."""
        path = self.root / SETTINGS_PATH
        if not is_own_file(path):
            return
        for file in iter_texts(self.root, [path], self.issues):
            self.loaded.texts.append(file)
            node = self.parse(file)
            if node is not None:
                self.loaded.keep_file(("settings", "site"), file, node)
                settings = self.validated(file, Settings, node, {})
                self.loaded.settings = settings or self._salvaged(node)

    def _salvaged(self, node: Node) -> Settings:
        """Keep the languages of broken settings, so that other files are not blamed."""
        languages = node.plain().get("languages")
        found = [name for name in languages or [] if name in ("sv", "nb", "en")]
        return Settings.model_validate({"languages": found} if found else {})

    def load_test_run(self) -> None:
        """Read what the last test run found; a site needs no such file."""
        path = self.root / TEST_PATH
        if not is_own_file(path):
            return
        for file in iter_texts(self.root, [path], self.issues):
            self.loaded.texts.append(file)
            node = self.parse(file)
            if node is not None:
                self.loaded.keep_file(("test_run", "accessibility"), file, node)
                run = self.validated(file, AccessibilityTest, node, {})
                self.loaded.accessibility_test = run

    def load_data(self) -> None:
        """Read all records and tables below data/."""
        files, issues = find_files(self.root, "data")
        self.issues += issues
        yaml_files: list[Path] = []
        tables: list[Path] = []
        for path in files:
            shown = path.relative_to(self.root)
            folder = shown.parent.as_posix()
            if shown.as_posix() in _READ_APART or shown.name == "README.md" or is_frozen(folder):
                continue
            if folder in _FOLDERS and shown.suffix in (".yml", ".yaml"):
                yaml_files.append(path)
            elif folder in TABLES and shown.suffix == ".csv":
                tables.append(path)
            else:
                self.issues.append(tell_misplaced(shown.as_posix(), folder, _READ_APART))
        # A file that cannot be read is there all the same: what names it is not to blame.
        for path in yaml_files:
            folder = path.relative_to(self.root).parent.as_posix()
            self.loaded.unread.add((_FOLDERS[folder].kind, path.stem))
        for file in iter_texts(self.root, yaml_files, self.issues):
            self.loaded.texts.append(file)
            self._load_record(file)
        for file in iter_texts(self.root, tables, self.issues, largest=LARGEST_TABLE):
            self.loaded.texts.append(file)
            self._load_table(file)
        found = read_addresses(self.root, self.loaded.settings.root_url, self.issues)
        self.loaded.listed_addresses, self.loaded.redirects = found
        read_frozen(self.root, files, self.loaded, self.issues)

    def _load_record(self, file: TextFile) -> None:
        collection = _FOLDERS[file.path.rpartition("/")[0]]
        record_id = _stem(file.path)
        if not ID_PATTERN.fullmatch(record_id):
            self.issues.append(file.issue("invalid-id", name=record_id, example=slug(record_id)))
            return
        node = self.parse(file)
        if node is None:
            return
        if collection.kind == "event":
            place_from_today(node, "period", self.today)
        record = self._record(collection, record_id, file, node)
        self._keep(collection.kind, record_id, file, node, record)

    def _load_table(self, file: TextFile) -> None:
        kind, model = TABLES[file.path.rpartition("/")[0]]
        rows, issues = parse_csv(file)
        self.issues += issues
        if model is Observation:
            rows = unfold_periods(rows, Observation.model_fields)
        else:
            rows = ready_rows(file, rows, self.today, self.issues)
        found = []
        for node in rows:
            if part := self.validated(file, model, node, {}):
                found.append((part, node.source))
                self.loaded.row_nodes.append((file, node, part))
        if model is CourseInstance:
            keep_instances(self.loaded, _stem(file.path), found)
        else:
            self.loaded.keep_rows((kind, _stem(file.path)), found)
        self.loaded.table_files[kind, _stem(file.path)] = file

    # -- content/ -----------------------------------------------------------

    def load_content(self) -> None:
        """Read lessons, posts, stories and plain pages, and list the other files."""
        files, issues = find_files(self.root, "content")
        self.issues += issues
        markdown = [path for path in files if path.suffix.lower() in (".md", ".markdown")]
        self.loaded.assets = tuple(
            path.relative_to(self.root).as_posix() for path in files if path not in set(markdown)
        )
        for path in files:
            attachment = None
            if path.suffix.lower() in TEXT_ENDINGS:
                attachment = read_attachment(self.root, path)
            if attachment is not None:
                self.loaded.attachments.append(attachment)
        self.loaded.texts_expected = sum(not split_language(path.name)[1] for path in markdown)
        translations = []
        for file in iter_texts(self.root, markdown, self.issues):
            self.loaded.texts.append(file)
            parsed, found = parse_markdown(file)
            self.issues += found
            if parsed is None:
                self.loaded.unread |= {(kind, _stem(file.path)) for kind in _WRITTEN}
            elif split_language(file.path)[1]:
                translations.append(parsed)
            else:
                self._load_markdown(parsed)
        # Originals first, whatever the order of the names.
        for translation in translations:
            found = list(load_translation(self.loaded, translation, self.validated))
            self.issues += found

    def _load_markdown(self, parsed: MarkdownFile) -> None:
        file = parsed.file
        fields = parsed.front_matter.fields if parsed.front_matter else None
        kind_node = (fields or {}).get("kind")
        self.loaded.bodies[file.path] = parsed.body
        self.loaded.body_lines[file.path] = parsed.body_line
        if kind_node is None or parsed.front_matter is None:
            self._load_page(parsed)
            return
        kind = kind_node.scalar or ""
        collection = _WRITTEN.get(kind)
        if collection is None:
            values = {"name": kind, "nearest": nearest(kind, _WRITTEN)}
            self.issues.append(
                file.issue("unknown-kind", kind_node.source, allowed=", ".join(_WRITTEN), **values)
            )
            return
        record_id = _stem(file.path)
        if not ID_PATTERN.fullmatch(record_id):
            self.issues.append(file.issue("invalid-id", name=record_id, example=slug(record_id)))
            return
        if not parsed.body.strip():
            self.issues.append(file.issue("empty-body"))
        node = parsed.front_matter
        record = self._record(collection, record_id, file, node)
        self._keep(kind, record_id, file, node, record)

    def _load_page(self, parsed: MarkdownFile) -> None:
        """Take a page that needs no front matter; what we do not know there is a warning."""
        file = parsed.file
        if not file.text.strip():
            self.issues.append(file.issue("empty-page"))
        uri = file.path.removeprefix("content/")
        known: dict[str, Any] = {}
        fields = parsed.front_matter.fields if parsed.front_matter else None
        for name, node in (fields or {}).items():
            if name in _PAGE_FIELDS:
                known[name] = node.plain()
            elif parsed.front_matter is not None:
                source = parsed.front_matter.keys[name]
                allowed = ", ".join(_PAGE_FIELDS)
                self.issues.append(
                    file.issue(
                        "unknown-page-field",
                        source,
                        name=name,
                        allowed=allowed,
                        nearest=nearest(name, (*_PAGE_FIELDS, "kind")),
                    )
                )
        known = {name: value for name, value in known.items() if value is not None}
        title = known.pop("title", None)
        if title is not None and not isinstance(title, str) and parsed.front_matter is not None:
            source = parsed.front_matter.find(("title",), at_key=True)
            self.issues.append(file.issue("not-text", source, name="title"))
        if not isinstance(title, str):
            title = first_heading(parsed.body) or title_from_name(uri)
        node = parsed.front_matter or Node(Source(file.path), fields={})
        filled = {"uri": uri, "title": title}
        for field_name in ("title", "uri"):
            (node.fields or {}).pop(field_name, None)
        page = self.validated(file, Page, only(node, known), filled)
        if page is not None:
            self.loaded.pages.append(page)
            self.loaded.keep_file(("page", uri), file, node)

    # -- both -----------------------------------------------------------------

    def parse(self, file: TextFile) -> Node | None:
        """Make a tree of a record's text; a file that holds no fields is told."""
        node, issues = parse_yaml(file)
        self.issues += issues
        if node is None:
            if not issues:
                self.issues.append(file.issue("empty-file"))
            return None
        if node.fields is None:
            is_empty = node.items is None and node.scalar is None
            if is_empty:
                self.issues.append(file.issue("empty-file"))
            else:
                given = file.lines[node.source.line - 1].strip()
                self.issues.append(file.issue("not-fields", node.source, name="", given=given))
            return None
        return node

    def _record(
        self, collection: Collection, record_id: str, file: TextFile, node: Node
    ) -> Record | None:
        """Make a record; of one with faults, what is right of it, so that its rules are run too."""
        key = (collection.kind, record_id)
        found: list[FieldProblem] = []
        filled = {"id": record_id}
        record: Record | None = self.validated(file, collection.model, node, filled, found)
        if record is not None or collection.kind not in _SALVAGED or key in self.loaded.files:
            return record
        plain = node.plain()
        language = self._language(collection.model, plain)
        record, left_out = salvage(
            collection.model, plain, found, main_language=language, filled=filled
        )
        self.loaded.left_out[key] = left_out
        return record

    def validated(
        self,
        file: TextFile,
        model: type[Any],
        node: Node,
        filled: dict[str, Any],
        found: list[FieldProblem] | None = None,
    ) -> Any:
        """Make a model of a tree, or tell at which places it is wrong."""
        language = self._language(model, node.plain())
        record, problems = validate(model, node.plain(), main_language=language, filled=filled)
        if found is not None:
            found += problems
        empty = dict(empty_values(node))
        for loc, name in empty.items():
            place = node.find(loc, at_key=True)
            self.issues.append(file.issue("empty-value", place, name=name))
        for problem in problems:
            code = problem.code
            if problem.loc in empty:
                continue
            source = node.find(problem.loc, at_key=code in _ABOUT_KEYS)
            self.issues.append(file.issue(code, source, **problem.values))
        return record

    def _language(self, model: type[Any], plain: Any) -> str:
        """Give the language of words that do not name theirs: what is written may name its own."""
        said = plain.get("language") if model in _SPEAKING and isinstance(plain, dict) else None
        return said if said in LANGUAGES else self.loaded.settings.languages[0].value

    def _keep(
        self, kind: str, record_id: str, file: TextFile, node: Node, record: Record | None
    ) -> None:
        key = (kind, record_id)
        first = self.loaded.files.get(key)
        if first is not None:
            self.issues.append(file.issue("clashing-id", name=record_id, other=first.path))
            return
        self.loaded.keep_file(key, file, node)
        if record is not None:
            self.loaded.records[key] = record


def _stem(path: str) -> str:
    return path.rpartition("/")[2].rpartition(".")[0]
