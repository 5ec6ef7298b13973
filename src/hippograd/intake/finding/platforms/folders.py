"""What people put together themselves: files and folders that are called like students, and nbgrader's layout."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from hippograd.errors import HippogradError
from hippograd.intake.finding.archives import Entry, read_file
from hippograd.intake.finding.platforms.platform import (
    SMALL_FILE,
    WORK,
    Attempt,
    Names,
    Platform,
    Top,
    below,
    folder_of,
    stem_of,
)
from hippograd.intake.finding.roster import GROUP, Key
from hippograd.intake.finding.times import doubtful_time, time_of

BESIDE_SUBMITTED = {"source", "release", "autograded", "feedback", "downloaded", "gradebook.db", "nbgrader_config.py"}
"""What lies beside nbgrader's folder `submitted`, and is nobody's."""

_STAMP = "timestamp.txt"

_IDS = "the names of folders and files, as id, email or group"


class Folders(Platform):
    """`amber01.ipynb` and `amber01.zip` are of amber01, and so is all below `amber01/`.

    In a student's folder, that of the assignment counts, if there is one; otherwise all that lies in no folder of
    another assignment. A `timestamp.txt` may be the student's own, so none is believed.
    """

    @property
    def shown(self) -> str:
        return self.source

    def fitting(self, tops: Sequence[Top]) -> list[Top]:
        return [top for top in tops if not self.is_own(top)]

    def read(self, tops: Sequence[Top], names: Names) -> list[Attempt]:
        folders = [self._in_folder(top, names) for top in tops if top.is_folder]
        found = [attempt for attempt in folders if attempt is not None]
        return _side_by_side([top.files[0] for top in tops if not top.is_folder], found, names) + found

    def _in_folder(self, top: Top, names: Names) -> Attempt | None:
        """Return what one student handed in, by that student's folder only; None where it is of other assignments."""
        own = [file for file in top.files if names.is_assignment(folder_of(file))]
        files = [*map(below, own)] or [file for file in top.files if not names.is_another(folder_of(file))]
        work = tuple(file for file in files if file.name != _STAMP)
        if not work and not own:
            return None
        stamp = next((file for file in files if file.name == _STAMP), None)
        attempt = _called(top.name, work, names)
        return self.with_time(attempt, stamp) if own and stamp is not None else attempt

    def with_time(self, attempt: Attempt, stamp: Entry) -> Attempt:
        """Return an attempt with the time of the stamp beside it, where that is to be believed."""
        return attempt


class Nbgrader(Folders):
    """`submitted/amber01/<assignment>/work.ipynb`, and beside it `timestamp.txt`, which nbgrader writes."""

    def with_time(self, attempt: Attempt, stamp: Entry) -> Attempt:
        said = _text_of(stamp)
        time = time_of(said)
        return replace(attempt, time=time, notes=() if time is not None else (doubtful_time(_STAMP, said),))


FOLDERS = Folders("Folders", "", "amber01.ipynb, amber01/work.ipynb", "students' own files and folders", _IDS, _STAMP)
NBGRADER = Nbgrader("nbgrader", "", "submitted/amber01/<assignment>/work.ipynb", "the layout of nbgrader", _IDS, _STAMP)


def _called(name: str, files: tuple[Entry, ...], names: Names) -> Attempt:
    """Return files where all that is known is a name that somebody wrote; the name of an assignment says nobody."""
    says_nobody = names.is_assignment(name) or names.is_another(name)
    return Attempt(files, name, name, () if says_nobody else (Key(name), Key(name, GROUP)))


def _side_by_side(files: list[Entry], in_folders: list[Attempt], names: Names) -> list[Attempt]:
    """Return an attempt for each notebook and zip, and for all else of a name that has none, `basil02.pdf`."""
    found = [_called(stem_of(file.name), (file,), names) for file in files if file.suffix in WORK]
    with_work = [attempt for attempt in found + in_folders if any(file.suffix in WORK for file in attempt.files)]
    called = {attempt.own_id.casefold() for attempt in with_work}
    rest: dict[str, list[Entry]] = defaultdict(list)
    for file in files:
        if stem_of(file.name).casefold() not in called and file.name != _STAMP:
            rest[stem_of(file.name)].append(file)
    return found + [_called(name, tuple(entries), names) for name, entries in rest.items()]


def _text_of(stamp: Entry) -> str:
    """Return what nbgrader's timestamp.txt says, or why it says nothing."""
    try:
        data = b"" if stamp.problem else read_file(stamp.path, stamp.members, SMALL_FILE)
    except HippogradError as error:
        return error.message
    return stamp.problem or data.decode("utf-8", errors="replace").strip()
