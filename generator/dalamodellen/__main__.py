# SPDX-License-Identifier: EUPL-1.2
"""Lets `python -m dalamodellen` do what the command `dalamodellen` does."""

from dalamodellen.cli import main

if __name__ == "__main__":
    main()
