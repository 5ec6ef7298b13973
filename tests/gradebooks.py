"""What stands in a gradebook of SQLite, for tests that compare two; and others who use it meanwhile."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, TypeVar

import pytest

from hippograd.store import gradebook

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
    enter, done = gradebook.handed_in_again, list[Future[T]]()

    def enter_slowly(*arguments: Any) -> Any:
        if not done:
            done.append(pool.submit(act))
            wait(done, timeout=1)
        return enter(*arguments)

    with ThreadPoolExecutor(1) as pool, pytest.MonkeyPatch.context() as patched:
        patched.setattr(gradebook, "handed_in_again", enter_slowly)
        yield done


@contextmanager
def locked_once(file: Path) -> Iterator[None]:
    """Another program holds a gradebook until it has been waited for."""
    waited = list[float]()
    with closing(sqlite3.connect(file)) as other, pytest.MonkeyPatch.context() as patched:
        other.execute("begin exclusive")

        def pause(seconds: float) -> None:
            waited.append(seconds)
            other.rollback()

        patched.setattr("hippograd.store.gradebook.sleep", pause)
        patched.setattr(gradebook, "WAIT", 0)
        yield
    assert len(waited) == 1
