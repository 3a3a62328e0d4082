# SPDX-License-Identifier: EUPL-1.2
"""Hostile words through every text field of every kind of record reach no page as markup."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from html.parser import HTMLParser
from pathlib import Path

import pytest

from conftest import TODAY, SmallSite
from dalamodellen.build import build_site
from dalamodellen.inputs.loader import load_site
from dalamodellen.model.validation import Loc
from dalamodellen.outputs.html_gate import new_converter
from dalamodellen.outputs.safe_markdown import make_safe
from dalamodellen.outputs.written_pages import check_written
from dalamodellen.renderers.mkdocs_run import render_html
from hostile.full_records import write_site

FEWEST_FIELDS = 200
"""Fields that hold words; a generator of records that fills fewer has gone blind."""
HOSTILE = {
    "script": "<script>alert(1)</script>",
    "image": '"><img src=x onerror=alert(1)>',
    "attribute": "' onmouseover='alert(1)' x=\"",
    "ends": "</title></textarea></style></script><svg/onload=alert(1)>",
    "comment": "<!-- ]]> --!><b>",
    "markdown": '[x](javascript:alert(1)) ![y](javascript:z "t") <https://a.b> `x` **f**',
    "attributes": "{: onclick=alert(1) .x #y } {#id}",
    "template": "{{ 7*7 }}{% raw %}{# x #}",
    "references": "&lt;script&gt;alert(1)&lt;/script&gt; &#60;i&#62; &amp;lt;",
    "table": "| a | b | <td> \\| \\`",
    "definition": ": x [^1] *[HTML]: y",
}
"""What would become an element, an attribute, a link or code if it were not text."""
BODIES = [
    "<script>x</script>",
    "<img src=x onerror=x()>",
    "<svg onload=x()>",
    "<a href='javascript:x'>y</a>",
    "[y](javascript:x)",
    "[y](JaVaScRiPt:x)",
    "[y](java&#115;cript:x)",
    "[y](data:text/html,x)",
    "[y](vbscript:x)",
    "[y][1]\n\n[1]: javascript:x",
    "<javascript:x>",
    "![y](javascript:x)",
    "![y](x.png){ onerror=x() }",
    "y {: onclick='x()' }",
    "# y {: onclick=x() }",
    "<iframe src='https://example.org'></iframe>",
    "<form action='https://example.org'><input></form>",
    "<base href='https://example.org'>",
    "<meta http-equiv=refresh content='0;url=https://example.org'>",
    "<style>*{display:none}</style>",
    "<p style='position:fixed'>y</p>",
    "<math><mtext><script>x</script></mtext></math>",
    '!!! note "<script>x</script>"\n    y',
    "```html onload=x\n<script>x</script>\n```",
    "[^1]: <script>x</script>\n\ny[^1]",
    "| a |\n| - |\n| <script>x</script> |",
    "y\n: <script>x</script>",
    "<div markdown=1>\n\n<script>x</script>\n\n</div>",
]
ELEMENTS = frozenset(
    [
        "script",
        "iframe",
        "object",
        "embed",
        "form",
        "base",
        "meta",
        "style",
        "svg",
        "math",
        "link",
        "button",
    ]
)


class Skeleton(HTMLParser):
    """A page without its words: elements with the names of their attributes."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, tuple[str, ...]]] = []
        self.addresses: list[str] = []
        self.words: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, tuple(sorted(name for name, _ in attrs))))
        self.addresses += [value or "" for name, value in attrs if name in ("href", "src")]

    def handle_data(self, data: str) -> None:
        self.words.append(data)


@contextmanager
def _without_checks() -> Iterator[None]:
    """Let a site with errors be rendered: the second line of defence must hold by itself."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("dalamodellen.build.has_errors", lambda _: False)
        yield


def _built(root: Path, words: str) -> dict[str, Skeleton]:
    """Build a site whose every text holds a number of its own and these words."""
    counter = [0]

    def fill(loc: Loc) -> str:
        del loc
        counter[0] += 1
        return f"M{counter[0]:04} {words}"

    write_site(root, fill)
    with _without_checks():
        build = build_site(root, today=TODAY, shows_drafts=True)
        render_html(build, root / "html")
    return {
        path.relative_to(root / "html").as_posix(): Skeleton(path.read_text("utf-8"))
        for path in sorted((root / "html").rglob("*.html"))
    }


@pytest.fixture(scope="module")
def harmless(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Skeleton]:
    return _built(tmp_path_factory.mktemp("harmless"), "vanliga ord i en vanlig text")


def test_most_texts_are_shown_on_some_page(harmless: dict[str, Skeleton]) -> None:
    shown = {
        marker
        for page in harmless.values()
        for marker in re.findall(r"M\d{4}", " ".join(page.words))
    }
    assert len(shown) > FEWEST_FIELDS * 0.6


def _without_lines(page: Skeleton) -> Counter[tuple[str, tuple[str, ...]]]:
    """Count the elements, but for the lines that a chart breaks longer words into."""
    return Counter(one for one in page.elements if one[0] != "text")


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_words_are_words_on_every_page(
    kind: str, tmp_path: Path, harmless: dict[str, Skeleton]
) -> None:
    pages = _built(tmp_path, HOSTILE[kind])
    assert pages.keys() == harmless.keys()
    for path, page in pages.items():
        # No element and no attribute more or less than with harmless words.
        assert _without_lines(page) == _without_lines(harmless[path]), path
        assert not [one for one in page.addresses if re.match(r"\s*(?:java|vb)script|data:", one)]
    told = " ".join(words for page in pages.values() for words in page.words)
    assert HOSTILE[kind].split()[0] in " ".join(told.split())


@pytest.mark.parametrize("kind", ["script", "image", "ends"])
def test_markup_in_any_text_of_any_record_is_an_error(kind: str, tmp_path: Path) -> None:
    marked = write_site(tmp_path, lambda _: HOSTILE[kind])
    _, issues = load_site(tmp_path, today=TODAY)
    told = Counter(issue.source.path for issue in issues if issue.code == "html-in-record")
    expected = {path: len(places) for path, places in marked.items()}
    assert sum(expected.values()) > FEWEST_FIELDS
    assert dict(told) == {path: number for path, number in expected.items() if number}


@pytest.mark.parametrize("body", BODIES)
def test_hostile_markdown_is_refused_or_harmless(body: str, small_site: SmallSite) -> None:
    root = small_site({"content/om.md": f"# Om\n\n{body}\n"})
    site, issues = load_site(root, today=TODAY)
    refused = [issue for issue in (*issues, *check_written(site)) if issue.severity == "error"]
    page = Skeleton(new_converter().convert(make_safe(f"# Om\n\n{body}\n")[0]))
    dangerous = [
        (tag, names)
        for tag, names in page.elements
        if tag in ELEMENTS or any(name.startswith("on") or name == "style" for name in names)
    ]
    links = [
        one for one in page.addresses if re.match(r"\s*(?:java|vb)script|data:", one, re.IGNORECASE)
    ]
    assert refused or not (dangerous or links), (dangerous, links)
