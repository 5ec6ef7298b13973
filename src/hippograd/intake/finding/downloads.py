"""What was handed in, in each folder or zip that was named: whose convention the names follow, and what follows it.

Only names at the top count, where the students' own choosing has not begun, and each file or folder there once: what a
student puts into a folder makes nobody else's folder anything else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from hippograd.errors import HippogradError
from hippograd.files import where_it_leads
from hippograd.intake.finding.archives import Entry, entry_of, files_in_folder, files_in_zip
from hippograd.intake.finding.choosing import RENAMED
from hippograd.intake.finding.naming import Naming
from hippograd.intake.finding.platforms import FOLDERS, NBGRADER, RECOGNISED, Attempt, Names, Platform, Top, tops_of
from hippograd.intake.finding.platforms.folders import BESIDE_SUBMITTED
from hippograd.intake.finding.platforms.platform import below, folder_of
from hippograd.intake.finding.roster import Roster

SUBMITTED = "submitted"
"""The folder in which nbgrader keeps what was handed in."""

Level = tuple[str, Sequence[Entry]]
"""A folder of a download, and the files below it, named from it on."""

BY_PEOPLE = (None, FOLDERS, NBGRADER)
"""What `--platform` may say where names are not a learning platform's."""


@dataclass(frozen=True)
class Download:
    """A folder or zip, or a notebook, that was named, understood."""

    path: Path
    platform: Platform
    """Whose convention it follows."""

    tops: Sequence[Top]
    """What lies at its top."""

    above: str = ""
    """The folder of it that holds them; empty where there is none."""

    beside: Sequence[Top] = ()
    """What lies beside that folder, and may be people's."""

    is_one_students: bool = False

    @property
    def counted(self) -> list[Top]:
        """All that a student may have handed in."""
        return [top for top in self.tops if not self.platform.is_own(top)]

    @property
    def listed(self) -> set[str]:
        """The paths of all files, by which a map says whose they are."""
        return {file.listed for top in (*self.tops, *self.beside) for file in top.files}

    @property
    def fitting(self) -> list[Top]:
        """Of these, what follows the convention."""
        return self.platform.fitting(self.tops)

    def attempts(self, names: Names) -> list[Attempt]:
        """Return what was handed in. What does not follow the convention is whoever's it is called after."""
        fitting = {id(top) for top in self.fitting}
        rest = [top for top in self.counted if id(top) not in fitting]
        found = [replace(attempt, platform=self.platform.name) for attempt in self.platform.read(self.tops, names)]
        others = FOLDERS.read([*rest, *self.beside], names)
        found += [replace(attempt, platform=FOLDERS.name) for attempt in others]
        if not found and not self.is_one_students:
            raise nothing_in(self.path, names.assignment)
        return found

    def described(self) -> str:
        """Return what it was taken for, for people to read."""
        fitting, counted = len(self.fitting), len(self.counted)
        share = f"{counted}" if fitting == counted else f"{fitting} of {counted}"
        where = f", below {self.above}" if self.above else ""
        return f"{self.platform.shown}: {share} {'entry' if counted == 1 else 'entries'}{where}"


def read_downloads(
    paths: Sequence[Path], names: Names, roster: Roster | None, naming: Naming, say: Callable[[str], None]
) -> list[Download]:
    """Return what each path was taken for; of folders and zips, `say` is called with it.

    Of several, each is one student's, unless `--platform` or `--pattern` says what they are.
    """
    holders = [path for path in paths if path.is_dir() or _is_zip(path)]
    are_students = len(holders) > 1 and naming.platform is None
    found = [_download(path, names, roster, naming.platform, is_students=are_students) for path in paths]
    for download in found:
        if not download.is_one_students:
            say(f"{download.path}: taken for {download.described()}")
    if are_students:
        say(f"{holders[0]} and others: taken for one student's each; if they are not, say what by --platform")
    return found


def _download(
    path: Path, names: Names, roster: Roster | None, platform: Platform | None, *, is_students: bool
) -> Download:
    """Return what a path was taken for: one student's work, or that of a class."""
    there, is_folder, is_zip = where_it_leads(path), path.is_dir(), _is_zip(path)
    called, in_submitted = there.name if is_folder else there.stem, is_folder and there.parent.name == SUBMITTED
    is_one_students = is_students or in_submitted or (roster is not None and roster.knows(called))
    if (platform in BY_PEOPLE and is_one_students) or not (is_folder or is_zip):
        files = [entry_of(path)] if is_zip else _entries_of(path, roster)
        tops = [Top(called, tuple(files), is_folder=True)] if is_folder else tops_of(files)
        return Download(path, NBGRADER if in_submitted else FOLDERS, tops, is_one_students=True)
    levels = list(_levels(_entries_of(path, roster), names, roster))
    if platform is not None and platform not in BY_PEOPLE:
        return _following(platform, path, levels)
    found = _recognised(path, levels, roster, platform, is_zip=is_zip)
    is_nbgraders = found.platform is FOLDERS and platform is None and there.name == SUBMITTED and is_folder
    return replace(found, platform=NBGRADER) if is_nbgraders else found


def _recognised(
    path: Path, levels: Sequence[Level], roster: Roster | None, platform: Platform | None, *, is_zip: bool
) -> Download:
    """Return whose convention the names follow; where no platform's, people put the files together."""
    for above, here in levels:
        tops = tops_of(here)
        best = _most_fitting(path, tops) if platform is None else None
        if best is not None:
            return Download(path, best, tops, above)
        beside = [top for top in tops if top.name not in (SUBMITTED, *BESIDE_SUBMITTED)]
        is_there = any(top.name == SUBMITTED and top.is_folder for top in tops)
        is_somebodys = roster is not None and roster.knows(SUBMITTED)
        is_among_others = is_somebodys or any(top.is_folder and top.has_work for top in beside)
        if is_there and (platform is NBGRADER or not is_among_others):
            inside = [below(entry) for entry in here if folder_of(entry) == SUBMITTED]
            return Download(path, platform or NBGRADER, tops_of(inside), f"{above}{SUBMITTED}/", beside)
    above, here = levels[-1 if is_zip else 0]
    return Download(path, platform or FOLDERS, tops_of(here), above)


def _following(platform: Platform, path: Path, levels: Sequence[Level]) -> Download:
    """Return the level of a download at which most follows a convention, though that is not half of what is there."""
    found = [Download(path, platform, tops_of(here), above) for above, here in levels]
    best = max(found, key=lambda download: len(download.fitting))
    if not best.fitting:
        names = [top.name for top in best.tops]
        raise HippogradError("platform-not-there", file=path, platform=platform.shown, names=names)
    return best


def _levels(entries: Sequence[Entry], names: Names, roster: Roster | None) -> Iterator[Level]:
    """Yield the files, as they are and below each folder that lies around all of them and is not a student's."""
    above, here = "", entries
    while True:
        yield above, here
        folders = {folder_of(entry) for entry in here}
        around = next(iter(folders)) if len(folders) == 1 else ""
        inside = [below(entry) for entry in here if folder_of(entry) == around]
        is_students = roster is not None and roster.knows(around)
        if not around or is_students or any(names.is_assignment(folder_of(entry)) for entry in inside):
            return
        above, here = f"{above}{around}/", inside


def _most_fitting(path: Path, tops: Sequence[Top]) -> Platform | None:
    """Return the platform whose convention more than half of what lies at the top follows, and more than any other's.

    Only what holds notebooks or zips counts, if there is any, and each file or folder once. A platform names all that
    it gives, so what a student called a few files wins against none.
    """
    with_work = {id(top) for top in tops if top.has_work} or set(map(id, tops))
    counts: dict[Platform, int] = {}
    for platform in RECOGNISED:
        fitting = sum(id(top) in with_work for top in platform.fitting(tops))
        if 2 * fitting > sum(id(top) in with_work and not platform.is_own(top) for top in tops):
            counts[platform] = fitting
    best = [platform for platform, count in counts.items() if count == max(counts.values())]
    if len(best) > 1:
        raise HippogradError("platforms-alike", file=path, platforms=[platform.name.casefold() for platform in best])
    return best[0] if best else None


def _is_zip(path: Path) -> bool:
    return path.suffix.lower() == ".zip" and path.is_file()


def _entries_of(path: Path, roster: Roster | None) -> list[Entry]:
    """Return the files of a path, but for those of the roster."""
    try:
        if path.is_dir():
            lists = set(map(where_it_leads, roster.paths)) if roster is not None else set()
            names = {file.name for file in lists}
            return [
                entry
                for entry in files_in_folder(path)
                if entry.path.name not in names or where_it_leads(entry.path) not in lists
            ]
        if _is_zip(path):
            return files_in_zip(path)
        if (path.suffix.lower() in (".ipynb", ".py") or RENAMED.search(path.name)) and path.is_file():
            return [entry_of(path)]
        if path.is_symlink() and not path.exists():
            return [replace(entry_of(path), problem="it is a symbolic link")]
        if path.exists():
            raise HippogradError("path-no-submission", path=path)
        raise HippogradError("path-missing", path=path)
    except OSError as error:
        raise HippogradError("file-not-readable", file=path, cause=error.strerror or error) from None


def nothing_in(path: Path, assignment: str) -> HippogradError:
    """Return the error where a path holds no submission."""
    return HippogradError("nothing-to-grade", path=path, assignment=assignment)
