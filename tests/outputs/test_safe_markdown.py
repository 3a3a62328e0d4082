# SPDX-License-Identifier: EUPL-1.2
"""Words stay words: whatever a writer or a stranger writes, no code reaches the page unasked."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import HANGING
from dalamodellen.outputs.html_gate import find_unsafe, new_converter
from dalamodellen.outputs.safe_markdown import (
    Finding,
    Markdown,
    escape,
    make_safe,
    mark_code,
    prose,
)

HOSTILE = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=https://example.org/x.js></SCRIPT>",
    "<script\n>alert(1)</script\n>",
    "<script/x>alert(1)</script>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<<script>alert(1)//<</script>",
    "<img src=x onerror=alert(1)>",
    '<img src="x" onerror="alert(1)">',
    "<img src=x onerror=alert(1)//",
    "<img/src=x/onerror=alert(1)>",
    "<img src=`x`onerror=alert(1)>",
    '<img src="javascript:alert(1)">',
    '<img src="x" ONERROR=alert(1) alt="">',
    "<svg onload=alert(1)>",
    "<svg/onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><a xlink:href=javascript:alert(1)><text>x</text></a></svg>",
    "<math><mtext><img src=x onerror=alert(1)></mtext></math>",
    "<iframe src=javascript:alert(1)></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data=javascript:alert(1)></object>",
    "<embed src=javascript:alert(1)>",
    "<form action=javascript:alert(1)><button>x</button></form>",
    "<button formaction=javascript:alert(1)>x</button>",
    "<input onfocus=alert(1) autofocus>",
    "<select onfocus=alert(1) autofocus></select>",
    "<textarea></textarea><script>alert(1)</script>",
    "<video src=x onerror=alert(1)></video>",
    "<audio src=x onerror=alert(1)>",
    "<details open ontoggle=alert(1)>x</details>",
    "<marquee onstart=alert(1)>x</marquee>",
    "<body onload=alert(1)>",
    "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
    "<base href=https://example.org/>",
    "<link rel=stylesheet href=https://example.org/x.css>",
    "<style>@import 'https://example.org/x.css'</style>",
    "<p style='background:url(javascript:alert(1))'>x</p>",
    "<div style=position:fixed>x</div>",
    "<a href=javascript:alert(1)>x</a>",
    '<a href="java\tscript:alert(1)">x</a>',
    '<a href="&#106;avascript:alert(1)">x</a>',
    '<a href="javascript&colon;alert(1)">x</a>',
    '<a href=" javascript:alert(1)">x</a>',
    '<a href="vbscript:msgbox(1)">x</a>',
    '<a href="data:text/html,<script>alert(1)</script>">x</a>',
    '<a href="//example.org/x">x</a>',
    '<a href="x" onclick="alert(1)">x</a>',
    "<a href='x' onmouseover='alert(1)'>x</a>",
    '<a\nhref="x"\nonclick="alert(1)">x</a>',
    '<a title="](javascript:alert(1))" href="x">x</a>',
    "[x](javascript:alert(1))",
    "[x]( javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](<javascript:alert(1)>)",
    "[x](java&#115;cript:alert(1))",
    "[x](javascript&colon;alert(1))",
    "[x](&#x6A;avascript:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:alert(1) 'rubrik')",
    "[x](file:///etc/passwd)",
    "![x](javascript:alert(1))",
    "![x](data:image/svg+xml;base64,PHN2Zz4=)",
    "[![x](javascript:alert(1))](https://example.org/)",
    "[x][y]\n\n[y]: javascript:alert(1)",
    "[x][y]\n\n[y]: <javascript:alert(1)>",
    "[x]\n\n[x]: data:text/html,x 'rubrik'",
    "<javascript:alert(1)>",
    "<!--><script>alert(1)</script>-->",
    "<!---><script>alert(1)</script>-->",
    "<!-- --><script>alert(1)</script><!-- -->",
    "<!-- <script>alert(1)</script>",
    "<!-- a --!><script>alert(1)</script>-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?php echo 1 ?><script>alert(1)</script>",
    "<!DOCTYPE html><script>alert(1)</script>",
    "</p><script>alert(1)</script><p>",
    "`</code><script>alert(1)</script>",
    "`a`<script>`b`</script>",
    "``` `<script>alert(1)</script>",
    "\\<script>alert(1)</script>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&amp;lt;script&amp;gt;",
    "text\n    <script>alert(1)</script>",
    "- a\n\n    <script>alert(1)</script>",
    "1. a\n\n    <script>alert(1)</script>",
    "> <script>alert(1)</script>",
    "| a |\n|---|\n| <script>alert(1)</script> |",
    "!!! note\n    <script>alert(1)</script>",
    "a\n:   <script>alert(1)</script>",
    "a[^1]\n\n[^1]: <script>alert(1)</script>",
    "# <script>alert(1)</script>",
    "<div markdown='1'>\n<script>alert(1)</script>\n</div>",
    "<div>\n\n<script>alert(1)</script>\n\n</div>",
    "<b title='<script>alert(1)</script>'>x</b>",
    '"><script>alert(1)</script>',
    "' onmouseover='alert(1)",
    '" onmouseover="alert(1)',
    "{{ 7 * 7 }}{% raw %}",
    "{: onclick=alert(1) }",
    "<ScRiPt\x0b>alert(1)</sCrIpT>",
    "<a\u00a0href='javascript:alert(1)'>x</a>",
    "\u202e<script>alert(1)</script>",
]
"""What has got through somewhere else, or might."""
ONLY_THE_GATE_SEES = [
    "![x](y.png){ onclick=alert(1) }",
    "# Rubrik { onclick=alert(1) }",
    "Stycke\n{: style=position:fixed }",
    "[x](y){ href=javascript:alert(1) }",
    "[x](java\nscript:alert(1))",
    "> ```\n<script>alert(1)</script>",
    "> ```\n<!--><script>alert(1)</script>-->",
    "```\n<script>alert(1)</script>",
    "~~~\n<!-- a --!><img src=x onerror=alert(1)>-->",
    "   ```\n<script>alert(1)</script>\n   ```",
]
"""What is code only when the whole Markdown is converted: such a site is not published."""
ORDINARY = [
    "En **fet** och en *kursiv* text med `kod` och [länk](om/index.md).",
    "5 > 3, A&B, <https://example.org/?a=1&b=2> och <redaktionen@example.org>.",
    "<details><summary>Mer</summary>\n\nText.\n\n</details>",
    '<abbr title="Europeiska socialfonden">ESF</abbr>, H<sub>2</sub>O, <kbd>Ctrl</kbd><br>',
    '<a href="../om/" lang="nb" rel="external">Om</a> <img src="a.png" alt="En karta" width="10">',
    '<div class="note" role="note" aria-label="Obs" data-x="1" markdown="1">\n\nText\n\n</div>',
    "[x](<min karta.png>) och [y](om.md 'rubrik') och [z](#ankare) och [tel](tel:+46123)",
    "![bild](data:image/png;base64,iVBORw0KGgo=)",
    "| A | B |\n|:--|--:|\n| c | d |",
    "Fotnot[^1]\n\n[^1]: Noten.\n\nTerm\n:   Betydelse",
    '!!! note "Obs"\n    Text.\n\n- ett\n    - två\n\n1. tre',
]
"""What people write, which must come through untouched."""

DANGEROUS = re.compile(
    "script|iframe|object|embed|form|input|button|select|textarea|style|link|meta|base|svg|math|"
    "video|audio|marquee|body|html|head|title|frame|frameset|applet|template|noscript"
)
WHITE = re.compile(r"[ \t\n\r\f\v\u2028\u2029\N{NO-BREAK SPACE}]+")
LETTERS = st.characters(
    exclude_categories=["Cs", "Cc", "Zs", "Zl", "Zp"], include_characters=" \u2028"
)
WORDS = st.text(alphabet=LETTERS, max_size=60)
MARKUP = st.text(alphabet=st.sampled_from("<>&\"'`*_[](){}|~^=\\$#-+.:!?1a \n/;%@x"), max_size=60)


class Reader(HTMLParser):
    """Reads HTML on its own terms, so that the gate is not judged by itself."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words = ""
        self.tags: list[str] = []
        self.dangers: list[str] = []
        self.values: list[str | None] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if DANGEROUS.fullmatch(tag):
            self.dangers.append(tag)
        for name, value in attrs:
            self.values.append(value)
            plain = re.sub(r"[\x00-\x20]", "", value or "").lower()
            scheme = re.match(r"[a-z][a-z0-9+.-]*:", plain)
            is_picture = tag == "img" and plain.startswith(("data:image/png", "data:image/jpeg"))
            if name.startswith("on") or name in ("style", "srcdoc", "formaction", "xlink:href"):
                self.dangers.append(name)
            if name in ("href", "src", "action", "data", "cite") and (
                plain.startswith("//")
                or (
                    scheme
                    and scheme[0] not in ("http:", "https:", "mailto:", "tel:")
                    and not is_picture
                )
            ):
                self.dangers.append(plain)

    def handle_data(self, data: str) -> None:
        self.words += data

    def handle_comment(self, data: str) -> None:
        self.dangers.append(f"<!--{data}")

    def handle_decl(self, decl: str) -> None:
        self.dangers.append(decl)

    def handle_pi(self, data: str) -> None:
        self.dangers.append(data)


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    reader.close()
    return reader


def convert(text: str) -> str:
    return str(new_converter().convert(text))


def normal(words: str) -> str:
    """Give the words as a reader is meant to see them: white space as single spaces.

    Which spaces may not break lines is another matter, tested by itself.
    """
    return WHITE.sub(" ", words).strip()


# -- what people write in Markdown -------------------------------------------------------


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_markdown_becomes_text(text: str) -> None:
    page = convert(make_safe(text)[0])
    assert (list(find_unsafe(page)), read(page).dangers) == ([], [])


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_markdown_within_other_markdown_becomes_text(text: str) -> None:
    around = f"# Rubrik\n\nText {text} mer\n\n{text}\n\n- {text}\n\n`kod` {text}\n"
    page = convert(make_safe(around)[0])
    assert (list(find_unsafe(page)), read(page).dangers) == ([], [])


@pytest.mark.parametrize("text", ONLY_THE_GATE_SEES)
def test_what_only_the_finished_page_shows_is_stopped_by_the_gate(text: str) -> None:
    page = convert(make_safe(text)[0])
    assert list(find_unsafe(page)) != []


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_markdown_comes_through_untouched(text: str) -> None:
    assert make_safe(text) == (text, [])
    page = convert(text)
    assert (list(find_unsafe(page)), read(page).dangers) == ([], [])


@settings(max_examples=100, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from([*HOSTILE, *ORDINARY]) | MARKUP, max_size=4).map("\n".join))
def test_no_mixture_gets_past_both_the_cleaner_and_the_gate(text: str) -> None:
    page = convert(make_safe(text)[0])
    assert list(find_unsafe(page)) != [] or read(page).dangers == []


@settings(max_examples=100, deadline=None, derandomize=True)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])) | MARKUP)
def test_making_safe_never_raises_keeps_the_lines_and_needs_no_second_time(text: str) -> None:
    safe, findings = make_safe(text)
    assert safe.count("\n") == text.count("\n")
    assert make_safe(safe)[0].count("<") == safe.count("<")
    for finding in findings:
        line = text.split("\n")[finding.line - 1]
        assert line[finding.column - 1 :].startswith(finding.words)


@pytest.mark.parametrize(
    ("text", "safe", "findings"),
    [
        (
            "a <form> b",
            "a &lt;form> b",
            [Finding("html-in-page", 1, 3, "<form>")],
        ),
        (
            "x\n[k](javascript:alert(1)) <form>",
            "x\n[k]&#40;javascript:alert(1)) &lt;form>",
            [
                Finding("unsafe-link", 2, 5, "javascript:alert(1"),
                Finding("html-in-page", 2, 26, "<form>"),
            ],
        ),
        (
            "[k]: <vbscript:x>",
            "[k]&#58; &lt;vbscript:x>",
            [Finding("unsafe-link", 1, 7, "vbscript:x")],
        ),
        (
            "<!-- a\nb --> <form> `<!-- c -->`",
            "\n &lt;form> `<!-- c -->`",
            [Finding("html-in-page", 2, 7, "<form>")],
        ),
        ("a <!-- b", "a &lt;!-- b", [Finding("html-in-page", 1, 3, "<!-- b")]),
        ("3 < 5", "3 &lt; 5", []),
    ],
)
def test_what_is_turned_into_text_is_told_at_its_place(
    text: str, safe: str, findings: list[Finding]
) -> None:
    assert make_safe(text) == (safe, findings)


@pytest.mark.parametrize(
    "text",
    [
        "```html\n<script>x</script> <!-- y -->\n```",
        "~~~~\n```\n<script>x</script>\n~~~~",
        "Text:\n\n    <script>x</script>\n    <!-- y -->\n\n    mer\n",
        "I rad `<script>` och `` `<!-- x -->` ``.",
        "- punkt\n\n    ```html\n    <b onclick=x>\n    ```\n",
        "> ```\n> <script>\n> ```\n",
    ],
)
def test_code_is_shown_as_it_was_written(text: str) -> None:
    assert make_safe(text) == (text, [])
    page = convert(text)
    assert (list(find_unsafe(page)), read(page).dangers) == ([], [])


def test_indented_code_within_a_list_is_shown_as_it_was_written() -> None:
    text = "- punkt\n\n        <form>kod</form>\n"
    assert "<form>kod</form>" in read(convert(make_safe(text)[0])).words


def test_a_comment_is_left_out_with_the_code_in_it() -> None:
    assert make_safe("a\n<!--\n```\n<script>\n```\n-->\nb") == ("a\n\n\n\n\n\nb", [])


def test_long_lines_are_made_safe_quickly() -> None:
    started = time.perf_counter()
    for text in ("<a" + " " * 100_000, "<a x" * 50_000, "<" * 100_000, "](" * 100_000):
        make_safe(text)
    make_safe("<!-- " * 100_000)
    make_safe("ord " * 225_000)
    assert time.perf_counter() - started < HANGING


# -- words from records ----------------------------------------------------------------


def places(words: str) -> Iterator[str]:
    """Put the words where a page may have them: heading, text, list, cell, HTML."""
    safe = escape(words)
    yield f"# {safe}"
    yield f"{safe}"
    yield f"Text {safe} mer"
    yield f"- {safe}"
    yield f"1. {safe}"
    yield f"| a |\n|---|\n| {safe} |"
    yield f"<p>{safe}</p>"
    yield f"<ul>\n<li><strong>{safe}</strong></li>\n</ul>"
    yield f'<div markdown="1">\n\n{safe}\n\n</div>'


@pytest.mark.parametrize("words", [*HOSTILE, *ONLY_THE_GATE_SEES])
def test_hostile_words_are_shown_as_they_were_written(words: str) -> None:
    plain = [convert(text) for text in places("x")]
    for page, expected in zip(map(convert, places(words)), plain, strict=True):
        reader = read(page)
        assert (list(find_unsafe(page)), reader.dangers) == ([], [])
        assert reader.tags == read(expected).tags
        assert normal(words) in normal(reader.words)


@pytest.mark.parametrize("words", [*HOSTILE, *ONLY_THE_GATE_SEES])
def test_hostile_words_stay_within_an_attribute(words: str) -> None:
    for page in (
        f'<p title="{escape(words)}">x</p>',
        convert(f'Text <span title="{escape(words)}">x</span>.'),
        convert(f'<p title="{escape(words)}">x</p>'),
    ):
        reader = read(page)
        assert [normal(value or "") for value in reader.values] == [normal(words)]
        assert reader.dangers == []


@settings(max_examples=100, deadline=None, derandomize=True)
@given(WORDS | MARKUP)
def test_any_words_are_shown_exactly_and_nothing_else(words: str) -> None:
    shown = normal(words)
    for text in places(words):
        reader = read(convert(text))
        before = "a" if text.startswith("| a") else "Text" if text.startswith("Text ") else ""
        after = "mer" if text.startswith("Text ") else ""
        assert normal(reader.words) == normal(f"{before} {shown} {after}")
        assert reader.dangers == []


@pytest.mark.parametrize(
    "words", ["Lär dig C#", "F##", "#1", "a #", "-", "+ 1", "1.", "12) a", ": a"]
)
def test_signs_at_the_ends_of_a_title_are_kept(words: str) -> None:
    assert read(convert(f"# {escape(words)}\n\nText")).words.split("\n")[0] == words


def test_words_that_are_markdown_already_are_not_escaped_again() -> None:
    link = Markdown('<a href="x">A & B</a>')
    assert escape(link) is link
    assert escape(escape("A & B")) == "A &amp; B"


def test_no_break_spaces_are_kept_and_other_white_space_is_one_space() -> None:
    assert escape(" 5\N{NO-BREAK SPACE}kr \n\t per år\u2028 ") == "5\N{NO-BREAK SPACE}kr per år"


def test_no_line_breaks_within_a_number() -> None:
    assert escape("14 334 182 kr 2012 på 17 dagar") == (
        "14\N{NO-BREAK SPACE}334\N{NO-BREAK SPACE}182 kr 2012 på 17 dagar"
    )


@pytest.mark.parametrize("words", [*HOSTILE, *ONLY_THE_GATE_SEES])
def test_hostile_prose_becomes_paragraphs_and_lists_of_words(words: str) -> None:
    as_item = "Först.\n\n- " + words
    page = convert(f"# Rubrik\n\n{prose(words)}\n\n{prose(as_item)}\n")
    reader = read(page)
    assert (list(find_unsafe(page)), reader.dangers) == ([], [])
    assert set(reader.tags) <= {"h1", "p", "ul", "li"}
    assert re.sub(r"\s|^- ", "", words) in re.sub(r"\s", "", reader.words)


def test_prose_has_paragraphs_lists_and_the_language_of_its_words() -> None:
    assert prose("Ett.\nOch mer.\n\nTvå:\n- a\n- b\n  c") == (
        "<p>Ett. Och mer.</p>\n<p>Två:</p>\n<ul><li>a</li><li>b c</li></ul>"
    )
    assert prose("Hei.\n\n- a", "nb") == '<p lang="nb">Hei.</p>\n<ul lang="nb"><li>a</li></ul>'


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a\n```\nb\n```\nc", "b"),
        ("```\nb\n``` x\nc\n```\nd", "b ``` x c"),
        ("````\n```\nb\n````\nc", "``` b"),
        ("~~~\n```\nb\n~~~\nc", "``` b"),
        ("- ```\n  b\n  ```\nc", "b"),
    ],
)
def test_lines_of_code_are_told_from_text(text: str, code: str) -> None:
    inside = [line.strip() for line, is_code in mark_code(text.split("\n")) if is_code]
    assert " ".join(inside[1:-1]) == code
