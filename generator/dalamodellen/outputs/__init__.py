# SPDX-License-Identifier: EUPL-1.2
"""What the site shows: pure functions from the model to strings and bytes."""
