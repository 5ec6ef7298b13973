"""Marks that people give, in tables of our own beside nbgrader's, and in nbgrader's own in the same transaction.

Nothing is overwritten: each mark is one more row, and the last one of an answer counts. The row's number is unique for
an answer, so of two markers who save at the same moment one is refused, on any database.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Annotated

import msgspec
from msgspec import Meta
from msgspec.structs import replace
from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from hippograd.errors import HippogradError
from hippograd.store.desk_marks import EARLIER, FIRST, FORMGRADER, Mark, Score, is_of_version
from hippograd.store.gradebook import Gradebook, append, marks_of, next_number

LONGEST_COMMENT = 10_000

SECOND = "second mark"
"""A kind of marks: blind ones, of a sample, beside those that count."""

RESOLUTION = "resolution"
"""A kind of marks: given with both others in view, where those differ; the same is entered as the mark that counts."""


class Seen(msgspec.Struct, frozen=True):
    """What a marker saw of an answer, and decides what may be saved: if any of it differs by then, nothing is."""

    numbers: dict[str, Annotated[int, Meta(ge=0, lt=2**31)]]
    """How many marks of each kind that the marker may see it had."""

    digest: str
    """Of its text."""

    manual: float | None = None
    """Its score in the gradebook, where the marker may see it."""

    comment: str = ""
    """And its comment."""


def usable_comment(text: str) -> str:
    """Return a comment as it is saved."""
    if len(text) > LONGEST_COMMENT:
        raise HippogradError("comment-too-long", length=len(text), most=LONGEST_COMMENT)
    return text.strip()


def signs_of(row: str) -> str:
    """Return what markers call an answer."""
    return row[:6]


class Taken(HippogradError):
    """An answer is not as the marker saw it: somebody else has marked it, or it was handed in again."""

    def __init__(self, student: str, by: str, called: str = "") -> None:
        which = f"{called}, one of this group," if called else "this answer"
        what = f"{by} has marked {which}" if by else f"{which[:1].upper()}{which[1:]} was handed in again"
        if called:
            super().__init__("group-taken", what=what)
        else:
            super().__init__("answer-taken", what=what)
        self.student = student
        self.by = by


class MarkStore:
    """Marks in a gradebook."""

    def __init__(self, db_url: str) -> None:
        self.url = db_url
        self.book = Gradebook(db_url)
        self.book.require()
        self.book.make_ours()

    def latest(self, assignment: str, cell: str, kind: str = FIRST) -> dict[str, Mark]:
        """Return the last mark of each student whose answer has one."""
        return {mark.student: mark for mark in self.all(assignment, cell, kind)}

    def given(self, assignment: str, cell: str, kind: str) -> dict[str, list[Mark]]:
        """Return the same as `all`, by student."""
        found: dict[str, list[Mark]] = {}
        for mark in self.all(assignment, cell, kind):
            found.setdefault(mark.student, []).append(mark)
        return found

    def all(self, assignment: str, cell: str, kind: str) -> list[Mark]:
        """Return all marks of a kind, those of an answer in the order in which they were given."""
        return self._marks(assignment=assignment, cell=cell, kind=kind)

    def history(self, assignment: str, cell: str, student: str) -> list[Mark]:
        """Return all marks that an answer ever had."""
        return self._marks(assignment=assignment, cell=cell, student=student)

    def given_by(self, assignment: str, cell: str, kind: str, marker: str) -> list[tuple[str, str]]:
        """Student and batch of all marks that a marker gave, in the order in which they were given."""
        found = self._marks(assignment=assignment, cell=cell, kind=kind, marker=marker)
        return list(dict.fromkeys((mark.student, mark.batch) for mark in found))

    def batch(self, assignment: str, cell: str, batch: str) -> list[str]:
        """Return the students whose answers one key press marked."""
        return list(dict.fromkeys(mark.student for mark in self._marks(assignment=assignment, cell=cell, batch=batch)))

    def _marks(self, **values: str) -> list[Mark]:
        found = self.book.reading(lambda connection: marks_of(connection, **values)) or []
        return [mark for _, mark in found]

    def in_gradebook(self, assignment: str, cell: str, comment_cell: str | None = None) -> dict[str, Score]:
        """Return what the gradebook has, by student; see `save`."""
        return self.book.reading(lambda one: self.book.scores(one, assignment, cell, comment_cell or cell)) or {}

    def save(
        self,
        assignment: str,
        cell: str,
        marks: Iterable[Mark],
        seen: Mapping[str, Seen] | None = None,
        comment_cell: str | None = None,
    ) -> None:
        """Enter marks, all of them or none.

        A mark of another version than was `seen` is kept, and is no mark in the gradebook. The comment may stand at
        another cell: comments belong to answers.
        """
        marks = [replace(mark, comment=_without_nul(mark.comment), text=_without_nul(mark.text)) for mark in marks]

        def enter(connection: Connection) -> None:
            self.book.hold(connection, assignment, cell, {mark.student for mark in marks})
            for mark in marks:
                if mark.number > next_number(connection, assignment, cell, mark):
                    raise self._taken(assignment, cell, [mark])
                try:
                    append(connection, assignment, cell, mark)
                except IntegrityError:
                    raise self._taken(assignment, cell, marks) from None
            # all others are kept out: what is read now is still so when it is replaced
            for student, one in (seen or {}).items():
                self._require_as_seen(connection, assignment, cell, student, one, marks)
            for mark in marks:
                if mark.kind == FIRST:
                    version = seen[mark.student].digest if seen and mark.student in seen else mark.digest
                    is_there = mark.digest == EARLIER or is_of_version(mark.digest, version)
                    entered = mark if is_there else replace(mark, points=None, comment="")
                    self.book.enter_mark(connection, assignment, cell, comment_cell or cell, entered)

        self.book.writing(enter)

    def require_as_seen(self, assignment: str, cell: str, seen: Mapping[str, Seen]) -> None:
        """Refuse where the gradebook has something else by now."""

        def require(connection: Connection) -> None:
            for student, one in seen.items():
                self._require_as_seen(connection, assignment, cell, student, one, [])

        self.book.reading(require)

    def _require_as_seen(
        self, connection: Connection, assignment: str, cell: str, student: str, seen: Seen, marks: list[Mark]
    ) -> None:
        for kind, number in seen.numbers.items():
            added = sum(mark.student == student and mark.kind == kind for mark in marks)
            one = Mark(student, "", [], None, "", "", "", kind=kind)
            if next_number(connection, assignment, cell, one) - added != number:
                raise self._taken(assignment, cell, [replace(one, number=number)])
        if FIRST not in seen.numbers:
            return
        for score in self.book.scores(connection, assignment, cell, cell, student).values():
            if (score.manual, score.comment) != (seen.manual, seen.comment):
                raise Taken(student, FORMGRADER)

    def _taken(self, assignment: str, cell: str, marks: list[Mark]) -> Taken:
        """Return which of the answers has been marked meanwhile, and by whom."""
        latest = {kind: self.latest(assignment, cell, kind) for kind in {mark.kind for mark in marks}}
        for mark in marks:
            last = latest[mark.kind].get(mark.student)
            if last is not None and last.number >= mark.number:
                return Taken(mark.student, last.marker)
        return Taken(marks[0].student, "Somebody")  # and it was taken back since


def _without_nul(text: str) -> str:
    """Return a text as PostgreSQL can hold it."""
    return text.replace("\0", "\N{REPLACEMENT CHARACTER}")
