# SPDX-License-Identifier: EUPL-1.2
"""Any folder of Markdown can be searched, whatever its files say of themselves."""

from __future__ import annotations

from pathlib import Path

from dalamodellen.inputs.plain_folder import is_plain_folder, read_plain_folder
from dalamodellen.model.plain_page import PlainPage


def _write(root: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    return root


def test_titles_come_from_the_front_matter_the_heading_or_the_name(tmp_path: Path) -> None:
    root = _write(
        tmp_path,
        {
            "a/moms.md": "---\ntitle: Redovisa moms\nkeywords: [skatt, mva]\n---\n\nText.\n",
            "b.nb.md": "# Faktura\n\nTekst.\n",
            "kurs-i-ledarskap.md": "Ingen rubrik.\n",
            "trasig.md": "---\ntitle: [\n---\n\n# Trasig men läst\n",
            "bild.png": "x",
        },
    )
    pages, issues = read_plain_folder(root)
    assert issues == []
    assert [(page.path, page.title, page.language) for page in pages] == [
        ("a/moms.md", "Redovisa moms", ""),
        ("b.nb.md", "Faktura", "nb"),
        ("kurs-i-ledarskap.md", "Kurs i ledarskap", ""),
        ("trasig.md", "Trasig men läst", ""),
    ]
    assert pages[0] == PlainPage("a/moms.md", "Redovisa moms", "\nText.\n", ("skatt", "mva"))


def test_a_file_that_is_no_text_is_told_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "b.md").write_text("# B\n", "utf-8")
    pages, issues = read_plain_folder(tmp_path)
    assert [page.title for page in pages] == ["B"]
    assert [issue.code for issue in issues] == ["not-utf-8"]


def test_a_site_is_no_plain_folder(tmp_path: Path) -> None:
    assert not is_plain_folder(tmp_path)
    assert is_plain_folder(_write(tmp_path, {"a.md": "# A\n"}))
    assert is_plain_folder(_write(tmp_path, {"data/search/synonyms.yml": "meanings: []\n"}))
    assert not is_plain_folder(_write(tmp_path, {"data/site.yml": "name: S\n"}))
