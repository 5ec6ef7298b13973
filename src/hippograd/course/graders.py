"""Loading the graders. They are this project's own files and are trusted; nothing of a student's is loaded here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from gradekit.checks import Task, checks_of
from hippograd.errors import HippogradError
from hippograd.kit import load_file

if TYPE_CHECKING:
    from hippograd.course import Assignment, Course, TaskInfo


@cache
def load_grader(path: Path, assignment: str, task: str) -> ModuleType:
    """Return the grader module of a task; loaded once."""
    module = load_file(path, f"hippograd_graders.{assignment}.{task}")
    declared = getattr(module, "TASK", None)
    if not isinstance(declared, Task) or declared.name != task:
        raise HippogradError("grader-without-declaration", grader=path, task=task)
    if not checks_of(module):
        raise HippogradError("grader-without-check", grader=path)
    for found, value in vars(module).items():
        if found.startswith("test_") and callable(value) and not hasattr(value, "check"):
            raise HippogradError("grader-function-unmarked", grader=path, function=found)
    return module


def tasks_with_bounds(course: Course, names: Sequence[str] | None = None) -> Iterator[tuple[Assignment, TaskInfo]]:
    """Yield the tasks whose graders hold a number against a bound that is measured, of all or of those that are
    named."""
    wanted = set(names or ())
    for assignment in map(course.assignment, course.assignments):
        for task in assignment.tasks:
            if names is not None and task.name not in wanted:
                continue
            grader = task.grader and load_grader(task.grader, assignment.name, task.name)
            if hasattr(grader, "calibration_run"):
                wanted.discard(task.name)
                yield assignment, task
    if wanted:
        raise HippogradError("task-without-bound", task=min(wanted))
