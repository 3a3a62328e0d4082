# SPDX-License-Identifier: EUPL-1.2
"""What the preview tells at the top of a page: everything, errors first, in the site's language."""

from __future__ import annotations

import re

import pytest

from dalamodellen.issues import Accepted, Issue, Source
from dalamodellen.outputs.preview.panel import add_panel, render_alone, render_panel

ERROR = Issue("not-text", Source("data/projects/x.yml", 3, 8, 3), {"name": "title"}, "title: [<b>]")
LONG = Issue("control-character", Source("content/a.md", 12, 1), {"name": "U+0007"}, "lång " * 9)
WARNING = Issue("byte-order-mark", Source("content/om.md"))
NOTICE = Issue("no-git-history", Source("."))

PANEL = """\
<section class="preview-issues preview-issues--errors" aria-labelledby="preview-issues-title" lang="sv">
  <h2 id="preview-issues-title">1 fel och 1 varning</h2>
  <p>Sidan nedanför är gammal: den visar hur det såg ut när webbplatsen senast gick att bygga. Den nya visas av sig själv när felen är rättade.</p>
  <ol role="list">
    <li class="preview-issue preview-issue--error">
      <p class="preview-issue-place"><span class="preview-issue-severity">fel</span> <code>data/projects/x.yml:3:8</code></p>
      <p class="preview-issue-what">”title” ska vara en text, men här står en lista eller flera fält</p>
      <pre>3 | title: [&lt;b&gt;]
  |        ^^^</pre>
      <p><b>Varför:</b> Bara en text kan visas här</p>
      <p><b>Gör så här:</b> Skriv texten direkt efter kolonet</p>
      <p class="preview-issue-code">not-text</p>
    </li>
  </ol>
  <details>
    <summary>1 varning</summary>
    <ol role="list">
    <li class="preview-issue preview-issue--warning">
      <p class="preview-issue-place"><span class="preview-issue-severity">varning</span> <code>content/om.md:1:1</code></p>
"""


def test_an_error_is_told_whole_above_an_old_page_and_the_rest_is_folded() -> None:
    told = render_panel([WARNING, ERROR], "sv", state="old")
    assert told[: len(PANEL)] == PANEL
    assert told.rstrip().endswith("</details>\n</section>")


def test_a_page_without_issues_has_no_panel() -> None:
    assert render_panel([], "sv") == ""


def test_a_warning_somebody_has_answered_for_is_not_told() -> None:
    answered = Accepted("den kommer ur ett annat program", "redaktionen", "2026-11-24")
    warning = Issue(WARNING.code, WARNING.source, accepted=answered)
    assert render_panel([warning], "sv") == ""


def test_warnings_alone_are_one_folded_line_with_the_heading() -> None:
    told = render_panel([NOTICE, WARNING], "sv")
    start = (
        '<section class="preview-issues" aria-labelledby="preview-issues-title" lang="sv">\n'
        "  <details>\n"
        '    <summary><h2 id="preview-issues-title">1 varning och 1 upplysning</h2></summary>\n'
    )
    assert told.startswith(start)
    assert re.findall(r"<code>(.*?)</code>", told) == ["content/om.md:1:1", ".:1:1"]


@pytest.mark.parametrize(
    ("language", "title", "labels"),
    [
        ("sv", "2 fel, 1 varning och 1 upplysning", ["Varför:", "Gör så här:"]),
        ("nb", "2 feil, 1 advarsel og 1 opplysning", ["Hvorfor:", "Gjør slik:"]),
        ("en", "2 errors, 1 warning and 1 notice", ["Why:", "Fix:"]),
    ],
)
def test_a_panel_speaks_the_language_of_the_site(
    language: str, title: str, labels: list[str]
) -> None:
    told = render_panel([ERROR, LONG, NOTICE, WARNING], language, state="none", is_alone=True)
    assert f'<h1 id="preview-issues-title">{title}</h1>' in told
    assert f'lang="{language}"' in told
    assert re.findall(r"<b>(.*?)</b>", told) == labels * 4


def test_a_long_line_can_be_scrolled_with_the_keyboard() -> None:
    told = render_panel([ERROR, LONG], "en")
    assert re.findall(r"<pre(.*?)>", told) == [
        "",
        ' tabindex="0" role="group" aria-label="The line in the file"',
    ]


def test_an_error_of_our_own_is_told_shortly_and_is_nobodys_fault_but_ours() -> None:
    told = render_panel([], "en", state="old", fault="ValueError: <x>")
    assert '<h2 id="preview-issues-title">The pages could not be built</h2>' in told
    assert "ValueError: &lt;x&gt;</pre>" in told
    assert "It is the program that needs mending, not what you wrote." in told


def test_a_panel_stands_after_the_skip_link_and_before_all_else() -> None:
    page = b'<html><head></head><body>\n<a class="skip-link" href="#m">Hoppa</a><h1>x</h1></body></html>'
    assert add_panel(page, "<section></section>", "a-1") == (
        b'<html><head><link rel="stylesheet" href="/.dalamodellen/preview/panel.css">\n'
        b'<script src="/.dalamodellen/preview/reload.js" data-seen="a-1" defer></script>\n'
        b'</head><body>\n<a class="skip-link" href="#m">Hoppa</a>\n'
        b"<section></section><h1>x</h1></body></html>"
    )


def test_a_page_without_issues_only_gets_the_script() -> None:
    assert add_panel(b"<head></head><body class='x'>\xe5</body>", "", "a-1") == (
        b'<head><script src="/.dalamodellen/preview/reload.js" data-seen="a-1" defer></script>\n'
        b"</head><body class='x'>\n\xe5</body>"
    )


def test_a_piece_of_html_gets_the_panel_too() -> None:
    assert add_panel(b"<p>x", "<section></section>", "a-1").endswith(b"<section></section>")


def test_a_panel_alone_is_a_whole_page() -> None:
    page = render_alone("<section>&amp;</section>", "nb")
    assert page.startswith('<!DOCTYPE html>\n<html lang="nb">')
    assert "<title>Forhåndsvisning</title>" in page
    assert "<main>\n<section>&amp;</section>\n    </main>" in page
