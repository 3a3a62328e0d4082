# SPDX-License-Identifier: EUPL-1.2
"""Finds pages by words, with lunr on both ends."""
