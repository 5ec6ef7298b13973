"""What people put together themselves: files and folders that are called like students, and nbgrader's layout."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import ClassVar

from hippograd.errors import HippogradError
from hippograd.intake.finding.archives import Entry, read_file
from hippograd.intake.finding.attempts import SMALL_FILE, WORK, Attempt, Claim, stem_of
from hippograd.intake.finding.platforms.platform import Names, Platform, Top, below
from hippograd.intake.finding.roster import GROUP, Key
from hippograd.intake.finding.times import doubtful_time, time_of
from hippograd.intake.notes import Note

BESIDE_SUBMITTED = {"source", "release", "autograded", "feedback", "downloaded", "gradebook.db", "nbgrader_config.py"}
"""What lies beside nbgrader's folder `submitted`, and is nobody's."""

_STAMP = "timestamp.txt"

_IDS = "the names of folders and files, as id, email or group"


class Folders(Platform):
    """`amber01.ipynb` and `amber01.zip` are of amber01, and so is all below `amber01/`.

    In a student's folder, that of the assignment counts, if there is one; otherwise all that lies in no folder of
    another assignment. Folders that are releases, `0_neural_data/0_neural_data.ipynb`, are nobody's; one of this
    assignment beside students' may be what somebody handed in as it was unpacked. Whoever put the
    folders together may have left a `timestamp.txt` of the student's there, so none is believed.
    """

    believes_stamps: ClassVar[bool] = False

    @property
    def shown(self) -> str:
        return self.source

    def fitting(self, tops: Sequence[Top]) -> list[Top]:
        return [top for top in tops if not self.is_own(top)]

    def read(self, tops: Sequence[Top], names: Names) -> list[Attempt]:
        known = {name.casefold() for name in (*names.others, names.assignment)} if names.others else set()
        releases = {top.name for top in tops if top.is_folder and _is_release(top, known)}
        if any(top.name not in releases and (top.is_folder or top.files[0].suffix in WORK) for top in tops):
            releases = {name for name in releases if not _same(name, names.assignment)}
        folders = [top for top in tops if top.is_folder and top.name not in releases]
        found = [attempt for top in folders if (attempt := self._in_folder(top, names)) is not None]
        return _side_by_side([top.files[0] for top in tops if not top.is_folder], found) + found

    def _in_folder(self, top: Top, names: Names) -> Attempt | None:
        """Return what one student handed in, by that student's folder only; None where it is of other assignments."""
        files = of_assignment(top.files, names)
        work = tuple(file for file in files if file.name != _STAMP)
        if not work and not has_assignment(top.files, names.assignment):
            return None
        return Attempt(self._with_time(claim_of(top.name), top, files, names), work)

    def _with_time(self, claim: Claim, top: Top, files: Sequence[Entry], names: Names) -> Claim:
        """Return a claim with the time of nbgrader's stamp; a person is asked about one that may be the student's
        own."""
        stamp = next((file for file in files if file.name == _STAMP), None)
        beside = [file for file in top.files if not folder_of(file)]
        own = [file for file in (*files, *beside) if file.name.rpartition("/")[2].casefold() == _STAMP]
        if stamp is None and not own:
            return claim
        said = _text_of(stamp or own[0])
        if stamp is None or not (self.believes_stamps and has_assignment(top.files, names.assignment)):
            return replace(claim, notes=(_unbelieved(said),))
        time = time_of(said)
        return replace(claim, notes=(doubtful_time(_STAMP, said),)) if time is None else replace(claim, time=time)


class Nbgrader(Folders):
    """`submitted/amber01/<assignment>/work.ipynb`, and beside it `timestamp.txt`, which nbgrader writes."""

    believes_stamps = True


FOLDERS = Folders("Folders", "", "amber01.ipynb, amber01/work.ipynb", "students' own files and folders", _IDS, _STAMP)
NBGRADER = Nbgrader("nbgrader", "", "submitted/amber01/<assignment>/work.ipynb", "the layout of nbgrader", _IDS, _STAMP)


def claim_of(name: str) -> Claim:
    """Return where all that is known of a student is a name or an id that somebody wrote."""
    return Claim(name, name, (Key(name), Key(name, GROUP)))


def of_assignment(files: Sequence[Entry], names: Names) -> list[Entry]:
    """Return a student's files of the assignment, named from its folder on where there is one."""
    if has_assignment(files, names.assignment):
        return [below(file) for file in files if _same(folder_of(file), names.assignment)]
    others = {name.casefold() for name in names.others}
    return [file for file in files if folder_of(file).casefold() not in others]


def folder_of(entry: Entry) -> str:
    """Return the first folder of its path; empty if there is none."""
    return entry.parts[0] if len(entry.parts) > 1 else ""


def has_assignment(files: Sequence[Entry], assignment: str) -> bool:
    """Return whether there is a folder of the assignment."""
    return any(_same(folder_of(file), assignment) for file in files)


def holds_assignments_only(files: Sequence[Entry], names: Names) -> bool:
    """Return whether there are folders of assignments and no others, and no work beside them, as one student has
    there."""
    known = {name.casefold() for name in (names.assignment, *names.others)}
    folders = {folder_of(file).casefold() for file in files} - {""}
    loose = any(not folder_of(file) and file.suffix in WORK for file in files)
    return bool(folders) and not folders - known and not loose


def _side_by_side(files: list[Entry], in_folders: list[Attempt]) -> list[Attempt]:
    """Return an attempt for each notebook and zip, and for all else of a name that has none, `basil02.pdf`."""
    found = [Attempt(claim_of(stem_of(file.name)), (file,)) for file in files if file.suffix in (".ipynb", ".zip")]
    with_work = [one for one in found + in_folders if any(file.suffix in WORK for file in one.files)]
    claimed = {attempt.claim.own_id.casefold() for attempt in with_work}
    rest: dict[str, list[Entry]] = defaultdict(list)
    for file in files:
        if stem_of(file.name).casefold() not in claimed and file.name != _STAMP:
            rest[stem_of(file.name)].append(file)
    return found + [Attempt(claim_of(name), tuple(entries)) for name, entries in rest.items()]


def _same(name: str, assignment: str) -> bool:
    """Return whether a name is the assignment's; capital letters do not matter."""
    return name.casefold() == assignment.casefold()


def _is_release(folder: Top, known: Collection[str]) -> bool:
    """Return whether it has an assignment's name, and one notebook, of its own name:
    `0_neural_data/0_neural_data.ipynb`."""
    notebooks = [file.name for file in folder.files if file.suffix == ".ipynb"]
    return folder.name.casefold() in known and [_same(name, f"{folder.name}.ipynb") for name in notebooks] == [True]


def _unbelieved(said: str) -> Note:
    return Note.of("time-stamp-not-believed", said=said[:100])


def _text_of(stamp: Entry) -> str:
    """Return what nbgrader's timestamp.txt says, or why it says nothing."""
    try:
        data = b"" if stamp.problem else read_file(stamp.path, stamp.members, SMALL_FILE)
    except HippogradError as error:
        return error.message
    return stamp.problem or data.decode("utf-8", errors="replace").strip()
