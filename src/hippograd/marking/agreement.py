"""How far two markers agree, and where they do not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from hippograd.marking.questions import Question
from hippograd.marking.store import SECOND, MarkStore
from hippograd.records.marks import FIRST


class Agreement(NamedTuple):
    """First and second marks of the same answers."""

    both: int
    kappa: float | None
    """Cohen's: 1 is full agreement, 0 what chance would give; None where there is nothing to compare."""

    disagreements: list[tuple[str, float, float]]
    """Student, first and second mark, the widest apart first."""


def agreement(store: MarkStore, question: Question) -> Agreement:
    """Compare the second marks of a question with the marks that count."""
    first, second = (_points(store, question, kind) for kind in (FIRST, SECOND))
    pairs = {student: (first[student], second[student]) for student in first.keys() & second.keys()}
    apart = [(student, one, other) for student, (one, other) in sorted(pairs.items()) if one != other]
    return Agreement(len(pairs), cohens_kappa(pairs), sorted(apart, key=lambda row: -abs(row[1] - row[2])))


def cohens_kappa(pairs: Mapping[str, tuple[float, float]]) -> float | None:
    """Cohen's kappa of two markers who gave the same answers these points (Cohen 1960).

    Examples
    --------
    >>> cohens_kappa({"a": (1, 1), "b": (0, 0), "c": (1, 0), "d": (0, 0)})
    0.5
    """
    if not pairs:
        return None
    ones, others = Counter(one for one, _ in pairs.values()), Counter(other for _, other in pairs.values())
    seen = sum(one == other for one, other in pairs.values()) / len(pairs)
    chance = sum(ones[points] * others[points] for points in ones) / len(pairs) ** 2
    return 1.0 if chance == 1 else (seen - chance) / (1 - chance)


def _points(store: MarkStore, question: Question, kind: str) -> dict[str, float]:
    marks = store.latest(question.assignment, question.cell, kind)
    return {student: mark.points for student, mark in marks.items() if mark.points is not None}
