"""Deadlines, and what a late submission loses: stated for a cohort in `cohorts.toml`."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Annotated, Any

import msgspec
from msgspec import Meta

from hippograd.course.toml import convert, read_toml
from hippograd.errors import HippogradError

OF_MARKS = ("late", "total")
"""Tables of a cohort about marks, which no notebook reads: what lateness costs, and how assignments are summed up."""

EXTENSIONS = "extensions.toml"
"""The file of extensions in the records of a cohort: it names students, so it is not under version control."""

MOST_HOURS = 87_600
"""Of an extension: ten years."""


_AtLeastZero = Annotated[float, Meta(ge=0)]
_Share = Annotated[float, Meta(ge=0, le=1)]


class LatePolicy(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is late, and what that costs."""

    deadlines: dict[str, Any] = {}
    """A datetime by assignment, with a zone: this machine's where none is written. Without one, nothing is late."""

    grace_minutes: _AtLeastZero = 0.0
    """This many minutes after the deadline cost nothing, min."""

    lost_per_day: _Share = 0.0
    """The share of the score that each day costs that has begun."""

    lost_at_most: _Share = 1.0
    """The largest share that is lost in this way."""

    days: _AtLeastZero = float("inf")
    """What comes more than this many days late earns nothing; never by default."""

    def __post_init__(self) -> None:
        for assignment, time in self.deadlines.items():
            if not isinstance(time, datetime) or not 1970 < time.year < 9000:  # to which hours can be added
                raise ValueError(f"deadlines, {assignment} = {time!r} is not a time")  # `msgspec` would not name it
            self.deadlines[assignment] = time if time.tzinfo else time.astimezone()

    def penalty(self, score: float, seconds: float) -> float:
        """The points that a score loses when it was handed in some seconds late."""
        if seconds <= 60 * self.grace_minutes:
            return 0.0
        days = seconds / 86400
        if days > self.days:
            return score
        return score * min(self.lost_per_day * -(-days // 1), self.lost_at_most)


def late_policy(cohort: str, numbers: dict[str, Any]) -> LatePolicy:
    """The policy in a cohort's tables `late` and `late.deadlines`; without them, nothing is ever late.

    Raises
    ------
    HippogradError
        When a value is not a time, a number or a share.
    """
    return convert(
        numbers.get("late", {}),
        LatePolicy,
        f"assignments/cohorts.toml: [{cohort}.late]",
        f"Write a table [{cohort}.late], such as lost_per_day = 0.1, and [{cohort}.late.deadlines] with a time for "
        "each assignment, such as 2026-11-01T23:59:00+01:00.",
    )


def check_names(cohort: str, cohorts: Mapping[str, dict[str, Any]], assignments: Collection[str]) -> None:
    """Refuse what nothing reads: a deadline of no assignment, or a table that only this cohort has.

    Parameters
    ----------
    cohort : str
        Whose tables.
    cohorts : mapping of str to dict
        The numbers of all cohorts.
    assignments : collection of str
        The names of all assignments.

    Raises
    ------
    HippogradError
        When there is such a name; the remedy lists those that exist.
    """
    for name in late_policy(cohort, cohorts[cohort]).deadlines:
        if name not in assignments:
            raise HippogradError(
                f"assignments/cohorts.toml: [{cohort}.late.deadlines] {name}: there is no such assignment.",
                f"Assignments: {', '.join(assignments)}.",
            )
    known = [name for other, numbers in cohorts.items() if other != cohort for name in _tables(numbers)]
    for name in _tables(cohorts[cohort]):
        if known and name not in (*known, *OF_MARKS):
            raise HippogradError(
                f"assignments/cohorts.toml: no other cohort has a table [{cohort}.{name}], so nothing reads it.",
                f"Tables: {', '.join(dict.fromkeys([*known, 'late', 'total']))}.",
            )


def read_extensions(records: Path, assignment: str, assignments: Collection[str] = ()) -> dict[str, timedelta] | None:
    """Who has more time for an assignment, and how much; None where the file `extensions.toml` does not exist.

    Parameters
    ----------
    records : Path
        The cohort's records. The file has a table for each assignment, with hours by student.
    assignment : str
        Which assignment.
    assignments : collection of str, optional
        The names of all assignments; a table with another name is refused then.

    Raises
    ------
    HippogradError
        When it is not TOML, a table is of no assignment, or a value is not a number of hours.
    """
    file = records / EXTENSIONS
    if not file.exists():
        return None
    tables = read_toml(file)
    for name, table in tables.items():
        if not isinstance(table, dict):
            raise HippogradError(
                f"{file}: {name} = {table!r} is below no assignment.", f"Write [{assignment}] in the line above it."
            )
        if assignments and name not in assignments:
            raise HippogradError(f"{file}: there is no assignment {name!r}.", f"Known: {', '.join(assignments)}.")
    hours = tables.get(assignment, {})
    for student, value in hours.items():
        if not _is_number(value) or not 0 <= value <= MOST_HOURS:
            raise HippogradError(
                f"{file}: [{assignment}] {student} = {value!r} is not a number of hours from 0 to {MOST_HOURS}.",
                f"Write {student} = 48.",
            )
    return {student: timedelta(hours=value) for student, value in hours.items()}


def in_utc(time: datetime) -> datetime:
    """A time as nbgrader's gradebook keeps it: in UTC, without saying so."""
    return time.astimezone(UTC).replace(tzinfo=None)


def _tables(numbers: dict[str, Any]) -> list[str]:
    return [name for name, value in numbers.items() if isinstance(value, dict)]


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
