# SPDX-License-Identifier: EUPL-1.2
"""One address, one page: what is written by hand and what is made must not meet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dalamodellen.issues import Issue, Source
from dalamodellen.model.settings import EXAMPLE_FOLDER
from dalamodellen.model.site import Site
from dalamodellen.outputs.output_file import OutputFile

RESERVED = frozenset(
    {
        "/404.html",
        "/sitemap.xml",
        "/sitemap.xml.gz",
        "/assets/site.css",
        "/assets/checklist.js",
        "/assets/icon.svg",
    }
)
"""Addresses of files that the theme and the renderer make."""
_FONTS = "/assets/fonts/"


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
        elif key in RESERVED or key.startswith(_FONTS):
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
