"""What stands in a gradebook of SQLite, for tests that compare two; and others who use it meanwhile."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import pytest
from nbgrader.api import Gradebook
from sqlalchemy.exc import OperationalError

from hippograd.records.desk_marks import AnswerOf, Entered

T = TypeVar("T")

MARKS = """
select student.id, base_cell.name, grade.auto_score, grade.manual_score, grade.extra_credit, grade.needs_manual_grade
from grade join submitted_notebook on grade.notebook_id = submitted_notebook.id
join submitted_assignment on submitted_notebook.assignment_id = submitted_assignment.id
join student on submitted_assignment.student_id = student.id join base_cell on grade.cell_id = base_cell.id
order by 1, 2
"""
COMMENTS = """
select student.id, base_cell.name, comment.auto_comment, comment.manual_comment
from comment join submitted_notebook on comment.notebook_id = submitted_notebook.id
join submitted_assignment on submitted_notebook.assignment_id = submitted_assignment.id
join student on submitted_assignment.student_id = student.id join base_cell on comment.cell_id = base_cell.id
order by 1, 2
"""
SOURCES = "select name, cell_type, locked, source, checksum from source_cell order by 1"
SUBMISSIONS = "select student_id, timestamp, extension from submitted_assignment order by 1"
DEADLINES = "select name, duedate, course_id from assignment"
PENALTIES = """
select submitted_assignment.student_id, submitted_notebook.late_submission_penalty
from submitted_notebook join submitted_assignment on submitted_notebook.assignment_id = submitted_assignment.id
order by 1
"""


def rows(gradebook: Path, query: str) -> list[tuple[object, ...]]:
    with sqlite3.connect(gradebook) as connection:
        return connection.execute(query).fetchall()


@contextmanager
def during_an_entry(act: Callable[[], T]) -> Iterator[list[Future[T]]]:
    """Do something at another desk once a run has read what a gradebook has of an answer, before it writes."""
    enter, done = AnswerOf.enter, list[Future[T]]()

    def enter_slowly(*arguments: Any) -> Entered:
        if not done:
            done.append(pool.submit(act))
            wait(done, timeout=1)
        return enter(*arguments)

    with ThreadPoolExecutor(1) as pool, pytest.MonkeyPatch.context() as patched:
        patched.setattr(AnswerOf, "enter", enter_slowly)
        yield done


@contextmanager
def locked_once(method: str) -> Iterator[None]:
    """The first call of a method of nbgrader's gradebook finds it locked by another program."""
    found, calls = getattr(Gradebook, method), list[str]()

    def called(self: Gradebook, *arguments: Any) -> Any:
        if not calls:
            calls.append(method)
            raise OperationalError("update", {}, sqlite3.OperationalError("database is locked"))
        return found(self, *arguments)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Gradebook, method, called)
        patched.setattr("hippograd.records.patience.PAUSES", (0.0,))
        yield
    assert calls == [method]
