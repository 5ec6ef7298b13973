"""The mark that counts of each answer: of the version that there is now, whoever gave it, here or in formgrader."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from hippograd.marking.questions import Answer, Question
from hippograd.marking.store import Mark, MarkStore, Score
from hippograd.records.desk_marks import EARLIER, FIRST, FORMGRADER, Given, is_mark_of_desk, is_of_version


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
    found = _in_formgrader(student, last, score, answer)
    return found if found is not None and found.points is not None and not score.is_waiting else None


def in_formgrader(
    latest: Mapping[str, Mark], scores: Mapping[str, Score], answers: Mapping[str, Answer]
) -> dict[str, Mark]:
    """What was done in formgrader since the desk's last mark of each answer, as marks that follow on these.

    That is a mark, also one of an earlier version of the answer, or none where one of the desk's was taken away.
    """
    found = {
        who: _in_formgrader(who, latest.get(who), score, answers[who])
        for who, score in scores.items()
        if who in answers
    }
    return {who: mark for who, mark in found.items() if mark is not None}


def comments_in_formgrader(
    latest: Mapping[str, Mark], scores: Mapping[str, Score], answers: Mapping[str, Answer]
) -> dict[str, Mark]:
    """What was written in formgrader about answers that have no mark, as entries without points that follow on these.

    Not what such an entry of ours says already.
    """
    found = {}
    for student, score in scores.items():
        if student not in answers or score.manual is not None or not score.comment:
            continue
        last, answer = latest.get(student), answers[student]
        is_ours = last is not None and last.points is None and is_of_version(last.digest, answer.digest)
        if last is None or not is_ours or last.comment != score.comment:
            version, number = (answer.digest, answer.text), 0 if last is None else last.number + 1
            mark = Mark(student, FORMGRADER, [], None, score.comment, *version, batch=FORMGRADER, number=number)
            found[student] = mark
    return found


def _in_formgrader(student: str, last: Mark | None, score: Score, answer: Answer) -> Mark | None:
    is_of_now = last is not None and last.points is not None and is_of_version(last.digest, answer.digest)
    is_desks = last is not None and is_mark_of_desk(score.manual, Given(last.points, last.digest))
    if (is_desks and (is_of_now or score.is_waiting)) or (score.manual is None and not is_of_now):
        return None
    is_earlier = score.manual is not None and score.is_waiting
    version = (EARLIER, "") if is_earlier else (answer.digest, answer.text)
    number = last.number + 1 if last is not None else 0
    return Mark(student, FORMGRADER, [], score.manual, score.comment, *version, batch=FORMGRADER, number=number)
