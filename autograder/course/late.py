"""Deadlines, and what a late submission loses: stated for a cohort in `cohorts.toml`."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from autograder.errors import HippogradError

from .toml import read_toml

_NUMBERS = ("grace_minutes", "lost_per_day", "lost_at_most", "days")
EXTENSIONS = "extensions.toml"
"""The file of extensions in the records of a cohort: it names students, so it is not under version control."""


@dataclass(frozen=True)
class LatePolicy:
    """What is late, and what that costs.

    Parameters
    ----------
    deadlines : dict of str to datetime
        By assignment, with a time zone. An assignment without one is never late.
    grace_minutes : float
        So many minutes after the deadline cost nothing, min.
    lost_per_day : float
        The share of the score that each day costs that has begun, 0 to 1.
    lost_at_most : float
        The largest share that is lost in this way.
    days : float
        What comes later than so many days earns nothing; never by default.
    """

    deadlines: dict[str, datetime] = field(default_factory=dict)
    grace_minutes: float = 0.0
    lost_per_day: float = 0.0
    lost_at_most: float = 1.0
    days: float = float("inf")

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
        When a value is no time, no number, or no share.
    """
    table = dict(numbers.get("late", {}))
    deadlines = table.pop("deadlines", {})
    for name, value in table.items():
        if name not in _NUMBERS or isinstance(value, bool) or not isinstance(value, int | float) or value < 0:
            raise _wrong(cohort, "late", name, value, f"Known are {', '.join(_NUMBERS)}; each is a number.")
        if name.startswith("lost") and value > 1:
            raise _wrong(cohort, "late", name, value, "It is a share of the score, from 0 to 1.")
    for name, value in deadlines.items():
        if not isinstance(value, datetime):
            raise _wrong(cohort, "late.deadlines", name, value, "Write a time: 2026-11-01T23:59:00+01:00.")
    zoned = {name: value if value.tzinfo else value.astimezone() for name, value in deadlines.items()}
    return LatePolicy(zoned, **table)


def read_extensions(records: Path, assignment: str) -> dict[str, timedelta] | None:
    """Who has more time for an assignment, and how much; None where the file `extensions.toml` does not exist.

    Parameters
    ----------
    records : Path
        The cohort's records. The file has a table for each assignment, with hours by student.
    assignment : str
        Which assignment.

    Raises
    ------
    HippogradError
        When it is no TOML, or a value is no number of hours.
    """
    file = records / EXTENSIONS
    if not file.exists():
        return None
    hours = read_toml(file).get(assignment, {})
    for student, value in hours.items():
        if isinstance(value, bool) or not isinstance(value, int | float) or value < 0:
            raise HippogradError(
                f"{file}: [{assignment}] {student} = {value!r} is no number of hours.", f"Write {student} = 48."
            )
    return {student: timedelta(hours=value) for student, value in hours.items()}


def in_utc(time: datetime) -> datetime:
    """A time as nbgrader's gradebook keeps it: in UTC, without saying so."""
    return time.astimezone(UTC).replace(tzinfo=None)


def _wrong(cohort: str, table: str, name: str, value: Any, remedy: str) -> HippogradError:
    return HippogradError(f"assignments/cohorts.toml: [{cohort}.{table}] {name} = {value!r} cannot be used.", remedy)
