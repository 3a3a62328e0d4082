# SPDX-License-Identifier: EUPL-1.2
"""The stages in order: read and check, then say what the site consists of. Writes nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from dalamodellen.inputs.checks.acknowledgements import settle_issues
from dalamodellen.inputs.loader import load_site
from dalamodellen.inputs.plain_folder import read_plain_folder
from dalamodellen.issues import Issue, has_errors, sort_issues
from dalamodellen.model.settings import EXAMPLE_FOLDER
from dalamodellen.model.site import Site
from dalamodellen.outputs.addresses import (
    check_addresses,
    listed_form,
    may_clash,
    published_addresses,
)
from dalamodellen.outputs.card_drawing.cards import render_cards
from dalamodellen.outputs.feeds import render_feeds
from dalamodellen.outputs.hosting import (
    render_headers_file,
    render_redirects_file,
    render_robots,
)
from dalamodellen.outputs.navigation import (
    Navigation,
    navigation,
    with_way_back,
    with_way_to_example,
)
from dalamodellen.outputs.output_file import OutputFile
from dalamodellen.outputs.pages import render_pages
from dalamodellen.outputs.pages.written_body import generated_uris, working_uris
from dalamodellen.outputs.redirect_pages import render_redirects
from dalamodellen.outputs.redirects import check_promises, resolve_redirects
from dalamodellen.outputs.search.index import SearchIndex, build_index
from dalamodellen.outputs.search.index_files import render_index_files
from dalamodellen.outputs.search.pages import documents_in_folder, documents_of
from dalamodellen.outputs.sitemap import render_sitemap
from dalamodellen.outputs.words import check_interface_words
from dalamodellen.outputs.written_pages import check_written, render_assets, render_written_pages
from dalamodellen.publish.finishing import (
    replace_sitemaps,
    write_beside_pages,
    write_texts,
)
from dalamodellen.publish.site_folder import mark_folder


@dataclass(frozen=True)
class Build:
    """What a root becomes: the model, every file of the site, and every issue."""

    root: Path
    """The folder it was made from."""
    site: Site
    """The checked model."""
    files: tuple[OutputFile, ...]
    """Every page and asset, by language and uri; empty when the issues hold an error."""
    issues: tuple[Issue, ...]
    """Everything found, by place."""
    navigations: Mapping[str, Navigation]
    """Language → the short navigation, the words of the frame, and the site's names in it."""
    example: Build | None = None
    """The demonstration site that is published with it, below EXAMPLE_FOLDER."""

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that were built, the main one first."""
        return tuple(self.navigations)

    @property
    def navigation(self) -> Navigation:
        """The navigation in the main language."""
        return self.navigations[self.site.main_language]

    @property
    def addresses(self) -> tuple[str, ...]:
        """Every address that is published, drafts left out, as data/addresses.txt lists them."""
        published = published_addresses(self.site)
        return tuple(sorted({listed_form(self.site, file) for file in self.files} & published))

    @property
    def has_errors(self) -> bool:
        """Whether the site must not be published."""
        return has_errors(self.issues)


def build_site(
    root: Path,
    *,
    today: date,
    languages: Sequence[str] = (),
    shows_drafts: bool = False,
    only_main: bool = False,
    renders: bool = True,
    jobs: int = 1,
    address: str = "",
) -> Build:
    """Read everything, check everything, say what the site consists of. Writes nothing.

    Args:
        root: The folder with `data/`, `content/` or both.
        today: The day the site is built for; no other clock is read.
        languages: Languages to build; all of the site's when left out.
        only_main: Whether only the main language is wanted, for a renderer that makes one.
        shows_drafts: Whether drafts are built too, with a watermark.
        renders: Whether pages are wanted; a check makes them only where a written one may clash.
        jobs: How many processes to share the work among; the result is the same.
        address: Where the site is published, when it does not say so itself.
    """
    site, issues = load_site(root, today=today, shows_drafts=shows_drafts, jobs=jobs)
    site = _at(site, address)
    built = (site.main_language,) if only_main else tuple(languages) or site.languages
    written = [*render_written_pages(site, site.main_language), *render_assets(site)]
    issues += [*check_written(site, jobs), *check_interface_words(site)]
    if site.is_whole:
        # The page of a file that cannot be read has not vanished; it is to be mended.
        issues += check_promises(site)
    files: list[OutputFile] = []
    if has_errors(issues):
        issues += check_addresses(site, [], written)
    elif renders or may_clash(generated_uris(site) | working_uris(site), written):
        # A model with holes in it cannot be trusted to render; its issues come first.
        for read in _in_languages(site, built):
            language = read.read_in
            generated = [*render_pages(read, language, jobs), *render_feeds(read, language)]
            if language == site.main_language:
                issues += check_addresses(site, generated, written)
                generated += written
            else:
                generated += render_written_pages(read, language)
            files += _with_what_goes_along(read, generated, jobs)
    else:
        issues += check_addresses(site, [], written)
    issues = sort_issues(settle_issues(site, sort_issues(issues)))
    return Build(
        root=root,
        site=site,
        files=() if has_errors(issues) else tuple(files),
        issues=tuple(issues),
        navigations={
            language: navigation(
                site, [file for file in files if file.language == language], language, built
            )
            for language in built
        },
    )


def index_pages(files: Sequence[OutputFile], site: Site) -> SearchIndex:
    """Index the pages of a site in the language it is read in."""
    synonyms = [meaning.words for meaning in site.synonyms]
    return build_index(documents_of(files, site), site.read_in, synonyms=synonyms)


def index_folder(root: Path, language: str | None) -> tuple[SearchIndex, list[Issue]]:
    """Index the Markdown files of a folder that is no site of ours, and tell what could not be read."""
    pages, issues = read_plain_folder(root)
    documents = documents_in_folder(pages, language or "sv")
    if language:
        documents = [document for document in documents if document.language == language]
    return build_index(documents, language or "sv"), issues


def _with_what_goes_along(site: Site, files: list[OutputFile], jobs: int) -> list[OutputFile]:
    """Add to the files of a language what is made from its pages, and put all in order of uri."""
    index = index_pages(files, site)
    found = render_index_files(index, is_example=site.settings.is_example)
    return sorted([*files, *found, *render_cards(site, files, jobs)], key=lambda file: file.uri)


def _in_languages(site: Site, built: Sequence[str]) -> list[Site]:
    """Give a site as it is read in each language that is built, so that nothing leads to the others."""
    wanted = (*built, site.main_language)
    kept = tuple(one for one in site.settings.languages if one.value in wanted)
    settings = site.settings.model_copy(update={"languages": kept})
    return [replace(site, settings=settings, language=language) for language in built]


def _at(site: Site, address: str) -> Site:
    """Give a site its address, unless it says itself where it is published."""
    if site.settings.url or not address:
        return site
    return replace(site, settings=site.settings.model_copy(update={"url": address}))


def with_example(build: Build, *, renders: bool = True, jobs: int = 1) -> Build:
    """Add the demonstration site that data/site.yml names, with its issues among the site's own.

    Neither site sees the other's records: all they share is a link each way.

    Args:
        build: The real site; it comes back as it is when it names no demonstration site.
        renders: As in `build_site`.
        jobs: As in `build_site`.
    """
    name = build.site.settings.example_site
    if name is None or any(issue.code.startswith("example-") for issue in build.issues):
        return build
    root = (build.root / name).resolve()
    day, shows_drafts = build.site.today, build.site.shows_drafts
    real_url = build.site.settings.root_url
    example = build_site(
        root,
        today=day,
        shows_drafts=shows_drafts,
        renders=renders,
        jobs=jobs,
        address=f"{real_url}{EXAMPLE_FOLDER}/" if real_url else "",
    )
    folder = root.relative_to(build.root.resolve()).as_posix()
    issues = [
        issue.below(folder)
        for issue in example.issues
        # The two lie in the same repository, or in none.
        if issue.code != "no-git-history"
    ]
    here, there = build.navigations, example.navigations
    return replace(
        build,
        issues=tuple(sort_issues([*build.issues, *issues])),
        navigations={
            language: with_way_to_example(
                frame, there.get(language, example.navigation), EXAMPLE_FOLDER
            )
            for language, frame in here.items()
        },
        example=replace(
            example,
            navigations={
                language: with_way_back(frame, here.get(language, build.navigation), EXAMPLE_FOLDER)
                for language, frame in there.items()
            },
        ),
    )


def finish(build: Build, html_dir: Path, *, is_nested: bool = False) -> None:
    """Do what no renderer does, once all languages are rendered, and mark the folder as ours.

    Args:
        build: What was rendered.
        html_dir: The folder that holds all its languages.
        is_nested: Whether the site lies in a folder of another, whose files for the
            host and for search engines hold for both.
    """
    site, root_url = build.site, build.site.settings.root_url
    write_beside_pages(render_redirects(site, build.languages), build.root, html_dir)
    replace_sitemaps(html_dir, [build.navigations[one].tree for one in build.languages])
    sitemap = render_sitemap(site, build.files)
    texts = {"sitemap.xml": sitemap}
    if not is_nested:
        texts["robots.txt"] = render_robots(root_url, has_sitemap=bool(sitemap))
        texts["_headers"] = render_headers_file(root_url)
        redirects = resolve_redirects(site, build.languages)
        texts["_redirects"] = render_redirects_file(redirects, root_url)
    write_texts(texts, html_dir)
    mark_folder(html_dir)
