# SPDX-License-Identifier: EUPL-1.2
"""Lets Zensical make the HTML: the plain folder of Markdown, then one run per language.

Writes the HTML into the folder it is given.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from dalamodellen.build import Build, finish
from dalamodellen.renderers.folder import SITE, settings_file, write_folder

_ITS_OWN = re.compile(
    r"(?:assets/(?:javascripts|stylesheets|images/favicon\.png)|search\.json|sitemap\.xml|objects\.inv)"
)
"""What Zensical's own theme and search add to every site; none of our pages uses it."""


class ZensicalError(Exception):
    """Zensical did not make the site; the message is what it said."""


def render_html(build: Build, target: Path, *, is_nested: bool = False) -> int:
    """Make HTML of a build with Zensical.

    Args:
        build: What the site consists of; must hold no errors.
        target: An empty folder to write into.
        is_nested: Whether the site lies in a folder of another.

    Returns:
        How many pages were written.

    Raises:
        ZensicalError: Zensical stopped, or left a page out.
    """
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder).resolve()
        pages = write_folder(build, here)
        for language in build.languages:
            _run(here, settings_file(language))
        for language, navigation in build.navigations.items():
            _remove_its_own(here / SITE / navigation.tree)
            _check_pages(build, language, here / SITE / navigation.tree)
        shutil.copytree(here / SITE, target, dirs_exist_ok=True)
    finish(build, target, is_nested=is_nested)
    return pages


def _run(folder: Path, settings: str) -> None:
    done = subprocess.run(  # noqa: S603 - our own interpreter, and a file we have written
        [sys.executable, "-m", "zensical", "build", "--strict", "--clean", "-f", settings],
        cwd=folder,
        check=False,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )
    if done.returncode:
        # The lines of a traceback that are indented say where in Zensical, not what is wrong.
        lines = (done.stdout + done.stderr).splitlines()
        told = [line for line in lines if line.strip() and not line.startswith((" ", "Traceback"))]
        raise ZensicalError("\n".join(told[-20:]))


def _remove_its_own(tree: Path) -> None:
    for path in sorted(tree.rglob("*"), reverse=True):
        if not _ITS_OWN.match(path.relative_to(tree).as_posix()):
            continue
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()


def _check_pages(build: Build, language: str, tree: Path) -> None:
    """See that every page is there: a renderer that leaves one out does not say so."""
    lacking = [
        output.uri
        for output in build.files
        if output.language == language
        and output.is_page
        and not (tree / output.address.strip("/") / "index.html").is_file()
    ]
    if lacking:
        raise ZensicalError("\n".join(lacking))
