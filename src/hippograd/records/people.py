"""Names, addresses and platform ids of the roster in the gradebook, where formgrader and exports show them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from nbgrader.api import Student
from sqlalchemy import create_engine, insert, inspect, select, update
from sqlalchemy.exc import SQLAlchemyError

from hippograd.course.late import read_sections
from hippograd.errors import HippogradError, nearest, unusable
from hippograd.intake import Roster
from hippograd.intake.finding.roster import OF_PEOPLE
from hippograd.nbgrader_env import Gradebook, alone_in
from hippograd.records.entries import Known, has_gradebook
from hippograd.records.extensions import sections_of
from hippograd.records.patience import patiently

OF_A_STUDENT = ("first_name", "last_name", "email", "lms_user_id")
"""Columns of the gradebook that a roster can fill."""


def read_people(db_url: str, roster: Roster | None = None) -> dict[str, Known]:
    """Everybody in a gradebook and a roster, by id.

    What the gradebook says of somebody comes first; nobody is in one that is not there.

    Raises
    ------
    HippogradError
        When the database refuses.
    """
    there = patiently(lambda: _people_there(db_url)) if has_gradebook(db_url) else {}
    people = {who: Known(who, *said.values()) for who, said in there.items()}
    for who in roster.students if roster is not None else ():
        known, said = people.setdefault(who, Known(who)), roster.people.get(who) if roster is not None else None
        if said is not None:
            names = (known.first_name or said.first_name, known.last_name or said.last_name)
            people[who] = Known(who, *names, known.email or said.email, known.number)
    return people


def require_known(student: str, people: Mapping[str, Known]) -> None:
    """Refuse an id that is nobody's, and name those who are called nearly so; where nobody is known, all are.

    Raises
    ------
    HippogradError
        When it is nobody's.
    """
    if people and student not in people:
        alike = [who for who, one in people.items() if one.is_called(student)]
        raise HippogradError(
            f"There is nobody with the id {student!r}.",
            f"Did you mean {' or '.join(alike)}?"
            if alike
            else nearest(student, people) or "`hippograd roster import` enters who has joined.",
        )


class Comparison(NamedTuple):
    """What a roster says that the records do not have yet."""

    joined: list[str]
    """Students who are new."""

    changed: list[str]
    """A line for each thing that is said of somebody in another way."""

    gone: list[str]
    """Students who are not in the roster."""


def compare_people(db_url: str, records: Path, roster: Roster) -> Comparison:
    """What `enter_people` and `extensions.enter_sections` would change; nothing is written.

    Raises
    ------
    HippogradError
        When the database refuses.
    """
    there = patiently(lambda: _people_there(db_url)) if has_gradebook(db_url) else {}
    sections, now, values = read_sections(records), sections_of(roster), _values(roster)
    changed = []
    for student in sorted(roster.students & there.keys()):
        said = {**values[student], "section": now.get(student, "")}
        known = {**there[student], "section": sections.get(student, "")}
        changed += [
            f"{student}: {name.replace('_', ' ')} {known[name] or '-'} -> {value}"
            for name, value in said.items()
            if value and value != known[name]
        ]
    return Comparison(sorted(roster.students - there.keys()), changed, sorted(there.keys() - roster.students))


def _people_there(db_url: str) -> dict[str, dict[str, str]]:
    columns = (Student.id, Student.first_name, Student.last_name, Student.email, Student.lms_user_id)
    engine = create_engine(db_url)
    try:
        with engine.connect() as connection:
            if not inspect(connection).has_table(Student.__tablename__):
                return {}
            rows = connection.execute(select(*columns)).mappings().all()
            return {row["id"]: {name: row[name] or "" for name in OF_A_STUDENT} for row in rows}
    except (SQLAlchemyError, OSError) as error:
        raise unusable(db_url, error) from None
    finally:
        engine.dispose()


def enter_people(db_url: str, roster: Roster) -> None:
    """Enter everybody in the roster; what it does not say of somebody stays as it was.

    Raises
    ------
    HippogradError
        When the database refuses.
    """
    patiently(lambda: _enter(db_url, roster))


def _enter(db_url: str, roster: Roster) -> None:
    try:
        said = _values(roster)
        with alone_in(db_url):
            Gradebook(db_url).close()  # which makes it, where there is none
        engine = create_engine(db_url)
        with engine.begin() as connection:
            there = set(connection.scalars(select(Student.id)))
            for student in sorted(roster.students):
                values = {name: value for name, value in said[student].items() if value}
                if student not in there:
                    connection.execute(insert(Student).values(id=student, **values))
                elif values:
                    connection.execute(update(Student).where(Student.id == student).values(**values))
        engine.dispose()
    except (SQLAlchemyError, OSError) as error:
        raise unusable(db_url, error) from None


def _values(roster: Roster) -> dict[str, dict[str, str]]:
    """What a roster says of each student, by column of the gradebook; empty where it says nothing."""
    numbers = {who: key.value for key, whose in roster.by_key.items() if key.platform in OF_PEOPLE for who in whose}
    found = {}
    for student in roster.students:
        person = roster.people.get(student)
        names = (person.first_name, person.last_name, person.email) if person is not None else ("", "", "")
        found[student] = dict(zip(OF_A_STUDENT, (*names, numbers.get(student, "")), strict=True))
    return found
