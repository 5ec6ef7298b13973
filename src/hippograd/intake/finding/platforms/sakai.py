"""Sakai: a folder for each student, with the user name in it, or the same before each file's name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from hippograd.errors import HippogradError
from hippograd.intake.finding.archives import Entry, read_file
from hippograd.intake.finding.attempts import SMALL_FILE, Attempt, Claim
from hippograd.intake.finding.platforms.platform import Names, Platform, Top
from hippograd.intake.finding.roster import Key
from hippograd.intake.finding.times import doubtful_time, time_of

_WHO = r"(?P<name>[^/;]*?,[^/;]*?)\((?P<user>[^()]+)\)"
_STAMP, _MEMBERS = "timestamp.txt", "members.txt"
_GRADES = re.compile(r"grades\.(?:csv|xlsx?)")
_FEEDBACK = r"Feedback [Aa]ttachment\(s\)"
_OWN = re.compile(rf"{_STAMP}|{_MEMBERS}|comments\.txt|feedbackText\.html|{_FEEDBACK}/.*", re.S)
_GROUP = re.compile(r".+ \([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\)", re.S)
"""A group's folder, with Sakai's id of the group."""

_MEMBER = re.compile(r"(?P<name>[^;()]*)\((?P<user>[^()]+)\)")
"""One of those in `Lovelace, Ada(ada01); Byron, Bob(bob02)`."""


class Sakai(Platform):
    """`Lovelace, Ada(ada01)/Submission attachment(s)/work.ipynb`, or flat with `_` in the place of the slashes.

    There is always a comma, also where a name has but one word, and behind it the user name. In the folder, Sakai
    itself writes `timestamp.txt`, in UTC, and for a group, whose folder has another name, `members.txt`; what students
    attached lies one folder further in, beside the *Feedback Attachment(s)* of the teachers. `grades.csv` is at the
    top, below a folder with the assignment's title. Source: `AssignmentServiceImpl.java` of sakaiproject/sakai,
    `zipSubmissions` and `zipGroupSubmissions`.
    """

    name = "Sakai"
    folder = re.compile(_WHO, re.S)
    file = re.compile(rf"{_WHO}_(?:Submission attachment\(s\)_)?(?P<file>.+)", re.S)
    own = re.compile(rf"{_GRADES.pattern}|{_WHO}_{_FEEDBACK}_.*", re.S)
    hint = "Sakai calls people by their user names: the roster needs them, as id or in a column username."

    def fitting(self, tops: Sequence[Top]) -> list[Top]:
        """Folders of groups only where a table of grades, or its name, shows that Sakai put the members into one."""
        is_sakais = any(_GRADES.fullmatch(top.name) and not top.is_folder for top in tops)
        groups = [top for top in tops if (is_sakais or _GROUP.fullmatch(top.name)) and _of(top, _MEMBERS) is not None]
        return [*(one for one in super().fitting(tops) if one not in groups), *groups]

    def read(self, tops: Sequence[Top], names: Names) -> list[Attempt]:
        found = super().read([top for top in tops if not top.is_folder and not self.is_own(top)], names)
        for top in (top for top in self.fitting(tops) if top.is_folder):
            match = self.match(top)
            people = [match] if match is not None else _MEMBER.finditer(_text_of(_of(top, _MEMBERS)))
            work = tuple(file for file in top.files if not _OWN.fullmatch(file.name))
            found += [Attempt(_with_time(self.claim(one), top), work) for one in people]
        return found

    def claim(self, match: re.Match[str]) -> Claim:
        user = match["user"].strip()
        return Claim(user, match["name"].strip(), (Key(user),), user)


def _of(top: Top, name: str) -> Entry | None:
    """A file that Sakai itself wrote, as only Sakai can put one into a folder at the top itself."""
    return next((file for file in top.files if top.is_folder and file.name == name), None)


def _with_time(claim: Claim, top: Top) -> Claim:
    stamp = _of(top, _STAMP)
    if stamp is None:
        return claim
    said = _text_of(stamp)
    time = time_of(said)
    return replace(claim, time=time, notes=() if time is not None else (doubtful_time(_STAMP, said),))


def _text_of(entry: Entry | None) -> str:
    try:
        data = read_file(entry.path, entry.members, SMALL_FILE) if entry is not None and not entry.problem else b""
    except HippogradError:
        return ""
    return data.decode("utf-8", errors="replace").strip()
