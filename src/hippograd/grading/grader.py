"""Grading one submission: run its cells behind the wall, run the checks, write down what came out."""

from __future__ import annotations

import platform
import time
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pkgutil import resolve_name
from types import MappingProxyType
from typing import Any

import msgspec

from hippograd import __version__
from hippograd.errors import HippogradError, MachineUnfit, Problem, fault_of_ours
from hippograd.grading.cache import Cache
from hippograd.grading.checker import Checker
from hippograd.grading.keys import code_key, digest, plan_key, task_key, version
from hippograd.grading.notebook import executed_notebook, limited, shortened
from hippograd.grading.plan import Plan
from hippograd.grading.regrader import Regrader
from hippograd.grading.result import LASTING, Graded, Result, TaskResult
from hippograd.grading.running import RunningNotebook, cells_to_run
from hippograd.intake import read_notebook
from hippograd.intake.finding.submissions import hash_of
from hippograd.intake.matching.cells import MatchedCell
from hippograd.intake.matching.match import answers_most, given_anew, match_cells
from hippograd.intake.matching.notebooks import SubmittedCell
from hippograd.intake.matching.other_release import notes_on_cohort, refuse_other_assignment, release_of
from hippograd.intake.matching.words_beside import with_words_beside
from hippograd.intake.notes import Note
from hippograd.sandbox.process import ServerGone, StudentGone
from hippograd.sandbox.servers import ForkServer

GRADED_AGAIN = Note.of("graded-again")

Beside = Mapping[str, bytes]
"""A student's files beside the notebook, by name, which a grader of another course puts where the notebook runs."""

_NOTHING: Beside = MappingProxyType({})


class Grader:
    """Grades submissions of one assignment, one after the other."""

    def __init__(self, plan: Plan, server: ForkServer, *, everything: bool = False, cache: Cache | None = None) -> None:
        self.plan = plan
        self._server = server
        self._beside = _NOTHING
        self._checker = Checker(plan)
        self._regrader = Regrader(plan, server)
        self._everything = everything
        self._versions = versions(plan.course.kit.libraries)
        self._cache = cache
        if cache is not None:
            self._plan_key = plan_key(plan, server.tier)
            self._task_keys = {task.name: task_key(plan, task) for task in plan.tasks}

    def grade(
        self, data: bytes, *, student: str, file: str, notes: Sequence[Note] = (), beside: Beside = _NOTHING
    ) -> Graded:
        """Grade one notebook."""
        started, self._beside = time.monotonic(), beside
        blank = Result(
            student,
            self.plan.assignment.name,
            self.plan.cohort.name,
            file,
            "not_gradable",
            tier=self._server.tier,
            versions=self._versions,
            content_hash=hash_of(data, beside),
            notes=list(notes),
        )
        try:
            told = release_of(data)
            cells, repairs = self._matched(self._read(data, file), told.assignment, file)
            doubts = notes_on_cohort(told.cohort, self.plan.cohort.name, self.plan.course.every_cohort)
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

    def _read(self, data: bytes, file: str) -> list[SubmittedCell]:
        """Return the cells that were handed in."""
        return read_notebook(data, file)

    def _matched(self, submitted: list[SubmittedCell], told: str, file: str) -> tuple[list[MatchedCell], list[Note]]:
        """Return the notebook to grade and what was put right; another assignment's, which it tells, is refused."""
        theirs = told, self.plan.assignment.name, self.plan.course.assignments, file
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
        """Return results, and whether the server died meanwhile.

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
            by_name = known | self._checker.tasks(unknown, running, cells)
        finally:
            running.close()
        if shown is not None:
            running.runs, running.shown_lost = shown.runs, shown.shown_lost
        if not again:
            by_name |= self._regrader.better(by_name, {task.name for task in unknown}, cells)
        return by_name, running

    def _shown(self, cells: list[MatchedCell]) -> RunningNotebook:
        """Return what cells show, in a process of their own and before any check.

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
            problem = Problem.of("check-failed", tasks=names, cause=ours[0].note)
            result = msgspec.structs.replace(result, status="not_gradable", problem=problem)
        return Graded(result, notebook)


def grader_for(plan: Plan, server: ForkServer, *, everything: bool = False, cache: Cache | None = None) -> Grader:
    """Return what grades the submissions of an assignment: a course may have a grader of its own."""
    kind: type[Grader] = resolve_name(plan.course.kit.grader) if plan.course.kit.grader else Grader
    return kind(plan, server, everything=everything, cache=cache)


def _with_hint(task: TaskResult, hint: str) -> TaskResult:
    """Return a result that says so, too, where it is not right."""
    is_right = task.points >= task.max_points
    return task if is_right or not hint else msgspec.structs.replace(task, note=f"{task.note} {hint}".strip()[:1000])


def versions(libraries: Iterable[str]) -> dict[str, str]:
    """Return the versions that a mark depends on."""
    own = {"python": platform.python_version(), "hippograd": __version__}
    return own | {package: version(package) for package in ("numpy", *libraries)}
