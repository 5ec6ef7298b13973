"""Where the marking of each answer to a question stands, whoever marked it, here or in formgrader."""

from __future__ import annotations

from collections.abc import Mapping

from hippograd.marking.questions import Answer, Question
from hippograd.marking.store import MarkStore
from hippograd.store.desk_marks import FIRST, Mark, State, state


def states(store: MarkStore, question: Question, answers: Mapping[str, Answer], kind: str = FIRST) -> dict[str, State]:
    """Return where the marks of a kind stand, by student; of those that count, for who is in the gradebook."""
    given = store.given(question.assignment, question.cell, kind)
    scores = store.in_gradebook(question.assignment, question.cell) if kind == FIRST else {}
    return {
        student: state(student, given.get(student, []), scores.get(student), answer.digest, answer.text)
        for student, answer in answers.items()
        if student in scores or kind != FIRST
    }


def counting(store: MarkStore, question: Question, answers: Mapping[str, Answer], kind: str = FIRST) -> dict[str, Mark]:
    """Return the marks of a kind that count, by student."""
    found = states(store, question, answers, kind)
    return {student: one.counts for student, one in found.items() if one.counts is not None}
