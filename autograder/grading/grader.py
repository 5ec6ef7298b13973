"""Grading one submission: run its cells behind the wall, run the checks, write down what came out."""

from __future__ import annotations

import hashlib
import platform
import time
import traceback
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from importlib.metadata import PackageNotFoundError, version
from typing import Any

import msgspec

from decoding.checks import Check, Outcome, run_check

from .. import __version__
from ..course import TaskInfo
from ..errors import HippogradError, MachineUnfit, fault_of_ours
from ..intake import read_notebook
from ..intake.matching import MatchedCell, match_cells, redefined_below
from ..intake.other_cohort import note_on_cohort
from ..sandbox.client import CellRun, ForkServer, ServerGone, StudentGone, StudentProcess, large_libraries
from .cache import LASTING, Cache
from .keys import code_key, digest, plan_key, task_key
from .notebook import executed_notebook
from .plan import Plan
from .result import CheckResult, Graded, Result, TaskResult, task_status

MOST_OUTPUT = 16 * 1024**2
"""Bytes of the outputs of all cells of a notebook that are kept, in memory and on disk."""


class RunningNotebook:
    """A submission's cells, running in a student's process that is replaced whenever it is lost.

    Parameters
    ----------
    server : ForkServer
        Where processes come from.
    cells : list of MatchedCell
        The notebook.
    plan : Plan
        Deadlines.
    everything : bool
        Whether demonstration cells run too.
    until : float, optional
        When all must be done, on the monotonic clock, s; by default, after the plan's time for one submission.
    """

    def __init__(
        self,
        server: ForkServer,
        cells: list[MatchedCell],
        plan: Plan,
        everything: bool = False,
        until: float | None = None,
    ) -> None:
        self._server = server
        self._cells = [cell for cell in cells if decides(cell, everything)]
        self._large = large_libraries(*(cell.source for cell in self._cells))
        self._plan = plan
        self._until = time.monotonic() + plan.submission_seconds if until is None else until
        self._process: StudentProcess | None = None
        self.runs: dict[str, CellRun] = {}
        """What each cell gave, by name."""
        self.lost: dict[str, StudentGone] = {}
        """The cells that ended the process, by name; they are left out when the rest runs again."""

    def process(self) -> StudentProcess:
        """A process in which all cells have run, except those that ended one.

        Raises
        ------
        StudentGone
            When a new one is needed and the submission's time is used up.
        """
        while self._process is None or self._process.gone is not None:
            if time.monotonic() >= self._until:
                raise StudentGone("timeout", "the time that one submission has was used up")
            self._process = self._server.spawn(self._large)
            self._run_cells(self._process)
        return self._process

    def _run_cells(self, process: StudentProcess) -> None:
        process.until = self._until
        room = MOST_OUTPUT
        for cell in self._cells:
            if cell.name in self.lost:
                continue
            try:
                run = process.run_cell(cell.source, cell.name, self._plan.cell_deadline)
                room -= len(msgspec.msgpack.encode(run))
                # Outputs of a later process are not shown: by then student code may have met hidden inputs.
                self.runs.setdefault(cell.name, run if room >= 0 else _left_out(run))
            except StudentGone as gone:
                self.lost[cell.name] = gone
                return

    @property
    def gone(self) -> StudentGone | None:
        """Why the present process is gone, if it is."""
        return self._process.gone if self._process is not None else None

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.close()


class Grader:
    """Grades submissions of one assignment, one after the other.

    Parameters
    ----------
    plan : Plan
        What is right.
    server : ForkServer
        Where student code runs.
    everything : bool
        Whether demonstration cells run too; their outputs decide no mark.
    cache : Cache, optional
        Results of earlier runs.
    """

    def __init__(self, plan: Plan, server: ForkServer, *, everything: bool = False, cache: Cache | None = None) -> None:
        self.plan = plan
        self._server = server
        self._everything = everything
        self._versions = versions()
        self._cache = cache
        if cache is not None:
            self._plan_key = plan_key(plan, server.tier, everything)
            self._task_keys = {task.name: task_key(plan, task) for task in plan.tasks}

    def grade(self, data: bytes, *, student: str, file: str, notes: Sequence[str] = ()) -> Graded:
        """Grade one notebook.

        Parameters
        ----------
        data : bytes
            The file as it was handed in.
        student, file : str
            Whose it is, and what messages call it.
        notes : sequence of str
            What is known about how it was handed in.

        Returns
        -------
        Graded
            A file that cannot be graded gives a result with status ``"not_gradable"``, never an exception.

        Raises
        ------
        MachineUnfit, OSError
            When it is not the file: the machine has no room, or the sandbox does not start.
        """
        started = time.monotonic()
        blank = Result(
            student,
            self.plan.assignment.name,
            self.plan.cohort.name,
            file,
            "not_gradable",
            tier=self._server.tier,
            versions=self._versions,
            content_hash=hashlib.sha256(data).hexdigest(),
            notes=list(notes),
        )
        try:
            submitted = read_notebook(data, file)
            cells, repairs = match_cells(submitted, self.plan.cells, file)
            doubts = note_on_cohort(submitted, self.plan.releases, self.plan.cohort.name)
            graded = self._grade_cells(blank, cells, [*notes, *doubts, *repairs])
        except MachineUnfit:
            raise
        except HippogradError as error:
            graded = Graded(msgspec.structs.replace(blank, reason=error.message, remedy=error.remedy))
        except Exception as error:  # noqa: BLE001 (one file must not stop a class)
            ours = fault_of_ours(error)
            graded = Graded(msgspec.structs.replace(blank, reason=ours.message, remedy=ours.remedy))
        result = msgspec.structs.replace(graded.result, seconds=round(time.monotonic() - started, 3))
        return Graded(result, graded.notebook)

    def close(self) -> None:
        """End the fork server."""
        self._server.close()

    def _grade_cells(self, blank: Result, cells: list[MatchedCell], notes: list[str]) -> Graded:
        keys, runs_key, known, runs = {}, "", {}, None
        if self._cache is not None:
            code = code_key(cell for cell in cells if decides(cell, self._everything))
            runs_key = digest("runs", self._plan_key, code)
            keys = {name: digest(self._plan_key, key, code) for name, key in self._task_keys.items()}
            found = self._cache.tasks(keys.values())
            known = {name: found[key] for name, key in keys.items() if key in found}
            runs = self._cache.runs(runs_key)
        lost: dict[str, StudentGone] = {}
        if runs is None or len(known) < len(self.plan.tasks):
            known, runs, lost = self._grade_twice_if_the_server_dies(cells, known)
        tasks = [known[task.name] for task in self.plan.tasks]
        if self._cache is not None and not lost:
            lasting = {keys[task.name]: task for task in tasks if task.status in LASTING}
            self._cache.store({runs_key: runs, **lasting})
        wrong = {task.name for task in tasks if task.points < task.max_points}
        notes += [note for task, note in redefined_below(cells).items() if task in wrong]
        return self._finished(blank, cells, notes, tasks, executed_notebook(cells, runs, lost, tasks, notes))

    def _grade_twice_if_the_server_dies(
        self, cells: list[MatchedCell], known: dict[str, TaskResult]
    ) -> tuple[dict[str, TaskResult], dict[str, CellRun], dict[str, StudentGone]]:
        try:
            return self._run_and_check(cells, known)
        except ServerGone:
            self._server.restart()
            return self._run_and_check(cells, known)

    def _run_and_check(
        self, cells: list[MatchedCell], known: dict[str, TaskResult]
    ) -> tuple[dict[str, TaskResult], dict[str, CellRun], dict[str, StudentGone]]:
        """Run the notebook and grade the tasks that are not known yet."""
        running = RunningNotebook(self._server, cells, self.plan, self._everything)
        try:
            with suppress(StudentGone):  # the time is used up: so it is for every check
                running.process()
            unknown = [task for task in self.plan.tasks if task.name not in known]
            fresh = self._grade_tasks(unknown, running, cells)
        finally:
            running.close()
        by_name = known | fresh
        return by_name | self._grade_again_over_references(by_name, set(fresh), cells), running.runs, running.lost

    @staticmethod
    def _finished(
        blank: Result, cells: list[MatchedCell], notes: list[str], tasks: list[TaskResult], notebook: dict[str, Any]
    ) -> Graded:
        ours = [task for task in tasks if task.status == "not_gradable"]
        result = msgspec.structs.replace(blank, status="graded", tasks=tasks, notes=notes)
        if ours:
            names = ", ".join(task.name for task in ours)
            reason = f"The grader of {names} failed: {ours[0].note}"
            result = msgspec.structs.replace(
                result, status="not_gradable", reason=reason, remedy="Mend the grader, grade again."
            )
        return Graded(result, notebook)

    def _grade_tasks(
        self, tasks: list[TaskInfo], running: RunningNotebook, cells: list[MatchedCell]
    ) -> dict[str, TaskResult]:
        """Run the checks of some tasks: all public ones first.

        Students see what public checks tell in full. By then their code must not have met an input of a hidden one.
        """
        markings = {task.name: _Marking(running.lost.get(task.answer_id)) for task in tasks}
        for public in (True, False):
            for task in tasks:
                self._run_checks([check for check in task.checks if check.public == public], task, running, markings)
        return {task.name: _task_result(task, markings[task.name], running, cells) for task in tasks}

    def _run_checks(
        self, checks: list[Check], task: TaskInfo, running: RunningNotebook, markings: dict[str, _Marking]
    ) -> None:
        marking = markings[task.name]
        for check in checks:
            if marking.fault is not None:
                return
            lost = marking.lost
            try:
                outcome = _gone(check, lost) if lost is not None else self._run_check(check, task, running)
            except HippogradError:
                raise
            except Exception as error:  # noqa: BLE001 (a fault of the grader is never the student's)
                detail = traceback.format_exc(limit=-3)
                failed = CheckResult(check.name, check.idea, check.public, 0, check.points, False, "", detail)
                marking.fault = f"{type(error).__name__} in {check.name}", failed
                return
            if not outcome.passed:
                # The rest of this task is lost with the process; the next task starts afresh.
                marking.lost = lost or running.gone
            marking.results[check.name] = _check_result(outcome)

    def _run_check(self, check: Check, task: TaskInfo, running: RunningNotebook) -> Outcome:
        try:
            process = running.process()
        except StudentGone as gone:
            return _gone(check, gone)
        process.seconds = check.seconds
        return run_check(check, process.student, self.plan.fixtures, cohort=self.plan.cohort.name, task=task.name)

    def _grade_again_over_references(
        self, by_name: dict[str, TaskResult], fresh: set[str], cells: list[MatchedCell]
    ) -> dict[str, TaskResult]:
        """Where an earlier task is wrong, grade a later one over the course's answer to it; the better counts."""
        wrong = {task.name for task in by_name.values() if task.points < task.max_points}
        groups: dict[frozenset[str], list[TaskInfo]] = {}
        better: dict[str, TaskResult] = {}
        for task in self.plan.tasks:
            broken = frozenset(self.plan.all_needs(task) & wrong)
            if task.name in wrong & fresh and broken and by_name[task.name].status != "not_attempted":
                groups.setdefault(broken, []).append(task)
        until = time.monotonic() + self.plan.submission_seconds
        for broken, group in groups.items():
            over = [self._with_reference(cell, broken) for cell in cells]
            running = RunningNotebook(self._server, over, self.plan, until=until)
            try:
                for task, again in zip(group, self._grade_tasks(group, running, over).values(), strict=True):
                    first = by_name[task.name]
                    if again.points > first.points:
                        titles = ", ".join(self.plan.assignment.task(name).number for name in sorted(broken))
                        note = f"Graded over the course's own answer to task {titles}, so that one mistake counts once."
                        checks = [_told(*pair) for pair in zip(first.checks, again.checks, strict=True)]
                        better[task.name] = msgspec.structs.replace(again, checks=checks, note=note)
            finally:
                running.close()
        return better

    def _with_reference(self, cell: MatchedCell, broken: frozenset[str]) -> MatchedCell:
        if cell.kind == "answer" and cell.released is not None and cell.released.task in broken:
            return replace(cell, source=cell.released.reference)
        return cell


def _told(first: CheckResult, again: CheckResult) -> CheckResult:
    """The check as it came out over references, with what was said of it before.

    The course's own answers were in the student's process; what that says might be they.
    """
    if again.passed:
        return msgspec.structs.replace(again, message="", detail="")
    return msgspec.structs.replace(again, message=first.message, detail=first.detail, diagnosis=first.diagnosis)


def _left_out(run: CellRun) -> CellRun:
    """What stays of a cell's outputs when they are too large."""
    text = "(left out: the outputs of this notebook are too large)\n"
    error = {"output_type": "error", "ename": "Error", "evalue": text, "traceback": []} if run.error else None
    return CellRun([{"output_type": "stream", "name": "stdout", "text": text}], error)


def versions() -> dict[str, str]:
    """The versions that a mark depends on."""
    found = {"python": platform.python_version(), "hippograd": __version__}
    for package in ("numpy", "torch"):
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            found[package] = "none"
    return found


def decides(cell: MatchedCell, everything: bool) -> bool:
    """Whether a cell runs: all code that can decide a mark, and demonstrations where `everything` is asked for."""
    if cell.cell_type != "code" or not cell.source.strip() or cell.kind == "check":
        return False
    return everything or cell.kind != "demo" or not cell.is_blank


@dataclass
class _Marking:
    """How far the grading of one task has come."""

    lost: StudentGone | None
    """Why the process that its checks rest on is gone."""

    results: dict[str, CheckResult] = field(default_factory=dict)
    fault: tuple[str, CheckResult] | None = None
    """What the grader itself did wrong, and in which check."""


def _task_result(task: TaskInfo, marking: _Marking, running: RunningNotebook, cells: list[MatchedCell]) -> TaskResult:
    if marking.fault is not None:
        note, failed = marking.fault
        return TaskResult(task.name, task.title, 0, task.auto_points, "not_gradable", [failed], note)
    checks = [marking.results[check.name] for check in task.checks]
    answer = next((cell for cell in cells if cell.name == task.answer_id), None)
    run = running.runs.get(task.answer_id)
    raised = run is not None and run.error is not None
    is_blank = answer is None or answer.is_blank
    status = task_status(checks, raised, is_blank)
    points = sum(check.points for check in checks)
    note = _note(run) if not is_blank else ""
    return TaskResult(task.name, task.title, points, task.auto_points, status, checks, note)


def _gone(check: Check, gone: StudentGone) -> Outcome:
    return Outcome(check, False, gone.message, gone.detail, gone.diagnosis)


def _check_result(outcome: Outcome) -> CheckResult:
    check = outcome.check
    return CheckResult(
        name=check.name,
        idea=check.idea,
        public=check.public,
        points=check.points if outcome.passed else 0,
        max_points=check.points,
        passed=outcome.passed,
        message=outcome.message,
        detail=outcome.detail,
        diagnosis=outcome.diagnosis,
    )


def _note(run: CellRun | None) -> str:
    if run is None or run.error is None:
        return ""
    return f"When it ran, your cell raised {run.error.get('ename')}: {run.error.get('evalue')}"[:500]
