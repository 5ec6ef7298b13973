"""A cohort's late policy where nbgrader itself asks for penalties: its plugin, and the step that uses it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nbformat import NotebookNode
from nbgrader.plugins import LateSubmissionPlugin
from nbgrader.preprocessors import AssignLatePenalties
from traitlets import Unicode

from hippograd.course import Course
from hippograd.store.gradebook import Gradebook
from hippograd.store.lateness import Lateness


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
            lateness = Lateness(cohort.late, course.records_folder / cohort.name)
            book = Gradebook(names["db_url"])
            self.plugin_inst.days_before = book.enter_deadlines(names["assignment"], names["student"], lateness)
        return super().preprocess(nb, resources)  # type: ignore[no-any-return]
