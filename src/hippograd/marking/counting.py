"""The mark that counts of each answer: of the version that there is now, whoever gave it, here or in formgrader."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from hippograd.marking.questions import Answer, Question
from hippograd.marking.store import FORMGRADER, Mark, MarkStore, Score
from hippograd.records.desk_marks import FIRST, Given, is_mark_of_desk, is_of_version


def counting(store: MarkStore, question: Question, answers: Mapping[str, Answer], kind: str = FIRST) -> dict[str, Mark]:
    """The marks of a kind that count, by student; of those that are in the gradebook, what it has."""
    latest = store.latest(question.assignment, question.cell, kind)
    if kind != FIRST:
        return {
            student: mark
            for student, mark in latest.items()
            if mark.points is not None and student in answers and is_of_version(mark.digest, answers[student].digest)
        }
    scores = store.in_gradebook(question.assignment, question.cell)
    found = {
        student: that_counts(student, latest.get(student), scores[student], answer)
        for student, answer in answers.items()
        if student in scores
    }
    return {student: mark for student, mark in found.items() if mark is not None}


def that_counts(student: str, last: Mark | None, score: Score, answer: Answer) -> Mark | None:
    """The mark that counts, with the gradebook's comment, where the desk's last one is this; None where none does."""
    given = Given(last.points, last.digest) if last is not None else None
    if last is not None and is_mark_of_desk(score.manual, given) and is_of_version(last.digest, answer.digest):
        return replace(last, comment=score.comment)
    if score.manual is None or score.is_waiting:
        return None
    number = last.number + 1 if last is not None else 0
    version = answer.digest, answer.text
    return Mark(student, FORMGRADER, [], score.manual, score.comment, *version, batch=FORMGRADER, number=number)
