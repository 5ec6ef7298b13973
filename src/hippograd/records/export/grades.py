"""What is exported of one assignment: each student's marks, and why somebody has none."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from hippograd.intake import Origin
from hippograd.records.results import Line, refuse_lost_marks
from hippograd.store.marks import Marks
from hippograd.store.results import Results

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
        return max((mark.max_points for mark in self.marks.values()), default=0.0)

    def status(self, student: str) -> Status:
        """Return whether a student has a mark, or why not."""
        marks = self.marks.get(student)
        if marks is None:
            return "not gradable" if student in self.not_gradable else "not handed in"
        return "written answers missing" if marks.unmarked else "graded"

    def score(self, student: str) -> float | None:
        """Return the mark; None where it is not there yet, which is not the same as 0."""
        return self.marks[student].score if self.status(student) == "graded" else None


def read_grades(results: Results, title: str, cells: dict[str, str], students: Collection[str] | None = None) -> Grades:
    """Return the grades of an assignment."""
    marks = results.book.marks(results.assignment, students)
    refuse_lost_marks(results, students)
    found = {name for mark in marks.values() for name in mark.cells}
    lines = results.last(Line)
    named = {name: heading for name, heading in cells.items() if name in found}
    named |= {name: name for name in sorted(found - set(named))}
    origins = {student: line.origin for student, line in lines.items()}
    return Grades(results.assignment, title, named, marks, frozenset(_not_gradable(lines)), origins)


def said_of_missing(results: Results) -> str:
    """Return what is said where there are no results; empty where there are some."""
    if results.newest():
        return ""
    return f"There are no results of {results.assignment}, so whoever has no mark counts as not handed in."


def read_origins(results: Results) -> dict[str, Origin]:
    """Return what the platform called each student's submission, from the results of the last run."""
    return {student: line.origin for student, line in results.last(Line).items()}


def read_not_gradable(results: Results) -> set[str]:
    """Return the students whose submission could not be graded in the last run."""
    return _not_gradable(results.last(Line))


def _not_gradable(lines: dict[str, Line]) -> set[str]:
    return {student for student, line in lines.items() if line.status == "not_gradable"}
