"""The tables of a gradebook: nbgrader's, as far as they are used, and our own beside them.

They are described here a second time because nbgrader takes seconds to import. Only nbgrader makes its tables.
"""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from sqlalchemy import (
    Boolean,
    Column,
    DateTime,
    Enum,
    Float,
    Integer,
    Interval,
    MetaData,
    Select,
    String,
    Table,
    Text,
    UniqueConstraint,
    select,
)

NBGRADER, OURS = MetaData(), MetaData()


def new_id() -> str:
    """Return a name for a row, as nbgrader gives them."""
    return uuid4().hex


def _id() -> Column[str]:
    return Column("id", String(32), primary_key=True, default=new_id)


def _refers(name: str) -> Column[str]:
    return Column(f"{name}_id", String(32))


def _text(*names: str) -> list[Column[str]]:
    return [Column(name, Text) for name in names]


def _kind(name: str) -> Column[str]:
    return Column("cell_type", Enum("code", "markdown", name=name))


STUDENT = Table(
    "student", NBGRADER, Column("id", String(128)), *_text("first_name", "last_name", "email", "lms_user_id")
)
ASSIGNMENT = Table(
    "assignment", NBGRADER, _id(), *_text("name"), Column("duedate", DateTime), Column("course_id", String(128))
)
NOTEBOOK = Table("notebook", NBGRADER, _id(), *_text("name", "kernelspec"), _refers("assignment"))
CELL = Table("base_cell", NBGRADER, _id(), *_text("name", "type"), _refers("notebook"))
GRADED_CELLS = {
    kind: Table(table, NBGRADER, _id(), Column("max_score", Float), _kind("grade_cell_type"))
    for kind, table in (("GradeCell", "grade_cells"), ("TaskCell", "task_cells"))
}
SOLUTION_CELL = Table("solution_cells", NBGRADER, _id())
SOURCE_CELL = Table(
    "source_cell",
    NBGRADER,
    _id(),
    *_text("name", "source", "checksum"),
    _kind("source_cell_type"),
    Column("locked", Boolean),
    _refers("notebook"),
)
SUBMISSION = Table(
    "submitted_assignment",
    NBGRADER,
    _id(),
    _refers("assignment"),
    Column("student_id", String(128)),
    Column("timestamp", DateTime),
    Column("extension", Interval),
)
SUBMITTED = Table(
    "submitted_notebook",
    NBGRADER,
    _id(),
    _refers("assignment"),
    _refers("notebook"),
    Column("flagged", Boolean, default=False),
    Column("late_submission_penalty", Float),
)
GRADE = Table(
    "grade",
    NBGRADER,
    _id(),
    _refers("notebook"),
    _refers("cell"),
    Column("auto_score", Float),
    Column("manual_score", Float),
    Column("extra_credit", Float),
    Column("needs_manual_grade", Boolean, default=True),
)
COMMENT = Table(
    "comment", NBGRADER, _id(), _refers("notebook"), _refers("cell"), *_text("auto_comment", "manual_comment")
)

RESULTS = Table(
    "hippograd_results",
    OURS,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("assignment", String(128), nullable=False, index=True),
    Column("student", String(128), nullable=False),
    Column("content_hash", String(64), nullable=False),
    Column("has_mark", Boolean, nullable=False),
    Column("text", Text, nullable=False),
    Column("key", String(64), nullable=False),
    Column("run", String(32), nullable=False),
    Column("causes", Text, nullable=False),
    Column("shown", Integer, nullable=False),
)
"""Every result that there ever was; of each student, the one with the largest `shown` is that of today."""

RUNS = Table(
    "hippograd_runs",
    OURS,
    Column("assignment", String(128), primary_key=True),
    Column("run", String(32), nullable=False),
)
"""When the run began that has not come to its end."""

ANSWERS = Table(
    "hippograd_answers",
    OURS,
    Column("notebook", String(32), primary_key=True),
    Column("cell", String(128), primary_key=True),
    Column("digest", String(64), nullable=False),
)
"""Which version of each answer the marks in the gradebook are of."""

VERSION = Table("hippograd_version", OURS, Column("version", Integer, primary_key=True))
MARKS = Table(
    "hippograd_marks",
    OURS,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("assignment", String(128), nullable=False),
    Column("cell", String(128), nullable=False),
    Column("student", String(128), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("number", Integer, nullable=False),
    Column("marker", String(128), nullable=False),
    Column("items", Text, nullable=False),
    Column("points", Float),
    Column("comment", Text, nullable=False),
    Column("digest", String(64), nullable=False),
    Column("text", Text, nullable=False),
    Column("batch", String(32), nullable=False),
    Column("time", String(32), nullable=False),
    UniqueConstraint("assignment", "cell", "student", "kind", "number"),
)
"""What people gave at the desk: rows are added, and none is changed."""


def submissions(*columns: Any) -> Select[Any]:
    """Select these columns of each submission and its assignment."""
    return select(*columns).select_from(SUBMISSION).join(ASSIGNMENT, SUBMISSION.c.assignment_id == ASSIGNMENT.c.id)


def at_cells(table: Table, *columns: Any) -> Select[Any]:
    """Select these columns of each grade or comment, with its cell, notebook, submission and assignment."""
    return (
        select(*columns)
        .select_from(table)
        .join(CELL, table.c.cell_id == CELL.c.id)
        .join(SUBMITTED, table.c.notebook_id == SUBMITTED.c.id)
        .join(NOTEBOOK, SUBMITTED.c.notebook_id == NOTEBOOK.c.id)
        .join(SUBMISSION, SUBMITTED.c.assignment_id == SUBMISSION.c.id)
        .join(ASSIGNMENT, SUBMISSION.c.assignment_id == ASSIGNMENT.c.id)
    )
