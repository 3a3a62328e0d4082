# SPDX-License-Identifier: EUPL-1.2
"""Real files, changed at random: nothing crashes, hangs or eats the memory, and all is told."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import REPOSITORY, TODAY
from dalamodellen.build import build_site
from fuzz.reading import Seed, alarm, read_one, seeds

THOROUGH = bool(os.environ.get("DALAMODELLEN_THOROUGH"))
MOST_MEMORY = 1_500_000_000
"""Bytes; the test process itself takes a tenth of it."""
SEEDS = seeds()
HOSTILE = [
    *(b"\xff", b"\x00", b"\xef\xbb\xbf", b"\r", b"\r\n", b"\n", b"\t", b" ", b"\xe2\x80\xa8"),
    *(b":", b": ", b"- ", b"#", b" #", b"&a ", b"*a", b"!!python/object:os.system ", b"!!binary "),
    *(
        b"|",
        b"|2-",
        b">",
        b"'",
        b'"',
        b'"\n',
        b"{",
        b"}",
        b"[",
        b"]",
        b",",
        b";",
        b"? ",
        b"%YAML 9",
    ),
    *(b"---\n", b"...\n", b"----\n", b"+++\n", b"<<: ", b"~", b"null", b".inf", b"1e999", b"0x1F"),
    *(b"-0", b"1_000", b"9" * 40, b"2026-02-30", b"kind: lesson\n", b"../../etc/passwd", b"\\x"),
    *(b"<script>", b"](javascript:x)", b"[" * 200, b"(" * 200, b"> " * 200, b"`" * 200, b"*" * 200),
    *(b"| a | b |\n| - | - |\n", b"[^1]: x\n", b"{#id .x onclick=y}", b"&amp;#x6a;", b"a" * 2000),
    *("ÅÄÖ".encode(), "\u202e".encode(), "\U0001f600".encode(), "١٢".encode(), b"\xed\xa0\x80"),
]
"""Pieces that mean something to one of the parsers."""


@st.composite
def changed_files(draw: st.DrawFn) -> Seed:
    """Take a real file and cut, repeat, move and insert pieces of it."""
    seed = draw(st.sampled_from(SEEDS))
    content = seed.content
    for _ in range(draw(st.integers(1, 5))):
        start = draw(st.integers(0, len(content)))
        end = min(len(content), start + draw(st.integers(0, 80)))
        change = draw(st.sampled_from(["cut", "insert", "repeat", "replace", "move"]))
        piece = draw(st.sampled_from(HOSTILE) | st.binary(max_size=8))
        if change == "cut":
            content = content[:start] + content[end:]
        elif change == "insert":
            content = content[:start] + piece + content[start:]
        elif change == "repeat":
            content = content[:start] + content[start:end] * 3 + content[end:]
        elif change == "replace":
            content = content[:start] + piece + content[end:]
        else:
            content = content[end:] + content[start:end] + content[:start]
    return Seed(seed.path, content)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("fuzz")


@settings(
    max_examples=20_000 if THOROUGH else 600,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(seed=changed_files())
def test_a_changed_file_is_read_or_told(root: Path, seed: Seed) -> None:
    with alarm():
        read_one(root, seed)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 < MOST_MEMORY


@settings(
    max_examples=2_000 if THOROUGH else 40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(files=st.lists(changed_files(), min_size=1, max_size=12))
def test_a_site_of_changed_files_is_built_or_told(root: Path, files: list[Seed]) -> None:
    site = root / "site"
    for path in sorted(site.rglob("*"), reverse=True):
        if path.is_file():
            path.unlink()
    for seed in files:
        path = site / seed.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(seed.content)
    with alarm():
        build = build_site(site, today=TODAY)
    assert build.files or build.has_errors


@pytest.mark.skipif(find_spec("atheris") is None, reason="atheris is made for Linux on x86-64")
def test_a_coverage_guided_fuzzer_finds_nothing(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    for number, seed in enumerate(SEEDS):
        (corpus / f"{number:04}").write_bytes(seed.path.encode() + b"\n" + seed.content)
    limit = "-max_total_time=300" if THOROUGH else "-runs=1500"
    run = subprocess.run(
        [
            *(sys.executable, str(REPOSITORY / "tests/fuzz/fuzz_readers.py"), str(corpus), limit),
            *("-timeout=20", "-rss_limit_mb=2048", "-max_len=20000", "-seed=1"),
            f"-artifact_prefix={tmp_path}/",
        ],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
    )
    assert run.returncode == 0, run.stdout[-4000:] + run.stderr[-4000:]
    assert "Done " in run.stderr
