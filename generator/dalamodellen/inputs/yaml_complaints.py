# SPDX-License-Identifier: EUPL-1.2
"""From what the YAML parser complains of to an issue in plain words, at the place to mend."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import yaml

from dalamodellen.inputs.text_reader import TextFile
from dalamodellen.issues import Issue, Source

DEEPEST = 24
"""Levels of nesting; our records need six."""
TOO_DEEP = "too deep"
"""Our own complaint, beside the parser's."""
_PROBLEMS = {
    TOO_DEEP: "too-deep",
    "mapping values are not allowed": "colon-in-text",
    "cannot start any token": "character-starts-value",
    "unexpected end of stream": "quote-not-closed",
    "unexpected document indicator": "quote-not-closed",
    "found undefined alias": "alias",
    "found unknown escape character": "backslash-in-quotes",
    "expected hexdecimal number": "backslash-in-quotes",
    "invalid Unicode character escape": "backslash-in-quotes",
    "did not find expected key": "broken-indentation",
    "did not find expected ','": "bracket-not-closed",
    "did not find expected node content": "character-starts-value",
    "did not find expected alphabetic": "character-starts-value",
    "did not find expected <document start>": "second-document",
    "did not find expected '-' indicator": "broken-indentation",
    "block sequence entries are not allowed": "broken-indentation",
    "mapping keys are not allowed": "character-starts-value",
    "could not find expected ':'": "colon-missing",
    "undefined tag handle": "character-starts-value",
}
_CONTEXTS = {
    "while scanning a block scalar": "text-after-bar",
    "while scanning a tag": "character-starts-value",
    "while parsing a tag": "character-starts-value",
    "while scanning a directive": "character-starts-value",
    "while scanning a %": "character-starts-value",
    "while scanning an a": "character-starts-value",
}
"""What the parser was reading, where that says more than what it met."""
_AT_CONTEXT = ("unexpected end of stream", "document indicator", "expected ':'")
"""Complaints about what the parser met last; people want to see where it began."""
_NO_SPACE = re.compile(r"\s*(?:- +)*(?P<name>[A-Za-z_][\w-]*):(?P<value>[^\s:/].*)")
_FIELD = re.compile(r"\s*(?:- +)*[A-Za-z_][\w-]*:(?:\s|$)")
_OPENS_QUOTE = re.compile(
    r"(?P<before>\s*(?:- +)*(?:[A-Za-z_][\w-]*:\s+)?)(?P<mark>[\"'])(?P<rest>.*)"
)
_AFTER = dict.fromkeys("\"'", "text-after-quote") | dict.fromkeys("]}", "text-after-bracket")
_LONGEST_EXAMPLE = 40
_LONGEST_KEY = 1000
"""YAML does not look for the colon much farther than this."""
_FARTHEST = 200
"""Lines to look back for the bracket or quotation mark that began it."""


@dataclass(frozen=True)
class Ending:
    """Where the last whole value ended, before the parser could not go on."""

    start: Source
    line: int
    column: int
    """The column after its last character."""


def tell_complaint(
    file: TextFile, error: yaml.MarkedYAMLError, lines_before: int, last: Ending | None
) -> Issue:
    """Turn the parser's complaint into an issue in plain words, at the place to mend.

    Args:
        file: The file the text stands in.
        error: What the parser said.
        lines_before: Lines of the file above the text that was parsed.
        last: The last value that was read whole.
    """
    complaint = _Complaint(file, error, lines_before)
    place = complaint.problem
    code = complaint.code()
    if last is not None and complaint.is_just_after(last):
        code, place = complaint.after_value(last)
    elif complaint.at_tab():
        code, place = "tab", complaint.at_tab() or place
    elif code == "quote-not-closed":
        place = complaint.first_open_quote(complaint.context)
    elif code in _CONTEXTS.values() and complaint.is_of_context():
        place = complaint.context if code == "character-starts-value" else place
    elif any(words in complaint.words for words in _AT_CONTEXT):
        place = complaint.context
    else:
        code, place = complaint.among_lines(code)
    return complaint.issue(code, place)


def find_missing_space(line: str) -> str:
    """Give what should have been written for "title:Tre-M", or "" when nothing is wrong so."""
    match = _NO_SPACE.fullmatch(line)
    if match is None:
        return ""
    example = f"{match['name']}: {match['value']}"
    is_long = len(example) > _LONGEST_EXAMPLE
    return f"{example[: _LONGEST_EXAMPLE - 1]}…" if is_long else example


class _Complaint:
    """One complaint, and the lines around it."""

    def __init__(self, file: TextFile, error: yaml.MarkedYAMLError, lines_before: int) -> None:
        self.file = file
        self.words = error.problem or ""
        self.reading = error.context or ""
        self.lines_before = lines_before
        self.problem = self._place(error.problem_mark or error.context_mark)
        self.context = self._place(error.context_mark or error.problem_mark)

    def _place(self, mark: Any) -> Source:
        if mark is None:
            return Source(self.file.path)
        line = min(mark.line + 1 + self.lines_before, max(1, len(self.file.lines)))
        return Source(self.file.path, line, mark.column + 1)

    def line(self, number: int) -> str:
        return self.file.lines[number - 1] if 0 < number <= len(self.file.lines) else ""

    def code(self) -> str:
        tables = ((_CONTEXTS, self.reading), (_PROBLEMS, self.words))
        found = (
            ours for table, words in tables for theirs, ours in table.items() if theirs in words
        )
        return next(found, "broken-yaml")

    def is_of_context(self) -> bool:
        return any(theirs in self.reading for theirs in _CONTEXTS)

    def is_just_after(self, last: Ending) -> bool:
        """Whether the parser stopped at more text on the line where a value had ended."""
        line = self.line(self.problem.line)
        is_same = last.line == self.problem.line and last.column <= self.problem.column
        ended = line[last.column - 2 : last.column - 1]
        met = line[self.problem.column - 1 :].strip()
        is_between_blank = not line[last.column - 1 : self.problem.column - 1].strip()
        return bool(is_same and met and is_between_blank and ended in _AFTER)

    def after_value(self, last: Ending) -> tuple[str, Source]:
        line = self.line(self.problem.line)
        code = _AFTER[line[last.column - 2]]
        if code == "text-after-bracket":
            return code, self.problem
        below = range(last.start.line + 1, min(last.line, last.start.line + _FARTHEST) + 1)
        if any(_FIELD.match(self.line(number)) for number in below):
            # What closed the text was the next field's own opening mark.
            return "quote-not-closed", last.start
        return code, self.problem

    def at_tab(self) -> Source | None:
        line = self.line(self.problem.line)
        indent = line[: len(line) - len(line.lstrip())]
        is_tab = "\t" in indent or line[self.problem.column - 1 : self.problem.column] == "\t"
        is_in_text = self.code() == "backslash-in-quotes"
        if not is_tab or is_in_text:
            return None
        return Source(self.file.path, self.problem.line, line.index("\t") + 1)

    def first_open_quote(self, end: Source) -> Source:
        """Find the first line whose text is opened, not closed, and followed by a field."""
        for number in range(max(1, self.lines_before + 1, end.line - _FARTHEST), end.line):
            match = _OPENS_QUOTE.match(self.line(number))
            if match and match["mark"] not in match["rest"] and _FIELD.match(self.line(number + 1)):
                return Source(end.path, number, len(match["before"]) + 1)
        return end

    def among_lines(self, code: str) -> tuple[str, Source]:
        """See by the lines around it what a complaint about order or indentation comes from."""
        place = self.problem
        line = self.line(place.line)
        before = line[: place.column - 1]
        indent = line[: len(line) - len(line.lstrip())]
        if code == "broken-indentation" and before.strip():
            # Indentation is not what is wrong in the middle of a line.
            if line[place.column - 1 : place.column] == "-":
                return "character-starts-value", place
            return _AFTER.get(before.rstrip()[-1], "broken-yaml"), place
        if code == "bracket-not-closed" or "node content" in self.words:
            # Something may be missing here, but it is the open bracket that must be mended.
            opened = self._open_bracket(place)
            return ("bracket-not-closed" if opened != place else code), opened
        if code == "colon-in-text" and place.column > _LONGEST_KEY:
            return "broken-yaml", place
        if code == "colon-in-text" and ":" not in before:
            # The line is a field of its own; what stands before it was not.
            above = self.line(place.line - 1)
            if above.strip() and (":" not in above or find_missing_space(above)):
                return "colon-missing", Source(place.path, place.line - 1, 1, len(above))
            length = max(1, len(before.strip()))
            return "broken-indentation", Source(place.path, place.line, len(indent) + 1, length)
        return code, place

    def _open_bracket(self, end: Source) -> Source:
        """Find the last bracket before a place; it is the one that was not closed."""
        for number in range(end.line, max(0, end.line - _FARTHEST), -1):
            line = self.line(number)
            line = line[: end.column - 1] if number == end.line else line
            column = max(line.rfind("["), line.rfind("{")) + 1
            if column:
                return Source(end.path, number, column)
        return end

    def issue(self, code: str, place: Source) -> Issue:
        line = self.line(place.line)
        example = find_missing_space(line)
        if code == "colon-missing" and example:
            column = line.index(":") + 1
            place = Source(place.path, place.line, column)
            return self.file.issue("colon-without-space", place, example=example)
        if code == "too-deep":
            return self.file.issue(code, place, limit=str(DEEPEST))
        character = line[place.column - 1 : place.column]
        return self.file.issue(code, place, problem=self.words, name=character)
