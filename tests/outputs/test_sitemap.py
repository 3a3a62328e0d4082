# SPDX-License-Identifier: EUPL-1.2
"""One sitemap for all languages: every page that may be shown, and only real translations."""

from __future__ import annotations

import subprocess
from pathlib import Path
from xml.etree import ElementTree as ET

from conftest import TODAY, SmallSite
from dalamodellen.build import build_site
from dalamodellen.outputs.output_file import OutputFile
from dalamodellen.outputs.sitemap import render_sitemap

NAMES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "x": "http://www.w3.org/1999/xhtml",
}
FILES = {
    "data/site.yml": "name: N\nlanguages: [sv, nb]\nurl: https://example.org/dal\n",
    "data/terms/moms.yml": "title: Moms\ndefinition: En skatt.\n",
    "content/om/på ån.md": "# På ån\n",
    "content/utkast.md": "---\npublication:\n  status: draft\n---\n# Utkast\n",
}
ROOT = "https://example.org/dal/"


def entries(text: str) -> dict[str, tuple[str | None, dict[str, str]]]:
    """Read a sitemap: address → the day of its last change, and its other languages."""
    found = {}
    for url in ET.fromstring(text).findall("s:url", NAMES):  # noqa: S314 - our own text
        links = {
            link.attrib["hreflang"]: link.attrib["href"] for link in url.findall("x:link", NAMES)
        }
        found[url.findtext("s:loc", namespaces=NAMES) or ""] = (
            url.findtext("s:lastmod", namespaces=NAMES),
            links,
        )
    return found


def committed(root: Path) -> None:
    git = ["git", "-C", str(root), "-c", "user.name=n", "-c", "user.email=e@example.org"]
    day = {"GIT_AUTHOR_DATE": "2026-03-04T12:00:00Z", "GIT_COMMITTER_DATE": "2026-03-04T12:00:00Z"}
    subprocess.run([*git, "init", "-q"], check=True)
    subprocess.run([*git, "add", "."], check=True)
    subprocess.run([*git, "commit", "-qm", "m"], check=True, env={"PATH": "/usr/bin:/bin", **day})


def test_every_page_stands_in_it_once_with_its_languages_and_its_day(
    small_site: SmallSite,
) -> None:
    root = small_site(FILES)
    committed(root)
    build = build_site(root, today=TODAY)
    made = ("", "ordlista/", "a-o/", "sok/", "om/personuppgifter/")

    def in_both(url: str) -> dict[str, str]:
        return {"sv": ROOT + url, "nb": f"{ROOT}nb/{url}", "x-default": ROOT + url}

    assert entries(render_sitemap(build.site, build.files)) == {
        # Written by hand and not translated: a notice in the other tree is no page.
        f"{ROOT}om/p%C3%A5%20%C3%A5n/": ("2026-03-04", {}),
        **{
            f"{ROOT}{tree}tillganglighet/": ("2026-03-04", in_both("tillganglighet/"))
            for tree in ("", "nb/")
        },
        **{f"{ROOT}{tree}{url}": (None, in_both(url)) for tree in ("", "nb/") for url in made},
    }


def test_drafts_are_left_out_also_where_they_are_shown(small_site: SmallSite) -> None:
    build = build_site(small_site(FILES), today=TODAY, shows_drafts=True)
    assert any(file.uri == "utkast.md" for file in build.files)
    assert "utkast" not in render_sitemap(build.site, build.files)


def test_a_page_that_asks_not_to_be_indexed_is_left_out(small_site: SmallSite) -> None:
    build = build_site(small_site(FILES), today=TODAY)
    hidden = [
        OutputFile(file.uri, '---\ntitle: "A"\nrobots: "noindex"\n---\n\n# A\n', file.language)
        if file.uri == "a-o/index.md"
        else file
        for file in build.files
    ]
    found = entries(render_sitemap(build.site, hidden))
    assert f"{ROOT}a-o/" not in found
    assert f"{ROOT}ordlista/" in found
    # The words may well stand in a text.
    told = OutputFile("a.md", '---\ntitle: "A"\n---\n\nrobots: "noindex"\n', "sv")
    assert not told.is_unindexed


def test_without_an_address_or_a_page_there_is_none(small_site: SmallSite) -> None:
    build = build_site(small_site({"content/index.md": "# Hej\n"}), today=TODAY)
    assert render_sitemap(build.site, build.files) == ""
    assert render_sitemap(build_site(small_site(FILES), today=TODAY).site, []) == ""
