"""Deadlines, extensions and penalties of submissions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from hippograd.course.late import LatePolicy, in_utc, more_time


class HandedIn(NamedTuple):
    """What the gradebook has of a student's submission; all times are in UTC, without saying so."""

    submission: str
    assignment: str
    name: str
    duedate: datetime | None
    timestamp: datetime | None
    extension: timedelta | None

    @property
    def seconds_late(self) -> float:
        if self.timestamp is None or self.duedate is None:
            return 0.0
        return max(0.0, (self.timestamp - self.duedate - (self.extension or timedelta())).total_seconds())


@dataclass(frozen=True)
class Lateness:
    """What is late, for whom, and what it costs."""

    policy: LatePolicy
    records: Path
    """Where extensions and sections are. Where they give nobody more time for an assignment, what was granted in the
    gradebook stays."""

    _read: dict[str, dict[str, timedelta] | None] = field(default_factory=dict)

    def extensions(self, assignment: str) -> dict[str, timedelta] | None:
        """Return how much more time than the class each student has."""
        if assignment not in self._read:
            self._read[assignment] = more_time(self.policy, self.records, assignment)
        return self._read[assignment]

    def of_now(self, one: HandedIn, student: str) -> HandedIn:
        """Return a submission with the deadline and the extension that hold now."""
        deadline, extensions = self.policy.deadlines.get(one.name), self.extensions(one.name)
        duedate = in_utc(deadline) if deadline is not None else one.duedate
        if extensions is None or duedate is None:  # nbgrader adds the two
            return one._replace(duedate=duedate)
        return one._replace(duedate=duedate, extension=extensions.get(student))

    def days_before(self, one: HandedIn, others: Iterable[HandedIn]) -> float:
        """Return how many days the student was late with what was due before."""
        if not self.policy.free_days or one.duedate is None:
            return 0.0
        place = (one.duedate, one.name)
        return sum(
            self.policy.days_late(other.seconds_late)
            for other in others
            if other.duedate is not None and (other.duedate, other.name) < place
        )
