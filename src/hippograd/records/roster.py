"""The roster that was imported, which all commands read where no other is named."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import msgspec

from hippograd.errors import NO_JSON, HippogradError
from hippograd.files import alone_in_folder, write_whole
from hippograd.intake import Roster, read_roster
from hippograd.intake.finding.roster import Key, Person, is_worksheet, with_people

_T = TypeVar("_T")

ROSTER = "roster.json"
"""The file in the records of a cohort."""


class _Kept(msgspec.Struct):
    people: list[Person]
    of_strangers: frozenset[Key]
    of_test_student: frozenset[Key]


def remember(records: Path, files: Sequence[Path]) -> None:
    """Keep a roster in the place of the one before; without Moodle's worksheets, which are of one assignment."""
    lists = [path for path in files if not is_worksheet(path)]
    if not lists:
        return
    roster = read_roster(*lists)
    people = [
        replace(
            person,
            keys=_those_of(student, roster.by_key),
            names=_those_of(student, roster.by_spelling),
            groups=_those_of(student, roster.by_group),
        )
        for student, person in sorted(roster.people.items())
    ]
    with alone_in_folder(records):
        _write(records, _Kept(people, roster.of_strangers, roster.of_test_student))


def remembered(records: Path) -> Roster | None:
    """The roster that was imported; None where none was.

    Raises
    ------
    HippogradError
        When the file is damaged.
    """
    file = records / ROSTER
    if not file.exists():
        return None
    kept = _read(file)
    roster = Roster(
        frozenset(one.student for one in kept.people),
        {},
        {},
        paths=(file,),
        of_strangers=kept.of_strangers,
        of_test_student=kept.of_test_student,
    )
    return with_people(roster, kept.people)


def forgotten(records: Path, student: str) -> list[str]:
    """Take a student out of the roster that is kept; what was done, a line."""
    file = records / ROSTER
    if not file.exists():
        return []
    with alone_in_folder(records):
        kept = _read(file)
        others = [one for one in kept.people if one.student != student]
        if len(others) == len(kept.people):
            return []
        _write(records, _Kept(others, kept.of_strangers, kept.of_test_student))
    return [f"{student} in {file}"]


def _read(file: Path) -> _Kept:
    try:
        return msgspec.json.decode(file.read_bytes(), type=_Kept)
    except NO_JSON as error:
        raise HippogradError(f"{file} is damaged: {error}.", "Delete it, and import the roster again.") from None


def _write(records: Path, kept: _Kept) -> None:
    write_whole(records / ROSTER, msgspec.json.encode(kept))


def _those_of(student: str, table: Mapping[_T, set[str]]) -> frozenset[_T]:
    return frozenset(key for key, students in table.items() if student in students)
