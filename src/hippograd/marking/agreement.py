"""How far two markers agree, and where they do not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from hippograd.marking.counting import counting
from hippograd.marking.questions import Answer, Answers, Question
from hippograd.marking.store import RESOLUTION, SECOND, Mark, MarkStore
from hippograd.records.desk_marks import FIRST, FORMGRADER, is_of_version


class Agreement(NamedTuple):
    """First and second marks of the same answers."""

    both: int
    kappa: float | None
    """Cohen's: 1 is full agreement, 0 what chance would give; None where there is nothing to compare."""

    disagreements: list[tuple[str, float, float]]
    """Student, first and second mark, the widest apart first."""

    settled: Mapping[str, float]
    """What a third look gave those of them that it has settled, by student."""


def agreement(store: MarkStore, question: Question, answers: Mapping[str, Answer]) -> Agreement:
    """Compare the second marks of a question with the marks that count, both of the present versions of its answers."""
    first, second = both_marks(store, question, answers)
    pairs = {student: (_points(first[student]), _points(second[student])) for student in first.keys() & second.keys()}
    apart = [(student, one, other) for student, (one, other) in sorted(pairs.items()) if one != other]
    settled = resolutions(store, question, answers, second)
    return Agreement(
        len(pairs),
        cohens_kappa(pairs),
        sorted(apart, key=lambda row: -abs(row[1] - row[2])),
        {student: _points(settled[student]) for student, _, _ in apart if student in settled},
    )


def to_settle(store: MarkStore, answers: Answers, questions: Sequence[Question]) -> list[Question]:
    """The questions about which two marks differ, whether or not that is settled."""
    return [one for one in questions if agreement(store, one, answers.to(one)).disagreements]


def both_marks(
    store: MarkStore, question: Question, answers: Mapping[str, Answer]
) -> tuple[dict[str, Mark], dict[str, Mark]]:
    """First marks, as they were before anything was resolved, and second marks, by student."""
    third = {student: mark.batch for student, mark in counting(store, question, answers, RESOLUTION).items()}
    resolved = {(mark.student, mark.batch) for mark in store.all(question.assignment, question.cell, RESOLUTION)}
    first = counting(store, question, answers)
    before: dict[str, Mark] = {}
    closed: set[str] = set()
    for mark in store.all(question.assignment, question.cell, FIRST):
        if mark.batch == third.get(mark.student):
            closed.add(mark.student)
        elif mark.student not in closed and (mark.student, mark.batch) not in resolved:
            before[mark.student] = mark
    for student in closed & first.keys() & before.keys():
        if first[student].batch != FORMGRADER and is_of_version(before[student].digest, answers[student].digest):
            first[student] = before[student]
    return _given(first), counting(store, question, answers, SECOND)


def resolutions(
    store: MarkStore, question: Question, answers: Mapping[str, Answer], second: Mapping[str, Mark]
) -> dict[str, Mark]:
    """The resolutions that stand: not taken back, nor changed in formgrader, and of the second mark that there is."""
    first = counting(store, question, answers)
    return {
        student: mark
        for student, mark in counting(store, question, answers, RESOLUTION).items()
        if student in second and mark.time >= second[student].time
        if student in first and first[student].batch != FORMGRADER
    }


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


def _given(marks: Mapping[str, Mark]) -> dict[str, Mark]:
    return {student: mark for student, mark in marks.items() if mark.points is not None}


def _points(mark: Mark) -> float:
    assert mark.points is not None, "marks that were taken back are left out"
    return mark.points
