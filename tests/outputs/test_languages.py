# SPDX-License-Identifier: EUPL-1.2
"""Three languages: the same paths in three trees, each in its own words, and the way between them."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from conftest import REPOSITORY, TODAY, SmallSite
from dalamodellen.build import Build, build_site
from dalamodellen.outputs.search.index import index_pages
from dalamodellen.renderers.mkdocs_run import render_html
from hostile.full_records import write_site

LOCALE = REPOSITORY / "generator/dalamodellen/outputs/locale"
WORD = re.compile(r"[^\W\d_]{3,}")
ADDRESS = re.compile(r"\S*(?:@|://)\S*")
EMPTY = frozenset(["meta", "link", "img", "br", "hr", "input", "path", "source", "wbr", "col"])
LANGUAGES = ("sv", "nb", "en")
WRITTEN = "content/om/oss.md"


def _catalogue(language: str) -> tuple[set[str], set[str]]:
    """Give the words of a catalogue, and the Swedish ones they stand for."""
    with (LOCALE / language / "LC_MESSAGES/dalamodellen.po").open("rb") as file:
        messages = [message for message in read_po(file) if message.id]
    told = {word.lower() for one in messages for word in WORD.findall(str(one.string))}
    return told, {word.lower() for one in messages for word in WORD.findall(str(one.id))}


class Spoken(HTMLParser):
    """The words of a page that are said to be in its own language, and its addresses."""

    def __init__(self, page: Path, language: str) -> None:
        super().__init__()
        self.language = language
        self.open: list[tuple[str, str]] = []
        self.words: set[str] = set()
        self.links: list[dict[str, str]] = []
        self.feed(page.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag in ("a", "link"):
            self.links.append({"tag": tag, **found})
        if tag not in EMPTY:
            inherited = self.open[-1][1] if self.open else self.language
            # Names of files and addresses are in no language, and a title cannot be marked.
            name = "code" if found.get("class") == "print-address" else tag
            self.open.append((name, found.get("lang") or inherited))

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] not in (tag, "code"):
            pass

    def handle_data(self, data: str) -> None:
        is_said = not any(tag in ("script", "style", "code", "title") for tag, _ in self.open)
        if is_said and self.open and self.open[-1][1] == self.language:
            self.words |= {word.lower() for word in WORD.findall(ADDRESS.sub("", data))}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Build, Path]:
    """Build one record of every kind, in words of no language, in three trees."""
    root = tmp_path_factory.mktemp("languages")
    number = iter(range(100_000))
    write_site(root, lambda _: f"M{next(number)}")
    settings = root / "data/site.yml"
    settings.write_text(settings.read_text("utf-8") + "languages: [sv, nb, en]\n", "utf-8")
    (root / WRITTEN).parent.mkdir(parents=True)
    (root / WRITTEN).write_text("# Om oss\n\nText.\n", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("dalamodellen.build.has_errors", lambda _: False)
        build = build_site(root, today=TODAY)
        render_html(build, root / "html")
    return build, root / "html"


def _pages(html: Path, language: str) -> dict[str, Path]:
    tree = html if language == "sv" else html / language
    return {
        path.relative_to(tree).as_posix(): path
        for path in sorted(tree.rglob("*.html"))
        if tree != html or path.relative_to(html).parts[0] not in LANGUAGES
    }


def test_every_language_has_the_same_paths(built: tuple[Build, Path]) -> None:
    swedish = _pages(built[1], "sv").keys()
    assert len(swedish) > 15
    assert _pages(built[1], "nb").keys() == swedish == _pages(built[1], "en").keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_says_a_word_of_another_language_unmarked(
    built: tuple[Build, Path], language: str
) -> None:
    norwegian, swedish = _catalogue("nb")
    english, _ = _catalogue("en")
    words = {"sv": swedish, "nb": norwegian, "en": english}
    others = [words[other] for other in LANGUAGES if other != language]
    foreign = set.union(*others) - words[language]
    assert len(foreign) > 100
    leaks = {
        path: found
        for path, page in _pages(built[1], language).items()
        if (found := Spoken(page, language).words & foreign)
    }
    assert leaks == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_frame_says_its_language_and_leads_to_the_same_page_in_the_others(
    built: tuple[Build, Path], language: str
) -> None:
    for path, page in _pages(built[1], language).items():
        if path == "404.html":
            continue
        assert f'<html lang="{language}">' in page.read_text("utf-8")
        found = {
            link["hreflang"]: link["href"]
            for link in Spoken(page, language).links
            if link["tag"] == "a" and "lang" in link and "hreflang" in link
        }
        for other in set(LANGUAGES) - {language}:
            there = (page.parent / found[other] / "index.html").resolve()
            assert there == _pages(built[1], other)[path].resolve()


def test_a_page_that_is_not_translated_is_a_notice_outside_sitemap_and_search(
    built: tuple[Build, Path],
) -> None:
    build, html = built
    notice = (html / "nb/om/oss/index.html").read_text("utf-8")
    assert "Denne siden finnes bare på svensk." in notice
    assert '<span lang="sv">Om oss</span>' in notice
    assert '<link rel="canonical" href="https://example.org/om/oss/">' in notice
    assert 'rel="alternate"' not in notice
    sitemap = (html / "nb/sitemap.xml").read_text("utf-8")
    assert "/nb/projekt/a/" in sitemap
    assert "/om/oss/" not in sitemap
    norwegian = index_pages(file for file in build.files if file.language == "nb").pages
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
        page = _pages(built[1], language)["projekt/a/index.html"]
        found = {
            link["hreflang"]: link["href"]
            for link in Spoken(page, language).links
            if link.get("rel") == "alternate"
        }
        assert found == {
            "sv": "https://example.org/projekt/a/",
            "x-default": "https://example.org/projekt/a/",
            "nb": "https://example.org/nb/projekt/a/",
            "en": "https://example.org/en/projekt/a/",
        }
