"""A table of everything: a row a student, a column a task and an assignment, and the total."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from hippograd.course import points_text
from hippograd.course.total import Total
from hippograd.records.export.grades import Grades
from hippograd.store.marks import CellMark, Known, Marks

Value = str | float | None
PEOPLE = ("id", "last name", "first name", "email")


@dataclass(frozen=True)
class Table:
    """Headings, and rows of as many values."""

    headings: list[str]
    rows: list[list[Value]]

    def __post_init__(self) -> None:
        if any(len(row) != len(self.headings) for row in self.rows):
            raise ValueError(f"not every row has the {len(self.headings)} values of the headings")


def class_table(
    grades: Sequence[Grades],
    total: Total,
    people: Mapping[str, Known] | None = None,
    sections: Mapping[str, str] | None = None,
) -> Table:
    """Return the table of some assignments.

    What is not marked yet is an empty cell, never 0. A total is there once everything that was handed in is marked;
    what was not handed in counts nothing in it.
    """
    known = {**(people or {})}
    for one in grades:
        with_marks = {who: Known(who, mark.first_name, mark.last_name, mark.email) for who, mark in one.marks.items()}
        known = {who: Known(who) for who in one.not_gradable} | with_marks | known
    first = [*PEOPLE, *(["section"] if sections else [])]
    headings = [*first, *(heading for one in grades for heading in _headings(one)), *_headings_of_total(grades, total)]
    return Table(headings, [list(_row(known[who], grades, total, sections or {})) for who in sorted(known)])


def _headings(grades: Grades) -> Iterator[str]:
    for heading in grades.cells.values():
        yield f"{grades.assignment}: {heading}"
    for heading in ("points", "late penalty", "changed by hand", f"score of {grades.max_points:g}", "status"):
        yield f"{grades.assignment}: {heading}"


def _headings_of_total(grades: Sequence[Grades], total: Total) -> list[str]:
    if total.weights:
        return ["total in %"]
    return ["total", "total of"] if len(grades) > 1 else []


def _row(known: Known, grades: Sequence[Grades], total: Total, sections: Mapping[str, str]) -> Iterator[Value]:
    student = known.student
    yield from (student, known.last_name, known.first_name, known.email)
    if sections:
        yield sections.get(student, "")
    for one in grades:
        yield from _of_assignment(one, student)
    if _headings_of_total(grades, total):
        yield from _total(student, grades, total)


def _of_assignment(grades: Grades, student: str) -> Iterator[Value]:
    marks = grades.marks.get(student)
    for cell in grades.cells:
        yield marks.cells[cell].points if marks is not None and cell in marks.cells else None
    yield marks.points if marks is not None and not marks.unmarked else None
    yield marks.penalty or None if marks is not None else None
    yield _overrides(grades, marks) if marks is not None else ""
    yield grades.score(student)
    yield _status(grades, student)


def _status(grades: Grades, student: str) -> str:
    status, marks = grades.status(student), grades.marks.get(student)
    if status != "written answers missing" or marks is None:
        return status
    return f"{status}: {marks.score:g} of the {points_text(marks.marked_max)} marked so far"


def _overrides(grades: Grades, marks: Marks) -> str:
    """Return the marks that a person gave, with the automatic ones that they replace; extra credit is said to be so."""
    return "; ".join(
        f"{grades.cells.get(name, name)}: {mark.points:g}{f' ({mark.extra:+g} extra)' if mark.extra else ''} {before}"
        for name, mark in marks.cells.items()
        if (before := _before(mark))
    )


def _before(mark: CellMark) -> str:
    """Return what a mark by hand stands in place of; nothing where there is none, or nothing that could be changed."""
    if mark.points is None:
        return ""
    if mark.is_override or mark.extra:
        return f"instead of {mark.points - mark.extra if mark.auto is None else mark.auto:g}"
    return "by hand, the same as the automatic mark" if mark.manual is not None and mark.auto is not None else ""


def _total(student: str, grades: Sequence[Grades], total: Total) -> Iterator[Value]:
    statuses = {one.status(student) for one in grades}
    if statuses - {"graded", "not handed in"} or statuses == {"not handed in"}:
        yield from [None] * len(_headings_of_total(grades, total))
        return
    scores = {one.assignment: (one.score(student) or 0.0, one.max_points) for one in grades}
    points, most = total.of(scores)
    yield round(points, 4)
    if not total.weights:
        yield most
