"""Whose submissions are in a gradebook: asked without loading nbgrader, which takes seconds."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import SQLAlchemyError


def students_entered(db_url: str, assignment: str) -> set[str]:
    """The students whose submission of an assignment is in a gradebook; none where there is no gradebook yet."""
    url = make_url(db_url)
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
