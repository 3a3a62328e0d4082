# SPDX-License-Identifier: EUPL-1.2
"""Places and problems: where a value stands, what is wrong with it, and how that is told.

Reads `issues.toml`, the only home of the words of every issue.
"""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Literal

Severity = Literal["error", "warning", "due", "notice"]
"""How serious an issue is.

error: misleads a reader or breaks the site. warning: could be better; a record may
acknowledge it. due: caused by time alone, so it never makes `check` fail unless asked.
notice: good to know.
"""
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "due", "notice")

LABELS = {
    "sv": {"why": "varför", "fix": "gör så här", "accepted": "godtagen"},
    "nb": {"why": "hvorfor", "fix": "gjør slik", "accepted": "godtatt"},
    "en": {"why": "why", "fix": "fix", "accepted": "acknowledged"},
}
COUNTED = {
    "sv": {
        "error": ("fel", "fel"),
        "warning": ("varning", "varningar"),
        "accepted": ("godtagen varning", "godtagna varningar"),
        "due": ("påminnelse", "påminnelser"),
        "notice": ("upplysning", "upplysningar"),
    },
    "nb": {
        "error": ("feil", "feil"),
        "warning": ("advarsel", "advarsler"),
        "accepted": ("godtatt advarsel", "godtatte advarsler"),
        "due": ("påminnelse", "påminnelser"),
        "notice": ("opplysning", "opplysninger"),
    },
    "en": {
        "error": ("error", "errors"),
        "warning": ("warning", "warnings"),
        "accepted": ("acknowledged warning", "acknowledged warnings"),
        "due": ("reminder", "reminders"),
        "notice": ("notice", "notices"),
    },
}
_NAMED = ("kind", "other", "parts")
"""Values that are names of our own, told in the language of the message."""
LONGEST_EXCERPT = 110


@dataclass(frozen=True, order=True)
class Source:
    """Where a value was written: a file below the root, and a place in it."""

    path: str
    """Path from the root, with "/" between folders. Example: data/projects/tre-m.yml"""
    line: int = 1
    """Line, counted from 1."""
    column: int = 1
    """Column, counted in characters from 1."""
    length: int = field(default=1, compare=False)
    """How many characters the value takes on its line; at least 1."""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True)
class Accepted:
    """That somebody has answered for a warning: it is known, and it stays for now."""

    reason: str
    """Why it stays."""
    by: str
    """The role that answers for it."""
    day: str
    """The day it was acknowledged, as 2026-11-24."""


@dataclass(frozen=True)
class Issue:
    """One problem: its stable code, its place, and the words that fill its text."""

    code: str
    """A key of `issues.toml`, kebab-case, never used again for something else."""
    source: Source
    values: Mapping[str, str] = field(default_factory=dict)
    """What the texts of this code name in braces."""
    excerpt: str = ""
    """The writer's own line, without its line break; empty when there is none to show."""
    accepted: Accepted | None = field(default=None, compare=False)
    """Who has acknowledged the warning, and why; None while nobody has."""

    @property
    def severity(self) -> Severity:
        """How serious the issue is; every issue of a code is as serious."""
        severity: Severity = issue_texts()[self.code]["severity"]
        return severity

    def text(self, part: Literal["what", "why", "fix"], language: str = "sv") -> str:
        """Give one of the three sentences, with this issue's own words filled in."""
        language = spoken(language)
        texts = issue_texts()[self.code][language]
        if part == "fix" and self.values.get("nearest") and "fix_nearest" in texts:
            part_text = texts["fix_nearest"]
        else:
            part_text = texts[part]
        words = dict(self.values)
        for name in _NAMED:
            if name in words:
                words[name] = _in_words(words[name], language)
        sentence = str(part_text).format_map(words)
        return sentence[:1].upper() + sentence[1:] if part == "fix" else sentence

    def below(self, folder: str) -> Issue:
        """Tell the issue from a folder further up: its own path, and every path it names."""
        values = {
            name: f"{folder}/{value}" if value.startswith(("content/", "data/")) else value
            for name, value in self.values.items()
        }
        return replace(
            self, source=replace(self.source, path=f"{folder}/{self.source.path}"), values=values
        )


def _in_words(names: str, language: str) -> str:
    """Give the words for one of our own names, or for several with commas between them."""
    kinds = issue_texts()["kinds"][language]
    return ", ".join(str(kinds.get(name, name)) for name in names.split(", "))


@cache
def issue_texts() -> dict[str, Any]:
    """Read the severity and the words of every issue code, by code."""
    return tomllib.loads(Path(__file__).with_name("issues.toml").read_text("utf-8"))


def spoken(language: str) -> str:
    """Give the language issues are told in: the one asked for, where we have its words."""
    return language if language in issue_texts()["kinds"] else "sv"


def nearest(word: str, allowed: Iterable[str]) -> str:
    """Give the allowed word that looks most like `word`, or "" when none does."""
    return _nearest(word, tuple(sorted(allowed)))


@lru_cache(maxsize=1024)
def _nearest(word: str, allowed: tuple[str, ...]) -> str:
    # The same mistake is made on many rows, and comparing is slow.
    by_lower = {candidate.lower(): candidate for candidate in allowed}
    found = difflib.get_close_matches(word.lower(), by_lower, n=1, cutoff=0.6)
    return by_lower[found[0]] if found else ""


def format_issue(issue: Issue, language: str = "sv") -> str:
    """Write an issue as people read it: place, what, their own text, why, how to fix."""
    labels = LABELS[spoken(language)]
    source = issue.source
    lines = [f"{source}: {issue.severity}[{issue.code}]: {issue.text('what', language)}"]
    if issue.excerpt.strip():
        lines += quoted_lines(issue)
    lines.append(f"  {labels['why']}: {issue.text('why', language)}")
    lines.append(f"  {labels['fix']}: {issue.text('fix', language)}")
    if issue.accepted:
        told = f"{issue.accepted.reason} ({issue.accepted.by}, {issue.accepted.day})"
        lines.append(f"  {labels['accepted']}: {told}")
    return "\n".join(lines)


def quoted_lines(issue: Issue) -> list[str]:
    """Show the line with a caret under the value; long lines are cut around the caret."""
    start = issue.source.column - 1
    text = "".join(c if c.isprintable() else "�" for c in issue.excerpt.replace("\t", "→"))
    cut = max(0, start - LONGEST_EXCERPT // 2) if len(text) > LONGEST_EXCERPT else 0
    shown = ("…" if cut else "") + text[cut : cut + LONGEST_EXCERPT]
    caret = start - cut + (1 if cut else 0)
    width = max(1, min(issue.source.length, len(shown) - caret))
    margin = " " * len(str(issue.source.line))
    return [
        f"  {issue.source.line} | {shown.rstrip()}",
        f"  {margin} | {' ' * caret}{'^' * width}",
    ]


def sort_issues(issues: Iterable[Issue]) -> list[Issue]:
    """Order issues by place, and drop those that say the same of the same place."""
    unique = {(i.source, i.code, tuple(sorted(i.values.items()))): i for i in issues}
    return [unique[key] for key in sorted(unique)]


def has_errors(issues: Iterable[Issue]) -> bool:
    """Tell whether any of the issues keeps the site from being published."""
    return any(issue.severity == "error" for issue in issues)


def open_issues(issues: Iterable[Issue]) -> list[Issue]:
    """Leave out the warnings somebody has acknowledged."""
    return [issue for issue in issues if issue.accepted is None]


def count_issues(issues: Iterable[Issue], language: str = "sv") -> str:
    """Count the issues in words, for the last line of a run."""
    found = ["accepted" if issue.accepted else issue.severity for issue in issues]
    counted = []
    for name, (one, many) in COUNTED[spoken(language)].items():
        number = found.count(name)
        if number or name in ("error", "warning"):
            counted.append(f"{number} {one if number == 1 else many}")
    return ", ".join(counted)
