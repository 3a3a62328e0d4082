# SPDX-License-Identifier: EUPL-1.2
"""The cards that go with pasted links: nothing cut, nothing over anything else, and small files."""

from __future__ import annotations

import re
import subprocess
import sys
from io import BytesIO
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from conftest import REPOSITORY
from dalamodellen.model.settings import EXAMPLE_MARK
from dalamodellen.outputs.card_drawing.drawing import draw_card
from dalamodellen.outputs.card_drawing.layout import ROOM, SIDE, SIGN, lay_out
from dalamodellen.outputs.card_drawing.typesetting import settable
from dalamodellen.outputs.share_card import HEIGHT, WIDTH, Highlight, ShareCard, card_uri

MOST_BYTES = 40_000
LONG_WORD = "Kompetensförsörjningsstrategiutveckling"
FUNDERS = (
    "Medfinansieras av Europeiska unionen",
    "The project was supported by the European Union through the European Social Fund Plus.",
)
FULL = ShareCard(
    title=f"{LONG_WORD}en i internationaliseringsprocessen: samverkan om lärande i glesbygd, för alla som",
    highlight=Highlight(
        kind="Projekt · i korthet",
        number="närmare 1 017 520 617 kr",
        counts="personer ur målgrupperna som skulle få utbildning eller praktik på en ny arbetsplats: "
        "1 079 kvinnor, 1 069 män och 12 andra (planerat)",
        source="Källa: Projektbeskrivning för LC-KOMP, lärcentra som mäklare i kompetensförsörjning",
    ),
    funders=FUNDERS,
    site_name="Kunskapsbanken för kompetensutveckling i Dalarnas, Gävleborgs och Värmlands län",
    mark=EXAMPLE_MARK,
)
"""All that may stand on a card, each at its longest."""

_letters = st.text("abcdefghijklmnopqrstuvwxyzåäöæøABCMWÅÄÖ", min_size=1, max_size=40)
_titles = (
    st.lists(_letters, min_size=1, max_size=12)
    .map(lambda words: " ".join(words)[:120].strip())
    .filter(lambda title: len(title) >= 3)
)
_numbers = st.sampled_from(["0", "12", "närmare 1 700", "600 000 norska kronor", "82 %"])
_kinds = st.sampled_from(["", "Projekt", "Municipality"])
_counts = st.sampled_from(["deltagare", FULL.highlight.counts])
_sources = st.sampled_from(["", "Källa: X", FULL.highlight.source])
_words = st.sampled_from(["", "Vad projektet ville, och vad som framgår av våra källor."])
_cards = st.builds(
    ShareCard,
    title=_titles,
    highlight=st.one_of(
        st.builds(Highlight, _kinds, _numbers, _counts, _sources),
        st.builds(Highlight, _kinds, words=_words),
    ),
    funders=st.sampled_from([(), FUNDERS[1:], FUNDERS]),
    site_name=st.sampled_from(["", "D", "Dalamodellen", FULL.site_name]),
    mark=st.sampled_from(["", EXAMPLE_MARK]),
)


def _inked(card: ShareCard) -> Image.Image:
    """Give the card as white where nothing is drawn, and black where something is."""
    picture = Image.open(BytesIO(draw_card(card)))
    return picture.point([0, *[255] * 255], "L")


@settings(max_examples=150, deadline=None)
@given(_cards)
def test_whatever_stands_on_a_card_is_whole_and_over_nothing_else(card: ShareCard) -> None:
    layout = lay_out(card)
    words = " ".join(line for placed in layout.placed for line in placed.words.lines)
    assert "…" not in words
    assert settable(card.title) in words
    boxes = [
        (one.left, one.top, one.left + one.words.width, one.bottom)
        for one in layout.placed
        if one.words.lines
    ]
    left, top = layout.sign
    boxes.append((left, top, left + SIGN, top + SIGN))
    assert [box for box in boxes if box[0] < SIDE - 5 or box[2] > WIDTH - SIDE + 1] == []
    assert [box for box in boxes if box[1] < 0 or box[3] > HEIGHT - 40] == []
    over = [
        (one, other)
        for one, other in combinations(boxes, 2)
        if one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
    ]
    assert over == []


def test_a_card_with_all_at_its_longest_tells_all_but_the_name_of_the_source() -> None:
    assert len(FULL.title) in range(118, 122)
    told = [line for placed in lay_out(FULL).placed for line in placed.words.lines]
    words = " ".join(told)
    for part in (FULL.title, FULL.highlight.number, FULL.highlight.counts, *FULL.funders):
        assert part in words
    assert FULL.site_name in words
    assert FULL.mark in words


@pytest.mark.parametrize(
    "title", ["Tre", "Ö" * 40, LONG_WORD, "Ett " * 30, f"{LONG_WORD} " * 3, FULL.title]
)
def test_the_ink_keeps_within_the_margins(title: str) -> None:
    card = ShareCard(title.strip(), FULL.highlight, FUNDERS, FULL.site_name)
    inked = _inked(card)
    edge = lay_out(card).edge
    left, top, right, bottom = inked.crop((0, edge, WIDTH, HEIGHT)).getbbox() or (0, 0, 0, 0)
    assert (left >= SIDE - 6, right <= WIDTH - SIDE + 6) == (True, True)
    assert (top >= 30, bottom <= HEIGHT - edge - 44) == (True, True)


def test_letters_of_two_lines_do_not_touch() -> None:
    title = f"{'gjpqyÅ' * 6} {'ÅÄÖgjp' * 6}"
    layout = lay_out(ShareCard(title, Highlight()))
    (placed,) = [one for one in layout.placed if one.words.lines]
    assert len(placed.words.lines) == 2
    inked = _inked(ShareCard(title, Highlight()))
    rows = [inked.crop((SIDE, y, SIDE + ROOM, y + 1)).getbbox() is not None for y in range(HEIGHT)]
    middle = range(round(placed.top), round(placed.bottom))
    gaps = [y for y in middle if rows[y - 1] and not rows[y]]
    assert len(gaps) == 2  # after the first line, and after the last


@pytest.mark.parametrize("card", [FULL, ShareCard("Tre", Highlight())])
def test_a_card_is_a_small_png_of_the_size_that_link_previews_ask_for(card: ShareCard) -> None:
    png = draw_card(card)
    picture = Image.open(BytesIO(png))
    assert (picture.format, picture.size, picture.mode) == ("PNG", (1200, 630), "P")
    assert len(png) < MOST_BYTES


def test_a_card_is_in_the_colours_of_the_theme() -> None:
    tokens = (REPOSITORY / "theme/tokens.css").read_text("utf-8")
    wanted = {
        name: tuple(bytes.fromhex(*re.findall(rf"--{name}: var\(--if-light, #(\w+)\)", tokens)))
        for name in ("paper", "accent", "ink", "ink-soft")
    }
    picture = Image.open(BytesIO(draw_card(FULL))).convert("RGB")
    assert picture.getpixel((2, 2)) == wanted["accent"]
    assert picture.getpixel((2, HEIGHT - 2)) == wanted["paper"]
    seen = {colour for _, colour in picture.getcolors(1000) or []}
    assert set(wanted.values()) <= seen


def test_the_same_card_is_the_same_bytes_in_another_process() -> None:
    source = (
        "import sys; from dalamodellen.outputs.card_drawing.drawing import draw_card;"
        "from dalamodellen.outputs.share_card import Highlight, ShareCard;"
        "sys.stdout.buffer.write(draw_card(ShareCard('Dalalyft på ŁŚ', Highlight(number='3'))))"
    )
    drawn = [
        subprocess.run(
            [sys.executable, "-c", source],
            env={"PYTHONHASHSEED": seed, "LC_ALL": "C"},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert drawn == [draw_card(ShareCard("Dalalyft på ŁŚ", Highlight(number="3")))] * 2


def test_a_card_of_a_demonstration_site_says_so_to_eyes_and_to_programs() -> None:
    marked = draw_card(ShareCard("Exempel", Highlight(), mark=EXAMPLE_MARK))
    assert EXAMPLE_MARK.encode() in marked
    assert Image.open(BytesIO(marked)).text == {"Description": EXAMPLE_MARK}  # type: ignore[attr-defined]
    words = [placed.words.lines for placed in lay_out(FULL).placed]
    assert (EXAMPLE_MARK,) in words
    assert lay_out(FULL).edge > lay_out(ShareCard("Exempel", Highlight())).edge


@pytest.mark.parametrize(
    ("written", "set_as"),
    [
        ("A\u030a i\u00adlag\n  nu", "Å ilag nu"),
        ("närmare 1\u00a0700", "närmare 1\u00a0700"),
        ("\u200bTitel\u202e", "Titel"),
    ],
)
def test_signs_that_are_not_seen_are_not_drawn(written: str, set_as: str) -> None:
    assert settable(written) == set_as


def test_letters_that_the_font_lacks_are_set_in_another() -> None:
    assert draw_card(ShareCard("Żółw", Highlight())) != draw_card(ShareCard("ółw", Highlight()))
    # Nothing to draw it with: it is left out, as the heading of the page tells it.
    assert draw_card(ShareCard("Dal漢", Highlight())) == draw_card(ShareCard("Dal", Highlight()))


def test_the_words_for_those_who_do_not_see_a_card_are_all_that_stands_on_it() -> None:
    card = ShareCard(
        "Dalalyft",
        Highlight("Projekt", "närmare 1 700", "deltagare (utfall)", "Källa: Bloggen"),
        ("Medfinansieras av Europeiska unionen", "Projektet fick stöd."),
        "Dalamodellen",
        EXAMPLE_MARK,
    )
    assert card.alt == (
        "EXEMPEL – påhittade uppgifter. Projekt. Dalalyft. närmare 1 700 deltagare (utfall). "
        "Källa: Bloggen. Medfinansieras av Europeiska unionen. Projektet fick stöd. Dalamodellen."
    )


@pytest.mark.parametrize(
    ("uri", "wanted"),
    [
        ("projekt/tre-m/index.md", "assets/delning/projekt/tre-m.png"),
        ("projekt/tre-m/i-korthet/index.md", "assets/delning/projekt/tre-m/i-korthet.png"),
        ("index.md", "assets/delning/index.png"),
    ],
)
def test_each_page_has_its_card_at_an_address_of_its_own(uri: str, wanted: str) -> None:
    assert card_uri(uri) == wanted
