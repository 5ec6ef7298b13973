"""All results that there ever were, in order, in the same database as the marks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import msgspec
from sqlalchemy import Connection, delete, func, insert, literal, select, tuple_, update

from hippograd.errors import NO_JSON, HippogradError
from hippograd.files import write_whole
from hippograd.store.gradebook import Gradebook, has_table
from hippograd.store.tables import RESULTS, RUNS

T = TypeVar("T")


class Row(NamedTuple):
    """A result, and what it was made from."""

    student: str
    content_hash: str
    has_mark: bool
    text: str
    """The result, as JSON."""

    key: str = ""
    """Stands for all that it depends on besides the file; empty until what belongs to it is on the disk, too."""

    run: str = ""
    """When the run began that made it, to the millisecond: a run may take less than a second."""

    causes: str = "{}"
    """What it depends on, as JSON: where that differs, a mark may."""

    number: int = 0
    """Its place among all results."""

    shown: int = 0
    """Of a student's results, the one with the largest is that of today."""


@dataclass(frozen=True)
class Past:
    """What there is of each student, without the texts."""

    last: dict[str, Row] = field(default_factory=dict)
    """The last result with a mark, whose notebook is in the records."""

    files: set[tuple[str, str]] = field(default_factory=set)
    """Each student with each content that ever had a mark."""

    today: dict[str, Row] = field(default_factory=dict)
    """The result of today, with or without a mark."""


_ROW = [RESULTS.c[name] for name in Row._fields]


@dataclass(frozen=True)
class Results:
    """The results of an assignment: rows are added, and none is taken away but with its student."""

    book: Gradebook
    assignment: str

    def add(self, connection: Connection, row: Row) -> None:
        """Add a result within a transaction, such as that which enters its marks."""
        values = row._asdict() | {"assignment": self.assignment, "shown": self._next()}
        del values["number"]
        connection.execute(insert(RESULTS).values(**values))
        ours = RUNS.c.assignment == self.assignment
        if row.run and connection.execute(select(RUNS.c.run).where(ours)).first() is None:
            connection.execute(insert(RUNS).values(assignment=self.assignment, run=row.run))

    def take_over(self, rows: Iterable[Row]) -> None:
        """Enter results of an earlier version, where there are none yet; all or none."""
        self.book.make_ours()

        def enter(connection: Connection) -> None:
            if connection.scalar(select(func.max(RESULTS.c.number)).where(self._ours)) is None:
                for row in rows:
                    self.add(connection, row)
            connection.execute(delete(RUNS).where(RUNS.c.assignment == self.assignment))

        self.book.writing(enter)

    def show(self, row: Row) -> None:
        """Make a result its student's of today, with this text and this key."""
        renewed = update(RESULTS).where(RESULTS.c.number == row.number)
        self.book.writing(lambda one: one.execute(renewed.values(shown=self._next(), text=row.text, key=row.key)))

    def finish(self, row: Row) -> None:
        """Complete the last result of a student, now that what belongs to it is on the disk."""
        newest = select(func.max(RESULTS.c.number)).where(self._ours, RESULTS.c.student == row.student)
        last = update(RESULTS).where(RESULTS.c.number == newest.scalar_subquery())
        self.book.writing(lambda one: one.execute(last.values(text=row.text, key=row.key)))

    def all(self) -> list[Row]:
        """Return all results in order, without their texts."""
        rows = select(*(literal("") if one is RESULTS.c.text else one for one in _ROW)).where(self._ours)
        return [Row(*row) for row in self._read(lambda one: one.execute(rows.order_by(RESULTS.c.number)).all()) or []]

    def past(self) -> Past:
        """Return what there is of each student, without the texts."""
        past = Past()
        for row in self.all():
            if row.student not in past.today or row.shown > past.today[row.student].shown:
                past.today[row.student] = row
            if row.has_mark and row.key:
                past.last[row.student] = row
                past.files.add((row.student, row.content_hash))
        return past

    def text(self, number: int) -> str:
        """Return the text of a result."""
        return self._read(lambda one: one.scalar(select(RESULTS.c.text).where(RESULTS.c.number == number))) or ""

    def students(self) -> set[str]:
        """Return all who have a result."""
        whose = select(RESULTS.c.student).where(self._ours).distinct()
        return set(self._read(lambda one: one.scalars(whose).all()) or [])

    def newest(self) -> int:
        """Return the number of the last result; 0 where there is none."""
        found = self._read(lambda one: one.scalar(select(func.max(RESULTS.c.number)).where(self._ours)))
        return found or 0

    def last(self, kind: type[T], wanted: Callable[[str], bool] = lambda _: True) -> dict[str, T]:
        """Return the last result of each student; of a large class all take much memory.

        What another version wrote in a form that is not known here is passed over.
        """

        def read(connection: Connection) -> dict[str, T]:
            found = {}
            for student, text in connection.execute(self._of_today()):
                with suppress(*NO_JSON):
                    if wanted(student):
                        found[student] = msgspec.json.decode(text, type=kind)
            return found

        return self._read(read) or {}

    def export(self, path: Path) -> None:
        """Write the last result of each student, one line of JSON each; nothing where there is none."""
        lines = self._read(lambda one: [f"{text}\n".encode() for _, text in one.execute(self._of_today())])
        if lines:
            write_whole(path, lines)

    @contextmanager
    def exported(self, path: Path) -> Iterator[None]:
        """Write the file of results in the end, also of a run that is stopped."""
        try:
            yield
        except BaseException:
            with suppress(HippogradError):
                self.export(path)
            raise
        self.export(path)

    @contextmanager
    def run(self, begun: str) -> Iterator[str]:
        """Tell when a run began; where the one before did not come to its end, this one goes on with it."""
        ours = RUNS.c.assignment == self.assignment
        yield self._read(lambda one: one.scalar(select(RUNS.c.run).where(ours))) or begun
        if self._read(lambda one: one.scalar(select(RUNS.c.run).where(ours))):
            self.book.writing(lambda one: one.execute(delete(RUNS).where(ours)))

    @property
    def _ours(self) -> Any:
        return RESULTS.c.assignment == self.assignment

    def _next(self) -> Any:
        return select(func.coalesce(func.max(RESULTS.c.shown), 0) + 1).where(self._ours).scalar_subquery()

    def _of_today(self) -> Any:
        newest = select(RESULTS.c.student, func.max(RESULTS.c.shown)).where(self._ours).group_by(RESULTS.c.student)
        is_newest = tuple_(RESULTS.c.student, RESULTS.c.shown).in_(newest)
        rows = select(RESULTS.c.student, RESULTS.c.text).where(self._ours, is_newest)
        return rows.order_by(RESULTS.c.shown)

    def _read(self, action: Callable[[Connection], T]) -> T | None:
        return self.book.reading(lambda one: action(one) if has_table(one, RESULTS) else None)
