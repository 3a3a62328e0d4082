# SPDX-License-Identifier: EUPL-1.2
"""What the live preview adds to a page: what is wrong, told at the top, and how it is shown anew."""
