"""Marks that people give, in tables of our own beside nbgrader's, and in nbgrader's own in the same transaction.

Nothing is overwritten: each mark is one more row, and the last one of an answer counts. The row's number is unique for
an answer, so of two markers who save at the same moment one is refused, on any database.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Annotated, NamedTuple

import msgspec
from msgspec import Meta
from msgspec.structs import replace
from nbgrader.api import (
    Assignment,
    BaseCell,
    Comment,
    Grade,
    SubmittedAssignment,
    SubmittedNotebook,
)
from sqlalchemy import (
    Column,
    Connection,
    Float,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    create_engine,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.exc import IntegrityError, SQLAlchemyError

from hippograd.errors import HippogradError, unusable
from hippograd.nbgrader_env import alone_in
from hippograd.records.desk_marks import DESK_TABLE, EARLIER, FIRST, FORMGRADER, has_desk_marks, is_of_version
from hippograd.records.entries import require_gradebook
from hippograd.records.patience import patiently

VERSION = 1
"""Of the tables; a desk of another version leaves them alone."""

LONGEST_COMMENT = 10_000

SECOND = "second mark"
"""A kind of marks: blind ones, of a sample, beside those that count."""

RESOLUTION = "resolution"
"""A kind of marks: given with both others in view, where those differ; the same is entered as the mark that counts."""

_META = MetaData()
_VERSION = Table("hippograd_version", _META, Column("version", Integer, primary_key=True))
_MARKS = Table(
    DESK_TABLE,
    _META,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("assignment", String(128), nullable=False),
    Column("cell", String(128), nullable=False),
    Column("student", String(128), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("number", Integer, nullable=False),
    Column("marker", String(128), nullable=False),
    Column("items", Text, nullable=False),
    Column("points", Float),
    Column("comment", Text, nullable=False),
    Column("digest", String(64), nullable=False),
    Column("text", Text, nullable=False),
    Column("batch", String(32), nullable=False),
    Column("time", String(32), nullable=False),
    UniqueConstraint("assignment", "cell", "student", "kind", "number"),
)


class Mark(msgspec.Struct, frozen=True):
    """What a marker gave an answer."""

    student: str
    marker: str
    items: list[str]
    points: float | None
    """None where a mark was taken back."""

    comment: str
    digest: str
    """Of the answer that was marked."""

    text: str
    """The answer that was marked."""

    batch: str = ""
    """What all marks have in common that one key press made."""

    kind: str = FIRST
    number: int = 0
    """How many marks of this kind the answer had before."""

    time: str = ""


class Score(NamedTuple):
    """A mark in the gradebook."""

    manual: float | None
    """What a person gave; None where nobody did."""

    auto: float | None
    """What was given without one: 0 for a blank."""

    comment: str
    """What a person wrote, or the empty text."""

    row: str
    """Its name in the gradebook: random, the same for all markers, and nothing of the student's."""

    is_waiting: bool = False
    """Whether it still needs a mark: none has been given, or one of an earlier version of the answer."""

    extra: float = 0.0
    """What somebody gave on top in formgrader."""


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
    """A comment as it is saved.

    Raises
    ------
    HippogradError
        When it is too long.
    """
    if len(text) > LONGEST_COMMENT:
        raise HippogradError(f"The comment has {len(text)} characters, more than {LONGEST_COMMENT}.", "Shorten it.")
    return text.strip()


def signs_of(row: str) -> str:
    """What markers call an answer."""
    return row[:6]


class Taken(HippogradError):
    """An answer is not as the marker saw it: somebody else has marked it, or it was handed in again.

    Parameters
    ----------
    student : str
        Whose answer.
    by : str
        Who marked it; empty where it was handed in again.
    called : str, optional
        What the answer is called where several were to be marked at once.
    """

    def __init__(self, student: str, by: str, called: str = "") -> None:
        which = f"{called}, one of this group," if called else "this answer"
        what = (
            f"{by} has marked {which} meanwhile"
            if by
            else f"{which[:1].upper()}{which[1:]} was handed in again meanwhile"
        )
        if called:
            super().__init__(
                f"{what}; none of the group was marked.", "Press g and look at what is ticked; then g again."
            )
        else:
            super().__init__(f"{what}; nothing was overwritten.", "Look at it again, then save.")
        self.student = student
        self.by = by


class MarkStore:
    """Marks in a gradebook.

    Parameters
    ----------
    db_url : str
        The gradebook, which must exist.

    Raises
    ------
    HippogradError
        When it does not exist, cannot be opened, or holds tables of another version.
    """

    def __init__(self, db_url: str) -> None:
        require_gradebook(db_url)
        self.url = db_url
        self._engine = create_engine(db_url)
        with self._said(), alone_in(db_url), self._engine.begin() as connection:
            _META.create_all(connection)
            found = connection.scalar(select(_VERSION.c.version))
            if found is None:
                connection.execute(insert(_VERSION).values(version=VERSION))
            elif found != VERSION:
                raise HippogradError(
                    f"The marks in this gradebook are of version {found}, not {VERSION}.",
                    "Mark with the version of hippograd that made them.",
                )

    def latest(self, assignment: str, cell: str, kind: str = FIRST) -> dict[str, Mark]:
        """The last mark of each student whose answer has one."""
        return {mark.student: mark for mark in self.all(assignment, cell, kind)}

    def all(self, assignment: str, cell: str, kind: str) -> list[Mark]:
        """All marks of a kind, those of an answer in the order in which they were given."""
        rows = select(_MARKS).where(_MARKS.c.assignment == assignment, _MARKS.c.cell == cell, _MARKS.c.kind == kind)
        with self._said(), self._engine.connect() as connection:
            return [_mark(row) for row in connection.execute(rows.order_by(_MARKS.c.number)).mappings().all()]

    def in_gradebook(self, assignment: str, cell: str, comment_cell: str | None = None) -> dict[str, Score]:
        """What the gradebook has, by student; see `save`."""
        with self._said(), self._engine.connect() as connection:
            rows = connection.execute(
                _rows(Grade, assignment, cell, "manual_score", "auto_score", "needs_manual_grade", "extra_credit")
            ).all()
            said = connection.execute(_rows(Comment, assignment, comment_cell or cell, "manual_comment")).all()
        comments = {student: text or "" for student, _, text in said}
        return {
            student: Score(manual, auto, comments.get(student, ""), row, bool(waits), extra or 0.0)
            for student, row, manual, auto, waits, extra in rows
        }

    def save(
        self,
        assignment: str,
        cell: str,
        marks: Iterable[Mark],
        seen: Mapping[str, Seen] | None = None,
        comment_cell: str | None = None,
    ) -> None:
        """Enter marks, all of them or none.

        Parameters
        ----------
        assignment, cell : str
            What was marked.
        marks : iterable of Mark
            Whose, and how. One of another version than was seen is kept, and is no mark in the gradebook.
        seen : mapping of str to Seen, optional
            What the marker saw of the answers, by student.
        comment_cell : str, optional
            Where the comment stands in the gradebook, if it is not the cell itself: comments belong to answers.

        Raises
        ------
        Taken
            When an answer has been marked since its mark's `number` was read, or since it was seen.
        HippogradError
            When the database refuses, or a student is not in the gradebook any more.
        """
        now = datetime.now(UTC).isoformat(timespec="seconds")
        marks = [replace(mark, comment=_without_nul(mark.comment), text=_without_nul(mark.text)) for mark in marks]

        def enter() -> None:
            with self._said(), self._engine.begin() as connection:
                _hold(connection, assignment, cell, {mark.student for mark in marks})
                for mark in marks:
                    if mark.number > _next(connection, assignment, cell, mark):
                        raise self._taken(assignment, cell, [mark])
                    values = msgspec.structs.asdict(mark) | {"items": msgspec.json.encode(mark.items).decode()}
                    connection.execute(
                        insert(_MARKS).values(**(values | {"assignment": assignment, "cell": cell, "time": now}))
                    )
                # all others are kept out: what is read now is still so when it is replaced
                for student, one in (seen or {}).items():
                    self._require_as_seen(connection, assignment, cell, student, one, marks)
                for mark in marks:
                    if mark.kind == FIRST:
                        version = seen[mark.student].digest if seen and mark.student in seen else mark.digest
                        is_there = mark.digest == EARLIER or is_of_version(mark.digest, version)
                        entered = mark if is_there else replace(mark, points=None, comment="")
                        _enter(connection, assignment, cell, comment_cell or cell, entered)

        try:
            patiently(enter)
        except IntegrityError:
            raise self._taken(assignment, cell, marks) from None

    def require_as_seen(self, assignment: str, cell: str, seen: Mapping[str, Seen]) -> None:
        """Refuse where the gradebook has something else by now.

        Raises
        ------
        Taken
            With whose answer, and who changed it.
        """
        with self._said(), self._engine.connect() as connection:
            for student, one in seen.items():
                self._require_as_seen(connection, assignment, cell, student, one, [])

    def _require_as_seen(
        self, connection: Connection, assignment: str, cell: str, student: str, seen: Seen, marks: list[Mark]
    ) -> None:
        for kind, number in seen.numbers.items():
            added = sum(mark.student == student and mark.kind == kind for mark in marks)
            one = Mark(student, "", [], None, "", "", "", kind=kind)
            if _next(connection, assignment, cell, one) - added != number:
                raise self._taken(assignment, cell, [replace(one, number=number)])
        if FIRST not in seen.numbers:
            return
        whose = SubmittedAssignment.__table__.c.student_id == student
        scores = connection.execute(_rows(Grade, assignment, cell, "manual_score").where(whose)).all()
        said = connection.execute(_rows(Comment, assignment, cell, "manual_comment").where(whose)).all()
        has_changed = any(row.manual_score != seen.manual for row in scores)
        if has_changed or any((row.manual_comment or "") != seen.comment for row in said):
            raise Taken(student, FORMGRADER)

    def history(self, assignment: str, cell: str, student: str) -> list[Mark]:
        """All marks that an answer ever had."""
        rows = select(_MARKS).where(
            _MARKS.c.assignment == assignment, _MARKS.c.cell == cell, _MARKS.c.student == student
        )
        with self._said(), self._engine.connect() as connection:
            return [_mark(row) for row in connection.execute(rows.order_by(_MARKS.c.id)).mappings().all()]

    def given_by(self, assignment: str, cell: str, kind: str, marker: str) -> list[tuple[str, str]]:
        """Student and batch of all marks that a marker gave, in the order in which they were given."""
        rows = select(_MARKS.c.student, _MARKS.c.batch).where(
            *(_MARKS.c.assignment == assignment, _MARKS.c.cell == cell),
            *(_MARKS.c.kind == kind, _MARKS.c.marker == marker),
        )
        with self._said(), self._engine.connect() as connection:
            found = connection.execute(rows.order_by(_MARKS.c.id)).all()
        return list(dict.fromkeys((row.student, row.batch) for row in found))

    def batch(self, assignment: str, cell: str, batch: str) -> list[str]:
        """The students whose answers one key press marked."""
        rows = select(_MARKS.c.student).where(
            _MARKS.c.assignment == assignment, _MARKS.c.cell == cell, _MARKS.c.batch == batch
        )
        with self._said(), self._engine.connect() as connection:
            return list(dict.fromkeys(connection.scalars(rows)))

    def _taken(self, assignment: str, cell: str, marks: list[Mark]) -> Taken:
        """Which of the answers has been marked meanwhile, and by whom."""
        latest = {kind: self.latest(assignment, cell, kind) for kind in {mark.kind for mark in marks}}
        for mark in marks:
            last = latest[mark.kind].get(mark.student)
            if last is not None and last.number >= mark.number:
                return Taken(mark.student, last.marker)
        return Taken(marks[0].student, "Somebody")  # and it was taken back since

    @contextmanager
    def _said(self) -> Iterator[None]:
        try:
            yield
        except IntegrityError:
            raise
        except SQLAlchemyError as error:
            raise unusable(self.url, error) from None


def has_marks(db_url: str) -> bool:
    """Whether anybody has marked at the desk in this gradebook."""
    engine = create_engine(db_url)
    try:
        with engine.connect() as connection:
            return has_desk_marks(connection)
    except SQLAlchemyError as error:
        raise unusable(db_url, error) from None
    finally:
        engine.dispose()


def _without_nul(text: str) -> str:
    """A text as PostgreSQL can hold it."""
    return text.replace("\0", "\N{REPLACEMENT CHARACTER}")


def _hold(connection: Connection, assignment: str, cell: str, students: Collection[str]) -> None:
    """Keep others from the marks of these students, in one order for all, and before anything else is written.

    A run does the same with those of its one student. A file is held as a whole, by whoever writes into it first.
    """
    grade, whose = Grade.__table__, SubmittedAssignment.__table__.c.student_id
    theirs = _rows(Grade, assignment, cell).where(whose.in_(students)).order_by(whose, grade.c.id)
    connection.execute(theirs.with_for_update(of=grade))


def _next(connection: Connection, assignment: str, cell: str, mark: Mark) -> int:
    """The number of an answer's next mark of a kind: a larger one would hide those that are given after it."""
    same = {"assignment": assignment, "cell": cell, "student": mark.student, "kind": mark.kind}
    last = connection.scalar(select(func.max(_MARKS.c.number)).filter_by(**same))
    return 0 if last is None else last + 1


def _mark(row: object) -> Mark:
    values = dict(row)  # type: ignore[call-overload]
    values["items"] = msgspec.json.decode(values["items"])
    return msgspec.convert({name: values[name] for name in Mark.__struct_fields__}, Mark)


def _rows(kind: type[Grade | Comment], assignment: str, cell: str, *columns: str):  # type: ignore[no-untyped-def]
    """Whose, the row's id, and these columns, for each grade of a cell or comment on it."""
    base, submitted, submission, whole = (
        one.__table__ for one in (BaseCell, SubmittedNotebook, SubmittedAssignment, Assignment)
    )
    table = kind.__table__
    return (
        select(submission.c.student_id, table.c.id, *(table.c[name] for name in columns))
        .select_from(table)
        .join(base, table.c.cell_id == base.c.id)
        .join(submitted, table.c.notebook_id == submitted.c.id)
        .join(submission, submitted.c.assignment_id == submission.c.id)
        .join(whole, submission.c.assignment_id == whole.c.id)
        .where(whole.c.name == assignment, base.c.name == cell)
    )


def _enter(connection: Connection, assignment: str, cell: str, comment_cell: str, mark: Mark) -> None:
    """Enter a mark where formgrader has it."""
    student = SubmittedAssignment.__table__.c.student_id == mark.student
    rows = connection.execute(_rows(Grade, assignment, cell, "auto_score").where(student)).all()
    if not rows:
        raise HippogradError(
            f"The gradebook has no answer of this student to {cell} any more.", "Reload: somebody may have left."
        )
    is_unmarked = mark.points is None and all(row.auto_score is None for row in rows)
    is_waiting = is_unmarked or mark.digest == EARLIER
    grade, comment = Grade.__table__, Comment.__table__
    connection.execute(
        update(grade)
        .where(grade.c.id.in_([row.id for row in rows]))
        .values(manual_score=mark.points, needs_manual_grade=is_waiting)
    )
    comments = connection.execute(_rows(Comment, assignment, comment_cell).where(student)).all()
    connection.execute(
        update(comment)
        .where(comment.c.id.in_([row.id for row in comments]))
        .values(manual_comment=mark.comment or None)
    )
