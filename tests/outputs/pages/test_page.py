# SPDX-License-Identifier: EUPL-1.2
"""What pages share: descriptions are sentences, lists have something in them, letters an order."""

from __future__ import annotations

import pytest

from conftest import TODAY, SmallSite
from dalamodellen.build import build_site

PUBLISHED = "publication: {status: published, approved_by: redaktionen, approved_on: 2026-11-22}\n"


def page(small_site: SmallSite, uri: str, files: dict[str, str | bytes]) -> str:
    build = build_site(small_site(files), today=TODAY)
    return next(str(file.content) for file in build.files if file.uri == uri)


def test_a_description_has_no_list_marks(small_site: SmallSite) -> None:
    text = f"title: T\nsummary: |\n  Vi gav:\n\n  - kurser\n  - råd\n{PUBLISHED}"
    found = page(small_site, "projekt/t/index.md", {"data/projects/t.yml": text})
    assert 'description: "Vi gav: kurser råd"' in found


def test_a_course_without_facts_has_no_empty_list(small_site: SmallSite) -> None:
    text = f"title: T\ntype: open\nsummary: S\n{PUBLISHED}"
    found = page(small_site, "kurser/t/index.md", {"data/courses/t.yml": text})
    assert '<dl class="facts">\n</dl>' not in found


def test_letters_come_in_their_order_whatever_sign_a_title_begins_with(
    small_site: SmallSite,
) -> None:
    files: dict[str, str | bytes] = {
        f"data/projects/{name}.yml": f"title: '{title}'\nsummary: S\n{PUBLISHED}"
        for name, title in (("a", '"Ökad" växt'), ("b", "Bygga"), ("c", "(Ale)"))
    }
    found = page(small_site, "a-o/index.md", files)
    letters = [line[3] for line in found.split("\n") if line.startswith("## ")]
    assert letters == ["A", "B", "Ö"]


@pytest.mark.parametrize(
    ("language", "letters"),
    [("sv", ["Z", "Å", "Ä", "Ö"]), ("nb", ["Z", "Æ", "Ø", "Å"]), ("en", ["A", "O", "Z"])],
)
def test_letters_come_in_the_order_of_the_page_s_readers(
    small_site: SmallSite, language: str, letters: list[str]
) -> None:
    files = {
        f"data/projects/{name}.yml": f"title: {title}\nsummary: S\n{PUBLISHED}"
        for name, title in (("a", "Zorn"), ("b", "Öppet"), ("c", "Æra"), ("d", "Årsta"))
    }
    root = small_site({**files, "data/site.yml": f"name: N\nlanguages: [{language}]\n"})
    build = build_site(root, today=TODAY)
    found = next(str(file.content) for file in build.files if file.uri == "a-o/index.md")
    assert [line[3] for line in found.split("\n") if line.startswith("## ")] == letters
