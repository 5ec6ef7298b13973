"""The roster that was imported, which all commands read where no other is named."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec

from hippograd.errors import NO_JSON, HippogradError
from hippograd.files import alone_in_folder, write_whole
from hippograd.intake import Roster, read_roster
from hippograd.intake.finding.roster import Person, is_worksheet

ROSTER = "roster.json"
"""The file in the records of a cohort."""


class _Kept(msgspec.Struct):
    people: list[Person]


def remember(records: Path, files: Sequence[Path]) -> None:
    """Keep a roster in the place of the one before; without Moodle's worksheets, which are of one assignment."""
    lists = [path for path in files if not is_worksheet(path)]
    if not lists:
        return
    roster = read_roster(*lists)
    people = [person for _, person in sorted(roster.people.items())]
    with alone_in_folder(records):
        _write(records, _Kept(people))


def remembered(records: Path) -> Roster | None:
    """Return the roster that was imported; None where none was."""
    file = records / ROSTER
    if not file.exists():
        return None
    return Roster({person.student: person for person in _read(file).people}, (file,))


def forgotten(records: Path, student: str) -> list[str]:
    """Take a student out of the roster that is kept; what was done, a line."""
    file = records / ROSTER
    if not file.exists():
        return []
    with alone_in_folder(records):
        kept = _read(file)
        others = [person for person in kept.people if person.student != student]
        if len(others) == len(kept.people):
            return []
        _write(records, _Kept(others))
    return [f"{student} in {file}"]


def _read(file: Path) -> _Kept:
    try:
        return msgspec.json.decode(file.read_bytes(), type=_Kept)
    except NO_JSON as error:
        raise HippogradError("roster-damaged", file=file, cause=error) from None


def _write(records: Path, kept: _Kept) -> None:
    write_whole(records / ROSTER, msgspec.json.encode(kept))
