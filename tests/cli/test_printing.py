# SPDX-License-Identifier: EUPL-1.2
"""What went wrong with a disk is told in plain words."""

from __future__ import annotations

import errno
import os

import pytest

from dalamodellen.cli.printing import why_not_written


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "disken är full"),
        (errno.EROFS, "disken går bara att läsa från"),
        (errno.EACCES, "du har inte rätt att läsa eller skriva där"),
        (errno.EXDEV, os.strerror(errno.EXDEV)),
    ],
)
def test_why_a_file_could_not_be_written_is_told(number: int, words: str) -> None:
    assert why_not_written(OSError(number, os.strerror(number))) == words


def test_an_error_without_a_number_says_what_it_says() -> None:
    assert why_not_written(OSError("addresses.txt is a link")) == "addresses.txt is a link"
