# SPDX-License-Identifier: EUPL-1.2
"""How long `dalamodellen check` takes for 200 and 1,000 records, beside PyYAML reading the same files.

Run: .venv/bin/python benchmarks/check.py

The records are the real site's own, copied under new names until there are
enough, six large projects for every 180. PyYAML's own SafeLoader only reads
them; the ratio is what a check of the field costs on top of reading.
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
RUNS = 5
PEER = (
    "import sys, pathlib, yaml\n"
    "[yaml.safe_load(p.read_bytes()) for p in pathlib.Path(sys.argv[1], 'data').rglob('*.yml')]"
)


def make_site(root: Path, records: int) -> int:
    """Copy the real site and its records until there are as many as asked for.

    Returns:
        How many records there are.
    """
    shutil.copytree(REPOSITORY / "data", root / "data")
    shutil.copytree(REPOSITORY / "content", root / "content")
    shutil.copytree(REPOSITORY / "examples", root / "examples")
    originals = sorted((root / "data").glob("*/*.yml"))
    count = len(originals)
    copy = 0
    while count < records:
        copy += 1
        for path in originals[: records - count]:
            shutil.copy(path, path.with_name(f"{path.stem}-{copy}.yml"))
            count += 1
    return count


def seconds(command: list[str], root: Path) -> list[float]:
    """Time a whole process, several times."""
    found = []
    for _ in range(RUNS):
        started = time.perf_counter()
        subprocess.run(command, cwd=root, check=False, capture_output=True)
        found.append(time.perf_counter() - started)
    return found


def main() -> None:
    """Print a table: records, our time, the peer's, and the ratio of the medians."""
    print("| records | check, s (min–max) | PyYAML reads, s (min–max) | ratio |")
    print("| --: | --: | --: | --: |")
    for records in (200, 1_000):
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder, "site")
            count = make_site(root, records)
            check = [sys.executable, "-m", "dalamodellen", "check"]
            ours = seconds(check, root)
            peers = seconds([sys.executable, "-c", PEER, str(root)], root)
            ratio = statistics.median(ours) / statistics.median(peers)
            print(
                f"| {count} | {statistics.median(ours):.2f} ({min(ours):.2f}–{max(ours):.2f}) "
                f"| {statistics.median(peers):.2f} ({min(peers):.2f}–{max(peers):.2f}) "
                f"| {ratio:.2f} |"
            )


main()
