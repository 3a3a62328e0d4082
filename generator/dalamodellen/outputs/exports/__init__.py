# SPDX-License-Identifier: EUPL-1.2
"""What other programs take from the site."""
