"""Whether the people of a run or a roster are those whom the gradebook knows by the same ids."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from hippograd.errors import HippogradError, few
from hippograd.intake import Roster, Submission
from hippograd.intake.finding.roster import (
    OF_PEOPLE,
    Key,
    key_value,
    nearly,
    plain_name,
    written_out,
)
from hippograd.records.folder import Records
from hippograd.records.results import Line

PeopleEntered = Collection[Sequence[str]]
"""People of a gradebook: id, first name, last name and address."""


def likely_twice(
    entered: PeopleEntered,
    submissions: Collection[Submission],
    records: Records,
    assignment: str,
    assignments: Iterable[str],
) -> list[str]:
    """What a person has to look at where no roster says who is who, a line each: whoever may be there under another id.

    Parameters
    ----------
    entered : collection of sequence of str
        Whom the gradebook knows, as `people_entered` gives them.
    submissions : collection of Submission
        What is handed in.
    records, assignment, assignments
        As for `with_former_numbers`.
    """
    known, students = {row[0] for row in entered}, {one.student for one in submissions}
    new = students - known
    if not new or not known:
        return []
    alike = {nearly(one): one for one in sorted(known - students)}
    pairs = [f"{one} and {alike[nearly(one)]}" for one in sorted(new) if nearly(one) in alike]
    said = [f"{len(pairs)} new, with ids much like those of others: {few(pairs)}"] if pairs else []
    formerly = _former_numbers(records, assignment, assignments, known.__contains__)
    numbers = {one.student: Key(key_value(one.origin.number), one.origin.platform) for one in submissions}
    same = [f"{one} and {formerly[numbers[one]]}" for one in sorted(new) if numbers[one] in formerly]
    if same:
        said.append(
            f"{len(same)} new, with the number on a platform that others had in an earlier run: {few(same)} If they "
            f"are the same people, {_TWICE}"
        )
    if not said and len(new) == len(students) > 2 and len(known) > 2:
        said.append(
            f"none of the {len(new)} who handed in is among the {len(known)} in the gradebook. If they are the same "
            f"people, {_TWICE}"
        )
    return said


_TWICE = "called otherwise, they are there twice now: --roster tells who is who."


def with_former_numbers(
    roster: Roster, entered: PeopleEntered, records: Records, assignment: str, assignments: Iterable[str]
) -> Roster:
    """A roster that knows whose a platform's numbers were in earlier runs, and who has left since.

    Parameters
    ----------
    roster : Roster
        Who is in the class.
    entered : collection of sequence of str
        Whom the gradebook knows, as `people_entered` gives them: who has left and has a name there counts, too.
    records : Records
        With the results of earlier runs.
    assignment : str
        Which is graded.
    assignments : iterable of str
        All of the course: some platforms number people, whatever they hand in.
    """
    left = frozenset(student for student, *said in entered if any(said)) - roster.students
    wanted = (roster.students | left).__contains__
    return replace(roster, formerly=_former_numbers(records, assignment, assignments, wanted), left=left)


def _former_numbers(
    records: Records, assignment: str, assignments: Iterable[str], wanted: Callable[[str], bool]
) -> dict[Key, str]:
    """Whose the numbers were that one student alone had."""
    formerly = dict[Key, str]()
    shared = set[Key]()
    for name in sorted({assignment, *assignments}):
        for line in records.results_of(name).last(Line, wanted).values():
            number = Key(key_value(line.origin.number), line.origin.platform)
            tells = number.value and (name == assignment or number.platform in OF_PEOPLE)
            if tells and formerly.setdefault(number, line.student) != line.student:
                shared.add(number)  # by a group
    return {number: one for number, one in formerly.items() if number not in shared}


class Compared(NamedTuple):
    """In what a roster and a gradebook differ, which a person has to look at."""

    alike: dict[str, str]
    """New students, and whose id, name or address there is theirs or nearly so; the roster does not have it so."""

    renamed: list[str]
    """Who has another name than there, a line each."""

    exchanged: list[str]
    """Who has the name or address that is somebody else's there, and not theirs in the roster; a line each."""

    namesakes: dict[str, str]
    """Who has the name of somebody in the gradebook who is not called so any more: that one's id."""


def compared(entered: PeopleEntered, roster: Roster) -> Compared:
    """Compare what a roster says of people with what the gradebook does, into which all of them would be entered.

    Parameters
    ----------
    entered : collection of sequence of str
        Whom the gradebook knows, as `people_entered` gives them.
    roster : Roster
        Who is in the class.

    Raises
    ------
    HippogradError
        When somebody new is surely in the gradebook with another id: the same one in other letters, one that is this
        one's name or address, or whose address or name this id is; or the same address, and no other name. Or when
        nobody of the gradebook is in the roster, and it would be the second class there.
    """
    found = [_Entered(*row) for row in entered]
    now = {one.student: _said_of(one.student, roster) for one in found if one.student in roster.students}
    left = _Left.of(found, now)
    alike = _alike(sorted(roster.students - {one.student for one in found}), left, roster)
    if not now and not roster.is_blind and len(found) >= max(3, len(roster.students) / 2):
        raise HippogradError(
            f"Nobody of the {len(found)} in the gradebook is in the roster: its students are called otherwise, such as "
            f"{min(roster.students)}; there they are called {few(sorted(one.student for one in found))}",
            "If they are the same people, give the roster a column former_id with their ids of the gradebook. If they "
            "are others, such as another section, give one list of all; if those in the gradebook were trials, "
            "hippograd student remove takes them out; the records of another class are named with --records.",
        )
    names = {student: left.names.get(_words(one.name), "") for student, one in now.items() if one.name}
    namesakes = {student: other for student, other in names.items() if other not in ("", student)}
    return Compared(alike, *_otherwise(found, now, left), namesakes)


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
            f"{few(exchanged)}",
            "Correct the roster: has a column slipped? Or, if it is right and the gradebook wrong, enter it first: "
            f"`hippograd roster import {files}`.",
        )


class _Entered(NamedTuple):
    """Somebody in the gradebook."""

    student: str
    first_name: str
    last_name: str
    email: str

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()

    @property
    def as_id(self) -> set[str]:
        """What somebody may be called whose id is their name."""
        return {self.name.casefold(), f"{self.last_name}, {self.first_name}".strip(", ").casefold()} - {""}

    @property
    def address(self) -> str:
        return self.email.casefold()


class _Left(NamedTuple):
    """Ids, names and addresses of the gradebook that the roster does not give to the same people; and who had them."""

    ids: dict[str, str]
    names: dict[str, str]
    as_id: dict[str, str]
    addresses: dict[str, str]

    @classmethod
    def of(cls, found: Collection[_Entered], now: Mapping[str, _Entered]) -> _Left:
        left = cls({}, {}, {}, {})
        for one in found:
            said = now.get(one.student)
            if said is None:
                left.ids[one.student.casefold()] = one.student
            if one.name and (said is None or (said.name and _words(said.name) != _words(one.name))):
                left.names[_words(one.name)] = one.student
                left.as_id.update(dict.fromkeys(one.as_id, one.student))
            if one.email and (said is None or (said.email and said.address != one.address)):
                left.addresses[one.address] = one.student
        return left


def _said_of(student: str, roster: Roster) -> _Entered:
    person = roster.people.get(student)
    return _Entered(student, *((person.first_name, person.last_name, person.email) if person else ("", "", "")))


def _alike(new: Collection[str], left: _Left, roster: Roster) -> dict[str, str]:
    names_of = {student: name for name, student in left.names.items()}
    like = {nearly(one): one for one in left.ids.values()}
    gone = {key: one for key, one in roster.formerly.items() if one in roster.left}
    of_number = {student: one for key, one in gone.items() for student in roster.having(key)}
    twice, alike = dict[str, str](), dict[str, str]()
    for student in new:
        said, name = _said_of(student, roster), _words(_said_of(student, roster).name)
        of_address = left.addresses.get(said.address, "")
        if of_address and name and names_of.get(of_address, name) != name:
            of_address = ""  # it was given on
        before = of_number.get(student, "")
        sure = [
            left.ids.get(student.casefold(), ""),
            left.ids.get(said.address, ""),
            *(left.ids.get(one, "") for one in sorted(said.as_id)),
            left.addresses.get(student.casefold(), ""),
            left.as_id.get(student.casefold(), ""),
            of_address,
            before if name and names_of.get(before) == name else "",
        ]
        if any(sure):
            twice[student] = next(filter(None, sure))
        elif other := (left.names.get(name) or left.addresses.get(said.address) or before or like.get(nearly(student))):
            alike[student] = other
    if twice:
        raise HippogradError(
            f"The gradebook has {len(twice)} in the roster under another id, and would have them twice: "
            f"{few([f'{student} is {old}' for student, old in twice.items()])}",
            "Give the roster a column former_id, and write these ids into it in their lines. Or begin anew with the "
            "new ones, and delete all marks that they have, those by hand too: `hippograd student remove "
            f"{shlex.quote(next(iter(twice.values())))}`.",
        )
    return alike


def _otherwise(found: Collection[_Entered], now: Mapping[str, _Entered], left: _Left) -> tuple[list[str], list[str]]:
    """Who is called otherwise than in the gradebook; and who has what is somebody else's there."""
    renamed, exchanged = [], []
    for one in sorted(found):
        said = now.get(one.student, one)
        has_other_name = bool(said.name and one.name and _words(said.name) != _words(one.name))
        has_other_address = bool(said.email and one.email and said.address != one.address)
        of_name = left.names.get(_words(said.name), "") if has_other_name else ""
        of_address = left.addresses.get(said.address, "") if has_other_address else ""
        if other := of_name or of_address:
            exchanged.append(f"{one.student} is {said.name if of_name else said.email}, who is {other} there")
        elif has_other_name:
            other = ", with another address: is it somebody else?" if has_other_address else ""
            renamed.append(f"{one.student} ({one.name}, now {said.name}{other})")
    return renamed, exchanged


def _words(name: str) -> str:
    """A name, however it is written: capitals, accents, umlauts, hyphens, commas and order of parts do not matter."""
    return " ".join(sorted(plain_name(written_out(part)) or part for part in re.split(r"[\s,-]+", name) if part))
