"""Brightspace (D2L): a folder for each hand-in, or the same before each file's name."""

from __future__ import annotations

import re

from hippograd.intake.finding.attempts import Claim
from hippograd.intake.finding.platforms.platform import Platform
from hippograd.intake.finding.roster import Key
from hippograd.intake.finding.times import doubtful_time, local_time

_WHO = (
    r"(?P<number>\d+-\d+) - (?P<name>.+?) ?- "
    r"(?P<time>(?:[^\W\d]+\.? \d\d?|\d\d?\.? [^\W\d]+\.?),? \d{4},? \d{3,4}(?: [AP]M)?)"
)


class Brightspace(Platform):
    """`13394-80551 - Ada Lovelace - Mar 29, 2018 1205 PM`, a folder for each hand-in, or flat with ` - work.ipynb`.

    Older ones have no blank before the dash behind the name. A colon cannot stand in a file's name, so the time has
    none; its zone is that of whoever downloads. What was handed in again is another folder. `index.html` at the top
    lists what is there. A group has its name in the place of the person's. Source: the tests of kodiak, which read the
    flat form; the folders are described in D2L's help only.
    """

    name = "Brightspace"
    folder = re.compile(_WHO, re.S)
    file = re.compile(rf"{_WHO} - (?P<file>.+)", re.S)
    own = re.compile(r"index\.html")
    hint = (
        "Brightspace's downloads have names, and a number of its own: the roster needs names, or that number in "
        "a column brightspace."
    )

    def claim(self, match: re.Match[str]) -> Claim:
        name, number, stamp = match["name"], match["number"], match["time"]
        time = local_time(stamp)
        notes = () if time is not None else (doubtful_time("Brightspace", stamp),)
        return Claim(name, name, (Key(number, self.name),), number, time=time, notes=notes)
