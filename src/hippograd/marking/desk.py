"""What a marker does at the desk: which answer comes next, marking it or its group, taking it back."""

from __future__ import annotations

import hashlib
import secrets
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from msgspec.structs import replace

from hippograd.errors import HippogradError
from hippograd.marking.agreement import agreement, both_marks, resolutions
from hippograd.marking.exchange import Proposal
from hippograd.marking.groups import Group, groups_of
from hippograd.marking.questions import Answer, Answers, Question
from hippograd.marking.store import RESOLUTION, SECOND, Mark, MarkStore, Score, usable_comment
from hippograd.records.desk_marks import FIRST

UNDO = "undo "
"""Before the batch that a mark takes back, in its own."""

FORMGRADER = "formgrader"
"""Stands for whoever gave a mark there."""


@dataclass(frozen=True)
class State:
    """Where the marking of an answer stands."""

    mark: Mark | None
    """What was given here, on whichever version of the answer."""

    elsewhere: float | None = None
    """What a person gave in formgrader, where that is not what was given here."""

    said_elsewhere: str = ""
    """What that person wrote."""

    has_changed: bool = False
    """Whether the answer is another than the one that was marked."""

    automatic: float | None = None
    """What it has without a marker: 0 for a blank."""

    both: tuple[Mark, ...] = ()
    """First and second mark, where they are to be resolved."""

    row: str = ""
    """What the answer is called where nobody's name is shown."""

    @property
    def is_done(self) -> bool:
        if self.mark is None or self.mark.points is None:
            return self.elsewhere is not None or self.automatic is not None
        return self.elsewhere is not None or not self.has_changed


class TakenBack(NamedTuple):
    """What a marker has taken back."""

    students: list[str]
    others: list[str]
    """Whose answers the same key press had marked, and somebody marked again since: these marks stay."""

    mark: Mark | None
    """The one that is no more, where no earlier one is in its place."""


@dataclass
class Class:
    """All answers to a question, as they are now."""

    answers: dict[str, Answer]
    groups: dict[str, Group]
    states: dict[str, State]


@dataclass
class Desk:
    """One marker at the questions of an assignment.

    Parameters
    ----------
    store : MarkStore
        The gradebook's marks.
    answers : Answers
        What the class wrote.
    questions : list of Question
        Those that can be marked.
    marker : str
        Who sits here; in the order of answers, and beside each mark.
    kind : str
        Whether marks count, or are second marks, blind, of a sample, or resolve where these differ.
    share : float
        Of the answers that a second marker sees.
    """

    store: MarkStore
    answers: Answers
    questions: list[Question]
    marker: str
    kind: str = FIRST
    share: float = 1.0
    proposals: Mapping[tuple[str, str], Proposal] = field(default_factory=dict)
    _groups: dict[str, tuple[int, dict[str, Group]]] = field(default_factory=dict)

    def question(self, key: str) -> Question:
        """The question of this name.

        Raises
        ------
        HippogradError
            When there is none.
        """
        found = next((one for one in self.questions if one.key == key), None)
        if found is None:
            raise HippogradError(
                f"There is no written task {key!r}.", f"Known: {', '.join(one.key for one in self.questions)}."
            )
        return found

    def look(self, question: Question) -> Class:
        """All answers and where their marking stands, read anew."""
        if self.kind == RESOLUTION:
            return self._look_at_disagreements(question)
        marks = self.store.latest(question.assignment, question.cell, self.kind)
        scores = self.store.in_gradebook(question.assignment, question.cell)
        own = self._marked_first(question) if self.kind == SECOND else set()
        answers = {name: one for name, one in self.answers.to(question).items() if name in scores and name not in own}
        states = {name: self._state(one, marks.get(name), scores[name]) for name, one in answers.items()}
        version = hash(tuple((name, one.digest) for name, one in answers.items()))
        known = self._groups.get(question.key)
        if known is None or known[0] != version:
            self._groups[question.key] = known = (version, groups_of(answers))
        return Class(answers, known[1], states)

    def _marked_first(self, question: Question) -> set[str]:
        """The students whose answers this marker has marked already: nobody is their own second marker."""
        first = self.store.latest(question.assignment, question.cell, FIRST)
        return {student for student, mark in first.items() if mark.marker == self.marker and mark.points is not None}

    def _look_at_disagreements(self, question: Question) -> Class:
        """The answers about which first and second mark differ."""
        first, second = both_marks(self.store, question)
        settled = resolutions(self.store, question, second)
        there = self.answers.to(question)
        scores = self.store.in_gradebook(question.assignment, question.cell)
        apart = [
            student
            for student, _, _ in agreement(self.store, question).disagreements
            if student in there.keys() & scores
        ]
        states = {one: State(settled.get(one), both=(first[one], second[one]), row=scores[one].row) for one in apart}
        return Class({one: there[one] for one in apart}, {}, states)

    def _state(self, answer: Answer, mark: Mark | None, score: Score) -> State:
        given = mark.points if mark is not None else None
        elsewhere = score.manual if self.kind == FIRST and score.manual != given else None
        # a mark by hand is of no version
        is_of_another = mark is not None and bool(mark.digest) and mark.digest != answer.digest
        return State(mark, elsewhere, score.comment, is_of_another, score.auto, row=score.row)

    def order(self, question: Question, students: Collection[str]) -> list[str]:
        """The students in the order in which this marker sees them: random, but always the same."""
        placed = sorted(students, key=lambda student: _digest(self.marker, question.cell, student))
        if self.kind != SECOND:
            return placed
        sample = sorted(students, key=lambda student: _digest("sample", question.cell, student))
        chosen = set(sample[: max(1, round(self.share * len(sample)))])
        return [student for student in placed if student in chosen]

    def next_after(self, question: Question, looked: Class, student: str | None) -> str | None:
        """The next student whose answer is not marked, from one on and round to it again; None when all are."""
        order = self.order(question, looked.answers)
        start = order.index(student) + 1 if student in order else 0
        turned = order[start:] + order[:start]
        return next((one for one in turned if not looked.states[one].is_done), None)

    def mark(
        self, question: Question, student: str, items: list[str], comment: str, number: int, points: float | None = None
    ) -> Mark:
        """Give an answer its items and a comment.

        Parameters
        ----------
        question : Question
            Which.
        student : str
            Whose answer.
        items : list of str
            Ids of the items that it has.
        comment : str
            What the student reads.
        number : int
            How many marks the answer had when the marker looked at it.
        points : float, optional
            In place of what the items give.

        Raises
        ------
        HippogradError
            When somebody has marked it meanwhile, or something cannot be used; nothing is changed then.
        """
        return self._give(question, [student], items, comment, {student: number}, points)[0]

    def mark_group(
        self, question: Question, students: list[str], items: list[str], comment: str, numbers: Mapping[str, int]
    ) -> list[Mark]:
        """Give the same to several answers, all or none."""
        return self._give(question, students, items, comment, numbers, None)

    def take_back(self, question: Question, student: str) -> TakenBack:
        """Undo this marker's last mark of an answer, and of all that the same key press marked.

        Raises
        ------
        HippogradError
            When the last mark is not this marker's.
        """
        own, _ = self._standing(question, student, self.kind)
        if not own or own[-1].marker != self.marker or own[-1].points is None:
            raise HippogradError(
                "There is nothing of yours to take back here.", "Only a marker's own last mark can be taken back."
            )
        batch, scores = own[-1].batch, self.store.in_gradebook(question.assignment, question.cell)
        marks, whose = [], self.store.batch(question.assignment, question.cell, batch)
        for one in whose:
            for kind in self._kinds():
                standing, number = self._standing(question, one, kind)
                if not standing or standing[-1].batch != batch:  # it was marked again since
                    continue
                if kind == FIRST and one in scores and scores[one].manual != standing[-1].points:
                    continue  # in formgrader
                *earlier, last = standing
                before = earlier[-1] if earlier else replace(last, items=[], points=None, comment="")
                marks.append(replace(before, number=number))
        if not marks:
            raise HippogradError("It was marked in formgrader since.", "Take it back there.")
        self._save_anew(question, marks, UNDO + batch)
        back = list(dict.fromkeys(mark.student for mark in marks))
        return TakenBack(back, [one for one in whose if one not in back], own[-1] if len(own) == 1 else None)

    def _kinds(self) -> tuple[str, ...]:
        """What one key press enters: what resolves also counts."""
        return (RESOLUTION, FIRST) if self.kind == RESOLUTION else (self.kind,)

    def changed_by_scheme(self, question: Question) -> list[tuple[Mark, float]]:
        """The marks whose items are worth something else by now, with what."""
        kinds = (FIRST, SECOND) if self.kind == FIRST else (self.kind,)
        marks = [mark for kind in kinds for mark in self._latest(question, kind)]
        worth = [(mark, question.rubric.score(mark.items)) for mark in marks]
        return [(mark, now) for mark, now in worth if mark.items and mark.points is not None and now != mark.points]

    def apply_scheme(self, question: Question) -> int:
        """Give all these marks the points of the present scheme; how many there were."""
        marks = [replace(mark, points=points) for mark, points in self.changed_by_scheme(question)]
        self._save_anew(question, marks)
        return len(marks)

    def comments(self, question: Question) -> dict[str, list[str]]:
        """Comments that were given to this question, the most frequent first, with the items that each came with."""
        # a mark by hand is of no version, and its reason is this student's alone
        marks = [one for one in self._latest(question) if one.comment and one.digest]
        counts = Counter(one.comment for one in marks)
        return {
            comment: sorted({item for one in marks if one.comment == comment for item in one.items})
            for comment, _ in counts.most_common()
        }

    def having(self, question: Question, comment: str) -> list[Mark]:
        """The marks that have this comment."""
        return [one for one in self._latest(question) if one.comment == comment and one.points is not None]

    def edit_comment(self, question: Question, old: str, new: str) -> int:
        """Put another comment in the place of one, for everybody who has it; how many have."""
        having = self.having(question, old)
        self._save_anew(question, [replace(one, comment=usable_comment(new)) for one in having])
        return len(having)

    def _give(
        self,
        question: Question,
        students: list[str],
        items: list[str],
        comment: str,
        numbers: Mapping[str, int],
        points: float | None,
    ) -> list[Mark]:
        known = [item.id for item in question.rubric.items]
        strange = sorted(set(items) - set(known))
        if strange:
            raise HippogradError(f"The scheme has no item {strange[0]!r}.", "It may have changed: reload the page.")
        if points is not None and not 0 <= points <= question.rubric.points:
            raise HippogradError(
                f"{points:g} points are not between 0 and {question.rubric.points:g}.", "Correct the number."
            )
        answers = self.answers.to(question)
        if any(student not in answers for student in students):
            raise HippogradError("This answer is not there any more.", "Reload: somebody may have left.")
        batch = secrets.token_hex(8)
        marks = [
            Mark(
                student=student,
                marker=self.marker,
                items=[name for name in known if name in items],
                points=question.rubric.score(items) if points is None else points,
                comment=usable_comment(comment),
                digest=answers[student].digest,
                text=answers[student].text,
                batch=batch,
                kind=self.kind,
                number=numbers.get(student, 0),
            )
            for student in students
        ]
        adopted = self._given_elsewhere(question, students)
        marks = [replace(mark, number=mark.number + (mark.student in adopted)) for mark in marks]
        self.store.save(
            question.assignment, question.cell, [*adopted.values(), *marks, *self._that_count(question, marks)]
        )
        return marks

    def _given_elsewhere(self, question: Question, students: Collection[str]) -> dict[str, Mark]:
        """The marks of formgrader that are about to be replaced, as marks of ours: they can be taken back to."""
        if self.kind != FIRST:
            return {}
        latest = self.store.latest(question.assignment, question.cell, FIRST)
        scores = self.store.in_gradebook(question.assignment, question.cell)
        found = {}
        for student in students:
            mark, score = latest.get(student), scores.get(student)
            if score is not None and score.manual is not None and score.manual != (mark.points if mark else None):
                number = mark.number + 1 if mark is not None else 0
                found[student] = Mark(
                    student, FORMGRADER, [], score.manual, score.comment, "", "", batch=FORMGRADER, number=number
                )
        return found

    def _that_count(self, question: Question, marks: list[Mark]) -> list[Mark]:
        """The marks that count, where those of this desk settle what they are."""
        if self.kind != RESOLUTION:
            return []
        latest = self.store.latest(question.assignment, question.cell, FIRST)
        return [replace(mark, kind=FIRST, number=latest[mark.student].number + 1) for mark in marks]

    def _save_anew(self, question: Question, marks: list[Mark], batch: str = "") -> None:
        """Save marks that follow on others: as this marker's, or with the batch of an undo, as they were."""
        whose = {} if batch else {"marker": self.marker}
        batch = batch or secrets.token_hex(8)
        anew = [replace(mark, batch=batch, number=mark.number + 1, **whose) for mark in marks]
        self.store.save(question.assignment, question.cell, anew)

    def _latest(self, question: Question, kind: str = "") -> list[Mark]:
        """The marks of a kind, by default this desk's; of those that count, what the gradebook has."""
        kind = kind or self.kind
        marks = self.store.latest(question.assignment, question.cell, kind).values()
        if kind != FIRST:
            return list(marks)
        scores = self.store.in_gradebook(question.assignment, question.cell)
        return [one for one in marks if one.student in scores and scores[one.student].manual == one.points]

    def _standing(self, question: Question, student: str, kind: str) -> tuple[list[Mark], int]:
        """The marks of an answer that were not taken back, in order, and the number of the last of all."""
        standing: list[Mark] = []
        history = self._history(question, student, kind)
        for mark in history:
            if mark.batch.startswith(UNDO):
                standing = standing[:-1]
            else:
                standing.append(mark)
        return standing, history[-1].number if history else 0

    def _history(self, question: Question, student: str, kind: str) -> list[Mark]:
        found = self.store.history(question.assignment, question.cell, student)
        return [mark for mark in found if mark.kind == kind]


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()
