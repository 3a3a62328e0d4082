# SPDX-License-Identifier: EUPL-1.2
"""The gate: no tag, attribute or address that can run anything stands on a finished page."""

from __future__ import annotations

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import REPOSITORY, TODAY, SmallSite
from dalamodellen.inputs.loader import load_site
from dalamodellen.outputs import written_pages
from dalamodellen.outputs.html_gate import (
    EXTENSIONS,
    find_unsafe,
    is_plain,
    is_safe_address,
    new_converter,
)
from dalamodellen.outputs.safe_markdown import make_safe
from hostile.test_after_the_gate import CODE
from hostile.test_markup_in_texts import BODIES
from hostile.test_markup_in_texts import HOSTILE as HOSTILE_WORDS
from outputs.test_safe_markdown import HOSTILE

PIECES = [
    *(
        "a",
        "å",
        "javascript:x()",
        "https://example.org/",
        "x.md",
        "onclick=x()",
        "data:text/html,x",
    ),
    *("<", ">", "&", "{", "}", "[", "]", "(", ")", "\\", "`", "~", "^", "*", "_", "|", "#", "!"),
    *(
        ":",
        '"',
        "'",
        "=",
        "-",
        "+",
        "1.",
        "/",
        " ",
        "  ",
        "    ",
        "\t",
        "\n",
        "\n\n",
        "\x02",
        "\x85",
    ),
    *("- [ ] ", "- [x] ", "[a](b)", "[a](../b.md#c)", "![a](b.png)", "[a]: ", "[^1]", "!!! note "),
    *(
        "]: ",
        "](",
        "[ ]",
        "> ",
        ": ",
        "---",
        "```",
        "| - |",
        "\u2028",
        "mailto:a@example.org",
        "<b>",
    ),
]
TEXTS = [
    *(*HOSTILE, *BODIES, *HOSTILE_WORDS.values(), *CODE.values()),
    *(path.read_text("utf-8") for path in sorted(REPOSITORY.glob("content/**/*.md"))),
]
pieces = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)


@pytest.mark.parametrize(
    "address",
    [
        *("", "om/index.md", "../om/", "/om/", "#a", "?q=1", "https://example.org/", "HTTP://x"),
        *("mailto:a@example.org", "tel:+46123", "./a:b", "om/a:b", "a?b:c", "a#b:c", "å ä"),
    ],
)
def test_addresses_that_lead_somewhere_are_safe(address: str) -> None:
    assert is_safe_address(address)


@pytest.mark.parametrize(
    "address",
    [
        *("javascript:x", "JAVASCRIPT:x", " javascript:x", "java\nscript:x", "java\u200bscript:x"),
        *("\ufeffjavascript:x", "javascript&colon;x", "&#106;avascript:x", "data:text/html,x"),
        *("vbscript:x", "file:///etc/passwd", "ftp://x", "//example.org", "blob:x", "a:b"),
    ],
)
def test_addresses_that_run_something_or_hide_where_they_lead_are_not(address: str) -> None:
    assert not is_safe_address(address)


@pytest.mark.parametrize(
    ("page", "found"),
    [
        ("<p>x</p>", []),
        ('<td align="right">x</td>', ["<td align>"]),
        ('<td style="text-align: right;">x</td>', ["<td style>"]),
        ('<td style="color: red">x</td>', ["<td style>"]),
        ("<script>x</script>", ["<script>"]),
        ("<SCRIPT>x</SCRIPT>", ["<script>"]),
        ('<a href="javascript:x" onclick="y">z</a>', ["<a href>", "<a onclick>"]),
        ('<img src="data:image/svg+xml;base64,AA">', ["<img src>"]),
        ('<img src="data:image/png;base64,AA">', []),
        ('<a href="data:image/png;base64,AA">x</a>', ["<a href>"]),
        ("<!-- x -->", ["<!-- x "]),
        ("<!DOCTYPE html>", ["<!DOCTYPE html>"]),
        ("<?php x ?>", ["<?php x ?"]),
        ("<x-y>z</x-y>", ["<x-y>"]),
        ("<br/><hr />", []),
    ],
)
def test_the_gate_tells_every_tag_attribute_and_address_that_is_not_allowed(
    page: str, found: list[str]
) -> None:
    assert list(find_unsafe(page)) == found


def test_the_gate_reads_references_as_a_browser_does() -> None:
    assert list(find_unsafe('<a href="java&#115;cript:x">y</a>')) == ["<a href>"]


def stock_html(text: str) -> str:
    """Convert a text with a converter as its makers ship it, which has seen no other text."""
    configs = {name: dict(settings_) for name, settings_ in EXTENSIONS.items()}
    return markdown.Markdown(extensions=list(EXTENSIONS), extension_configs=configs).convert(text)


def full_gate(text: str) -> list[str]:
    """Look through a text's HTML as if nothing were known of it."""
    return list(find_unsafe(stock_html(text + written_pages._WHAT_FOLLOWS)))


@pytest.mark.parametrize(
    "text",
    [
        *(
            "Bara ord, 50 % och *mer*.",
            "# Rubrik\n\n1. ett\n2. två",
            "- [ ] en ruta\n- [x] en till",
        ),
        *("[om](om/index.md)", "[ut](https://example.org/a?b=c#d)", "[ring](tel:+46123)", "> sagt"),
        *('!!! note "Tips"\n\n    text', "| a | b |\n| - | - |\n| c | d |", "ord\n: betyder det"),
    ],
)
def test_everyday_texts_need_no_look_at_their_html(text: str) -> None:
    assert is_plain(text)
    assert full_gate(text) == []


@pytest.mark.parametrize(
    "text",
    [
        *(
            "<b>",
            "&lt;",
            "a {: .b }",
            "`a`",
            "~~~",
            "\\[",
            "[a]",
            "[a][b]",
            "[a]: b",
            "[^1]",
            "\x02",
        ),
        *("[a](javascript:x)", "[a](//example.org)", "[a](/b)", "[a](<b>)", "[a](b 'c')", "\x85"),
        *("[[a](b)](c)", "[a](b)](c)", "[ ] a", "- [ ]a", "a - [ ] b", "[a\nb](c)", "[a](b:c)"),
    ],
)
def test_a_text_with_a_sign_of_anything_more_is_looked_through(text: str) -> None:
    assert not is_plain(text)


@pytest.mark.parametrize("text", TEXTS)
def test_no_hostile_text_that_is_taken_for_plain_becomes_unsafe(text: str) -> None:
    for around in ("{}", "# Om\n\n{}\n", "- [ ] {}\n", "a {} b [c](d)", "| {} |\n| - |\n| a |"):
        shown = make_safe(around.replace("{}", text))[0]
        assert not is_plain(shown) or full_gate(shown) == []


@settings(max_examples=600, deadline=None)
@given(pieces)
def test_nothing_that_is_taken_for_plain_becomes_unsafe(text: str) -> None:
    # What is not made safe first has to hold too.
    for shown in (text, make_safe(text)[0]):
        assert not is_plain(shown) or full_gate(shown) == []


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from([one for one in PIECES if one not in "<&{}\\`~^\x02\x85"])))
def test_nothing_made_of_harmless_signs_becomes_unsafe(found: list[str]) -> None:
    text = "".join(found)
    assert not is_plain(text) or full_gate(text) == []


@pytest.mark.parametrize("body", [*BODIES, *CODE.values()])
def test_the_check_finds_the_same_with_and_without_the_quick_look(
    body: str, small_site: SmallSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = small_site({"content/om.md": f"# Om\n\n{body}\n", "content/lektioner/a.md": body})
    site, _ = load_site(root, today=TODAY)
    quick = written_pages.check_written(site)
    monkeypatch.setattr(written_pages, "is_plain", lambda _: False)
    assert quick == written_pages.check_written(site)


@pytest.mark.parametrize(
    "text", [*TEXTS, "en  \ntvå", "&copy; &#169; &x", "a@b c", "<a@b.se>", "*a* _b_ __c__", "\\*"]
)
def test_our_converter_gives_what_its_makers_converter_gives(text: str) -> None:
    assert new_converter().convert(text) == stock_html(text)


@settings(max_examples=600, deadline=None)
@given(st.lists(pieces, max_size=3))
def test_our_converter_leaves_nothing_from_one_text_to_the_next(texts: list[str]) -> None:
    converter = new_converter()
    for text in texts:
        assert converter.reset().convert(text) == stock_html(text)
