"""Who is in the class, and whose something is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from hippograd.intake.finding.roster.names import key_value, nearly, plain_name, spelt_name, written_out
from hippograd.intake.finding.roster.person import SURE_NUMBERS, Key, Person, kind_of, telling


class Match(NamedTuple):
    """The students whose something is, several for a group; none, and the reason, where that is not certain."""

    students: tuple[str, ...]
    doubt: str = ""


@dataclass(frozen=True)
class Roster:
    """The students of a class, and all that a learning platform may call them.

    Parameters
    ----------
    students : frozenset of str
        The ids of all, as folders and the gradebook have them.
    by_key : dict
        Student ids by key, its value in lower case; several where students share it.
    by_name : dict
        Student ids by name, without spaces and accents; several where names are shared.
    by_group : dict
        Student ids by the names of groups, written likewise.
    handed_in : dict
        What Moodle's grading worksheet says of when a student handed in.
    paths : tuple of Path
        The files it was read from, which are nobody's submissions.
    strangers : tuple of str
        Who is in one of these files and for certain nobody in the first: names for people to read.
    by_name_alone : tuple of str
        Who in one of these files has another address than in the first, and was found by name: for people to read.
    people : dict
        What was said of each, by student; of several files, by the last that gives a name.
    unused : tuple of str
        Headings of columns that say nothing here.
    by_spelling : dict
        Student ids by name, without spaces and with accents.
    of_strangers : frozenset of Key
        What platforms call the strangers: what has one of these keys is nobody's, whatever name stands beside it.
    of_test_student : frozenset of Key
        What Canvas calls its test student, whose hand-ins are passed over.
    formerly : mapping
        Whose a platform's number was in an earlier run, also of those who have left. It tells nobody, as that may have
        been wrong; but what has somebody else's name now is nobody's, and so is who has another number than before.
    left : frozenset of str
        Who was in an earlier roster and is not in this one. Only a map says that something is theirs.
    """

    students: frozenset[str]
    by_key: dict[Key, set[str]]
    by_name: dict[str, set[str]]
    by_group: dict[str, set[str]] = field(default_factory=dict)
    handed_in: dict[str, str] = field(default_factory=dict)
    paths: tuple[Path, ...] = ()
    strangers: tuple[str, ...] = ()
    by_name_alone: tuple[str, ...] = ()
    people: dict[str, Person] = field(default_factory=dict)
    unused: tuple[str, ...] = ()
    by_spelling: dict[str, set[str]] = field(default_factory=dict)
    of_strangers: frozenset[Key] = frozenset()
    of_test_student: frozenset[Key] = frozenset()
    formerly: Mapping[Key, str] = field(default_factory=dict)
    left: frozenset[str] = frozenset()

    @property
    def renamed(self) -> dict[str, str]:
        """The ids that could not be names of folders, and what these students are called here."""
        return {one.called: who for who, one in self.people.items() if one.called and one.called.strip() != who}

    @property
    def is_blind(self) -> bool:
        """Whether it says nothing of who people are, as Moodle's worksheet in blind marking: their ids do not last."""
        return not any(person.name or telling(person.keys) for person in self.people.values())

    def knows(self, name: str) -> bool:
        """Whether something is somebody's or a group's whose id, address or name it has."""
        return bool(self.match((Key(name),), name).students)

    def having(self, key: Key) -> set[str]:
        """Who has a key."""
        return self.by_key.get(Key(key_value(key.value), key.platform), set())

    def called(self, name: str) -> set[str]:
        """Who has a name: whoever it is spelt for, else whose it is without accents, or with umlauts written out."""
        spelt = spelt_name(name)
        plain = {plain_name(name), plain_name(written_out(name))}
        return self.by_spelling.get(spelt) or set().union(*(self.by_name.get(one, set()) for one in plain))

    def match(self, keys: Iterable[Key], name: str) -> Match:
        """Whose something is.

        Parameters
        ----------
        keys : iterable of Key
            From the download. One that two students share says nothing.
        name : str
            The name from the download, of a student or a group. It decides where no key does, if exactly one has it.
        """
        keys = list(keys)
        with_key = [self.having(key) for key in keys]
        if any(Key(key_value(key.value), key.platform) in self.of_strangers for key in keys if key.platform):
            return Match((), "Its number is that of a line that could not be matched to the roster for certain.")
        sure = {next(iter(found)) for found in with_key if len(found) == 1}
        sure_text = {key_value(key.value) for key, found in zip(keys, with_key, strict=True) if len(found) == 1}
        named = self.called(name) if key_value(name) not in sure_text else set()  # what is an id is no name
        names = {plain_name(name), *(plain_name(key.value) for key in keys if not key.platform)}
        groups = [group for group in (self.by_group.get(one) for one in names - {""}) if group]
        if groups and not named:
            if len(groups) == 1 and sure <= groups[0]:
                return Match(tuple(sorted(groups[0])))
            return Match((), "A group and somebody who is not in it fit in the roster.")
        fitting = sure | named if len(sure) != 1 or not sure & named else sure
        numbers = [Key(key_value(key.value), key.platform) for key in keys if key.platform]
        if len(fitting) == 1:
            (student,) = fitting
            before = {self.formerly.get(number, student) for number in numbers if not self.having(number)} - {student}
            if before:
                return Match((), f"Its number was {min(before)}'s in an earlier run, and now it is called {student}.")
            if not sure and (other := self._other_number(student, numbers)):
                return Match((), other)
            return Match((student,))
        if sure:
            return Match(
                (), f"Id, address and name fit different people in the roster, namely {', '.join(sorted(fitting))}."
            )
        former = {self.formerly[number] for number in numbers if number in self.formerly}
        if len(former) == 1 and not fitting:
            return Match((), f"It was {min(former)}'s in an earlier run; nobody in the roster is called so now.")
        like = sorted({self.nearly(key.value) for key in keys if not key.platform} - {""})
        hint = f", though the id of {', '.join(like)} is much like its own" if like else ""
        return Match((), f"No student in the roster matches for certain{hint}.")

    def _other_number(self, student: str, numbers: Iterable[Key]) -> str:
        """Why something is not a student's whose name it has: the platform numbers people, and has another for them."""
        for number in numbers:
            own = self.keys_of.get((student, kind_of(number)), set())
            known = own or self._numbers_before.get((student, number.platform), set())
            if number.platform in SURE_NUMBERS and known and number.value not in known:
                which = f"{'is' if own else 'was, in an earlier run,'} {' or '.join(sorted(known))}, not {number.value}"
                return f"It has the name of {student}, whose number on {number.platform} {which}."
        return ""

    def nearly(self, called: str) -> str:
        """Who has an id that is written nearly so; empty for nobody."""
        return self._nearly.get(nearly(called), "")

    @cached_property
    def _nearly(self) -> dict[str, str]:
        """Whose id is written nearly so."""
        return {nearly(student): student for student in self.students}

    @cached_property
    def _numbers_before(self) -> dict[tuple[str, str], set[str]]:
        """What each student's numbers were in earlier runs, by platform."""
        found = defaultdict[tuple[str, str], set[str]](set)
        for number, student in self.formerly.items():
            found[student, number.platform].add(number.value)
        return found

    @cached_property
    def keys_of(self) -> dict[tuple[str, str], set[str]]:
        """What each student is known by, of each kind of keys."""
        found = defaultdict[tuple[str, str], set[str]](set)
        for key, students in self.by_key.items():
            for student in students:
                found[student, kind_of(key)].add(key.value)
        return found


def with_people(roster: Roster, people: Iterable[Person]) -> Roster:
    """A roster that also knows what else is said of its people."""
    by_key = defaultdict(set, {key: set(students) for key, students in roster.by_key.items()})
    by_name = defaultdict(set, {name: set(students) for name, students in roster.by_name.items()})
    by_spelling = defaultdict(set, {name: set(students) for name, students in roster.by_spelling.items()})
    by_group = defaultdict(set, {name: set(students) for name, students in roster.by_group.items()})
    handed_in, said = dict(roster.handed_in), dict(roster.people)
    for person in people:
        known = said.setdefault(person.student, person)
        if person.name and not known.name:
            said[person.student] = replace(person, section=person.section or known.section)
        elif person.section and not known.section:
            said[person.student] = replace(known, section=person.section)
        for key in person.keys:
            by_key[Key(key_value(key.value), key.platform)].add(person.student)
        for name in person.names:
            by_spelling[name].add(person.student)
            for plain in {plain_name(name), plain_name(written_out(name))}:
                by_name[plain].add(person.student)
        for group in person.groups:
            by_group[group].add(person.student)
        if person.handed_in:
            handed_in[person.student] = person.handed_in
    found = replace(roster, by_key=dict(by_key), by_name=dict(by_name), by_group=dict(by_group))
    return replace(found, by_spelling=dict(by_spelling), handed_in=handed_in, people=said)
