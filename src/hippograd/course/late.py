"""Deadlines, and what a late submission loses: stated for a cohort in `cohorts.toml`."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Annotated, Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec
from msgspec import Meta

from hippograd.course.toml import convert, read_toml
from hippograd.course.total import total_of
from hippograd.errors import HippogradError

NOT_IN_NOTEBOOKS = ("late", "total", "site", "door")
"""Tables of a cohort that no notebook reads: what lateness costs, how assignments sum up, where site and door are."""

EXTENSIONS, SECTIONS = "extensions.toml", "sections.toml"
"""Files in the records of a cohort: who has more time, who is in which section. They name students, so they are not
under version control."""

MOST_HOURS = 87_600
"""Of an extension: ten years."""


_AtLeastZero = Annotated[float, Meta(ge=0)]
_Share = Annotated[float, Meta(ge=0, le=1)]


class LatePolicy(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is late, and what that costs."""

    deadlines: dict[str, Any] = {}
    """A datetime by assignment, with a zone: that of `timezone` where none is written. Without one, nothing is late."""

    timezone: str = ""
    """In which times without a zone are meant, such as ``"Europe/Berlin"``; this machine's where it is not written."""

    sections: dict[str, dict[str, Any]] = {}
    """Deadlines of sections of the class that have others, by section and assignment."""

    free_days: _AtLeastZero = 0.0
    """So many days late cost nothing, all assignments of a student together, in the order of their deadlines."""

    grace_minutes: _AtLeastZero = 0.0
    """This many minutes after the deadline cost nothing, min."""

    lost_per_day: _Share = 0.0
    """The share of the score that each day costs that has begun."""

    lost_at_most: _Share = 1.0
    """The largest share that is lost in this way."""

    days: _AtLeastZero = float("inf")
    """What comes more than this many days late earns nothing; never by default."""

    def __post_init__(self) -> None:
        for place, deadlines in self.all_deadlines:
            for assignment, time in deadlines.items():
                if not isinstance(time, datetime) or not 1970 < time.year < 9000:  # to which hours can be added
                    raise ValueError(f"{place}, {assignment} = {time!r} is not a time")  # `msgspec` would not name it
                deadlines[assignment] = self.in_zone(time)

    def in_zone(self, time: datetime) -> datetime:
        """Return a time with its zone, which is the course's where it says none."""
        if time.tzinfo is not None:
            return time
        if not self.timezone:
            return time.astimezone()
        try:
            there = time.replace(tzinfo=ZoneInfo(self.timezone))
        except (ZoneInfoNotFoundError, ValueError, OSError):
            raise ValueError(f"timezone = {self.timezone!r} is not a name such as 'Europe/Berlin'") from None
        return there.astimezone(timezone(there.utcoffset() or timedelta(), there.tzname() or ""))

    @property
    def all_deadlines(self) -> list[tuple[str, dict[str, Any]]]:
        """The tables of deadlines, the class's and those of sections, with where they stand below `late`."""
        of_sections = [(f"sections.{section}", deadlines) for section, deadlines in self.sections.items()]
        return [("deadlines", self.deadlines), *of_sections]

    def nothing_lost_until(self, assignment: str) -> datetime | None:
        """Return the class's deadline with the minutes of grace; None where an assignment has none."""
        deadline: datetime | None = self.deadlines.get(assignment)
        return deadline + timedelta(minutes=self.grace_minutes) if deadline is not None else None

    def days_late(self, seconds: float) -> float:
        """Return how many days have begun since the deadline, some seconds after it; none within the minutes of
        grace."""
        return 0.0 if seconds <= 60 * self.grace_minutes else -(-seconds // 86400)

    def penalty(self, score: float, seconds: float, days_before: float = 0.0) -> float:
        """Return the points that a score loses when it was handed in some seconds late.

        Examples
        --------
        >>> policy = LatePolicy(lost_per_day=0.1, free_days=3)
        >>> policy.penalty(10, 2 * 86400), policy.penalty(10, 2 * 86400, days_before=2)
        (0.0, 1.0)
        >>> policy.penalty(14, 4 * 86400)
        1.4
        """
        days = self.days_late(seconds)
        if not days:
            return 0.0
        if seconds / 86400 > self.days:
            return score
        free = max(self.free_days - days_before, 0.0)
        lost = score * min(self.lost_per_day * max(days - free, 0.0), self.lost_at_most)
        return round(lost, 9)  # 1.4, not 1.4000000000000001


def late_policy(cohort: str, numbers: dict[str, Any]) -> LatePolicy:
    """Return the policy in a cohort's tables `late` and `late.deadlines`; without them, nothing is ever late."""
    return convert(
        numbers.get("late", {}),
        LatePolicy,
        f"assignments/cohorts.toml: [{cohort}.late]",
        f"Write a table [{cohort}.late], such as lost_per_day = 0.1, and [{cohort}.late.deadlines] with a time for "
        "each assignment, such as 2026-11-01T23:59:00+01:00.",
    )


def check_names(cohort: str, cohorts: Mapping[str, dict[str, Any]], assignments: Collection[str]) -> None:
    """Refuse what nothing reads: a deadline or weight of no assignment, or a table that only this cohort has."""
    policy = late_policy(cohort, cohorts[cohort])
    for place, deadlines in policy.all_deadlines:
        for name in deadlines:
            if name not in assignments:
                raise HippogradError(
                    "deadline-of-unknown", cohort=cohort, place=place, name=name, known=list(assignments)
                )
            if name not in policy.deadlines:
                raise HippogradError("deadline-of-class-missing", cohort=cohort, place=place, name=name)
    weights = total_of(cohort, cohorts[cohort]).weights
    for name in weights:
        if name not in assignments:
            raise HippogradError("weight-of-unknown", cohort=cohort, name=name, known=list(assignments))
    if weights and not any(weights.values()):
        raise HippogradError("weights-all-zero", cohort=cohort)
    known = [name for other, numbers in cohorts.items() if other != cohort for name in _tables(numbers)]
    for name in _tables(cohorts[cohort]):
        if known and name not in (*known, *NOT_IN_NOTEBOOKS):
            raise HippogradError(
                "table-of-one-cohort", cohort=cohort, name=name, known=list(dict.fromkeys([*known, *NOT_IN_NOTEBOOKS]))
            )


def read_extensions(records: Path, assignment: str, assignments: Collection[str] = ()) -> dict[str, timedelta] | None:
    """Return who has more time for an assignment, and how much; None where the file `extensions.toml` does not
    exist."""
    file = records / EXTENSIONS
    if not file.exists():
        return None
    tables = read_toml(file)
    for name, table in tables.items():
        if not isinstance(table, dict):
            raise HippogradError(
                "extension-without-assignment", file=file, name=name, value=table, assignment=assignment
            )
        if assignments and name not in assignments:
            raise HippogradError("extension-assignment-unknown", file=file, name=name, known=list(assignments))
    hours = tables.get(assignment, {})
    for student, value in hours.items():
        if not _is_number(value) or not 0 <= value <= MOST_HOURS:
            raise HippogradError(
                "extension-bad", file=file, assignment=assignment, student=student, value=value, most=MOST_HOURS
            )
    return {student: timedelta(hours=value) for student, value in hours.items()}


def hours_of(text: str, due: datetime, in_zone: Callable[[datetime], datetime]) -> float:
    """Return a length of time as it is typed, in hours: `48`, `48h`, `2d`, or the time until which it lasts."""
    if found := re.fullmatch(r"(\d+(?:\.\d+)?) ?([hd]?)", text.strip()):
        return float(found[1]) * (24 if found[2] == "d" else 1)
    day = f"{text.strip()}T23:59" if re.fullmatch(r"\d{4}-\d\d-\d\d", text.strip()) else text.strip()
    try:
        return (in_zone(datetime.fromisoformat(day)) - due).total_seconds() / 3600
    except (ValueError, OverflowError):
        raise HippogradError("duration-bad", text=text) from None


def read_sections(records: Path) -> dict[str, str]:
    """Return the section of each student who is in one, by student, as `hippograd roster import` wrote them."""
    file = records / SECTIONS
    remedy = "Write amber01 = 'Tuesday', or import the roster again."
    return convert(read_toml(file), dict[str, str], str(file), remedy) if file.exists() else {}


def students_of_section(records: Path, section: str) -> set[str]:
    """Return who is in a section, in whichever case its name is written."""
    sections = read_sections(records)
    found = {student for student, one in sections.items() if same_section(one) == same_section(section)}
    if not found:
        known = sorted(set(sections.values())) or ["none: see `hippograd roster import`"]
        raise HippogradError("section-unknown", section=section, known=known)
    return found


def same_section(name: str) -> str:
    """Return the name of a section as it is compared."""
    return name.strip().casefold()


def more_time(
    policy: LatePolicy,
    records: Path,
    assignment: str,
    assignments: Collection[str] = (),
    sections: Mapping[str, str] | None = None,
) -> dict[str, timedelta] | None:
    """Return how much later than the class's deadline each student's own one is, by section and extension."""
    extensions = read_extensions(records, assignment, assignments)
    own = {section: times[assignment] for section, times in policy.sections.items() if assignment in times}
    if not own:
        return extensions
    later = {same_section(section): time - policy.deadlines[assignment] for section, time in own.items()}
    known = {**read_sections(records), **(sections or {})}
    of = {student: same_section(section) for student, section in known.items()}
    found = {student: later[section] for student, section in of.items() if section in later}
    for student, extension in (extensions or {}).items():
        found[student] = found.get(student, timedelta()) + extension
    return found


def in_utc(time: datetime) -> datetime:
    """Return a time as nbgrader's gradebook keeps it: in UTC, without saying so."""
    return time.astimezone(UTC).replace(tzinfo=None)


def _tables(numbers: dict[str, Any]) -> list[str]:
    return [name for name, value in numbers.items() if isinstance(value, dict)]


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def late_of(times: Mapping[str, datetime | None], deadline: datetime, extensions: Mapping[str, timedelta]) -> set[str]:
    """Return who handed in after their own deadline; whose time is not known, is not among them."""
    return {
        student
        for student, time in times.items()
        if time is not None and time > deadline + extensions.get(student, timedelta())
    }
