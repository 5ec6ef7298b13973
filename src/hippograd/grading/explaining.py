"""Every check of one notebook, with its numbers: why a task lost its points. For staff, not for students."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import msgspec

from gradekit.checks import fixtures_of
from hippograd.building.released import released_cells
from hippograd.course import Course, Offering, TaskInfo
from hippograd.errors import HippogradError
from hippograd.grading.grader import grader_for
from hippograd.grading.notebook import report
from hippograd.grading.plan import Plan
from hippograd.grading.result import TaskResult
from hippograd.grading.running import RunningNotebook
from hippograd.intake import Submission, read_notebook
from hippograd.intake.matching.match import match_cells

ZIP = b"PK\x03\x04"
"""What a zip begins with."""


def looks_like(course: Course, file: Path) -> str:
    """Return the assignment whose cells a notebook has."""
    ids = {cell.grade_id for cell in read_notebook(_data(file), str(file))}
    tasks = {name: course.assignment(name).tasks for name in course.assignments}
    wanted = {name: {own for task in found for own in task.cell_ids} for name, found in tasks.items()}
    best = max(wanted, key=lambda name: len(ids & wanted[name]))
    if not ids & wanted[best]:
        raise HippogradError("assignment-not-told", file=file, known=list(wanted))
    return best


def checked(offering: Offering, file: Path, only: str | None, tier: str) -> tuple[list[str], bool]:
    """Grade one notebook and say what every check found; nothing is stored."""
    plan = Plan(offering, released_cells(offering))
    wanted = {task.name for task in plan.tasks if only is None or task.auto_id in task.cells_called(only)}
    if not wanted:
        known = [f"{task.number} {task.name}" for task in plan.tasks]
        raise HippogradError("task-not-checked", assignment=offering.assignment.name, task=only, known=known)
    data = _data(file)
    grader = grader_for(plan, plan.fork_server(tier))
    try:
        result = grader.grade(data, student=file.stem, file=str(file)).result
    finally:
        grader.close()
    if not result.tasks and result.problem is not None:
        raise result.problem.error
    tasks = [task for task in result.tasks if task.name in wanted]
    lines = [*map(str, result.notes), *(line for task in tasks for line in _in_full(task))]
    return lines, all(check.passed for task in tasks for check in task.checks)


def _data(file: Path) -> bytes:
    data = Submission(file.stem, file).read()
    if data.startswith(ZIP):
        raise HippogradError("check-of-zip", file=file)
    return data


def _in_full(task: TaskResult) -> list[str]:
    """Return a task as students read it, with the numbers of hidden checks too."""
    shown = [
        msgspec.structs.replace(
            check, public=True, message=f"{check.message} [{check.diagnosis}]" if check.diagnosis else check.message
        )
        for check in task.checks
    ]
    return report(msgspec.structs.replace(task, checks=shown)).splitlines()


class DebuggedSubmission:
    """A notebook whose cells have run behind the wall, ready for any check of any task."""

    def __init__(self, plan: Plan, file: Path) -> None:
        self.plan = plan
        cells, _ = match_cells(read_notebook(Submission(file.stem, file).read(), str(file)), plan.cells, str(file))
        self._server = plan.fork_server()
        self._running = RunningNotebook(self._server, cells, plan, until=math.inf)

    def fixtures_for(self, task: TaskInfo, check_name: str) -> dict[str, Any]:
        """Return all that one check may ask for by name, with every generator seeded as in grading."""
        self._running.process()
        if task.answer_id in self._running.lost:
            raise self._running.lost[task.answer_id]
        check = next(check for check in task.checks if check.name == check_name)
        names = {"cohort": self.plan.cohort.name, "task": task.name, "secret": self.plan.course.secret}
        student = self._running.student(check.seconds, task.name)
        return fixtures_of(check, student, self._running.fixtures_for(check.seconds, task.name), **names)

    def close(self) -> None:
        self._running.close()
        self._server.close()
