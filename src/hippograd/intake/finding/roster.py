"""The roster: who is in the class, and who of them handed something in."""

from __future__ import annotations

import codecs
import csv
import io
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from hippograd.errors import HippogradError
from hippograd.files import is_spreadsheet
from hippograd.intake.finding.student_ids import student_id
from hippograd.unicode import normalized

# Headings in lower case, with a space for `_` and `-`; the exports of Canvas, Moodle, Blackboard, Brightspace and
# Gradescope have these. In each list the first that the file has is taken; of the ids, all others are known names of
# the student too.
_ID_COLUMNS = (
    "id",
    "student id",
    "username",
    "id number",
    "sid",
    "sis login id",
    "sis user id",
    "orgdefinedid",
    "display id",
)
_FORMER_ID_COLUMNS = ("former id", "old id", "previous id")
_NAME_COLUMNS = ("name", "full name", "fullname", "student", "student name")
_FIRST_NAME_COLUMNS = ("first name", "firstname", "given name", "givenname", "given names", "forename", "forenames")
_LAST_NAME_COLUMNS = ("last name", "lastname", "surname", "family name", "familyname")
_EMAIL_COLUMNS = ("email", "e mail", "email address", "e mail address", "mail")
_GROUP_COLUMNS = ("group", "group name", "groups", "team")
_SECTION_COLUMNS = ("section", "sections", "section name", "tutorial", "class")
CANVAS_ANONYMOUS, GITHUB = "Canvas, anonymous", "GitHub"
_GITHUB_COLUMNS = ("github username", "github")
_PLATFORM_COLUMNS = {
    "Canvas": ("canvas", "canvas id", "canvas user id"),
    CANVAS_ANONYMOUS: ("anonymous id", "anonymous ids", "canvas anonymous id"),
    "Blackboard": ("blackboard", "blackboard id", "blackboard username"),
    "Brightspace": ("brightspace", "brightspace id"),
    "Gradescope": ("gradescope", "gradescope id", "gradescope sid"),
    GITHUB: _GITHUB_COLUMNS,
}
OF_PEOPLE = ("Canvas", "Brightspace", "Blackboard")
"""Platforms that number people; Moodle numbers what they hand in."""

_SURE_NUMBERS = ("Canvas", "Blackboard")
"""Those of them of which it is known that a person's number stays: what has another one is not theirs."""

_OF_CANVAS = {"sis user id", "sis login id"}
"""With one of these headings, the file is Canvas's gradebook, and its `ID` is Canvas's number."""

_TEST_STUDENT = "student, test"
"""Whom Canvas adds to a course for its teacher to try things out, without an id of the university."""

_IDENTIFIER, _HANDED_IN = "identifier", "last modified (submission)"
"""Headings of Moodle's grading worksheet: `Participant 500003`, whose number the same assignment's download has, and
when it was handed in. Source: moodle/moodle, `mod/assign/feedback/offline`. GitHub Classroom's roster has an
`identifier`, too, which is what its teacher calls a student: an id, or a name."""

_STAFF = {"instructor", "ta", "teaching assistant", "reader"}
"""Roles in Gradescope's roster of those who are not students, and often have no id."""


class Key(NamedTuple):
    """What a download calls a student: an id, a user name or an address, or a number that only one platform uses."""

    value: str
    platform: str = ""


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
        return not any(person.name or _telling(person.keys) for person in self.people.values())

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
        return Match((), "No student in the roster matches for certain.")

    def _other_number(self, student: str, numbers: Iterable[Key]) -> str:
        """Why something is not a student's whose name it has: the platform numbers people, and has another for them."""
        for number in numbers:
            own = self.keys_of.get((student, _kind(number)), set())
            known = own or self._numbers_before.get((student, number.platform), set())
            if number.platform in _SURE_NUMBERS and known and number.value not in known:
                which = f"{'is' if own else 'was, in an earlier run,'} {' or '.join(sorted(known))}, not {number.value}"
                return f"It has the name of {student}, whose number on {number.platform} {which}."
        return ""

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
                found[student, _kind(key)].add(key.value)
        return found


def read_roster(*paths: Path) -> Roster:
    """Read a roster: a CSV file with a row of headings, one of them `id`, or a platform's list of the class.

    Known are headings for ids, names (also first and last name), addresses, groups, sections and the ids of platforms,
    and `former_id`: whoever has one is called so here, and found by the new id, too. All other columns are passed over.
    Commas, semicolons and tabs may separate the columns.

    Parameters
    ----------
    *paths : Path
        The class list, and files that say more about the same people: Moodle's grading worksheet, a list of groups.
        Ids are those of the first that is not a worksheet; in the others, people are found by id, address or name.

    Raises
    ------
    HippogradError
        When a file cannot be read, has no column `id` or no students, one has no id, or two have the same.
    """
    first, *more = sorted((_People.of(path) for path in paths), key=lambda people: people.is_worksheet)
    unused = tuple(dict.fromkeys(heading for people in (first, *more) for heading in people.unused))
    empty = Roster(frozenset(one.student for one in first.people), {}, {}, paths=paths, unused=unused)
    tests = frozenset[Key]().union(*(people.of_test_student for people in (first, *more)))
    roster = with_people(replace(empty, of_test_student=tests), first.people)
    for others in more:
        by_key = [roster.match(one.keys, "").students for one in others.people]
        sure = {student for students in by_key if len(students) == 1 for student in students}
        doubts, addresses = differing(others.people, roster)
        known = [(one, () if at in doubts else _same_person(one, roster, sure)) for at, one in enumerate(others.people)]
        same = [replace(one, student=students[0]) for one, students in known if len(students) == 1]
        strangers = [
            f"{one.shown} in {others.path.name}{f' ({doubts[at]})' if at in doubts else ''}"
            for at, (one, students) in enumerate(known)
            if len(students) != 1
        ]
        by_name = [
            f"{one.shown} in {others.path.name} ({addresses[at]})"
            for at, (one, students) in enumerate(known)
            if at in addresses and len(students) == 1
        ]
        roster = replace(
            with_people(roster, _as_known(same, roster)),
            strangers=(*roster.strangers, *strangers),
            by_name_alone=(*roster.by_name_alone, *by_name),
            of_strangers=roster.of_strangers.union(*(one.keys for one, students in known if len(students) != 1)),
        )
    return roster


def _same_person(person: Person, roster: Roster, sure: Collection[str]) -> tuple[str, ...]:
    """Who of a roster somebody in another file is, by id and address, which nobody changes as easily as a name.

    Whose id or address has a line of its own there, which is `sure`, is nobody else by name.
    """
    by_key = roster.match(person.keys, "").students
    if len(by_key) == 1:
        return by_key
    by_name = roster.match(person.keys, person.name).students
    return () if len(by_name) == 1 and by_name[0] in sure else by_name


class Differing(NamedTuple):
    """Lines that have somebody's name and else what is not theirs: in what they differ, by the place of the line."""

    namesakes: dict[int, str]
    """With another id, or another number on a platform that numbers people: they are somebody else."""

    addresses: dict[int, str]
    """With another address, which people change: they are found by name, and a person is told."""


def differing(people: Sequence[Person], roster: Roster) -> Differing:
    """Who in a file has somebody's name, and another id, number or address than theirs.

    It says so only where ids or numbers are mostly as the roster knows them, or some addresses are: all of a class may
    have other ones there.

    Parameters
    ----------
    people : sequence of Person
        The lines.
    roster : Roster
        Who they may be.
    """
    agree, differ = Counter[str](), defaultdict[str, dict[int, str]](dict)
    for at, person in enumerate(people):
        keys = [Key(key_value(key.value), key.platform) for key in _telling(person.keys)]
        by_key = roster.match(person.keys, "").students
        agree.update({_kind(key) for key in keys if by_key and roster.having(key)})
        whose = roster.match((), person.name).students if not by_key else ()
        for kind in {_kind(key) for key in keys} if len(whose) == 1 else ():
            own, there = roster.keys_of.get((whose[0], kind), set()), {key.value for key in keys if _kind(key) == kind}
            if own and not _without_zeros(own) & _without_zeros(there):
                said = f"{', '.join(sorted(there))} for {', '.join(sorted(own))}"
                differ[kind][at] = f"has the name of {whose[0]}, but {said}"
    addresses = differ.pop(_ADDRESS, {})
    mostly = [found for kind, found in differ.items() if agree[kind] >= len(found)]
    others = {at: said for found in mostly for at, said in found.items()}
    told = {at: said for at, said in addresses.items() if agree[_ADDRESS] and at not in others}
    return Differing(others, told)


def _without_zeros(ids: Iterable[str]) -> set[str]:
    """Ids as programs write them that take them for numbers."""
    return {one.lstrip("0") for one in ids}


def _telling(keys: Collection[Key]) -> list[Key]:
    """The keys that tell people apart, whatever is handed in: not what only repeats a platform's number."""
    numbers = {key.value for key in keys if key.platform}
    of_moodle = tuple(key.value for key in keys if key.platform == "Moodle")  # `participant 500003`
    own = [key for key in keys if not key.platform and key.value not in numbers and not key.value.endswith(of_moodle)]
    return own + [key for key in keys if key.platform in _SURE_NUMBERS]


_ADDRESS = "address"


def _kind(key: Key) -> str:
    """What keys are compared with: numbers of one platform, addresses, or ids."""
    return key.platform or (_ADDRESS if "@" in key.value else "id")


def _as_known(people: Sequence[Person], roster: Roster) -> list[Person]:
    """People of another file, each with the id of the roster, as those whom the roster knows.

    A name is left out that somebody else has in the roster, unless that one has a line of their own under it: then
    what is handed in under this address and name is nobody's for certain, as one of the two is wrong.
    """
    by_name = {one.student for one in people if one.student in roster.called(one.name)}
    return [
        replace(one, name="", names=frozenset())
        if (named := roster.called(one.name) - {one.student}) and one.student not in by_name and not named & by_name
        else one
        for one in people
    ]


def known_person(student: str, first_name: str, last_name: str, email: str, keys: Iterable[Key]) -> Person:
    """Somebody of whom a gradebook knows these; any of them may be empty."""
    name = " ".join(part for part in (first_name, last_name) if part)
    own = {Key(student.casefold()), Key(email.casefold()), *(key._replace(value=key.value.casefold()) for key in keys)}
    return Person(
        student,
        name,
        email.casefold(),
        first_name,
        last_name,
        frozenset(key for key in own if key.value),
        frozenset(_orders(name)),
        frozenset(),
        "",
    )


def people_in(headings: list[str], rows: Iterable[dict[str, str]], path: Path) -> list[Person]:
    """What the lines of a platform's table say of students, line by line.

    Parameters
    ----------
    headings : list of str
        As `plain_heading` gives them.
    rows : iterable of dict
        The cells of each line by heading.
    path : Path
        What messages call it.

    Raises
    ------
    HippogradError
        When no column tells who a line is about.
    """
    lines = list(rows)
    columns = _Columns.of(headings, list(enumerate(lines)), path)
    return [columns.person(row) for row in lines]


@dataclass(frozen=True)
class Person:
    """What a line of a roster says of a student."""

    student: str
    name: str
    email: str
    first_name: str
    last_name: str
    keys: frozenset[Key]
    names: frozenset[str]
    groups: frozenset[str]
    handed_in: str
    section: str = ""
    called: str = ""
    """The id as the file has it, which may be no name of a folder."""

    @property
    def shown(self) -> str:
        """What messages call the student."""
        return self.name or self.email or self.student


@dataclass(frozen=True)
class _People:
    """All students of one file, by line."""

    path: Path
    people: list[Person]
    is_worksheet: bool
    unused: tuple[str, ...]
    of_test_student: frozenset[Key]

    @classmethod
    def of(cls, path: Path) -> _People:
        headings, lines = _in_english(*_of_github(*table_of(path)))
        rows = [line for line in lines if not _is_test_student(headings, line[1])]
        columns = _Columns.of(headings, rows, path)
        if not rows:
            raise HippogradError(f"{path} has headings, but no students.", "Write a line for each student.")
        found: dict[str, Person] = {}
        for line, row in rows:
            person = columns.person(row)
            if not person.student:
                raise HippogradError(
                    f"{path}: line {line} has no {columns.student[0]}: {', '.join(filter(None, row.values()))}.",
                    "Give each student an id, or take the line out.",
                )
            other = found.setdefault(person.student.casefold(), person)
            if other.name != person.name and row.get(_IDENTIFIER) and person.student == student_id(person.email):
                # no id, but an address that people share, as in a family: here they are told apart by their numbers
                called = row[_IDENTIFIER]
                person = replace(person, student=student_id(called), called=called)
                other = found.setdefault(person.student.casefold(), person)
            if (other.student, other.name, other.email) != (person.student, person.name, person.email):
                raise HippogradError(
                    f"{path}: line {line} gives the id {person.student} of {other.shown} to {person.shown}.",
                    "Give each student an id of their own, and a line of their own.",
                )
            if other is not person:
                joined = replace(other, keys=other.keys | person.keys, groups=other.groups | person.groups)
                found[person.student.casefold()] = joined
        tests = [columns.person(row) for _, row in lines if _is_test_student(headings, row)]
        of_tests = frozenset(key for one in tests for key in one.keys if key.platform)
        return cls(path, list(found.values()), _IDENTIFIER in headings, columns.unused(headings), of_tests)


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


@dataclass(frozen=True)
class _Columns:
    """Which columns of a roster say what."""

    student: tuple[str, ...]
    ids: tuple[str, ...]
    former_id: str
    email: str
    full_name: str
    first_name: str
    last_name: str
    group: str
    section: str
    of_platforms: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, headings: list[str], rows: list[tuple[int, dict[str, str]]], path: Path) -> _Columns:
        is_canvas = bool(_OF_CANVAS & {*headings})
        ids = tuple(
            name for name in sorted(_ID_COLUMNS, key=lambda name: is_canvas and name == "id") if name in headings
        )
        email = _first(headings, _EMAIL_COLUMNS)
        if not ids and _IDENTIFIER not in headings:
            raise HippogradError(
                f"{path} has no column `id`; its headings are: {', '.join(filter(None, headings)) or 'none'}.",
                "Add a column headed id, with what folders and the gradebook call each student.",
            )
        # Moodle and Blackboard have a column for the student's number also where nobody has one.
        in_use = [name for name in ids if name == "id" or any(row.get(name) for _, row in rows)]
        student: tuple[str, ...] = tuple((in_use or ids)[:1])
        if is_canvas and "id" in ids:  # for those who have no account of the university
            student = (*student, "id")
        if _IDENTIFIER in headings:  # what else tells people apart, for those who have no number, and in blind marking
            student = (*student, email, _IDENTIFIER)
        of_platforms = [(one, name) for one, names in _PLATFORM_COLUMNS.items() for name in names if name in headings]
        if is_canvas:
            of_platforms.append(("Canvas", "id"))
        return cls(
            student,
            tuple(name for name in ids if not (is_canvas and name == "id")),  # which is a number of Canvas's
            _first(headings, _FORMER_ID_COLUMNS),
            email,
            _first(headings, _NAME_COLUMNS),
            _first(headings, _FIRST_NAME_COLUMNS),
            _first(headings, _LAST_NAME_COLUMNS),
            _first(headings, _GROUP_COLUMNS),
            _first(headings, _SECTION_COLUMNS),
            tuple(of_platforms),
        )

    def unused(self, headings: list[str]) -> tuple[str, ...]:
        """The headings, as they were simplified, of the columns that are passed over."""
        names = (self.former_id, self.email, self.full_name, self.first_name, self.last_name, self.group, self.section)
        own = {*self.student, *self.ids, *names, *(column for _, column in self.of_platforms)}
        return tuple(one for one in headings if one and one not in own | {_IDENTIFIER, _HANDED_IN, "role"})

    def person(self, row: dict[str, str]) -> Person:
        full_name, joined = row.get(self.full_name, ""), self._joined_name(row)
        handed_in = row.get(_HANDED_IN, "")
        own = (self.former_id, *self.student)
        called = next((row[column].removeprefix("#") for column in own if row.get(column)), "")
        student = student_id(called) if called else ""
        return Person(
            student,
            full_name or joined,
            row.get(self.email, "").casefold(),
            *_first_and_last(row.get(self.first_name, ""), row.get(self.last_name, ""), full_name),
            frozenset({*self._keys(row), Key(student.casefold())} - {Key("")}),
            frozenset(_orders(full_name) | _orders(joined)),
            frozenset(_group_keys(row.get(self.group, ""))),
            handed_in if handed_in.strip(" -") else "",
            row.get(self.section, ""),
            called,
        )

    def _keys(self, row: dict[str, str]) -> set[Key]:
        general = [Key(row.get(column, "").removeprefix("#").casefold()) for column in (*self.ids, self.email)]
        own = [Key(row.get(column, "").casefold(), platform) for platform, column in self.of_platforms]
        number = re.search(r"\d+$", row.get(_IDENTIFIER, ""))
        of_moodle = [Key(number[0], "Moodle"), Key(row[_IDENTIFIER].casefold())] if number else []
        return {key for key in general + own + of_moodle if key.value}

    def _joined_name(self, row: dict[str, str]) -> str:
        """First and last name; whoever has only one of them has a name of one word."""
        return " ".join(part for part in (row.get(self.first_name, ""), row.get(self.last_name, "")) if part)


_SUFFIX = re.compile(r"(?:Jr|Sr)\.?|I{2,3}|IV", re.IGNORECASE)
"""What stands behind a family name and a comma: `Smith, Jr., John`, and `John Smith, Jr.`."""


def _first_and_last(first: str, last: str, full_name: str) -> tuple[str, str]:
    """First and last name. Of a name in one cell the last, with its `Jr.`, is before a comma, else the last word."""
    if first or last:
        return first, last
    first_part, *others = [part.strip() for part in full_name.split(",")]
    suffix = [part for part in others if _SUFFIX.fullmatch(part)]
    others = [part for part in others if part not in suffix]
    names, _, family = first_part.rpartition(" ")
    if others:
        names, family = ", ".join(others), first_part
    return names, ", ".join([family, *suffix])


def _first(headings: list[str], known: tuple[str, ...]) -> str:
    return next((name for name in known if name in headings), "no such column")


def table_of(path: Path) -> tuple[list[str], list[tuple[int, dict[str, str]]]]:
    """The headings of a CSV file, in lower case, and for each line its number and the cells by heading.

    Raises
    ------
    HippogradError
        When it cannot be read, or a line has more cells than there are headings.
    """
    lines = list(_lines(path))
    if not lines:
        return [], []
    headings = [plain_heading(cell) for cell in lines[0][1]]
    rows = []
    for number, cells in lines[1:]:
        if any(cells[len(headings) :]):
            raise HippogradError(
                f"{path}: line {number} has {len(cells)} cells, but there are {len(headings)} headings.",
                'Put a name that has a comma in it in quotes: "Example, Amber".',
            )
        named = [(heading, cell) for heading, cell in zip(headings, cells, strict=False) if heading]
        rows.append((number, dict(reversed(named))))  # of two columns of one name, the first
    if _OF_CANVAS & set(headings):
        rows = _below_points_possible(rows)
    return headings, [row for row in rows if row[1].get("role", "").casefold() not in _STAFF]


def _lines(path: Path) -> Iterator[tuple[int, list[str]]]:
    """The lines that are not blank, with their numbers, each cut into its cells."""
    lines = _text(path).splitlines(keepends=True)
    start = next((at for at, line in enumerate(lines) if line.strip(" \t\r\n,;\ufeff")), len(lines))
    first = lines[start] if start < len(lines) else ""
    stated = re.fullmatch(r'"?sep=(.)"?[,;\t]*', first.strip("\r\n"), re.IGNORECASE)  # for Excel
    if stated:
        start += 1
    while start < len(lines) and not lines[start].strip(" \t\r\n,;"):
        start += 1
    delimiter = stated[1] if stated else max(",;\t", key=first.count)
    rest = io.StringIO("".join(lines[start:]), newline="").readlines()
    reader = csv.reader(rest, delimiter=delimiter)
    done = 0
    try:
        for cells in reader:
            if reader.line_num > done + 1:  # of an open quotation mark all lines below would be one cell
                next(csv.reader(rest[done : reader.line_num], delimiter=delimiter, strict=True))
            done = reader.line_num
            if any(cell.strip() for cell in cells):
                yield start + done, [cell.strip() for cell in cells]
    except csv.Error as error:
        raise HippogradError(
            f"{path}: line {start + done + 1} is not CSV: {error}.",
            "Close its quotation marks, or save the file as CSV again.",
        ) from None


def _text(path: Path) -> str:
    """The file in whichever encoding Excel, Blackboard or an editor wrote it."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise HippogradError(f"{path} cannot be read: {error.strerror or error}.", "Check the path.") from None
    if is_spreadsheet(data):
        raise HippogradError(
            f"{path} is a spreadsheet, as Excel saves it, and no CSV file.",
            "Open it, save it as CSV (in Excel: CSV UTF-8), and give that file.",
        )
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace")
    if b"\0" in data[:2]:  # headings are of letters that need one byte, so the other one is zero
        return data.decode("utf-16-be" if data[:1] == b"\0" else "utf-16-le", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def plain_heading(cell: str) -> str:
    """A heading in lower case, with a space for what separates its words."""
    return re.sub(r"[\s_-]+", " ", cell.casefold()).strip()


def _of_github(
    headings: list[str], rows: list[tuple[int, dict[str, str]]]
) -> tuple[list[str], list[tuple[int, dict[str, str]]]]:
    """GitHub Classroom's roster with an id, which is a name, too, where it has several words."""
    if _IDENTIFIER not in headings or not {*_GITHUB_COLUMNS} & {*headings}:
        return headings, rows
    said = [(number, row | {"id": row.get(_IDENTIFIER, "")}) for number, row in rows]
    named = [
        (number, row | {"name": row.get("name") or (row["id"] if " " in row["id"] else "")}) for number, row in said
    ]
    return [*dict.fromkeys(["id", "name", *(one for one in headings if one != _IDENTIFIER)])], named


def _in_english(
    headings: list[str], rows: list[tuple[int, dict[str, str]]]
) -> tuple[list[str], list[tuple[int, dict[str, str]]]]:
    """Moodle's grading worksheet with English headings, whatever the language, as its columns stand in a fixed order.

    It is told by what is in it: one word and a number in the first column, and one by one the highest grade, whether it
    can be changed, and when the work was handed in.
    """
    cells = [[row.get(heading, "") for _, row in rows] for heading in headings]
    if not rows or _IDENTIFIER in headings or not _has_participants(cells[0]):
        return headings, rows
    highest = next((at for at in range(2, len(cells) - 2) if _are_of_grading(*cells[at : at + 3])), None)
    if highest is None:
        return headings, rows
    said = {headings[0]: _IDENTIFIER, headings[highest + 2]: _HANDED_IN}
    addresses = [at for at in range(2, highest) if _are_addresses(cells[at])]
    said |= {headings[at]: "email" for at in addresses[:1]}
    if addresses or (highest > 3 and 2 * len(set(cells[1])) > len(rows)):  # else marking is blind, and it is the status
        said[headings[1]] = "full name"
    renamed = [(number, {said.get(heading, heading): cell for heading, cell in row.items()}) for number, row in rows]
    return [said.get(heading, heading) for heading in headings], renamed


def _has_participants(cells: list[str]) -> bool:
    """Whether there is one word with a number in all: `Participant 500003`, `Teilnehmer/in500003`."""
    found = [re.fullmatch(r"([^\W\d]\D*?)\s*\d+", cell) for cell in cells]
    return len({match[1] if match else "" for match in found}) == 1 and all(found)


def _are_addresses(cells: list[str]) -> bool:
    """Whether most that is written there has the sign of an address, which people may have in other columns, too."""
    written = [cell for cell in cells if cell]
    return 2 * sum("@" in cell for cell in written) > len(written)


def _are_of_grading(grades: list[str], changeable: list[str], handed_in: list[str]) -> bool:
    """Whether these columns are the highest grade, the same number for all, a word for yes or no, and times."""
    are_times = all(len(re.findall(r"\d", cell)) > 5 or not cell.strip(" -") for cell in handed_in)
    is_number = re.fullmatch(r"\d+(?:[.,]\d+)?", grades[0]) is not None and len(set(grades)) == 1
    return (
        are_times
        and is_number
        and len(set(changeable)) <= 2
        and all(re.fullmatch(r"[^\W\d]+", cell) for cell in changeable)
    )


def _below_points_possible(rows: list[tuple[int, dict[str, str]]]) -> list[tuple[int, dict[str, str]]]:
    """Canvas's gradebook without the lines at the top that are about assignments."""
    at = [place for place, (_, row) in enumerate(rows) if row.get("student", "").startswith("Points Possible")]
    return rows[at[0] + 1 if at else 0 :]


def _is_test_student(headings: list[str], row: dict[str, str]) -> bool:
    """Whether a line of Canvas's gradebook is its test student's: its id is none, or 40 signs by chance."""
    login = row.get("sis login id", "")
    is_made_up = not row.get("sis user id") and (not login or re.fullmatch(r"[0-9a-f]{40}", login) is not None)
    return bool(_OF_CANVAS & {*headings}) and row.get("student", "").casefold() == _TEST_STUDENT and is_made_up


_DOTLESS = str.maketrans({"\N{LATIN SMALL LETTER DOTLESS I}": "i", "\N{COMBINING GRAPHEME JOINER}": None})
_STROKES = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ħ": "h"})
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "æ": "ae"})


def key_value(text: str) -> str:
    """An id or address as it is looked up: in lower case, its signs composed."""
    return normalized("NFC", text.strip().casefold())


def spelt_name(name: str) -> str:
    """A name in lower case without spaces and signs, with its accents: `Zoë O'Hara` is `zoëohara`.

    The two letters i of Turkish are one, as capital letters of other languages do not tell them apart.
    """
    letters = name.casefold().translate(_DOTLESS).replace("i\N{COMBINING DOT ABOVE}", "i")
    return "".join(sign for sign in normalized("NFC", letters) if sign.isalnum() or _is_mark(sign))


def written_out(name: str) -> str:
    """A name in lower case with its umlauts as ASCII writes them: `mueller` of `Müller`."""
    return normalized("NFC", name.casefold()).translate(_UMLAUTS)


def plain_name(name: str) -> str:
    """The same without accents: `zoeohara`. Marks that are no accents, as the vowels of Devanagari, stay."""
    spelt = spelt_name(name)
    if spelt.isascii():
        return spelt
    found: list[str] = []
    has_accents = False
    for sign in normalized("NFKD", spelt).casefold().translate(_DOTLESS).translate(_STROKES):
        if sign.isalnum():
            has_accents = _has_accents(sign)
            found.append(sign)
        elif _is_mark(sign) and not has_accents:
            found.append(sign)
    return "".join(found)


def _is_mark(sign: str) -> bool:
    return not sign.isascii() and unicodedata.category(sign) in ("Mn", "Mc")


def _has_accents(letter: str) -> bool:
    """Whether what is combined with a letter is an accent, without which a name is the same."""
    return letter.isascii() or unicodedata.name(letter, "").startswith(("LATIN ", "GREEK ", "CYRILLIC "))


def _orders(name: str) -> set[str]:
    """A name with its parts in all orders that lists use: first name first, or a family name of any length first."""
    parts = [part for part in re.split(r"[\s,]+", name) if part]
    return {spelt_name("".join(parts[turn:] + parts[:turn])) for turn in range(len(parts))} - {""}


def _group_keys(cell: str) -> set[str]:
    """The names of the groups in a cell: the whole of it, and what commas and semicolons separate."""
    return {plain_name(part) for part in (cell, *re.split(r"[;,]", cell))} - {""}
