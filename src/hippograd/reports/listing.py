"""Who has 0, who timed out, who is not gradable, whom to write to: a row a student, by status."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from hippograd.course import points_text
from hippograd.records.export.class_table import Table, Value
from hippograd.reports.statuses import Order, Status
from hippograd.reports.the_class import ClassRecord, Row
from hippograd.store.marks import Known

_OF_TASKS = list(Status)[list(Status).index(Status.NOT_GRADABLE) :]


@dataclass(frozen=True)
class Listed:
    """A row of the list."""

    assignment: str
    person: Known
    points: float | None
    """Without what lateness costs."""

    max_points: float
    statuses: dict[str, str]
    """What it is listed for, and more about it: the numbers of the tasks, hours, a reason."""

    late: timedelta = timedelta()
    penalty: float = 0.0
    seconds: float = 0.0
    section: str = ""

    @property
    def in_words(self) -> str:
        """All that it is listed for, in one line."""
        said = [f"{name.replace('_', ' ')}{': ' if more else ''}{more}" for name, more in self.statuses.items()]
        return "; ".join(said)


def listed(record: ClassRecord) -> Iterator[Listed]:
    """Yield everybody of a class, those who handed in nothing last."""
    for row in record.rows:
        most = row.marks.max_points if row.marks is not None else row.result.max_points
        statuses = _statuses(row, record)
        yield Listed(
            record.assignment.name,
            row.person,
            row.points,
            most,
            statuses,
            row.late,
            row.penalty,
            row.result.seconds,
            record.sections.get(row.student, ""),
        )
    for person in record.missing:
        section = record.sections.get(person.student, "")
        yield Listed(record.assignment.name, person, None, record.assignment.points, {"missing": ""}, section=section)


def _statuses(row: Row, record: ClassRecord) -> dict[str, str]:
    found: dict[str, str] = {}
    if row.points == 0 and not row.is_unmarked:
        found["zero"] = ""
    if row.late:
        lost = f", {points_text(row.penalty)} taken off" if row.penalty else ""
        found["late"] = f"{row.late.total_seconds() / 3600:.1f} h{lost}"
    if row.is_unmarked and row.marks is not None:
        found["unmarked"] = ", ".join(
            task.number for task in record.assignment.tasks if set(task.grade_ids) & set(row.marks.unmarked)
        )
    doubts = [note.text for note in row.result.notes if note.for_staff]
    if doubts:
        found["please_check"] = " ".join(doubts)
    if row.result.status == "not_gradable":
        return found | {"not_gradable": _why(row)}
    states = {task.number: row.status(task) for task in record.assignment.tasks}
    for name in _OF_TASKS:
        numbers = [number for number, status in states.items() if status == name]
        if numbers:
            found[name.value] = ", ".join(numbers)
    return found


def _why(row: Row) -> str:
    """Return why a submission is not gradable, without the path of its file."""
    message, file = row.result.problem.message if row.result.problem else "", row.result.file
    return f"the file{message.removeprefix(file)}" if file and message.startswith(file) else message


def chosen(
    rows: Sequence[Listed], statuses: Collection[str], order: Order, students: Collection[str] | None = None
) -> list[Listed]:
    """Return the rows of at least one status, and of these students; all where none are given, in an order."""
    kept = [row for row in rows if not statuses or set(statuses) & set(row.statuses)]
    kept = [row for row in kept if students is None or row.person.student in students]
    keys: dict[str, Callable[[Listed], tuple[float, str]]] = {
        "student": lambda row: (0.0, row.person.student),
        "points": lambda row: (-1.0 if row.points is None else row.points, row.person.student),
        "late": lambda row: (-row.late.total_seconds(), row.person.student),
        "seconds": lambda row: (-row.seconds, row.person.student),
    }
    return sorted(kept, key=keys[order])


def list_table(rows: Sequence[Listed]) -> Table:
    """Return the list for a spreadsheet, with a column for each status."""
    columns: dict[str, Callable[[Listed], Value]] = {
        "assignment": lambda row: row.assignment,
        "student": lambda row: row.person.student,
        "last name": lambda row: row.person.last_name,
        "first name": lambda row: row.person.first_name,
        "email": lambda row: row.person.email,
        "section": lambda row: row.section,
        "points": lambda row: row.points,
        "of": lambda row: row.max_points,
        "late penalty": lambda row: row.penalty or None,
        "hours late": lambda row: row.late.total_seconds() / 3600 or None,
        "seconds": lambda row: row.seconds or None,
    }
    statuses = [name.value for name in Status if any(name in row.statuses for row in rows)]
    return Table(
        [*columns, *statuses],
        [
            [value(row) for value in columns.values()]
            + [(row.statuses[name] or "yes") if name in row.statuses else "" for name in statuses]
            for row in rows
        ],
    )
