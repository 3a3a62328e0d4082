# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: INP001 - a script on its own, kept beside the fonts it makes
"""Make the site's fonts from Atkinson Hyperlegible Next: only the letters we write.

Not part of the build. Run it again only when letters are missing:

    pip install fonttools brotli
    git clone https://github.com/googlefonts/atkinson-hyperlegible-next
    python subset.py atkinson-hyperlegible-next/fonts/variable

Made from commit 7925f50f649b3813257faf2f4c0b381011f434f1. Four signs the font lacks are added:
an arrow, a tick, a no-break hyphen and a narrow no-break space. The licence (OFL.txt) allows it.
"""

import sys
from pathlib import Path

from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

LETTERS = "".join(map(chr, range(0x20, 0x7F))) + "ÄÅÆÉÖØäåæéöøüà" + "\u00a0\u00ad§«»°·×–’”“•…−"
"""On every page; small enough to come with the style sheet."""
RARER = "ÀÁÇÈÊËÑÓÔÜáâçèêëíïñóôùúß©±²³¼½¾÷‐—‘€≈≤≥"
"""In a file of its own, which tokens.css names with these signs."""
ADDED = {
    0x2011: "hyphen",
    0x00AD: "hyphen",
    0x202F: "uni202F",
    0x2192: "arrowright",
    0x2713: "uni2713",
}

# name: advance width, outlines
DRAWN = {
    "uni202F": (140, []),
    "arrowright": (
        760,
        [
            [
                (60, 292),
                (60, 368),
                (556, 368),
                (386, 538),
                (440, 592),
                (702, 330),
                (440, 68),
                (386, 122),
                (556, 292),
            ]
        ],
    ),
    "uni2713": (
        680,
        [[(50, 300), (112, 356), (252, 200), (560, 610), (628, 560), (258, 66)]],
    ),
}


def add_signs(font: TTFont) -> None:
    """Draw the signs the font lacks; they look the same in all weights."""
    order = font.getGlyphOrder()
    for name, (width, outlines) in DRAWN.items():
        pen = TTGlyphPen(None)
        for first, *rest in outlines:
            pen.moveTo(first)
            for point in rest:
                pen.lineTo(point)
            pen.closePath()
        font["glyf"][name] = pen.glyph()
        left = min((x for line in outlines for x, _ in line), default=0)
        font["hmtx"][name] = (width, left)
    font.setGlyphOrder(list(dict.fromkeys([*order, *DRAWN])))
    if "gvar" in font:
        variations = font["gvar"].variations
        for name in font.getGlyphOrder():
            if name not in variations:
                variations[name] = []
    for table in font["cmap"].tables:
        table.cmap.update(ADDED)


def make(source: Path, target: Path, signs: str, *, weight: object) -> None:
    """Write one subset font."""
    font = instantiateVariableFont(TTFont(source), {"wght": weight})
    for table in ("HVAR", "MVAR"):
        if table in font:
            del font[table]
    add_signs(font)
    options = Options(
        layout_features=["kern", "tnum"],
        hinting=False,
        name_IDs=[0, 13, 14],
    )
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[*map(ord, signs)])
    subsetter.subset(font)
    font["head"].modified = font["head"].created
    font.recalcTimestamp = False
    font.flavor = "woff2"
    font.save(target)


if __name__ == "__main__":
    here, upstream = Path(__file__).parent, Path(sys.argv[1])
    name = "AtkinsonHyperlegibleNext"
    upright = upstream / f"{name}[wght].ttf"
    italic = upstream / f"{name}-Italic[wght].ttf"
    common = LETTERS + "".join(map(chr, ADDED))
    make(upright, here / "atkinson-next.woff2", common, weight=(400, 700))
    make(upright, here / "atkinson-next-more.woff2", RARER, weight=(400, 700))
    make(italic, here / "atkinson-next-italic.woff2", common + RARER, weight=400)
