"""A class as its records have it: who handed in what, with which marks, how late; and who handed in nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from hippograd.course import Assignment, Offering, TaskInfo
from hippograd.course.late import LatePolicy, more_time, read_sections
from hippograd.errors import HippogradError
from hippograd.grading.result import Result, TaskResult
from hippograd.intake import Roster
from hippograd.intake.finding.submissions import PERHAPS_LATE
from hippograd.records.folder import Records
from hippograd.records.people import read_people
from hippograd.records.results import marks_lost, read_results
from hippograd.store.gradebook import Gradebook
from hippograd.store.marks import CellMark, Known, Marks


@dataclass(frozen=True)
class Row:
    """What is known of one student's submission."""

    person: Known
    result: Result
    marks: Marks | None = None
    """None where the gradebook has none, which is so of what could not be graded."""

    late: timedelta = timedelta()
    """How long after the student's own deadline it came."""

    @property
    def student(self) -> str:
        return self.result.student

    @property
    def is_perhaps_late(self) -> bool:
        """Whether the platform says that it is late, and nobody says how late."""
        is_asked = any(note.text.startswith(PERHAPS_LATE) for note in self.result.notes)
        return is_asked and (self.marks is None or self.marks.handed_in is None)

    @property
    def is_graded(self) -> bool:
        return bool(self.result.tasks) or self.marks is not None

    @property
    def points(self) -> float | None:
        """Of what is marked, without what lateness costs; None where nothing is graded."""
        if not self.is_graded:
            return None
        return self.marks.points if self.marks is not None else self.result.points

    @property
    def penalty(self) -> float:
        """What lateness costs, as it was last entered into the gradebook."""
        return self.marks.penalty if self.marks is not None else 0.0

    @property
    def marked_max(self) -> float:
        return self.marks.marked_max if self.marks is not None else self.result.max_points

    @property
    def is_unmarked(self) -> bool:
        """Whether a person still has to mark some of it."""
        return self.marks is not None and bool(self.marks.unmarked)

    def task(self, name: str) -> TaskResult | None:
        """Return the automatic part of a task."""
        return next((task for task in self.result.tasks if task.name == name), None)

    def mark(self, task: TaskInfo) -> tuple[float, float] | None:
        """Return points of a task, and how many there could be; None while some of it is not marked."""
        if self.marks is None:
            found = self.task(task.name)
            return (found.points, found.max_points) if found and found.status != "not_gradable" else None
        cells = [self.marks.cells[name] for name in task.grade_ids if name in self.marks.cells]
        points = [cell.points for cell in cells if cell.points is not None]
        return (sum(points), sum(cell.max_points for cell in cells)) if cells and len(points) == len(cells) else None

    def status(self, task: TaskInfo) -> str:
        """Return what became of a task: the status of its automatic part, or what there is in words."""
        found = self.task(task.name)
        if found is not None or task.is_auto:
            return found.status if found is not None else "not_gradable"
        cell = self.marks.cells.get(task.written_id) if self.marks is not None else None
        return _written_status(cell)

    def outcome(self, task: TaskInfo) -> str:
        """Return a status that goes by the points of the gradebook: `passed` for all, `partial` for some; of none,
        why."""
        mark = self.mark(task)
        if mark is None:
            return "unmarked"
        points, most = mark
        if points:
            return "passed" if points >= most else "partial"
        status = self.status(task)
        return status if status not in ("passed", "partial", "not_gradable") else "failed"


def _written_status(cell: CellMark | None) -> str:
    """Of a written answer; the gradebook gives a blank 0 by itself, and leaves all else to a person."""
    if cell is None or cell.points is None:
        return "unmarked"
    if cell.auto is not None and cell.manual is None:
        return "not_attempted"
    return "passed" if cell.points >= cell.max_points else "partial" if cell.points else "failed"


@dataclass(frozen=True)
class ClassRecord:
    """One assignment of a class."""

    assignment: Assignment
    cohort: str
    rows: list[Row]
    missing: list[Known] = field(default_factory=list)
    """Who is in the class and handed in nothing."""

    deadline: datetime | None = None
    other_cohorts: list[str] = field(default_factory=list)
    """Who handed in another cohort's notebook."""

    marks_lost: HippogradError | None = None
    """That somebody has taken marks out of the gradebook."""

    sections: dict[str, str] = field(default_factory=dict)
    """The section of each student who is in one."""

    without_results: list[str] = field(default_factory=list)
    """Who has marks in the gradebook only, as where the file of results was lost, or another program graded them."""


def read_class(offering: Offering, kept: Records, db_url: str, roster: Roster | None = None) -> ClassRecord:
    """Read the records of an assignment."""
    name = offering.assignment.name
    results = read_results(kept.results_of(name))
    marks = Gradebook(db_url).marks(name)
    people = read_people(db_url, roster)
    policy = offering.cohort.late
    deadline = policy.deadlines.get(name)
    later = more_time(policy, kept.folder, name) or {}
    rows = [
        Row(
            people.get(result.student) or Known(result.student),
            result,
            marks.get(result.student),
            _late(marks.get(result.student), policy, deadline, later.get(result.student, timedelta())),
        )
        for result in sorted(results, key=lambda result: result.student)
    ]
    enrolled = set(roster.students) if roster is not None else set(people)
    missing = sorted(enrolled - {row.student for row in rows} - set(marks))
    strangers = [row.student for row in rows if row.result.cohort not in ("", offering.cohort.name)]
    return ClassRecord(
        offering.assignment,
        offering.cohort.name,
        rows,
        [people[who] for who in missing],
        deadline,
        strangers,
        marks_lost(kept.results_of(name)),
        read_sections(kept.folder),
        sorted(set(marks) - {row.student for row in rows}),
    )


def _late(marks: Marks | None, policy: LatePolicy, deadline: datetime | None, extension: timedelta) -> timedelta:
    """Return how late somebody is; not at all within the minutes of grace."""
    if marks is None or marks.handed_in is None or deadline is None:
        return timedelta()
    late = marks.handed_in - deadline - extension
    return late if policy.days_late(late.total_seconds()) else timedelta()
