# SPDX-License-Identifier: EUPL-1.2
"""What is done to a text after it has been made safe does not make it unsafe again."""

from __future__ import annotations

import re

import pytest

from conftest import REPOSITORY, TODAY, SmallSite
from dalamodellen.build import build_site
from dalamodellen.model.settings import Settings
from dalamodellen.model.site import Site
from dalamodellen.outputs.html_gate import find_unsafe, new_converter
from dalamodellen.outputs.pages.front_matter import front_matter
from dalamodellen.outputs.pages.lesson import with_checklists
from dalamodellen.outputs.pages.page import Page

LESSON = "content/lektioner/skicka-e-faktura-till-kommunen.md"
LINK = "[y](javascript:x())"
CODE = {
    "indented": f"Text\n\n    - [ ] {LINK}\n",
    "indented by a tab": f"Text\n\n\t- [ ] {LINK}\n",
    "indented markup": "Text\n\n    - [ ] <script>x()</script>\n",
    "fenced": f"```\n- [ ] {LINK}\n```\n",
    "fenced with waves": f"~~~\n- [ ] {LINK}\n~~~\n",
    "fenced within a longer fence": f"````\n```\n- [ ] {LINK}\n```\n- [ ] {LINK}\n````\n",
    "fenced in a list": f"- a\n\n    ```\n    - [ ] {LINK}\n    ```\n",
    "below a task": f"- [ ] a\n\n        {LINK}\n",
    "below a task and a text": f"- [ ] a\n  b\n\n        {LINK}\n        <script>x()</script>\n",
    "a fence that is a task": f"- [ ] ``` {LINK}\n",
    "a fence and a tag that nobody closed": "```\n<details open ontoggle=x()",
    "a fence and a quotation mark that nobody closed": '~~~\n<div onmouseover=x() title="',
    "a table in raw text": "<pre>| y |\n| - |\n{: onclick=x() }</pre>",
    "with a tab after the dash": f"-\t[ ] {LINK}\n",
}
"""Texts that are harmless where they stand, but not after the page has been put together."""


@pytest.mark.parametrize("kind", CODE)
def test_a_text_is_harmless_on_the_whole_page_too(kind: str, small_site: SmallSite) -> None:
    files = {
        path.relative_to(REPOSITORY).as_posix(): path.read_bytes()
        for folder in ("data", "content")
        for path in sorted((REPOSITORY / folder).rglob("*"))
        if path.is_file()
    }
    files[LESSON] += f"\n\n{CODE[kind]}".encode()
    build = build_site(small_site(files), today=TODAY, languages=("sv",))
    pages = [str(file.content) for file in build.files if "skicka-e-faktura" in file.uri]
    assert pages or build.has_errors
    for page in pages:
        html = new_converter().convert(re.sub(r"\A---\n.*?\n---\n", "", page, flags=re.DOTALL))
        assert list(find_unsafe(html)) == []


@pytest.mark.parametrize(
    "sign", ["\u2028", "\u2029", "\x85", "\x7f", "\x80", "\x9f", "\ufeff", "\uffff"]
)
def test_no_sign_in_a_title_ends_the_front_matter(sign: str) -> None:
    text = front_matter({"title": f"a{sign}---{sign}![y](https://example.org/x.png)"})
    assert sign not in text
    assert text.splitlines()[1].startswith('title: "a\\u')


@pytest.fixture
def page() -> Page:
    return Page(Site(settings=Settings(), records={}), "lektioner/a/index.md", "sv")


@pytest.mark.parametrize(
    "text",
    [
        "Text\n\n    - [ ] kod",
        "Text\n\n\t- [ ] kod",
        "```\n- [ ] kod\n```",
        "````\n```\n- [ ] kod\n```\n- [ ] kod\n````",
    ],
)
def test_a_task_in_code_is_left_as_code(text: str, page: Page) -> None:
    assert with_checklists(text, "a", page) == text


def test_the_words_of_a_task_are_made_safe_again(page: Page) -> None:
    made = with_checklists(f"- [ ] {LINK}\n  <script>x</script>", "a", page)
    assert "](javascript" not in made
    assert "<script>" not in made
    assert made.count("<li ") == 1
