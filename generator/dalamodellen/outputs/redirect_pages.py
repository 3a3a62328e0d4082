# SPDX-License-Identifier: EUPL-1.2
"""At every old address a page that leads on, for hosts that know no other way to redirect."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from urllib.parse import unquote

from dalamodellen.model.address import EXTERNAL, encoded_address
from dalamodellen.model.site import Site
from dalamodellen.outputs.hosting import policy
from dalamodellen.outputs.output_file import OutputFile, way_between
from dalamodellen.outputs.redirects import (
    is_page_like,
    is_same_kind,
    language_at,
    resolve_redirects,
)
from dalamodellen.outputs.words import translator

_STYLESHEET = "/assets/site.css"
_PAGE = """\
<!DOCTYPE html>
<html lang="{language}">
  <head>
    <meta http-equiv="Content-Security-Policy" content="{policy}">
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <meta http-equiv="refresh" content="0; url={way}">
    <title>{title}</title>
    <link rel="canonical" href="{canonical}">
    <link rel="stylesheet" href="{stylesheet}">
  </head>
  <body>
    <main class="page">
      <article class="md-typeset">
        <h1>{title}</h1>
        <p><a href="{way}">{link}</a></p>
      </article>
    </main>
  </body>
</html>
"""


def render_redirects(site: Site, languages: Sequence[str]) -> list[OutputFile]:
    """Render what stands at the old addresses: a page that leads on, or a file that has moved.

    Nothing in a page is inline, so a strict content-security policy lets it
    work, and every address is relative, so it works below any path.

    Args:
        site: The checked site.
        languages: The languages that are built; the trees of others get nothing.
    """
    files = []
    for old, new in resolve_redirects(site, languages).items():
        language = language_at(site, old)
        if is_page_like(old):
            files.append(OutputFile(_uri(old), _page(site, old, new, language), language))
        elif is_same_kind(old, new):
            sources = _asset_path(site, new)
            files += [OutputFile(_uri(old), None, language, (path,)) for path in sources]
    return files


def _uri(address: str) -> str:
    path = unquote(address).lstrip("/")
    name = path.rpartition("/")[2]
    if not name:
        return f"{path}index.html"
    return path if "." in name else f"{path}/index.html"


def _asset_path(site: Site, address: str) -> list[str]:
    """Find the file of an address, which is listed in composed letters whatever the disk holds."""
    listed = {encoded_address(f"/{path.removeprefix('content/')}"): path for path in site.assets}
    found = listed.get(encoded_address(address))
    return [found] if found else []


def _page(site: Site, old: str, new: str, language: str) -> str:
    translate = translator(language)
    here = encoded_address("/" + _uri(old)).removesuffix("index.html").lstrip("/")
    root_url = site.settings.root_url
    if new.startswith(EXTERNAL):
        way = canonical = new
    else:
        there = encoded_address(new).lstrip("/")
        way = way_between(here, there)
        canonical = f"{root_url}{there.partition('#')[0]}" if root_url else way.partition("#")[0]
    return _PAGE.format(
        language=escape(language),
        title=escape(translate("Sidan har flyttat")),
        link=escape(translate("Gå till sidan där den finns nu")),
        way=escape(way),
        canonical=escape(canonical),
        policy=policy(is_in_page=True),
        stylesheet=escape(way_between(here, _STYLESHEET.lstrip("/"))),
    )
