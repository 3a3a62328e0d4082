# SPDX-License-Identifier: EUPL-1.2
"""What `check --fix` mends, and that nothing else about a file changes."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import REPOSITORY, SmallSite
from dalamodellen.inputs.fixes import find_fixes, mend
from dalamodellen.inputs.text_reader import TextFile
from dalamodellen.inputs.writer import ChangedFileError, replace_file
from dalamodellen.inputs.yaml_reader import parse_yaml

RECORD = "data/projects/tre-m.yml"


def values(text: str) -> object:
    node, _ = parse_yaml(TextFile(RECORD, text, tuple(text.split("\n"))))
    return node.plain() if node else None


@pytest.mark.parametrize(
    ("before", "after", "kinds"),
    [
        ("title: T\nsummary: S\n", "title: T\nsummary: S\n", ()),
        (
            "\ufefftitle: T\r\nsummary: S\r\n",
            "title: T\nsummary: S\n",
            ("byte-order-mark", "line-breaks"),
        ),
        ("title: T  \nsummary: S\t\n\n\n", "title: T\nsummary: S\n", ("white-space",)),
        ("title: T", "title: T\n", ("white-space",)),
        ("title: Tre-M: en väg\n", 'title: "Tre-M: en väg"\n', ("quotes",)),
        ("title: ”Tre-M: en väg”\n", 'title: "Tre-M: en väg"\n', ("quotes",)),
        ('notes:\n  - @alla "nu"\n', 'notes:\n  - "@alla \\"nu\\""\n', ("quotes",)),
        (
            "# Huvud\nsummary: |\n  En rad.\n\n  # ingen kommentar\n# om titeln\ntitle: T\n",
            "# Huvud\n# om titeln\ntitle: T\nsummary: |\n  En rad.\n\n  # ingen kommentar\n",
            ("field-order",),
        ),
        # A field we do not know, flow style, and faults we cannot mend are left.
        ("summary: S\nfnud: x\ntitle: T\n", "summary: S\nfnud: x\ntitle: T\n", ()),
        ("{summary: S, title: T}\n", "{summary: S, title: T}\n", ()),
        ("title: 'T\n", "title: 'T\n", ()),
        ("", "", ()),
        # White space that belongs to a text is part of what it says.
        ("summary: |+\n  En rad.  \n\n\n", "summary: |+\n  En rad.  \n\n\n", ()),
    ],
)
def test_a_record_is_mended_where_it_is_safe(
    before: str, after: str, kinds: tuple[str, ...]
) -> None:
    assert mend(RECORD, before) == (after, kinds)


def test_the_body_of_a_page_keeps_its_line_breaks_and_its_rules() -> None:
    before = "---\ntitle: T  \n---\n\nEn rad  \nen till\n\n---\n\nsummary: x  \n\n"
    after = "---\ntitle: T\n---\n\nEn rad  \nen till\n\n---\n\nsummary: x  \n"
    assert mend("content/om.md", before) == (after, ("white-space",))


def test_the_cells_of_a_table_are_left() -> None:
    before = 'indicator,comment\r\nnytta,"a  \r\nb"'
    text, kinds = mend("data/observations/tre-m.csv", before)
    assert text == 'indicator,comment\nnytta,"a  \nb"\n'
    assert kinds == ("line-breaks", "white-space")


LINES = st.lists(
    st.sampled_from(
        [
            "title: Tre-M", "summary: |", "  En rad.", "  # text", "# kommentar", "", "notes:",
            "  - en", "  - två  ", "period: 2012/2014", "  ", "owner: hedemora  ", "funding:",
            "  granted: 1 SEK", "status: ended", "purpose: >-", "also_called: [3M, 'Tre M']",
        ]
    ),
    max_size=14,
)  # fmt: skip


@given(LINES)
def test_a_mended_record_says_the_same_keeps_every_comment_and_stays_mended(
    lines: list[str],
) -> None:
    before = "\n".join(lines)
    after, kinds = mend(RECORD, before)
    assert mend(RECORD, after) == (after, ())
    if kinds:
        assert values(after) == values(before)
        assert sorted(line.strip() for line in after.split("\n") if line.strip()) == sorted(
            line.strip() for line in before.split("\n") if line.strip()
        )


def test_the_real_files_need_no_mending() -> None:
    assert [(fix.shown, fix.kinds) for fix in find_fixes(REPOSITORY)] == []


def test_a_file_is_replaced_whole_and_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "tre-m.yml"
    path.write_bytes(b"title: T")
    path.chmod(0o640)
    replace_file(path, b"title: T", b"title: T\n")
    assert path.read_bytes() == b"title: T\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert [one.name for one in tmp_path.iterdir()] == ["tre-m.yml"]


def test_a_file_that_somebody_changed_meanwhile_is_left(tmp_path: Path) -> None:
    path = tmp_path / "tre-m.yml"
    path.write_bytes(b"title: Ny")
    with pytest.raises(ChangedFileError):
        replace_file(path, b"title: T", b"title: T\n")
    assert path.read_bytes() == b"title: Ny"
    assert [one.name for one in tmp_path.iterdir()] == ["tre-m.yml"]


def test_a_link_to_a_file_is_never_written_through(small_site: SmallSite) -> None:
    root = small_site({"data/projects/tre-m.yml": "title: T", "data/kopia.yml": "x"})
    (root / "data/projects/lank.yml").symlink_to(root / "data/projects/tre-m.yml")
    assert [fix.shown for fix in find_fixes(root)] == ["data/kopia.yml", "data/projects/tre-m.yml"]
