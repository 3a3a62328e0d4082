# SPDX-License-Identifier: EUPL-1.2
"""Issues as they are printed: for people, for programs, and on a pull or merge request."""

from __future__ import annotations

import errno
import hashlib
import json
from collections import Counter
from collections.abc import Iterable
from typing import Any

import click

from dalamodellen.issues import Issue, format_issue, has_errors, open_issues

COLOURS = {"error": "red", "warning": "yellow", "due": "magenta", "notice": "blue"}
_ANNOTATIONS = {"error": "error", "warning": "warning", "due": "warning", "notice": "notice"}
"""Severity → the command GitHub knows it by."""
_WEIGHTS = {"error": "major", "warning": "minor", "due": "minor", "notice": "info"}
"""Severity → the word GitLab's Code Quality report has for it."""


def fails(issues: Iterable[Issue], *, strict: bool) -> bool:
    """Tell whether the issues make the run fail. What time alone has caused never does."""
    found = open_issues(issues)
    return has_errors(found) or (strict and any(i.severity == "warning" for i in found))


def print_issues(
    issues: Iterable[Issue], form: str, language: str, *, to_stderr: bool = False
) -> None:
    """Print issues for people, for programs, or as remarks on a pull or merge request."""
    found = list(issues)
    if form in ("json", "gitlab"):
        told = (
            _as_code_quality(found, language)
            if form == "gitlab"
            else [_as_json(issue, language) for issue in found]
        )
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
        return
    for issue in found:
        if form == "github":
            click.echo(_as_annotation(issue, language))
        else:
            first, *rest = format_issue(issue, language).split("\n")
            click.secho(first, fg=COLOURS[issue.severity], err=to_stderr)
            click.echo("\n".join(rest) + "\n", err=to_stderr)


def _as_json(issue: Issue, language: str) -> dict[str, Any]:
    told: dict[str, Any] = {
        "path": issue.source.path,
        "line": issue.source.line,
        "column": issue.source.column,
        "length": issue.source.length,
        "severity": issue.severity,
        "code": issue.code,
        "what": issue.text("what", language),
        "why": issue.text("why", language),
        "fix": issue.text("fix", language),
    }
    if issue.accepted:
        accepted = issue.accepted
        told["acknowledged"] = {
            "reason": accepted.reason,
            "by": accepted.by,
            "date": accepted.day,
        }
    return told


def _as_code_quality(issues: list[Issue], language: str) -> list[dict[str, Any]]:
    """Write issues as GitLab's Code Quality report, which a merge request shows.

    A fingerprint says which issues are the same in two runs. It is made of the writer's own
    line, not of its number, so that a line added above does not make an old issue look new;
    those that are alike in one file are numbered.
    """
    report, alike = [], Counter[str]()
    for issue in issues:
        same = f"{issue.source.path}\n{issue.code}\n{issue.excerpt.strip()}"
        alike[same] += 1
        words = [issue.text(part, language) for part in ("what", "why", "fix")]
        report.append(
            {
                "description": " ".join(f"{word[:1].upper()}{word[1:]}." for word in words),
                "check_name": issue.code,
                "fingerprint": hashlib.sha256(f"{same}\n{alike[same]}".encode()).hexdigest(),
                "severity": _WEIGHTS[issue.severity],
                "location": {"path": issue.source.path, "lines": {"begin": issue.source.line}},
            }
        )
    return report


def _as_annotation(issue: Issue, language: str) -> str:
    """Write an issue the way GitHub shows it beside the line of a pull request."""
    words = [issue.text(part, language) for part in ("what", "why", "fix")]
    place = issue.source
    return (
        f"::{_ANNOTATIONS[issue.severity]} file={_escaped(place.path, ':,')},line={place.line},"
        f"col={place.column},endColumn={place.column + place.length},"
        f"title={_escaped(issue.code, ':,')}::" + _escaped("\n".join(words))
    )


def _escaped(words: str, also: str = "") -> str:
    """Escape what would end an annotation, or one of its properties, too soon."""
    for character in ("%", "\r", "\n", *also):
        words = words.replace(character, f"%{ord(character):02X}")
    return words


_REASONS = {
    errno.EACCES: "du har inte rätt att läsa eller skriva där",
    errno.EPERM: "du har inte rätt att läsa eller skriva där",
    errno.EROFS: "disken går bara att läsa från",
    errno.ENOSPC: "disken är full",
    errno.EDQUOT: "ditt utrymme på disken är slut",
    errno.EFBIG: "disken tar inte emot så stora filer",
}


def why_not_written(error: OSError) -> str:
    """Say in plain words why a file could not be written; else in the computer's own."""
    return _REASONS.get(error.errno or 0) or error.strerror or str(error)
