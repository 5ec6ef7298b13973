"""How learning platforms, and people, name what they give to download: rows of one table, and code for three."""

from __future__ import annotations

from hippograd.intake.finding.platforms.canvas import CANVAS
from hippograd.intake.finding.platforms.folders import FOLDERS, NBGRADER
from hippograd.intake.finding.platforms.gradescope import GRADESCOPE
from hippograd.intake.finding.platforms.platform import Names, Platform, Top, tops_of
from hippograd.intake.finding.platforms.rows import ROWS

PLATFORMS = (CANVAS, GRADESCOPE, *ROWS, NBGRADER, FOLDERS)

RECOGNISED = tuple(one for one in (CANVAS, GRADESCOPE, *ROWS) if not one.is_asked_for)
"""Whose names nothing else has."""

__all__ = ["FOLDERS", "NBGRADER", "PLATFORMS", "RECOGNISED", "Names", "Platform", "Top", "tops_of"]
