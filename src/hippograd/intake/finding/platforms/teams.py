"""Microsoft Teams: the folder *Submitted files* of a class, as SharePoint gives it, with a folder for each version."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from hippograd.intake.finding.archives import Entry, saved_at
from hippograd.intake.finding.attempts import Attempt, Claim
from hippograd.intake.finding.platforms.folders import has_assignment, of_assignment
from hippograd.intake.finding.platforms.platform import Names, Platform, Top, below
from hippograd.intake.finding.roster import Key

_VERSION = re.compile(r"[^\W\d]+ (?P<number>\d{1,6})")
"""`Version 2`; the word is translated."""


class Teams(Platform):
    """`Submitted files/Ada Lovelace/<assignment>/Version 2/work.ipynb`.

    The last version counts. The only time is that at which SharePoint last saved a file, which orders versions. The
    names of folders are translated; beside is `Working files`, which was not handed in. Source: `DirAndFileScanner.cs`
    of lwchkg/teams_assignment_explorer.
    """

    name = "Teams"
    folder = re.compile(r"(?P<name>.+?)(?: \((?P<user>[^()]+)\))?", re.S)
    hint = "Teams names folders by the names of people: the roster needs them."

    def fitting(self, tops: Sequence[Top]) -> list[Top]:
        return [top for top in super().fitting(tops) if top.is_folder and all(map(_is_in_version, top.files))]

    def read(self, tops: Sequence[Top], names: Names) -> list[Attempt]:
        found = []
        for top in self.fitting(tops):
            match = self.match(top)
            if match is not None:
                found += [self._version(match, *version) for version in _versions(_of_assignment(top.files, names))]
        return found

    def _version(self, match: re.Match[str], number: int, files: list[Entry]) -> Attempt:
        times = [time for file in files if (time := saved_at(file)) is not None]
        claim = replace(self.claim(match), attempt=number, time=max(times, default=None))
        return Attempt(claim, tuple(files))

    def claim(self, match: re.Match[str]) -> Claim:
        keys = (Key(match["user"]),) if match["user"] else ()
        return Claim(match["user"] or match["name"], match["name"], keys, is_time_certain=False)


def _is_in_version(file: Entry) -> bool:
    return len(file.parts) > 2 and _VERSION.fullmatch(file.parts[1]) is not None


def _of_assignment(files: Sequence[Entry], names: Names) -> Sequence[Entry]:
    """The files named from the folder of a version on; a title in Teams need not be the assignment's name."""
    if has_assignment(files, names.assignment):
        return of_assignment(files, names)
    return [below(file) for file in of_assignment(files, names)]


def _versions(files: Iterable[Entry]) -> Iterable[tuple[int, list[Entry]]]:
    found: dict[int, list[Entry]] = defaultdict(list)
    for file in files:
        number = _VERSION.fullmatch(file.parts[0])
        found[int(number["number"]) if number else 0].append(below(file))
    return found.items()
