# SPDX-License-Identifier: EUPL-1.2
"""What the site is about: frozen models of values and records. No files, no Markdown."""
