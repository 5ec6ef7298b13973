"""Deadlines, extensions and penalties in nbgrader's gradebook."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from nbgrader.api import SubmittedAssignment, SubmittedNotebook
from sqlalchemy.orm import Session, scoped_session

from hippograd.course.late import LatePolicy, in_utc, more_time


@dataclass(frozen=True)
class Lateness:
    """What is late, for whom, and what it costs.

    Parameters
    ----------
    policy : LatePolicy
        The cohort's.
    records : Path
        Where extensions and sections are. Where they give nobody more time for an assignment, what was granted in the
        gradebook stays.
    """

    policy: LatePolicy
    records: Path
    _read: dict[str, dict[str, timedelta] | None] = field(default_factory=dict)

    def extensions(self, assignment: str) -> dict[str, timedelta] | None:
        """More time than the class has, by student."""
        if assignment not in self._read:
            self._read[assignment] = more_time(self.policy, self.records, assignment)
        return self._read[assignment]

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
        """Enter deadlines and the student's extensions, also of all others that may have used up free days."""
        others = submission.student.submissions if self.policy.free_days else []
        for one in {submission, *others}:
            name = one.assignment.name
            deadline, extensions = self.policy.deadlines.get(name), self.extensions(name)
            if deadline is not None:
                one.assignment.duedate = in_utc(deadline)
            if extensions is not None and one.assignment.duedate is not None:  # nbgrader adds the two
                one.extension = extensions.get(one.student.id)


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
