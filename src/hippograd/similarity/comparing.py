"""Which submissions are alike: by fingerprints that few have, and by mistakes that few make."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median

import numpy as np
from numpy.typing import NDArray

from hippograd.grading.result import FATAL, Result
from hippograd.similarity.answers import Work

SHORTEST = 15
"""Tokens, without brackets and commas, of the median answer to a task in which anything can be told."""

FEW, FEW_STUDENTS = 0.1, 4
"""The share of a class above which what all these wrote says nothing; so many students may always be a group."""

RARE, RARE_STUDENTS = 0.03, 3
"""The share of a class that may make a mistake that is called rare; so many students always may."""

SAYING_NOTHING = (*FATAL, "not_attempted", "not_defined", "raised", "not_gradable")
"""Diagnoses that have no value of the student's."""

Matrix = NDArray[np.float32]


@dataclass(frozen=True)
class Mistake:
    """A wrong value that few have, and who has it."""

    task: str
    diagnosis: str
    message: str
    value: str
    students: tuple[str, ...]
    of: int
    """How many attempted the task."""

    @property
    def bits(self) -> float:
        """How much it says: the logarithm of how few share it."""
        return math.log2(self.of / len(self.students))


@dataclass(frozen=True)
class TaskAlike:
    """How alike two answers are."""

    task: str
    share: float
    """Of the fingerprints of the shorter answer, each weighted by its rarity."""

    bits: float
    """The sum of the weights of what both have."""

    lines: tuple[frozenset[int], frozenset[int]]
    """Where in the two answers it stands."""


@dataclass(frozen=True)
class Pair:
    """Two submissions that are alike."""

    one: Work
    other: Work
    score: float
    tasks: list[TaskAlike]
    mistakes: list[Mistake] = field(default_factory=list)


@dataclass(frozen=True)
class Comparison:
    """What was found in a class."""

    pairs: list[Pair]
    """The most alike first."""

    mistakes: list[Mistake]
    """The rarest first."""

    too_short: list[str]
    """Tasks that are left out, as they are too short to tell."""

    usual: float
    """The score that 99 of 100 pairs stay below."""

    compared: int
    """How many pairs."""

    @property
    def groups(self) -> list[list[str]]:
        """Three and more who are joined by pairs that are shown."""
        groups: list[set[str]] = []
        for pair in self.pairs:
            joined = {pair.one.label, pair.other.label}
            touching = [group for group in groups if group & joined]
            groups = [group for group in groups if group not in touching] + [joined.union(*touching)]
        return sorted(sorted(group) for group in groups if len(group) > 2)


def compare(work: Sequence[Work], results: Iterable[Result] = (), most: int = 20, least: float = 4.0) -> Comparison:
    """Compare everybody with everybody; two of former classes are not compared with each other."""
    names = list(dict.fromkeys(name for submission in work for name in submission.answers))
    lengths = {
        name: median(submission.answers[name].length for submission in work if name in submission.answers)
        for name in names
    }
    told = [name for name in names if lengths[name] >= SHORTEST]
    weights = {name: _weights(work, name) for name in told}
    score = np.zeros((len(work), len(work)), np.float32)
    for name in told:
        bits, share = _alike(work, name, weights[name])
        score += share * np.sqrt(bits)
    mistakes = shared_mistakes(results)
    places = {one.student: place for place, one in enumerate(work) if not one.cohort}
    for mistake in mistakes:
        at = [places[who] for who in mistake.students if who in places]
        score[np.ix_(at, at)] += mistake.bits
    rows, columns = np.triu_indices(len(work), 1)
    here = np.array([not submission.cohort for submission in work], bool)
    compared = here[rows] | here[columns]
    rows, columns = rows[compared], columns[compared]
    found = score[rows, columns]
    best = [place for place in np.argsort(-found, kind="stable")[:most] if found[place] >= least]
    return Comparison(
        [_pair(work[rows[at]], work[columns[at]], float(found[at]), weights, mistakes) for at in best],
        mistakes,
        [name for name in names if name not in told],
        float(np.quantile(found, 0.99)) if len(found) else 0.0,
        len(found),
    )


def _weights(work: Sequence[Work], name: str) -> dict[int, float]:
    """Return what each fingerprint of a task says: the logarithm of how few have it, or nothing."""
    counts: dict[int, int] = defaultdict(int)
    answers = [submission.answers[name] for submission in work if name in submission.answers]
    for answer in answers:
        for one in answer.prints:
            counts[one] += 1
    few = max(FEW_STUDENTS, FEW * len(work))
    return {one: math.log2(len(work) / count) if count <= few else 0.0 for one, count in counts.items()}


def _alike(work: Sequence[Work], name: str, weights: Mapping[int, float]) -> tuple[Matrix, Matrix]:
    """For each two: the weight of what both have, and its share of what the one has who has less."""
    having: dict[int, list[int]] = defaultdict(list)
    totals = np.zeros(len(work), np.float32)
    for place, one in enumerate(work):
        for print_ in one.answers[name].prints if name in one.answers else ():
            having[print_].append(place)
            totals[place] += weights[print_]
    bits = np.zeros((len(work), len(work)), np.float32)
    for print_, places in having.items():
        if len(places) > 1 and weights[print_]:
            bits[np.ix_(places, places)] += weights[print_]
    least = np.minimum.outer(totals, totals)
    return bits, np.divide(bits, least, out=np.zeros_like(bits), where=least > 0)


def _pair(
    one: Work, other: Work, score: float, weights: Mapping[str, Mapping[int, float]], mistakes: Sequence[Mistake]
) -> Pair:
    tasks = []
    for name in weights:
        if name not in one.answers or name not in other.answers:
            continue
        mine, theirs = one.answers[name].prints, other.answers[name].prints
        shared = [print_ for print_ in mine if print_ in theirs and weights[name][print_] > 0]
        bits = sum(weights[name][print_] for print_ in shared)
        least = min(sum(weights[name][print_] for print_ in prints) for prints in (mine, theirs))
        if shared and least:
            lines = tuple(frozenset[int]().union(*(prints[print_] for print_ in shared)) for prints in (mine, theirs))
            tasks.append(TaskAlike(name, bits / least, bits, (lines[0], lines[1])))
    both = {one.student, other.student} if not one.cohort and not other.cohort else set()
    shared_by_both = [mistake for mistake in mistakes if both and both <= set(mistake.students)]
    return Pair(one, other, score, sorted(tasks, key=lambda task: -task.share * math.sqrt(task.bits)), shared_by_both)


def shared_mistakes(results: Iterable[Result]) -> list[Mistake]:
    """Wrong values that at least two have and few others: one for each task and who shares it, the rarest first."""
    having: dict[tuple[str, str, str, str], list[str]] = defaultdict(list)
    messages: dict[tuple[str, str, str, str], str] = {}
    attempts: dict[str, int] = defaultdict(int)
    for result in results:
        for task in result.tasks:
            attempts[task.name] += task.status != "not_attempted"
            for check in task.checks:
                if not check.passed and check.detail and check.diagnosis not in SAYING_NOTHING:
                    key = (task.name, check.name, check.diagnosis, check.detail)
                    having[key].append(result.student)
                    messages[key] = check.message
    found: dict[tuple[str, tuple[str, ...]], Mistake] = {}
    for key, students in having.items():
        name, _, diagnosis, value = key
        if 2 <= len(students) <= max(RARE_STUDENTS, RARE * attempts[name]):
            one = Mistake(name, diagnosis, messages[key], value, tuple(students), attempts[name])
            found.setdefault((name, one.students), one)
    return sorted(found.values(), key=lambda one: -one.bits)
