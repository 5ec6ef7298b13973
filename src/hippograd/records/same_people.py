"""Whether the people of a run or a roster are those whom the gradebook knows by the same ids."""

from __future__ import annotations

import shlex
from collections import defaultdict
from collections.abc import Collection
from dataclasses import replace
from typing import NamedTuple

from hippograd.errors import HippogradError
from hippograd.intake import Roster
from hippograd.intake.finding.roster import OF_PEOPLE, Key, key_value, known_person, with_people
from hippograd.records.entries import people_entered
from hippograd.records.folder import Records
from hippograd.records.results import Line, last_lines

MOST_SAID = 3
"""People who are named in an error."""


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
    found = people_entered(db_url)
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
        raise HippogradError(
            f"{len(called or unknown)} of {len(students)} who handed in are not called as in the gradebook, into "
            f"which a roster was entered: {_some(called or unknown)}",
            "Give the roster again, --roster class.csv; --unmatched grades them under these names.",
        )
    return unknown


def with_former_numbers(roster: Roster, records: Records, assignment: str, assignments: Collection[str]) -> Roster:
    """A roster that knows whose a platform's numbers were in earlier runs.

    Parameters
    ----------
    roster : Roster
        Who is in the class.
    records : Records
        With the results of earlier runs.
    assignment : str
        Which is graded.
    assignments : collection of str
        All of the course: some platforms number people, whatever they hand in.
    """
    formerly = dict[Key, str]()
    shared = set[Key]()
    for name in sorted({assignment, *assignments}):
        for line in last_lines(records.results(name), Line, lambda student: student in roster.students)[0].values():
            number = Key(key_value(line.origin.number), line.origin.platform)
            tells = number.value and (name == assignment or number.platform in OF_PEOPLE)
            if tells and formerly.setdefault(number, line.student) != line.student:
                shared.add(number)  # by a group
    return replace(roster, formerly={number: one for number, one in formerly.items() if number not in shared})


class Compared(NamedTuple):
    """In what a roster and a gradebook differ, which a person has to look at."""

    alike: dict[str, str]
    """New students with the name of somebody in the gradebook whom the roster does not know: that one's id."""

    renamed: list[str]
    """Who has another name than there, a line each."""

    exchanged: list[str]
    """Who has the name or address that is somebody else's there, and not theirs in the roster; a line each."""


def compared(db_url: str, students: Collection[str], roster: Roster) -> Compared:
    """Compare what a roster says of people with what the gradebook does.

    Parameters
    ----------
    db_url : str
        The gradebook.
    students : collection of str
        Who would be entered; of whoever is there, the roster's name and address would be.
    roster : Roster
        Who they are.

    Raises
    ------
    HippogradError
        When one who would be entered is surely in the gradebook with another id: the same one in other letters, one
        that is this one's name or address, or whose address or name this id is; or the same address, and no other name.
    GradebookUnusable
        When it does not answer, also after a while.
    """
    found = [_Entered(*row) for row in people_entered(db_url)]
    known = {one.student for one in found}
    gone = [one for one in found if one.student not in roster.students]
    new = sorted({*students} & roster.students - known)
    return Compared(_alike(new, gone, roster), *_otherwise(found, roster))


def refuse_exchanged(exchanged: list[str], roster: Roster) -> None:
    """Refuse a roster that gives people's names to others, as one does in which a column has slipped.

    Raises
    ------
    HippogradError
        Where it does.
    """
    if exchanged:
        files = " ".join(shlex.quote(str(path)) for path in roster.paths)
        raise HippogradError(
            f"{len(exchanged)} in the roster have the name or address of somebody else in the gradebook: "
            f"{_some(exchanged)}",
            "Correct the roster: has a column slipped? Or, if it is right and the gradebook wrong, enter it first: "
            f"hippograd roster import {files}.",
        )


class _Entered(NamedTuple):
    """Somebody in the gradebook."""

    student: str
    first_name: str
    last_name: str
    email: str

    @property
    def names(self) -> set[str]:
        return _names(self.first_name, self.last_name)


def _said_of(student: str, roster: Roster) -> _Entered:
    person = roster.people.get(student)
    return _Entered(student, *((person.first_name, person.last_name, person.email) if person else ("", "", "")))


def _alike(new: Collection[str], gone: Collection[_Entered], roster: Roster) -> dict[str, str]:
    by_id = {one.student.casefold(): one for one in gone}
    by_address = {one.email.casefold(): one for one in gone if one.email}
    by_name = {name: one for one in gone for name in one.names}
    twice, alike = dict[str, str](), dict[str, str]()
    for student in new if gone else ():
        said, called = _said_of(student, roster), student.casefold()
        ids = [by_id[text] for text in (called, said.email.casefold(), *said.names) if text in by_id]
        of_address = [
            one
            for one in (by_address.get(said.email.casefold()),)
            if one is not None and (said.names & one.names or not said.names or not one.names)
        ]
        sure = [*ids, *(by[called] for by in (by_address, by_name) if called in by), *of_address]
        if sure:
            twice[student] = sure[0].student
        elif found_by_name := [by_name[name] for name in said.names if name in by_name]:
            alike[student] = found_by_name[0].student
    if twice:
        raise HippogradError(
            f"{len(twice)} in the roster are in the gradebook with another id, and would be there twice: "
            f"{_some([f'{student} is {old}' for student, old in twice.items()])}",
            "Write their former ids into the roster. Or begin anew with the new ones, and delete all marks that they "
            f"have, those by hand too: hippograd student remove {shlex.quote(next(iter(twice.values())))}.",
        )
    return alike


def _otherwise(found: Collection[_Entered], roster: Roster) -> tuple[list[str], list[str]]:
    """Who is called otherwise than in the gradebook; and who has what is somebody else's there."""
    by_name, by_address = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set)
    now = {one.student: _said_of(one.student, roster) for one in found if one.student in roster.students}
    for one in found:
        said = now.get(one.student, _Entered(one.student, "", "", ""))
        for name in one.names - said.names:  # those whose it was, and whose it is not any more
            by_name[name].add(one.student)
        if one.email.casefold() != said.email.casefold():
            by_address[one.email.casefold()].add(one.student)
    renamed, exchanged = [], []
    for one in sorted(found):
        if one.student not in now:
            continue
        said = now[one.student]
        has_other_name = bool(said.names and one.names and not said.names & one.names)
        has_other_address = bool(said.email and one.email and said.email.casefold() != one.email.casefold())
        shown = f"{said.first_name} {said.last_name}".strip()
        others = {who for name in said.names for who in by_name[name]} - {one.student} if has_other_name else set()
        of_address = by_address[said.email.casefold()] - {one.student} if has_other_address else set()
        if others or of_address:
            is_now = shown if others else said.email
            exchanged.append(f"{one.student} is {is_now}, who is {min(others or of_address)} there")
        elif has_other_name:
            renamed.append(f"{one.student} ({one.first_name} {one.last_name}, now {shown})")
    return renamed, exchanged


def _names(first: str, last: str) -> set[str]:
    """What somebody of this name may be called, in lower case."""
    return {f"{first} {last}".strip().casefold(), f"{last}, {first}".strip(", ").casefold()} - {""}


def _some(lines: Collection[str]) -> str:
    """The first of them, as a sentence ends."""
    return ", ".join([*lines][:MOST_SAID]) + (", …" if len(lines) > MOST_SAID else ".")
