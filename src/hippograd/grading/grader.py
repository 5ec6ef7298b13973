"""Grading one submission: run its cells behind the wall, run the checks, write down what came out."""

from __future__ import annotations

import hashlib
import platform
import time
import traceback
import warnings
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

import msgspec
import numpy as np

from gradekit.cell_names import defined_names
from gradekit.checks import Check, Outcome, failed_outcome, place_in_check, run_check
from gradekit.failures import is_blank_error
from hippograd import __version__
from hippograd.course import TaskInfo
from hippograd.errors import HippogradError, MachineUnfit, Problem, fault_of_ours
from hippograd.grading.cache import LASTING, Cache
from hippograd.grading.keys import code_key, digest, plan_key, task_key, version
from hippograd.grading.notebook import executed_notebook, limited, shortened
from hippograd.grading.plan import Plan
from hippograd.grading.result import CheckResult, Graded, Result, TaskResult, task_status
from hippograd.grading.running import RunningNotebook, cells_to_run
from hippograd.grading.suspects import no_code, suspects
from hippograd.intake import read_notebook
from hippograd.intake.matching.cells import MatchedCell
from hippograd.intake.matching.match import answers_most, given_anew, match_cells
from hippograd.intake.matching.notebooks import SubmittedCell
from hippograd.intake.matching.omitting import helpers_in, without_definitions
from hippograd.intake.matching.other_release import note_on_cohort, refuse_other_assignment
from hippograd.intake.matching.words_beside import with_words_beside
from hippograd.intake.notes import Note
from hippograd.kit import NotebookData
from hippograd.sandbox.clock import running_time
from hippograd.sandbox.deadline import ended_at
from hippograd.sandbox.process import CellRun, ServerGone, StudentGone
from hippograd.sandbox.servers import ForkServer
from hippograd.sandbox.wire import LONGEST_TRACE
from hippograd.stopping import is_heard

LONGEST_MESSAGE = 500
"""Characters of the message of a check; some of what stands in it may come from the student's process."""


GRADED_AGAIN = Note(
    "a process of the sandbox was ended while this was graded, so it was graded once more: what its cells print is not "
    "shown, and no task was graded over the course's own earlier answers.",
    for_staff=True,
)


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
        self._versions = versions(plan.course.kit.libraries)
        self._cache = cache
        if cache is not None:
            self._plan_key = plan_key(plan, server.tier)
            self._task_keys = {task.name: task_key(plan, task) for task in plan.tasks}

    def grade(self, data: bytes, *, student: str, file: str, notes: Sequence[Note] = ()) -> Graded:
        """Grade one notebook.

        Parameters
        ----------
        data : bytes
            The file as it was handed in.
        student, file : str
            Whose it is, and what messages call it.
        notes : sequence of Note
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
            cells, repairs = self._matched(submitted, file)
            doubts = note_on_cohort(submitted, self.plan.releases, self.plan.cohort.name)
            graded = self._grade_cells(blank, cells, [*notes, *doubts, *repairs])
        except MachineUnfit:
            raise
        except HippogradError as error:
            graded = Graded(msgspec.structs.replace(blank, problem=error.problem))
        except Exception as error:  # noqa: BLE001 (one file must not stop a class)
            graded = Graded(msgspec.structs.replace(blank, problem=fault_of_ours(error).problem))
        result = msgspec.structs.replace(graded.result, seconds=round(time.monotonic() - started, 3))
        return Graded(result, graded.notebook)

    def close(self) -> None:
        """End the fork server."""
        self._server.close()

    def _matched(self, submitted: list[SubmittedCell], file: str) -> tuple[list[MatchedCell], list[Note]]:
        """The notebook to grade and what was put right; another assignment's is refused."""
        theirs = submitted, self.plan.chapters, self.plan.assignment.name, file
        try:
            cells, repairs = match_cells(submitted, self.plan.cells, file)
        except HippogradError:
            refuse_other_assignment(*theirs)
            raise
        if not answers_most(cells, self.plan.cells):
            refuse_other_assignment(*theirs)
        cells, beside = with_words_beside(cells)
        return cells, [*repairs, *beside]

    def _grade_cells(self, blank: Result, cells: list[MatchedCell], notes: list[Note]) -> Graded:
        keys, runs_key, known, runs = {}, "", {}, None
        if self._cache is not None:
            code = code_key(cells, cells_to_run(cells))
            runs_key = digest("runs", self._plan_key, code, str(self._everything))
            keys = {name: digest(self._plan_key, key, code) for name, key in self._task_keys.items()}
            found = self._cache.tasks(keys.values())
            known = {name: found[key] for name, key in keys.items() if key in found}
            runs = self._cache.runs(runs_key)
        lost: dict[str, StudentGone] = {}
        is_whole = True
        if runs is None or len(known) < len(self.plan.tasks):
            known, running, died = self._grade_twice_if_the_server_dies(cells, known)
            runs, lost = running.runs, running.shown_lost
            is_whole = not (running.lost or lost or died)
            if died:
                runs, notes = {}, [*notes, GRADED_AGAIN]
        tasks = [known[task.name] for task in self.plan.tasks]
        if self._cache is not None and is_whole:
            lasting = {keys[task.name]: task for task in tasks if task.status in LASTING}
            self._cache.store({runs_key: runs, **lasting})
        anew = given_anew(cells)
        tasks = [_with_hint(task, anew.get(task.name, "")) for task in tasks]
        shown, cut = shortened(cells)
        notes = limited([*notes, *cut])
        return self._finished(blank, notes, tasks, executed_notebook(shown, runs, lost, tasks, notes))

    def _grade_twice_if_the_server_dies(
        self, cells: list[MatchedCell], known: dict[str, TaskResult]
    ) -> tuple[dict[str, TaskResult], RunningNotebook, bool]:
        """Results, and whether the server died meanwhile.

        The code has then met the inputs of hidden checks and the course's own answers, and nobody knows what it left
        behind: what its cells print the second time is not shown, and no task is graded over those answers.
        """
        try:
            return *self._run_and_check(cells, known), False
        except ServerGone:
            with self._server.again():
                return *self._run_and_check(cells, known, again=True), True

    def _run_and_check(
        self, cells: list[MatchedCell], known: dict[str, TaskResult], *, again: bool = False
    ) -> tuple[dict[str, TaskResult], RunningNotebook]:
        """Run the notebook from its first cell to its last, then grade the tasks that are not known yet."""
        shown = self._shown(cells) if self._everything else None  # first: one folder is for one process at a time
        unknown = [task for task in self.plan.tasks if task.name not in known]
        running = RunningNotebook(self._server, cells, self.plan)
        try:
            with suppress(StudentGone):  # the time is used up: so it is for every check
                running.process()
            by_name = known | self._grade_tasks(unknown, running, cells)
        finally:
            running.close()
        if shown is not None:
            running.runs, running.shown_lost = shown.runs, shown.shown_lost
        if not again:
            by_name |= self._grade_again_over_references(by_name, {task.name for task in unknown}, cells)
        return by_name, running

    def _shown(self, cells: list[MatchedCell]) -> RunningNotebook:
        """What cells show, in a process of their own and before any check.

        Demonstrations may use a name that an answer needs for itself: where checks run, they have not run.
        """
        shown = RunningNotebook(self._server, cells, self.plan, everything=self._everything)
        try:
            with suppress(StudentGone):
                shown.process()
        finally:
            shown.close()
        return shown

    @staticmethod
    def _finished(blank: Result, notes: list[Note], tasks: list[TaskResult], notebook: dict[str, Any]) -> Graded:
        ours = [task for task in tasks if task.status == "not_gradable"]
        result = msgspec.structs.replace(blank, status="graded", tasks=tasks, notes=notes)
        if ours:
            names = ", ".join(task.name for task in ours)
            problem = Problem(f"The grader of {names} failed: {ours[0].note}.", "Correct the grader, then grade again.")
            result = msgspec.structs.replace(result, status="not_gradable", problem=problem)
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
        return {task.name: _task_result(task, markings[task.name], running, cells, self.plan.data) for task in tasks}

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
        names = {"cohort": self.plan.cohort.name, "task": task.name, "secret": self.plan.course.secret}
        try:
            look = partial(run_check, check, running.student(check.seconds, task.name), running.fixtures, **names)
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

    def _grade_again_over_references(
        self, by_name: dict[str, TaskResult], fresh: set[str], cells: list[MatchedCell]
    ) -> dict[str, TaskResult]:
        """Grade what is wrong again over the course's own answers to the tasks that it rests on; the better counts.

        First only the wrong ones among these are replaced, then all: an answer that passes its own checks can still be
        the reason. No task is graded once its own reference has been in a process: student code in there could hand it
        on to a later one.
        """
        wrong = {task.name for task in by_name.values() if task.points < task.max_points}
        groups: dict[frozenset[str], list[TaskInfo]] = {}
        for task in self.plan.tasks:
            if task.name in fresh & wrong and _tried(by_name[task.name]):
                needs = frozenset(self.plan.all_needs(task))
                for replaced in dict.fromkeys((needs & wrong, needs)):
                    groups.setdefault(replaced, []).append(task)
        groups.pop(frozenset(), None)
        place = {task.name: place for place, task in enumerate(self.plan.assignment.tasks)}
        better: dict[str, TaskResult] = {}
        guessed: set[tuple[str, str]] = set()
        until = running_time() + self.plan.submission_seconds
        for replaced in sorted(groups, key=lambda names: (max(place[name] for name in names), len(names))):
            best = by_name | better
            group = [task for task in groups[replaced] if best[task.name].points < best[task.name].max_points]
            if group:
                better |= self._better_over(replaced, group, best, guessed, cells, until)
        return better

    def _better_over(
        self,
        replaced: frozenset[str],
        group: list[TaskInfo],
        so_far: dict[str, TaskResult],
        guessed: set[tuple[str, str]],
        cells: list[MatchedCell],
        until: float,
    ) -> dict[str, TaskResult]:
        """Those of some tasks that earn more over the course's own answers to others, or fail for another reason.

        `guessed` are the checks that have found a value over such answers by now.
        """
        names = frozenset[str]().union(*(defined_names(self.plan.references[name]) for name in replaced))
        over = [self._with_reference(cell, replaced) for cell in without_definitions(names, cells)]
        running = RunningNotebook(self._server, over, self.plan, until=until, quotes=False)
        titles = ", ".join(self.plan.assignment.task(name).number for name in sorted(replaced))
        better = {}
        try:
            for task, again in zip(group, self._grade_tasks(group, running, over).values(), strict=True):
                before = so_far[task.name]
                merged = _merged(task, before, again, guessed)
                if merged.points > before.points:
                    note = f"{_OVER} {titles} in place of yours, so that one mistake counts once."
                elif merged.points == before.points and merged.checks != before.checks and _OVER not in before.note:
                    note = f"{_OVER} {titles} in place of yours; that earns no more points."
                else:
                    continue
                better[task.name] = msgspec.structs.replace(merged, note=note)
        finally:
            running.close()
        return better

    def _with_reference(self, cell: MatchedCell, broken: frozenset[str]) -> MatchedCell:
        if cell.kind == "answer" and cell.released is not None and cell.released.task in broken:
            helpers = helpers_in(cell.source, self.plan.released_names)
            return replace(cell, source=f"{cell.released.reference}\n\n{helpers}".rstrip())
        return cell


_NO_VALUE = (
    *("not_defined", "method_missing", "not_attempted", "raised", "wrong_type"),
    *("too_much", "timeout", "crashed", "out_of_memory", "tampered"),
)
"""Diagnoses of what gave nothing that could be held against the right value."""

_OVER = "Graded again with the course's own answer to task"


def _with_hint(task: TaskResult, hint: str) -> TaskResult:
    """A result that says so, too, where it is not right."""
    is_right = task.points >= task.max_points
    return task if is_right or not hint else msgspec.structs.replace(task, note=f"{task.note} {hint}".strip()[:1000])


def _took_too_long() -> StudentGone:
    return StudentGone("timeout", "looking at what it answers took what was left of the submission's time")


def _tried(task: TaskResult) -> bool:
    return task.status not in ("not_attempted", "not_gradable")


def _merged(task: TaskInfo, first: TaskResult, again: TaskResult, guessed: set[tuple[str, str]]) -> TaskResult:
    """A task's result over references; where these make no difference to a check, a first guess is the only one."""
    if again.status == "not_gradable":
        return first
    checks = []
    for check, before, after in zip(task.checks, first.checks, again.checks, strict=True):
        is_open = before.diagnosis == "not_defined" and (task.name, check.name) not in guessed
        checks.append(_as_again(before, after) if check.again or is_open else before)
        if after.diagnosis != "not_defined":
            guessed.add((task.name, check.name))
    points = sum(check.points for check in checks)
    status = again.status if points == again.points else task_status(checks, False, False)
    return msgspec.structs.replace(again, checks=checks, points=points, status=status)


def _as_again(first: CheckResult, again: CheckResult) -> CheckResult:
    """The check as it came out over references; what was said of it before, unless there is another wrong value now.

    Where nothing came of it, the course's own answers may be why: what the student's had beside them is gone. They
    were in the student's process: numbers and text of it are not shown.
    """
    if again.passed:
        return msgspec.structs.replace(again, message="", detail="")
    has_value = again.diagnosis not in _NO_VALUE
    return msgspec.structs.replace(again, detail="") if has_value and first.diagnosis != again.diagnosis else first


def versions(libraries: Iterable[str]) -> dict[str, str]:
    """The versions that a mark depends on."""
    own = {"python": platform.python_version(), "hippograd": __version__}
    return own | {package: version(package) for package in ("numpy", *libraries)}


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
    data: NotebookData,
) -> TaskResult:
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
    note = _note(run, answer.source) if answer is not None and not is_blank else ""
    if not note and not is_blank and answer is not None and answer.released is not None:
        note = _hint(answer.source, answer.released.reference, checks, data)
    return TaskResult(task.name, task.title, points, task.auto_points, status, checks, note)


def _hint(source: str, reference: str, checks: list[CheckResult], data: NotebookData) -> str:
    """What stands out in an answer, where no check that failed names a cause."""
    failed = [check for check in checks if not check.passed]
    return "" if not failed or any(check.names_cause for check in failed) else suspects(source, reference, data)


def _fault(check: Check, error: Exception) -> str:
    """What the grader itself did wrong, and where: ``"NameError in test_mean, test_means.py, line 9: name …"``."""
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
