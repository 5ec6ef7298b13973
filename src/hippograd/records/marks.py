"""The marks of an assignment as the gradebook has them: what is marked, by whom, what is not marked yet."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Any

import msgspec
from nbgrader.api import (
    Assignment,
    BaseCell,
    Comment,
    Grade,
    GradeCell,
    Notebook,
    Student,
    SubmittedAssignment,
    SubmittedNotebook,
    TaskCell,
)
from sqlalchemy import Engine, Select, create_engine, func, select, text
from sqlalchemy.exc import SQLAlchemyError

from hippograd.errors import HippogradError, unusable
from hippograd.records.desk_marks import DESK_TABLE, EARLIER, FIRST, Given, has_desk_marks, is_mark_of_desk
from hippograd.records.entries import require_gradebook
from hippograd.records.patience import patiently


@dataclass(frozen=True)
class CellMark:
    """The mark of one cell: a check, or a written answer."""

    max_points: float
    auto: float | None
    """What the grader gave; none for a written answer, and where the grader failed."""

    manual: float | None
    """What a person gave in its place."""

    extra: float
    """What a person gave on top."""

    @property
    def points(self) -> float | None:
        """What counts; none where nobody has marked it yet."""
        counts = self.manual if self.manual is not None else self.auto
        return None if counts is None else counts + self.extra

    @property
    def is_override(self) -> bool:
        """Whether a person put another mark in the place of the grader's."""
        return self.manual is not None and self.auto is not None and self.manual != self.auto


@dataclass(frozen=True)
class Marks:
    """All marks of one student for one assignment."""

    student: str
    handed_in: datetime | None
    penalty: float
    first_name: str = ""
    last_name: str = ""
    email: str = ""
    late: timedelta | None = None
    """How long after the student's own deadline it was handed in, whatever that costs; None where the gradebook knows
    no deadline or no time."""

    cells: dict[str, CellMark] = field(default_factory=dict)
    comments: dict[str, str] = field(default_factory=dict)
    """What markers wrote, by the cell they wrote it at; not the remarks that nbgrader makes itself."""

    items: dict[str, list[str]] = field(default_factory=dict)
    """The items of the mark scheme that a marker found in an answer, by its cell."""

    @property
    def name(self) -> str:
        return " ".join(part for part in (self.first_name, self.last_name) if part)

    @property
    def is_by_hand(self) -> bool:
        """Whether a person has entered anything: points, in place of others or on top, a comment, an item."""
        points = any(mark.manual is not None or mark.extra for mark in self.cells.values())
        return points or any(self.comments.values()) or any(self.items.values())

    @property
    def unmarked(self) -> list[str]:
        """The cells that nobody has marked yet."""
        return [name for name, mark in self.cells.items() if mark.points is None]

    @property
    def points(self) -> float:
        """Of what is marked, without what lateness costs."""
        return sum(mark.points or 0.0 for mark in self.cells.values())

    @property
    def marked_max(self) -> float:
        """The points that could be had in what is marked."""
        return sum(mark.max_points for mark in self.cells.values() if mark.points is not None)

    @property
    def max_points(self) -> float:
        return sum(mark.max_points for mark in self.cells.values())

    @property
    def score(self) -> float:
        """What counts of what is marked."""
        return max(0.0, self.points - self.penalty)


def read_marks(db_url: str, assignment: str, students: Collection[str] | None = None) -> dict[str, Marks]:
    """The marks of those who handed something in, by student.

    Parameters
    ----------
    db_url : str
        The gradebook.
    assignment : str
        Which assignment.
    students : collection of str, optional
        Whose; everybody's by default.

    Raises
    ------
    HippogradError
        When there is no such gradebook, or it cannot be read.
    """
    require_gradebook(db_url)
    return patiently(lambda: _read(db_url, assignment, students))


def refuse_unmarked(marks: dict[str, Marks], assignment: str) -> None:
    """Refuse where something is not marked yet, which a page or a table would show as less than it will be.

    Parameters
    ----------
    marks : dict of str to Marks
        Of the students who are meant.
    assignment : str
        Which assignment.

    Raises
    ------
    HippogradError
        With how many, and who.
    """
    waiting = {student: one.unmarked for student, one in sorted(marks.items()) if one.unmarked}
    if not waiting:
        return
    cells = sorted({name for names in waiting.values() for name in names})
    names = list(waiting)
    shown = ", ".join(names[:20]) + (f" and {len(names) - 20} more" if len(names) > 20 else "")
    raise HippogradError(
        f"{assignment}: {len(names)} of {len(marks)} submissions are not marked yet in "
        f"{', '.join(cells[:8])}{' …' if len(cells) > 8 else ''}: {shown}.",
        f"Mark them first: `hippograd mark {assignment}`; or add --unmarked, and what is not marked is said to be so.",
    )


@lru_cache(maxsize=4)
def _engine(db_url: str) -> Engine:
    return create_engine(db_url)


def _read(db_url: str, assignment: str, students: Collection[str] | None) -> dict[str, Marks]:
    found: dict[str, Marks] = {}
    try:
        with _engine(db_url).connect() as connection:
            whole = select(_NOTEBOOK.c.name).join(_ASSIGNMENT).where(_ASSIGNMENT.c.name == assignment)
            has_several = len(connection.execute(whole).all()) > 1
            for student, time, due, more, penalty, first, last, email in connection.execute(
                _limited(_SUBMISSIONS, assignment, students)
            ):
                known = found.get(student)
                handed_in = time.replace(tzinfo=UTC) if time is not None else None
                paid = (penalty or 0.0) + (known.penalty if known is not None else 0.0)
                late = max(time - due - (more or timedelta()), timedelta()) if None not in (time, due) else None
                named = (first or "", last or "", email or "")
                found[student] = Marks(student, handed_in, paid, *named, late)
            given: dict[tuple[str, str], tuple[Given, str]] = {}
            if has_desk_marks(connection):
                for student, cell, items, points, digest in connection.execute(_ITEMS, {"name": assignment}):
                    given[student, cell] = Given(points, digest), items
            unread = set()
            for student, notebook, name, most, auto, manual, extra, waits, kind in connection.execute(
                _limited(_GRADES, assignment, students)
            ):
                cell = f"{notebook}/{name}" if has_several else name
                last, items = given.get((student, name), (None, "[]"))
                is_desks = last is not None and last.digest != EARLIER and is_mark_of_desk(manual, last)
                if waits and kind != "code" and not is_desks:
                    manual = None  # of an earlier version of the answer: formgrader asks for it, too
                    unread.add((student, cell))
                found[student].cells[cell] = CellMark(most, auto, manual, extra or 0.0)
                found[student].items[cell] = msgspec.json.decode(items) if is_desks else []
            for student, notebook, name, comment in connection.execute(_limited(_COMMENTS, assignment, students)):
                cell = f"{notebook}/{name}" if has_several else name
                if (student, cell) not in unread:
                    found[student].comments[cell] = comment
    except (SQLAlchemyError, OSError) as error:
        raise unusable(db_url, error) from None
    return found


def _limited(rows: Select[Any], assignment: str, students: Collection[str] | None) -> Select[Any]:
    chosen = rows.where(_ASSIGNMENT.c.name == assignment)
    return chosen if students is None else chosen.where(_SUBMISSION.c.student_id.in_(students))


_STUDENT, _ASSIGNMENT, _SUBMISSION, _SUBMITTED, _NOTEBOOK, _CELL, _GRADE, _COMMENT, _GRADE_CELL, _TASK_CELL = (
    table.__table__
    for table in (
        *(Student, Assignment, SubmittedAssignment, SubmittedNotebook, Notebook),
        *(BaseCell, Grade, Comment, GradeCell, TaskCell),
    )
)

_SUBMISSIONS = (
    select(_SUBMISSION.c.student_id, _SUBMISSION.c.timestamp, _ASSIGNMENT.c.duedate, _SUBMISSION.c.extension)
    .add_columns(_SUBMITTED.c.late_submission_penalty)
    .add_columns(*(_STUDENT.c[name] for name in ("first_name", "last_name", "email")))
    .select_from(_SUBMISSION)
    .join(_STUDENT, _SUBMISSION.c.student_id == _STUDENT.c.id)
    .join(_ASSIGNMENT, _SUBMISSION.c.assignment_id == _ASSIGNMENT.c.id)
    .join(_SUBMITTED, _SUBMITTED.c.assignment_id == _SUBMISSION.c.id)
)


def _at_cells(table: Any) -> Select[Any]:
    """Whose, which notebook and which cell, for each row of a table about cells of submissions."""
    return (
        select(_SUBMISSION.c.student_id, _NOTEBOOK.c.name, _CELL.c.name)
        .select_from(table)
        .join(_SUBMITTED, table.c.notebook_id == _SUBMITTED.c.id)
        .join(_SUBMISSION, _SUBMITTED.c.assignment_id == _SUBMISSION.c.id)
        .join(_ASSIGNMENT, _SUBMISSION.c.assignment_id == _ASSIGNMENT.c.id)
        .join(_NOTEBOOK, _SUBMITTED.c.notebook_id == _NOTEBOOK.c.id)
        .join(_CELL, table.c.cell_id == _CELL.c.id)
    )


_GRADES = (
    _at_cells(_GRADE)
    .outerjoin(_GRADE_CELL, _GRADE_CELL.c.id == _CELL.c.id)
    .outerjoin(_TASK_CELL, _TASK_CELL.c.id == _CELL.c.id)
    .add_columns(func.coalesce(_GRADE_CELL.c.max_score, _TASK_CELL.c.max_score, 0.0))
    .add_columns(_GRADE.c.auto_score, _GRADE.c.manual_score, _GRADE.c.extra_credit)
    .add_columns(_GRADE.c.needs_manual_grade, _GRADE_CELL.c.cell_type)
)
_COMMENTS = _at_cells(_COMMENT).add_columns(_COMMENT.c.manual_comment).where(_COMMENT.c.manual_comment.is_not(None))
_ITEMS = text(
    f"select student, cell, items, points, digest from {DESK_TABLE} "
    f"where assignment = :name and kind = '{FIRST}' order by number"
)
"""Of the marking desk's marks; the last of an answer counts."""
