"""What people put together themselves: files and folders that are called like students, and nbgrader's layout."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from hippograd.errors import HippogradError
from hippograd.intake.finding.archives import Entry, read_file
from hippograd.intake.finding.attempts import SMALL_FILE, WORK, Attempt, Claim, stem_of
from hippograd.intake.finding.platforms.platform import Names, Platform, Top, below
from hippograd.intake.finding.roster import Key
from hippograd.intake.finding.times import doubtful_time, time_of
from hippograd.intake.notes import Note

BESIDE_SUBMITTED = {"source", "release", "autograded", "feedback", "downloaded", "gradebook.db", "nbgrader_config.py"}
"""What lies beside nbgrader's folder `submitted`, and is nobody's."""

_STAMP = "timestamp.txt"

_MISSPELT = 0.85
"""From which likeness a name may be the assignment's: one letter in seven is another."""


class Folders(Platform):
    """`amber01.ipynb` and `amber01.zip` are of amber01, and so is all below `amber01/`.

    In a student's folder, that of the assignment counts, if there is one; otherwise all that lies in no folder of
    another assignment. Folders that are releases, `0_neural_data/0_neural_data.ipynb`, are nobody's; one of this
    assignment beside students' may be what somebody handed in as it was unpacked. Whoever put the
    folders together may have left a `timestamp.txt` of the student's there, so none is believed.
    """

    name = "Folders"
    folder = re.compile(r".*", re.S)
    file = re.compile(r"(?P<file>.*)", re.S)
    own = re.compile(re.escape(_STAMP))
    hint = (
        "The names of folders and files should be ids of the roster, addresses or names. Folders of sections are named "
        "side by side, with --platform folders."
    )

    believes_stamps = False

    @property
    def shown(self) -> str:
        return "students' own files and folders"

    def fitting(self, tops: Sequence[Top]) -> list[Top]:
        return [top for top in tops if not self.is_own(top)]

    def read(self, tops: Sequence[Top], names: Names) -> list[Attempt]:
        known = {*names.others, names.assignment} if names.others else set()
        releases = {top.name for top in tops if top.is_folder and _is_release(top.name, top.files, known)}
        if any(top.name not in releases and (top.is_folder or top.files[0].suffix in WORK) for top in tops):
            releases = {name for name in releases if not _same(name, names.assignment)}
        folders = [top for top in tops if top.is_folder and top.name not in releases]
        found = [attempt for top in folders if (attempt := self._in_folder(top, names)) is not None]
        return _side_by_side([top.files[0] for top in tops if not top.is_folder], found) + found

    def claim(self, match: re.Match[str]) -> Claim:
        return claim_of(match[0])

    def _in_folder(self, top: Top, names: Names) -> Attempt | None:
        """What one student handed in, by that student's folder only; None where it is of other assignments."""
        files = of_assignment(top.files, names)
        work = tuple(file for file in files if file.name != _STAMP)
        if not work and not _has_folder(top.files, names):
            return None
        return Attempt(self._with_time(claim_of(top.name), top, names), work)

    def _with_time(self, claim: Claim, top: Top, names: Names) -> Claim:
        """A claim with the time of nbgrader's stamp; a person is asked about one that may be the student's own."""
        files = of_assignment(top.files, names)
        stamp = next((file for file in files if file.name == _STAMP), None)
        own = [
            file for file in (*files, *top.files) if _is_called_stamp(file) and (file in files or not folder_of(file))
        ]
        if stamp is None and not own:
            return claim
        said = _text_of(stamp or own[0])
        time = time_of(said)
        if stamp is None or not (self.believes_stamps and _has_folder(top.files, names)):
            return replace(claim, notes=(_unbelieved(said),))
        return replace(claim, notes=(doubtful_time(_STAMP, said),)) if time is None else replace(claim, time=time)


class Nbgrader(Folders):
    """`submitted/amber01/<assignment>/work.ipynb`, and beside it `timestamp.txt`, which nbgrader writes.

    Capital letters do not matter. Source: `nbgrader/docs/source/user_guide/philosophy.rst` of jupyter/nbgrader.
    """

    name = "nbgrader"
    believes_stamps = True

    @property
    def shown(self) -> str:
        return "the layout of nbgrader"


def claim_of(name: str) -> Claim:
    """Where all that is known of a student is a name or an id that somebody wrote."""
    return Claim(name, name, (Key(name),))


def of_assignment(files: Sequence[Entry], names: Names) -> list[Entry]:
    """A student's files of the assignment, named from its folder on where there is one."""
    if _has_folder(files, names):
        return [below(file) for file in files if _same(folder_of(file), names.assignment)]
    anothers = {name for name in {folder_of(file) for file in files} - {""} if _is_anothers(name, files, names)}
    return [file for file in files if folder_of(file) not in anothers]


def folder_of(entry: Entry) -> str:
    """The first folder of its path; empty if there is none."""
    return entry.parts[0] if len(entry.parts) > 1 else ""


def has_assignment(files: Sequence[Entry], assignment: str) -> bool:
    """Whether there is a folder of the assignment."""
    return any(_same(folder_of(file), assignment) for file in files)


def holds_assignments_only(files: Sequence[Entry], names: Names) -> bool:
    """Whether there are folders of assignments and no others, and no work beside them, as one student has there."""
    known = {name.casefold() for name in (names.assignment, *names.others)}
    folders = {folder_of(file).casefold() for file in files if not file.is_nothing} - {""}
    loose = any(not folder_of(file) and file.suffix in WORK for file in files)
    return bool(folders) and not folders - known and not loose


def _has_folder(files: Sequence[Entry], names: Names) -> bool:
    return has_assignment(files, names.assignment)


def _side_by_side(files: list[Entry], in_folders: list[Attempt]) -> list[Attempt]:
    """An attempt for each notebook and zip, and for all else of a name that has none, `basil02.pdf`."""
    found = [Attempt(claim_of(stem_of(file.name)), (file,)) for file in files if file.suffix in (".ipynb", ".zip")]
    with_work = [one for one in found + in_folders if any(file.suffix in WORK for file in one.files)]
    claimed = {attempt.claim.own_id.casefold() for attempt in with_work}
    rest: dict[str, list[Entry]] = defaultdict(list)
    for file in files:
        if stem_of(file.name).casefold() not in claimed and file.name != _STAMP:
            rest[stem_of(file.name)].append(file)
    return found + [Attempt(claim_of(name), tuple(entries)) for name, entries in rest.items()]


def _is_anothers(folder: str, files: Sequence[Entry], names: Names) -> bool:
    """Whether a student's folder is of another assignment; without a list of them, nbgrader's way with names."""
    if names.others:
        return folder.casefold() in {name.casefold() for name in names.others}
    if _differs_in_number(folder, names.assignment):
        return True
    inside = [below(file) for file in files if folder_of(file) == folder]
    return _is_release(folder, inside, ()) and not _is_misspelt(folder, names.assignment)


def _same(name: str, assignment: str) -> bool:
    """Whether a name is the assignment's; capital letters do not matter."""
    return name.casefold() == assignment.casefold()


def _is_release(folder: str, files: Sequence[Entry], known: Collection[str]) -> bool:
    """Whether it has an assignment's name, and one notebook, of its own name: `0_neural_data/0_neural_data.ipynb`."""
    is_named = any(_same(folder, name) for name in known) if known else re.match(r"\d+_", folder) is not None
    notebooks = [file for file in files if file.suffix == ".ipynb"]
    return is_named and [_same(file.name, f"{folder}.ipynb") for file in notebooks] == [True]


def _is_misspelt(folder: str, assignment: str) -> bool:
    """Whether a name is nearly the assignment's."""
    return SequenceMatcher(None, folder.casefold(), assignment.casefold()).ratio() >= _MISSPELT


def _differs_in_number(folder: str, assignment: str) -> bool:
    """Whether two names differ in their numbers only, as `hw1` and `hw2` do."""
    return not _same(folder, assignment) and _without_numbers(folder) == _without_numbers(assignment)


def _without_numbers(name: str) -> str:
    return re.sub(r"\d+", "#", name.casefold())


def _is_called_stamp(file: Entry) -> bool:
    return file.name.rpartition("/")[2].casefold() == _STAMP


def _unbelieved(said: str) -> Note:
    return Note(
        f"a timestamp.txt may be the student's own, so its time does not count: it says {said[:100]!r}. It counts "
        "where nbgrader puts it: directly in submitted/<student>/<assignment>/.",
        for_staff=True,
    )


def _text_of(stamp: Entry) -> str:
    """What nbgrader's timestamp.txt says, or why it says nothing."""
    try:
        data = b"" if stamp.problem else read_file(stamp.path, stamp.members, SMALL_FILE)
    except HippogradError as error:
        return error.message
    return stamp.problem or data.decode("utf-8", errors="replace").strip()
