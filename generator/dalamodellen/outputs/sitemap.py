# SPDX-License-Identifier: EUPL-1.2
"""The sitemap: every page that search engines may show, in all languages, in one file."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote
from xml.sax.saxutils import escape, quoteattr

from dalamodellen.model.site import Site
from dalamodellen.outputs.addresses import listed_form, published_addresses
from dalamodellen.outputs.last_changes import last_changes
from dalamodellen.outputs.navigation import tree_of
from dalamodellen.outputs.output_file import OutputFile

_HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
"""


def render_sitemap(site: Site, files: Sequence[OutputFile]) -> str:
    """Render `sitemap.xml`, or "" where there is nothing to list or no address to begin with.

    Nor does a demonstration site have one.

    Left out are drafts, notices that a page is not translated, and pages that
    ask not to be indexed. Only real translations are named as such.

    Args:
        site: The checked site.
        files: Every page that is built, in all languages.
    """
    root_url = site.settings.root_url
    published = published_addresses(site)
    shown = {
        (file.uri, file.language): file
        for file in files
        if file.is_page
        and not file.is_notice
        and not file.is_unindexed
        # A draft that is shown all the same has no address.
        and listed_form(site, file) in published
    }
    if not root_url or not shown or site.settings.is_example:
        return ""
    urls = {key: root_url + _url(site, file) for key, file in shown.items()}
    changes = last_changes(site, shown.values())
    entries = []
    for uri, language in sorted(shown, key=lambda key: (key[0], site.languages.index(key[1]))):
        lines = [f"    <loc>{escape(urls[uri, language])}</loc>"]
        if changed := changes.get((language, uri)):
            lines.append(f"    <lastmod>{changed.isoformat()}</lastmod>")
        versions = [other for other in site.languages if (uri, other) in urls]
        if len(versions) > 1:
            lines += [_alternate(other, urls[uri, other]) for other in versions]
            if site.main_language in versions:
                lines.append(_alternate("x-default", urls[uri, site.main_language]))
        entries.append("  <url>\n" + "\n".join(lines) + "\n  </url>\n")
    return f"{_HEAD}{''.join(entries)}</urlset>\n"


def _url(site: Site, file: OutputFile) -> str:
    return quote(f"{tree_of(site, file.language)}{file.address[1:]}", safe="/-._~")


def _alternate(language: str, url: str) -> str:
    return f'    <xhtml:link rel="alternate" hreflang="{language}" href={quoteattr(url)}/>'
