"""The people and the marks of a gradebook: what is marked, by whom, what is not marked yet."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import NamedTuple

from hippograd.errors import HippogradError


class Known(NamedTuple):
    """Somebody of the class, and where to write to."""

    student: str
    first_name: str = ""
    last_name: str = ""
    email: str = ""
    number: str = ""
    """What the platform calls them, where it numbers people."""

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()

    def is_called(self, name: str) -> bool:
        """Tell whether this is their name, in either order of its parts."""
        parts = sorted(name.casefold().replace(",", " ").split())
        return bool(parts) and parts == sorted(self.name.casefold().split())


@dataclass(frozen=True)
class CellMark:
    """The mark of one cell: a check, or a written answer."""

    max_points: float
    auto: float | None
    """What the grader gave; none for a written answer, and where the grader failed."""

    manual: float | None
    """What a person gave in its place."""

    extra: float
    """What a person gave on top."""

    @property
    def points(self) -> float | None:
        """What counts; none where nobody has marked it yet."""
        counts = self.manual if self.manual is not None else self.auto
        return None if counts is None else counts + self.extra

    @property
    def is_override(self) -> bool:
        """Whether a person put another mark in the place of the grader's."""
        return self.manual is not None and self.auto is not None and self.manual != self.auto


@dataclass(frozen=True)
class Marks:
    """All marks of one student for one assignment."""

    student: str
    handed_in: datetime | None
    penalty: float
    first_name: str = ""
    last_name: str = ""
    email: str = ""
    late: timedelta | None = None
    """How long after the student's own deadline it was handed in, whatever that costs; None where the gradebook knows
    no deadline or no time."""

    cells: dict[str, CellMark] = field(default_factory=dict)
    comments: dict[str, str] = field(default_factory=dict)
    """What markers wrote, by the cell they wrote it at; not the remarks that nbgrader makes itself."""

    items: dict[str, list[str]] = field(default_factory=dict)
    """The items of the mark scheme that a marker found in an answer, by its cell."""

    @property
    def name(self) -> str:
        return " ".join(part for part in (self.first_name, self.last_name) if part)

    @property
    def unmarked(self) -> list[str]:
        """The cells that nobody has marked yet."""
        return [name for name, mark in self.cells.items() if mark.points is None]

    @property
    def points(self) -> float:
        """Of what is marked, without what lateness costs."""
        return sum(mark.points or 0.0 for mark in self.cells.values())

    @property
    def marked_max(self) -> float:
        """The points that could be had in what is marked."""
        return sum(mark.max_points for mark in self.cells.values() if mark.points is not None)

    @property
    def max_points(self) -> float:
        return sum(mark.max_points for mark in self.cells.values())

    @property
    def score(self) -> float:
        """What counts of what is marked."""
        return max(0.0, self.points - self.penalty)


def refuse_unmarked(marks: dict[str, Marks], assignment: str) -> None:
    """Refuse where something is not marked yet, which a page or a table would show as less than it will be."""
    waiting = {student: one.unmarked for student, one in sorted(marks.items()) if one.unmarked}
    if not waiting:
        return
    cells = sorted({name for names in waiting.values() for name in names})
    names = list(waiting)
    shown = ", ".join(names[:20]) + (f" and {len(names) - 20} more" if len(names) > 20 else "")
    raise HippogradError(
        "answers-not-marked", assignment=assignment, count=len(names), of=len(marks), cells=cells, students=shown
    )
