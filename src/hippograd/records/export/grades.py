"""What is exported of one assignment: each student's marks, and why somebody has none."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from hippograd.errors import HippogradError
from hippograd.intake import Origin
from hippograd.records.entries import require_gradebook
from hippograd.records.marks import Marks, read_marks
from hippograd.records.results import Line, last_lines
from hippograd.records.same_records import refuse_not_entered

Status = Literal["graded", "written answers missing", "not gradable", "not handed in"]


@dataclass(frozen=True)
class Grades:
    """One assignment's marks, by student."""

    assignment: str
    title: str
    cells: dict[str, str]
    """The heading of each mark, by cell, in the order of the notebook."""

    marks: dict[str, Marks]
    not_gradable: frozenset[str] = frozenset()
    origins: dict[str, Origin] | None = None
    """What the platform called each submission."""

    @property
    def max_points(self) -> float:
        return max((one.max_points for one in self.marks.values()), default=0.0)

    def status(self, student: str) -> Status:
        """Whether a student has a mark, or why not."""
        marks = self.marks.get(student)
        if marks is None:
            return "not gradable" if student in self.not_gradable else "not handed in"
        return "written answers missing" if marks.unmarked else "graded"

    def score(self, student: str) -> float | None:
        """The mark; None where it is not there yet, which is not the same as 0."""
        return self.marks[student].score if self.status(student) == "graded" else None


def read_grades(
    db_url: str,
    assignment: str,
    title: str,
    cells: dict[str, str],
    results: Path,
    students: Collection[str] | None = None,
) -> Grades:
    """The grades of an assignment.

    Parameters
    ----------
    db_url : str
        The gradebook.
    assignment, title : str
        Its name and title.
    cells : dict
        A heading for each cell that has points.
    results : Path
        The results of the last run, which say what was not gradable and what a platform calls it.
    students : collection of str, optional
        Whose.

    Raises
    ------
    HippogradError
        When a line of the results cannot be read: whoever it is about would be one who handed in nothing. Or when the
        gradebook does not have the marks of the results.
    """
    require_gradebook(db_url)
    refuse_not_entered(db_url, results, students)
    marks = read_marks(db_url, assignment, students)
    found = {name for one in marks.values() for name in one.cells}
    last, unreadable = last_lines(results, Line)
    if unreadable:
        raise HippogradError(
            f"Line {unreadable[0]} of {results} cannot be read, so somebody who handed in might be said not to have.",
            "Run `hippograd grade` again, or remove that line if there is another about the same student.",
        )
    lines = last.values()
    failed = {line.student for line in lines if line.status == "not_gradable"}
    named = {name: heading for name, heading in cells.items() if name in found}
    named |= {name: name for name in sorted(found - set(named))}
    return Grades(assignment, title, named, marks, frozenset(failed), {line.student: line.origin for line in lines})


def said_of_missing(results: Path) -> str:
    """What is said where there is no file of results; empty where there is one."""
    return "" if results.is_file() else f"{results} is missing, so whoever has no mark counts as not handed in."


def read_origins(results: Path) -> dict[str, Origin]:
    """What the platform called each student's submission, from the results of the last run."""
    return {line.student: line.origin for line in last_lines(results, Line)[0].values()}


def read_not_gradable(results: Path) -> tuple[set[str], list[int]]:
    """The students whose submission could not be graded in the last run, and the lines that cannot be read."""
    last, unreadable = last_lines(results, Line)
    return {line.student for line in last.values() if line.status == "not_gradable"}, unreadable
