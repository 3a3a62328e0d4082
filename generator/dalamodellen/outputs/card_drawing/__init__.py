# SPDX-License-Identifier: EUPL-1.2
"""The picture that goes with a pasted link: how its words fit, and the drawing.

A card is drawn from its specification alone, so the same words are always the same bytes.
"""
