# SPDX-License-Identifier: EUPL-1.2
"""What the fuzzers share: real files as a seed corpus, and everything a changed file goes through.

A change must never make a reader raise, hang or eat the memory; each issue must
be tellable, at a place that is in the file.
"""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from dalamodellen.inputs.csv_reader import parse_csv
from dalamodellen.inputs.fixes import mend
from dalamodellen.inputs.markdown_reader import parse_markdown
from dalamodellen.inputs.text_reader import read_text
from dalamodellen.inputs.yaml_reader import Node, parse_yaml
from dalamodellen.issues import Issue, format_issue
from dalamodellen.model.part import Part
from dalamodellen.model.site import COLLECTIONS, TABLES, WRITTEN
from dalamodellen.model.validation import references, validate

REPOSITORY = Path(__file__).resolve().parents[2]
LONGEST_SECONDS = 10
"""A file of a few kilobytes that takes longer hangs."""
MODELS: dict[str, type[Part]] = {one.folder: one.model for one in COLLECTIONS}
ROWS: dict[str, type[Part]] = {folder: model for folder, (_, model) in TABLES.items()}
PAGES: dict[str, type[Part]] = {one.kind: one.model for one in WRITTEN}


@dataclass(frozen=True)
class Seed:
    """A file that exists: its path decides how it is read."""

    path: str
    """Path from a site's root."""
    content: bytes
    """What it holds."""


def seeds() -> list[Seed]:
    """List the real site's files and those of all cases, each path and content once."""
    roots = [REPOSITORY, *sorted((REPOSITORY / "tests/cases").iterdir())]
    found = {
        (path.relative_to(root).as_posix(), path.read_bytes())
        for root in roots
        for folder in ("data", "content")
        for path in sorted((root / folder).rglob("*"))
        if path.suffix in (".yml", ".yaml", ".csv", ".md") and path.is_file()
    }
    return [Seed(path, content) for path, content in sorted(found)]


@contextmanager
def alarm() -> Iterator[None]:
    """Raise where a read takes too long, in the middle of what it does.

    Raises:
        TimeoutError: the time is out.
    """

    def stop(number: int, frame: FrameType | None) -> None:
        del number, frame
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(LONGEST_SECONDS)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def read_one(root: Path, seed: Seed) -> list[Issue]:
    """Take one file all the way to a record, and every issue of it to words."""
    path = root / seed.path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(seed.content)
    file, issues = read_text(root, path)
    lines = 1 + seed.content.count(b"\n") + seed.content.count(b"\r")
    if file is not None:
        folder = seed.path.rpartition("/")[0]
        model: type[Part] | None
        nodes: list[Node | None]
        if seed.path.endswith(".csv"):
            rows, found = parse_csv(file)
            nodes, model = list(rows), ROWS.get(folder)
        elif seed.path.endswith(".md"):
            parsed, found = parse_markdown(file)
            front = parsed.front_matter if parsed else None
            kind = (front.fields or {}).get("kind") if front else None
            nodes, model = [front], PAGES.get((kind.scalar or "") if kind else "")
        else:
            node, found = parse_yaml(file)
            nodes, model = [node], MODELS.get(folder)
        issues = [*issues, *found]
        for node in nodes:
            if node is not None and model is not None:
                issues += _as_record(file.path, node, model)
        mend(seed.path, file.text)
    for issue in issues:
        assert 1 <= issue.source.line <= lines, issue
        assert issue.source.column >= 1, issue
        for language in ("sv", "nb", "en"):
            assert format_issue(issue, language)
    return issues


def _as_record(path: str, node: Node, model: type[Part]) -> list[Issue]:
    record, problems = validate(model, node.plain(), main_language="sv", filled={"id": "a"})
    if record is not None:
        list(references(record))
    return [
        Issue(problem.code, node.find(problem.loc), problem.values)
        for problem in problems
        if node.find(problem.loc).path == path
    ]
