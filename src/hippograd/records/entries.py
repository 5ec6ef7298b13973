"""What is asked of a gradebook without loading nbgrader: its address, whose submissions it has, what is not marked.

Not even SQLAlchemy is loaded for an SQLite file: grading again what has not changed takes little longer than imports.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from hippograd.errors import HippogradError, unusable
from hippograd.files import file_of
from hippograd.records.patience import patiently

if TYPE_CHECKING:
    from sqlalchemy.engine import URL

SUBMISSIONS = "submitted_assignment"
STUDENTS = (
    "select submitted_assignment.student_id, submitted_assignment.timestamp from submitted_assignment "
    "join assignment on submitted_assignment.assignment_id = assignment.id where assignment.name = :name"
)
ENTERED_TABLE = "hippograd_entered"
"""Which result was entered last, by submission."""

ENTERED = (
    f"select submitted_assignment.student_id, {ENTERED_TABLE}.result from {ENTERED_TABLE} "
    f"join submitted_assignment on {ENTERED_TABLE}.submission = submitted_assignment.id "
    "join assignment on submitted_assignment.assignment_id = assignment.id where assignment.name = :name"
)
PEOPLE = "select id, first_name, last_name, email from student"
ANY = "select 1 from submitted_assignment where student_id = :name limit 1"
WAITING = (
    "select base_cell.name, count(*) from grade join base_cell on grade.cell_id = base_cell.id "
    "join submitted_notebook on grade.notebook_id = submitted_notebook.id "
    "join submitted_assignment on submitted_notebook.assignment_id = submitted_assignment.id "
    "join assignment on submitted_assignment.assignment_id = assignment.id where assignment.name = :name "
    "and grade.auto_score is null and (grade.manual_score is null or grade.needs_manual_grade) group by base_cell.name"
)

MAXIMA = (
    "select base_cell.name, grade_cells.max_score from base_cell join grade_cells on grade_cells.id = base_cell.id "
    "join notebook on base_cell.notebook_id = notebook.id "
    "join assignment on notebook.assignment_id = assignment.id where assignment.name = :name order by base_cell.name"
)
ABOVE = (
    "select submitted_assignment.student_id from grade join base_cell on grade.cell_id = base_cell.id "
    "join submitted_notebook on grade.notebook_id = submitted_notebook.id "
    "join submitted_assignment on submitted_notebook.assignment_id = submitted_assignment.id "
    "join assignment on submitted_assignment.assignment_id = assignment.id where assignment.name = :name "
    "and base_cell.name = :cell and grade.manual_score > :most order by submitted_assignment.student_id"
)


def students_entered(db_url: str, assignment: str) -> dict[str, datetime | None]:
    """The students whose submission of an assignment is in a gradebook, and when they handed it in, if that is known.

    Empty where there is no gradebook of nbgrader's.

    Raises
    ------
    GradebookUnusable
        When it does not answer, also after a while.
    """
    found = _rows(db_url, STUDENTS, assignment)
    try:  # nbgrader keeps UTC without saying so, and SQLite keeps text
        times = {student: datetime.fromisoformat(time) if isinstance(time, str) else time for student, time in found}
    except ValueError as error:
        raise unusable(db_url, error) from None
    return {student: time.replace(tzinfo=UTC) if time is not None else None for student, time in times.items()}


def results_entered(db_url: str, assignment: str) -> dict[str, str]:
    """The `Result.identity` that was entered last for each student; of older versions it is not known.

    Raises
    ------
    GradebookUnusable
        When the gradebook does not answer, also after a while.
    """
    return dict(_rows(db_url, ENTERED, assignment, ENTERED_TABLE))


class Known(NamedTuple):
    """Somebody of the class, and where to write to."""

    student: str
    first_name: str = ""
    last_name: str = ""
    email: str = ""
    number: str = ""
    """What the platform calls them, where it numbers people."""

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()

    def is_called(self, name: str) -> bool:
        """Whether this is their name, in either order of its parts."""
        parts = sorted(name.casefold().replace(",", " ").split())
        return bool(parts) and parts == sorted(self.name.casefold().split())


def people_entered(db_url: str) -> list[list[str]]:
    """Id, first name, last name and address of all students in a gradebook; each but the id may be empty.

    Raises
    ------
    GradebookUnusable
        When it does not answer, also after a while.
    """
    return [[text or "" for text in row] for row in _rows(db_url, PEOPLE, "")]


def answers_waiting(db_url: str, assignment: str) -> dict[str, int]:
    """How many answers wait for a person's mark, by cell.

    Raises
    ------
    GradebookUnusable
        When the gradebook does not answer, also after a while.
    """
    return dict(_rows(db_url, WAITING, assignment))


def marks_above_maximum(db_url: str, assignment: str, points: Mapping[str, float]) -> dict[str, list[str]]:
    """By cell, the students to whom people gave more than it is worth by now.

    Parameters
    ----------
    db_url : str
        The gradebook, which has the points that cells had when the class was last graded.
    assignment : str
        Which assignment.
    points : mapping of str to float
        Those of its cells now.

    Raises
    ------
    GradebookUnusable
        When the gradebook does not answer, also after a while.
    """
    found = {}
    for cell, entered in _rows(db_url, MAXIMA, assignment):
        rows = _rows(db_url, ABOVE, assignment, cell=cell, most=min(entered, points.get(cell, entered)))
        found[cell] = [student for (student,) in rows]
    return found


def _rows(db_url: str, query: str, assignment: str, table: str = SUBMISSIONS, **more: str | float) -> list[Any]:
    """What a query finds of an assignment; nothing where there is no gradebook of nbgrader's with this table."""
    return _answer(db_url, query, {"name": assignment, **more}, table) or []


def _answer(db_url: str, query: str, values: dict[str, str | float], table: str = SUBMISSIONS) -> list[Any] | None:
    """What a query finds; None where there is no gradebook of nbgrader's with this table."""
    if file_of(db_url) is None:
        return patiently(lambda: _answer_of_server(db_url, query, values, table))
    return patiently(lambda: _answer_of_file(db_url, query, values))


def _answer_of_server(db_url: str, query: str, values: dict[str, str | float], table: str) -> list[Any] | None:
    from sqlalchemy import create_engine, inspect, text
    from sqlalchemy.exc import SQLAlchemyError

    engine = create_engine(_parsed(db_url))
    try:
        with engine.connect() as connection:
            if not inspect(connection).has_table(table):
                return None
            return [tuple(row) for row in connection.execute(text(query), values)]
    except SQLAlchemyError as error:
        raise unusable(db_url, error) from None
    finally:
        engine.dispose()


def _answer_of_file(db_url: str, query: str, values: dict[str, str | float]) -> list[Any] | None:
    file = file_of(db_url)
    if file is None or not file.is_file():
        return None
    try:
        with closing(sqlite3.connect(file, timeout=1)) as connection:
            return connection.execute(query, values).fetchall()
    except sqlite3.Error as error:
        if "no such table" in str(error):
            return None
        raise unusable(db_url, error) from None


def copy_database(file: Path, target: Path) -> None:
    """Copy an SQLite file as it is at one moment, also while it is written; of what is no database, the bytes."""
    try:
        address = f"{file.resolve().as_uri()}?mode=ro"  # the last one to leave would put the log into the file
        with closing(sqlite3.connect(address, uri=True)) as database, closing(sqlite3.connect(target)) as copy:
            database.backup(copy)
    except sqlite3.DatabaseError:
        shutil.copy(file, target)


def has_gradebook(db_url: str) -> bool:
    """Whether a database has nbgrader's tables; nbgrader would make them, and the file, where they are not there.

    Raises
    ------
    GradebookUnusable
        When it does not answer, also after a while.
    """
    return _answer(db_url, ANY, {"name": ""}) is not None


def lacks_gradebook(db_url: str, records: Path) -> bool:
    """Whether results in this folder are of a gradebook that is not there, so that another one will be made.

    Raises
    ------
    GradebookUnusable
        When it does not answer, also after a while.
    """
    return not has_gradebook(db_url) and any(file.stat().st_size for file in records.glob("*.jsonl"))


def require_gradebook(db_url: str) -> None:
    """Refuse a database without a gradebook, which nbgrader would make there, with nothing in it.

    Raises
    ------
    HippogradError
        When the file is not there, or the database is that of another program.
    GradebookUnusable
        When it does not answer, also after a while.
    """
    file = file_of(db_url)
    if file is not None and file.is_file() and not file.stat().st_size:
        raise HippogradError(
            f"The gradebook {file} is empty: it has 0 bytes.",
            "Put a backup in its place; or, where nobody has marked anything, run `hippograd grade`, which fills it.",
        )
    if not has_gradebook(db_url):
        raise HippogradError(
            f"There is no gradebook in {shown_url(db_url)}.",
            "Name the right one with --db, or run `hippograd grade` first.",
        )


def shown_url(db_url: str) -> str:
    """The address of a gradebook without its password.

    Raises
    ------
    HippogradError
        When it is not a URL of a database, or its driver is not installed.
    """
    if file_of(db_url) is not None:
        return db_url
    return str(_parsed(db_url).render_as_string(hide_password=True))


def _parsed(db_url: str) -> URL:
    from sqlalchemy.engine import make_url
    from sqlalchemy.exc import ArgumentError

    try:
        url = make_url(db_url)
        url.get_dialect().import_dbapi()
        return url
    except ImportError as error:
        raise HippogradError(
            f"The gradebook needs a driver that is not installed: {error}.",
            "For PostgreSQL, run `pip install 'hippograd[postgresql]'` and begin the URL with postgresql+psycopg://.",
        ) from None
    except (ArgumentError, ValueError):  # of a port that is no number
        raise HippogradError(
            "The address of the gradebook is not a URL of a database.",
            "Write sqlite:////path/gradebook.db or postgresql+psycopg://user:password@host/database.",
        ) from None
