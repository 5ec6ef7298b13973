"""Deadlines, extensions and penalties in nbgrader's gradebook."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from nbgrader.api import SubmittedAssignment, SubmittedNotebook
from sqlalchemy.orm import Session, scoped_session

from hippograd.course import Cohort
from hippograd.course.late import LatePolicy, in_utc, more_time


@dataclass(frozen=True)
class Lateness:
    """What is late in one assignment, for whom, and what it costs.

    Parameters
    ----------
    policy : LatePolicy
        The cohort's.
    extensions : dict of str to timedelta, or None
        More time than the class, by student; None leaves in the gradebook what was granted there.
    """

    policy: LatePolicy
    extensions: dict[str, timedelta] | None = None

    @classmethod
    def of(cls, cohort: Cohort, records: Path, assignment: str) -> Lateness:
        """What holds for an assignment of a cohort, whose extensions and sections are in `records`."""
        return cls(cohort.late, more_time(cohort.late, records, assignment))

    def enter(
        self,
        session: Session | scoped_session[Session],
        submission: SubmittedAssignment,
        notebooks: Iterable[SubmittedNotebook],
    ) -> None:
        """Enter deadline, extension and penalty; the caller commits."""
        self.enter_times(submission)
        session.flush()
        late = submission.total_seconds_late
        for notebook in notebooks:
            notebook.late_submission_penalty = None
            if late > 0:
                session.refresh(notebook, ["score"])  # a sum that the database makes, over all its rows
                before = days_before(self.policy, submission)
                notebook.late_submission_penalty = self.policy.penalty(notebook.score, late, before) or None

    def enter_times(self, submission: SubmittedAssignment) -> None:
        """Enter the deadline and the student's extension."""
        deadline = self.policy.deadlines.get(submission.assignment.name)
        if deadline is not None:
            submission.assignment.duedate = in_utc(deadline)
        if self.extensions is not None:
            submission.extension = self.extensions.get(submission.student.id)


def days_before(policy: LatePolicy, submission: SubmittedAssignment) -> float:
    """How many days the student was late with what was due before."""
    if not policy.free_days or submission.assignment.duedate is None:
        return 0.0
    place = (submission.assignment.duedate, submission.assignment.name)
    others = (one for one in submission.student.submissions if one.assignment.duedate is not None)
    return sum(
        policy.days_late(one.total_seconds_late)
        for one in others
        if (one.assignment.duedate, one.assignment.name) < place
    )
