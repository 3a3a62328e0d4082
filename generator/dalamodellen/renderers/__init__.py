# SPDX-License-Identifier: EUPL-1.2
"""Who turns Markdown into HTML. Nothing here thinks about projects or lessons."""
