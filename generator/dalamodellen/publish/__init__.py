# SPDX-License-Identifier: EUPL-1.2
"""What happens to the built HTML before readers get it."""
