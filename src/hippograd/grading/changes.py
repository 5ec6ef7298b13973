"""Whose mark changed, from what to what, in which check, and why: read from all results that there were."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain, groupby
from typing import NamedTuple

import msgspec

from hippograd.errors import NO_JSON
from hippograd.grading.result import Result, TaskResult
from hippograd.intake import UNMATCHED
from hippograd.store.results import Results, Row

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
        """Return what is said of it, with at most so many of the checks."""
        why = " and ".join(self.causes) or "the same, run again"
        more = f" and {len(self.checks[most:])} more" if most is not None and self.checks[most:] else ""
        checks = f" ({', '.join(self.checks[:most])}{more})" if self.checks else ""
        stays = f", but {self.by_hand:g} by hand stays" if self.by_hand is not None else ""
        return f"{self.student}  {self.task}  {self.before:g} → {self.after:g}{stays}{checks}: {why}"


@dataclass
class Changes:
    """What has changed since the beginning of a run."""

    run: str
    """When that began; empty where none began so late, or a version that did not write it down began it."""

    changes: list[Change] = field(default_factory=list)
    kept: list[Change] = field(default_factory=list)
    """What `--never-lower` kept from changing."""

    first: list[str] = field(default_factory=list)
    """Who has a mark, and had none before."""

    left: list[str] = field(default_factory=list)
    """Who was not in the input and has a mark of other graders, texts or numbers than those of the last result."""


class _Entry(NamedTuple):
    """A result, and what it depends on."""

    result: Result
    causes: dict[str, str]


def changes_since(results: Results, since: datetime | None = None) -> Changes:
    """Return what has changed since a run, that run included; whoever had no mark then is held against their first."""
    rows = results.all()
    start = _start(rows, since)
    if start is None:
        return Changes("")
    after = [row for row in rows if row.number >= start.number]
    compared = Comparison(results, {}, [row for row in rows if row.number < start.number])
    found = compared.found
    found.run = start.run
    theirs = _marked(after)
    for student in sorted(theirs):
        first, last = theirs[student][0], theirs[student][-1]
        if student not in compared.theirs:
            found.first.append(student)
            compared.theirs[student] = [first]
        if compared.theirs[student][-1] != last and (now := _entry(results, last)) is not None:
            compared.hold(now)
    found.left = compared.left({row.student for row in after}, rows[-1].causes)
    return found


class Comparison:
    """Holds new results against those that there are, by default all."""

    def __init__(self, results: Results, made_from: dict[str, str], rows: Sequence[Row] | None = None) -> None:
        self._results, self._made_from = results, made_from
        self.theirs = _marked(results.all() if rows is None else rows)
        self.found = Changes("")
        self._seen = set[str]()

    def add(self, result: Result) -> None:
        """Compare a new result, which is not stored."""
        self._seen.add(result.student)
        if result.student in self.theirs:
            self.hold(_Entry(result, self._made_from))
        else:
            self.found.first.append(result.student)

    def end(self) -> Changes:
        """Return what would change, with who is not among those compared."""
        self.found.left = self.left(self._seen, msgspec.json.encode(self._made_from).decode())
        return self.found

    def hold(self, now: _Entry) -> None:
        """Compare a result with the last of its student."""
        entries = (_entry(self._results, row) for row in reversed(self.theirs[now.result.student]))
        then = next(entries)
        if then is not None:
            _compare(self.found, then, now, _earned_in(then, entries))

    def left(self, handed_in: Collection[str], made_from: str) -> list[str]:
        """Return who is not in the input and has a mark of other graders, texts or numbers."""
        return sorted(
            who
            for who, rows in self.theirs.items()
            if who not in handed_in and rows[-1].causes != made_from and not who.startswith(UNMATCHED)
        )


def _marked(rows: Iterable[Row]) -> dict[str, list[Row]]:
    """Return the rows with a mark of each student."""
    theirs: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row.has_mark:
            theirs[row.student].append(row)
    return dict(theirs)


def _start(rows: Iterable[Row], since: datetime | None) -> Row | None:
    """Return the first result of the last run, or of the first that began at a time or later; None where there is
    none."""
    starts = [next(group) for _, group in groupby(rows, key=lambda row: row.run)]
    if since is None:
        return starts[-1] if starts else None
    return next((row for row in starts if row.run and datetime.fromisoformat(row.run).astimezone() >= since), None)


def _entry(results: Results, row: Row) -> _Entry | None:
    """Return the whole of a result; None where it is of a version that kept it otherwise."""
    with suppress(*NO_JSON):
        result = msgspec.json.decode(results.text(row.number), type=Result)
        return _Entry(result, msgspec.json.decode(row.causes, type=dict[str, str]))
    return None


def _earned_in(last: _Entry, earlier: Iterable[_Entry | None]) -> dict[str, _Entry]:
    """For each task, the last entry in which it has what it earned; in later ones, `--never-lower` kept that."""
    found: dict[str, _Entry] = {}
    for entry in chain([last], filter(None, earlier)):
        for task in entry.result.tasks:
            if not task.is_kept:
                found.setdefault(task.name, entry)
        if all(task.name in found for task in last.result.tasks):
            break
    return found


def _compare(found: Changes, before: _Entry, after: _Entry, earned_in: Mapping[str, _Entry]) -> None:
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


def _causes(before: _Entry, after: _Entry) -> tuple[str, ...]:
    causes = [SUBMISSION] if before.result.content_hash != after.result.content_hash else []
    causes += [name for name in after.causes if before.causes and before.causes.get(name) != after.causes[name]]
    return tuple(causes)


def _checks(before: _Entry, after: TaskResult) -> tuple[str, ...]:
    checks = [check for task in before.result.tasks if task.name == after.name for check in task.checks]
    points = {check.name: check.points for check in checks}
    return tuple(check.name for check in after.checks if points.get(check.name) != check.points)
