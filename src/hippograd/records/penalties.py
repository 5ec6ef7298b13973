"""Penalties entered anew before marks are shown: they are shares of a score that grows as answers are marked."""

from __future__ import annotations

from collections.abc import Iterable

from nbgrader.api import MissingEntry
from sqlalchemy.exc import SQLAlchemyError

from hippograd.errors import HippogradError, unusable
from hippograd.nbgrader_env import Gradebook
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

    def enter() -> None:
        try:
            with Gradebook(db_url) as book:
                for student in students:
                    submission = book.find_submission(assignment, student)
                    lateness.enter(book.db, submission, submission.notebooks)
                book.db.commit()
        except (SQLAlchemyError, OSError) as error:
            raise unusable(db_url, error) from None
        except MissingEntry as missing:
            raise HippogradError(
                f"The gradebook has no submission: {missing}.", "Run `hippograd grade` first."
            ) from None

    patiently(enter)
