# SPDX-License-Identifier: EUPL-1.2
"""From numbers to charts that speak: one specification, and from it drawing, words, table and CSV.

spec.py says what is to be shown · figure.py draws it · description.py puts it into words ·
table.py lists it. Which chart a shape of data becomes is decided in outputs/pages/chart_choice/.
"""
