"""Microsoft Teams: the folder *Submitted files* of a class, as SharePoint gives it, with a folder for each version."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from hippograd.intake.finding.archives import Entry, saved_at
from hippograd.intake.finding.attempts import Attempt, Claim, stem_of
from hippograd.intake.finding.platforms.folders import has_assignment, of_assignment
from hippograd.intake.finding.platforms.platform import Names, Platform, Top, below

_VERSION = re.compile(r"[^\W\d]+ (?P<number>\d{1,6})")
"""`Version 2`; the word is translated."""


class Teams(Platform):
    """`Submitted files/Ada Lovelace/<assignment>/Version 2/work.ipynb`.

    The last version counts. The only time is that at which SharePoint last saved a file, which orders versions. The
    names of folders are translated; beside is `Working files`, which was not handed in. Source: `DirAndFileScanner.cs`
    of lwchkg/teams_assignment_explorer.
    """

    name = "Teams"
    folder = re.compile(r".+", re.S)
    hint = "Teams names folders by the names of people: the roster needs them."

    def fitting(self, tops: Sequence[Top]) -> list[Top]:
        return [top for top in super().fitting(tops) if top.is_folder and all(map(_is_in_version, top.files))]

    def read(self, tops: Sequence[Top], names: Names) -> list[Attempt]:
        found = []
        for top in self.fitting(tops):
            match = self.match(top)
            if match is not None:
                found += [self._version(match, *version) for version in _versions(top.files, names)]
        return found

    def _version(self, match: re.Match[str], number: int, files: list[Entry]) -> Attempt:
        times = [time for file in files if (time := saved_at(file)) is not None]
        claim = replace(self.claim(match), attempt=number, time=max(times, default=None))
        return Attempt(claim, tuple(files))

    def claim(self, match: re.Match[str]) -> Claim:
        return Claim(match[0], match[0], is_time_certain=False)


def _is_in_version(file: Entry) -> bool:
    """Whether a file lies in the folder of a version, which is the second on the way to it, and the only one."""
    return [place for place, folder in enumerate(file.parts[:-1]) if place and _VERSION.fullmatch(folder)] == [1]


def _versions(files: Sequence[Entry], names: Names) -> Iterable[tuple[int, list[Entry]]]:
    """The versions of the assignment, with their files; a title in Teams need not be the assignment's name.

    Of several titles it is the one in which a file has that name. Where this says nothing, the last versions of all are
    one, and a person has to choose.
    """
    own = of_assignment(files, names)
    if has_assignment(files, names.assignment):
        return _by_number(own).items()
    titles: dict[str, list[Entry]] = defaultdict(list)
    for file in own:
        titles[file.parts[0]].append(below(file))
    wanted = names.assignment.casefold()
    named = {
        title: theirs
        for title, theirs in titles.items()
        if any(wanted in stem_of(file.name.rpartition("/")[2]).casefold() for file in theirs)
    }
    versions = {title: _by_number(theirs) for title, theirs in (named if len(named) == 1 else titles).items()}
    if len(versions) < 2:
        return [version for one in versions.values() for version in one.items()]
    last = {title: max(one) for title, one in versions.items()}
    there = [replace(file, name=f"{title}/{file.name}") for title, at in last.items() for file in versions[title][at]]
    return [(max(last.values()), there)]


def _by_number(files: Iterable[Entry]) -> dict[int, list[Entry]]:
    found: dict[int, list[Entry]] = defaultdict(list)
    for file in files:
        number = _VERSION.fullmatch(file.parts[0])
        found[int(number["number"]) if number else 0].append(below(file))
    return found
