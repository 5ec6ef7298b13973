"""Google Classroom: the folder of an assignment in Drive."""

from __future__ import annotations

import re

from hippograd.intake.finding.attempts import Claim
from hippograd.intake.finding.platforms.platform import Platform


class Classroom(Platform):
    """`Ada Lovelace - work.ipynb`: the name, and what the student called the file, which Drive may number: `work(1)`.

    It says nothing else: no address, no time. Source: none that is public; it is what Drive shows.
    """

    name = "Classroom"
    file = re.compile(r"(?P<name>[^/]*?[^\W\d][^/]*?) - (?P<file>.+)", re.S)
    hint = "Classroom's downloads have names only: the roster needs them."

    def claim(self, match: re.Match[str]) -> Claim:
        return Claim(match["name"], match["name"])
