"""Deadlines, extensions and penalties in nbgrader's gradebook."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

from nbformat import NotebookNode
from nbgrader.api import SubmittedAssignment, SubmittedNotebook
from nbgrader.plugins import LateSubmissionPlugin
from nbgrader.preprocessors import AssignLatePenalties
from sqlalchemy.orm import Session, scoped_session
from traitlets import Unicode
from traitlets.config import Config

from hippograd.course import Cohort, Course
from hippograd.course.late import LatePolicy, in_utc, more_time
from hippograd.nbgrader_env import Gradebook


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


class CohortLatePolicy(LateSubmissionPlugin):  # type: ignore[misc]
    """nbgrader's plugin for late submissions: what `[<cohort>.late]` in cohorts.toml says."""

    root = Unicode("", help="The folder that holds assignments/cohorts.toml").tag(config=True)
    cohort = Unicode("", help="Whose policy").tag(config=True)
    days_before = 0.0
    """Of the student whose penalty is asked for next; nbgrader does not say for which assignment it asks."""

    def late_submission_penalty(self, student_id: str, score: float, total_seconds_late: float) -> float | None:
        policy = Course(Path(self.root)).cohort(self.cohort).late
        return policy.penalty(score, total_seconds_late, self.days_before) or None


class LatePenalties(AssignLatePenalties):  # type: ignore[misc]
    """nbgrader's step that assigns penalties, for the present deadlines, extensions and scores.

    It runs where nbgrader has it, after grading, and again before each feedback page: a penalty is a share of the
    score, which grows when written answers are marked.
    """

    def preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        names = resources["nbgrader"]
        self.init_plugin()
        if isinstance(self.plugin_inst, CohortLatePolicy):
            course = Course(Path(self.plugin_inst.root))
            cohort = course.cohort(self.plugin_inst.cohort)
            lateness = Lateness.of(cohort, course.records_folder / cohort.name, names["assignment"])
            with Gradebook(names["db_url"]) as book:
                submission = book.find_submission(names["assignment"], names["student"])
                lateness.enter_times(submission)
                book.db.commit()
                self.plugin_inst.days_before = days_before(cohort.late, submission)
        return super().preprocess(nb, resources)  # type: ignore[no-any-return]


def late_config(config: Config, root: Path, cohort: str) -> None:
    """Have nbgrader, grading or writing feedback, follow a cohort's policy."""
    config.LatePenalties.plugin_class = CohortLatePolicy
    config.CohortLatePolicy.root = str(root)
    config.CohortLatePolicy.cohort = cohort
