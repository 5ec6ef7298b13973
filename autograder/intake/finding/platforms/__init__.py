"""How learning platforms, and people, name what they give to download: one file each, all of one form."""

from __future__ import annotations

from .blackboard import Blackboard
from .brightspace import Brightspace
from .canvas import Canvas
from .classroom import Classroom
from .folders import Folders, Nbgrader
from .gradescope import Gradescope
from .moodle import Moodle
from .platform import Names, Platform, Top, tops_of
from .sakai import Sakai
from .teams import Teams

NBGRADER, FOLDERS = Nbgrader(), Folders()

STRICT = (Moodle(), Blackboard(), Brightspace(), Gradescope(), Sakai(), Teams(), Canvas())
"""Whose names nothing else has."""

LOOSE = (Classroom(),)
"""Whose names others may have, too: where another fits as well, it is that one."""

PLATFORMS = (*STRICT, *LOOSE, NBGRADER, FOLDERS)

__all__ = ["FOLDERS", "LOOSE", "NBGRADER", "PLATFORMS", "STRICT", "Names", "Platform", "Top", "tops_of"]
