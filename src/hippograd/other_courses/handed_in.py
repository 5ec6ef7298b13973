"""What each student handed in for an assignment of several notebooks, whose names tell them apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path, PurePosixPath

from hippograd.intake import Note, Submission
from hippograd.intake.finding.archives import Entry, files_in_folder


@dataclass(frozen=True)
class HandedIn:
    """What one student handed in: by notebook of the assignment, and anything of it."""

    student: str
    notebooks: Mapping[str, Submission]
    anything: Submission

    @property
    def timestamp(self) -> str:
        return next(
            (notebook.timestamp for notebook in self.notebooks.values() if notebook.timestamp), self.anything.timestamp
        )


def by_student(found: Mapping[str, list[Submission]], everybody: list[Submission]) -> list[HandedIn]:
    """Submissions of each notebook, put together for each student of whom there is anything."""
    students = {one.student: one for one in sorted(everybody, key=lambda one: one.student)}
    return [
        HandedIn(
            student,
            _one_file_each({name: one for name, all_ in found.items() for one in all_ if one.student == student}),
            anything,
        )
        for student, anything in students.items()
    ]


def _one_file_each(notebooks: dict[str, Submission]) -> dict[str, Submission]:
    """Without a file that was taken for two notebooks, where it has the name of the other one.

    The only notebook in a student's zip is taken for whatever is wanted.
    """
    owners = {one.label: name for name, one in notebooks.items() if _name_of(one) == name.casefold()}
    return {name: one for name, one in notebooks.items() if owners.get(one.label, name) == name}


def _name_of(submission: Submission) -> str:
    return PurePosixPath(submission.members[-1] if submission.members else submission.path.name).stem.casefold()


def note_on_missing(work: HandedIn, name: str, assignment: str) -> Note:
    """Return what is said of a notebook that a student did not hand in, or not under its name."""
    files = _left_over(work, assignment)
    if files is None:
        return Note.of("notebook-perhaps-renamed", name=name)
    may_be = [file.name for file in files if _may_be_a_notebook(file, name)]
    if may_be:
        return Note.of("notebook-missing-beside-others", name=name, others=may_be[:5])
    return Note.of("notebook-missing", name=name)


def _may_be_a_notebook(file: Entry, name: str) -> bool:
    """Return whether it is another notebook, perhaps with a wrong ending, or packed, or exported."""
    called = PurePosixPath(file.name.casefold()).name
    return "ipynb" in called or called.endswith(".zip") or called.partition(".")[0] == name.casefold()


def _left_over(work: HandedIn, assignment: str) -> list[Entry] | None:
    """Return the files in the student's folder that are not graded; None where that cannot be seen: in downloads and
    zips."""
    taken = {notebook.path for notebook in work.notebooks.values()}
    folder = own_folder(work.anything.path, work.student, assignment)
    if folder is None or any(one.members for one in (work.anything, *work.notebooks.values())):
        return None
    return [file for file in files_in_folder(folder) if file.path not in taken]


def own_folder(path: Path, student: str, assignment: str) -> Path | None:
    """Return the folder that holds what a student handed in: `<student>/<assignment>`, or `<student>`."""
    above = list(path.parents)[:4]
    for folder, parent in pairwise(above):
        if folder.name == assignment and parent.name == student:
            return folder
    return next((folder for folder in above[:2] if folder.name == student), None)
