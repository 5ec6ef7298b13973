"""What is asked of a gradebook without loading nbgrader: its address, whose submissions it has, what is not marked.

Not even SQLAlchemy is loaded for an SQLite file: grading again what has not changed takes little longer than imports.
"""

from __future__ import annotations

import shlex
import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hippograd.errors import HippogradError, unusable
from hippograd.files import file_of
from hippograd.records.patience import patiently

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy.engine import URL

    from hippograd.intake import Roster

STUDENTS = (
    "select submitted_assignment.student_id, submitted_assignment.timestamp from submitted_assignment "
    "join assignment on submitted_assignment.assignment_id = assignment.id where assignment.name = :name"
)
PEOPLE = "select id, first_name, last_name, email from student"
ANY = "select 1 from submitted_assignment where student_id = :name limit 1"
WAITING = (
    "select base_cell.name, count(*) from grade join base_cell on grade.cell_id = base_cell.id "
    "join submitted_notebook on grade.notebook_id = submitted_notebook.id "
    "join submitted_assignment on submitted_notebook.assignment_id = submitted_assignment.id "
    "join assignment on submitted_assignment.assignment_id = assignment.id where assignment.name = :name "
    "and grade.auto_score is null and (grade.manual_score is null or grade.needs_manual_grade) group by base_cell.name"
)


def students_entered(db_url: str, assignment: str) -> dict[str, datetime | None]:
    """The students whose submission of an assignment is in a gradebook, and when they handed it in, if that is known.

    Empty where there is no gradebook of nbgrader's.

    Raises
    ------
    GradebookUnusable
        When it does not answer, also after a while.
    """
    found = _rows(db_url, STUDENTS, assignment)
    try:  # nbgrader keeps UTC without saying so, and SQLite keeps text
        times = {student: datetime.fromisoformat(time) if isinstance(time, str) else time for student, time in found}
    except ValueError as error:
        raise unusable(db_url, error) from None
    return {student: time.replace(tzinfo=UTC) if time is not None else None for student, time in times.items()}


def strangers(db_url: str, students: Collection[str]) -> list[str]:
    """Who handed in, in a run without a roster, and is not in the gradebook, into which one was entered.

    Parameters
    ----------
    db_url : str
        The gradebook.
    students : collection of str
        What those who handed in are called where no roster says who they are.

    Returns
    -------
    list of str
        None where no roster was entered.

    Raises
    ------
    HippogradError
        When one of them is not in the gradebook, but another student there has that name or address; or when most are
        not in it, three at least, and it knows as many people by name or address.
    GradebookUnusable
        When it does not answer, also after a while.
    """
    from hippograd.intake.finding.roster import Key, Roster, known_person, with_people

    found = _people(db_url)
    unknown = sorted({*students} - {row[0] for row in found})
    people = [
        known_person(student, first, last, email, ()) for student, first, last, email in found if first or last or email
    ]
    if not unknown or not people:
        return []
    known = with_people(Roster(frozenset(), {}, {}), people)
    twice = {one: known.match((Key(one),), one).students for one in unknown}
    called = [f"{one} is {whose[0]}" for one, whose in twice.items() if whose]
    if called or len(people) >= len(unknown) > max(2, len(students) / 2):
        shown = ", ".join((called or unknown)[:3])
        raise HippogradError(
            f"{len(called or unknown)} of {len(students)} who handed in are not called as in the gradebook, into "
            f"which a roster was entered: {shown}{', …' if len(called or unknown) > 3 else '.'}",
            "Give the roster again, --roster class.csv; --unmatched grades them under these names.",
        )
    return unknown


def namesakes(db_url: str, students: Collection[str], roster: Roster) -> dict[str, str]:
    """Who would be entered under the name of somebody in the gradebook whom the roster does not know: that one's id.

    Parameters
    ----------
    db_url : str
        The gradebook.
    students : collection of str
        Who handed in.
    roster : Roster
        Who they are.

    Raises
    ------
    HippogradError
        When one of them is surely in the gradebook with another id: the same one in other letters, one that is this
        one's name or address, or whose address or name this id is; or the same address, and no other name.
    GradebookUnusable
        When it does not answer, also after a while.
    """
    found = _people(db_url)
    known, gone = {row[0] for row in found}, [row for row in found if row[0] not in roster.students]
    by_id = {row[0].casefold(): row for row in gone}
    by_address = {row[3].casefold(): row for row in gone if row[3]}
    by_name = {name: row for row in gone for name in _names(row[1], row[2])}
    twice, alike = dict[str, str](), dict[str, str]()
    for new in sorted({*students} & roster.students - known) if gone else ():
        person, called = roster.people.get(new), new.casefold()
        first, last, email = (person.first_name, person.last_name, person.email) if person is not None else ("", "", "")
        names = _names(first, last)
        ids = [by_id[text] for text in (called, email.casefold(), *names) if text in by_id]
        of_address = [
            row
            for row in (by_address.get(email.casefold()),)
            if row is not None and (names & (its := _names(row[1], row[2])) or not names or not its)
        ]
        sure = [*ids, *(by[called] for by in (by_address, by_name) if called in by), *of_address]
        if sure:
            twice[new] = sure[0][0]
        elif found_by_name := [by_name[name] for name in names if name in by_name]:
            alike[new] = found_by_name[0][0]
    if twice:
        shown = ", ".join(f"{new} is {old}" for new, old in list(twice.items())[:3])
        raise HippogradError(
            f"{len(twice)} in the roster are in the gradebook with another id, and would be there twice: "
            f"{shown}{', …' if len(twice) > 3 else '.'}",
            "Write their former ids into the roster; or take what they have out of the records first: "
            f"hippograd student remove {shlex.quote(next(iter(twice.values())))}.",
        )
    return alike


def _names(first: str, last: str) -> set[str]:
    """What somebody of this name may be called, in lower case."""
    return {f"{first} {last}".strip().casefold(), f"{last}, {first}".strip(", ").casefold()} - {""}


def _people(db_url: str) -> list[list[str]]:
    """Id, first name, last name and address of all students in a gradebook; each but the id may be empty."""
    return [[text or "" for text in row] for row in _rows(db_url, PEOPLE, "")]


def answers_waiting(db_url: str, assignment: str) -> dict[str, int]:
    """How many answers wait for a person's mark, by cell.

    Raises
    ------
    GradebookUnusable
        When the gradebook does not answer, also after a while.
    """
    return dict(_rows(db_url, WAITING, assignment))


def _rows(db_url: str, query: str, assignment: str) -> list[Any]:
    """What a query finds of an assignment; nothing where there is no gradebook of nbgrader's."""
    return _answer(db_url, query, assignment) or []


def _answer(db_url: str, query: str, assignment: str) -> list[Any] | None:
    """What a query finds of an assignment; None where there is no gradebook of nbgrader's."""
    asked = _answer_of_server if file_of(db_url) is None else _answer_of_file
    return patiently(lambda: asked(db_url, query, assignment))


def _answer_of_server(db_url: str, query: str, assignment: str) -> list[Any] | None:
    from sqlalchemy import create_engine, inspect, text
    from sqlalchemy.exc import SQLAlchemyError

    engine = create_engine(_parsed(db_url))
    try:
        with engine.connect() as connection:
            if not inspect(connection).has_table("submitted_assignment"):
                return None
            return [tuple(row) for row in connection.execute(text(query), {"name": assignment})]
    except SQLAlchemyError as error:
        raise unusable(db_url, error) from None
    finally:
        engine.dispose()


def _answer_of_file(db_url: str, query: str, assignment: str) -> list[Any] | None:
    file = file_of(db_url)
    if file is None or not file.is_file():
        return None
    try:
        with closing(sqlite3.connect(file, timeout=1)) as connection:
            return connection.execute(query, {"name": assignment}).fetchall()
    except sqlite3.Error as error:
        if "no such table" in str(error):
            return None
        raise unusable(db_url, error) from None


def copy_database(file: Path, target: Path) -> None:
    """Copy an SQLite file as it is at one moment, also while it is written; of what is no database, the bytes."""
    try:
        address = f"{file.resolve().as_uri()}?mode=ro"  # the last one to leave would put the log into the file
        with closing(sqlite3.connect(address, uri=True)) as database, closing(sqlite3.connect(target)) as copy:
            database.backup(copy)
    except sqlite3.DatabaseError:
        shutil.copy(file, target)


def has_gradebook(db_url: str) -> bool:
    """Whether a database has nbgrader's tables; nbgrader would make them, and the file, where they are not there.

    Raises
    ------
    GradebookUnusable
        When it does not answer, also after a while.
    """
    return _answer(db_url, ANY, "") is not None


def require_gradebook(db_url: str) -> None:
    """Refuse a database without a gradebook, which nbgrader would make there, with nothing in it.

    Raises
    ------
    HippogradError
        When the file is not there, or the database is that of another program.
    GradebookUnusable
        When it does not answer, also after a while.
    """
    if not has_gradebook(db_url):
        raise HippogradError(
            f"There is no gradebook in {shown_url(db_url)}.",
            "Name the right one with --db, or run `hippograd grade` first.",
        )


def shown_url(db_url: str) -> str:
    """The address of a gradebook without its password.

    Raises
    ------
    HippogradError
        When it is not a URL of a database, or its driver is not installed.
    """
    if file_of(db_url) is not None:
        return db_url
    return str(_parsed(db_url).render_as_string(hide_password=True))


def _parsed(db_url: str) -> URL:
    from sqlalchemy.engine import make_url
    from sqlalchemy.exc import ArgumentError

    try:
        url = make_url(db_url)
        url.get_dialect().import_dbapi()
        return url
    except ImportError as error:
        raise HippogradError(
            f"The gradebook needs a driver that is not installed: {error}.",
            "For PostgreSQL, run `pip install 'hippograd[postgresql]'` and begin the URL with postgresql+psycopg://.",
        ) from None
    except (ArgumentError, ValueError):  # of a port that is no number
        raise HippogradError(
            "The address of the gradebook is not a URL of a database.",
            "Write sqlite:////path/gradebook.db or postgresql+psycopg://user:password@host/database.",
        ) from None
