# SPDX-License-Identifier: EUPL-1.2
"""dalamodellen check --fix: what was mended, told file by file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import click

from dalamodellen.issues import spoken

WORDS = {
    "sv": {
        "byte-order-mark": "osynligt tecken i början",
        "line-breaks": "radbrytningar",
        "white-space": "blanksteg i rad- eller filslut",
        "quotes": "citattecken",
        "field-order": "ordning på fält",
        "changed": "ändrades av någon annan och lämnas som den är",
        "not-written": "går inte att skriva och lämnas som den är",
    },
    "nb": {
        "byte-order-mark": "usynlig tegn i begynnelsen",
        "line-breaks": "linjeskift",
        "white-space": "mellomrom på slutten av linjer eller av filen",
        "quotes": "anførselstegn",
        "field-order": "rekkefølgen på feltene",
        "changed": "ble endret av noen andre og får stå som den er",
        "not-written": "kan ikke skrives og får stå som den er",
    },
    "en": {
        "byte-order-mark": "invisible character at the start",
        "line-breaks": "line breaks",
        "white-space": "spaces at the ends of lines or of the file",
        "quotes": "quotation marks",
        "field-order": "the order of fields",
        "changed": "was changed by somebody else and is left as it is",
        "not-written": "cannot be written and is left as it is",
    },
}


@dataclass(frozen=True)
class Mended:
    """What was done to one file."""

    shown: str
    """Its path from the root."""
    done: tuple[str, ...]
    """Keys of WORDS: what was mended, or why nothing was."""


def mend_files(root: Path) -> list[Mended]:
    """Mend what is safe to mend, file by file."""
    from dalamodellen.inputs.fixes import find_fixes
    from dalamodellen.inputs.writer import ChangedFileError, replace_file

    mended = []
    for fix in find_fixes(root):
        done = fix.kinds
        try:
            replace_file(fix.path, fix.before, fix.after)
        except ChangedFileError:
            done = ("changed",)
        except OSError:
            done = ("not-written",)
        mended.append(Mended(fix.shown, done))
    return mended


def print_mended(mended: Iterable[Mended], language: str) -> None:
    """Say what was mended, on standard error."""
    words = WORDS[spoken(language)]
    for file in mended:
        click.echo(f"{file.shown}: {', '.join(words[key] for key in file.done)}", err=True)
