# SPDX-License-Identifier: EUPL-1.2
"""A drawing is clean SVG: no styles of its own, ids of its own, the same bytes each time."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from dalamodellen.model.indicator import Accumulation, ChartKind
from dalamodellen.outputs.charts.clean_svg import clean_svg, short_path
from dalamodellen.outputs.charts.figure import Width, draw_figure
from dalamodellen.outputs.charts.samples import hostile_charts, ordinary_charts
from dalamodellen.outputs.charts.spec import Chart, ChartUnit

CHARTS = {
    f"{chart.id}-{language}": chart
    for language in ("sv", "nb", "en")
    for chart in (*ordinary_charts(language), *(one for _, one in hostile_charts(language)))
}
DRAWN = [(chart, width) for chart in CHARTS.values() for width in Width]
MOST_BYTES = 6144
"""What one drawing of an ordinary chart may weigh."""
CLASSES = re.compile(r"[a-z0-9 -]*")
_ONE = """
from dalamodellen.outputs.charts.figure import Width, draw_figure
from dalamodellen.outputs.charts.samples import ordinary_charts
from hashlib import sha256
print(sha256("".join(draw_figure(c, w) for c in ordinary_charts() for w in Width).encode()).hexdigest())
"""


def _elements(svg: str) -> list[ET.Element]:
    return list(ET.fromstring(svg).iter())  # noqa: S314 - our own drawing


def test_there_is_an_ordinary_chart_of_every_kind_and_each_is_hostile_in_many_ways() -> None:
    assert [chart.kind for chart in ordinary_charts()] == list(ChartKind)
    hostile = [chart.kind for _, chart in hostile_charts()]
    assert {kind: hostile.count(kind) >= 2 for kind in ChartKind} == dict.fromkeys(ChartKind, True)


def test_no_drawing_has_a_style_of_its_own_or_anything_of_matplotlib_left() -> None:
    wanted = {"svg", "title", "desc", "defs", "g", "path", "text", "use", "pattern", "circle"}
    # Words in another language than the page's are marked in the description.
    wanted |= {"span"}
    for chart, width in DRAWN:
        svg = draw_figure(chart, width)
        assert "\n" not in svg
        for element in _elements(svg):
            assert element.tag in wanted, (chart.id, element.tag)
            assert "style" not in element.attrib, chart.id
            assert CLASSES.fullmatch(element.get("class", "")), chart.id
            colours = {element.get("fill", ""), element.get("stroke", "")}
            assert all(
                one in ("", "none", "currentColor") or one.startswith("url(#") for one in colours
            ), chart.id


def test_ids_begin_with_the_drawings_own_and_every_reference_is_answered() -> None:
    for chart, width in DRAWN:
        svg = draw_figure(chart, width)
        ids = [element.get("id", "") for element in _elements(svg) if "id" in element.attrib]
        assert len(ids) == len(set(ids))
        assert [one for one in ids if not one.startswith(f"{chart.id}-{width.value}-")] == []
        asked = set(re.findall(r'(?:url\(|href=")#([\w-]+)', svg))
        assert asked <= set(ids)


@pytest.mark.parametrize("width", Width)
def test_a_drawing_has_a_title_and_a_description_that_name_it(width: Width) -> None:
    for chart in ordinary_charts():
        root = ET.fromstring(draw_figure(chart, width))  # noqa: S314 - our own drawing
        named = root.get("aria-labelledby", "").split()
        assert (root.get("role"), [child.tag for child in root][:2]) == ("img", ["title", "desc"])
        assert [root[0].get("id"), root[1].get("id")] == named
        assert all((child.text or "").strip() for child in root[:2])
        assert root.get("viewBox", "").split()[2] == str(width.value) == root.get("width")


def test_an_ordinary_drawing_is_small() -> None:
    sizes = {
        f"{chart.id}-{width.value}": len(draw_figure(chart, width).encode())
        for chart in ordinary_charts()
        for width in Width
    }
    assert {name: size for name, size in sizes.items() if size > MOST_BYTES} == {}


def test_another_process_with_other_settings_draws_the_same_bytes(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    home = tmp_path_factory.mktemp("home")
    (home / "matplotlibrc").write_text("lines.linewidth: 9\nsvg.fonttype: path\nfont.size: 40\n")
    found = set()
    for seed, folder in (("1", ""), ("2", str(home))):
        env = {**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": "C", "TZ": "Asia/Tokyo"}
        if folder:
            env["MATPLOTLIBRC"] = folder
        done = subprocess.run(
            [sys.executable, "-c", _ONE], env=env, capture_output=True, text=True, check=True
        )
        found.add(done.stdout)
    assert len(found) == 1


def test_matplotlib_is_imported_only_when_a_chart_is_drawn() -> None:
    code = (
        "import sys; import dalamodellen.build, dalamodellen.outputs.charts.figure;"
        "print([name for name in ('matplotlib', 'fontTools') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def _text_of(chart: Chart) -> str:
    return " ".join("".join(e.itertext()) for e in _elements(draw_figure(chart, Width.NARROW)))


def test_zero_missing_and_hidden_are_drawn_apart() -> None:
    (parts,) = [chart for chart in ordinary_charts() if chart.kind is ChartKind.PLACES]
    words = [e.text for e in _elements(draw_figure(parts, Width.NARROW)) if e.tag == "text"]
    no_break = "\N{NO-BREAK SPACE}"
    told = [word for word in words if word and no_break in word]
    assert told == [f"–{no_break}(noll)", f"..{no_break}(uppgift saknas)", f"x{no_break}(dolt)"]


def test_a_hidden_number_is_nowhere_in_the_drawing() -> None:
    (targets,) = [chart for chart in ordinary_charts() if chart.kind is ChartKind.TARGETS]
    hidden = [chart for name, chart in hostile_charts() if name == "suppressed"]
    assert "82" in _text_of(targets)
    for chart in hidden:
        assert "82" not in _text_of(chart)
        # A key of answers stands there, whether there are any or not.
        has_area = 'class="area' in draw_figure(chart, Width.WIDE)
        assert has_area == (chart.kind is ChartKind.SCALE)


def test_a_path_is_written_with_no_word_too_many() -> None:
    assert short_path("M 0 0 \nL 9.04 0 \nL 9.04 -5.55 \nz\n") == "M0 0H9V-5.5z"
    assert short_path("M 0.04 -0.04 C 1 2 3 4 5 -6 L 6 7") == "M0 0C1 2 3 4 5-6L6 7"


def test_cleaning_keeps_only_marks_and_gives_them_their_classes() -> None:
    raw = (
        '<svg xmlns="http://www.w3.org/2000/svg"><metadata>x</metadata><g id="figure_1">'
        '<g id="patch_1"><path d="M 0 0 L 9 9" style="fill: #ffffff"/></g>'
        '<g id="mark area s2"><path d="M 0 0 L 9 0 z" clip-path="url(#p)" style="fill: red"/></g>'
        '<g id="mark area s2"><path d="M 0 5 L 9 5 z" style="fill: red"/></g></g></svg>'
    )
    defined, marks = clean_svg(raw, "c-320")
    assert marks == (
        '<g class="area s2" fill="url(#c-320-s2)"><path d="M0 0H9z"/><path d="M0 5H9z"/></g>'
    )
    assert defined.startswith('<pattern class="s2" id="c-320-s2"')


def test_no_line_of_a_target_crosses_numbers_whose_sum_was_to_reach_it() -> None:
    chart = next(one for one in ordinary_charts() if one.kind is ChartKind.PROGRESS)
    assert 'class="line goal"' in draw_figure(chart, Width.NARROW)
    apart = replace(chart, accumulation=Accumulation.PER_PERIOD)
    assert 'class="line goal"' not in draw_figure(apart, Width.NARROW)
    share = replace(apart, unit=ChartUnit.PERCENT)
    assert 'class="line goal"' in draw_figure(share, Width.NARROW)
