"""Marks in nbgrader's gradebook, as `nbgrader autograde` leaves them."""

from __future__ import annotations

import logging
import re
import time
import warnings
from collections.abc import Callable, Mapping
from types import TracebackType
from typing import Any, TypeVar

import nbformat
from nbgrader import utils
from nbgrader.api import Gradebook, InvalidEntry, SubmittedNotebook
from sqlalchemy.exc import SAWarning, SQLAlchemyError

from ..building.converting import put_scripts_on_path
from ..errors import GradebookUnusable
from ..grading.result import Result
from .lateness import Lateness

T = TypeVar("T")

PAUSES = (0.5, 1.0, 2.0, 4.0, 8.0)
"""How long to wait, s, before each further try when another program holds the database."""

# nbgrader logs the traceback of what is said here in one sentence.
logging.getLogger("tornado.application").addFilter(lambda record: not str(record.msg).startswith("Rolling back"))


class GradebookWriter:
    """Enters results into a gradebook; one commit a submission, so that a result is there whole or not at all.

    Parameters
    ----------
    db_url : str
        Any SQLAlchemy URL. The assignment must be registered in it (`autograder.building.register`).
    lateness : Lateness, optional
        Deadline, extensions and penalties of the assignment; without it, what the gradebook has stays.

    Raises
    ------
    GradebookUnusable
        When the database cannot be opened.
    """

    def __init__(self, db_url: str, lateness: Lateness | None = None) -> None:
        self._url = db_url
        self._lateness = lateness
        put_scripts_on_path()
        try:
            self._gradebook = Gradebook(db_url)
        except (SQLAlchemyError, OSError) as error:
            raise unusable(db_url, error) from None

    def save(self, result: Result, notebooks: Mapping[str, dict[str, Any]], timestamp: str = "") -> None:
        """Enter one graded submission.

        Parameters
        ----------
        result : Result
            Whose and which.
        notebooks : mapping of str to dict
            The executed notebooks by name; their check cells hold the points. One that is missing has none.
        timestamp : str
            When it was handed in.

        Raises
        ------
        HippogradError
            When the database refuses; nothing of this submission is entered then.
        """
        patiently(lambda: self._save_once(result, notebooks, timestamp))

    def _save_once(self, result: Result, notebooks: Mapping[str, dict[str, Any]], timestamp: str) -> None:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", SAWarning)  # of nbgrader's own way to fill a new submission
                self._enter(result, notebooks, timestamp)
        except (SQLAlchemyError, InvalidEntry) as error:
            self._gradebook.db.rollback()
            raise unusable(self._url, error) from None

    def _enter(self, result: Result, notebooks: Mapping[str, dict[str, Any]], timestamp: str) -> None:
        book = self._gradebook
        book.update_or_create_student(result.student)
        when = {"timestamp": timestamp} if timestamp else {}
        submission = book.update_or_create_submission(result.assignment, result.student, **when)
        for submitted in submission.notebooks:
            if submitted.name in notebooks:
                self._enter_notebook(result, submitted, notebooks[submitted.name])
            else:
                for grade in submitted.grades:
                    grade.auto_score, grade.needs_manual_grade = 0, False
        if self._lateness is not None:
            self._lateness.enter(book, submission)
        book.db.commit()

    def _enter_notebook(self, result: Result, submitted: SubmittedNotebook, notebook: dict[str, Any]) -> None:
        grades = {grade.name: grade for grade in submitted.grades}
        comments = {comment.name: comment for comment in submitted.comments}
        for cell in nbformat.from_dict(notebook).cells:
            name = cell.metadata.get("nbgrader", {}).get("grade_id")
            if utils.is_grade(cell):
                grade = grades[name]
                grade.auto_score = self._auto_score(cell, result)
                grade.needs_manual_grade = grade.manual_score is not None or grade.auto_score is None
            if utils.is_solution(cell):
                blank = cell.metadata.nbgrader.get("checksum") == utils.compute_checksum(cell)
                comments[name].auto_comment = "No response." if blank else None

    @staticmethod
    def _auto_score(cell: Any, result: Result) -> float | None:
        name = cell.metadata.nbgrader["grade_id"]
        if any(task.name == name and task.status == "not_gradable" for task in result.tasks):
            return None
        score: float | None = utils.determine_grade(cell)[0]
        return score

    def close(self) -> None:
        self._gradebook.close()

    def __enter__(self) -> GradebookWriter:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def patiently(action: Callable[[], T]) -> T:
    """Do something with a gradebook, again after a pause while another program is in the way.

    Raises
    ------
    GradebookUnusable
        When it still is after all `PAUSES`, or something else is wrong.
    """
    for pause in PAUSES:
        try:
            return action()
        except GradebookUnusable as error:
            if not error.may_pass:
                raise
            time.sleep(pause)
    return action()


def unusable(db_url: str, error: Exception) -> GradebookUnusable:
    """What is said of a gradebook that refuses."""
    cause = str(getattr(error, "orig", error)).splitlines()[0]
    return GradebookUnusable(db_url, re.sub(r"^\([\w.]+\) ", "", cause))  # nbgrader puts the driver's name before it
