# SPDX-License-Identifier: EUPL-1.2
"""Promise and outcome of every goal on one row, to choose among by links that are pages of their own."""
