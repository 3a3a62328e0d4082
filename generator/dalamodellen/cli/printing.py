# SPDX-License-Identifier: EUPL-1.2
"""Issues as they are printed: for people, for programs, and on a pull request."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

import click

from dalamodellen.issues import Issue, format_issue, has_errors


def fails(issues: Iterable[Issue], *, strict: bool) -> bool:
    """Tell whether the issues make the run fail."""
    found = list(issues)
    return has_errors(found) or (strict and any(i.severity == "warning" for i in found))


def print_issues(
    issues: Iterable[Issue], form: str, language: str, *, to_stderr: bool = False
) -> None:
    """Print issues for people, for programs, or as annotations on a pull request."""
    found = list(issues)
    if form == "json":
        click.echo(json.dumps([_as_json(i, language) for i in found], ensure_ascii=False, indent=2))
        return
    for issue in found:
        if form == "github":
            click.echo(_as_annotation(issue, language))
        else:
            colour = {"error": "red", "warning": "yellow", "notice": "blue"}[issue.severity]
            first, *rest = format_issue(issue, language).split("\n")
            click.secho(first, fg=colour, err=to_stderr)
            click.echo("\n".join(rest) + "\n", err=to_stderr)


def _as_json(issue: Issue, language: str) -> dict[str, Any]:
    return {
        "path": issue.source.path,
        "line": issue.source.line,
        "column": issue.source.column,
        "severity": issue.severity,
        "code": issue.code,
        "what": issue.text("what", language),
        "why": issue.text("why", language),
        "fix": issue.text("fix", language),
    }


def _as_annotation(issue: Issue, language: str) -> str:
    """Write an issue the way GitHub shows it beside the line of a pull request."""
    words = f"{issue.text('what', language)}\n{issue.text('why', language)}\n"
    words += issue.text("fix", language)
    for character, reference in (("%", "%25"), ("\r", "%0D"), ("\n", "%0A")):
        words = words.replace(character, reference)
    place = issue.source
    return (
        f"::{issue.severity} file={place.path},line={place.line},col={place.column},"
        f"title={issue.code}::{words}"
    )
