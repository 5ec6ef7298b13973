"""Whose convention the names in a folder or zip follow, and what was handed in by that convention.

Only names at the top count, where the students' own choosing has not begun, and each file or folder there once: what a
student puts into a folder makes nobody else's folder anything else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from hippograd.errors import HippogradError
from hippograd.intake.finding.archives import Entry
from hippograd.intake.finding.attempts import WORK, Attempt, told_apart
from hippograd.intake.finding.platforms import FOLDERS, LOOSE, NBGRADER, STRICT, Names, Platform, Top, tops_of
from hippograd.intake.finding.platforms.folders import BESIDE_SUBMITTED, folder_of, has_assignment
from hippograd.intake.finding.platforms.platform import below

SUBMITTED, SUBMITTED_TEAMS = "submitted", "Submitted files"
"""Folders in which nbgrader and Teams keep what was handed in."""


@dataclass(frozen=True)
class Download:
    """A folder or zip of submissions, understood.

    Parameters
    ----------
    platform : Platform
        Whose convention it follows.
    tops : sequence of Top
        What lies at its top.
    above : str
        The folder of it that holds them; empty where there is none.
    beside : sequence of Top
        What lies beside that folder, and may be people's.
    """

    platform: Platform
    tops: Sequence[Top]
    above: str = ""
    beside: Sequence[Top] = ()

    @property
    def fitting(self) -> list[Top]:
        return self.platform.fitting(self.tops)

    @property
    def counted(self) -> list[Top]:
        """All that a student may have handed in."""
        return [top for top in self.tops if not self.platform.is_own(top)]

    def attempts(self, names: Names) -> list[Attempt]:
        """What was handed in. What does not follow the convention is whoever's it is called after."""
        found = self.platform.read(self.tops, names)
        fitting = {id(top) for top in self.fitting}
        rest = [top for top in self.counted if id(top) not in fitting]
        named = [replace(one, platform=self.platform.name) for one in told_apart(found)]
        return named + [replace(one, platform=FOLDERS.name) for one in FOLDERS.read([*rest, *self.beside], names)]

    def described(self) -> str:
        """What it was taken for, for people to read."""
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
    is_student: Callable[[str], bool],
    platform: Platform | None = None,
) -> Download:
    """Whose convention the names follow.

    Parameters
    ----------
    entries : sequence of Entry
        All files.
    names : Names
        Of assignments.
    label : str
        What messages call the folder or zip.
    is_zip : bool
        In a zip of people's folders, the folder around everything is passed over.
    is_student : callable
        Whether a folder's name is a student's of the roster: that one is never passed over.
    platform : Platform or None
        Whose convention it is, where the user says so.

    Raises
    ------
    HippogradError
        When the names follow two conventions equally well, or none the one that the user says.
    """
    by_people = platform is None or isinstance(platform, type(FOLDERS))
    levels = list(_levels(entries, names, is_student))
    for above, here in levels:
        tops = tops_of(here)
        candidates = (*STRICT, *LOOSE) if platform is None else () if by_people else (platform,)
        found = _most_fitting(candidates, tops, label)
        if found is not None:
            return Download(found, tops, above)
        if by_people and any(top.name == SUBMITTED and top.is_folder for top in tops):
            inside = [below(entry) for entry in here if folder_of(entry) == SUBMITTED]
            beside = [top for top in tops if top.name not in (SUBMITTED, *BESIDE_SUBMITTED)]
            return Download(platform or NBGRADER, tops_of(inside), f"{above}{SUBMITTED}/", beside)
    if platform is not None and not by_people:
        return _followed(platform, levels, label)
    above, here = levels[-1 if is_zip else 0]
    return Download(platform or FOLDERS, tops_of(here), above)


def _followed(platform: Platform, levels: Sequence[tuple[str, Sequence[Entry]]], label: str) -> Download:
    """The level of a download at which most follows a convention, though that is not half of what is there."""
    best = max((Download(platform, tops_of(here), above) for above, here in levels), key=lambda one: len(one.fitting))
    if not best.fitting:
        examples = ", ".join(top.name for top in best.tops[:3])
        raise HippogradError(
            f"Nothing in {label} is {platform.shown}, but: {examples}.",
            "Give another --platform or --pattern, or leave it out.",
        )
    return best


def _levels(
    entries: Sequence[Entry], names: Names, is_student: Callable[[str], bool]
) -> Iterator[tuple[str, Sequence[Entry]]]:
    """The files, as they are and below each folder that lies around all of them and is not a student's."""
    above, here = "", entries
    while True:
        yield above, here
        folders = {folder_of(entry) for entry in here}
        around = SUBMITTED_TEAMS if SUBMITTED_TEAMS in folders else next(iter(folders)) if len(folders) == 1 else ""
        inside = [below(entry) for entry in here if folder_of(entry) == around]
        if not around or is_student(around) or has_assignment(inside, names.assignment):
            return
        above, here = f"{above}{around}/", inside


def _most_fitting(platforms: Sequence[Platform], tops: Sequence[Top], label: str) -> Platform | None:
    """The platform whose convention more than half of what lies at the top follows, and more than any other's.

    Only what holds notebooks, zips or scripts counts, if there is any, and each file or folder once. A platform names
    all that it gives, so what a student called a few files wins against none.
    """
    with_work = {id(top) for top in tops if any(file.suffix in WORK for file in top.files)} or set(map(id, tops))
    counts = {}
    for one in (Download(platform, tops) for platform in platforms):
        fitting, counted = (sum(id(top) in with_work for top in found) for found in (one.fitting, one.counted))
        if 2 * fitting > counted:
            counts[one.platform] = fitting
    best = [platform for platform, count in counts.items() if count == max(counts.values())]
    strict = [platform for platform in best if platform not in LOOSE] or best
    if len(strict) > 1:
        ways = " or ".join(f"--platform {platform.name.casefold()}" for platform in strict)
        both = " and like ".join(platform.name for platform in strict)
        raise HippogradError(f"{label} looks like {both}.", f"Say which it is: {ways}.")
    return strict[0] if strict else None
