"""What grading one submission gives: one record, with one row per task and one per check."""

from __future__ import annotations

from typing import Any, Literal

import msgspec

from hippograd.errors import Problem
from hippograd.intake import Note, Origin

TaskStatus = Literal[
    "passed",
    "partial",
    "failed",
    "not_attempted",
    "error",
    "timeout",
    "crashed",
    "out_of_memory",
    "tampered",
    "not_gradable",
]
SubmissionStatus = Literal["graded", "not_gradable"]

LASTING = ("passed", "partial", "failed", "not_attempted", "error")
"""Statuses that the same code always has. A timeout or a crash may be the machine's: those are tried again."""

FATAL = ("tampered", "timeout", "crashed", "out_of_memory")
"""Diagnoses that are a status of their own, the most serious first."""


class CheckResult(msgspec.Struct, frozen=True):
    """One check: what it is worth, what it gave, and why.

    `message` may be shown to the student; `detail` only where the check is public. `names_cause` says whether the
    message tells what is wrong with the answer, and not only that something is.
    """

    name: str
    idea: str
    public: bool
    points: float
    max_points: float
    passed: bool
    message: str = ""
    detail: str = ""
    diagnosis: str = ""
    names_cause: bool = False


class TaskResult(msgspec.Struct, frozen=True):
    """The automatic part of one task. `note` is a sentence for the student about how it was graded."""

    name: str
    title: str
    points: float
    max_points: float
    status: TaskStatus
    checks: list[CheckResult]
    note: str = ""

    @property
    def earned(self) -> float:
        """The points of its checks."""
        return sum(check.points for check in self.checks)

    @property
    def is_kept(self) -> bool:
        """Whether it has the points that were published, as its checks give fewer now; of other courses, not known."""
        return bool(self.checks) and self.points > self.earned

    @property
    def failed(self) -> list[CheckResult]:
        """The checks that do not hold; of a blank, nothing more is to be said."""
        return [] if self.status == "not_attempted" else [check for check in self.checks if not check.passed]


class Result(msgspec.Struct, frozen=True):
    """The result of one submission.

    `problem` says why a submission is not gradable; `notes` what was repaired in the notebook; `origin` what the
    platform that it was downloaded from calls it.
    """

    student: str
    assignment: str
    cohort: str
    file: str
    status: SubmissionStatus
    tasks: list[TaskResult] = []
    problem: Problem | None = None
    notes: list[Note] = []
    tier: str = ""
    versions: dict[str, str] = {}
    content_hash: str = ""
    seconds: float = 0.0
    origin: Origin = Origin()

    @property
    def has_mark(self) -> bool:
        """Whether at least its cells were run, so that there is a notebook; of some task the grader may have failed."""
        return self.status == "graded" or bool(self.tasks)

    @property
    def lasts(self) -> bool:
        """Whether the same file always has this result: a timeout or a crash may be the machine's."""
        return self.status == "graded" and all(task.status in LASTING for task in self.tasks)

    @property
    def points(self) -> float:
        return sum(task.points for task in self.tasks)

    @property
    def max_points(self) -> float:
        return sum(task.max_points for task in self.tasks)


class Graded(msgspec.Struct, frozen=True):
    """A result and the notebook as it was run, for the gradebook and for formgrader; none if not gradable."""

    result: Result
    notebook: dict[str, Any] | None = None


def task_status(checks: list[CheckResult], cell_raised: bool, blank: bool) -> TaskStatus:
    """Return the status of a task from its checks."""
    if all(check.passed for check in checks):
        return "passed"
    diagnoses = {check.diagnosis for check in checks if not check.passed}
    for fatal in FATAL:
        if fatal in diagnoses:
            return fatal  # type: ignore[return-value]
    if any(check.points for check in checks):
        return "partial"
    if blank:
        return "not_attempted"
    return "error" if cell_raised or diagnoses & {"raised", "not_attempted"} else "failed"
