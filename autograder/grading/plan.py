"""Everything that grading the submissions of one assignment needs, gathered once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from decoding.sessions import Session, read_session

from ..course import Assignment, Cohort, Course, TaskInfo
from ..course.released import ReleasedCell
from ..errors import HippogradError
from ..intake.other_cohort import release_texts

SUBMISSION_SECONDS = 300.0
"""Deadline of all that is run for one submission, s; what is graded again over reference answers has as much."""


class Bounds(dict[str, float]):
    """The calibrated bounds of a cohort; one that is missing is the grader's fault, never a student's."""

    def __init__(self, bounds: dict[str, float], cohort: str) -> None:
        super().__init__(bounds)
        self._cohort = cohort

    def __missing__(self, task: str) -> float:
        raise HippogradError(
            f"assignments/calibration.toml has no bound for {task} in cohort {self._cohort}.",
            f"Run `hippograd calibrate --cohort {self._cohort} {task}` first.",
        )


@dataclass(frozen=True)
class Plan:
    """How the submissions of one assignment are graded.

    Parameters
    ----------
    course : Course
        Where everything is.
    assignment : Assignment
        Its tasks and their checks.
    cohort : Cohort
        Its numbers and bounds.
    cells : list of ReleasedCell
        The released notebook, as `autograder.building.released_cells` gives it.
    cell_seconds, submission_seconds : float
        Deadlines, s; zero is the assignment's own for a cell.
    """

    course: Course
    assignment: Assignment
    cohort: Cohort
    cells: list[ReleasedCell]
    cell_seconds: float = 0.0
    submission_seconds: float = SUBMISSION_SECONDS

    @property
    def cell_deadline(self) -> float:
        """How long one cell may take, s."""
        return self.cell_seconds or self.assignment.cell_seconds

    @property
    def data(self) -> Path:
        """The `data` folder of the release.

        Raises
        ------
        HippogradError
            When the release was not built.
        """
        folder = self.course.release_folder / self.cohort.name / self.assignment.name / "data"
        if not folder.is_dir():
            raise HippogradError(
                f"There is no release of {self.assignment.name} for cohort {self.cohort.name}: {folder} is missing.",
                f"Run `hippograd build --cohort {self.cohort.name} {self.assignment.name}`.",
            )
        return folder

    @cached_property
    def tasks(self) -> list[TaskInfo]:
        """The tasks with automatic checks, in order."""
        return [task for task in self.assignment.tasks if task.is_auto]

    @cached_property
    def fixtures(self) -> dict[str, Any]:
        """What checks may ask for by name, besides the student and the generator."""
        session = self._sessions
        return {
            "cohort": self.cohort.namespace,
            "bounds": Bounds(self.cohort.bounds, self.cohort.name),
            "sessions": session,
            "session": session("place") if (self.data / "place.npz").is_file() else None,
        }

    @cached_property
    def _sessions(self) -> Callable[[str], Session]:
        return cache(lambda kind: read_session(kind, self.data / f"{kind}.npz"))

    @cached_property
    def references(self) -> dict[str, str]:
        """The course's own answer to each task, by task."""
        return {cell.task: cell.reference for cell in self.cells if cell.kind == "answer"}

    @cached_property
    def releases(self) -> dict[str, frozenset[str]]:
        """The cells of this assignment as each cohort got them, which tell whose notebook was handed in."""
        return release_texts(self.course.release_folder, self.assignment.name)

    def all_needs(self, task: TaskInfo) -> set[str]:
        """The earlier tasks that a task rests on, directly or through others."""
        found: set[str] = set()
        waiting = list(task.needs)
        while waiting:
            name = waiting.pop()
            if name not in found:
                found.add(name)
                waiting += self.assignment.task(name).needs
        return found
