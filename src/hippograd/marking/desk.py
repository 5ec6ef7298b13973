"""What a marker does at the desk: which answer comes next, marking it or its group, taking it back."""

from __future__ import annotations

import dataclasses
import hashlib
import secrets
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from msgspec.structs import replace

from hippograd.errors import HippogradError
from hippograd.marking.agreement import agreement, both_marks, decisions
from hippograd.marking.groups import Group, groups_of
from hippograd.marking.questions import Answer, Answers, Question, counting, states
from hippograd.marking.store import (
    RESOLUTION,
    SECOND,
    MarkStore,
    Seen,
    Taken,
    usable_comment,
)
from hippograd.store.desk_marks import FIRST, FORMGRADER, UNDO, Mark, standing, state


@dataclass(frozen=True)
class State:
    """Where the marking of an answer stands."""

    mark: Mark | None
    """What was given last, here or in formgrader, on whichever version of the answer."""

    seen: Seen
    """What of it decides what may be saved."""

    counts: Mark | None = None
    """The mark that counts, given here or in formgrader."""

    automatic: float | None = None
    """What it has without a marker: 0 for a blank."""

    both: tuple[Mark, ...] = ()
    """First and second mark, where they are to be resolved."""

    row: str = ""
    """What the answer is called where nobody's name is shown."""

    extra: float = 0.0
    """What somebody gave on top in formgrader, whichever version of the answer it was for."""

    @property
    def has_changed(self) -> bool:
        """Whether the answer is another than the one that was marked, and has not been marked since."""
        is_other = self.mark is not None and self.mark.digest not in ("", self.seen.digest)
        return is_other and self.counts is None and self.mark is not None and self.mark.points is not None

    @property
    def given(self) -> tuple[float | None, list[str], str] | None:
        """What the mark that counts gives."""
        return (self.counts.points, self.counts.items, self.counts.comment) if self.counts is not None else None

    @property
    def is_done(self) -> bool:
        return self.counts is not None or self.automatic is not None


class TakenBack(NamedTuple):
    """What a marker has taken back."""

    students: list[str]
    others: list[str]
    """Whose answers the same key press had marked, and that were marked or handed in again since: these marks stay."""

    mark: Mark | None
    """The one that is no more, where no earlier one is in its place."""

    with_earlier: int
    """How many have an earlier mark again."""


@dataclass
class Class:
    """All answers to a question, as they are now."""

    answers: dict[str, Answer]
    groups: dict[str, Group]
    states: dict[str, State]


@dataclass
class Desk:
    """One marker at the questions of an assignment."""

    store: MarkStore
    """The gradebook's marks."""

    answers: Answers
    """What the class wrote."""

    questions: list[Question]
    """Those that can be marked."""

    marker: str
    """Who sits here; in the order of answers, and beside each mark."""

    kind: str = FIRST
    """Whether marks count, or are second marks, blind, of a sample, or resolve where these differ."""

    share: float = 1.0
    """Of the answers that a second marker sees."""

    _groups: dict[str, tuple[int, dict[str, Group]]] = field(default_factory=dict)

    def question(self, key: str) -> Question:
        """Return the question of this name."""
        found = next((question for question in self.questions if question.key == key), None)
        if found is None:
            raise HippogradError("question-unknown", name=key, known=[question.key for question in self.questions])
        return found

    def look(self, question: Question) -> Class:
        """Return all answers and where their marking stands, read anew."""
        if self.kind == RESOLUTION:
            return self._look_at_disagreements(question)
        own = self.marked_first(question) if self.kind == SECOND else set()
        there = {name: one for name, one in self.answers.to(question).items() if name not in own}
        states = self._states(question, there)
        answers = {name: there[name] for name in states if self._with_group(question, name, states)[0] == name}
        states = {name: states[name] for name in answers}
        version = hash(tuple((name, one.digest) for name, one in answers.items()))
        known = self._groups.get(question.key)
        if known is None or known[0] != version:
            self._groups[question.key] = known = (version, groups_of(answers))
        return Class(answers, known[1], states)

    def _with_group(self, question: Question, student: str, states: Mapping[str, State]) -> list[str]:
        """Return a student and those who handed in the same file and have the same mark: it is marked once."""
        group = self.answers.groups(question.assignment).get(student, [student])
        if student not in states:
            return [student]
        return [one for one in group if one in states and states[one].given == states[student].given]

    def marked_first(self, question: Question) -> set[str]:
        """Return the students whose answers this marker has marked, whoever did after: nobody is their own second
        marker."""
        given = self.store.given(question.assignment, question.cell, FIRST)
        return {
            student
            for student in self.answers.to(question)
            if any(mark.marker == self.marker for mark in standing(given.get(student, [])))
        }

    def _look_at_disagreements(self, question: Question) -> Class:
        """Return the answers about which first and second mark differ."""
        there = self.answers.to(question)
        first, second = both_marks(self.store, question, there)
        settled = decisions(self.store, question, there, second)
        apart = {student: there[student] for student, _, _ in agreement(self.store, question, there).disagreements}
        states = {
            student: dataclasses.replace(
                state,
                mark=settled.get(student),
                counts=settled.get(student),
                automatic=None,
                both=(first[student], second[student]),
            )
            for student, state in self._states(question, apart).items()
        }
        return Class(apart, {}, states)

    def _states(self, question: Question, answers: Mapping[str, Answer]) -> dict[str, State]:
        kinds = (FIRST, SECOND, RESOLUTION) if self.kind == RESOLUTION else (self.kind,)
        given = {kind: self.store.given(question.assignment, question.cell, kind) for kind in kinds}
        scores = self.store.in_gradebook(question.assignment, question.cell)
        found = {}
        for student, answer in answers.items():
            if student not in scores:
                continue
            score = scores[student]
            numbers = {kind: marks[student][-1].number + 1 if student in marks else 0 for kind, marks in given.items()}
            manual, comment, extra = (
                (score.manual, score.comment, score.extra) if self.kind != SECOND else (None, "", 0.0)
            )
            seen = Seen(numbers, answer.digest, manual, comment)
            known = score if self.kind == FIRST else None
            now = state(student, given[self.kind].get(student, []), known, answer.digest, answer.text)
            found[student] = State(now.last, seen, now.counts, score.auto, row=score.row, extra=extra)
        return found

    def order(self, question: Question, students: Collection[str]) -> list[str]:
        """Return the students in the order in which this marker sees them: random, but always the same."""
        placed = sorted(students, key=lambda student: _digest(self.marker, question.cell, student))
        if self.kind != SECOND:
            return placed
        sample = sorted(students, key=lambda student: _digest("sample", question.cell, student))
        chosen = set(sample[: max(1, round(self.share * len(sample)))])
        return [student for student in placed if student in chosen]

    def next_after(self, question: Question, looked: Class, student: str | None) -> str | None:
        """Return the next student whose answer is not marked, from one on and round to it again; None when all are."""
        order = self.order(question, looked.answers)
        start = order.index(student) + 1 if student in order else 0
        turned = order[start:] + order[:start]
        return next((student for student in turned if not looked.states[student].is_done), None)

    def mark(
        self, question: Question, student: str, items: list[str], comment: str, seen: Seen, points: float | None = None
    ) -> Mark:
        """Give an answer its items and a comment.

        `points` stand in place of what the items give; `seen` is what the marker saw of the answer.
        """
        return self._give(question, [student], items, comment, {student: seen}, points)[0]

    def mark_group(
        self,
        question: Question,
        students: list[str],
        items: list[str],
        comment: str,
        seen: Mapping[str, Seen],
        points: float | None = None,
    ) -> list[Mark]:
        """Give the same to several answers, all or none; see `mark`."""
        return self._give(question, students, items, comment, seen, points)

    def take_back(self, question: Question, student: str, seen: Seen) -> TakenBack:
        """Undo this marker's last mark of an answer, and of all that the same key press marked.

        Where the mark before was of another version of the answer, it has none then.
        """
        answers = self.answers.to(question)
        self._require_versions(answers, {student: seen})
        self.store.require_as_seen(question.assignment, question.cell, {student: seen})
        found = {kind: states(self.store, question, answers, kind) for kind in self._kinds()}
        here = found[self.kind].get(student)
        own = here.standing if here is not None else []
        if here is None or here.counts is None or not own or own[-1].marker != self.marker:
            raise nothing_to_take_back()
        if here.counts.batch == FORMGRADER:
            raise HippogradError("marked-in-formgrader")
        batch = own[-1].batch
        marks, with_earlier, whose = [], set(), self.store.batch(question.assignment, question.cell, batch)
        for one in whose:
            for kind in self._kinds():
                now = found[kind].get(one)
                if now is None or not now.standing or now.standing[-1].batch != batch:  # it was marked again since
                    continue
                if now.counts is None or now.unsaved is not None:  # it was marked in formgrader, or handed in again
                    continue
                *earlier, last = now.standing
                if earlier and earlier[-1].points is not None:
                    with_earlier.add(one)
                before = earlier[-1] if earlier else replace(last, items=[], points=None, comment="")
                marks.append(replace(before, batch=UNDO + batch, number=now.number))
        back = list(dict.fromkeys(mark.student for mark in marks))
        if student not in back:
            raise HippogradError("marked-in-formgrader")
        seen_now = {
            one: now.seen
            for one, now in self._states(question, {student: answers[student] for student in back}).items()
        }
        self.store.save(question.assignment, question.cell, marks, seen_now | {student: seen})
        others = [student for student in whose if student not in back]
        return TakenBack(back, others, own[-1] if len(own) == 1 else None, len(with_earlier))

    def saved(self, question: Question) -> Iterator[str]:
        """Yield the students whose marks this marker can take back, the one who was marked last first."""
        found = states(self.store, question, self.answers.to(question), self.kind)
        given = self.store.given_by(question.assignment, question.cell, self.kind, self.marker)
        for student, batch in reversed(given):
            now = found.get(student)
            if now is not None and now.standing and now.counts is not None and now.unsaved is None:
                last = now.standing[-1]
                if last.marker == self.marker and last.batch == batch:
                    yield student

    def _kinds(self) -> tuple[str, ...]:
        """Return what one key press enters: what resolves also counts."""
        return (SECOND,) if self.kind == SECOND else (RESOLUTION, FIRST)

    def changed_by_scheme(self, question: Question) -> list[tuple[Mark, float]]:
        """Return the marks whose items are worth something else by now, with what; of second marks only this
        marker's."""
        marks = [mark for mark in self._latest(question) if self.kind != SECOND or mark.marker == self.marker]
        worth = [(mark, question.rubric.score(mark.items)) for mark in marks]
        return [(mark, now) for mark, now in worth if mark.items and mark.points is not None and now != mark.points]

    def apply_scheme(self, question: Question) -> int:
        """Give all these marks the points of the present scheme; how many there were."""
        batch = secrets.token_hex(8)
        changed = [mark for mark, _ in self.changed_by_scheme(question)]
        marks = [
            replace(
                mark,
                points=question.rubric.score(mark.items),
                marker=self.marker,
                batch=batch,
                number=mark.number + 1,
            )
            for mark in self._with_twins(question, changed)
        ]
        self.store.save(question.assignment, question.cell, marks)
        return len(changed)

    def comments(self, question: Question) -> dict[str, list[str]]:
        """Comments that were given to this question, the most frequent first, with the items that each came with."""
        # a mark by hand is of no version, and its reason is this student's alone
        marks = [mark for mark in self._latest(question) if mark.comment and mark.digest]
        counts = Counter(mark.comment for mark in marks)
        return {
            comment: sorted({item for mark in marks if mark.comment == comment for item in mark.items})
            for comment, _ in counts.most_common()
        }

    def having(self, question: Question, comment: str) -> list[Mark]:
        """Return the marks that have this comment."""
        return [mark for mark in self._latest(question) if mark.comment == comment]

    def edit_comment(self, question: Question, old: str, new: str) -> int:
        """Put another comment in the place of one, for everybody who has it; how many have.

        The marks stay whose they are, and what one key press made stays together.
        """
        having, better = self.having(question, old), usable_comment(new)
        found = {kind: states(self.store, question, self.answers.to(question), kind) for kind in self._kinds()}
        marks = []
        for mark in self._with_twins(question, having):
            now = found[mark.kind][mark.student]
            if mark.comment == old:  # a mark of formgrader's is in no row of ours
                batch = mark.batch if mark.number == now.number else now.standing[-1].batch
                marks.append(replace(mark, comment=better, batch=batch, number=now.number))
        self.store.save(question.assignment, question.cell, marks)
        return len(having)

    def _with_twins(self, question: Question, marks: list[Mark]) -> list[Mark]:
        """These marks, and those that the same key presses entered beside them: what resolves also counts."""
        twins = [mark for kind in self._kinds() if kind != self.kind for mark in self._counting(question, kind)]
        there = {(mark.student, mark.batch): mark for mark in twins}
        return marks + [there[mark.student, mark.batch] for mark in marks if (mark.student, mark.batch) in there]

    def _give(
        self,
        question: Question,
        students: list[str],
        items: list[str],
        comment: str,
        seen: Mapping[str, Seen],
        points: float | None,
    ) -> list[Mark]:
        known = [item.id for item in question.rubric.items]
        strange = sorted(set(items) - set(known))
        if strange:
            raise HippogradError("item-unknown", item=strange[0])
        if points is not None and not 0 <= points <= question.rubric.points:
            raise HippogradError("points-not-between", points=points, most=question.rubric.points)
        answers = self.answers.to(question)
        if any(student not in answers for student in students):
            raise HippogradError("answer-gone")
        self._require_versions(answers, seen)
        if self.kind != RESOLUTION:
            states = self._states(question, answers)
            every = [one for student in students for one in self._with_group(question, student, states)]
            students = list(dict.fromkeys([*students, *every]))
            seen = {student: states[student].seen for student in students if student in states} | {**seen}
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
                number=seen[student].numbers[self.kind],
            )
            for student in students
        ]
        adopted = self._to_replace(question, {student: answers[student] for student in students})
        if self.kind == RESOLUTION:
            counting_too = [replace(mark, kind=FIRST, number=seen[mark.student].numbers[FIRST]) for mark in marks]
        else:
            counting_too, marks = marks, []
        counting_too = [replace(mark, number=mark.number + (mark.student in adopted)) for mark in counting_too]
        self.store.save(question.assignment, question.cell, [*marks, *adopted.values(), *counting_too], seen)
        return counting_too

    def _require_versions(self, answers: Mapping[str, Answer], seen: Mapping[str, Seen]) -> None:
        """Refuse where an answer is another than was seen."""
        for student, one in seen.items():
            if student not in answers or answers[student].digest != one.digest:
                raise Taken(student, "")

    def _to_replace(self, question: Question, answers: Mapping[str, Answer]) -> dict[str, Mark]:
        """Return what was done in formgrader and is about to be replaced, as marks of ours: they can be taken back
        to."""
        if self.kind == SECOND:
            return {}
        found = states(self.store, question, answers)
        return {student: one.unsaved for student, one in found.items() if one.unsaved is not None}

    def _latest(self, question: Question) -> list[Mark]:
        """Return the marks of this desk's kind that count."""
        return self._counting(question, self.kind)

    def _counting(self, question: Question, kind: str) -> list[Mark]:
        """Return the marks of a kind that count; of those that resolve such as nobody has marked again since."""
        answers = self.answers.to(question)
        found = counting(self.store, question, answers, kind)
        if kind == RESOLUTION:
            first = counting(self.store, question, answers)
            found = {who: one for who, one in found.items() if who in first and first[who].batch == one.batch}
        return list(found.values())


def nothing_to_take_back() -> HippogradError:
    return HippogradError("nothing-to-take-back")


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()
