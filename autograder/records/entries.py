"""What is asked of a gradebook without loading nbgrader, which takes seconds: its address, whose submissions it has."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import create_engine, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from ..errors import HippogradError


def students_entered(db_url: str, assignment: str) -> set[str]:
    """The students whose submission of an assignment is in a gradebook; none where there is no gradebook yet."""
    url = _parsed(db_url)
    if url.get_backend_name() == "sqlite" and not Path(url.database or "").is_file():
        return set()
    query = text(
        "select submitted_assignment.student_id from submitted_assignment "
        "join assignment on submitted_assignment.assignment_id = assignment.id where assignment.name = :name"
    )
    engine = create_engine(url)
    try:
        with engine.connect() as connection:
            return {row[0] for row in connection.execute(query, {"name": assignment})}
    except SQLAlchemyError:
        return set()  # no gradebook of nbgrader's yet; what is wrong with it is said when it is opened
    finally:
        engine.dispose()


def shown_url(db_url: str) -> str:
    """The address of a gradebook without its password."""
    return str(_parsed(db_url).render_as_string(hide_password=True))


def _parsed(db_url: str) -> URL:
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
            "The address of the gradebook is no URL of a database.",
            "Write sqlite:////path/gradebook.db or postgresql+psycopg://user:password@host/database.",
        ) from None
