"""A roster read from its files, and who in another file is somebody else than a name says."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from hippograd.intake.finding.roster.names import key_value
from hippograd.intake.finding.roster.people import ClassList
from hippograd.intake.finding.roster.person import ADDRESS, Key, Person, kind_of, telling
from hippograd.intake.finding.roster.roster import Roster, with_people


def read_roster(*paths: Path, listed: Roster | None = None) -> Roster:
    """Read a roster: a CSV file with a row of headings, one of them `id`, or a platform's list of the class.

    Known are headings for ids, names (also first and last name), addresses, groups, sections and the ids of platforms,
    and `former_id`: whoever has one is called so here, and found by the new id, too. All other columns are passed over.
    Commas, semicolons and tabs may separate the columns.

    Parameters
    ----------
    *paths : Path
        The class list, and files that say more about the same people: Moodle's grading worksheet, a list of groups.
        Ids are those of the first that is not a worksheet; in the others, people are found by id, address or name.
    listed : Roster, optional
        The class list, where the files are nothing but worksheets.

    Raises
    ------
    HippogradError
        When a file cannot be read, has no column `id` or no students, one has no id, or two have the same.
    """
    lists = sorted((ClassList.of(path) for path in paths), key=lambda people: people.is_worksheet)
    first, *more = lists
    unused = tuple(dict.fromkeys(heading for people in (first, *more) for heading in people.unused))
    empty = Roster(frozenset(one.student for one in first.people), {}, {}, paths=paths, unused=unused)
    tests = frozenset[Key]().union(*(people.of_test_student for people in (first, *more)))
    roster = with_people(replace(empty, of_test_student=tests), first.people)
    if listed is not None and first.is_worksheet:
        roster, more = replace(listed, paths=(*listed.paths, *paths)), lists
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


def is_worksheet(path: Path) -> bool:
    """Whether a file is Moodle's grading worksheet, which is of one assignment."""
    return ClassList.of(path).is_worksheet


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
        keys = [Key(key_value(key.value), key.platform) for key in telling(person.keys)]
        by_key = roster.match(person.keys, "").students
        agree.update({kind_of(key) for key in keys if by_key and roster.having(key)})
        whose = roster.match((), person.name).students if not by_key else ()
        for kind in {kind_of(key) for key in keys} if len(whose) == 1 else ():
            own, there = (
                roster.keys_of.get((whose[0], kind), set()),
                {key.value for key in keys if kind_of(key) == kind},
            )
            if own and not _without_zeros(own) & _without_zeros(there):
                said = f"{', '.join(sorted(there))} for {', '.join(sorted(own))}"
                differ[kind][at] = f"has the name of {whose[0]}, but {said}"
    addresses = differ.pop(ADDRESS, {})
    mostly = [found for kind, found in differ.items() if agree[kind] >= len(found)]
    others = {at: said for found in mostly for at, said in found.items()}
    told = {at: said for at, said in addresses.items() if agree[ADDRESS] and at not in others}
    return Differing(others, told)


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


def _without_zeros(ids: Iterable[str]) -> set[str]:
    """Ids as programs write them that take them for numbers."""
    return {one.lstrip("0") for one in ids}
