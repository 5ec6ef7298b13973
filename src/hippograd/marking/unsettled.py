"""What is left to settle at the desk: marks by an earlier scheme, and second marks that differ from the first."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from hippograd.course import Offering
from hippograd.marking.agreement import agreement
from hippograd.marking.desk import Desk
from hippograd.marking.questions import Answers, questions_of
from hippograd.marking.store import MarkStore
from hippograd.records.folder import Records
from hippograd.store.gradebook import Gradebook


class Unsettled(NamedTuple):
    """How many answers there are of each kind."""

    by_earlier_scheme: int = 0
    """The items of their marks are worth something else now."""

    marked_differently: int = 0
    """First and second mark differ, and no third look has settled that."""


def unsettled(offering: Offering, records: Records, db_url: str, students: Collection[str] | None = None) -> Unsettled:
    """Return how many answers to an assignment are not settled."""
    if not Gradebook(db_url).has_desk_marks:
        return Unsettled()
    questions = questions_of(offering)
    answers = Answers(records, questions, students)
    desk = Desk(MarkStore(db_url), answers, questions, marker="")
    earlier = sum(len(desk.changed_by_scheme(question)) for question in questions)
    found = [agreement(desk.store, question, answers.to(question)) for question in questions]
    return Unsettled(earlier, sum(len(one.disagreements) - len(one.settled) for one in found))
