# SPDX-License-Identifier: EUPL-1.2
"""The catalogue of courses, the choices in it, and the calendar with all that has a date."""
