"""Penalties entered anew before marks are shown: they are shares of a score that grows as answers are marked."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from nbgrader.api import MissingEntry
from sqlalchemy.exc import SQLAlchemyError

from hippograd.course.late import in_utc
from hippograd.errors import HippogradError, unusable
from hippograd.files import write_whole
from hippograd.intake.finding.times import written_time
from hippograd.nbgrader_env import Gradebook
from hippograd.records.folder import Records
from hippograd.records.lateness import Lateness
from hippograd.records.patience import patiently


def enter_penalties(db_url: str, assignment: str, students: Iterable[str], lateness: Lateness) -> None:
    """Enter deadline, extension and penalty of some submissions as they are now.

    Raises
    ------
    HippogradError
        When a submission is not in the gradebook, or the database refuses, also after a while.
    """
    students = list(students)
    _in_gradebook(db_url, assignment, students, lateness)


def enter_time(
    records: Records, db_url: str, assignment: str, student: str, time: datetime, lateness: Lateness
) -> None:
    """Enter when a submission was handed in, of which no download tells it, and what that costs.

    Raises
    ------
    HippogradError
        As `enter_penalties`.
    """
    _in_gradebook(db_url, assignment, [student], lateness, in_utc(time))
    write_whole(records.notebook_path(student, assignment).with_name("timestamp.txt"), written_time(time).encode())


def _in_gradebook(
    db_url: str, assignment: str, students: Iterable[str], lateness: Lateness, time: datetime | None = None
) -> None:
    def enter() -> None:
        try:
            with Gradebook(db_url) as book:
                for student in students:
                    submission = book.find_submission(assignment, student)
                    submission.timestamp = time or submission.timestamp
                    lateness.enter(book.db, submission, submission.notebooks)
                book.db.commit()
        except (SQLAlchemyError, OSError) as error:
            raise unusable(db_url, error) from None
        except MissingEntry as missing:
            raise HippogradError(
                f"The gradebook has no submission: {missing}.", "Run `hippograd grade` first."
            ) from None

    patiently(enter)
