# SPDX-License-Identifier: EUPL-1.2
"""dalamodellen check --fix: what was mended, told file by file."""

from __future__ import annotations

from pathlib import Path

import click

KINDS = {
    "byte-order-mark": "osynligt tecken i början",
    "line-breaks": "radbrytningar",
    "white-space": "blanksteg i rad- eller filslut",
    "quotes": "citattecken",
    "field-order": "ordning på fält",
}


def mend_files(root: Path) -> None:
    """Mend what is safe to mend, and say so on standard error."""
    from dalamodellen.inputs.fixes import find_fixes
    from dalamodellen.inputs.writer import ChangedFileError, replace_file

    for fix in find_fixes(root):
        try:
            replace_file(fix.path, fix.before, fix.after)
        except ChangedFileError:
            click.echo(f"{fix.shown}: ändrades av någon annan och lämnas som den är", err=True)
        except OSError:
            click.echo(f"{fix.shown}: går inte att skriva och lämnas som den är", err=True)
        else:
            click.echo(f"{fix.shown}: {', '.join(KINDS[kind] for kind in fix.kinds)}", err=True)
