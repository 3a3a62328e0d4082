# SPDX-License-Identifier: EUPL-1.2
"""The share cards of a site: one for each page that has its own, and one that the others share."""

from __future__ import annotations

from collections.abc import Sequence

from dalamodellen.jobs import do_each
from dalamodellen.model.site import Site
from dalamodellen.outputs.navigation import site_card
from dalamodellen.outputs.output_file import OutputFile
from dalamodellen.outputs.share_card import SITE_CARD, card_uri

FEWEST_CARDS = 20
"""For each process beyond the first; fewer are drawn before it has begun."""


def render_cards(site: Site, files: Sequence[OutputFile], jobs: int = 1) -> list[OutputFile]:
    """Draw the cards of some pages, and the site's in each of their languages.

    Nothing is drawn where the site's address is not known: no link could lead to the pictures.

    Args:
        site: The checked site.
        files: Its pages.
        jobs: How many processes to share the work among; the bytes are the same.
    """
    if not site.settings.root_url:
        return []
    from dalamodellen.outputs.card_drawing.drawing import draw_card

    wanted = [
        (card_uri(file.uri), file.language, file.made_from, file.card)
        for file in files
        if file.card
    ]
    languages = sorted({file.language for file in files})
    wanted += [(SITE_CARD, language, (), site_card(site, language)) for language in languages]
    drawn = do_each(
        draw_card, [card for *_, card in wanted], min(jobs, 1 + len(wanted) // FEWEST_CARDS)
    )
    return [
        OutputFile(uri, png, language, made_from)
        for (uri, language, made_from, _), png in zip(wanted, drawn, strict=True)
    ]
