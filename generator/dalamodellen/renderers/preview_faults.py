# SPDX-License-Identifier: EUPL-1.2
"""Tells what is wrong with the theme or the renderer's settings as issues, with file and line.

Reads `theme/` and `mkdocs.yml`.
"""

from __future__ import annotations

import logging
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import yaml

from dalamodellen.inputs.text_reader import TextFile, read_text
from dalamodellen.inputs.yaml_reader import parse_yaml
from dalamodellen.issues import Issue, Source
from dalamodellen.renderers.preview_changes import THEME, is_theme_edited
from dalamodellen.shipped import theme_folder

SETTINGS = "mkdocs.yml"
_TEXTS = ("*.css", "*.html", "*.js", "*.svg", "*.xml")


def check_renderer_files(root: Path) -> list[Issue]:
    """Find what keeps the theme and `mkdocs.yml` from being read at all."""
    issues: list[Issue] = []
    settings = root / SETTINGS
    if settings.exists():
        file, found = read_text(root, settings)
        issues += found
        if file is not None and not _is_yaml(file.text):
            issues += parse_yaml(file)[1]
    if is_theme_edited():
        home = theme_folder().parent
        for path in sorted(path for kind in _TEXTS for path in theme_folder().rglob(kind)):
            if path.exists():
                issues += read_text(home, path)[1]
    return [issue for issue in issues if issue.severity == "error"]


def issue_of(error: BaseException, root: Path, told: list[str]) -> Issue | None:
    """Tell an error of the renderer as an issue, if the theme or the settings have caused it.

    Args:
        error: What stopped the renderer.
        root: The root of the site.
        told: What the renderer said of it.
    """
    if type(error).__module__ == "mkdocs.exceptions" and told and _is_settings(told):
        return _about_settings(root, told)
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        path = Path(frame.filename)
        if path.suffix in (".html", ".xml") and path.is_relative_to(theme_folder()):
            return _about_template(path, frame.lineno or 1, error)
    return None


@contextmanager
def listening_to_renderer() -> Iterator[list[str]]:
    """Note the errors that the renderer tells of before it stops."""
    told: list[str] = []
    handler = logging.Handler(logging.ERROR)
    handler.emit = lambda record: told.append(record.getMessage())  # type: ignore[method-assign]
    logger = logging.getLogger("mkdocs")
    logger.addHandler(handler)
    try:
        yield told
    finally:
        logger.removeHandler(handler)


def _is_yaml(text: str) -> bool:
    """Tell whether the renderer can read its settings, tags of its own and all."""
    try:
        yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        return False
    return True


_SETTING = "Config value '"


def _is_settings(told: list[str]) -> bool:
    return told[0].startswith(_SETTING)


def _about_settings(root: Path, told: list[str]) -> Issue:
    name, _, reason = told[0].removeprefix(_SETTING).partition("': ")
    file, _ = read_text(root, root / SETTINGS) if (root / SETTINGS).is_file() else (None, None)
    values = {"name": name, "reason": _one_line(reason)}
    if file is None:
        return Issue("renderer-setting", Source(SETTINGS), values)
    line = next(
        (
            number
            for number, text in enumerate(file.lines, start=1)
            if text.startswith(f"{name.partition('.')[0]}:")
        ),
        0,
    )
    source = Source(SETTINGS, line, 1, len(name.partition(".")[0])) if line else None
    return file.issue("renderer-setting", source, **values)


def _about_template(path: Path, line: int, error: BaseException) -> Issue:
    reason = _one_line(getattr(error, "message", None) or str(error))
    shown = f"{THEME}/{path.relative_to(theme_folder()).as_posix()}"
    file, _ = read_text(path.parent, path) if path.is_file() else (None, None)
    if file is None:
        return Issue("broken-template", Source(shown), {"reason": reason})
    quoting = TextFile(shown, file.text, file.lines)
    text = file.lines[line - 1] if line <= len(file.lines) else ""
    column = len(text) - len(text.lstrip()) + 1
    source = Source(shown, line, column, max(1, len(text.strip())))
    return quoting.issue("broken-template", source, reason=reason)


def _one_line(words: str) -> str:
    return " ".join(words.split()) or "?"
