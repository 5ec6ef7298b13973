"""Whose convention the names in a folder or zip follow, and what was handed in by that convention.

Only names at the top count, where the students' own choosing has not begun, and each file or folder there once: what a
student puts into a folder makes nobody else's folder anything else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from hippograd.errors import HippogradError
from hippograd.intake.finding.archives import Entry
from hippograd.intake.finding.attempts import WORK, Attempt, told_apart
from hippograd.intake.finding.platforms import (
    CLASSROOM,
    FOLDERS,
    FORMS,
    LOOSE,
    NBGRADER,
    STRICT,
    Names,
    Platform,
    Top,
    tops_of,
)
from hippograd.intake.finding.platforms.folders import BESIDE_SUBMITTED, folder_of, has_assignment
from hippograd.intake.finding.platforms.google import first_and_last
from hippograd.intake.finding.platforms.inferred import Inferred
from hippograd.intake.finding.platforms.platform import below
from hippograd.intake.finding.roster import Roster

SUBMITTED, SUBMITTED_TEAMS, WORKING_TEAMS = "submitted", "Submitted files", "Working files"
"""Folders in which nbgrader and Teams keep what was handed in, and in which Teams keeps what was not."""


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
    roster: Roster | None,
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
    roster : Roster or None
        A folder that has a student's name is never passed over.
    platform : Platform or None
        Whose convention it is, where the user says so.

    Raises
    ------
    HippogradError
        When the names follow two conventions equally well, or none the one that the user says.
    """
    by_people = platform is None or isinstance(platform, type(FOLDERS))
    levels = list(_levels(entries, names, roster))
    for above, here in levels:
        tops = tops_of(here)
        candidates = (*STRICT, *LOOSE) if platform is None else () if by_people else (platform,)
        found = _most_fitting(candidates, tops, label, roster)
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
    inferred = _inferred("", entries, names, roster) if platform is None and roster is not None else None
    if inferred is not None:
        return inferred
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


def _levels(entries: Sequence[Entry], names: Names, roster: Roster | None) -> Iterator[tuple[str, Sequence[Entry]]]:
    """The files, as they are and below each folder that lies around all of them and is not a student's."""
    above, here = "", entries
    while True:
        yield above, here
        folders = {folder_of(entry) for entry in here}
        around = (
            SUBMITTED_TEAMS if _is_teams(tops_of(here), roster) else next(iter(folders)) if len(folders) == 1 else ""
        )
        inside = [below(entry) for entry in here if folder_of(entry) == around]
        is_students = roster is not None and roster.knows(around)
        if not around or is_students or has_assignment(inside, names.assignment):
            return
        above, here = f"{above}{around}/", inside


def _is_platforms(folder: str, tops: Sequence[Top], roster: Roster | None) -> bool:
    """Whether a folder that a platform gives is there, and nobody is called so."""
    return any(top.name == folder and top.is_folder for top in tops) and not (roster and roster.knows(folder))


def _is_teams(tops: Sequence[Top], roster: Roster | None) -> bool:
    """Whether all work lies in the folders of Teams, as it does not among the folders of people."""
    others = [top for top in tops if top.name not in (SUBMITTED_TEAMS, WORKING_TEAMS)]
    return _is_platforms(SUBMITTED_TEAMS, tops, roster) and not any(top.has_work for top in others)


def _inferred(
    above: str, entries: Sequence[Entry], names: Names, roster: Roster, beside: Sequence[Top] = ()
) -> Download | None:
    """The level of a download whose names have an id in the same place; files without work may lie beside it."""
    here = entries
    for further, here in _levels(entries, names, roster):
        tops = tops_of(here)
        found = Inferred.of(tops, roster)
        if found is not None:
            return Download(found, tops, f"{above}{further}", beside)
    loose = [entry for entry in here if not folder_of(entry)]
    if not loose or any(entry.suffix in WORK for entry in loose):
        return None
    inside = [entry for entry in here if folder_of(entry)]
    return _inferred(f"{above}{further}", inside, names, roster, [*beside, *tops_of(loose)])


def _most_fitting(
    platforms: Sequence[Platform], tops: Sequence[Top], label: str, roster: Roster | None
) -> Platform | None:
    """The platform whose convention more than half of what lies at the top follows, and more than any other's.

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
    if not best:
        return None
    strict = [platform for platform in best if platform not in LOOSE] or (
        _by_side(best, tops, roster) if len(platforms) > 1 else best
    )
    if len(strict) > 1:
        ways = " or ".join(f"--platform {platform.name.casefold()}" for platform in strict)
        both = " and like ".join(platform.name for platform in strict)
        raise HippogradError(f"{label} looks like {both}.", f"Say which it is: {ways}.")
    return strict[0] if strict else None


def _by_side(best: Sequence[Platform], tops: Sequence[Top], roster: Roster | None) -> Sequence[Platform]:
    """Of Classroom and Forms the one on whose side people stand in the whole download; both where that is not sure.

    People may stand on both sides, as students call files by names, too. Sure is where most people, and two at least,
    stand on one side only, and nobody on the other only. A file with the same person on both sides says nothing, and
    whoever has one does not count. Where nobody is known, the same in all files is nobody's name.
    """
    sides = [pair for top in tops if not top.is_folder and any(pair := first_and_last(top.name))]
    people = [tuple(frozenset(roster.called(name) if roster is not None else ()) for name in pair) for pair in sides]
    if not any(map(any, people)):
        firsts, lasts = {first for first, _ in sides}, {last for _, last in sides}
        return best if len(best) < 2 else [FORMS if len(firsts) == 1 < len(lasts) else CLASSROOM]
    if all(first == last for first, last in people):
        return best[:1]
    on_both = {first for first, last in people if first == last}
    first_only = {first for first, last in people if not last} - {frozenset()}
    last_only = {last for first, last in people if not first} - {frozenset()}
    for platform, place, here, there in ((CLASSROOM, 0, first_only, last_only), (FORMS, 1, last_only, first_only)):
        everybody = {pair[place] for pair in people} - {frozenset()}
        if not there and len(here - on_both) > max(1, len(everybody) / 2):
            return [platform]
    return LOOSE
