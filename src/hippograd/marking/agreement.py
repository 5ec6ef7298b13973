"""How far two markers agree, and where they do not."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from hippograd.marking.questions import Answer, Answers, Question, counting
from hippograd.marking.store import RESOLUTION, SECOND, MarkStore
from hippograd.store.desk_marks import FIRST, Mark, is_of_version


class Agreement(NamedTuple):
    """First and second marks of the same answers."""

    both: int
    kappa: float | None
    """Cohen's: 1 is full agreement, 0 what chance would give; None where there is nothing to compare."""

    disagreements: list[tuple[str, float, float]]
    """Student, first and second mark, the widest apart first."""

    settled: Mapping[str, float]
    """What counts for those of them that are settled, by a third look or by hand, by student."""


def agreement(store: MarkStore, question: Question, answers: Mapping[str, Answer]) -> Agreement:
    """Compare the second marks of a question with the marks that count, both of the present versions of its answers."""
    first, second = both_marks(store, question, answers)
    pairs = {student: (_points(first[student]), _points(second[student])) for student in first.keys() & second.keys()}
    apart = [(student, one, other) for student, (one, other) in sorted(pairs.items()) if one != other]
    decided = decisions(store, question, answers, second)
    return Agreement(
        len(pairs),
        cohens_kappa(pairs),
        sorted(apart, key=lambda row: -abs(row[1] - row[2])),
        {student: _points(decided[student]) for student, _, _ in apart if student in decided},
    )


def to_settle(store: MarkStore, answers: Answers, questions: Sequence[Question]) -> list[Question]:
    """Return the questions about which two marks differ, whether or not that is settled."""
    return [question for question in questions if agreement(store, question, answers.to(question)).disagreements]


def both_marks(
    store: MarkStore, question: Question, answers: Mapping[str, Answer]
) -> tuple[dict[str, Mark], dict[str, Mark]]:
    """First marks, as they were before anything was decided about them, and second marks, by student.

    Nobody is their own second marker: what they gave in the place of a first mark is none.
    """
    first, second = (counting(store, question, answers, kind) for kind in (FIRST, SECOND))
    third = {(mark.student, mark.batch) for mark in store.all(question.assignment, question.cell, RESOLUTION)}

    def is_decision(mark: Mark) -> bool:
        return (mark.student, mark.batch) in third or _is_by_hand_since(mark, second)

    given = store.all(question.assignment, question.cell, FIRST)
    before = {
        mark.student: mark
        for mark in given
        if not is_decision(mark) and mark.student in first and is_of_version(mark.digest, answers[mark.student].digest)
    }
    found = {who: before.get(who, mark) if is_decision(mark) else mark for who, mark in first.items()}
    theirs = defaultdict[str, list[Mark]](list)
    for mark in given:
        theirs[mark.student].append(mark)
    own = {who for who, mark in found.items() if who in second and _found_by(mark, theirs[who]) == second[who].marker}
    return {who: mark for who, mark in found.items() if mark.points is not None and who not in own}, second


def _found_by(mark: Mark, given: Sequence[Mark]) -> str:
    """Return who found the items of a mark in the answer, of all that it was given, whoever changed their points
    since."""
    by = mark.marker
    for earlier in reversed([one for one in given if one.number < mark.number]):
        if not mark.items or (earlier.items, earlier.comment) != (mark.items, mark.comment):
            break
        by = earlier.marker
    return by


def decisions(
    store: MarkStore, question: Question, answers: Mapping[str, Answer], second: Mapping[str, Mark]
) -> dict[str, Mark]:
    """Return the marks that count and settle what two markers gave: by a third look or by hand, since the second mark.

    What was marked again since a third look, at the desk or in formgrader, is not settled any more.
    """
    third = counting(store, question, answers, RESOLUTION)

    def is_by_third(mark: Mark) -> bool:
        look = third.get(mark.student)
        return look is not None and look.batch == mark.batch and look.time >= second[mark.student].time

    first = counting(store, question, answers)
    return {
        student: mark
        for student, mark in first.items()
        if student in second and (is_by_third(mark) or _is_by_hand_since(mark, second))
    }


def _is_by_hand_since(mark: Mark, second: Mapping[str, Mark]) -> bool:
    """Return whether a mark was given by hand, with a reason, after the second mark."""
    return mark.digest == "" and mark.student in second and mark.time >= second[mark.student].time


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


def _points(mark: Mark) -> float:
    assert mark.points is not None, "marks that were taken back are left out"
    return mark.points
