"""Everything that grading the submissions of one assignment needs, gathered once."""

from __future__ import annotations

import math
from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import Any

from gradekit.cell_names import defined_names
from gradekit.checks import Check
from hippograd.course import Assignment, Cohort, Course, Offering, TaskInfo
from hippograd.course.released import ReleasedCell
from hippograd.errors import HippogradError
from hippograd.kit import NotebookData
from hippograd.sandbox.servers import ForkServer

SUBMISSION_SECONDS = 300.0
"""Deadline of all that is run for one submission, s; what is graded again over reference answers has as much."""


class Bounds(dict[str, float]):
    """The calibrated bounds of a cohort; one that is missing is the grader's fault, never a student's."""

    def __init__(self, bounds: dict[str, float], cohort: str) -> None:
        super().__init__(bounds)
        self._cohort = cohort

    def __missing__(self, task: str) -> float:
        raise HippogradError("bound-missing", task=task, cohort=self._cohort)


@dataclass(frozen=True)
class Plan:
    """How the submissions of one assignment are graded."""

    offering: Offering
    """What was handed in."""

    cells: list[ReleasedCell]
    """The released notebook, as `hippograd.building.released_cells` gives it."""

    cell_seconds: float = 0.0
    submission_seconds: float = SUBMISSION_SECONDS
    only: Collection[str] = ()
    """Check these tasks alone; all when empty."""

    longest: float = math.inf
    """Leave out checks whose calls may take longer, s."""

    @property
    def cell_deadline(self) -> float:
        """How long one cell may take, s."""
        return self.cell_seconds or self.assignment.cell_seconds

    @property
    def course(self) -> Course:
        return self.offering.course

    @property
    def assignment(self) -> Assignment:
        return self.offering.assignment

    @property
    def cohort(self) -> Cohort:
        return self.offering.cohort

    def fork_server(self, tier: str = "container", shared: Path | None = None) -> ForkServer:
        """Return a server whose student processes have what this assignment needs; see `ForkServer`."""
        offering = self.offering
        return ForkServer(
            offering.data, course=offering.course.root, libraries=offering.libraries, tier=tier, shared=shared
        )

    @cached_property
    def data(self) -> NotebookData:
        """What the notebook works with."""
        return self.course.kit.notebook_data(self.fixtures)

    @cached_property
    def tasks(self) -> list[TaskInfo]:
        """The tasks with automatic checks, in order."""
        return [task for task in self.assignment.tasks if task.is_auto and (not self.only or task.name in self.only)]

    def checks(self, task: TaskInfo) -> list[Check]:
        """Return the checks of a task that are run."""
        return [check for check in task.checks if check.seconds <= self.longest]

    @cached_property
    def fixtures(self) -> dict[str, Any]:
        """What checks may ask for by name, besides the student and the generator."""
        module = self.course.kit.fixtures
        return {
            **(import_module(module).fixtures(self.offering.data) if module else {}),
            "cohort": self.cohort.namespace,
            "bounds": Bounds(self.cohort.bounds, self.cohort.name),
        }

    @cached_property
    def references(self) -> dict[str, str]:
        """The course's own answer to each task, by task."""
        return {cell.task: cell.reference for cell in self.cells if cell.kind == "answer"}

    @cached_property
    def released_names(self) -> frozenset[str]:
        """All names that the notebook defines, as it was released or filled in by the course."""
        texts = (text for cell in self.cells if cell.cell_type == "code" for text in (cell.source, cell.reference))
        return frozenset[str]().union(*map(defined_names, texts))

    def all_needs(self, task: TaskInfo) -> set[str]:
        """Return the earlier tasks that a task rests on, directly or through others."""
        found: set[str] = set()
        waiting = list(task.needs)
        while waiting:
            name = waiting.pop()
            if name not in found:
                found.add(name)
                waiting += self.assignment.task(name).needs
        return found
