"""Names, addresses and platform ids of the roster in the gradebook, where formgrader and exports show them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import NamedTuple

from hippograd.course.late import read_sections
from hippograd.errors import HippogradError, nearest
from hippograd.intake import Roster
from hippograd.intake.finding.roster import OF_PEOPLE
from hippograd.records.extensions import sections_of
from hippograd.store.gradebook import OF_A_STUDENT, Gradebook
from hippograd.store.marks import Known


def read_people(db_url: str, roster: Roster | None = None) -> dict[str, Known]:
    """Return everybody in a gradebook and a roster, by id.

    What the gradebook says of somebody comes first; nobody is in one that is not there.
    """
    people = Gradebook(db_url).people()
    for who in roster.students if roster is not None else ():
        known, said = people.setdefault(who, Known(who)), roster.people.get(who) if roster is not None else None
        if said is not None:
            names = (known.first_name or said.first_name, known.last_name or said.last_name)
            people[who] = Known(who, *names, known.email or said.email, known.number)
    return people


def require_known(student: str, people: Mapping[str, Known]) -> None:
    """Refuse an id that is nobody's, and name those who are called nearly so; where nobody is known, all are."""
    if people and student not in people:
        alike = [who for who, one in people.items() if one.is_called(student)]
        meant = f"Did you mean {' or '.join(alike)}?" if alike else nearest(student, people)
        raise HippogradError("student-unknown", student=student, nearest=meant)


class Comparison(NamedTuple):
    """What a roster says that the records do not have yet."""

    joined: list[str]
    """Students who are new."""

    changed: list[str]
    """A line for each thing that is said of somebody in another way."""

    gone: list[str]
    """Students who are not in the roster."""


def compare_people(db_url: str, records: Path, roster: Roster) -> Comparison:
    """Return what `enter_people` and `extensions.enter_sections` would change; nothing is written."""
    there = Gradebook(db_url).people()
    sections, now, values = read_sections(records), sections_of(roster), _values(roster)
    changed = []
    for student in sorted(roster.students & there.keys()):
        said = {**_columns(values[student]), "section": now.get(student, "")}
        known = {**_columns(there[student]), "section": sections.get(student, "")}
        changed += [
            f"{student}: {name.replace('_', ' ')} {known[name] or '-'} -> {value}"
            for name, value in said.items()
            if value and value != known[name]
        ]
    return Comparison(sorted(roster.students - there.keys()), changed, sorted(there.keys() - roster.students))


def _columns(person: Known) -> dict[str, str]:
    return dict(zip(OF_A_STUDENT, person[1:], strict=True))


def enter_people(db_url: str, roster: Roster) -> None:
    """Enter everybody in the roster; what it does not say of somebody stays as it was."""
    Gradebook(db_url).enter_people(_values(roster).values())


def _values(roster: Roster) -> dict[str, Known]:
    """Return what a roster says of each student; empty where it says nothing."""
    numbers = {who: key.value for key, whose in roster.by_key.items() if key.platform in OF_PEOPLE for who in whose}
    found = {}
    for student in sorted(roster.students):
        person = roster.people.get(student)
        names = (person.first_name, person.last_name, person.email) if person is not None else ("", "", "")
        found[student] = Known(student, *names, numbers.get(student, ""))
    return found


_FEWEST = 3
"""Of fewer people, other ones may well hand in next."""


def refuse_other_people(entered: Collection[str], students: Collection[str], *, is_roster: bool) -> None:
    """Refuse people most of whom are new to a gradebook, if most of whom it has are not among them.

    They would be there twice, or be a second class; and a class that grew, or handed in a part at a time, is neither.
    """
    new, gone = sorted({*students} - {*entered}), sorted({*entered} - {*students})
    if min(len(students), len(entered)) < _FEWEST or 2 * len(new) <= len(students) or 2 * len(gone) <= len(entered):
        return
    if is_roster:
        raise HippogradError("roster-other-ids", new=new, gone=gone, students=len(students), entered=len(entered))
    raise HippogradError("students-other-ids", new=new, gone=gone, students=len(students), entered=len(entered))
