# SPDX-License-Identifier: EUPL-1.2
"""Reads the Markdown files of any folder, for the search alone.

Reads `**/*.md` below the folder. Such files promise nothing, so what cannot be
read is told, and the rest is searched.
"""

from __future__ import annotations

import re
from pathlib import Path

from dalamodellen.inputs.markdown_reader import parse_markdown
from dalamodellen.inputs.page_title import first_heading, title_from_name
from dalamodellen.inputs.text_reader import find_files, iter_texts
from dalamodellen.inputs.yaml_reader import Node
from dalamodellen.issues import Issue, sort_issues
from dalamodellen.model.plain_page import PlainPage
from dalamodellen.model.same_meaning import SYNONYMS_PATH
from dalamodellen.model.text import LANGUAGES

_FENCED = re.compile(r"\A---\n.*?\n(?:---|\.\.\.)[ \t]*\n", re.DOTALL)
_LANGUAGE = re.compile(rf"\.({'|'.join(LANGUAGES)})\.md$")


def is_plain_folder(root: Path) -> bool:
    """Tell whether a folder holds Markdown but no site: no data/site.yml, and nothing in data/ or content/."""
    if (root / "data" / "site.yml").is_file() or (root / "mkdocs.yml").is_file():
        return False
    has_site = any((root / folder).is_dir() for folder in ("data", "content"))
    has_only_synonyms = _holds_only(root / "data", SYNONYMS_PATH.rpartition("/")[2])
    if has_site and ((root / "content").is_dir() or not has_only_synonyms):
        return False
    return next(root.rglob("*.md"), None) is not None


def _holds_only(folder: Path, name: str) -> bool:
    files = [path for path in folder.rglob("*") if path.is_file()] if folder.is_dir() else []
    return bool(files) and all(path.name == name for path in files)


def read_plain_folder(root: Path) -> tuple[list[PlainPage], list[Issue]]:
    """Read every Markdown file of a folder.

    Returns:
        The pages by path, and what could not be read.
    """
    paths, issues = find_files(root, ".")
    pages = []
    for file in iter_texts(root, [path for path in paths if path.suffix.lower() == ".md"], issues):
        parsed, _ = parse_markdown(file)
        front = parsed.front_matter if parsed else None
        body = parsed.body if parsed else _FENCED.sub("", file.text)
        named = _LANGUAGE.search(file.path)
        pages.append(
            PlainPage(
                file.path,
                _word(front, "title") or first_heading(body) or title_from_name(file.path),
                body,
                (*_words(front, "keywords"), *_words(front, "tags")),
                _word(front, "description") or _word(front, "summary"),
                _word(front, "language") or _word(front, "lang") or (named[1] if named else ""),
            )
        )
    return pages, sort_issues(issues)


def _field(front: Node | None, name: str) -> Node | None:
    return front.fields.get(name) if front is not None and front.fields is not None else None


def _word(front: Node | None, name: str) -> str:
    found = _field(front, name)
    return (found.scalar or "").strip() if found is not None else ""


def _words(front: Node | None, name: str) -> tuple[str, ...]:
    found = _field(front, name)
    if found is None:
        return ()
    if found.items is not None:
        return tuple(item.scalar for item in found.items if item.scalar)
    return tuple(word.strip() for word in (found.scalar or "").split(",") if word.strip())
