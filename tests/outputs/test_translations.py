# SPDX-License-Identifier: EUPL-1.2
"""What is translated in a file beside its original, and what is only in one language."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from conftest import REPOSITORY, TODAY
from dalamodellen.build import Build, build_site, index_pages
from dalamodellen.renderers.mkdocs_run import render_html

CASE = REPOSITORY / "tests/cases/translations"
LINK = re.compile(r'(?:href|src)="([^"#?:]+)"')


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Build, Path]:
    html = tmp_path_factory.mktemp("translations") / "site"
    build = build_site(CASE, today=TODAY)
    render_html(build, html)
    return build, html


def _page(build: Build, language: str, uri: str) -> str:
    (found,) = [str(f.content) for f in build.files if (f.language, f.uri) == (language, uri)]
    return found


def test_a_translated_lesson_is_a_page_in_the_words_of_its_language(
    built: tuple[Build, Path],
) -> None:
    page = _page(built[0], "nb", "lektioner/fyll-i/index.md")
    for words in ("# Fylle ut en mal", "Du kan fylle ut malen.", "## Slik gjør du", "Ferdig."):
        assert words in page
    assert "Fylla i" not in page
    assert 'languages: ["sv", "nb"]' in page
    assert "content/lektioner/fyll-i.nb.md" in page
    original = _page(built[0], "sv", "lektioner/fyll-i/index.md")
    assert 'languages: ["sv", "nb"]' in original
    assert "Slik" not in original


def test_every_list_speaks_of_a_translated_lesson_in_its_language(
    built: tuple[Build, Path],
) -> None:
    for uri in ("index.md", "lektioner/index.md", "a-o/index.md", "amnen/papper/index.md"):
        page = _page(built[0], "nb", uri)
        assert "ylle ut en mal" in page
        assert "ylla i en mall" not in page
    a_to_z = _page(built[0], "nb", "a-o/index.md")
    assert ">Skjema</a>" in a_to_z
    assert "Blankett" not in a_to_z
    assert 'lang="sv">Blankett</a>' in _page(built[0], "en", "a-o/index.md")


def test_a_notice_names_every_language_the_page_is_in_and_leads_there(
    built: tuple[Build, Path],
) -> None:
    notice = _page(built[0], "en", "lektioner/fyll-i/index.md")
    assert "This page is only available in Swedish and Norwegian." in notice
    for tree, language in (("", "sv"), ("nb/", "nb")):
        assert f'href="../../../{tree}lektioner/fyll-i/" hreflang="{language}"' in notice
    assert 'canonical: "https://example.org/lektioner/fyll-i/"' in notice


def test_what_is_written_in_another_language_first_is_a_notice_in_the_main_tree(
    built: tuple[Build, Path],
) -> None:
    notice = _page(built[0], "sv", "nytt/ny-leksjon/index.md")
    assert '# <span lang="nb">Ny leksjon</span>' in notice
    assert 'href="../../nb/nytt/ny-leksjon/"' in notice
    assert 'canonical: "https://example.org/nb/nytt/ny-leksjon/"' in notice
    assert "Vi har en ny leksjon." in _page(built[0], "nb", "nytt/ny-leksjon/index.md")
    files = [file for file in built[0].files if file.language == "sv"]
    swedish = [document.url for document in index_pages(files, built[0].site).documents]
    assert "/nytt/ny-leksjon/" not in swedish


def test_lessons_about_the_rules_of_two_countries_are_related_both_ways(
    built: tuple[Build, Path],
) -> None:
    build = built[0]
    swedish = _page(build, "sv", "lektioner/ta-betalt/index.md")
    assert "## Samma uppgift i andra länder" in swedish
    assert '<span lang="nb">Ta betaling i Norge</span></a> · Gäller i Norge' in swedish
    norwegian = _page(build, "nb", "lektioner/ta-betaling/index.md")
    assert '<span lang="sv">Ta betalt i Sverige</span></a> · Gjelder i Sverige' in norwegian
    notice = _page(build, "nb", "lektioner/ta-betalt/index.md")
    assert '<a href="../ta-betaling/">Ta betaling i Norge</a>' in notice
    assert "../ta-" not in _page(build, "en", "lektioner/ta-betalt/index.md")


def test_a_plain_page_has_its_translation_at_the_same_path(built: tuple[Build, Path]) -> None:
    page = _page(built[0], "en", "om/index.md")
    assert 'title: "About us"' in page
    assert page.count("# About us") == 1
    assert "only available" not in page
    assert "finnes bare på svensk og engelsk" in _page(built[0], "nb", "om/index.md")


def test_every_link_in_every_tree_leads_to_a_file_of_the_site(built: tuple[Build, Path]) -> None:
    html = built[1]
    pages = sorted(html.rglob("index.html"))
    assert len(pages) > 40
    dead = []
    for page in pages:
        for target in LINK.findall(page.read_text("utf-8")):
            there = (page.parent / target).resolve()
            if not (there / "index.html").is_file() and not there.is_file():
                dead.append(f"{page.relative_to(html)}: {target}")
    assert dead == []
    translated = (html / "nb/lektioner/fyll-i/index.html").read_text("utf-8")
    assert 'href="../../../lektioner/mall.csv"' in translated


def test_no_renderer_sees_the_files_of_another_language(built: tuple[Build, Path]) -> None:
    for file in built[0].files:
        for path in file.made_from:
            ending = path.removesuffix(".md").rpartition(".")[2]
            assert ending not in {"sv", "nb", "en"} - {file.language}, (file.language, path)


def test_a_translation_of_a_draft_is_not_published(tmp_path: Path) -> None:
    root = tmp_path / "root"
    shutil.copytree(CASE, root)
    lesson = root / "content/lektioner/fyll-i.md"
    text = re.sub("publication: .*", "publication: draft", lesson.read_text("utf-8"))
    lesson.write_text(text, "utf-8")
    for path in (root / "content").rglob("*.md"):
        other = re.sub(
            r"\[([^\]]*)\]\((?:\.\./lektioner/)?fyll-i\.md\)", r"\1", path.read_text("utf-8")
        )
        path.write_text(other, "utf-8")
    build = build_site(root, today=TODAY)
    assert not build.has_errors
    assert [file.uri for file in build.files if "fyll-i" in file.uri] == []
    drafts = build_site(root, today=TODAY, shows_drafts=True)
    draft = _page(drafts, "nb", "lektioner/fyll-i/index.md")
    assert "UTKAST – siden er ikke godkjent" in draft
