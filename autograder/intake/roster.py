"""The roster: who is in the class, and who of them handed something in."""

from __future__ import annotations

import codecs
import csv
import io
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from ..errors import HippogradError

# Headings in small letters, with a space for `_` and `-`; the exports of Canvas, Moodle, Blackboard and Gradescope have
# these. In each list the first that the file has is taken; of the ids, all others are known names of the student too.
_ID_COLUMNS = ("id", "student id", "username", "id number", "sid", "sis login id", "sis user id")
_NAME_COLUMNS = ("name", "full name", "fullname", "student", "student name")
_FIRST_NAME_COLUMNS = ("first name", "firstname", "given name", "givenname", "given names", "forename", "forenames")
_LAST_NAME_COLUMNS = ("last name", "lastname", "surname", "family name", "familyname")
_EMAIL_COLUMNS = ("email", "e mail", "email address", "e mail address", "mail")
_PLATFORM_COLUMNS = {
    "Canvas": ("canvas", "canvas id", "canvas user id"),
    "Blackboard": ("blackboard", "blackboard id", "blackboard username"),
    "Gradescope": ("gradescope", "gradescope id", "gradescope sid"),
}
_OF_CANVAS = {"sis user id", "sis login id"}
"""With one of these headings, the file is Canvas's gradebook, and its `ID` is Canvas's number."""

_STAFF = {"instructor", "ta", "teaching assistant", "reader"}
"""Roles in Gradescope's roster of those who are no students, and often have no id."""


class Key(NamedTuple):
    """What a download calls a student: an id, a user name or an address, or a number that only one platform uses."""

    value: str
    platform: str = ""


@dataclass(frozen=True)
class Roster:
    """The students of a class, and all that a learning platform may call them.

    Parameters
    ----------
    students : frozenset of str
        The ids of all.
    by_key : dict
        Student ids by key, its value in small letters; several where students share it.
    by_name : dict
        Student ids by name, without spaces and accents; several where names are shared.
    path : Path, optional
        The file it was read from, which is nobody's submission.
    """

    students: frozenset[str]
    by_key: dict[Key, set[str]]
    by_name: dict[str, set[str]]
    path: Path | None = None

    def match(self, keys: Iterable[Key], name: str) -> tuple[str, str]:
        """The student's id, and an empty string; where it is not certain, an empty id and the reason.

        Parameters
        ----------
        keys : iterable of Key
            From the download. One that two students share says nothing.
        name : str
            The name from the download. It decides where no key does, if exactly one student has it.
        """
        with_key = [self.by_key.get(Key(key.value.strip().casefold(), key.platform), set()) for key in keys]
        sure = {next(iter(found)) for found in with_key if len(found) == 1}
        named = self.by_name.get(plain_name(name), set())
        fitting = sure | named if len(sure) != 1 or not sure & named else sure
        if len(fitting) == 1:
            return next(iter(fitting)), ""
        if sure:
            return "", f"Id, address and name fit different people in the roster: {', '.join(sorted(fitting))}."
        return "", "Nobody in the roster is it for certain."


def read_roster(path: Path) -> Roster:
    """Read a roster: a CSV file with a row of headings, one of them `id`, or a platform's list of the class.

    Known are headings for ids, names (also first and last name), addresses, and the ids of Canvas, Blackboard and
    Gradescope. All other columns are passed over. Commas, semicolons and tabs may separate the columns.

    Raises
    ------
    HippogradError
        When the file cannot be read, has no column `id` or no students, one has no id, or two have the same.
    """
    headings, rows = _rows(path)
    columns = _Columns.of(headings, rows, path)
    if not rows:
        raise HippogradError(f"{path} has headings, but no students.", "Write a line for each student.")
    by_key: dict[Key, set[str]] = defaultdict(set)
    by_name: dict[str, set[str]] = defaultdict(set)
    people: dict[str, tuple[str, str, str]] = {}
    for line, row in rows:
        student = row.get(columns.student, "")
        if not student:
            raise HippogradError(
                f"{path}: line {line} has no {columns.student}: {', '.join(filter(None, row.values()))}.",
                "Give each student an id, or take the line out.",
            )
        person = (student, columns.name(row), row.get(columns.email, "").casefold())
        if people.setdefault(student.casefold(), person) != person:
            raise HippogradError(
                f"{path}: line {line} gives the id {student} of {_shown(people[student.casefold()])} to "
                f"{_shown(person)}.",
                "Give each student an id of their own, and a line of their own.",
            )
        for key in columns.keys(row):
            by_key[key].add(student)
        for name in columns.names(row):
            by_name[name].add(student)
    return Roster(frozenset(student for student, _, _ in people.values()), dict(by_key), dict(by_name), path)


@dataclass(frozen=True)
class _Columns:
    """Which columns of a roster say what."""

    student: str
    ids: tuple[str, ...]
    email: str
    full_name: str
    first_name: str
    last_name: str
    of_platforms: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, headings: list[str], rows: list[tuple[int, dict[str, str]]], path: Path) -> _Columns:
        ids = tuple(name for name in _ID_COLUMNS if name in headings)
        if not ids:
            raise HippogradError(
                f"{path} has no column `id`; its headings are: {', '.join(filter(None, headings)) or 'none'}.",
                "Write the headings in its first line: id,name,email.",
            )
        # Moodle and Blackboard have a column for the student's number also where nobody has one.
        in_use = [name for name in ids if name == "id" or any(row.get(name) for _, row in rows)]
        of_platforms = [(one, name) for one, names in _PLATFORM_COLUMNS.items() for name in names if name in headings]
        if _OF_CANVAS & set(headings):
            of_platforms.append(("Canvas", "id"))
        return cls(
            (in_use or ids)[0],
            ids,
            _first(headings, _EMAIL_COLUMNS),
            _first(headings, _NAME_COLUMNS),
            _first(headings, _FIRST_NAME_COLUMNS),
            _first(headings, _LAST_NAME_COLUMNS),
            tuple(of_platforms),
        )

    def keys(self, row: dict[str, str]) -> set[Key]:
        general = [Key(row.get(column, "").casefold()) for column in (*self.ids, self.email)]
        own = [Key(row.get(column, "").casefold(), platform) for platform, column in self.of_platforms]
        return {key for key in general + own if key.value}

    def name(self, row: dict[str, str]) -> str:
        """The name for people to read."""
        return row.get(self.full_name, "") or self._joined_name(row)

    def names(self, row: dict[str, str]) -> set[str]:
        """All ways to write it."""
        return _name_keys(row.get(self.full_name, "")) | _name_keys(self._joined_name(row))

    def _joined_name(self, row: dict[str, str]) -> str:
        """First and last name; one of them alone is no name, as others in the class may have it."""
        parts = [row.get(self.first_name, ""), row.get(self.last_name, "")]
        return " ".join(parts) if all(parts) else ""


def _first(headings: list[str], known: tuple[str, ...]) -> str:
    return next((name for name in known if name in headings), "no such column")


def _shown(person: tuple[str, str, str]) -> str:
    student, name, email = person
    return name or email or student


def _rows(path: Path) -> tuple[list[str], list[tuple[int, dict[str, str]]]]:
    """The headings, and for each student the number of the line and the cells by heading."""
    lines = list(_lines(path))
    if not lines:
        return [], []
    headings = [_plain_heading(cell) for cell in lines[0][1]]
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
    reader = csv.reader(io.StringIO("".join(lines[start:]), newline=""), delimiter=delimiter)
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield start + reader.line_num, [cell.strip() for cell in cells]
    except csv.Error as error:
        raise HippogradError(f"{path} is no CSV file: {error}.", "Save it as CSV.") from None


def _text(path: Path) -> str:
    """The file in whichever encoding Excel, Blackboard or an editor wrote it."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise HippogradError(f"{path} cannot be read: {error.strerror or error}.", "Check the path.") from None
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace")
    if b"\0" in data[:2]:  # headings are of letters that need one byte, so the other one is zero
        return data.decode("utf-16-be" if data[:1] == b"\0" else "utf-16-le", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _plain_heading(cell: str) -> str:
    return re.sub(r"[\s_-]+", " ", cell.casefold()).strip()


def _below_points_possible(rows: list[tuple[int, dict[str, str]]]) -> list[tuple[int, dict[str, str]]]:
    """Without the lines at the top of Canvas's gradebook that are about assignments."""
    at = [place for place, (_, row) in enumerate(rows) if row.get("student", "").startswith("Points Possible")]
    return rows[at[0] + 1 :] if at else rows


def plain_name(name: str) -> str:
    """A name in small letters without accents, spaces and signs: `Zoë O'Hara` is `zoeohara`."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    return re.sub(r"[\W_]+", "", "".join(sign for sign in letters if not unicodedata.combining(sign)))


def _name_keys(name: str) -> set[str]:
    """A name with its parts in all orders that lists use: first name first, or a family name of any length first."""
    parts = [part for part in re.split(r"[\s,]+", name) if part]
    return {plain_name("".join(parts[turn:] + parts[:turn])) for turn in range(len(parts))} - {""}
