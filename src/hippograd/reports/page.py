"""The report as one page, and its numbers as tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from hippograd.grading.result import FATAL
from hippograd.records.export.class_table import Table, Value
from hippograd.records.rendering import rendered
from hippograd.reports.statistics import FEWEST, NEARLY_ALL, Diagnosis, Statistics, TaskStatistics
from hippograd.text import day_of

_TEMPLATE = Path(__file__).with_name("templates") / "report.html.j2"
MOST_BARS = 12
MOST_HARD = 3

LONGEST_LABEL = 60
"""Characters for which a figure has room."""


class Kind(NamedTuple):
    """What may have become of a task."""

    name: str
    words: str
    statuses: tuple[str, ...]


KINDS = (
    Kind("all", "all points", ("passed",)),
    Kind("some", "some points", ("partial",)),
    Kind("none", "none", ("failed", "error")),
    Kind("lost-process", "timed out, crashed or worse", FATAL),
    Kind("blank", "not attempted", ("not_attempted",)),
    Kind("unmarked", "not marked", ("unmarked", "not_gradable")),
)


class Outcome(NamedTuple):
    """A bar of the figure of tasks."""

    label: str
    counts: dict[str, int]
    total: int


class Bar(NamedTuple):
    """A bar of the figure of diagnoses."""

    label: str
    students: int


@dataclass(frozen=True)
class Part:
    """One assignment in a report."""

    numbers: Statistics

    @property
    def id(self) -> str:
        return f"a-{self.numbers.record.assignment.name}"

    @property
    def minutes(self) -> int:
        return sum(task.minutes for task in self.numbers.record.assignment.tasks)

    @property
    def latest(self) -> str:
        return _in_words(max(row.late for row in self.numbers.late))

    @property
    def flagged(self) -> list[TaskStatistics]:
        return [task for task in self.numbers.tasks if task.verdict]

    @property
    def hardest(self) -> list[TaskStatistics]:
        """The tasks with the smallest mean shares of their points, unless nearly all are had."""
        told = [(task.mean, task) for task in self.numbers.tasks if task.mean is not None and task.mean <= NEARLY_ALL]
        return [task for _, task in sorted(told, key=lambda pair: pair[0])[:MOST_HARD]]

    @property
    def shared(self) -> list[Diagnosis]:
        """What several students got wrong in the same way."""
        return [diagnosis for diagnosis in self.numbers.diagnoses if len(diagnosis.students) > 1]

    @property
    def single(self) -> list[Diagnosis]:
        """What one student got wrong."""
        return [diagnosis for diagnosis in self.numbers.diagnoses if len(diagnosis.students) == 1]

    @property
    def outcomes(self) -> list[Outcome]:
        return [
            Outcome(
                f"{numbers_of.task.number} {numbers_of.task.title}",
                _by_kind(numbers_of.outcomes),
                numbers_of.outcomes.total(),
            )
            for numbers_of in self.numbers.tasks
        ]

    @property
    def common(self) -> list[Bar]:
        return [
            Bar(_short(f"{one.task.number} {one.task.title}: {one.name.replace('_', ' ')}"), len(one.students))
            for one in (self.shared or self.single)[:MOST_BARS]
        ]


def _short(label: str) -> str:
    return label if len(label) <= LONGEST_LABEL else f"{label[: LONGEST_LABEL - 1]}…"


def _by_kind(outcomes: Counter[str]) -> dict[str, int]:
    return {kind.name: sum(outcomes[name] for name in kind.statuses) for kind in KINDS}


def _in_words(late: timedelta) -> str:
    hours = late.total_seconds() / 3600
    return f"{hours:.1f} hours" if hours < 48 else f"{hours / 24:.1f} days"


def report_page(cohort: str, parts: Sequence[Part], *, names: bool) -> str:
    """Return the report as HTML."""
    page = {"cohort": cohort, "parts": parts, "names": names, "kinds": KINDS, "fewest": FEWEST}
    return rendered(_TEMPLATE, "feedback.css report.css", page=page | {"made": day_of(date.today())})


def report_tables(parts: Sequence[Part], *, names: bool) -> dict[str, Table]:
    """Return the numbers of a report, as tables by name."""
    who = ["students"] if names else []
    return {
        "points": Table(
            ["assignment", "from %", "to %", "students"], [row for part in parts for row in _bins(part.numbers)]
        ),
        "tasks": Table(_OF_TASKS, [row for part in parts for row in _tasks(part)]),
        "diagnoses": Table(
            ["assignment", "task", "diagnosis", "sentence", "count", "attempted", *who],
            [row for part in parts for row in _diagnoses(part, names=names)],
        ),
        "hidden-checks": Table(
            ["assignment", "task", "check", "idea", "fails for", "of", *who],
            [row for part in parts for row in _surprises(part, names=names)],
        ),
    }


_OF_TASKS = [
    *("assignment", "number", "task", "minutes", "points", "marked", "mean share"),
    *("discrimination", "at least", "at most", *(kind.words for kind in KINDS), "timed out", "verdict"),
]


def _name(part: Part) -> str:
    return part.numbers.record.assignment.name


def _bins(numbers: Statistics) -> Iterator[list[Value]]:
    step = 100 // len(numbers.bins)
    for place, count in enumerate(numbers.bins):
        yield [numbers.record.assignment.name, place * step, (place + 1) * step, count]


def _tasks(part: Part) -> Iterator[list[Value]]:
    for task in part.numbers.tasks:
        low, high = task.interval or (None, None)
        row: list[Value] = [_name(part), task.task.number, task.task.name, task.task.minutes, task.task.points]
        row += [task.marked, task.mean, task.discrimination, low, high]
        yield [*row, *_by_kind(task.outcomes).values(), task.statuses["timeout"], task.verdict]


def _diagnoses(part: Part, *, names: bool) -> Iterator[list[Value]]:
    for diagnosis in part.numbers.diagnoses:
        row: list[Value] = [
            _name(part),
            diagnosis.task.name,
            diagnosis.name,
            diagnosis.sentence,
            len(diagnosis.students),
            diagnosis.attempted,
        ]
        yield row + ([" ".join(diagnosis.students)] if names else [])


def _surprises(part: Part, *, names: bool) -> Iterator[list[Value]]:
    for surprise in part.numbers.surprises:
        row: list[Value] = [
            _name(part),
            surprise.task.name,
            surprise.check,
            surprise.idea,
            len(surprise.students),
            surprise.of,
        ]
        yield row + ([" ".join(surprise.students)] if names else [])
