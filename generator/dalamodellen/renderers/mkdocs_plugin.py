# SPDX-License-Identifier: EUPL-1.2
"""Hands the site's files over to MkDocs, in memory. MkDocs does the rest."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

from mkdocs.config import config_options as options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from dalamodellen.build import Build, build_site, finish
from dalamodellen.issues import count_issues, format_issue
from dalamodellen.jobs import cores
from dalamodellen.outputs.last_changes import last_changes
from dalamodellen.outputs.output_file import OutputFile
from dalamodellen.outputs.unindented import Templates, unindent
from dalamodellen.renderers.mkdocs_page import Share, SharedConverter, SharedFile, SharedPage
from dalamodellen.renderers.search_worker import SEARCH_WORKER, join_search_worker
from dalamodellen.renderers.theme import is_published, join_stylesheets
from dalamodellen.shipped import theme_folder
from dalamodellen.today import build_day

log = logging.getLogger("mkdocs.plugins.dalamodellen")


class DalamodellenConfig(Config):  # type: ignore[no-untyped-call]
    """Settings of the plugin; all can be left out."""

    root = options.Type(str, default="")
    """The folder with data/ and content/; the one of mkdocs.yml when left out."""
    today = options.Type(str, default="")
    """The day the site is built for, YYYY-MM-DD."""
    drafts = options.Type(bool, default=False)
    """Whether drafts are built too."""


class DalamodellenPlugin(BasePlugin[DalamodellenConfig]):  # type: ignore[no-untyped-call]
    """MkDocs' side of the house: reads nothing itself and decides nothing."""

    def __init__(self) -> None:
        self.build: Build | None = None
        """The site's files; made on first need, or handed in by `dalamodellen build`."""
        self.language = ""
        """The language to hand over; the site's main language when it is not said."""
        self.is_alone = True
        """Whether this run makes the whole site, and so has to finish it."""
        self.go_on: Callable[[], None] = lambda: None
        """Called before a page is converted and before it is written; may end the process."""
        self.page_done: Callable[[], None] = lambda: None
        """Called for every finished page, to show progress."""
        self.only: frozenset[str] | None = None
        """Uris of the pages and files to make, in a run over a part of them; None for all."""
        self.share = Share()
        """The part of the pages to make; all of them when it is not said."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Take names, navigation and theme from the site."""
        if self.build is None:
            root = Path(self.config.root or Path(config.config_file_path or ".").parent)
            drafts = self.config.drafts
            day = build_day(self.config.today)
            # MkDocs by itself makes one language; a choice would lead nowhere.
            self.build = build_site(
                root, today=day, shows_drafts=drafts, only_main=True, jobs=cores()
            )
            self._tell(self.build)
        self.language = self.language or self.build.site.main_language
        navigation = self.build.navigations[self.language]
        config.site_name = navigation.name
        config.site_description = navigation.description
        if config.site_url:
            config.site_url = f"{config.site_url.rstrip('/')}/{navigation.tree}"
        else:
            config.site_url = navigation.url
        config.nav = [{title: uri} for title, uri in navigation.pages] or None
        config.extra["dalamodellen"] = navigation.frame
        config.theme["language"] = navigation.language
        footnotes = config.mdx_configs.setdefault("footnotes", {})
        footnotes.setdefault("BACKLINK_TITLE", navigation.frame["words"]["back_to_footnote"])
        ours = str(theme_folder())
        if ours not in config.theme.dirs:
            config.theme.dirs.insert(0, ours)
        return config

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Replace what MkDocs found by what the site consists of."""
        build = self._built()
        ours = str(theme_folder())
        theme_dirs = {str(folder) for folder in config.theme.dirs}
        handed = Files(
            [
                self._mine(file)
                for file in files
                if file.src_dir in theme_dirs
                and is_published(file.src_uri, is_ours=file.src_dir == ours)
            ]
        )
        made = join_stylesheets(config.markdown_extensions)
        made[SEARCH_WORKER] = join_search_worker()
        for uri, text in made.items():
            handed.append(self._mine(SharedFile.generated(config, uri, content=text)))
        outputs = [output for output in build.files if output.language == self.language]
        for output in outputs:
            if not output.is_page:
                asset = _file(output, build.root, config)
                asset.is_mine = self._wants(output)
                handed.append(self._mine(asset))
        for file in self._pages([output for output in outputs if output.is_page], config):
            handed.append(file)
        if not self.share.is_first:
            config.theme.static_templates = set()
        return handed

    def _pages(self, outputs: list[OutputFile], config: MkDocsConfig) -> Iterator[File]:
        """Hand over each page, dated by its last commit or the day of the build, never the clock."""
        build = self._built()
        dates = last_changes(build.site, build.files)
        titles = {uri: title for title, uri in build.navigations[self.language].pages}
        converter = SharedConverter()
        for position, output in enumerate(outputs):
            file = _file(output, build.root, config)
            file.is_mine = self.share.has(position) and self._wants(output)
            page = SharedPage(titles.get(output.uri), file, config, converter)
            changed = dates.get((self.language, output.uri), build.site.today)
            page.update_date = changed.isoformat()
            yield file

    def _wants(self, output: OutputFile) -> bool:
        return self.only is None or output.uri in self.only

    def _mine(self, file: File) -> File:
        """Leave what is no page to the first share."""
        if self.share.is_first:
            return file
        other = SharedFile(file.src_uri, file.src_dir, file.dest_dir, file.use_directory_urls)
        other.is_mine = False
        return other

    def on_env(self, env: Templates, /, *, config: MkDocsConfig, files: Files) -> Templates:
        """Read the theme without its indentation."""
        del config, files
        return unindent(env)

    def on_page_markdown(
        self, markdown: str, /, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Ask whether to go on before a page is converted."""
        del page, config, files
        self.go_on()
        return markdown

    def on_post_page(self, output: str, /, *, page: Page, config: MkDocsConfig) -> str:
        """Count the page as done, if it is to be written at all."""
        del page, config
        self.go_on()
        self.page_done()
        return output

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Do what no renderer does, if this run is the only one."""
        if self.is_alone:
            finish(self._built(), Path(config.site_dir))

    def on_serve(
        self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: Callable[[], None]
    ) -> LiveReloadServer:
        """Watch the records, the pages and the theme."""
        del config, builder
        root = self._built().root
        for folder in (root / "data", root / "content", theme_folder()):
            if folder.is_dir():
                server.watch(str(folder))
        return server

    def _built(self) -> Build:
        if self.build is None:
            message = "on_config has not run"
            raise PluginError(message)
        return self.build

    def _tell(self, build: Build) -> None:
        """Log every issue, then stop if one of them keeps the site from being published."""
        levels = {"error": log.error, "warning": log.warning, "notice": log.info}
        for issue in build.issues:
            levels[issue.severity](format_issue(issue, build.site.main_language))
        if build.has_errors:
            raise PluginError(count_issues(build.issues, build.site.main_language))


def _file(output: OutputFile, root: Path, config: MkDocsConfig) -> SharedFile:
    if output.content is None:
        path = str(root / output.made_from[0])
        return cast("SharedFile", SharedFile.generated(config, output.uri, abs_src_path=path))
    file = SharedFile.generated(config, output.uri, content=output.content)
    return cast("SharedFile", file)
