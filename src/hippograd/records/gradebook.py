"""Marks in nbgrader's gradebook, as `nbgrader autograde` leaves them."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple

import msgspec
import nbformat
from nbgrader import utils
from nbgrader.api import (
    Assignment,
    BaseCell,
    Comment,
    Grade,
    GradeCell,
    Notebook,
    SolutionCell,
    Student,
    SubmittedAssignment,
    SubmittedNotebook,
    new_uuid,
)
from sqlalchemy import Column, MetaData, Select, String, Table, delete, insert, select, update
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session, joinedload, load_only

from hippograd.errors import NO_JSON, unusable
from hippograd.grading.result import Result
from hippograd.nbgrader_env import Gradebook, alone_in
from hippograd.records.desk_marks import (
    AnswerOf,
    Entered,
    Given,
    digest_of_cell,
    given_at_desk,
    has_desk_marks,
    is_mark_of_desk,
)
from hippograd.records.entries import ENTERED_TABLE
from hippograd.records.lateness import Lateness
from hippograd.records.patience import patiently

BARE_SUBMISSION = (
    load_only(SubmittedAssignment.timestamp, SubmittedAssignment.extension),
    joinedload(SubmittedAssignment.assignment).load_only(Assignment.name, Assignment.duedate),
)
BARE_NOTEBOOK = (load_only(SubmittedNotebook.late_submission_penalty),)
"""Without the scores, which the database sums up over the rows of the whole class."""

_ENTERED = Table(
    ENTERED_TABLE,
    MetaData(),
    Column("submission", String(32), primary_key=True),
    Column("result", String(32), nullable=False),
)

# nbgrader logs the traceback of what is said here in one sentence.
logging.getLogger("tornado.application").addFilter(lambda record: not str(record.msg).startswith("Rolling back"))


class ByHand(NamedTuple):
    """Points that a person gave."""

    points: float
    auto: float | None
    """What is given without a person; None of what is answered in words."""


@dataclass(frozen=True)
class _Found:
    """What an executed notebook has, by cell."""

    scores: dict[str, float | None]
    """Points; None where a person gives them."""

    versions: dict[str, str]
    """The digests of answers."""

    blank: frozenset[str]

    @classmethod
    def of(cls, executed: dict[str, Any] | None, result: Result) -> _Found:
        cells = [cell for cell in (executed or {"cells": []})["cells"] if "nbgrader" in cell["metadata"]]
        named = {cell.metadata.nbgrader["grade_id"]: cell for cell in map(nbformat.from_dict, cells)}
        ungradable = {task.name for task in result.tasks if task.status == "not_gradable"}
        answers = {name: cell for name, cell in named.items() if utils.is_solution(cell)}
        return cls(
            {
                name: None if name in ungradable else utils.determine_grade(cell)[0]
                for name, cell in named.items()
                if utils.is_grade(cell)
            },
            {name: digest_of_cell(cell) for name, cell in answers.items()},
            frozenset(
                name
                for name, cell in answers.items()
                if cell.metadata.nbgrader.get("checksum") == utils.compute_checksum(cell)
            ),
        )

    def comment(self, name: str) -> dict[str, str | None]:
        """nbgrader's own comment on an answer."""
        return {"auto_comment": "No response." if name in self.blank else None} if name in self.versions else {}


class GradebookWriter:
    """Enters results into a gradebook; one commit per submission, so that a result is entered whole or not at all.

    Parameters
    ----------
    db_url : str
        Any SQLAlchemy URL. The assignment must be registered in it (`hippograd.building.register`).
    lateness : Lateness, optional
        Deadline, extensions and penalties of the assignment; without it, what the gradebook has stays.
    replaced : callable, optional
        Where the notebook is that one replaces, by student, assignment and name: a mark of another version of an
        answer does not count.

    Raises
    ------
    GradebookUnusable
        When the database cannot be opened.
    """

    def __init__(
        self, db_url: str, lateness: Lateness | None = None, replaced: Callable[[str, str, str], Path] | None = None
    ) -> None:
        self._url = db_url
        self._lateness = lateness
        self._replaced = replaced
        try:
            with alone_in(db_url):
                self._gradebook = Gradebook(db_url)
                _ENTERED.create(self._gradebook.engine, checkfirst=True)
            with self._gradebook.engine.connect() as connection:
                self._has_desk_marks = has_desk_marks(connection)
        except (SQLAlchemyError, OSError) as error:
            raise unusable(db_url, error) from None

    def save(
        self, result: Result, notebooks: Mapping[str, dict[str, Any]], timestamp: str = "", *, is_other: bool = False
    ) -> dict[str, ByHand]:
        """Enter one graded submission.

        Parameters
        ----------
        result : Result
            Whose and which.
        notebooks : mapping of str to dict
            The executed notebooks by name; their check cells hold the points. One that is missing has none.
        timestamp : str
            When it was handed in; where that is not known, what the gradebook has stays.
        is_other : bool
            Whether it is another file than the gradebook has, whose time is not this one's.

        Returns
        -------
        dict of str to ByHand
            The points that a person gave and that stay, whatever is entered, by their cell; of a written answer, where
            its text is another than before.

        Raises
        ------
        HippogradError
            When the database refuses; nothing of this submission is entered then.
        """
        time = utils.parse_utc(timestamp) if timestamp else None
        times = {"timestamp": time} if timestamp or is_other else {}
        return patiently(lambda: self._save_once(result, notebooks, times))

    def _save_once(
        self, result: Result, notebooks: Mapping[str, dict[str, Any]], times: Mapping[str, datetime | None]
    ) -> dict[str, ByHand]:
        try:
            with Session(self._gradebook.engine) as session, session.begin():
                return self._enter(session, result, notebooks, times)
        except SQLAlchemyError as error:
            raise unusable(self._url, error) from None

    def _enter(
        self,
        session: Session,
        result: Result,
        notebooks: Mapping[str, dict[str, Any]],
        times: Mapping[str, datetime | None],
    ) -> dict[str, ByHand]:
        """Enter whole rows: making nbgrader's objects one by one took longer than all else that a run does itself."""
        if session.scalar(select(Student.id).filter_by(id=result.student)) is None:
            session.execute(insert(Student).values(id=result.student))
        assignment = session.scalars(select(Assignment.id).filter_by(name=result.assignment)).one()
        submission = _row(session, SubmittedAssignment, assignment_id=assignment, student_id=result.student)
        # an update, also of nothing: what SQLite reads from here on is still so when it is replaced
        time = times.get("timestamp", SubmittedAssignment.timestamp)
        session.execute(
            update(SubmittedAssignment).filter_by(id=submission).values(timestamp=time),
            execution_options={"synchronize_session": False},
        )
        entered: list[str] = []
        by_hand: dict[str, ByHand] = {}
        for notebook, name in session.execute(select(Notebook.id, Notebook.name).filter_by(assignment_id=assignment)):
            submitted = _row(session, SubmittedNotebook, notebook_id=notebook, assignment_id=submission)
            by_hand |= self._enter_notebook(session, result, (notebook, name), submitted, notebooks.get(name))
            entered.append(submitted)
        if self._lateness is not None:
            whole = session.get_one(SubmittedAssignment, submission, options=BARE_SUBMISSION)
            bare = [session.get_one(SubmittedNotebook, one, options=BARE_NOTEBOOK) for one in entered]
            self._lateness.enter(session, whole, bare)
        session.execute(delete(_ENTERED).where(_ENTERED.c.submission == submission))
        session.execute(insert(_ENTERED).values(submission=submission, result=result.identity))
        return by_hand

    def _enter_notebook(
        self,
        session: Session,
        result: Result,
        notebook: tuple[str, str],
        submitted: str,
        executed: dict[str, Any] | None,
    ) -> dict[str, ByHand]:
        """Enter scores and comments of one notebook; what a person entered stays, and is given where none need look."""
        found = _Found.of(executed, result)
        cells = session.execute(
            select(BaseCell.id, BaseCell.name, BaseCell.type).filter_by(notebook_id=notebook[0])
        ).all()
        marks = select(Grade.cell_id, Grade.manual_score, Grade.needs_manual_grade)
        held = _of(marks, Grade, submitted, [cell for cell, _, _ in cells]).with_for_update()  # first, as the desk does
        known = {cell: (manual, bool(waits)) for cell, manual, waits in session.execute(held)}
        by_hand = {cell: manual for cell, (manual, _) in known.items() if manual is not None}
        given = self._given_at_desk(session, result)
        has_marks = bool(by_hand) or bool(given)
        earlier = self._earlier_versions(result, notebook[1]) if has_marks else {}
        commented = {name: cell for cell, name, kind in cells if kind != GradeCell.__name__}
        comments = {cell: found.comment(name) for name, cell in commented.items()}
        grades: dict[str, dict[str, Any]] = {}
        for cell, name, kind in cells:
            if kind == SolutionCell.__name__:
                continue
            grades[cell] = {}
            if executed is None:
                grades[cell] = {"auto_score": 0, "needs_manual_grade": False}
            elif name in found.scores:
                score, version, history = found.scores[name], found.versions.get(name), given.get(name, [])
                if has_marks and version is not None:
                    answer = AnswerOf(result.assignment, name, result.student)
                    manual, waits = known.get(cell, (None, False))
                    before = Entered(manual, _said(session, submitted, commented[name]), waits)
                    now = answer.enter(session.connection(), before, history, version, earlier.get(name))
                    is_waiting = now.is_waiting and (score is None or now.manual is not None)
                    grades[cell] = {"manual_score": now.manual, "needs_manual_grade": is_waiting}
                    comments[commented[name]] |= {"manual_comment": now.comment}
                else:
                    is_other = cell in by_hand and not is_mark_of_desk(by_hand[cell], history[-1] if history else None)
                    grades[cell] = {"needs_manual_grade": score is None or is_other}
                grades[cell] |= {"auto_score": score}
        _fill(session, Grade, submitted, grades)
        _fill(session, Comment, submitted, comments)
        names = {cell: name for cell, name, _ in cells}
        stay = [cell for cell in by_hand if grades.get(cell, {}).get("manual_score", by_hand[cell]) is not None]
        changed = {name for name, version in found.versions.items() if earlier.get(name) not in (None, version)}
        return {
            name: ByHand(by_hand[cell], score)
            for cell in stay
            if (name := names[cell]) in found.scores
            and (
                (score := found.scores[name]) is not None
                or (name in changed and _is_by_hand(by_hand[cell], given.get(name, [])))
            )
        }

    def _given_at_desk(self, session: Session, result: Result) -> dict[str, list[Given]]:
        """What the desk gave."""
        if not self._has_desk_marks:
            return {}
        return given_at_desk(session.connection(), result.assignment, result.student)

    def _earlier_versions(self, result: Result, name: str) -> dict[str, str]:
        """The digests of the answers that are replaced, by their cells."""
        if self._replaced is None:
            return {}
        try:
            notebook = msgspec.json.decode(self._replaced(result.student, result.assignment, name).read_bytes())
            return {
                cell["metadata"]["nbgrader"]["grade_id"]: digest_of_cell(cell)
                for cell in notebook["cells"]
                if "nbgrader" in cell["metadata"]
            }
        except (OSError, KeyError, TypeError, *NO_JSON):  # there is none that can be read
            return {}

    def close(self) -> None:
        self._gradebook.close()

    def __enter__(self) -> GradebookWriter:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _said(session: Session, submitted: str, comment: str) -> str | None:
    """What a person wrote about an answer, held as its mark is."""
    said: str | None = session.scalar(
        _of(select(Comment.manual_comment), Comment, submitted, [comment]).with_for_update()
    )
    return said


def _is_by_hand(manual: float, history: list[Given]) -> bool:
    """Whether a mark of a written answer is one by hand, which is of every version."""
    return bool(history) and not history[-1].digest and is_mark_of_desk(manual, history[-1])


def _row(session: Session, table: Any, **values: str) -> str:
    """The id of the row with these values, which is made where it does not exist."""
    found: str | None = session.scalar(select(table.id).filter_by(**values))
    if found is None:
        found = new_uuid()
        session.execute(insert(table).values(id=found, **values))
    return found


def _of(rows: Select[Any], table: Any, submitted: str, cells: list[str]) -> Select[Any]:
    """Those rows that are of cells of a submitted notebook. Both are named: together they have an index."""
    return rows.where(table.cell_id.in_(cells), table.notebook_id == submitted)


def _fill(session: Session, table: Any, submitted: str, values: dict[str, dict[str, Any]]) -> None:
    """Make or change the rows of a submitted notebook, by cell."""
    known = dict(session.execute(_of(select(table.cell_id, table.id), table, submitted, list(values))).all())
    made = [{"cell_id": cell, "notebook_id": submitted, **row} for cell, row in values.items() if cell not in known]
    changed = [{"id": known[cell], **row} for cell, row in values.items() if cell in known and row]
    if made:
        session.execute(insert(table), made)
    if changed:
        session.execute(update(table), changed)
