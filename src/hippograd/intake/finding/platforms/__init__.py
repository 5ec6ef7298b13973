"""How learning platforms, and people, name what they give to download: one file each, all of one form."""

from __future__ import annotations

from hippograd.intake.finding.platforms.blackboard import Blackboard
from hippograd.intake.finding.platforms.brightspace import Brightspace
from hippograd.intake.finding.platforms.canvas import Canvas
from hippograd.intake.finding.platforms.exchange import Exchange
from hippograd.intake.finding.platforms.folders import Folders, Nbgrader
from hippograd.intake.finding.platforms.google import Classroom, Forms
from hippograd.intake.finding.platforms.gradescope import Gradescope
from hippograd.intake.finding.platforms.moodle import Moodle
from hippograd.intake.finding.platforms.platform import Names, Platform, Top, tops_of
from hippograd.intake.finding.platforms.sakai import Sakai
from hippograd.intake.finding.platforms.teams import Teams

NBGRADER, FOLDERS, CLASSROOM, FORMS = Nbgrader(), Folders(), Classroom(), Forms()

STRICT = (Moodle(), Blackboard(), Brightspace(), Gradescope(), Sakai(), Teams(), Canvas(), Exchange())
"""Whose names nothing else has."""

LOOSE = (CLASSROOM, FORMS)
"""Whose names others may have, too: where another fits as well, it is that one."""

PLATFORMS = (*STRICT, *LOOSE, NBGRADER, FOLDERS)

__all__ = [
    "CLASSROOM",
    "FOLDERS",
    "FORMS",
    "LOOSE",
    "NBGRADER",
    "PLATFORMS",
    "STRICT",
    "Names",
    "Platform",
    "Top",
    "tops_of",
]
