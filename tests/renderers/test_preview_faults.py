# SPDX-License-Identifier: EUPL-1.2
"""What stops the renderer is told as an issue if a file of the site's own has caused it."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import SmallSite
from dalamodellen.issues import Issue, Source
from dalamodellen.renderers.preview_faults import check_renderer_files, issue_of
from dalamodellen.shipped import theme_folder


def _error_in(path: Path) -> ZeroDivisionError:
    with pytest.raises(ZeroDivisionError) as caught:
        exec(compile("\n1 / 0", str(path), "exec"))  # noqa: S102 - as a template is run
    return caught.value


def test_an_error_in_a_template_is_about_its_line(tmp_path: Path) -> None:
    path = theme_folder() / "404.html"
    lines = path.read_text("utf-8").split("\n")
    assert issue_of(_error_in(path), tmp_path, []) == Issue(
        "broken-template",
        Source("theme/404.html", 2, 1, len(lines[1])),
        {"reason": "division by zero"},
        lines[1],
    )


def test_an_error_elsewhere_is_our_own(tmp_path: Path) -> None:
    assert issue_of(_error_in(tmp_path / "404.html"), tmp_path, []) is None
    assert issue_of(ValueError("x"), tmp_path, ["Config value 'theme': nej"]) is None


def test_settings_with_tags_of_the_renderer_are_whole(small_site: SmallSite) -> None:
    text = "plugins: [dalamodellen]\nx: !!python/name:os.sep\ny: !ENV HOME\nz: &a 1\nw: *a\n"
    assert check_renderer_files(small_site({"mkdocs.yml": text})) == []


def test_a_folder_in_the_place_of_the_settings_is_told(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").mkdir()
    assert [issue.code for issue in check_renderer_files(tmp_path)] == ["unreadable-file"]
