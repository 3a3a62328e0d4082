# SPDX-License-Identifier: EUPL-1.2
"""What a page is about, in the words of schema.org, for programs that read it (JSON-LD)."""
