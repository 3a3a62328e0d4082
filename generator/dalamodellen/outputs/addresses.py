# SPDX-License-Identifier: EUPL-1.2
"""One address, one page: which addresses a site has, and that no two files share one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dalamodellen.issues import Issue, Source
from dalamodellen.model.address import readable_address
from dalamodellen.model.settings import EXAMPLE_FOLDER
from dalamodellen.model.site import Site
from dalamodellen.outputs.navigation import tree_of
from dalamodellen.outputs.output_file import OutputFile, page_url
from dalamodellen.outputs.pages.written_body import generated_uris, published_uris
from dalamodellen.outputs.share_card import FOLDER as SHARE_CARDS

RESERVED = frozenset(
    {
        "/.dalamodellen-site",
        "/404.html",
        "/_headers",
        "/_redirects",
        "/robots.txt",
        "/sitemap.xml",
        "/sitemap.xml.gz",
        "/sw.js",
        "/assets/course-counts.js",
        "/assets/course-rows.js",
        "/assets/courses.js",
        "/assets/icon.svg",
        "/assets/print.css",
        "/assets/search-offline.js",
        "/assets/search-page.js",
        "/assets/search.js",
        "/assets/site.css",
        "/assets/site.js",
        "/assets/upcoming.js",
    }
)
"""Addresses of files that the theme, the renderer and the publishing make."""
_FOLDERS = ("/assets/fonts/", "/assets/search/", f"/{SHARE_CARDS}")
"""Folders where all addresses are taken: of the fonts, the search and the share cards."""


def published_addresses(site: Site) -> frozenset[str]:
    """List every address of the published site, in all languages, without rendering anything.

    Drafts have none, whether they are shown or not. Files of the theme are no promises.
    """
    clean = replace(site, shows_drafts=False) if site.shows_drafts else site
    assets = {path.removeprefix("content/") for path in clean.assets}
    uris = generated_uris(clean) | (set(published_uris(clean).values()) - assets)
    urls = {page_url(uri) if uri.endswith(".md") else uri for uri in uris}
    pages = {f"/{tree_of(site, language)}{url}" for language in site.languages for url in urls}
    return frozenset(readable_address(one) for one in (*pages, *(f"/{uri}" for uri in assets)))


def listed_form(site: Site, file: OutputFile) -> str:
    """Give the address of a file as it is listed, with the folder of its language."""
    return readable_address(f"/{tree_of(site, file.language)}{file.address[1:]}")


def is_reserved(address: str) -> bool:
    """Tell whether a file of the theme or of the publishing has an address."""
    key = address.casefold()
    return key in RESERVED or key.startswith(_FOLDERS)


def check_addresses(
    site: Site, generated: Iterable[OutputFile], written: Iterable[OutputFile]
) -> Iterator[Issue]:
    """No written page or asset has the address of another, or of a page made from records.

    Nor does it lie in the folder of another language's pages, or of the demonstration site.

    Addresses that differ only in capitals count as the same: some web servers
    and most disks at home cannot tell them apart.
    """
    makers: dict[str, OutputFile] = {_key(page): page for page in generated}
    seen: dict[str, OutputFile] = {}
    for file in written:
        key = _key(file)
        source = Source(file.made_from[0] if file.made_from else file.uri)
        tree = key.split("/")[1]
        if tree in site.languages[1:]:
            yield Issue("page-in-language-folder", source, {"address": f"/{tree}/", "name": tree})
        elif tree == EXAMPLE_FOLDER and site.settings.example_site:
            yield Issue("page-in-example-folder", source, {"address": f"/{tree}/"})
        elif is_reserved(key):
            yield Issue("page-on-theme-address", source, {"address": file.address})
        elif key in makers:
            maker = makers[key]
            made_by = maker.made_from[0] if maker.made_from else "the_records"
            values = {"address": file.address, "name": maker.title, "other": made_by}
            yield Issue("page-on-generated-address", source, values)
        elif key in seen:
            other = seen[key].made_from[0]
            yield Issue("clashing-address", source, {"address": file.address, "other": other})
        seen.setdefault(key, file)


def may_clash(generated_uris: Iterable[str], written: Iterable[OutputFile]) -> bool:
    """Tell whether a written page or asset may have the address of a page made from records."""
    made = {_key(OutputFile(uri, "", "sv")) for uri in generated_uris}
    return any(_key(file) in made for file in written)


def _key(file: OutputFile) -> str:
    return file.address.casefold().removesuffix("index.html")
