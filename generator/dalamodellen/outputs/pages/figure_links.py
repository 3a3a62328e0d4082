# SPDX-License-Identifier: EUPL-1.2
"""Numbers in running text, taken from records: with their word and unit, and a link to their row."""

from __future__ import annotations

import re
from html import escape as escape_html

from dalamodellen.model.figure import Figure, find_figure
from dalamodellen.model.indicator import Counts
from dalamodellen.model.money import Money, Precision, Quantity
from dalamodellen.model.site import RecordFile, Site
from dalamodellen.outputs.output_file import relative_url
from dalamodellen.outputs.pages.git_host import file_url
from dalamodellen.outputs.wording import (
    count,
    decimals_of,
    format_money,
    format_percent,
    format_quantity,
)
from dalamodellen.outputs.words import COUNTED, NO_BREAK, label, translator

_OPEN, _CLOSE = r"(?:\{|&#123;){2}", r"(?:\}|&#125;){2}"
_IN_TEXT = re.compile(rf"(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)|{_OPEN}\s*figure\s+([\w.-]+)\s*{_CLOSE}")
"""A span of code, which is let be, or a number by its name; its braces may be escaped."""


def with_figures(site: Site, uri: str, text: str, language: str) -> str:
    """Put numbers, with links to their rows, in the places that name them.

    Args:
        site: The checked site; every name in the text was checked on load.
        uri: The page the text stands on, where links start.
        text: Markdown or HTML that is safe already.
        language: Whose words and digits.
    """

    def written(match: re.Match[str]) -> str:
        figure = find_figure(site, match[2]) if match[2] else None
        return match[0] if figure is None else _link(site, uri, figure, language)

    return _IN_TEXT.sub(written, text) if "figure" in text else text


def with_figures_in_words(site: Site, text: str, language: str) -> str:
    """Put numbers in the places that name them, without links, for titles and descriptions."""

    def written(match: re.Match[str]) -> str:
        figure = find_figure(site, match[2]) if match[2] else None
        return match[0] if figure is None else figure_in_words(figure, language)

    return _IN_TEXT.sub(written, text) if "figure" in text else text


def figure_in_words(figure: Figure, language: str) -> str:
    """Write a number with the word of its precision and its unit: "närmare 1 700 personer"."""
    if figure.currency:
        money = Money(amount=figure.value, currency=figure.currency, precision=figure.precision)
        return format_money(money, language)
    if figure.is_percent:
        words = format_percent(figure.value, language, decimals_of(figure.value))
        if figure.precision is not Precision.EXACT:
            words = f"{label('precision', figure.precision, language)}{NO_BREAK}{words}"
    else:
        quantity = Quantity(value=figure.value, precision=figure.precision)
        words = format_quantity(quantity, language)
        if figure.counts is not Counts.NOTHING:
            words += NO_BREAK + count(figure.value, *COUNTED[figure.counts], language)
    if figure.operator:
        words = f"{label('operator', figure.operator, language)}{NO_BREAK}{words}"
    return words


def _link(site: Site, uri: str, figure: Figure, language: str) -> str:
    """Link a number to its row at the git host; where there is none, to where the row is named."""
    file, line = _row_of(site, figure)
    href = file_url(site, file, line)
    if not href:
        anchor = f"#mal-{figure.goal}" if figure.goal else ""
        href = relative_url(uri, f"projekt/{figure.key[1]}/index.md{anchor}")
    words = escape_html(figure_in_words(figure, language))
    translate = translator(language)
    source = f"{translate('Källa:')} {translate('rad')} {line}"
    hidden = f'<span class="visually-hidden"> ({source})</span>'
    return f'<a class="figure" href="{escape_html(href)}">{words}{hidden}</a>'


def _row_of(site: Site, figure: Figure) -> tuple[RecordFile, int]:
    if figure.row is not None:
        return site.table_files[figure.key], figure.row.line
    file = site.files[figure.key]
    return file, file.line_of(*figure.loc)
