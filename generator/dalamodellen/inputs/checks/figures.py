# SPDX-License-Identifier: EUPL-1.2
"""Rules about numbers that texts take from records: each of them is there."""

from __future__ import annotations

from collections.abc import Iterator

from dalamodellen.inputs.checks.writing import lines_of
from dalamodellen.inputs.loaded import Loaded
from dalamodellen.issues import Issue, Source, nearest
from dalamodellen.model.figure import FIGURE, figure_names, find_figure
from dalamodellen.model.site import Site


def check_figures(site: Site, loaded: Loaded) -> Iterator[Issue]:
    """Every `{{ figure … }}` in a text names a number that a record has and that may be shown."""
    names: list[str] | None = None
    for path, number, line in _lines(loaded):
        for match in FIGURE.finditer(line):
            name = match[1].strip()
            if find_figure(site, name) is not None or _has_faults(loaded, name):
                continue
            names = figure_names(site) if names is None else names
            place = Source(path, number, match.start() + 1, len(match[0]))
            close = nearest(name, names)
            yield loaded.issue_at(path, place, "figure-missing", name=name, nearest=close)


def _has_faults(loaded: Loaded, name: str) -> bool:
    """Whether the project could not be read in full: its own faults come first."""
    key = ("project", name.partition(".")[0])
    return key in loaded.left_out or (key in loaded.unread and key not in loaded.records)


def _lines(loaded: Loaded) -> Iterator[tuple[str, int, str]]:
    """Give the lines of every text that may hold a number, with path and line in the file."""
    for file in loaded.texts:
        if "{{" not in file.text:
            continue
        if file.path in loaded.bodies:
            first = loaded.body_lines[file.path]
            for number, line in lines_of(loaded.bodies[file.path], with_indented=True):
                yield file.path, first + number - 1, line
            lines = file.lines[: first - 1]
        else:
            lines = file.lines
        for number, line in enumerate(lines, 1):
            if not line.lstrip().startswith("#"):
                yield file.path, number, line


RULES = (check_figures,)
