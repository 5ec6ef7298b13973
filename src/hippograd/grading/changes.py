"""Whose mark changed, from what to what, in which check, and why: read from the journal."""

from __future__ import annotations

import math
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain, groupby
from pathlib import Path
from typing import BinaryIO, NamedTuple

import msgspec

from hippograd.errors import NO_JSON
from hippograd.grading.journal import Entry
from hippograd.grading.result import TaskResult
from hippograd.intake import UNMATCHED

SUBMISSION = "submission"
LEFT_OUT = "--never-lower left out"


@dataclass(frozen=True)
class Change:
    """A task whose points are others than before."""

    student: str
    task: str
    before: float
    after: float
    checks: tuple[str, ...]
    """The checks that give other points, in their order."""

    causes: tuple[str, ...]
    """What is not as it was: the submission, the grader, the text, the numbers, the software."""

    by_hand: float | None = None
    """What a person gave, which stays whatever the grader gives."""

    def __str__(self) -> str:
        return self.line()

    def line(self, most: int | None = None) -> str:
        """What is said of it, with at most so many of the checks."""
        why = " and ".join(self.causes) or "the same, run again"
        more = f" and {len(self.checks[most:])} more" if most is not None and self.checks[most:] else ""
        checks = f" ({', '.join(self.checks[:most])}{more})" if self.checks else ""
        stays = f", but {self.by_hand:g} by hand stays" if self.by_hand is not None else ""
        return f"{self.student}  {self.task}  {self.before:g} → {self.after:g}{stays}{checks}: {why}"


@dataclass
class Changes:
    """What a journal says has changed since the beginning of a run."""

    run: str
    """When that began; empty where none began so late, or a version that did not write it down began it."""

    changes: list[Change] = field(default_factory=list)
    kept: list[Change] = field(default_factory=list)
    """What `--never-lower` kept from changing."""

    first: list[str] = field(default_factory=list)
    """Who has a mark, and had none before."""

    left: list[str] = field(default_factory=list)
    """Who was not in the input and has a mark of other graders, texts or numbers than those of the last result."""

    unreadable: list[int] = field(default_factory=list)
    """Lines of the journal that could not be read."""


class _Outcome(msgspec.Struct):
    student: str
    status: str
    tasks: list[msgspec.Raw] = []


class _Head(msgspec.Struct):
    """What is read of every line."""

    result: _Outcome
    run: str = ""
    causes: dict[str, str] = {}


class _Place(NamedTuple):
    """Where the line of a result begins; results stay on disk, as a large class would fill the memory."""

    student: str
    run: str
    number: int
    start: int
    length: int
    causes: tuple[tuple[str, str], ...]
    has_mark: bool


def changes_since(journal: Path, since: datetime | None = None) -> Changes:
    """What has changed since a run, that run included; whoever had no mark then is held against their first.

    Parameters
    ----------
    journal : Path
        The journal of an assignment.
    since : datetime, optional
        From the first run on that began then or later; by default the last one. Which run was before which is told by
        their order in the journal: clocks differ, and are set.
    """
    found = Changes("")
    places = list(_places(journal, found.unreadable))
    start = _start(places, since)
    found.run = start.run if start is not None else ""
    earliest = start.number if start is not None else math.inf
    handed_in = {place.student for place in places if place.number >= earliest}
    marked = [place for place in places if place.has_mark]
    theirs: dict[str, list[_Place]] = defaultdict(list)
    for place in marked:
        theirs[place.student].append(place)
    before = {place.student: place for place in marked if place.number < earliest}
    after = {place.student: place for place in marked if place.number >= earliest}
    first = {place.student: place for place in reversed(marked) if place.number >= earliest}
    found.first = sorted(after.keys() - before.keys())
    if places:
        newest = places[-1].causes
        found.left = sorted(
            who
            for who, place in before.items()
            if who not in handed_in and place.causes != newest and not who.startswith(UNMATCHED)
        )
    with open(journal, "rb") as lines:
        for student in sorted(after):
            old, new = before.get(student, first[student]), after[student]
            if old != new:
                then, now = _entry(lines, old), _entry(lines, new)
                found.unreadable += [place.number for place, one in ((old, then), (new, now)) if one is None]
                if then is not None and now is not None:
                    earlier = (_entry(lines, place) for place in reversed(theirs[student]) if place.number < old.number)
                    _compare(found, then, now, _earned_in(then, earlier))
    return found


def _start(places: Iterable[_Place], since: datetime | None) -> _Place | None:
    """The first line of the last run, or of the first that began at a time or later; None where there is none."""
    starts = [next(group) for _, group in groupby(places, key=lambda place: place.run)]
    if since is None:
        return starts[-1] if starts else None
    return next(
        (place for place in starts if place.run and datetime.fromisoformat(place.run).astimezone() >= since), None
    )


def _places(journal: Path, unreadable: list[int]) -> Iterator[_Place]:
    """The place of each line that can be read, and the numbers of the others; what is alike is kept once."""
    start = 0
    causes: dict[tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]] = {}
    with open(journal, "rb") as lines:
        for number, line in enumerate(lines, 1):
            try:
                head = msgspec.json.decode(line, type=_Head)
            except NO_JSON:
                unreadable.append(number)
            else:
                made_from = tuple(sorted(head.causes.items()))
                made_from = causes.setdefault(made_from, made_from)
                result = head.result
                has_mark = result.status == "graded" or bool(result.tasks)
                yield _Place(result.student, sys.intern(head.run), number, start, len(line), made_from, has_mark)
            start += len(line)


def _entry(lines: BinaryIO, place: _Place) -> Entry | None:
    """The whole of a line; None where it is damaged, or of a version that kept it otherwise."""
    lines.seek(place.start)
    with suppress(*NO_JSON):
        return msgspec.json.decode(lines.read(place.length), type=Entry)
    return None


def _earned_in(last: Entry, earlier: Iterable[Entry | None]) -> dict[str, Entry]:
    """For each task, the last entry in which it has what it earned; in later ones, `--never-lower` kept that."""
    found: dict[str, Entry] = {}
    for entry in chain([last], filter(None, earlier)):
        for task in entry.result.tasks:
            if not task.is_kept:
                found.setdefault(task.name, entry)
        if all(task.name in found for task in last.result.tasks):
            break
    return found


def _compare(found: Changes, before: Entry, after: Entry, earned_in: Mapping[str, Entry]) -> None:
    """Add what has changed, and what was kept from it; why, is told by the entry in which the points were earned."""
    earlier = {task.name: task for task in before.result.tasks}
    for task in after.result.tasks:
        old, earned = earlier.get(task.name), earned_in.get(task.name, before)
        if old is None:
            continue
        causes, checks = _causes(earned, after), _checks(earned, task)
        if task.is_kept:
            found.kept.append(Change(after.result.student, task.name, task.points, task.earned, checks, causes))
        if old.points != task.points:
            was_kept = old.is_kept and SUBMISSION not in causes
            if was_kept and task.points < min(old.points, task.max_points):
                causes = (*causes, LEFT_OUT)
            found.changes.append(Change(after.result.student, task.name, old.points, task.points, checks, causes))


def _causes(before: Entry, after: Entry) -> tuple[str, ...]:
    causes = [SUBMISSION] if before.result.content_hash != after.result.content_hash else []
    causes += [name for name in after.causes if before.causes and before.causes.get(name) != after.causes[name]]
    return tuple(causes)


def _checks(before: Entry, after: TaskResult) -> tuple[str, ...]:
    checks = [check for task in before.result.tasks if task.name == after.name for check in task.checks]
    points = {check.name: check.points for check in checks}
    return tuple(check.name for check in after.checks if points.get(check.name) != check.points)
