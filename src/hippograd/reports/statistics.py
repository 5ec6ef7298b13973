"""The numbers of a report: how the class did, task by task, and what went wrong how often."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import correlation, mean, median, quantiles

from hippograd.course import TaskInfo
from hippograd.grading.result import TaskResult
from hippograd.reports.the_class import ClassRecord, Row

FEWEST = 10
"""Students below which no correlation is told."""

LOW = 0.2
"""A discrimination below this says little, unless nearly everybody has the task: PrairieLearn's rule."""

NEARLY_ALL = 0.95

ENOUGH = 0.9
"""The share of a class that must be marked: those who are first are often the blanks."""

BINS = 10

_QUOTED = re.compile(r" in the line `.*`")


@dataclass(frozen=True)
class TaskStatistics:
    """How a class did in one task."""

    task: TaskInfo
    marked: int
    """How many have a mark."""

    shares: list[float]
    """What each student got of the points; nothing while many are not marked yet."""

    statuses: Counter[str]
    """How many have which status, of all who handed in: what became of the automatic part, whatever its mark is."""

    outcomes: Counter[str]
    """The same by the points of the gradebook, marks by hand included."""

    discrimination: float | None
    """Pearson's correlation with the share of the points of all other tasks; None where it cannot be told."""

    @property
    def mean(self) -> float | None:
        """The mean share of the points, which is large where a task is easy."""
        return mean(self.shares) if self.shares else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """Where the discrimination of many such students would be, with 95 % confidence (Fisher's z)."""
        if self.discrimination is None or abs(self.discrimination) >= 1:
            return None
        z, width = math.atanh(self.discrimination), 1.96 / math.sqrt(len(self.shares) - 3)
        return math.tanh(z - width), math.tanh(z + width)

    @property
    def verdict(self) -> str:
        """In words, what a lecturer should look at; nothing where there is nothing to say."""
        if self.mean is None or len(self.shares) < FEWEST:
            return ""
        if self.discrimination is None:
            return "Everybody has the same points: the task tells nobody apart."
        uncertain = self.interval is not None and self.interval[1] >= LOW
        perhaps = f" Of {len(self.shares)} students this is uncertain." if uncertain else ""
        if self.discrimination < 0:
            return (
                "Those who do well in the other tasks do worse in this one: look at its text, its grader and its "
                f"mark scheme.{perhaps}"
            )
        if self.discrimination < LOW and self.mean <= NEARLY_ALL:
            return f"Who does well in the other tasks can hardly be told from it.{perhaps}"
        return ""


@dataclass(frozen=True)
class Diagnosis:
    """What went wrong in the same way in several submissions."""

    task: TaskInfo
    name: str
    sentence: str
    """What most of these students were told."""

    students: list[str]
    attempted: int
    """How many attempted the task."""


@dataclass(frozen=True)
class Surprise:
    """A hidden check that fails for students for whom all public checks of the task hold."""

    task: TaskInfo
    check: str
    idea: str
    students: list[str]
    of: int
    """For how many all public checks hold."""


@dataclass(frozen=True)
class Statistics:
    """All numbers about one assignment of a class."""

    record: ClassRecord

    @property
    def graded(self) -> list[Row]:
        return [row for row in self.record.rows if row.is_graded]

    @property
    def not_gradable(self) -> list[Row]:
        return [row for row in self.record.rows if not row.is_graded]

    @property
    def late(self) -> list[Row]:
        return [row for row in self.record.rows if row.late]

    @property
    def perhaps_late(self) -> list[Row]:
        return [row for row in self.record.rows if row.is_perhaps_late]

    @property
    def unmarked(self) -> list[Row]:
        return [row for row in self.graded if row.is_unmarked]

    @cached_property
    def shares(self) -> list[float]:
        """What each student has of the points that are marked so far, without what lateness costs."""
        return sorted((row.points or 0.0) / row.marked_max for row in self.graded if row.marked_max)

    @property
    def mean(self) -> float | None:
        return mean(self.shares) if self.shares else None

    @property
    def quartiles(self) -> tuple[float, float, float] | None:
        if len(self.shares) < 2:
            return None
        first, middle, third = quantiles(self.shares, n=4, method="inclusive")
        return first, middle, third

    @property
    def bins(self) -> list[int]:
        """Students by tenths of the points; who has all is in the last."""
        counts = Counter(min(int(share * BINS + 1e-9), BINS - 1) for share in self.shares)
        return [counts[place] for place in range(BINS)]

    @property
    def seconds(self) -> tuple[float, float] | None:
        """Of grading: the median, and the longest."""
        found = [row.result.seconds for row in self.record.rows if row.result.seconds]
        return (median(found), max(found)) if found else None

    @cached_property
    def tasks(self) -> list[TaskStatistics]:
        return [_task_statistics(task, self.record) for task in self.record.assignment.tasks]

    @cached_property
    def diagnoses(self) -> list[Diagnosis]:
        """The most common first."""
        found = [diagnosis for task in self.record.assignment.tasks for diagnosis in _diagnoses(task, self.graded)]
        return sorted(found, key=lambda one: -len(one.students))

    @cached_property
    def surprises(self) -> list[Surprise]:
        """The largest share first."""
        found = [surprise for task in self.record.assignment.tasks for surprise in _surprises(task, self.graded)]
        return sorted(found, key=lambda one: -len(one.students) / one.of)


def _task_statistics(task: TaskInfo, record: ClassRecord) -> TaskStatistics:
    pairs = []
    graded = [row for row in record.rows if row.is_graded]
    for row in graded:
        mark = row.mark(task)
        if mark is not None and mark[1]:
            pairs.append((mark[0] / mark[1], _rest(row, task, record.assignment.tasks)))
    statuses = Counter(row.status(task) for row in graded)
    outcomes = Counter(row.outcome(task) for row in graded)
    told = pairs if len(pairs) >= ENOUGH * len(graded) else []
    return TaskStatistics(task, len(pairs), [share for share, _ in told], statuses, outcomes, discrimination(told))


def _rest(row: Row, task: TaskInfo, tasks: Sequence[TaskInfo]) -> float | None:
    """Return what a student has of the points of all other tasks that are marked."""
    others = [mark for other in tasks if other != task and (mark := row.mark(other)) is not None]
    most = sum(points for _, points in others)
    return sum(points for points, _ in others) / most if most else None


def discrimination(pairs: Sequence[tuple[float, float | None]]) -> float | None:
    """Return the correlation of a task's marks with those of all other tasks.

    Examples
    --------
    >>> discrimination([(number % 2, number % 2) for number in range(20)])
    1.0
    >>> discrimination([(1.0, number) for number in range(20)]) is None
    True
    """
    known = [(own, rest) for own, rest in pairs if rest is not None]
    if len(known) < FEWEST or len({own for own, _ in known}) < 2 or len({rest for _, rest in known}) < 2:
        return None
    return round(correlation([own for own, _ in known], [rest for _, rest in known]), 9)


def _attempts(task: TaskInfo, rows: Sequence[Row]) -> list[tuple[str, TaskResult]]:
    """Return the automatic results of those who did not leave the blank as it was."""
    found = [(row.student, row.task(task.name)) for row in rows]
    return [(who, one) for who, one in found if one is not None and one.status not in ("not_attempted", "not_gradable")]


def without_own_line(message: str) -> str:
    """Return a message on one line, without the line of a student's code that it quotes: a report names nobody.

    Examples
    --------
    >>> without_own_line("Your code raised KeyError in the line `ada['x']`. There is no such key.")
    'Your code raised KeyError. There is no such key.'
    """
    return _QUOTED.sub("", " ".join(message.split()))


def _diagnoses(task: TaskInfo, rows: Sequence[Row]) -> list[Diagnosis]:
    attempts = _attempts(task, rows)
    students: dict[str, list[str]] = defaultdict(list)
    sentences: dict[str, Counter[str]] = defaultdict(Counter)
    for who, result in attempts:
        failed = [check for check in result.checks if not check.passed and check.diagnosis]
        for name in dict.fromkeys(check.diagnosis for check in failed):
            students[name].append(who)
        for check in failed:
            sentences[check.diagnosis][without_own_line(check.message)] += 1
    return [
        Diagnosis(task, name, sentences[name].most_common(1)[0][0], who, len(attempts))
        for name, who in students.items()
    ]


def _surprises(task: TaskInfo, rows: Sequence[Row]) -> list[Surprise]:
    hold = [
        (who, result)
        for who, result in _attempts(task, rows)
        if any(check.public for check in result.checks) and all(check.passed for check in result.checks if check.public)
    ]
    failing: dict[tuple[str, str], list[str]] = defaultdict(list)
    for who, result in hold:
        for check in result.checks:
            if not check.passed:
                failing[check.name, check.idea].append(who)
    return [Surprise(task, name, idea, who, len(hold)) for (name, idea), who in failing.items()]
