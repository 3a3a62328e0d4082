# SPDX-License-Identifier: EUPL-1.2
"""Shares work among the cores this process may use, by forking; elsewhere it is done in turn."""

from __future__ import annotations

import os
import pickle
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any, NoReturn, TypeVar

S = TypeVar("S")
T = TypeVar("T")


def cores() -> int:
    """Count the cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def do_in_shares(work: Callable[[int], T], jobs: int) -> list[T]:
    """Do each share of some work, all at the same time where the system can fork.

    What comes back is the same however the shares are done: in order of share,
    and the first share that fails is the one that is told. The first share
    is done in this process, so that a single one costs nothing extra. No share
    outlives this call.

    Args:
        work: Does one share; takes its number, from 0. What it gives must be
            possible to pickle.
        jobs: How many shares there are.

    Raises:
        ChildProcessError: a process ended without a word, as when it is killed.
        Exception: whatever a share raised, with the place in its notes.
    """
    if jobs == 1 or not can_fork():
        return [work(share) for share in range(jobs)]
    # What is buffered here would be written once more by each child.
    sys.stdout.flush()
    sys.stderr.flush()
    children: list[_Child] = []
    try:
        for share in range(1, jobs):
            children.append(_start(work, share, children))
        results = [work(0)]
        for child in children:
            results.append(child.result())  # noqa: PERF401 - a failure stops the reading
        return results
    finally:
        for child in children:
            child.end()


def do_each(work: Callable[[S], T], things: Sequence[S], jobs: int) -> list[T]:
    """Do some work for each thing, shared among processes; the results come in order of things."""
    parent = os.getpid()

    def do_share(share: int) -> list[T]:
        results = []
        for thing in things[share::jobs]:
            leave_when_alone(parent)
            results.append(work(thing))
        return results

    shares = do_in_shares(do_share, jobs)
    return [shares[number % jobs][number // jobs] for number in range(len(things))]


def can_fork() -> bool:
    """Tell whether this process can be copied and the copy be trusted.

    A copy has one thread only: what another one held would be held for ever. The
    libraries of macOS do not stand being copied.
    """
    return hasattr(os, "fork") and sys.platform != "darwin" and threading.active_count() == 1


def leave_when_alone(parent: int) -> None:
    """End this process at once when the one that shared out the work is gone."""
    if os.getpid() != parent and os.getppid() != parent:
        os._exit(1)


class _Child:
    """A process that does one share, and the pipe its result comes through."""

    def __init__(self, process: int, pipe: int) -> None:
        self.process = process
        self.pipe = pipe
        self.status: int | None = None

    def result(self) -> Any:
        """Wait for the result, or raise what the share raised."""
        with os.fdopen(os.dup(self.pipe), "rb") as told:
            answer = told.read()
        _, self.status = os.waitpid(self.process, 0)
        if self.status or not answer:
            raise ChildProcessError(f"process {self.process} was ended from outside")
        result, error = pickle.loads(answer)  # noqa: S301 - our own child wrote it
        if error is not None:
            raise error
        return result

    def end(self) -> None:
        """Stop the process if it still runs, and leave nothing of it behind."""
        os.close(self.pipe)
        if self.status is None:
            with suppress(ProcessLookupError):
                os.kill(self.process, signal.SIGKILL)
            os.waitpid(self.process, 0)


def _start(work: Callable[[int], Any], share: int, others: list[_Child]) -> _Child:
    reading, writing = os.pipe()
    process = os.fork()
    if not process:
        for pipe in (reading, *(other.pipe for other in others)):
            os.close(pipe)
        _answer(work, share, writing)
    os.close(writing)
    return _Child(process, reading)


def _answer(work: Callable[[int], Any], share: int, pipe: int) -> NoReturn:
    """Do a share in this process, tell the result, and end without going back."""
    code = 1
    # Whatever happens, this copy must never go on with what its parent was doing.
    try:
        try:
            answer = pickle.dumps((work(share), None))
        except BaseException as error:  # noqa: BLE001 - the parent raises it again
            answer = _as_told(error)
        with os.fdopen(pipe, "wb") as out:
            out.write(answer)
        code = 0
    finally:
        os._exit(code)


def _as_told(error: BaseException) -> bytes:
    """Write down an error with the place it arose, whether or not it lets itself be copied."""
    place = "".join(traceback.format_exception(error))
    error.add_note(f"In another process:\n{place}")
    try:
        answer = pickle.dumps((None, error))
        pickle.loads(answer)  # noqa: S301 - our own, to see that it can be read
    except Exception:  # noqa: BLE001 - errors can refuse in any way
        answer = pickle.dumps((None, RuntimeError(place)))
    return answer
