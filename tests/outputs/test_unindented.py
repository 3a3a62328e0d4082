# SPDX-License-Identifier: EUPL-1.2
"""The spaces that lines of the theme's templates begin with."""

from __future__ import annotations

import pytest
from jinja2 import DictLoader, Environment

from dalamodellen.outputs.unindented import unindent


def test_a_page_carries_no_indentation_of_its_template_and_keeps_that_of_what_is_printed() -> None:
    template = "<ul>\n  {%- for one in all %}\n    <li>{{ one }}</li>\n  {%- endfor %}\n\t</ul>"
    made = unindent(Environment(autoescape=True, loader=DictLoader({"a": template}))).get_template(
        "a"
    )
    assert made.render(all=["x\n  y", "z"]) == "<ul>\n<li>x\n  y</li>\n<li>z</li>\n</ul>"


def test_a_fault_in_a_template_is_told_on_its_own_line() -> None:
    templates = unindent(
        Environment(autoescape=True, loader=DictLoader({"a": "<p>\n  <b>\n    {{ 1 / zero }}"}))
    )
    with pytest.raises(ZeroDivisionError) as raised:
        templates.get_template("a").render(zero=0)
    assert raised.traceback[-1].lineno == 2  # counted from 0
