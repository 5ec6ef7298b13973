"""Submissions that people put together themselves: notebooks side by side, folders of students, nbgrader's layout."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from pathlib import PurePosixPath

from ..errors import HippogradError
from .archives import Entry, read_file
from .attempts import SMALL_FILE, Attempt
from .matching import DOUBT
from .platforms import WORK
from .roster import Key
from .times import doubtful_time, time_of, written_time

_OF_NBGRADER = {"source", "release", "autograded", "feedback", "downloaded", "gradebook.db", "nbgrader_config.py"}
"""What lies beside nbgrader's folder `submitted`, and is nobody's."""

_STAMP = "timestamp.txt"

_MISSPELT = 0.85
"""From which likeness a name may be the assignment's: one letter in seven is another."""


def attempts_of_people(
    entries: list[Entry], assignment: str, *, in_zip: bool, others: Collection[str] = ()
) -> list[Attempt]:
    """The attempts in a folder or zip that follows no platform's convention.

    `amber01.ipynb` and `amber01.zip` are of amber01; so is all below `amber01/<assignment>/`, and where nobody has
    such a folder, all below `amber01/`. Every other file and folder is a row under its name, but for the folders of
    other assignments. A lone folder around everything in a zip is passed over.

    Parameters
    ----------
    entries : list of Entry
        The files.
    assignment : str
        Its folders are meant where there are several assignments' (nbgrader's `submitted/<student>/<assignment>/`).
    in_zip : bool
        Whether it is a zip; in a folder, the layout begins right there or in `submitted`.
    others : collection of str
        The names of all assignments that are known.
    """
    entries = _below_submitted(entries, assignment)
    entries = _below_lone_folders(entries, assignment) if in_zip else entries
    tree = _Tree.of(entries, assignment, others)
    found = [tree.attempt(student) for student in tree.students]
    in_folders = [attempt for attempt in found if attempt is not None]
    return _side_by_side([entry for entry in entries if len(entry.parts) == 1], in_folders) + in_folders


def in_students_folder(folder: str, entries: list[Entry], assignment: str, others: Collection[str]) -> list[Entry]:
    """The files, named with the folder before them if that is one student's of nbgrader's layout: `submitted/amber01`.

    It is where nothing but folders of assignments lies in it.
    """
    known = {name.casefold() for name in (assignment, *others)}
    folders = {_folder(entry).casefold() for entry in entries} - {""}
    loose = any(not _folder(entry) and entry.suffix in WORK for entry in entries)
    if not folders or folders - known or loose or folder in _OF_NBGRADER:
        return entries
    return [replace(entry, name=f"{folder}/{entry.name}") for entry in entries]


def _side_by_side(files: list[Entry], in_folders: list[Attempt]) -> list[Attempt]:
    """An attempt for each notebook and zip, and for all else of a name that has none, `basil02.pdf`."""
    found = [_attempt(_stem(entry), [entry]) for entry in files if entry.suffix in (".ipynb", ".zip")]
    with_work = [one for one in found + in_folders if any(file.suffix in WORK for file in one.files)]
    claimed = {attempt.own_id.casefold() for attempt in with_work}
    rest: dict[str, list[Entry]] = defaultdict(list)
    for entry in files:
        if _stem(entry).casefold() not in claimed and entry.name != _STAMP:
            rest[_stem(entry)].append(entry)
    return found + [_attempt(name, entries) for name, entries in rest.items()]


@dataclass(frozen=True)
class _Tree:
    """Folders of students.

    Parameters
    ----------
    assignment : str
        Which one is looked for.
    students : dict of str to list of Entry
        The files of each student, named from the student's folder on.
    with_it : set of str
        The students who have a folder of the assignment. If there are none, it is not nbgrader's layout.
    others : set of str
        The names of other assignments, in small letters.
    """

    assignment: str
    students: dict[str, list[Entry]]
    with_it: set[str]
    others: set[str]

    @classmethod
    def of(cls, entries: list[Entry], assignment: str, others: Collection[str]) -> _Tree:
        students: dict[str, list[Entry]] = defaultdict(list)
        for entry in entries:
            if len(entry.parts) > 1:
                students[entry.parts[0]].append(_below(entry, 1))
        with_it = {name for name, files in students.items() if any(_is_in(file, assignment) for file in files)}
        known = {name.casefold() for name in others} - {assignment.casefold()}
        names = {*known, assignment} if known else ()
        work = {name: files for name, files in students.items() if not _is_release(name, files, names)}
        return cls(assignment, work, with_it, known)

    def attempt(self, student: str) -> Attempt | None:
        """What a student handed in; None where that is of other assignments only."""
        files = self.students[student]
        if student in self.with_it:
            work = [_below(file, 1) for file in files if _is_in(file, self.assignment)]
            return _attempt(student, work)
        anothers = {name for name in {_folder(file) for file in files} - {""} if self._is_anothers(name, files)}
        rest = [file for file in files if _folder(file) not in anothers]
        if all(file.name == _STAMP for file in rest):
            return None
        return self._astray(_attempt(student, rest)) if self.with_it else _attempt(student, rest)

    def _is_anothers(self, folder: str, files: list[Entry]) -> bool:
        """Whether a student's folder is of another assignment; without a list of them, nbgrader's way with names."""
        if self.others:
            return folder.casefold() in self.others
        if _differs_in_number(folder, self.assignment):
            return True
        inside = [_below(file, 1) for file in files if _folder(file) == folder]
        return _is_release(folder, inside, ()) and not _is_misspelt(folder, self.assignment)

    def _astray(self, attempt: Attempt) -> Attempt:
        """Work that others have in a folder of the assignment, and this student has beside it."""
        loose = [file for file in attempt.files if not _folder(file)]
        if any(file.suffix in WORK for file in loose):
            if any(_same(_stem(file), self.assignment) for file in loose):
                return attempt
            names = ", ".join(file.name for file in loose[:5])
            doubt = f"{DOUBT}is {names} meant for {self.assignment}? It lies in no folder of that name."
            return replace(attempt, notes=(*attempt.notes, doubt))
        if loose:
            return attempt
        folders = ", ".join(sorted({_folder(file) for file in attempt.files})[:5])
        problem = f"{attempt.own_id} has no folder {self.assignment}, but {folders}."
        remedy = f"If it is this work, call the folder {self.assignment}; then grade again."
        return replace(attempt, problem=problem, remedy=remedy)


def _attempt(student: str, files: list[Entry]) -> Attempt:
    work = tuple(entry for entry in files if entry.name != _STAMP)
    found = Attempt(student, (Key(student),), student, work)
    for entry in files:
        if entry.name == _STAMP:
            stamp = _stamp_in(entry)
            time = time_of(stamp)
            if time is None:
                return replace(found, notes=(doubtful_time(_STAMP, stamp),))
            return replace(found, time=time, timestamp=written_time(time))
    return found


def _below_submitted(entries: list[Entry], assignment: str) -> list[Entry]:
    """What lies in nbgrader's folder `submitted` and beside it, where there is one."""
    above = next(
        (
            entry.parts[:at]
            for entry in entries
            for at, part in enumerate(entry.parts[:-3])
            if part == "submitted" and _same(entry.parts[at + 2], assignment)
        ),
        None,
    )
    if above is None:
        return entries
    found = []
    for entry in entries:
        inside = len(entry.parts) > len(above) and entry.parts[: len(above)] == above
        here = _below(entry, len(above)) if inside else entry
        if inside and here.parts[0] in _OF_NBGRADER:
            continue
        found.append(_below(here, 1) if inside and _folder(here) == "submitted" else here)
    return found


def _below_lone_folders(entries: list[Entry], assignment: str) -> list[Entry]:
    """Without the folder around all others; but the one folder of a lone student is not passed over."""
    here = entries
    while not any(_is_in(_below(entry, 1), assignment) for entry in here if len(entry.parts) > 1):
        around = {entry.parts[0] for entry in here if len(entry.parts) > 1}
        if len(around) != 1:
            return _without_lone_folder(entries)
        here = [_below(entry, 1) if len(entry.parts) > 1 else entry for entry in here]
    return here


def _without_lone_folder(entries: list[Entry]) -> list[Entry]:
    while entries and len({entry.parts[0] for entry in entries}) == 1 and all(len(e.parts) > 1 for e in entries):
        entries = [_below(entry, 1) for entry in entries]
    return entries


def _below(entry: Entry, depth: int) -> Entry:
    """A file, named from so many folders further in."""
    return replace(entry, name="/".join(entry.parts[depth:]))


def _folder(entry: Entry) -> str:
    """The first folder of its path; empty if there is none."""
    return entry.parts[0] if len(entry.parts) > 1 else ""


def _is_in(entry: Entry, assignment: str) -> bool:
    return _same(_folder(entry), assignment)


def _same(name: str, assignment: str) -> bool:
    """Whether a name is the assignment's; capital letters do not matter."""
    return name.casefold() == assignment.casefold()


def _stem(entry: Entry) -> str:
    """A file's name without its suffix, and without `.ipynb` before it: `dan.ipynb.txt` is dan's."""
    stem = PurePosixPath(entry.name).stem
    return stem[: -len(".ipynb")] if stem.casefold().endswith(".ipynb") else stem


def _is_release(folder: str, files: list[Entry], known: Collection[str]) -> bool:
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


def _stamp_in(entry: Entry) -> str:
    """What nbgrader's timestamp.txt says, or why it says nothing."""
    try:
        data = b"" if entry.problem else read_file(entry.path, entry.members, SMALL_FILE)
    except HippogradError as error:
        return error.message
    return entry.problem or data.decode("utf-8", errors="replace").strip()
