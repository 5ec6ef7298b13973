"""What is asked in words, and what the class answered: read from the release and the executed notebooks."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from hippograd.building.released import released_cells
from hippograd.course import Offering
from hippograd.course.regions import scheme_of, without_scheme
from hippograd.course.rubric import Rubric, read_rubric
from hippograd.grading.notebook import whole_length
from hippograd.intake.matching.cells import says_nothing
from hippograd.marking.store import MarkStore
from hippograd.records.folder import Records
from hippograd.records.graded_cells import graded_cells
from hippograd.records.results import handed_in_together
from hippograd.store.desk_marks import FIRST, LONGEST_ANSWER, Mark, State, digest_of_answer, state


@dataclass(frozen=True)
class Question:
    """A task that is answered in words."""

    assignment: str
    cell: str
    """The name of the answer's cell in the gradebook."""

    number: str
    title: str
    text: str
    rubric: Rubric
    blank: str
    """What stands in the cell before anybody writes."""

    @property
    def key(self) -> str:
        """What tells it apart from those of all assignments."""
        return f"{self.assignment}:{self.cell}"


@dataclass(frozen=True)
class Answer:
    """What a student wrote."""

    text: str
    is_blank: bool
    attachments: Mapping[str, dict[str, str]] = field(default_factory=dict)
    whole: int | None = None
    """How many characters it has, where that is more than the desk shows."""

    @property
    def digest(self) -> str:
        """Of all that a marker sees."""
        return digest_of_answer(self.text, self.attachments)


def questions_of(offering: Offering) -> list[Question]:
    """Return the written tasks of an assignment, in teaching order."""
    cells = released_cells(offering)
    asked = {cell.task: cell.source for cell in cells if cell.kind == "question"}
    blank = {cell.task: cell.source for cell in cells if cell.kind == "written"}
    return [
        Question(
            offering.assignment.name,
            task.written_id,
            task.number,
            task.title,
            without_scheme(asked[task.written_id]).strip(),
            read_rubric(scheme_of(asked[task.written_id]), task.written_points),
            blank[task.written_id].strip(),
        )
        for task in offering.assignment.tasks
        if task.is_written
    ]


class Answers:
    """The answers of a class, read from the executed notebooks; one that has not changed is read once."""

    def __init__(self, records: Records, questions: list[Question], only: Collection[str] | None = None) -> None:
        self._records = records
        self._only = only
        self._questions = {(question.assignment, question.cell): question for question in questions}
        self._groups: dict[str, tuple[int, dict[str, list[str]]]] = {}
        self._read: dict[Path, tuple[int, dict[str, Answer]]] = {}

    def to(self, question: Question) -> dict[str, Answer]:
        """Return what everybody wrote, by student; of whom there is no notebook, nothing."""
        pattern = f"*/{question.assignment}/{question.assignment}.ipynb"
        found = {}
        for path in sorted(self._records.autograded.glob(pattern)):
            answers = self._in(path) if self._only is None or path.parts[-3] in self._only else {}
            if question.cell in answers:
                found[path.parts[-3]] = answers[question.cell]
        return found

    def groups(self, assignment: str) -> dict[str, list[str]]:
        """Return who handed in one file together, by member."""
        results = self._records.results_of(assignment)
        changed = results.newest()
        known = self._groups.get(assignment)
        if known is None or known[0] != changed:
            self._groups[assignment] = known = (changed, handed_in_together(results))
        return known[1]

    def _in(self, path: Path) -> dict[str, Answer]:
        changed = path.stat().st_mtime_ns
        known = self._read.get(path)
        if known is None or known[0] != changed:
            self._read[path] = known = (changed, self._answers(path))
        return known[1]

    def _answers(self, path: Path) -> dict[str, Answer]:
        found = {}
        for cell in graded_cells(path):
            question = self._questions.get((path.stem, cell.grade_id))
            if question is not None:
                text = cell.text
                whole = whole_length(text) or (len(text) if len(text) > LONGEST_ANSWER else None)
                found[question.cell] = Answer(
                    text[: LONGEST_ANSWER + 1], says_nothing(text, question.blank), cell.attachments, whole
                )
        return found


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
