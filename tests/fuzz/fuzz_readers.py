# SPDX-License-Identifier: EUPL-1.2
"""Feeds the readers what a coverage-guided fuzzer makes of real files: path, line break, content.

Started by test_fuzz_readers.py; takes libFuzzer's own options.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

with atheris.instrument_imports(include=["dalamodellen.inputs", "yaml"]):
    from fuzz.reading import MODELS, ROWS, Seed, read_one


def to_seed(data: bytes) -> Seed:
    """Take the first line for a path, as far as it is one of ours, and the rest for the file."""
    line, _, content = data.partition(b"\n")
    folder, _, name = line.decode("latin-1").rpartition("/")
    if folder in ROWS:
        return Seed(f"{folder}/a.csv", content)
    if folder in MODELS:
        return Seed(f"{folder}/a.yml", content)
    return Seed("data/site.yml" if name == "site.yml" else "content/a.md", content)


def main() -> None:
    """Run until libFuzzer has had enough, or has found something."""
    with tempfile.TemporaryDirectory() as folder:

        def read(data: bytes) -> None:
            read_one(Path(folder), to_seed(data))

        atheris.Setup(sys.argv, read)
        atheris.Fuzz()


main()
