"""A gradebook: the one place that reads and writes nbgrader's tables, and our own beside them in the same database."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, nullcontext
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cached_property
from pathlib import Path
from time import sleep
from typing import Any, NamedTuple, TypeVar

import msgspec
from sqlalchemy import (
    Connection,
    Engine,
    MetaData,
    Select,
    Table,
    bindparam,
    case,
    create_engine,
    delete,
    func,
    insert,
    inspect,
    or_,
    select,
    text,
    update,
)
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError
from sqlalchemy.pool import NullPool

from hippograd.errors import GradebookUnusable, HippogradError, unusable
from hippograd.files import SQLITE, alone_in_folder, file_of
from hippograd.store.desk_marks import EARLIER, FIRST, Entered, Mark, Score, handed_in_again, is_mark_of_desk
from hippograd.store.lateness import HandedIn, Lateness
from hippograd.store.marks import CellMark, Known, Marks
from hippograd.store.tables import (
    ANSWERS,
    ASSIGNMENT,
    CELL,
    COMMENT,
    GRADE,
    GRADED_CELLS,
    MARKS,
    NOTEBOOK,
    OURS,
    RESULTS,
    SOLUTION_CELL,
    SOURCE_CELL,
    STUDENT,
    SUBMISSION,
    SUBMITTED,
    VERSION,
    at_cells,
    new_id,
    submissions,
)

T = TypeVar("T")
Row = dict[str, Any]

VERSION_HERE = 1
"""Of our own tables; those of another version are left alone."""

WAIT = 5
"""How long SQLite waits for another program, s; `patiently` asks again after that."""

OF_A_STUDENT = ("first_name", "last_name", "email", "lms_user_id")
"""Columns of the gradebook that a roster can fill."""

_ENTERING = 0x68697070
"""The number of PostgreSQL's lock that is held while an assignment is entered: one in each database."""

_SCORE = case(
    (GRADE.c.manual_score.is_not(None), GRADE.c.manual_score + func.coalesce(GRADE.c.extra_credit, 0.0)),
    (GRADE.c.auto_score.is_not(None), GRADE.c.auto_score + func.coalesce(GRADE.c.extra_credit, 0.0)),
    else_=0.0,
)
"""What nbgrader counts of a grade."""

_GRADE_CELL, _TASK_CELL = GRADED_CELLS.values()


class ByHand(NamedTuple):
    """Points that a person gave."""

    points: float
    auto: float | None
    """What is given without a person; None of what is answered in words."""


@dataclass(frozen=True)
class NotebookMarks:
    """What an executed notebook has, by cell."""

    scores: dict[str, float | None]
    """Points; None where a person gives them."""

    versions: dict[str, str] = field(default_factory=dict)
    """The digests of answers."""

    blank: frozenset[str] = frozenset()
    """Answers that are as they were released."""

    is_there: bool = True
    """Whether it was handed in: one that was not has no points."""


class Gradebook:
    """nbgrader's gradebook in any database; nothing is opened, or made, until it is used.

    Each method raises `GradebookUnusable` when the database does not answer, also after a while. Reading gives nothing
    where there is no gradebook.
    """

    def __init__(self, url: str) -> None:
        self.url = url
        self._file = file_of(url)
        self._parsed = _parsed(url)

    @property
    def shown(self) -> str:
        """Its address without the password."""
        return self.url if self._file is not None else str(self._parsed.render_as_string(hide_password=True))

    @cached_property
    def _engine(self) -> Engine:
        # each action opens the file that is there by then: a backup may have been put in its place
        waits = {"timeout": WAIT} if self._file is not None else {}
        return create_engine(self._parsed, poolclass=NullPool, connect_args=waits)

    @contextmanager
    def _said(self) -> Iterator[None]:
        try:
            yield
        except (SQLAlchemyError, OSError) as error:
            raise unusable(self.url, error) from None

    def reading(self, action: Callable[[Connection], T]) -> T | None:
        """Return what an action reads; None where there is no gradebook of nbgrader's."""
        if self._file is not None and not self._file.is_file():
            return None

        def once() -> T | None:
            with self._said(), self._engine.connect() as connection:
                return action(connection) if inspect(connection).has_table(SUBMISSION.name) else None

        return patiently(once)

    def writing(self, action: Callable[[Connection], T]) -> T:
        """Return what an action gives that writes, whole or not at all."""

        def once() -> T:
            with self._said(), self._engine.begin() as connection:
                return action(connection)

        return patiently(once)

    def _rows(self, query: Select[Any]) -> list[Any]:
        return self.reading(lambda connection: list(connection.execute(query))) or []

    @property
    def is_there(self) -> bool:
        """Whether the database has nbgrader's tables."""
        return self.reading(lambda one: one.execute(select(SUBMISSION.c.id).limit(1)).all()) is not None

    def require(self) -> None:
        """Refuse a database without a gradebook, which nbgrader would make there, with nothing in it."""
        if self._file is not None and self._file.is_file() and not self._file.stat().st_size:
            raise HippogradError("gradebook-empty", file=self._file)
        if not self.is_there:
            raise HippogradError("gradebook-missing", gradebook=self.shown)

    def make(self) -> None:
        """Make the tables that are not there, nbgrader's and ours."""
        from hippograd.nbgrader_env import Gradebook as Made  # takes seconds

        def made() -> None:
            with self._said(), self.alone():
                Made(self.url).close()

        patiently(made)
        self.make_ours()

    def make_ours(self) -> None:
        """Make our own tables beside nbgrader's."""

        def made(connection: Connection) -> None:
            OURS.create_all(connection)
            found = connection.scalar(select(VERSION.c.version))
            if found is None:
                connection.execute(insert(VERSION).values(version=VERSION_HERE))
            elif found != VERSION_HERE:
                raise HippogradError("gradebook-version", found=found, known=VERSION_HERE)

        with self.alone():
            self.writing(made)

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Wait until no other command of ours makes a gradebook or enters an assignment, and keep others waiting.

        nbgrader does that in many transactions, and of two at once each deletes what the other has just entered. A
        file is locked by its folder, so nothing is left there.
        """
        if self._parsed.get_backend_name() == "postgresql":
            with self._engine.connect() as connection:
                connection.execute(select(func.pg_advisory_lock(_ENTERING)))
                yield
        else:
            with alone_in_folder(self._file.parent) if self._file is not None else nullcontext():
                yield

    # people

    def people(self) -> dict[str, Known]:
        """Return everybody in the gradebook by id."""
        rows = self._rows(select(STUDENT.c.id, *(STUDENT.c[name] for name in OF_A_STUDENT)))
        return {student: Known(student, *(one or "" for one in said)) for student, *said in rows}

    def enter_people(self, people: Iterable[Known]) -> None:
        """Enter people; what is empty of somebody stays as it was."""
        people = list(people)
        self.make()

        def enter(connection: Connection) -> None:
            there = set(connection.scalars(select(STUDENT.c.id)))
            for student, *said in people:
                values = {name: value for name, value in zip(OF_A_STUDENT, said, strict=True) if value}
                if student not in there:
                    connection.execute(insert(STUDENT).values(id=student, **values))
                elif values:
                    connection.execute(update(STUDENT).where(STUDENT.c.id == student).values(**values))

        self.writing(enter)

    # assignments

    def max_points(self, assignment: str) -> dict[str, float]:
        """Return what each cell is worth."""
        return dict(self.reading(lambda connection: _max_points(connection, assignment)) or {})

    def cells_of(self, assignment: str) -> tuple[dict[str, dict[str, dict[str, Row]]], bool]:
        """Return the cells of each notebook of an assignment, by kind and name, and whether there are submissions.

        The kinds are nbgrader's: GradeCell, SolutionCell, TaskCell, SourceCell.
        """
        return self.reading(lambda connection: _cells(connection, assignment)) or ({}, False)

    def has_assignment(self, assignment: str) -> bool:
        """Tell whether an assignment is in the gradebook."""
        return bool(self._rows(select(ASSIGNMENT.c.id).where(ASSIGNMENT.c.name == assignment)))

    def enter_assignment(self, name: str, kernel: str, cells: Mapping[str, Mapping[str, Row]]) -> None:
        """Enter a new assignment of one notebook, which has its name."""
        from hippograd.nbgrader_env import COURSE_ID

        def enter(connection: Connection) -> None:
            assignment, notebook = new_id(), new_id()
            connection.execute(insert(ASSIGNMENT).values(id=assignment, name=name, course_id=COURSE_ID))
            connection.execute(
                insert(NOTEBOOK).values(id=notebook, name=name, assignment_id=assignment, kernelspec=kernel)
            )
            for kind, rows in cells.items():
                for cell, row in rows.items():
                    one, base = new_id(), {"name": cell, "notebook_id": notebook}
                    if kind == "SourceCell":
                        connection.execute(insert(SOURCE_CELL).values(id=one, **base, **row))
                        continue
                    connection.execute(insert(CELL).values(id=one, type=kind, **base))
                    connection.execute(insert(_table_of(kind)).values(id=one, **row))

        self.writing(enter)

    # submissions

    def submitted(self, assignment: str) -> dict[str, datetime | None]:
        """Return whose submission of an assignment is there, and when it was handed in, if that is known."""
        whose = submissions(SUBMISSION.c.student_id, SUBMISSION.c.timestamp).where(ASSIGNMENT.c.name == assignment)
        try:
            rows = self._rows(whose)
        except ValueError as error:  # a time that is none
            raise unusable(self.url, error) from None
        return {student: time.replace(tzinfo=UTC) if time is not None else None for student, time in rows}

    def answers_waiting(self, assignment: str) -> dict[str, int]:
        """Return how many answers wait for a person's mark, by cell."""
        nobody_has = or_(GRADE.c.manual_score.is_(None), GRADE.c.needs_manual_grade)
        waiting = at_cells(GRADE, CELL.c.name, func.count()).where(
            ASSIGNMENT.c.name == assignment, GRADE.c.auto_score.is_(None), nobody_has
        )
        return dict(tuple(row) for row in self._rows(waiting.group_by(CELL.c.name)))

    def above_maximum(self, assignment: str, points: Mapping[str, float]) -> dict[str, list[str]]:
        """Return, by cell, to whom people gave more than it is worth by now; `points` says what that is."""
        rows = self._rows(
            at_cells(GRADE, CELL.c.name, SUBMISSION.c.student_id, GRADE.c.manual_score, _GRADE_CELL.c.max_score)
            .join(_GRADE_CELL, _GRADE_CELL.c.id == CELL.c.id)
            .where(ASSIGNMENT.c.name == assignment, GRADE.c.manual_score.is_not(None))
            .order_by(CELL.c.name, SUBMISSION.c.student_id)
        )
        found: dict[str, list[str]] = {}
        for cell, student, manual, most in rows:
            if manual > min(most, points.get(cell, most)):
                found.setdefault(cell, []).append(student)
        return found

    def marks(self, assignment: str, students: Collection[str] | None = None) -> dict[str, Marks]:
        """Return the marks of those who handed something in, by default of everybody."""
        self.require()
        return self.reading(lambda connection: _marks(connection, assignment, students)) or {}

    def enter(
        self,
        student: str,
        assignment: str,
        notebooks: Callable[[str], NotebookMarks],
        lateness: Lateness | None = None,
        also: Callable[[Connection], None] = lambda _: None,
        **times: datetime | None,
    ) -> dict[str, ByHand]:
        """Enter one graded submission, whole or not at all."""

        def enter(connection: Connection) -> dict[str, ByHand]:
            by_hand = _enter(connection, student, assignment, notebooks, lateness, times)
            also(connection)
            return by_hand

        return self.writing(enter)

    def enter_penalties(self, assignment: str, students: Iterable[str], lateness: Lateness) -> None:
        """Enter deadline, extension and penalty of some submissions as they are now."""
        students = list(students)

        def enter(connection: Connection) -> None:
            for student in students:
                _enter_lateness(connection, student, assignment, lateness)

        self.writing(enter)

    def enter_time(self, assignment: str, student: str, time: datetime, lateness: Lateness) -> None:
        """Enter when a submission was handed in, in UTC, and what that costs; see `enter_penalties`."""

        def enter(connection: Connection) -> None:
            _, submission = _submission(connection, assignment, student)
            connection.execute(update(SUBMISSION).where(SUBMISSION.c.id == submission).values(timestamp=time))
            _enter_lateness(connection, student, assignment, lateness)

        self.writing(enter)

    def enter_deadlines(self, assignment: str, student: str, lateness: Lateness) -> float:
        """Enter deadline and extension of a submission; how many days the student was late before, is returned."""
        return self.writing(lambda connection: _enter_times(connection, student, assignment, lateness)[1])

    # the desk

    @property
    def has_desk_marks(self) -> bool:
        """Whether anybody has marked at the desk."""
        one = select(MARKS.c.id).limit(1)
        return bool(self.reading(lambda there: has_table(there, MARKS) and there.execute(one).all()))

    def scores(
        self, connection: Connection, assignment: str, cell: str, comment_cell: str, student: str | None = None
    ) -> dict[str, Score]:
        """Return what is there of an answer, by student; the comment may stand at another cell."""
        columns = [GRADE.c[name] for name in ("manual_score", "auto_score", "id", "needs_manual_grade", "extra_credit")]
        comments = dict(
            tuple(row)
            for row in connection.execute(
                _of_cell(COMMENT, assignment, comment_cell, student, COMMENT.c.manual_comment)
            )
        )
        return {
            who: Score(manual, auto, comments.get(who) or "", row, bool(waits), extra or 0.0)
            for who, manual, auto, row, waits, extra in connection.execute(
                _of_cell(GRADE, assignment, cell, student, *columns)
            )
        }

    def hold(self, connection: Connection, assignment: str, cell: str, students: Collection[str]) -> None:
        """Keep others from the marks of these students, in one order for all, and before anything else is written.

        A run does the same with those of its one student. A file is held as a whole, by whoever writes into it first.
        """
        theirs = _of_cell(GRADE, assignment, cell, None, GRADE.c.id).where(SUBMISSION.c.student_id.in_(students))
        connection.execute(theirs.order_by(SUBMISSION.c.student_id, GRADE.c.id).with_for_update(of=GRADE))

    def enter_mark(self, connection: Connection, assignment: str, cell: str, comment_cell: str, mark: Mark) -> None:
        """Enter a mark where formgrader has it."""
        grades = list(
            connection.execute(_of_cell(GRADE, assignment, cell, mark.student, GRADE.c.id, GRADE.c.auto_score))
        )
        if not grades:
            raise HippogradError("answer-not-there", cell=cell)
        is_unmarked = mark.points is None and all(row.auto_score is None for row in grades)
        connection.execute(
            update(GRADE)
            .where(GRADE.c.id.in_([row.id for row in grades]))
            .values(manual_score=mark.points, needs_manual_grade=is_unmarked or mark.digest == EARLIER)
        )
        comments = list(connection.execute(_of_cell(COMMENT, assignment, comment_cell, mark.student, COMMENT.c.id)))
        connection.execute(
            update(COMMENT)
            .where(COMMENT.c.id.in_([row.id for row in comments]))
            .values(manual_comment=mark.comment or None)
        )

    # as a whole

    def remove(self, student: str, assignment: str | None = None, *, is_nobody: bool = False) -> list[str]:
        """Delete a student, or a submission of theirs, with all marks; what was deleted, a line each.

        With `is_nobody`, a student goes with the last submission.
        """
        if not self.is_there:
            return []
        deleted = self.writing(lambda connection: _removed(connection, student, assignment, is_nobody=is_nobody))
        if deleted:
            self._vacuum()
        return deleted

    def copy_to(self, target: Path) -> None:
        """Copy nbgrader's tables, and ours beside them, into a new SQLite file."""
        copy = Gradebook(f"{SQLITE}{target.resolve()}")
        copy.make()

        def written(there: Connection) -> None:
            with copy._said(), copy._engine.begin() as here:
                for table in _tables(there):
                    table.create(here, checkfirst=True)
                    here.execute(table.delete())
                    rows = [dict(row) for row in there.execute(select(table)).mappings()]
                    if rows:
                        here.execute(table.insert(), rows)

        self.reading(written)

    def empty(self) -> list[str]:
        """Delete every row of every student, assignment and mark; a line for each table that had some."""
        if not self.is_there:
            return []

        def emptied(connection: Connection) -> dict[str, int]:
            counts = {}
            for table in reversed(_tables(connection)):
                counts[table.name] = connection.scalar(select(func.count()).select_from(table)) or 0
                connection.execute(table.delete())
            return counts

        counts = self.writing(emptied)
        self._vacuum()
        return [f"{count} rows of {name} in the gradebook" for name, count in counts.items() if count]

    def _vacuum(self) -> None:
        """Overwrite what is deleted, which would stay in the file."""

        def vacuum() -> None:
            with self._said(), self._engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
                connection.execute(text("VACUUM"))

        patiently(vacuum)


def copy_database(file: Path, target: Path) -> None:
    """Copy an SQLite file as it is at one moment, also while it is written; of what is no database, the bytes."""
    try:
        address = f"{file.resolve().as_uri()}?mode=ro"  # the last one to leave would put the log into the file
        with closing(sqlite3.connect(address, uri=True)) as database, closing(sqlite3.connect(target)) as copy:
            database.backup(copy)
    except sqlite3.DatabaseError:
        shutil.copy(file, target)


def _parsed(db_url: str) -> URL:
    try:
        url = make_url(db_url)
        url.get_dialect().import_dbapi()
        return url
    except ImportError as error:
        raise HippogradError("driver-missing", cause=error) from None
    except (ArgumentError, ValueError):  # of a port that is no number
        raise HippogradError("not-a-url") from None


def has_table(connection: Connection, table: Table) -> bool:
    return bool(inspect(connection).has_table(table.name))


def _tables(connection: Connection) -> list[Table]:
    """Return those of nbgrader's that are there, what others refer to first, and ours, but for the version of the
    schema."""
    import nbgrader.api

    there = set(inspect(connection).get_table_names())
    theirs = [table for table in nbgrader.api.Base.metadata.sorted_tables if table.name in there]
    ours = MetaData()
    names = [name for name in there if name.startswith("hippograd_") and name != VERSION.name]
    ours.reflect(connection, only=names)
    for column in (column for table in ours.sorted_tables for column in table.columns):
        column.server_default = None  # such as a sequence of PostgreSQL's, which no other database has
    return [*theirs, *ours.sorted_tables]


def _table_of(kind: str) -> Table:
    return SOLUTION_CELL if kind == "SolutionCell" else GRADED_CELLS[kind]


def _cells(connection: Connection, assignment: str) -> tuple[dict[str, dict[str, dict[str, Row]]], bool]:
    found: dict[str, dict[str, dict[str, Row]]] = {}
    notebooks = select(NOTEBOOK.c.id, NOTEBOOK.c.name).join(ASSIGNMENT, NOTEBOOK.c.assignment_id == ASSIGNMENT.c.id)
    has_submissions = False
    for notebook, name in connection.execute(notebooks.where(ASSIGNMENT.c.name == assignment)).all():
        cells: dict[str, dict[str, Row]] = {}
        for kind in ("GradeCell", "SolutionCell", "TaskCell"):
            table = _table_of(kind)
            columns = [column for column in table.c if column.name != "id"]
            rows = select(CELL.c.name, *columns).join(table, table.c.id == CELL.c.id)
            cells[kind] = _by_name(connection, rows.where(CELL.c.notebook_id == notebook))
        columns = [SOURCE_CELL.c[one] for one in ("name", "cell_type", "locked", "source", "checksum")]
        cells["SourceCell"] = _by_name(connection, select(*columns).where(SOURCE_CELL.c.notebook_id == notebook))
        found[name] = cells
        theirs = select(SUBMITTED.c.id).where(SUBMITTED.c.notebook_id == notebook).limit(1)
        has_submissions |= connection.scalar(theirs) is not None
    return found, has_submissions


def _by_name(connection: Connection, rows: Select[Any]) -> dict[str, Row]:
    return {row["name"]: {key: row[key] for key in row if key != "name"} for row in connection.execute(rows).mappings()}


def _max_points(connection: Connection, assignment: str) -> dict[str, float]:
    rows = (
        select(CELL.c.name, _GRADE_CELL.c.max_score)
        .join(_GRADE_CELL, _GRADE_CELL.c.id == CELL.c.id)
        .join(NOTEBOOK, CELL.c.notebook_id == NOTEBOOK.c.id)
        .join(ASSIGNMENT, NOTEBOOK.c.assignment_id == ASSIGNMENT.c.id)
    )
    return {name: float(most) for name, most in connection.execute(rows.where(ASSIGNMENT.c.name == assignment))}


def _of_cell(table: Table, assignment: str, cell: str, student: str | None, *columns: Any) -> Select[Any]:
    """Select whose, and these columns, for each grade of a cell or comment on it."""
    rows = at_cells(table, SUBMISSION.c.student_id, *columns).where(
        ASSIGNMENT.c.name == assignment, CELL.c.name == cell
    )
    return rows if student is None else rows.where(SUBMISSION.c.student_id == student)


def _marks(connection: Connection, assignment: str, students: Collection[str] | None) -> dict[str, Marks]:
    def asked(rows: Select[Any]) -> list[Any]:
        chosen = rows.where(ASSIGNMENT.c.name == assignment)
        return list(
            connection.execute(chosen if students is None else chosen.where(SUBMISSION.c.student_id.in_(students)))
        )

    names = select(NOTEBOOK.c.id).join(ASSIGNMENT, NOTEBOOK.c.assignment_id == ASSIGNMENT.c.id)
    has_several = len(connection.execute(names.where(ASSIGNMENT.c.name == assignment)).all()) > 1
    last, unread = _last_of_desk(connection, assignment), set()
    found: dict[str, Marks] = {}
    for row in asked(_WHOSE):
        found[row.student_id] = _with_notebook(found.get(row.student_id), row)
    for student, notebook, name, most, auto, manual, extra, waits, kind in asked(_GRADES):
        cell = f"{notebook}/{name}" if has_several else name
        mark = last.get((student, name))
        is_desks = mark is not None and mark.digest != EARLIER and is_mark_of_desk(manual, mark)
        if waits and kind != "code" and not is_desks:
            manual = None  # of an earlier version of the answer: formgrader asks for it, too
            unread.add((student, cell))
        found[student].cells[cell] = CellMark(most, auto, manual, extra or 0.0)
        found[student].items[cell] = msgspec.json.decode(mark.items) if mark is not None and is_desks else []
    for student, notebook, name, comment in asked(_COMMENTS):
        cell = f"{notebook}/{name}" if has_several else name
        if (student, cell) not in unread:
            found[student].comments[cell] = comment
    return found


_WHOSE = (
    submissions(SUBMISSION.c.student_id, SUBMISSION.c.timestamp, ASSIGNMENT.c.duedate, SUBMISSION.c.extension)
    .join(STUDENT, SUBMISSION.c.student_id == STUDENT.c.id)
    .join(SUBMITTED, SUBMITTED.c.assignment_id == SUBMISSION.c.id)
    .add_columns(SUBMITTED.c.late_submission_penalty, *(STUDENT.c[name] for name in OF_A_STUDENT[:3]))
)
_AT = (SUBMISSION.c.student_id, NOTEBOOK.c.name, CELL.c.name)
_GRADES = (
    at_cells(GRADE, *_AT, func.coalesce(_GRADE_CELL.c.max_score, _TASK_CELL.c.max_score, 0.0))
    .outerjoin(_GRADE_CELL, _GRADE_CELL.c.id == CELL.c.id)
    .outerjoin(_TASK_CELL, _TASK_CELL.c.id == CELL.c.id)
    .add_columns(GRADE.c.auto_score, GRADE.c.manual_score, GRADE.c.extra_credit)
    .add_columns(GRADE.c.needs_manual_grade, _GRADE_CELL.c.cell_type)
)
_COMMENTS = at_cells(COMMENT, *_AT, COMMENT.c.manual_comment).where(COMMENT.c.manual_comment.is_not(None))


def _with_notebook(known: Marks | None, row: Any) -> Marks:
    """Return the marks of a submission, without any cell yet, once one more notebook of it is known."""
    handed_in = row.timestamp.replace(tzinfo=UTC) if row.timestamp is not None else None
    paid = (row.late_submission_penalty or 0.0) + (known.penalty if known is not None else 0.0)
    late = None
    if row.timestamp is not None and row.duedate is not None:
        late = max(row.timestamp - row.duedate - (row.extension or timedelta()), timedelta())
    return Marks(row.student_id, handed_in, paid, row.first_name or "", row.last_name or "", row.email or "", late)


def _last_of_desk(connection: Connection, assignment: str) -> dict[tuple[str, str], Any]:
    """Return what was given last at the desk, by student and cell."""
    if not has_table(connection, MARKS):
        return {}
    given = select(MARKS).where(MARKS.c.assignment == assignment, MARKS.c.kind == FIRST).order_by(MARKS.c.number)
    rows = connection.execute(given.with_only_columns(MARKS.c.student, MARKS.c.cell, *_DECIDES))
    return {(row.student, row.cell): row for row in rows}


_DECIDES = (MARKS.c["items"], MARKS.c.points, MARKS.c.digest)


def _enter(
    connection: Connection,
    student: str,
    assignment: str,
    notebooks: Callable[[str], NotebookMarks],
    lateness: Lateness | None,
    times: Mapping[str, datetime | None],
) -> dict[str, ByHand]:
    if connection.scalar(select(STUDENT.c.id).where(STUDENT.c.id == student)) is None:
        connection.execute(insert(STUDENT).values(id=student))
    whole = connection.execute(select(ASSIGNMENT.c.id).where(ASSIGNMENT.c.name == assignment)).scalar_one()
    submission = _row(connection, SUBMISSION, assignment_id=whole, student_id=student)
    # an update, also of nothing: what SQLite reads from here on is still so when it is replaced
    time = times.get("timestamp", SUBMISSION.c.timestamp)
    connection.execute(update(SUBMISSION).where(SUBMISSION.c.id == submission).values(timestamp=time))
    by_hand: dict[str, ByHand] = {}
    names = select(NOTEBOOK.c.id, NOTEBOOK.c.name).where(NOTEBOOK.c.assignment_id == whole)
    for notebook, name in connection.execute(names).all():
        submitted = _row(connection, SUBMITTED, notebook_id=notebook, assignment_id=submission)
        by_hand |= _enter_notebook(connection, student, assignment, notebook, submitted, notebooks(name))
    if lateness is not None:
        _enter_lateness(connection, student, assignment, lateness)
    return by_hand


def _enter_notebook(
    connection: Connection, student: str, assignment: str, notebook: str, submitted: str, found: NotebookMarks
) -> dict[str, ByHand]:
    """Enter scores and comments of one notebook; what a person entered stays, and is given where none need look."""
    rows = select(CELL.c.id, CELL.c.name, CELL.c.type).where(CELL.c.notebook_id == notebook)
    cells = [_Cell(*row) for row in connection.execute(rows)]
    marks = select(GRADE.c.cell_id, GRADE.c.manual_score, GRADE.c.needs_manual_grade)
    held = _of(marks, GRADE, submitted, [cell.id for cell in cells]).with_for_update()  # first, as the desk does
    known = {cell: (manual, bool(waits)) for cell, manual, waits in connection.execute(held)}
    given = _given(connection, assignment, student)
    has_marks = bool(given) or any(manual is not None for manual, _ in known.values())
    versions = select(ANSWERS.c.cell, ANSWERS.c.digest).where(ANSWERS.c.notebook == submitted)
    earlier = dict(tuple(row) for row in connection.execute(versions))
    commented = {cell.name: cell.id for cell in cells if cell.kind != "GradeCell"}
    comments = {cell: _automatic_comment(found, name) for name, cell in commented.items()}
    grades: dict[str, Row] = {}
    for one in cells:
        if one.kind == "SolutionCell":
            continue
        manual, waits = known.get(one.id, (None, False))
        if found.is_there and has_marks and one.name in found.scores and one.name in found.versions:
            before = Entered(manual, _said_of(connection, submitted, commented[one.name]), waits)
            now, added = handed_in_again(
                before, given.get(one.name, []), found.versions[one.name], earlier.get(one.name)
            )
            for mark in added:
                append(connection, assignment, one.name, msgspec.structs.replace(mark, number=-1))
            score = found.scores[one.name]
            is_waiting = now.is_waiting and (score is None or now.manual is not None)
            grades[one.id] = {"manual_score": now.manual, "needs_manual_grade": is_waiting, "auto_score": score}
            comments[commented[one.name]] |= {"manual_comment": now.comment}
        else:
            grades[one.id] = _grade_of(found, one.name, manual, given.get(one.name, []))
    _fill(connection, GRADE, submitted, grades)
    _fill(connection, COMMENT, submitted, comments)
    connection.execute(delete(ANSWERS).where(ANSWERS.c.notebook == submitted))
    if found.versions:
        answers = [{"notebook": submitted, "cell": one, "digest": seen} for one, seen in found.versions.items()]
        connection.execute(insert(ANSWERS), answers)
    changed = {name for name, version in found.versions.items() if earlier.get(name) not in (None, version)}
    by_hand = {
        cell.name: manual
        for cell in cells
        if (manual := known.get(cell.id, (None, False))[0]) is not None
        and grades.get(cell.id, {}).get("manual_score", manual) is not None
    }
    return {
        name: ByHand(manual, found.scores[name])
        for name, manual in by_hand.items()
        if name in found.scores
        and (found.scores[name] is not None or (name in changed and _is_by_hand(manual, given.get(name, []))))
    }


class _Cell(NamedTuple):
    """A cell of an assignment in the gradebook."""

    id: str
    name: str
    kind: str


def _automatic_comment(found: NotebookMarks, name: str) -> Row:
    return {"auto_comment": "No response." if name in found.blank else None} if name in found.versions else {}


def _grade_of(found: NotebookMarks, name: str, manual: float | None, history: list[Mark]) -> Row:
    """Return what is entered for a cell that no answer decides."""
    if not found.is_there:
        return {"auto_score": 0, "needs_manual_grade": False}
    if name not in found.scores:
        return {}
    is_other = manual is not None and not is_mark_of_desk(manual, history[-1] if history else None)
    return {"needs_manual_grade": found.scores[name] is None or is_other, "auto_score": found.scores[name]}


def append(connection: Connection, assignment: str, cell: str, mark: Mark) -> None:
    """Add a mark to those of an answer; as the next one where its number is below 0."""
    number = mark.number if mark.number >= 0 else next_number(connection, assignment, cell, mark)
    now = datetime.now(UTC).isoformat(timespec="seconds")
    values = msgspec.structs.asdict(mark) | {"items": msgspec.json.encode(mark.items).decode()}
    values |= {"assignment": assignment, "cell": cell, "number": number, "time": now}
    connection.execute(insert(MARKS).values(**values))


def next_number(connection: Connection, assignment: str, cell: str, mark: Mark) -> int:
    """Return the number of an answer's next mark of a kind: a larger one would hide those that are given after it."""
    same = {"assignment": assignment, "cell": cell, "student": mark.student, "kind": mark.kind}
    last = connection.scalar(select(func.max(MARKS.c.number)).filter_by(**same))
    return 0 if last is None else last + 1


def marks_of(connection: Connection, **values: str) -> list[tuple[str, Mark]]:
    """Return the cell and the mark of all that has these values, in the order in which they were given."""
    rows = connection.execute(select(MARKS).filter_by(**values).order_by(MARKS.c.id)).mappings()
    return [
        (
            row["cell"],
            Mark(**{name: row[name] for name in Mark.__struct_fields__} | {"items": msgspec.json.decode(row["items"])}),
        )
        for row in rows
    ]


def _given(connection: Connection, assignment: str, student: str) -> dict[str, list[Mark]]:
    """Return what the desk gave a student's answers, by their cells, the last at the end."""
    found: dict[str, list[Mark]] = {}
    if has_table(connection, MARKS):
        for cell, mark in marks_of(connection, assignment=assignment, student=student, kind=FIRST):
            found.setdefault(cell, []).append(mark)
    return found


def _said_of(connection: Connection, submitted: str, comment: str) -> str | None:
    """Return what a person wrote about an answer, held as its mark is."""
    rows = _of(select(COMMENT.c.manual_comment), COMMENT, submitted, [comment])
    said: str | None = connection.scalar(rows.with_for_update())
    return said


def _is_by_hand(manual: float, history: list[Mark]) -> bool:
    """Tell whether a mark of a written answer is one by hand, which is of every version."""
    return bool(history) and not history[-1].digest and is_mark_of_desk(manual, history[-1])


def _row(connection: Connection, table: Table, **values: str) -> str:
    """Return the id of the row with these values, which is made where it does not exist."""
    found: str | None = connection.scalar(select(table.c.id).filter_by(**values))
    if found is None:
        found = new_id()
        connection.execute(insert(table).values(id=found, **values))
    return found


def _of(rows: Select[Any], table: Table, submitted: str, cells: list[str]) -> Select[Any]:
    """Limit rows to cells of a submitted notebook. Both are named: together they have an index."""
    return rows.where(table.c.cell_id.in_(cells), table.c.notebook_id == submitted)


def _fill(connection: Connection, table: Table, submitted: str, values: dict[str, Row]) -> None:
    """Make or change the rows of a submitted notebook, by cell."""
    rows = connection.execute(_of(select(table.c.cell_id, table.c.id), table, submitted, list(values)))
    known = dict(tuple(row) for row in rows)
    alike: dict[tuple[bool, tuple[str, ...]], list[Row]] = {}  # one statement for all that have the same columns
    for cell, row in values.items():
        one = {"at": known[cell], **row} if cell in known else {"cell_id": cell, "notebook_id": submitted, **row}
        alike.setdefault((cell in known, tuple(row)), []).append(one)
    for (is_known, columns), rows in alike.items():
        if not is_known:
            connection.execute(insert(table), rows)
        elif columns:
            connection.execute(update(table).where(table.c.id == bindparam("at")), rows)


def _submission(connection: Connection, assignment: str, student: str) -> tuple[str, str]:
    """Return the ids of an assignment and of a student's submission."""
    whose = submissions(ASSIGNMENT.c.id, SUBMISSION.c.id.label("submission")).where(
        ASSIGNMENT.c.name == assignment, SUBMISSION.c.student_id == student
    )
    found = connection.execute(whose).one_or_none()
    if found is None:
        raise HippogradError("submission-missing", student=student, assignment=assignment)
    return found.id, found.submission


def _enter_times(connection: Connection, student: str, assignment: str, lateness: Lateness) -> tuple[HandedIn, float]:
    """Enter deadlines and the student's extensions, also of all others that may have used up free days."""
    _submission(connection, assignment, student)
    columns = [SUBMISSION.c.id, ASSIGNMENT.c.id.label("assignment"), ASSIGNMENT.c.name, ASSIGNMENT.c.duedate]
    rows = submissions(*columns, SUBMISSION.c.timestamp, SUBMISSION.c.extension)
    theirs = [HandedIn(*row) for row in connection.execute(rows.where(SUBMISSION.c.student_id == student))]
    now = [
        lateness.of_now(submission, student)
        if submission.name == assignment or lateness.policy.free_days
        else submission
        for submission in theirs
    ]
    for before, one in zip(theirs, now, strict=True):
        if one.duedate != before.duedate:
            connection.execute(update(ASSIGNMENT).where(ASSIGNMENT.c.id == one.assignment).values(duedate=one.duedate))
        if one.extension != before.extension:
            connection.execute(
                update(SUBMISSION).where(SUBMISSION.c.id == one.submission).values(extension=one.extension)
            )
    (this,) = (one for one in now if one.name == assignment)
    return this, lateness.days_before(this, now)


def _enter_lateness(connection: Connection, student: str, assignment: str, lateness: Lateness) -> None:
    """Enter deadline, extension and penalty."""
    this, before = _enter_times(connection, student, assignment, lateness)
    for (submitted,) in connection.execute(
        select(SUBMITTED.c.id).where(SUBMITTED.c.assignment_id == this.submission)
    ).all():
        penalty = None
        if this.seconds_late:
            score = connection.scalar(
                select(func.coalesce(func.sum(_SCORE), 0.0)).where(GRADE.c.notebook_id == submitted)
            )
            penalty = lateness.policy.penalty(score or 0.0, this.seconds_late, before) or None
        connection.execute(update(SUBMITTED).where(SUBMITTED.c.id == submitted).values(late_submission_penalty=penalty))


def _removed(connection: Connection, student: str, assignment: str | None, *, is_nobody: bool) -> list[str]:
    deleted = []
    theirs = [SUBMISSION.c.student_id == student]
    given = delete(MARKS).where(MARKS.c.student == student)
    if assignment is not None:
        ours = select(ASSIGNMENT.c.id).where(ASSIGNMENT.c.name == assignment)
        theirs.append(SUBMISSION.c.assignment_id.in_(ours))
        given = given.where(MARKS.c.assignment == assignment)
    if has_table(connection, MARKS):
        marks = connection.execute(given).rowcount
        deleted += [f"{marks} mark{'s' * (marks > 1)} from the desk"] if marks else []
    if has_table(connection, RESULTS):
        results = delete(RESULTS).where(RESULTS.c.student == student)
        if assignment is not None:
            results = results.where(RESULTS.c.assignment == assignment)
        count = connection.execute(results).rowcount
        deleted += [f"{count} result{'s' * (count > 1)}"] if count else []
    whole = select(SUBMISSION.c.id).where(*theirs)
    notebooks = select(SUBMITTED.c.id).where(SUBMITTED.c.assignment_id.in_(whole))
    for table in (GRADE, COMMENT):
        connection.execute(delete(table).where(table.c.notebook_id.in_(notebooks)))
    if has_table(connection, ANSWERS):
        connection.execute(delete(ANSWERS).where(ANSWERS.c.notebook.in_(notebooks)))
    connection.execute(delete(SUBMITTED).where(SUBMITTED.c.assignment_id.in_(whole)))
    gone = connection.execute(delete(SUBMISSION).where(*theirs)).rowcount
    if is_nobody:
        left = select(SUBMISSION.c.id).where(SUBMISSION.c.student_id == student).exists()
        connection.execute(delete(STUDENT).where(STUDENT.c.id == student, ~left))
    if assignment is not None:
        return [*deleted, *([f"{assignment} of {student} in the gradebook"] if gone else [])]
    if connection.execute(delete(STUDENT).where(STUDENT.c.id == student)).rowcount:
        deleted.append(f"{student} in the gradebook")
    return deleted


PAUSES = (0.5, 1.0, 2.0, 4.0, 8.0)
"""How long to wait, s, before each further try when another program holds the database."""


def patiently(action: Callable[[], T]) -> T:
    """Do something with a gradebook, again after a pause while another program is in the way."""
    for pause in PAUSES:
        try:
            return action()
        except GradebookUnusable as error:
            if not error.may_pass:
                raise
            sleep(pause)
    return action()
