"""Names, addresses and platform ids of the roster in the gradebook, where formgrader and exports show them."""

from __future__ import annotations

from typing import Any

from nbgrader.api import Student
from sqlalchemy import create_engine, insert, select, update
from sqlalchemy.exc import SQLAlchemyError

from hippograd.intake import Roster
from hippograd.intake.finding.roster import Person
from hippograd.nbgrader_env import Gradebook, alone_in
from hippograd.records.gradebook import patiently, unusable

OF_PEOPLE = ("Canvas", "Brightspace", "Blackboard")
"""Platforms that number people; Moodle numbers what they hand in."""


def enter_people(db_url: str, roster: Roster) -> None:
    """Enter everybody in the roster; what it does not say of somebody stays as it was.

    Raises
    ------
    HippogradError
        When the database refuses.
    """
    patiently(lambda: _enter(db_url, roster))


def _enter(db_url: str, roster: Roster) -> None:
    numbers = {who: key.value for key, whose in roster.by_key.items() if key.platform in OF_PEOPLE for who in whose}
    try:
        with alone_in(db_url):
            Gradebook(db_url).close()  # which makes it, where there is none
        engine = create_engine(db_url)
        with engine.begin() as connection:
            there = set(connection.scalars(select(Student.id)))
            for student in sorted(roster.students):
                values = _values(roster.people.get(student), numbers.get(student, ""))
                if student not in there:
                    connection.execute(insert(Student).values(id=student, **values))
                elif values:
                    connection.execute(update(Student).where(Student.id == student).values(**values))
        engine.dispose()
    except (SQLAlchemyError, OSError) as error:
        raise unusable(db_url, error) from None


def _values(person: Person | None, number: str) -> dict[str, Any]:
    said = {"lms_user_id": number}
    if person is not None:
        said |= {"first_name": person.first_name, "last_name": person.last_name, "email": person.email}
    return {name: value for name, value in said.items() if value}
