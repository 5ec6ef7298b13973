"""Former cohorts beside this one: from their records, or from what was kept of them without names."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import inf
from pathlib import Path
from statistics import mean

from hippograd.course import Course
from hippograd.course.closed import COLUMNS, WORDS
from hippograd.errors import HippogradError
from hippograd.grading.result import Result
from hippograd.records.folder import Records, told_apart
from hippograd.records.results import exported


@dataclass(frozen=True)
class Points:
    """Automatic points of one student in one task."""

    student: str
    task: str
    points: float
    max_points: float


@dataclass(frozen=True)
class FormerClass:
    """What a class had in an assignment, by its automatic points."""

    label: str
    points: list[Points]

    @property
    def students(self) -> int:
        return len({row.student for row in self.points})

    @property
    def mean(self) -> float | None:
        """The mean share of all automatic points."""
        sums: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
        for row in self.points:
            sums[row.student][0] += row.points
            sums[row.student][1] += row.max_points
        shares = [points / most for points, most in sums.values() if most]
        return mean(shares) if shares else None

    def task_mean(self, task: str) -> float | None:
        """Return the mean share of the automatic points of a task."""
        shares = [row.points / row.max_points for row in self.points if row.task == task and row.max_points]
        return mean(shares) if shares else None


def points_of(results: Iterable[Result]) -> list[Points]:
    """Return the automatic points of results; what the grader could not grade is none."""
    return [
        Points(result.student, task.name, task.points, task.max_points)
        for result in results
        for task in result.tasks
        if task.status != "not_gradable"
    ]


def former_classes(course: Course, cohort: str, assignment: str, beside: Sequence[Path]) -> list[FormerClass]:
    """Return every other cohort of which something is known in an assignment."""
    own = [course.records_folder / name for name in course.cohorts if name != cohort]
    paths = [folder for folder in own if Records(folder).results(assignment).is_file()] + [*beside]
    found = [
        FormerClass(label, (_of_folder if path.is_dir() else _without_names)(path, assignment))
        for path, label in zip(paths, told_apart(paths), strict=True)
    ]
    return [one for one in found if one.points]


def _of_folder(folder: Path, assignment: str) -> list[Points]:
    if not any(folder.glob("*.jsonl")):
        raise HippogradError("results-none-beside", folder=folder)
    return points_of(list(exported(Records(folder).results(assignment), Result)))


def _without_names(path: Path, assignment: str) -> list[Points]:
    try:
        with open(path, newline="", encoding="utf-8-sig") as file:
            table = csv.DictReader(file)
            if table.fieldnames not in (COLUMNS, COLUMNS[:-1]):
                raise ValueError
            rows = [
                Points(row["number"], row["task"], float(row["points"]), float(row["max_points"]))
                for row in table
                if row["assignment"] == assignment and row.get("kind") != WORDS
            ]
            if not all(0 <= row.points < inf and 0 <= row.max_points < inf for row in rows):
                raise ValueError
    except OSError as error:
        raise HippogradError("points-unreadable", file=path, cause=error.strerror) from None
    except (ValueError, TypeError, csv.Error):
        raise HippogradError("points-bad", file=path) from None
    return rows
