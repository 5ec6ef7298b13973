"""Closed cohorts: what a past year was released and graded with, kept beside its release."""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec

from hippograd.course.assignments import Assignment, TaskInfo
from hippograd.course.root import Course
from hippograd.errors import NO_JSON, HippogradError

CLOSED = "closed.json"


class ClosedTask(msgspec.Struct, frozen=True):
    """A task as it was graded: its points, and the SHA-256 of its grader."""

    points: float
    grader: str


class Closed(msgspec.Struct, frozen=True):
    """A closed cohort.

    `commit` is the state of the course that it was graded with, and `tag` its name where it has one; `files` are the
    SHA-256 of the release's own files, and `tasks` its tasks by assignment.
    """

    cohort: str
    date: str
    commit: str
    tag: str
    versions: dict[str, str]
    files: dict[str, str]
    tasks: dict[str, dict[str, ClosedTask]]

    @property
    def state(self) -> str:
        """What to check out to have everything as it was."""
        return self.tag or self.commit


def closed_file(course: Course, cohort: str) -> Path:
    """Return where it is kept that a cohort is closed."""
    return course.release_folder / cohort / CLOSED


def inherited_file(course: Course, cohort: str) -> Path:
    """Return what says that a cohort came with a course that was taken over."""
    return course.release_folder / cohort / "inherited.txt"


def is_inherited(course: Course, cohort: str) -> bool:
    """Return whether a cohort came with a course that was taken over: it stays as it came."""
    return inherited_file(course, cohort).is_file()


def read_closed(course: Course, cohort: str) -> Closed | None:
    """Return what a closed cohort was graded with; None for one that is open."""
    file = closed_file(course, cohort)
    if not file.is_file():
        return None
    try:
        return msgspec.json.decode(file.read_bytes(), type=Closed)
    except (OSError, *NO_JSON) as error:
        raise HippogradError("closed-unreadable", file=file, cause=error) from None


def tasks_now(assignment: Assignment) -> dict[str, ClosedTask]:
    """Return the tasks of an assignment as they are graded now."""
    return {task.name: ClosedTask(task.points, _sum(task)) for task in assignment.tasks}


def changed_tasks(closed: Closed, assignment: Assignment) -> list[str]:
    """Return the tasks whose grader or points are others than when the cohort was closed."""
    then, now = closed.tasks.get(assignment.name, {}), tasks_now(assignment)
    return sorted(name for name in {*then, *now} if then.get(name) != now.get(name))


def _sum(task: TaskInfo) -> str:
    return hashlib.sha256(task.grader.read_bytes()).hexdigest() if task.grader is not None else ""
