"""How learning platforms, and people, name what they give to download: rows of one table, and code for three."""

from __future__ import annotations

from hippograd.intake.finding.platforms.canvas import CANVAS
from hippograd.intake.finding.platforms.folders import FOLDERS, NBGRADER
from hippograd.intake.finding.platforms.gradescope import GRADESCOPE
from hippograd.intake.finding.platforms.platform import WORK, Attempt, Names, Platform, Top, stem_of, tops_of
from hippograd.intake.finding.platforms.rows import ROWS

RECOGNISED = (CANVAS, GRADESCOPE, *ROWS)
"""Whose names nothing else has."""

PLATFORMS = (*RECOGNISED, NBGRADER, FOLDERS)

__all__ = [
    "FOLDERS",
    "NBGRADER",
    "PLATFORMS",
    "RECOGNISED",
    "WORK",
    "Attempt",
    "Names",
    "Platform",
    "Top",
    "stem_of",
    "tops_of",
]
