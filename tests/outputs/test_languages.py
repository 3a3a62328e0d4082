# SPDX-License-Identifier: EUPL-1.2
"""Three languages: the same paths in three trees, each in its own words, and the way between them."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from conftest import TODAY, SmallSite
from dalamodellen.build import Build, build_site, index_pages
from dalamodellen.model.settings import EXAMPLE_FOLDER
from dalamodellen.model.validation import Loc
from dalamodellen.outputs.words import label
from dalamodellen.renderers.mkdocs_run import render_html
from hostile.full_records import write_site
from outputs.spoken_page import (
    LANGUAGES,
    SpokenPage,
    interface_words,
    pages_of,
    written_words,
)

WRITTEN = "content/om/oss.md"
MADE = re.compile(r"\bM\d+\b")
"""A word of the made-up site."""
ROOTS = [".", "examples/demo"]
"""The sites that are published from this repository, by folder."""


@pytest.fixture(scope="module")
def places() -> dict[str, Loc]:
    """Give the place of every made-up word, once they are made."""
    return {}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, places: dict[str, Loc]) -> tuple[Build, Path]:
    """Build one record of every kind, in words of no language, in three trees."""
    root = tmp_path_factory.mktemp("languages")

    def word(loc: Loc) -> str:
        made = f"M{len(places)}"
        places[made] = loc
        return made

    write_site(root, word)
    settings = root / "data/site.yml"
    settings.write_text(settings.read_text("utf-8") + "languages: [sv, nb, en]\n", "utf-8")
    (root / WRITTEN).parent.mkdir(parents=True)
    (root / WRITTEN).write_text("# Om oss\n\nText.\n", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("dalamodellen.build.has_errors", lambda _: False)
        build = build_site(root, today=TODAY)
        render_html(build, root / "html")
    return build, root / "html"


@pytest.fixture(scope="module")
def real(real_build: Build, demo_build: Build, real_html: Path) -> dict[str, tuple[Build, Path]]:
    """Every site of this repository, in all its trees."""
    return {".": (real_build, real_html), "examples/demo": (demo_build, real_html / EXAMPLE_FOLDER)}


def leaks(build: Build, html: Path, language: str) -> dict[str, set[str]]:
    """List the words of another catalogue that pages of a tree say as their own, by page."""
    words = interface_words()
    # What somebody wrote as Norwegian is Norwegian, whatever catalogue has the word.
    own = words[language] | written_words(build.site)[language]
    foreign = set.union(*words.values()) - own
    pages = pages_of(html, language, build.site.main_language)
    assert len(foreign) > 500
    assert len(pages) > 15
    return {
        path: found
        for path, page in pages.items()
        if (found := SpokenPage(page, language).words & foreign)
    }


def test_every_language_has_the_same_paths(built: tuple[Build, Path]) -> None:
    swedish = pages_of(built[1], "sv").keys()
    assert len(swedish) > 15
    assert pages_of(built[1], "nb").keys() == swedish == pages_of(built[1], "en").keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_says_a_word_of_another_language_unmarked(
    built: tuple[Build, Path], language: str
) -> None:
    assert leaks(*built, language) == {}


@pytest.mark.parametrize("language", ["nb", "en"])
def test_every_word_that_a_record_has_in_one_language_is_marked_in_the_others(
    built: tuple[Build, Path], places: dict[str, Loc], language: str
) -> None:
    site_name = f" – {built[0].site.settings.name}"
    unmarked = {
        places[word]
        for page in pages_of(built[1], language).values()
        for text in SpokenPage(page, language).said
        # Of a page's title in two languages only one can be told.
        for word in MADE.findall(text.removesuffix(site_name))
    }
    assert unmarked == {("funding", "case_number")}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("root", ROOTS)
def test_no_page_of_a_real_site_says_a_word_of_another_language_unmarked(
    real: dict[str, tuple[Build, Path]], root: str, language: str
) -> None:
    assert language in real[root][0].languages
    assert leaks(*real[root], language) == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_frame_says_its_language_and_leads_to_the_same_page_in_the_others(
    built: tuple[Build, Path], language: str
) -> None:
    for path, page in pages_of(built[1], language).items():
        if path == "404.html":
            continue
        assert f'<html lang="{language}">' in page.read_text("utf-8")
        found = {
            link["hreflang"]: link["href"]
            for link in SpokenPage(page, language).links
            if link["tag"] == "a" and "lang" in link and "hreflang" in link
        }
        for other in set(LANGUAGES) - {language}:
            there = (page.parent / found[other] / "index.html").resolve()
            assert there == pages_of(built[1], other)[path].resolve()


def test_a_page_that_is_not_translated_is_a_notice_outside_sitemap_and_search(
    built: tuple[Build, Path],
) -> None:
    build, html = built
    notice = (html / "nb/om/oss/index.html").read_text("utf-8")
    assert "Denne siden finnes bare på svensk." in notice
    assert '<span lang="sv">Om oss</span>' in notice
    assert '<link rel="canonical" href="https://example.org/om/oss/">' in notice
    assert 'rel="alternate"' not in notice
    sitemap = (html / "sitemap.xml").read_text("utf-8")
    assert "/nb/projekt/a/" in sitemap
    assert "/nb/om/oss/" not in sitemap
    files = [file for file in build.files if file.language == "nb"]
    index = index_pages(files, replace(build.site, language="nb"))
    norwegian = {document.url: document for document in index.documents}
    assert "/projekt/a/" in norwegian
    assert "/om/oss/" not in norwegian


@pytest.mark.parametrize("name", ["nb/index.md", "en/bild.png", "EN/om.md"])
def test_a_file_in_the_folder_of_another_language_is_an_error(
    small_site: SmallSite, name: str
) -> None:
    files = {f"content/{name}": "# Om\n", "data/site.yml": "name: N\nlanguages: [sv, nb, en]\n"}
    build = build_site(small_site(files), today=TODAY)
    told = [(i.code, i.source.path) for i in build.issues if i.severity == "error"]
    assert told == [("page-in-language-folder", f"content/{name}")]


def test_a_folder_may_be_named_after_a_language_the_site_is_not_in(small_site: SmallSite) -> None:
    build = build_site(small_site({"content/nb/index.md": "# Om\n"}), today=TODAY)
    assert not build.has_errors


def test_a_language_named_twice_is_built_once(small_site: SmallSite) -> None:
    files = {"content/om.md": "# Om\n", "data/site.yml": "name: N\nlanguages: [sv, nb, sv, nb]\n"}
    build = build_site(small_site(files), today=TODAY)
    assert build.languages == ("sv", "nb")
    assert sum(file.uri == "om.md" for file in build.files) == 2


def test_a_notice_has_the_title_of_the_page_it_leads_to(small_site: SmallSite) -> None:
    post = "kind: post\ntitle: {sv: Ny kurs, nb: Nytt kurs}\nsummary: S\ndate: 2026-11-01\n"
    approved = "publication: {status: published, approved_by: r, approved_on: 2026-11-01}\n"
    files = {
        "content/nytt/kurs.md": f"---\n{post}{approved}---\n\nText.\n",
        "data/site.yml": "name: N\nlanguages: [sv, nb]\n",
    }
    build = build_site(small_site(files), today=TODAY)
    notice = next(
        file for file in build.files if file.language == "nb" and file.uri.startswith("nytt/kurs")
    )
    assert notice.is_notice
    assert '# <span lang="sv">Ny kurs</span>' in str(notice.content)


def test_a_page_in_several_languages_names_them_all_in_each(built: tuple[Build, Path]) -> None:
    for language in LANGUAGES:
        page = pages_of(built[1], language)["projekt/a/index.html"]
        found = {
            link["hreflang"]: link["href"]
            for link in SpokenPage(page, language).links
            if link.get("rel") == "alternate"
        }
        assert found == {
            "sv": "https://example.org/projekt/a/",
            "x-default": "https://example.org/projekt/a/",
            "nb": "https://example.org/nb/projekt/a/",
            "en": "https://example.org/en/projekt/a/",
        }


@pytest.mark.parametrize(
    ("language", "name", "back"),
    [
        ("sv", "Obs", "Tillbaka till fotnot 1 i texten"),
        ("nb", "Merk", "Tilbake til fotnote 1 i teksten"),
        ("en", "Note", "Back to footnote 1 in the text"),
    ],
)
def test_boxes_and_footnotes_speak_the_language_of_their_page(
    small_site: SmallSite, language: str, name: str, back: str
) -> None:
    text = (
        "# A\n\nB[^1]\n\n[^1]: C\n\n!!! note\n    D\n\n!!! Note inline\n    E\n\n"
        '!!! note "F"\n    G\n\n!!! obs\n    H\n\n    !!! note\n'
        "\n```\n!!! note\n```\n"
    )
    files = {
        "content/om/index.md": text,
        "content/om/index.nb.md": text,
        "content/om/index.en.md": text,
        "data/site.yml": "name: N\nlanguages: [sv, nb, en]\n",
    }
    root = small_site(files)
    render_html(build_site(root, today=TODAY), root / "html")
    page = pages_of(root / "html", language)["om/index.html"].read_text("utf-8")
    titles = re.findall(r'<p class="admonition-title">([^<]*)</p>', page)
    assert titles == [name, name, "F", "Obs", name]
    assert re.search(r"!!! note\s*</code>", page)
    assert re.findall(r'class="footnote-backref"[^>]* title="([^"]*)"', page) == [back]


KINDS = [
    "note",
    "abstract",
    "summary",
    "tldr",
    "info",
    "tip",
    "hint",
    "important",
    "success",
    "check",
    "done",
    "question",
    "help",
    "faq",
    "warning",
    "caution",
    "attention",
    "failure",
    "fail",
    "missing",
    "danger",
    "error",
    "bug",
    "example",
    "quote",
    "cite",
]
"""Every kind of box that Material draws."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_box_is_named_in_the_language_of_its_page(
    small_site: SmallSite, language: str
) -> None:
    text = "# A\n\n" + "".join(f"!!! {kind}\n    B\n\n" for kind in KINDS)
    names = {"om/index.md": text, "om/index.nb.md": text, "om/index.en.md": text}
    files = {f"content/{name}": words for name, words in names.items()}
    root = small_site({**files, "data/site.yml": "name: N\nlanguages: [sv, nb, en]\n"})
    render_html(build_site(root, today=TODAY), root / "html")
    page = pages_of(root / "html", language)["om/index.html"].read_text("utf-8")
    titles = re.findall(r'<p class="admonition-title">([^<]*)</p>', page)
    assert titles == [label("admonition", kind, language) for kind in KINDS]
    if language != "en":
        assert not set(titles) & {kind.capitalize() for kind in KINDS}


NOT_FOUND = [
    ("sv", "sv_SE", "Sidan finns inte"),
    ("nb", "nb_NO", "Siden finnes ikke"),
    ("en", "en_GB", "The page does not exist"),
]


@pytest.mark.parametrize(("language", "locale", "told"), NOT_FOUND)
def test_every_tree_says_in_its_language_that_a_page_is_not_there(
    built: tuple[Build, Path], language: str, locale: str, told: str
) -> None:
    page = pages_of(built[1], language)["404.html"].read_text("utf-8")
    assert f'<html lang="{language}">' in page
    assert f'<meta property="og:locale" content="{locale}">' in page
    assert f"<h1>{told}</h1>" in page
    # Many hosts show the page at the top of the site whatever tree the address is in.
    for other, _, also in NOT_FOUND:
        if other != language:
            assert f'<p lang="{other}">{also}: <a href="' in page
