"""Whose convention the names in a folder or zip follow, and what was handed in by that convention.

Only names at the top count, where the students' own choosing has not begun, and each file or folder there once: what a
student puts into a folder makes nobody else's folder anything else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from hippograd.errors import HippogradError
from hippograd.intake.finding.archives import Entry
from hippograd.intake.finding.attempts import Attempt
from hippograd.intake.finding.platforms import FOLDERS, NBGRADER, RECOGNISED, Names, Platform, Top, tops_of
from hippograd.intake.finding.platforms.folders import BESIDE_SUBMITTED, Folders, folder_of, has_assignment
from hippograd.intake.finding.platforms.platform import below
from hippograd.intake.finding.roster import Roster

SUBMITTED = "submitted"
"""The folder in which nbgrader keeps what was handed in."""


@dataclass(frozen=True)
class Download:
    """A folder or zip of submissions, understood."""

    platform: Platform
    """Whose convention it follows."""

    tops: Sequence[Top]
    """What lies at its top."""

    above: str = ""
    """The folder of it that holds them; empty where there is none."""

    beside: Sequence[Top] = ()
    """What lies beside that folder, and may be people's."""

    @property
    def fitting(self) -> list[Top]:
        return self.platform.fitting(self.tops)

    @property
    def counted(self) -> list[Top]:
        """All that a student may have handed in."""
        return [top for top in self.tops if not self.platform.is_own(top)]

    def attempts(self, names: Names) -> list[Attempt]:
        """Return what was handed in. What does not follow the convention is whoever's it is called after."""
        found = self.platform.read(self.tops, names)
        fitting = {id(top) for top in self.fitting}
        rest = [top for top in self.counted if id(top) not in fitting]
        named = [replace(one, platform=self.platform.name) for one in found]
        return named + [replace(one, platform=FOLDERS.name) for one in FOLDERS.read([*rest, *self.beside], names)]

    def described(self) -> str:
        """Return what it was taken for, for people to read."""
        fitting, counted = len(self.fitting), len(self.counted)
        share = f"{counted}" if fitting == counted else f"{fitting} of {counted}"
        where = f", below {self.above}" if self.above else ""
        return f"{self.platform.shown}: {share} {'entry' if counted == 1 else 'entries'}{where}"


def recognise(
    entries: Sequence[Entry],
    names: Names,
    label: str,
    *,
    is_zip: bool,
    roster: Roster | None,
    platform: Platform | None = None,
) -> Download:
    """Return whose convention the names follow."""
    by_people = platform is None or isinstance(platform, Folders)
    levels = list(_levels(entries, names, roster))
    for above, here in levels:
        tops = tops_of(here)
        candidates = RECOGNISED if platform is None else () if by_people else (platform,)
        found = _most_fitting(candidates, tops, label)
        if found is not None:
            return Download(found, tops, above)
        beside = [top for top in tops if top.name not in (SUBMITTED, *BESIDE_SUBMITTED)]
        is_said = platform is NBGRADER
        is_alone = is_said or not any(top.is_folder and top.has_work for top in beside)
        if by_people and is_alone and _is_platforms(SUBMITTED, tops, None if is_said else roster):
            inside = [below(entry) for entry in here if folder_of(entry) == SUBMITTED]
            return Download(platform or NBGRADER, tops_of(inside), f"{above}{SUBMITTED}/", beside)
    if platform is not None and not by_people:
        return _followed(platform, levels, label)
    above, here = levels[-1 if is_zip else 0]
    return Download(platform or FOLDERS, tops_of(here), above)


def _followed(platform: Platform, levels: Sequence[tuple[str, Sequence[Entry]]], label: str) -> Download:
    """Return the level of a download at which most follows a convention, though that is not half of what is there."""
    best = max((Download(platform, tops_of(here), above) for above, here in levels), key=lambda one: len(one.fitting))
    if not best.fitting:
        names = [top.name for top in best.tops]
        raise HippogradError("platform-not-there", file=label, platform=platform.shown, names=names)
    return best


def _levels(entries: Sequence[Entry], names: Names, roster: Roster | None) -> Iterator[tuple[str, Sequence[Entry]]]:
    """Yield the files, as they are and below each folder that lies around all of them and is not a student's."""
    above, here = "", entries
    while True:
        yield above, here
        folders = {folder_of(entry) for entry in here}
        around = next(iter(folders)) if len(folders) == 1 else ""
        inside = [below(entry) for entry in here if folder_of(entry) == around]
        is_students = roster is not None and roster.knows(around)
        if not around or is_students or has_assignment(inside, names.assignment):
            return
        above, here = f"{above}{around}/", inside


def _is_platforms(folder: str, tops: Sequence[Top], roster: Roster | None) -> bool:
    """Return whether a folder that a platform gives is there, and nobody is called so."""
    return any(top.name == folder and top.is_folder for top in tops) and not (roster and roster.knows(folder))


def _most_fitting(platforms: Sequence[Platform], tops: Sequence[Top], label: str) -> Platform | None:
    """Return the platform whose convention more than half of what lies at the top follows, and more than any other's.

    Only what holds notebooks, zips or scripts counts, if there is any, and each file or folder once. A platform names
    all that it gives, so what a student called a few files wins against none.
    """
    with_work = {id(top) for top in tops if top.has_work} or set(map(id, tops))
    counts = {}
    for one in (Download(platform, tops) for platform in platforms):
        fitting, counted = (sum(id(top) in with_work for top in found) for found in (one.fitting, one.counted))
        if 2 * fitting > counted:
            counts[one.platform] = fitting
    best = [platform for platform, count in counts.items() if count == max(counts.values())]
    if len(best) > 1:
        raise HippogradError("platforms-alike", file=label, platforms=[platform.name.casefold() for platform in best])
    return best[0] if best else None
