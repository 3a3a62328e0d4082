# SPDX-License-Identifier: EUPL-1.2
"""Every old address leads to where its content is now, in its language, and on any host."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from conftest import TODAY, SmallSite
from dalamodellen.build import Build, build_site
from dalamodellen.outputs.hosting import render_redirects_file
from dalamodellen.outputs.redirect_pages import render_redirects
from dalamodellen.outputs.redirects import resolve_redirects

SETTINGS = "name: N\nlanguages: [sv, nb, en]\nurl: https://example.org/dal/\n"
PAGES = {
    "content/om/index.md": "# Om\n",
    "content/om/på ån.md": "# På ån\n",
    "content/om/karta.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>\n',
}


def built(small_site: SmallSite, redirects: str, **files: str) -> Build:
    root = small_site(
        {"data/site.yml": SETTINGS, "data/redirects.yml": redirects, **PAGES, **files}
    )
    build = build_site(root, today=TODAY)
    assert [issue.code for issue in build.issues if issue.severity == "error"] == []
    return build


def resolved(build: Build) -> dict[str, str]:
    return resolve_redirects(build.site, build.languages)


def test_a_line_holds_in_every_language_unless_a_language_has_its_own(
    small_site: SmallSite,
) -> None:
    build = built(small_site, "/gammal/: /om/\n/nb/gammal/: /om/#norsk\n")
    assert resolved(build) == {
        "/en/gammal/": "/en/om/",
        "/gammal/": "/om/",
        "/nb/gammal/": "/om/#norsk",
    }


def test_what_moved_twice_leads_straight_to_where_it_is(small_site: SmallSite) -> None:
    build = built(small_site, "/a/: /b/\n/b/: /om/\n/c/: /a/\n")
    assert {old: new for old, new in resolved(build).items() if not old.startswith("/nb/")} == {
        **{f"/{one}/": "/om/" for one in "abc"},
        **{f"/en/{one}/": "/en/om/" for one in "abc"},
    }


def test_a_file_and_somebody_elses_site_are_the_same_in_all_languages(
    small_site: SmallSite,
) -> None:
    build = built(
        small_site,
        "/karta/: /om/karta.svg\n/ute/: https://example.com/x\n/karta.svg: /om/karta.svg\n",
    )
    assert resolved(build) == {
        "/karta.svg": "/om/karta.svg",
        **{f"{tree}/karta/": "/om/karta.svg" for tree in ("", "/nb", "/en")},
        **{f"{tree}/ute/": "https://example.com/x" for tree in ("", "/nb", "/en")},
    }


def test_a_language_the_site_has_left_leads_page_by_page_to_another(small_site: SmallSite) -> None:
    root = small_site(
        {
            "data/site.yml": "name: N\nlanguages: [sv, nb]\n",
            "data/addresses.txt": "/\n/en/\n/en/om/\n/en/borta/\n/en/flyttad/\n",
            "data/redirects.yml": "/en/: /\n/flyttad/: /om/\n",
            **PAGES,
        }
    )
    build = build_site(root, today=TODAY)
    assert not build.has_errors
    assert resolved(build) == {
        "/en/": "/",
        "/en/borta/": "/",
        "/en/flyttad/": "/om/",
        "/en/om/": "/om/",
        "/flyttad/": "/om/",
        "/nb/flyttad/": "/nb/om/",
    }


def test_the_folder_of_what_is_now_the_main_language_leads_to_the_top(
    small_site: SmallSite,
) -> None:
    root = small_site(
        {
            "data/site.yml": "name: N\nlanguages: [nb, sv]\n",
            "data/addresses.txt": "/nb/\n/nb/om/\n",
            "data/redirects.yml": "/nb/: /\n",
            **PAGES,
        }
    )
    build = build_site(root, today=TODAY)
    assert not build.has_errors
    assert resolved(build) == {"/nb/": "/", "/nb/om/": "/om/"}


def test_a_redirect_is_a_page_in_its_language_with_nothing_inline(small_site: SmallSite) -> None:
    build = built(small_site, "/gammal/sida/: /om/på ån/#vi\n")
    pages = {file.uri: file.content for file in render_redirects(build.site, build.languages)}
    assert sorted(pages) == [
        "en/gammal/sida/index.html",
        "gammal/sida/index.html",
        "nb/gammal/sida/index.html",
    ]
    page = pages["nb/gammal/sida/index.html"]
    assert isinstance(page, str)
    assert '<html lang="nb">' in page
    assert '<meta name="robots" content="noindex">' in page
    way = "../../om/p%C3%A5%20%C3%A5n/#vi"
    assert f'<meta http-equiv="refresh" content="0; url={way}">' in page
    assert f'<p><a href="{way}">Gå til siden der den er nå</a></p>' in page
    canonical = "https://example.org/dal/nb/om/p%C3%A5%20%C3%A5n/"
    assert f'<link rel="canonical" href="{canonical}">' in page
    assert '<link rel="stylesheet" href="../../../assets/site.css">' in page
    assert "<h1>Siden har flyttet</h1>" in page
    assert not re.search(r"<script|<style| style=| on\w+=", page)


def test_without_an_address_of_the_site_the_canonical_page_is_told_by_the_way_there(
    small_site: SmallSite,
) -> None:
    root = small_site({"data/redirects.yml": "/gammal.html: /om/\n", **PAGES})
    build = build_site(root, today=TODAY)
    (page,) = render_redirects(build.site, build.languages)
    assert page.uri == "gammal.html"
    assert '<link rel="canonical" href="om/">' in str(page.content)
    assert 'href="assets/site.css"' in str(page.content)


def test_words_in_an_address_cannot_become_markup(small_site: SmallSite) -> None:
    build = built(small_site, """/a/: 'https://example.com/"><script>x</script>'\n""")
    for page in render_redirects(build.site, build.languages):
        assert "<script" not in str(page.content)


def test_a_file_that_moved_stands_at_both_places(small_site: SmallSite) -> None:
    build = built(small_site, "/karta.svg: /om/karta.svg\n")
    (copy,) = render_redirects(build.site, build.languages)
    assert (copy.uri, copy.content, copy.made_from) == (
        "karta.svg",
        None,
        ("content/om/karta.svg",),
    )


def test_only_the_trees_that_are_built_get_pages(small_site: SmallSite) -> None:
    build = built(small_site, "/gammal/: /om/\n")
    assert [file.uri for file in render_redirects(build.site, ["sv"])] == ["gammal/index.html"]


def test_the_file_for_hosts_says_whole_addresses_below_the_path_of_the_site() -> None:
    redirects = {"/om/på/": "/ny/#ö", "/ute/": "https://example.com/x"}
    assert render_redirects_file(redirects, "https://example.org/dal/") == (
        "/dal/om/p%C3%A5/ /dal/ny/#%C3%B6 301\n/dal/ute/ https://example.com/x 301\n"
    )
    assert render_redirects_file({"/a/": "/b/"}, "") == "/a/ /b/ 301\n"


# -- what has been published ------------------------------------------------------


def test_a_published_page_that_becomes_a_draft_has_vanished_also_where_drafts_are_shown(
    small_site: SmallSite,
) -> None:
    draft = "---\npublication:\n  status: draft\n---\n# Ny\n"
    root = small_site({"data/addresses.txt": "/ny/\n", "content/ny.md": draft, **PAGES})
    for shows in (False, True):
        for renders in (False, True):
            build = build_site(root, today=TODAY, shows_drafts=shows, renders=renders)
            told = [issue.code for issue in build.issues if issue.severity == "error"]
            assert told == ["address-vanished"]


def test_a_record_with_faults_is_told_and_its_address_is_not_said_to_be_gone(
    small_site: SmallSite,
) -> None:
    root = small_site(
        {
            "data/addresses.txt": "/ordlista/\n",
            "data/terms/moms.yml": "titel: Moms\n",
            **PAGES,
        }
    )
    told = {issue.code for issue in build_site(root, today=TODAY).issues}
    assert "unknown-field" in told
    assert "address-vanished" not in told


def test_a_vanished_address_is_told_beside_other_mistakes(small_site: SmallSite) -> None:
    root = small_site(
        {
            "data/addresses.txt": "/gammal/\n",
            "data/organisations/firman.yml": "title: Firman\nkind: company\nmunicipality: x\n",
            **PAGES,
        }
    )
    issues = build_site(root, today=TODAY).issues
    told = [issue.code for issue in issues if issue.severity == "error"]
    assert told == ["address-vanished", "unknown-code"]


@pytest.mark.parametrize("fault", [b"---\ntitle: [\n---\n# Ny\n", b"# \xff\n"])
def test_a_page_that_cannot_be_read_has_not_vanished(small_site: SmallSite, fault: bytes) -> None:
    root = small_site({"data/addresses.txt": "/ny/\n", "content/ny.md": fault, **PAGES})
    told = [i.code for i in build_site(root, today=TODAY).issues if i.severity == "error"]
    assert told
    assert "address-vanished" not in told


def test_a_check_tells_of_addresses_what_a_build_tells(small_site: SmallSite) -> None:
    root = small_site(
        {
            "data/site.yml": SETTINGS,
            "data/addresses.txt": "/om/\n/nb/om/\n/projekt/\n/nb/om/bara-norsk/\n",
            "data/redirects.yml": "/x/: /nowhere/\n",
            **PAGES,
        }
    )
    one = build_site(root, today=TODAY).issues
    assert one == build_site(root, today=TODAY, renders=False).issues
    assert [(i.code, i.source.path, i.source.line) for i in one if i.severity == "error"] == [
        ("address-vanished", "data/addresses.txt", 3),
        ("address-vanished", "data/addresses.txt", 4),
        ("redirect-to-nowhere", "data/redirects.yml", 1),
    ]


def test_a_guess_is_the_page_of_the_same_language_with_the_name_most_alike(
    small_site: SmallSite,
) -> None:
    root = small_site(
        {
            "data/site.yml": SETTINGS,
            "data/addresses.txt": "/lokalerna/\n/nb/om/lokalerna/\n/om/x/\n/qqq/\n",
            "content/om/lokaler.md": "# L\n",
            "content/lokaler.md": "# L\n",
            **PAGES,
        }
    )
    issues = [i for i in build_site(root, today=TODAY).issues if i.severity == "error"]
    assert [issue.values["nearest"] for issue in issues] == [
        "/lokaler/",
        "/nb/om/lokaler/",
        "/om/",
        "",
    ]
    assert "/nb/om/lokalerna/: /nb/om/lokaler/" in issues[1].text("fix")


def test_a_file_with_nothing_but_comments_holds_no_redirects(small_site: SmallSite) -> None:
    assert resolved(built(small_site, "# Gammal adress: ny adress\n")) == {}


def test_a_shortcut_to_a_list_elsewhere_is_not_followed(
    small_site: SmallSite, tmp_path: Path
) -> None:
    root = small_site(dict(PAGES))
    (tmp_path / "lista.txt").write_text("/borta/\n")
    (root / "data").mkdir()
    (root / "data/addresses.txt").symlink_to(tmp_path / "lista.txt")
    assert build_site(root, today=TODAY).site.listed_addresses == ()
