# SPDX-License-Identifier: EUPL-1.2
"""dalamodellen serve."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from dalamodellen.cli.options import find_root, today_option
from dalamodellen.today import build_day


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
@today_option
@click.pass_obj
def serve(root: Path | None, *, host: str, port: int, today: date | None) -> None:
    """Visa webbplatsen med utkast, och bygg om när något ändras."""
    from dalamodellen.renderers.mkdocs_run import serve_html

    serve_html(find_root(root), host=host, port=port, today=today or build_day())
