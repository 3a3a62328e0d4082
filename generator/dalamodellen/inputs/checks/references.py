# SPDX-License-Identifier: EUPL-1.2
"""Rules about ties between records: what is named must exist, once."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from dalamodellen.inputs.loaded import Loaded
from dalamodellen.inputs.yaml_reader import Node
from dalamodellen.issues import Issue, nearest
from dalamodellen.model.project import Project
from dalamodellen.model.site import Site
from dalamodellen.model.validation import references

_FOLDERS = {
    "course": "data/courses/",
    "document": "data/documents/",
    "lesson": "content/",
    "organisation": "data/organisations/",
    "programme": "data/programmes/",
    "project": "data/projects/",
    "publicity": "data/publicity/",
    "role": "data/roles/",
    "support_kind": "data/support_kinds/",
    "term": "data/terms/",
    "theme": "data/themes/",
    "topic": "data/topics/",
}


def known_ids(loaded: Loaded, kind: str) -> Collection[str]:
    """Give all ids a reference to this kind may name.

    A record that could not be read counts too: its own issues are enough.
    """
    codes = {
        "place": loaded.codes.places,
        "sni": {letter for letter in loaded.codes.industries if len(letter) == 1},
        "isced_f": loaded.codes.education_fields,
    }
    if kind in codes:
        return set(codes[kind])
    return {record_id for found, record_id in (*loaded.files, *loaded.unread) if found == kind}


def check_references(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """A record that is named must exist; codes must be in the official lists."""
    del site
    ids: dict[str, Collection[str]] = {}
    for key, record in loaded.records.items():
        for loc, kind, name in loaded.references(key, record):
            if kind not in ids:
                ids[kind] = known_ids(loaded, kind)
            allowed = ids[kind]
            if name not in allowed:
                values = _values(loaded, kind, name, allowed)
                yield loaded.issue(key, loc, _code(kind), at_key=False, **values)
    told: dict[tuple[str, str], dict[str, str]] = {}
    for file, node, part in loaded.row_nodes:
        for loc, kind, name in references(part):
            if kind not in ids:
                ids[kind] = known_ids(loaded, kind)
            if name not in ids[kind]:
                # A table names the same few things on every row; looking for the nearest is slow.
                if (kind, name) not in told:
                    told[kind, name] = _values(loaded, kind, name, ids[kind])
                yield file.issue(_code(kind), node.find(loc), **told[kind, name])


def _code(kind: str) -> str:
    return "unknown-code" if kind in ("place", "sni", "isced_f") else "unknown-reference"


def _values(loaded: Loaded, kind: str, name: str, allowed: Collection[str]) -> dict[str, str]:
    alias = loaded.codes.place_aliases.get(name.title()) if kind == "place" else None
    by_name = (
        {place.name.casefold(): place.id for place in loaded.codes.places.values()}
        if kind == "place"
        else {}
    )
    said = name.casefold().removesuffix(" kommun").removesuffix(" kommune")
    by_word = by_name.get(said) or by_name.get(said.removesuffix("s"))
    suggestion = alias or by_word or nearest(name, allowed)
    return {
        "name": name,
        "kind": kind,
        "nearest": suggestion,
        "file": f"{_FOLDERS.get(kind, '')}{name}{'.md' if kind == 'lesson' else '.yml'}",
    }


def check_tables(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """A table is named after its record: a project, a course, or the project of the courses in it."""
    del site
    for (kind, record_id), file in loaded.table_files.items():
        # A project may keep the instances of all its courses in one table.
        also = known_ids(loaded, "project") if kind == "course" else ()
        allowed = known_ids(loaded, kind)
        if record_id not in allowed and record_id not in also:
            values = _values(loaded, kind, record_id, allowed)
            yield file.issue("unknown-reference", None, **values)


def check_parts(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """Within a project, goals, groups, activities and needs have ids of their own."""
    del site
    for key, record in loaded.records.items():
        if not isinstance(record, Project):
            continue
        for name in ("goals", "target_groups", "activities", "needs"):
            seen: dict[str, int] = {}
            for number, part in enumerate(getattr(record, name)):
                if part.id in seen:
                    first = loaded.nodes[key].find((name, seen[part.id], "id"))
                    yield loaded.issue(
                        key,
                        (name, number, "id"),
                        "duplicate-part",
                        name=part.id,
                        first=str(first.line),
                    )
                seen.setdefault(part.id, number)
        for name in record.sources:
            if name not in Project.model_fields:
                yield loaded.issue(
                    key,
                    ("sources", name),
                    "unknown-field",
                    at_key=True,
                    name=name,
                    kind="project",
                    nearest=nearest(name, Project.model_fields),
                    allowed=", ".join(sorted(Project.model_fields)),
                )


def check_target_groups(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """A goal's denominator is one of the project's target groups."""
    del site
    for key, record in loaded.records.items():
        if not isinstance(record, Project) or loaded.lacks(key, "target_groups"):
            continue
        groups = [group.id for group in record.target_groups]
        for number, goal in enumerate(record.goals):
            if goal.denominator and goal.denominator not in groups:
                yield loaded.issue(
                    key,
                    ("goals", number, "denominator"),
                    "unknown-target-group",
                    name=goal.denominator,
                    nearest=nearest(goal.denominator, groups),
                    allowed=", ".join(groups) or "–",
                )


def check_observations(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """An observation names a goal of its project."""
    rows: dict[str, list[tuple[Node, str]]] = {}
    for file, node, part in loaded.row_nodes:
        rows.setdefault(file.path, []).append((node, str(getattr(part, "indicator", None))))
    for kind, record_id in loaded.tables:
        project = site.records.get((kind, record_id))
        if kind != "project" or not isinstance(project, Project):
            continue
        if loaded.lacks((kind, record_id), "goals"):
            continue
        goals = [goal.id for goal in project.goals]
        file = loaded.table_files[kind, record_id]
        for node, name in rows.get(file.path, ()):
            if name not in goals:
                yield file.issue(
                    "unknown-goal",
                    node.find(("indicator",)),
                    name=name,
                    nearest=nearest(name, goals),
                    allowed=", ".join(goals) or "–",
                )


RULES = (check_references, check_tables, check_parts, check_target_groups, check_observations)
