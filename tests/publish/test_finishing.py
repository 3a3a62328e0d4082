# SPDX-License-Identifier: EUPL-1.2
"""What is put into a built site whoever has rendered it."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from conftest import REPOSITORY, TODAY, SmallSite
from dalamodellen.build import Build, build_site, finish
from dalamodellen.outputs.hosting import CONTENT_SECURITY_POLICY, render_robots
from dalamodellen.renderers.mkdocs_run import render_html

LINK = "{http://www.w3.org/1999/xhtml}link"
FILES = {
    "data/site.yml": "name: N\nlanguages: [sv, nb]\nurl: https://example.org/dal/\n",
    "data/redirects.yml": "/gammal/: /om/\n/karta.svg: /om/karta.svg\n/flyttad.pdf: /om/\n",
    "content/om/index.md": "# Om\n\n| A | B |\n| --- | ---: |\n| 1 | 2 |\n\n```python\nx = 1\n```\n",
    "content/om/karta.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>\n',
}


@pytest.fixture
def build(small_site: SmallSite) -> Build:
    return build_site(small_site(FILES), today=TODAY)


@pytest.fixture
def html(build: Build, tmp_path: Path) -> Path:
    render_html(build, tmp_path / "html")
    return tmp_path / "html"


def names(folder: Path) -> list[str]:
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


def test_a_renderers_folder_gets_redirects_one_sitemap_and_files_for_the_host(
    build: Build, tmp_path: Path
) -> None:
    html = tmp_path / "html"
    (html / "nb").mkdir(parents=True)
    for name in ("sitemap.xml", "sitemap.xml.gz", "nb/sitemap.xml", "nb/sitemap.xml.gz"):
        (html / name).write_text("the renderer's own")
    finish(build, html)
    assert names(html) == [
        ".dalamodellen-site",
        "_headers",
        "_redirects",
        "gammal/index.html",
        "karta.svg",
        "nb/gammal/index.html",
        "robots.txt",
        "sitemap.xml",
    ]
    assert (html / "sitemap.xml").read_text("utf-8").startswith("<?xml")
    assert (html / "karta.svg").read_text("utf-8") == FILES["content/om/karta.svg"]
    assert (html / "robots.txt").read_text("utf-8") == (
        "User-agent: *\nAllow: /\n\nSitemap: https://example.org/dal/sitemap.xml\n"
    )
    assert (html / "_redirects").read_text("utf-8") == (
        "/dal/flyttad.pdf /dal/om/ 301\n/dal/gammal/ /dal/om/ 301\n"
        "/dal/karta.svg /dal/om/karta.svg 301\n/dal/nb/gammal/ /dal/nb/om/ 301\n"
    )


def test_a_site_within_another_has_no_files_for_the_host(build: Build, tmp_path: Path) -> None:
    finish(build, tmp_path, is_nested=True)
    assert {"robots.txt", "_headers", "_redirects"}.isdisjoint(names(tmp_path))
    assert {"gammal/index.html", "sitemap.xml", ".dalamodellen-site"} <= set(names(tmp_path))


def test_a_page_that_stands_at_an_old_address_stays(build: Build, tmp_path: Path) -> None:
    (tmp_path / "gammal").mkdir()
    (tmp_path / "gammal/index.html").write_text("a draft that is shown")
    finish(build, tmp_path)
    assert (tmp_path / "gammal/index.html").read_text() == "a draft that is shown"


def test_finishing_twice_gives_the_same(build: Build, tmp_path: Path) -> None:
    finish(build, tmp_path)
    before = {name: (tmp_path / name).read_bytes() for name in names(tmp_path)}
    finish(build, tmp_path)
    assert {name: (tmp_path / name).read_bytes() for name in names(tmp_path)} == before


def test_robots_names_a_sitemap_only_where_there_is_one() -> None:
    assert render_robots("", has_sitemap=False) == "User-agent: *\nAllow: /\n"


def test_the_built_site_has_one_sitemap_and_every_page_its_canonical_address(
    html: Path,
) -> None:
    assert [name for name in names(html) if "sitemap" in name] == ["sitemap.xml"]
    found = {
        name: re.findall(r'<link rel="canonical" href="([^"]+)">', (html / name).read_text("utf-8"))
        for name in names(html)
        if name.endswith("index.html")
    }
    url = "https://example.org/dal/"
    assert found == {
        name: [url + name.removesuffix("index.html")]
        if "gammal" not in name and name != "nb/om/index.html"
        else [f"{url}nb/om/" if name.startswith("nb/gammal") else f"{url}om/"]
        for name in found
    }
    assert "nb/om/personuppgifter/index.html" in found


def test_pages_and_sitemap_name_the_same_translations(tmp_path: Path) -> None:
    build = build_site(REPOSITORY / "tests/cases/translations", today=TODAY)
    render_html(build, tmp_path)
    sitemap = ET.parse(tmp_path / "sitemap.xml").getroot()  # noqa: S314 - our own text
    listed = {
        url[0].text: {(link.attrib["hreflang"], link.attrib["href"]) for link in url.findall(LINK)}
        for url in sitemap
    }
    link = re.compile(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">')
    found = {}
    for path in tmp_path.rglob("index.html"):
        text = path.read_text("utf-8")
        url = "https://example.org/" + path.parent.relative_to(tmp_path).as_posix() + "/"
        url = url.replace("/./", "/")
        if f'<link rel="canonical" href="{url}">' in text:
            found[url] = set(link.findall(text))
    assert found == listed
    assert len({frozenset(languages) for languages in found.values()}) > 3


def test_no_page_needs_what_the_policy_refuses(html: Path) -> None:
    """Nothing stands inline in a page, so the policy needs no exception."""
    assert all(source in ("'none'", "'self'") for _, source in CONTENT_SECURITY_POLICY), (
        CONTENT_SECURITY_POLICY
    )
    inline = re.compile(
        r"<style|<[^>]+\s(?:style|on[a-z]+)\s*=|<script(?![^>]*\ssrc=)(?![^>]*application/(?:ld\+)?json)",
        re.IGNORECASE,
    )
    elsewhere = re.compile(r'<(?:script|img|iframe|object|embed|source)[^>]+(?:src|data)="[a-z]+:')
    pages = list(html.rglob("*.html"))
    assert len(pages) > 5
    for path in pages:
        text = path.read_text("utf-8")
        assert not inline.search(text), path
        assert not elsewhere.search(text), path
