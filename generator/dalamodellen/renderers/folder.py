# SPDX-License-Identifier: EUPL-1.2
"""The whole site as plain Markdown files, for Zensical, for reading, and for other programs.

Writes the folder it is given: one folder of pages per language, the theme, and the
settings of each language's run.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import yaml

from dalamodellen.build import Build
from dalamodellen.outputs.navigation import Navigation
from dalamodellen.publish.site_folder import mark_folder
from dalamodellen.renderers.search_worker import SEARCH_WORKER, join_search_worker
from dalamodellen.renderers.settings import read_settings
from dalamodellen.renderers.theme import is_published, is_template, join_stylesheets
from dalamodellen.shipped import theme_folder

THEME = "theme"
SITE = "site"
"""Where a renderer that is run in the folder puts the site."""
_ABOUT = """# {name} som Markdown

Det här är webbplatsens alla sidor som vanliga Markdown-filer, en mapp för varje språk: {languages}.
Mappen är gjord av Dalamodellen. Ändra inget här: nästa gång skrivs den om.

Så gör Zensical en webbplats av den, i mappen `{site}`:

```sh
{commands}
```

MkDocs tar samma inställningar: skriv `mkdocs build` i stället för `zensical build`.

Tabellernas rubriker och klasser kommer av två tillägg till Markdown som följer med Dalamodellen. Kör därför
programmet i den miljö där Dalamodellen är installerat.
"""


def settings_file(language: str) -> str:
    """Name the file with the settings of one language's run."""
    return f"mkdocs.{language}.yml"


def write_folder(build: Build, target: Path) -> int:
    """Write the site as plain files that a renderer of Markdown can build.

    Args:
        build: What the site consists of; must hold no errors.
        target: An empty folder to write into; see `publish.site_folder` for how one
            that holds something else is left alone.

    Returns:
        How many pages were written.

    Raises:
        SettingsError: the root's own mkdocs.yml cannot be handed on.
    """
    shared = read_settings(build.root)
    extensions = dict(_named(shared.get("markdown_extensions", [])))
    for language, navigation in build.navigations.items():
        pages = target / language
        for output in build.files:
            if output.language != language:
                continue
            path = pages / output.uri
            path.parent.mkdir(parents=True, exist_ok=True)
            if output.content is None:
                shutil.copyfile(build.root / output.made_from[0], path)
            elif isinstance(output.content, bytes):
                path.write_bytes(output.content)
            else:
                path.write_text(output.content, encoding="utf-8", newline="\n")
        _write_assets(pages, join_stylesheets(extensions))
        _write_yaml(target / settings_file(language), _settings(shared, navigation))
    _write_templates(target / THEME)
    (target / "README.md").write_text(_about(build), encoding="utf-8")
    mark_folder(target)
    return sum(file.is_page for file in build.files)


def _settings(shared: dict[str, Any], navigation: Navigation) -> dict[str, Any]:
    """Give the settings of one run: what all runs share, and the names and words of a language."""
    return {
        **shared,
        "site_name": navigation.name,
        "site_description": navigation.description,
        **({"site_url": navigation.url} if navigation.url else {}),
        "docs_dir": navigation.language,
        "site_dir": f"{SITE}/{navigation.tree}".rstrip("/"),
        "theme": {
            **shared["theme"],
            "language": navigation.language,
            "custom_dir": THEME,
        },
        # Without a choice of its own, a renderer lists every page.
        **({"nav": [{title: uri} for title, uri in navigation.pages]} if navigation.pages else {}),
        "markdown_extensions": _in_words_of(shared.get("markdown_extensions", []), navigation),
        "extra": {"dalamodellen": navigation.frame},
        # All that plugins would do is done.
        "plugins": [],
    }


def _in_words_of(extensions: list[Any], navigation: Navigation) -> list[Any]:
    """Let the extensions that say something of their own say it in the run's language."""
    back = navigation.frame["words"]["back_to_footnote"]
    named = _named(extensions)
    for name, options in named:
        if name == "footnotes":
            options.setdefault("BACKLINK_TITLE", back)
    return [{name: options} if options else name for name, options in named]


def _named(extensions: list[Any]) -> list[tuple[str, dict[str, Any]]]:
    """Give each extension's name with its settings, however they are written."""
    named: list[tuple[str, dict[str, Any]]] = []
    for extension in extensions:
        items = extension.items() if isinstance(extension, dict) else [(extension, None)]
        named += [(name, dict(options or {})) for name, options in items]
    return named


def _write_yaml(path: Path, settings: dict[str, Any]) -> None:
    words = yaml.safe_dump(settings, allow_unicode=True, sort_keys=False, width=100)
    path.write_text(words, encoding="utf-8")


def _write_assets(pages: Path, sheets: dict[str, str]) -> None:
    """Put what the theme publishes beside the pages, so that no renderer needs to know the theme."""
    theme = theme_folder()
    for path in sorted(theme.rglob("*")):
        uri = path.relative_to(theme).as_posix()
        if path.is_file() and is_published(uri, is_ours=True) and not is_template(uri):
            (pages / uri).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, pages / uri)
    for uri, text in {**sheets, SEARCH_WORKER: join_search_worker()}.items():
        (pages / uri).parent.mkdir(parents=True, exist_ok=True)
        (pages / uri).write_text(text, encoding="utf-8")


def _write_templates(target: Path) -> None:
    theme = theme_folder()
    for path in sorted(theme.rglob("*")):
        uri = path.relative_to(theme).as_posix()
        if path.is_file() and is_template(uri):
            (target / uri).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target / uri)


def _about(build: Build) -> str:
    commands = [f"zensical build -f {settings_file(language)}" for language in build.languages]
    return _ABOUT.format(
        name=re.sub(r"\s+", " ", build.navigation.name),
        languages=", ".join(f"`{language}/`" for language in build.languages),
        site=f"{SITE}/",
        commands="\n".join(commands),
    )
