"""Who is in the class, and whose something is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import NamedTuple, TypeVar

from hippograd.errors import Problem
from hippograd.intake.finding.roster.people import ClassList
from hippograd.intake.finding.roster.person import GROUP, Key, Person, plain_name

T = TypeVar("T")


class Match(NamedTuple):
    """The students whose something is, several for a group; where nothing declares that, whose it may be, and why."""

    students: tuple[str, ...] = ()
    proposed: tuple[str, ...] = ()
    doubt: Problem | None = None


@dataclass(frozen=True)
class Roster:
    """The students of a class, and all that a learning platform may call them."""

    people: Mapping[str, Person]
    """By id, as folders and the gradebook have it."""

    paths: tuple[Path, ...] = ()
    """The files it was read from, which are nobody's submissions."""

    strangers: tuple[str, ...] = ()
    """Who is in one of these files and has no id or address of the first: for people to read."""

    unused: tuple[str, ...] = ()
    """Headings of columns that say nothing here."""

    @cached_property
    def students(self) -> frozenset[str]:
        return frozenset(self.people)

    @cached_property
    def by_key(self) -> dict[Key, set[str]]:
        """Ids by what a download may call people; several where students share it."""
        return _inverted((person.student, person.keys) for person in self.people.values())

    @cached_property
    def by_group(self) -> dict[str, set[str]]:
        return _inverted((person.student, person.groups) for person in self.people.values())

    @cached_property
    def _by_name(self) -> dict[str, set[str]]:
        return _inverted((person.student, person.names) for person in self.people.values())

    @property
    def renamed(self) -> dict[str, str]:
        """The ids that could not be names of folders, and what these students are called here."""
        return {one.called: who for who, one in self.people.items() if one.called and one.called.strip() != who}

    def knows(self, name: str) -> bool:
        """Return whether somebody or a group has this id, address or name."""
        found = self.match((Key(name), Key(name, GROUP)), name)
        return bool(found.students or found.proposed)

    def match(self, keys: Iterable[Key], name: str = "") -> Match:
        """Return whose something is: only a key says so, and a name never more than whose it may be."""
        keys = list(keys)
        found = [self.by_key.get(key.plain, set()) for key in keys]
        sure = {student for whose in found if len(whose) == 1 for student in whose}
        groups = {frozenset(self.by_group.get(plain_name(key.value), ())) for key in keys if key.platform == GROUP}
        members, named = self.by_group.get(plain_name(name), set()), self._by_name.get(plain_name(name), set())
        if len(sure) == 1:
            return Match(tuple(sorted(members if sure <= members else sure)))
        if sure:
            return Match((), (), Problem.of("owner-ids-of-several", students=sure))
        if len(groups := groups - {frozenset()}) == 1:
            return Match(tuple(sorted(*groups)))
        if len(named) == 1 or (members and not named):
            proposed = tuple(sorted(named or members))
            return Match((), proposed, Problem.of("owner-name-only", students=proposed))
        if named:
            return Match((), (), Problem.of("owner-name-of-several", students=named))
        return Match((), (), Problem.of("owner-unknown"))


def _inverted(pairs: Iterable[tuple[str, Iterable[T]]]) -> dict[T, set[str]]:
    found = defaultdict[T, set[str]](set)
    for student, keys in pairs:
        for key in keys:
            found[key].add(student)
    return dict(found)


def read_roster(*paths: Path, listed: Roster | None = None) -> Roster:
    """Read a roster: a CSV file with a row of headings, one of them `id`, or a platform's list of the class.

    Known are headings for ids, names (also first and last name), addresses, groups, sections and the numbers of
    platforms. All other columns are passed over. Commas, semicolons and tabs may separate the columns.
    """
    lists = sorted((ClassList.of(path) for path in paths), key=lambda people: people.is_worksheet)
    if listed is None or not lists[0].is_worksheet:
        listed, *lists = (
            Roster({person.student: person for person in lists[0].people}, unused=lists[0].unused),
            *lists[1:],
        )
    people, strangers = dict(listed.people), []
    for others in lists:
        for one in others.people:
            students = listed.match(one.keys).students
            if len(students) == 1:
                people[students[0]] = people[students[0]].with_more(one)
            else:
                strangers.append(f"{one.shown} in {others.path.name}")
    unused = dict.fromkeys([*listed.unused, *(heading for one in lists for heading in one.unused)])
    return replace(
        listed, people=people, paths=(*listed.paths, *paths), strangers=tuple(strangers), unused=tuple(unused)
    )


def is_worksheet(path: Path) -> bool:
    """Return whether a file is Moodle's grading worksheet, which is of one assignment."""
    return ClassList.of(path).is_worksheet
