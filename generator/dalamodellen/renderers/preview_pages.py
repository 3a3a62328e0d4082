# SPDX-License-Identifier: EUPL-1.2
"""Keeps a folder of HTML up to date, and makes anew only the pages that have changed.

Writes into the preview's temporary folder.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dalamodellen.build import Build, finish
from dalamodellen.outputs.navigation import Navigation
from dalamodellen.outputs.output_file import OutputFile, page_url
from dalamodellen.renderers.mkdocs_run import render_tree
from dalamodellen.renderers.preview_changes import Stamps


@dataclass(frozen=True)
class _Tree:
    """What the HTML of one language was made from."""

    frame: tuple[Navigation, object, object]
    """What shows on every page: the navigation, the day, the templates and settings."""
    theme: object
    """The theme's other files."""
    files: Mapping[str, tuple[object, ...]]
    """Uri → what the page or asset was made from."""


class PreviewPages:
    """The pages as they were last built, one folder for all languages."""

    def __init__(self, home: Path) -> None:
        self.home = home
        """A folder of our own, to write in."""
        self.folder = home / "pages-0"
        """Where the pages are. Another one, when the languages have changed."""
        self.made = 0
        """How many pages were made by the last update."""
        self._trees: dict[str, _Tree] = {}
        self._layout: tuple[str, ...] = ()
        self._beside: set[str] = set()
        """Paths of what stands beside the pages, such as what leads on from old addresses."""

    def update(
        self, build: Build, stamps: Stamps, order: Sequence[str]
    ) -> Iterator[tuple[str, bool]]:
        """Bring the folder up to date with a build that holds no errors.

        No page is ever half written, and a page is only gone once it should be.

        Args:
            build: What the site consists of.
            stamps: How the files it was made from looked.
            order: The languages, the one that is wanted first at the front.

        Yields:
            Each language when its pages in `folder` are those of the build,
            and whether any of them was made anew.
        """
        self.made = 0
        layout = (build.site.main_language, *build.languages)
        folder, trees = self.folder, self._trees
        is_moved = self._layout not in ((), layout)
        if is_moved:
            folder = self.home / f"pages-{int(folder.name.rpartition('-')[2]) + 1}"
            trees = {}
        for language in order:
            is_made = self._update_tree(build, stamps, language, folder, trees)
            if not is_moved:
                self._layout = layout
                yield language, is_made
        if is_moved:
            old, self.folder, self._trees, self._layout = self.folder, folder, trees, layout
            yield from ((language, True) for language in order)
            shutil.rmtree(old, ignore_errors=True)
        self._finish(build)

    def _update_tree(
        self, build: Build, stamps: Stamps, language: str, folder: Path, trees: dict[str, _Tree]
    ) -> bool:
        outputs = {file.uri: file for file in build.files if file.language == language}
        tree = _tree(build, stamps, language, outputs)
        before = trees.get(language)
        wanted = _wanted(before, tree, outputs)
        if before == tree:
            return False
        made = _empty(self.home / "made")
        render_tree(build, made, language, only=wanted)
        top = build.navigations[language].tree
        for uri in before.files.keys() - tree.files.keys() if before else ():
            _remove(folder / top / _path(uri))
        _move_files(made, folder)
        self.made += sum(uri.endswith(".md") for uri in (outputs if wanted is None else wanted))
        trees[language] = tree
        return True

    def _finish(self, build: Build) -> None:
        """Bring what stands beside the pages up to date; a page is never replaced by it."""
        made = _empty(self.home / "beside")
        finish(build, made)
        tops = {one: build.navigations[one].tree for one in self._trees}
        pages = {
            f"{tops[one]}{_path(uri)}" for one, tree in self._trees.items() for uri in tree.files
        }
        names = {path.relative_to(made).as_posix() for path in made.rglob("*") if path.is_file()}
        for name in self._beside - names - pages:
            _remove(self.folder / name)
        for name in names & pages:
            (made / name).unlink()
        _move_files(made, self.folder)
        self._beside = names


def _empty(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    return folder


def _tree(build: Build, stamps: Stamps, language: str, outputs: Mapping[str, OutputFile]) -> _Tree:
    changes = {file.path: file.last_change for file in build.site.files.values()}
    shared = {
        path: stamp for path, stamp in stamps.items() if not path.startswith(("data/", "content/"))
    }
    templates = {path: stamp for path, stamp in shared.items() if path.endswith((".html", ".yml"))}
    files: dict[str, tuple[object, ...]] = {}
    for uri, file in outputs.items():
        if file.content is None:
            files[uri] = (file.made_from, stamps.get(file.made_from[0]))
        else:
            files[uri] = (file.content, [changes.get(path) for path in file.made_from])
    frame = (build.navigations[language], build.site.today, templates)
    return _Tree(frame, shared, files)


def _wanted(
    before: _Tree | None, after: _Tree, outputs: Mapping[str, OutputFile]
) -> frozenset[str] | None:
    """Choose what must be made anew; None for everything."""
    if before is None or before.frame != after.frame:
        return None
    changed = {uri for uri, made in after.files.items() if before.files.get(uri) != made}
    if before.files.keys() != after.files.keys():
        # A link to a page's file becomes a link to its address once there is such a page.
        changed |= {uri for uri, file in outputs.items() if ".md" in str(file.content or "")}
    return frozenset(changed)


def _path(uri: str) -> str:
    """Give the file a page or asset becomes."""
    return f"{page_url(uri)}index.html" if uri.endswith(".md") else uri


def _move_files(source: Path, target: Path) -> None:
    """Put every file in its place, in one step each."""
    for path in sorted(source.rglob("*")):
        name = path.relative_to(source)
        place = target / name
        if path.is_dir():
            continue
        place.parent.mkdir(parents=True, exist_ok=True)
        path.replace(place)


def _remove(path: Path) -> None:
    """Remove a file, and the folders it leaves empty."""
    path.unlink(missing_ok=True)
    for parent in path.parents:
        try:
            parent.rmdir()
        except OSError:
            return
