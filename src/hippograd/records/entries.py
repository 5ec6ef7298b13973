"""What is asked of a gradebook without loading nbgrader: its address, whose submissions it has.

Not even SQLAlchemy is loaded for an SQLite file: grading again what has not changed takes little longer than imports.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hippograd.errors import HippogradError

if TYPE_CHECKING:
    from sqlalchemy.engine import URL

SQLITE = "sqlite:///"
STUDENTS = (
    "select submitted_assignment.student_id, submitted_assignment.timestamp from submitted_assignment "
    "join assignment on submitted_assignment.assignment_id = assignment.id where assignment.name = :name"
)


def students_entered(db_url: str, assignment: str) -> dict[str, datetime | None]:
    """The students whose submission of an assignment is in a gradebook, and when they handed it in, if that is known.

    None where there is no gradebook of nbgrader's.

    What is wrong with a gradebook is said when it is opened to write.
    """
    if db_url.startswith(SQLITE):
        return _entered_in_file(_file(db_url), assignment)
    from sqlalchemy import create_engine, text
    from sqlalchemy.exc import SQLAlchemyError

    engine = create_engine(_parsed(db_url))
    try:
        with engine.connect() as connection:
            return _by_student(connection.execute(text(STUDENTS), {"name": assignment}))
    except SQLAlchemyError:
        return {}
    finally:
        engine.dispose()


def _entered_in_file(file: Path, assignment: str) -> dict[str, datetime | None]:
    if not file.is_file():
        return {}
    try:
        with closing(sqlite3.connect(file)) as connection:
            return _by_student(connection.execute(STUDENTS, {"name": assignment}))
    except sqlite3.Error:
        return {}


def _by_student(rows: Iterable[Any]) -> dict[str, datetime | None]:
    """Times in UTC; nbgrader keeps them without saying so, and SQLite as text."""
    times = {student: datetime.fromisoformat(time) if isinstance(time, str) else time for student, time in rows}
    return {student: time.replace(tzinfo=UTC) if time is not None else None for student, time in times.items()}


def has_gradebook(db_url: str) -> bool:
    """Whether there is a database to ask; of an SQLite file that is not there, nbgrader would make an empty one."""
    return not db_url.startswith(SQLITE) or _file(db_url).is_file()


def require_gradebook(db_url: str) -> None:
    """Refuse an SQLite file that is not there, which nbgrader would make, with nothing in it.

    Raises
    ------
    HippogradError
        When it is not there.
    """
    if not has_gradebook(db_url):
        raise HippogradError(
            f"The gradebook {_file(db_url)} does not exist.",
            "Name the right one with --db, or run `hippograd grade` first.",
        )


def _file(db_url: str) -> Path:
    return Path(db_url.removeprefix(SQLITE).partition("?")[0])


def shown_url(db_url: str) -> str:
    """The address of a gradebook without its password.

    Raises
    ------
    HippogradError
        When it is not a URL of a database, or its driver is not installed.
    """
    if db_url.startswith(SQLITE):
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
    except ArgumentError:
        raise HippogradError(
            "The address of the gradebook is not a URL of a database.",
            "Write sqlite:////path/gradebook.db or postgresql+psycopg://user:password@host/database.",
        ) from None
