"""Moodle: a folder for each student, or a file with the same before its name."""

from __future__ import annotations

import re

from hippograd.intake.finding.attempts import Claim
from hippograd.intake.finding.platforms.platform import Platform
from hippograd.intake.finding.roster import Key

_WHO = r"(?P<name>.+?)(?:_(?P<number>\d+))?_assignsubmission_(?:file|onlinetext)"


class Moodle(Platform):
    """`Ada Lovelace_500003_assignsubmission_file/work.ipynb`, with a `_` before the slash in older versions, or flat.

    The number is not of the person but of the hand-in: `Participant 500003` in the column *Identifier* of the grading
    worksheet that the same assignment exports; another one in the next assignment. With blind marking the name is
    `Participant`. A group's folder has its name and number, and `Default group` none. `_assignfeedback_` is the
    teacher's own. In names, a `_` is written as a space. Source: `mod/assign/classes/downloader.php` of moodle/moodle,
    `get_student_prefix` and `load_submissionplugin_filelist`.
    """

    name = "Moodle"
    folder = re.compile(rf"{_WHO}_?", re.S)
    file = re.compile(rf"{_WHO}_(?P<file>.+)", re.S)
    own = re.compile(r".+_assignfeedback_.*", re.S)
    hint = (
        "Moodle's numbers are those of its grading worksheet: give that as --roster, too. "
        "With blind marking there is no other way, and it is the only roster."
    )

    def claim(self, match: re.Match[str]) -> Claim:
        number = match["number"] or ""
        return Claim(match["name"], match["name"], (Key(number, self.name),) if number else (), number)
