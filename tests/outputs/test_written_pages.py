# SPDX-License-Identifier: EUPL-1.2
"""Written pages: links hold from where a page ends up, and those that do not are told."""

from __future__ import annotations

import pytest

from conftest import TODAY, SmallSite
from dalamodellen.build import Build, build_site

PROJECT = """title: Tre-M
summary: Ett projekt.
publication: {status: published, approved_by: redaktionen, approved_on: 2026-11-22}
"""
PAGES: dict[str, str | bytes] = {
    "content/om/index.md": "# Om\n\nText.\n",
    "content/om/oss.md": "# Oss\n\nText.\n",
    "content/bilder/min karta.png": b"\x89PNG",
}


def built(small_site: SmallSite, text: str, **more: str | bytes) -> Build:
    files = {**PAGES, "content/om/sida.md": f"# Sida\n\n{text}\n", **more}
    return build_site(small_site(files), today=TODAY)


def links_told(small_site: SmallSite, text: str, **more: str | bytes) -> list[tuple[str, str]]:
    return [
        (issue.code, issue.values["name"])
        for issue in built(small_site, text, **more).issues
        if issue.code in ("broken-link", "link-leaves-site")
    ]


@pytest.mark.parametrize(
    "link",
    [
        "[a](oss.md)",
        "[a](./oss.md#rubrik)",
        "[a](index.md?q=1)",
        "[a](../om/oss.md 'rubrik')",
        "![a](../bilder/min%20karta.png)",
        "[a](#rubrik)",
        "[a](https://example.org/saknas.md)",
        "[a](mailto:redaktionen@example.org)",
        "[a](/projekt/)",
        "[a](../om/)",
        "```\n[a](saknas.md)\n```",
    ],
)
def test_a_link_that_leads_somewhere_is_let_be(small_site: SmallSite, link: str) -> None:
    assert links_told(small_site, link) == []


@pytest.mark.parametrize(
    ("link", "code", "name"),
    [
        ("[a](saknas.md)", "broken-link", "saknas.md"),
        ("[a](saknas.md#rubrik)", "broken-link", "saknas.md#rubrik"),
        ("![a](karta.png)", "broken-link", "karta.png"),
        ("[a](../../data/x.yml)", "link-leaves-site", "../../data/x.yml"),
        ("[a](../../../../etc/passwd)", "link-leaves-site", "../../../../etc/passwd"),
    ],
)
def test_a_link_that_leads_nowhere_is_told(
    small_site: SmallSite, link: str, code: str, name: str
) -> None:
    assert links_told(small_site, link) == [(code, name)]


def test_a_link_within_a_code_span_is_no_link(small_site: SmallSite) -> None:
    assert links_told(small_site, "Skriv `[a](saknas.md)`.") == []


@pytest.mark.parametrize("link", ["[a][b]\n\n[b]: saknas.md", '<a href="saknas.md">a</a>'])
def test_links_in_other_forms_that_lead_nowhere_are_told(small_site: SmallSite, link: str) -> None:
    assert links_told(small_site, link) == [("broken-link", "saknas.md")]


def test_a_link_in_angle_brackets_is_followed_whole(small_site: SmallSite) -> None:
    link = "![a](<../bilder/min kartta.png>)"
    assert links_told(small_site, link) == [("broken-link", "../bilder/min kartta.png")]


def test_a_link_to_a_draft_is_told_for_it_leads_nowhere(small_site: SmallSite) -> None:
    draft = {"content/om/utkast.md": "---\npublication: draft\n---\n\n# Utkast\n\nText.\n"}
    assert links_told(small_site, "[a](utkast.md)", **draft) == [("broken-link", "utkast.md")]


def test_no_file_is_suggested_that_is_not_like_the_one_named(small_site: SmallSite) -> None:
    issues = built(small_site, "[a](bilder/zzz.png)").issues
    assert [issue.values["nearest"] for issue in issues if issue.code == "broken-link"] == [""]


def section_of(small_site: SmallSite, uri: str) -> str:
    build = build_site(small_site({f"content/{uri}": "# Linje\n\nText.\n"}), today=TODAY)
    page = next(str(file.content) for file in build.files if file.uri == uri)
    return next(line for line in page.split("\n") if line.startswith("section:"))


def test_a_page_says_which_part_of_the_site_it_belongs_to(small_site: SmallSite) -> None:
    assert section_of(small_site, "om/linje.md") == 'section: "om/"'


def test_a_page_at_the_top_is_a_part_of_its_own(small_site: SmallSite) -> None:
    assert section_of(small_site, "linje.md") == 'section: "linje/"'


def test_a_draft_is_built_only_where_drafts_are_shown(small_site: SmallSite) -> None:
    root = small_site(
        {
            "content/om.md": "# Om\n\nText.\n",
            "content/utkast.md": "---\npublication: draft\n---\n\n# Utkast\n\nText.\n",
            "data/projects/tre-m.yml": PROJECT,
            "data/projects/skiss.yml": "title: Skiss\nsummary: Ett projekt.\n",
        }
    )
    published = {file.uri for file in build_site(root, today=TODAY).files}
    drafts = {file.uri for file in build_site(root, today=TODAY, shows_drafts=True).files}
    sketch = {"projekt/skiss/index.md", "projekt/skiss/i-korthet/index.md"}
    pages = {uri for uri in drafts - published if not uri.startswith("assets/search/")}
    assert pages == {"utkast.md", *sketch}
    assert published - drafts == set()
