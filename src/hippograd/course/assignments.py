"""Assignments and their tasks: names, order, points, cells.

`assignment.toml` gives the order, the titles, the minutes and the points of written answers. The points of everything
that is graded automatically stand in the graders, and only there.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Annotated

import msgspec

from gradekit.checks import Check, Task, checks_of
from hippograd.course.graders import load_grader
from hippograd.course.toml import convert, read_toml
from hippograd.errors import HippogradError

TASK_NAME = re.compile(r"[a-z][a-z0-9_]*")
CELL_SECONDS = 10.0
"""Deadline of one cell of a submission, s, where `assignment.toml` does not give another (`cell_seconds`)."""

BASE_REQUIREMENTS = ("ipykernel>=6.29", "numpy>=1.26", "otter-grader>=7")
"""What `gradekit` and every notebook need; the course and an assignment add their own."""


def points_text(points: float) -> str:
    """Return points in words, ``"1 point"``, ``"2.5 points"``."""
    return f"{points:g} point{'' if points == 1 else 's'}"


def package_of(requirement: str) -> str:
    """Return the package that a requirement such as ``"numpy>=1.26"`` names."""
    return re.split(r"[^A-Za-z0-9._-]", requirement, maxsplit=1)[0].lower()


class HandedInAs(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How students' folders and notebooks are called, where a course was made of another one; and its other folders."""

    folder: str
    notebook: str
    others: tuple[str, ...] = ()
    is_one_of_several: bool = False


@dataclass(frozen=True)
class TaskInfo:
    """One task of an assignment."""

    assignment: str
    name: str
    number: str
    """Its place, ``"1.7"``."""

    title: str
    minutes: int
    """How long it takes."""

    written_points: float
    """Points of its written answer, marked by a person; 0 when it has none."""

    grader: Path | None
    """The file of its automatic checks; None when it has none."""

    @property
    def is_auto(self) -> bool:
        return self.grader is not None

    @property
    def is_written(self) -> bool:
        return self.written_points > 0

    @cached_property
    def checks(self) -> tuple[Check, ...]:
        """Its checks, public and hidden, in the order of the grader."""
        if self.grader is None:
            return ()
        return tuple(checks_of(load_grader(self.grader, self.assignment, self.name)))

    @property
    def needs(self) -> tuple[str, ...]:
        """Earlier tasks that its checks rest on."""
        if self.grader is None:
            return ()
        declared: Task = load_grader(self.grader, self.assignment, self.name).TASK
        return tuple(declared.needs)

    @property
    def auto_points(self) -> float:
        return sum(check.points for check in self.checks)

    @property
    def points(self) -> float:
        return self.auto_points + self.written_points

    @property
    def auto_id(self) -> str:
        """Grade id of the check cell."""
        return self.name

    @property
    def written_id(self) -> str:
        """Grade id of the written answer's cell."""
        return f"{self.name}_written" if self.is_auto else self.name

    @property
    def answer_id(self) -> str:
        """Grade id of the cell with the blanks."""
        return f"{self.name}_answer"

    @property
    def question_id(self) -> str:
        """Grade id of the cell that puts the question to be answered in writing."""
        return f"{self.written_id}_question"

    @property
    def cell_ids(self) -> tuple[str, ...]:
        """Grade ids of all its cells, in the order of the notebook."""
        auto = (self.answer_id, self.auto_id) if self.is_auto else ()
        return auto + ((self.question_id, self.written_id) if self.is_written else ())

    @property
    def grade_ids(self) -> dict[str, float]:
        """Grade id to points, for each graded cell of the task."""
        auto = {self.auto_id: self.auto_points} if self.is_auto else {}
        written = {self.written_id: self.written_points} if self.is_written else {}
        return auto | written

    def cells_called(self, name: str) -> list[str]:
        """Return which of its graded cells somebody means by a name: its number means all of them."""
        return [cell for cell in self.grade_ids if name in (cell, self.number)]

    @property
    def heading(self) -> str:
        """``Task 1.7 · The optimal weights · 4 points · about 15 minutes``."""
        return f"Task {self.number} · {self.title} · {points_text(self.points)} · about {self.minutes} minutes"


@dataclass(frozen=True)
class Assignment:
    """An assignment, as `assignment.toml` and the graders describe it."""

    name: str
    number: int
    title: str
    data: tuple[str, ...]
    cell_seconds: float
    requirements: tuple[str, ...]
    tasks: tuple[TaskInfo, ...]
    folder: Path
    handed_in: HandedInAs | None = None
    """None where students' files have the assignment's name."""

    @property
    def description(self) -> Path:
        """Its `assignment.toml`."""
        return self.folder / "assignment.toml"

    @property
    def notebook(self) -> Path:
        """The source notebook."""
        return self.folder / f"{self.name}.ipynb"

    @property
    def points(self) -> float:
        return sum(task.points for task in self.tasks)

    def task(self, name: str) -> TaskInfo:
        """Return the task of this name."""
        for task in self.tasks:
            if task.name == name:
                return task
        raise HippogradError("task-unknown", assignment=self.name, name=name, known=[task.name for task in self.tasks])


class _TaskTable(msgspec.Struct, forbid_unknown_fields=True):
    """A table [[task]] of `assignment.toml`."""

    name: str
    title: str
    minutes: Annotated[int, msgspec.Meta(gt=0)]
    written: Annotated[float, msgspec.Meta(ge=0)] = 0.0


class _AssignmentTable(msgspec.Struct, forbid_unknown_fields=True):
    """What stands in an `assignment.toml`."""

    title: str
    task: Annotated[list[_TaskTable], msgspec.Meta(min_length=1)]
    data: tuple[str, ...] = ()
    requirements: tuple[str, ...] = ()
    cell_seconds: Annotated[float, msgspec.Meta(gt=0)] = CELL_SECONDS
    handed_in: HandedInAs | None = None


def read_assignment(folder: Path, graders: Path, requirements: Sequence[str] = ()) -> Assignment:
    """Return the assignment in `folder`, whose graders are in `graders`, in a course where every notebook has
    `requirements`."""
    file = folder / "assignment.toml"
    number = re.match(r"(\d+)_", folder.name)
    if number is None:
        raise HippogradError("assignment-without-number", folder=folder)
    for other in sorted(folder.glob("*.ipynb")):
        if other.stem != folder.name:
            raise HippogradError("notebook-second", notebook=other)
    table = convert(read_toml(file), _AssignmentTable, str(file))
    tasks = tuple(
        _task(file, folder.name, f"{number[1]}.{place}", row, graders) for place, row in enumerate(table.task, 1)
    )
    _check_graders(file, graders, tasks)
    return Assignment(
        name=folder.name,
        number=int(number[1]),
        title=table.title,
        data=table.data,
        cell_seconds=table.cell_seconds,
        requirements=_merge_requirements([*requirements, *table.requirements]),
        tasks=tasks,
        folder=folder,
        handed_in=table.handed_in,
    )


def _task(file: Path, assignment: str, number: str, row: _TaskTable, graders: Path) -> TaskInfo:
    if not TASK_NAME.fullmatch(row.name):
        raise HippogradError("task-name-bad", file=file, number=number, name=row.name)
    grader = graders / f"test_{row.name}.py"
    if not grader.is_file() and not row.written:
        raise HippogradError("task-without-grader", file=file, number=number, name=row.name, grader=grader)
    found = grader if grader.is_file() else None
    return TaskInfo(assignment, row.name, number, row.title, row.minutes, row.written, found)


def _check_graders(file: Path, graders: Path, tasks: Sequence[TaskInfo]) -> None:
    ids = Counter(grade_id for task in tasks for grade_id in task.cell_ids)
    doubled = sorted(grade_id for grade_id, times in ids.items() if times > 1)
    if doubled:
        raise HippogradError("cell-twice", file=file, cell=doubled[0])
    names = {task.name for task in tasks}
    strangers = sorted(path for path in graders.glob("test_*.py") if path.stem.removeprefix("test_") not in names)
    if strangers:
        raise HippogradError("grader-without-task", grader=strangers[0], file=file)


def _merge_requirements(own: Sequence[str]) -> tuple[str, ...]:
    by_package = {package_of(requirement): requirement for requirement in (*BASE_REQUIREMENTS, *own)}
    return tuple(by_package[name] for name in sorted(by_package))
