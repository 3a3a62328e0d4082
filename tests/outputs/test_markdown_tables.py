# SPDX-License-Identifier: EUPL-1.2
"""Tables from Markdown: caption, heads, alignment, and room for what cannot be broken."""

from __future__ import annotations

import pytest

from dalamodellen.outputs.html_gate import find_unsafe, new_converter
from dalamodellen.outputs.markdown_tables import find_bare_tables
from dalamodellen.outputs.safe_markdown import mark_code


def _html(text: str) -> str:
    return new_converter().convert(text)


def test_a_table_is_whole() -> None:
    text = (
        "# Priser\n\nTabell: Pris *per* timme\n\n"
        "| Vad | Pris | När |\n| --- | ---: | :-: |\n| Fönster | 450 kr | Dag |\n"
    )
    assert _html(text) == (
        '<h1 id="priser">Priser</h1>\n'
        '<div class="table-frame room-3"><table>\n'
        "<caption>Pris <em>per</em> timme</caption><thead>\n"
        '<tr>\n<th scope="col">Vad</th>\n<th class="align-right" scope="col">Pris</th>\n'
        '<th class="align-center" scope="col">När</th>\n</tr>\n</thead>\n'
        '<tbody>\n<tr>\n<th scope="row">Fönster</th>\n'
        '<td class="align-right" data-heading="Pris">450 kr</td>\n'
        '<td class="align-center" data-heading="När">Dag</td>\n</tr>\n</tbody>\n</table></div>'
    )


@pytest.mark.parametrize("word", ["Tabell: ", "Table: "])
def test_the_paragraph_above_becomes_the_caption(word: str) -> None:
    assert "<caption>Hej</caption>" in _html(f"{word}Hej\n\n| a | b |\n| - | - |\n| 1 | 2 |\n")


@pytest.mark.parametrize("above", ["Tabellen: Hej", "Se tabell: Hej", "Tabell:", "# Tabell: Hej"])
def test_other_words_above_stay_where_they_are(above: str) -> None:
    page = _html(f"# A\n\n{above}\n\n| a | b |\n| - | - |\n| 1 | 2 |\n")
    assert "<caption>" not in page
    assert above.lstrip("# ") in page


def test_without_a_caption_the_heading_above_names_the_table() -> None:
    page = _html(
        "# A\n\n## Om priser {#pris}\n\nText.\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n## B\n"
    )
    assert '<table aria-labelledby="pris">' in page


def test_rows_that_begin_alike_or_with_nothing_have_no_heads() -> None:
    for cells in ("| 1 | 2 |\n| 1 | 3 |\n", "| | 2 |\n| 1 | 3 |\n"):
        assert 'scope="row"' not in _html(f"| a | b |\n| - | - |\n{cells}")


def test_an_empty_corner_is_no_head() -> None:
    assert "<td></td>\n<th scope" in _html("| | b |\n| - | - |\n| 1 | 2 |\n")


def test_a_table_in_a_list_or_a_box_is_finished_too() -> None:
    table = "    Tabell: T\n\n    | a | b |\n    | - | - |\n    | 1 | 2 |\n"
    for text in (f"- punkt\n\n{table}", f'!!! note "x"\n\n{table}'):
        assert '<div class="table-frame room-2"><table>\n<caption>T</caption>' in _html(text)


@pytest.mark.parametrize(
    ("figure", "room"), [("1 kr", 2), ("123456789", 2), ("1234567890", 3), ("1" * 99, 12)]
)
def test_figures_get_the_room_they_need(figure: str, room: int) -> None:
    name = f"room-{room}" if room <= 8 else "room-none"
    page = _html(f"| a | b |\n| - | -: |\n| 1 | {figure} |\n")
    assert f'class="table-frame {name}"' in page


@pytest.mark.parametrize(
    ("head", "words"),
    [
        ("A &amp; O", "A &amp; O"),
        ("A & O", "A &amp; O"),
        ("&lt;b&gt;", "&lt;b&gt;"),
        ('<b title="x&quot; onclick=y">fet</b>', "fet"),
        ("`a|b`", "a|b"),
        (r"\| \*", "| *"),
        ("[x](y.md)", "x"),
        ("&#34; onclick=x", "&quot; onclick=x"),
    ],
)
def test_a_cell_holds_the_words_of_its_head_and_no_markup(head: str, words: str) -> None:
    page = _html(f"| a | {head} |\n| - | - |\n| 1 | 2 |\n")
    assert f'<td data-heading="{words}">2</td>' in page
    assert list(find_unsafe(page)) == []


def test_tables_without_caption_are_found() -> None:
    text = (
        "| a | b |\n| - | - |\n\nText\n\n| a | b |\n|:-:|--:|\n\n"
        "Tabell: x\ny\n\n| a | b |\n| - | - |\n\n```\n\n| a | b |\n| - | - |\n```\n"
    )
    assert list(find_bare_tables(mark_code(text.split("\n")))) == [1, 6]
