# SPDX-License-Identifier: EUPL-1.2
"""Work shared among processes gives what one process gives, and leaves no process behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading

import pytest

from dalamodellen.jobs import cores, do_each, do_in_shares

SHARED = """
import os
from dalamodellen.jobs import can_fork, do_each, do_in_shares
assert can_fork()
"""


def run(script: str) -> subprocess.CompletedProcess[str]:
    """Run a script by itself: a process that tests has threads, and is not copied."""
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", SHARED + script],
        check=False,
        capture_output=True,
        text=True,
    )


@pytest.mark.parametrize("jobs", [1, 2, 3, 7, 50])
def test_results_come_in_order_whatever_the_number_of_processes(jobs: int) -> None:
    done = run(f"print(do_each(lambda n: n * n, range(10), {jobs}))")
    assert (done.stdout, done.stderr) == (f"{[n * n for n in range(10)]}\n", "")


def test_shares_are_done_in_processes_of_their_own_the_first_in_this_one() -> None:
    done = run("print(os.getpid(), *do_in_shares(lambda share: os.getpid(), 3))")
    this, first, *others = done.stdout.split()
    assert first == this
    assert len({this, *others}) == 3


def test_a_process_with_threads_does_the_shares_in_turn() -> None:
    stop = threading.Event()
    other = threading.Thread(target=stop.wait)
    other.start()
    try:
        assert do_in_shares(lambda share: (share, os.getpid()), 2) == [
            (0, os.getpid()),
            (1, os.getpid()),
        ]
    finally:
        stop.set()
        other.join()


def test_nothing_to_do_is_done() -> None:
    assert do_each(str, [], 3) == []
    assert cores() >= 1


def test_what_waits_to_be_written_is_written_once() -> None:
    done = run("print('once', end=''); do_in_shares(lambda share: share, 3)")
    assert done.stdout == "once"


def test_an_error_in_another_process_arrives_whole() -> None:
    script = """
def write(share):
    if share:
        raise OSError(28, "No space left on device", f"page-{share}")
try:
    do_in_shares(write, 3)
except OSError as error:
    print(error.errno, error.strerror, error.filename, "in write" in error.__notes__[0])
"""
    assert run(script).stdout == "28 No space left on device page-1 True\n"


def test_an_error_that_cannot_be_copied_is_told_with_its_place() -> None:
    script = """
class Odd(Exception):
    def __init__(self, one, other):
        super().__init__("odd thing")
def work(share):
    if share:
        raise Odd(1, 2)
do_in_shares(work, 2)
"""
    done = run(script)
    assert done.returncode == 1
    assert "RuntimeError" in done.stderr
    assert "Odd: odd thing" in done.stderr


def test_a_process_that_is_killed_is_an_error() -> None:
    script = """
import signal
try:
    do_in_shares(lambda share: share and os.kill(os.getpid(), signal.SIGKILL), 2)
except ChildProcessError as error:
    print(error)
"""
    assert run(script).stdout.endswith("was ended from outside\n")


def test_no_process_outlives_a_failure() -> None:
    script = """
import signal
def work(share):
    if share:
        signal.pause()
    raise ValueError("first")
try:
    do_in_shares(work, 3)
except ValueError as error:
    print(error)
try:
    os.waitpid(-1, 0)
except ChildProcessError:
    print("none left")
"""
    assert run(script).stdout == "first\nnone left\n"


def test_a_process_leaves_when_the_one_that_started_it_is_killed() -> None:
    script = """
def work(thing):
    os.write(1, b".")
do_each(work, range(10**9), 2)
"""
    with subprocess.Popen(
        [sys.executable, "-c", SHARED + script], stdout=subprocess.PIPE, bufsize=0
    ) as process:
        assert process.stdout
        assert process.stdout.read(100)
        process.send_signal(signal.SIGKILL)
        # The pipe ends when nobody is left to write to it.
        while process.stdout.read(100_000):
            pass
    assert process.returncode == -signal.SIGKILL
