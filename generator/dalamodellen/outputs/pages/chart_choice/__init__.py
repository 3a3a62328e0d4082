# SPDX-License-Identifier: EUPL-1.2
"""Which charts a page shows: from a project's records and rows to specifications of charts.

choice.py says in which order · goal_charts.py what came of a goal · record_charts.py what the
record itself holds · site_charts.py what goes across projects · pieces.py what they share.
"""
