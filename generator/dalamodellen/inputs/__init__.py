# SPDX-License-Identifier: EUPL-1.2
"""Reads and checks what people wrote: text in, one checked model and all its issues out."""
