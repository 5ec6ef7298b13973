"""The checks of tasks, run against what a notebook left behind the wall: all public ones first."""

from __future__ import annotations

import traceback
import warnings
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

import numpy as np

from gradekit.checks import Check, Outcome, failed_outcome, place_in_check, run_check
from gradekit.failures import is_blank_error
from hippograd.course import TaskInfo
from hippograd.errors import HippogradError
from hippograd.grading.plan import Plan
from hippograd.grading.result import CheckResult, TaskResult, task_status
from hippograd.grading.running import RunningNotebook
from hippograd.grading.suspects import no_code, suspects
from hippograd.intake.matching.cells import MatchedCell
from hippograd.kit import NotebookData
from hippograd.sandbox.clock import running_time
from hippograd.sandbox.deadline import ended_at
from hippograd.sandbox.process import CellRun, StudentGone
from hippograd.sandbox.wire import LONGEST_TRACE
from hippograd.stopping import is_heard

LONGEST_MESSAGE = 500
"""Characters of the message of a check; some of what stands in it may come from the student's process."""


class Checker:
    """Checks tasks of one assignment."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan

    def tasks(
        self, wanted: Sequence[TaskInfo], running: RunningNotebook, cells: list[MatchedCell]
    ) -> dict[str, TaskResult]:
        """Run the checks of some tasks: all public ones first.

        Students see what public checks tell in full. By then their code must not have met an input of a hidden one.
        """
        markings = {task.name: _Marking(running.lost.get(task.answer_id)) for task in wanted}
        for public in (True, False):
            for task in wanted:
                checks = [check for check in self._plan.checks(task) if check.public == public]
                self._run_checks(checks, task, running, markings)
        return {task.name: _task_result(task, markings[task.name], running, cells, self._plan) for task in wanted}

    def _run_checks(
        self, checks: list[Check], task: TaskInfo, running: RunningNotebook, markings: dict[str, _Marking]
    ) -> None:
        marking = markings[task.name]
        for check in checks:
            if marking.fault is not None:
                return
            if is_heard():  # in a check before, where Python made another exception of it
                raise KeyboardInterrupt
            lost = marking.lost
            try:
                outcome = failed_outcome(check, lost) if lost is not None else self._run_check(check, task, running)
            except HippogradError:
                raise
            except Exception as error:  # noqa: BLE001 (a fault of the grader is never the student's)
                detail = traceback.format_exc(limit=-3)
                failed = CheckResult(check.name, check.idea, check.public, 0, check.points, False, "", detail)
                marking.fault = _fault(check, error), failed
                return
            if not outcome.passed:
                # The rest of this task is lost with the process; the next task starts afresh.
                marking.lost = lost or running.gone
            marking.results[check.name] = _check_result(outcome)

    def _run_check(self, check: Check, task: TaskInfo, running: RunningNotebook) -> Outcome:
        names = {"cohort": self._plan.cohort.name, "task": task.name, "secret": self._plan.course.secret}
        fixtures = running.fixtures_for(check.seconds, task.name)
        try:
            look = partial(run_check, check, running.student(check.seconds, task.name), fixtures, **names)
            with np.errstate(all="ignore"), warnings.catch_warnings():
                warnings.simplefilter("ignore", RuntimeWarning)  # of numpy, about a student's numbers
                return ended_at(running.until, _took_too_long, look)
        except StudentGone as gone:
            return failed_outcome(check, gone)
        except HippogradError:
            raise
        except Exception:
            if running_time() < running.until:
                raise
            return failed_outcome(check, _took_too_long())  # Python may have wrapped what was raised
        finally:
            if running_time() >= running.until:
                running.close(_took_too_long())


def _took_too_long() -> StudentGone:
    return StudentGone("timeout", "looking at what it answers took what was left of the submission's time")


@dataclass
class _Marking:
    """How far the grading of one task has come."""

    lost: StudentGone | None
    """Why the process that its checks rest on is gone."""

    results: dict[str, CheckResult] = field(default_factory=dict)
    fault: tuple[str, CheckResult] | None = None
    """What the grader itself did wrong, and in which check."""


def _task_result(
    task: TaskInfo,
    marking: _Marking,
    running: RunningNotebook,
    cells: list[MatchedCell],
    plan: Plan,
) -> TaskResult:
    if marking.fault is not None:
        note, failed = marking.fault
        return TaskResult(task.name, task.title, 0, task.auto_points, "not_gradable", [failed], note)
    checks = [marking.results[check.name] for check in plan.checks(task)]
    answer = next((cell for cell in cells if cell.name == task.answer_id), None)
    run = running.runs.get(task.answer_id)
    raised = run is not None and run.error is not None
    is_blank = answer is None or answer.is_blank
    status = task_status(checks, raised, is_blank)
    points = sum(check.points for check in checks)
    note = _note(run, answer.source) if answer is not None and not is_blank else ""
    if not note and not is_blank and answer is not None and answer.released is not None:
        note = _hint(answer.source, answer.released.reference, checks, plan.data)
    return TaskResult(task.name, task.title, points, task.auto_points, status, checks, note)


def _hint(source: str, reference: str, checks: list[CheckResult], data: NotebookData) -> str:
    """Return what stands out in an answer, where no check that failed names a cause."""
    failed = [check for check in checks if not check.passed]
    return "" if not failed or any(check.names_cause for check in failed) else suspects(source, reference, data)


def _fault(check: Check, error: Exception) -> str:
    """Return what the grader itself did wrong, and where: ``"NameError in test_mean, test_means.py, line 9: name
    …"``."""
    place = f", {found}" if (found := place_in_check(check, error)) else ""
    said = str(error).partition("\n")[0][:200]
    return f"{type(error).__name__} in {check.name}{place}" + f": {said}" * bool(said)


def _check_result(outcome: Outcome) -> CheckResult:
    check = outcome.check
    return CheckResult(
        name=check.name,
        idea=check.idea,
        public=check.public,
        points=check.points if outcome.passed else 0,
        max_points=check.points,
        passed=outcome.passed,
        message=outcome.message[:LONGEST_MESSAGE],
        detail=outcome.detail[:LONGEST_TRACE],
        diagnosis=outcome.diagnosis,
        names_cause=outcome.names_cause,
    )


def _note(run: CellRun | None, source: str) -> str:
    if run is None or run.error is None:
        return ""
    kind, said = str(run.error.get("ename")), str(run.error.get("evalue"))
    if is_blank_error(kind, said):
        where = "which still stands in it" if "NotImplementedError" in source else "in a blank that it uses"
        return f"When it ran, your cell ended at the line `raise NotImplementedError`, {where}."
    why = no_code(source, said) if kind in ("SyntaxError", "IndentationError") else ""
    return f"When it ran, your cell raised {kind}: {said[:400]} {why}".rstrip()
