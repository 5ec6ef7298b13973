"""nbgrader's exchange: the folder `inbound`, as it is before anything is collected."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hippograd.intake.finding.archives import Entry
from hippograd.intake.finding.attempts import Attempt, Claim
from hippograd.intake.finding.platforms.platform import Names, Platform, Top
from hippograd.intake.finding.roster import Key
from hippograd.intake.finding.times import doubtful_time, time_of


class Exchange(Platform):
    """`amber01+1_linear_regression+2026-10-30 13:03:22.123456 UTC+bm9uZQ/`, a folder for each time of handing in.

    The random letters at the end may be missing. `timestamp.txt` in it says the same time. Folders of other assignments
    lie beside it, and are nobody's. Source: `nbgrader/exchange/default/submit.py` and `list.py` of jupyter/nbgrader.
    """

    name = "Exchange"
    folder = re.compile(r"(?P<user>[^+]+)\+(?P<assignment>[^+]+)\+(?P<time>\d{4}-\d\d-\d\d[^+]*)(?:\+.*)?", re.S)
    hint = "nbgrader's exchange calls people by their user names: the roster needs them, as id or in a column username."

    @property
    def shown(self) -> str:
        return "the exchange of nbgrader"

    def read(self, tops: Sequence[Top], names: Names) -> list[Attempt]:
        return super().read([top for top in tops if self._assignment(top) == names.assignment.casefold()], names)

    def claim(self, match: re.Match[str]) -> Claim:
        user, stamp = match["user"], match["time"]
        time = time_of(stamp)
        notes = () if time is not None else (doubtful_time("the exchange", stamp),)
        return Claim(user, "", (Key(user),), time=time, notes=notes)

    def work(self, match: re.Match[str], top: Top) -> tuple[Entry, ...]:
        return tuple(file for file in top.files if file.name != "timestamp.txt")

    def _assignment(self, top: Top) -> str:
        match = self.match(top)
        return match["assignment"].casefold() if match is not None else ""
