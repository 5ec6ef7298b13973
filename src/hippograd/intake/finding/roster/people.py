"""What the lines of a list say of students, by its headings."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from hippograd.errors import HippogradError
from hippograd.intake.finding.roster.lists import (
    GITHUB_COLUMNS,
    HANDED_IN,
    IDENTIFIER,
    OF_CANVAS,
    is_test_student,
    listed,
)
from hippograd.intake.finding.roster.names import group_keys, orders
from hippograd.intake.finding.roster.person import CANVAS_ANONYMOUS, GITHUB, Key, Person
from hippograd.intake.finding.student_ids import student_id

# Headings in lower case, with a space for `_` and `-`; the exports of Canvas, Moodle, also in German, Blackboard,
# Brightspace and Gradescope have these. In each list the first that the file has is taken; of the ids, all others are
# known names of the student too.
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
    "matrikelnummer",
    "anmeldename",
    "id nummer",
)
_FORMER_ID_COLUMNS = ("former id", "old id", "previous id")
_NAME_COLUMNS = ("name", "full name", "fullname", "student", "student name", "vollständiger name")
_FIRST_NAME_COLUMNS = (
    "first name",
    "firstname",
    "given name",
    "givenname",
    "given names",
    "forename",
    "forenames",
    "vorname",
)
_LAST_NAME_COLUMNS = ("last name", "lastname", "surname", "family name", "familyname", "nachname", "familienname")
_EMAIL_COLUMNS = ("email", "e mail", "email address", "e mail address", "mail", "e mail adresse")
_GROUP_COLUMNS = ("group", "group name", "groups", "team", "gruppe", "gruppen")
_SECTION_COLUMNS = ("section", "sections", "section name", "tutorial", "class")
_PLATFORM_COLUMNS = {
    "Canvas": ("canvas", "canvas id", "canvas user id"),
    CANVAS_ANONYMOUS: ("anonymous id", "anonymous ids", "canvas anonymous id"),
    "Blackboard": ("blackboard", "blackboard id", "blackboard username"),
    "Brightspace": ("brightspace", "brightspace id"),
    "Gradescope": ("gradescope", "gradescope id", "gradescope sid"),
    GITHUB: GITHUB_COLUMNS,
}


@dataclass(frozen=True)
class ClassList:
    """All students of one file, by line."""

    path: Path
    people: list[Person]
    is_worksheet: bool
    unused: tuple[str, ...]
    of_test_student: frozenset[Key]

    @classmethod
    def of(cls, path: Path) -> ClassList:
        headings, lines = listed(path)
        rows = [line for line in lines if not is_test_student(headings, line[1])]
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
            if other.name != person.name and row.get(IDENTIFIER) and person.student == student_id(person.email):
                # no id, but an address that people share, as in a family: here they are told apart by their numbers
                called = row[IDENTIFIER]
                person = replace(person, student=student_id(called), called=called)
                other = found.setdefault(person.student.casefold(), person)
            if (other.student, other.name, other.email) != (person.student, person.name, person.email):
                raise HippogradError(
                    f"{path}: line {line} gives the id {person.student} of {other.shown} to {person.shown}.",
                    "Give each student an id of their own, and a line of their own.",
                )
            if other is not person:
                found[person.student.casefold()] = replace(
                    other,
                    keys=other.keys | person.keys,
                    groups=other.groups | person.groups,
                    section=", ".join(dict.fromkeys(one for one in (other.section, person.section) if one)),
                )
        tests = [columns.person(row) for _, row in lines if is_test_student(headings, row)]
        of_tests = frozenset(key for one in tests for key in one.keys if key.platform)
        return cls(path, list(found.values()), IDENTIFIER in headings, columns.unused(headings), of_tests)


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
        is_canvas = bool(OF_CANVAS & {*headings})
        ids = tuple(
            name for name in sorted(_ID_COLUMNS, key=lambda name: is_canvas and name == "id") if name in headings
        )
        email = _first(headings, _EMAIL_COLUMNS)
        if not ids and IDENTIFIER not in headings:
            raise HippogradError(
                f"{path} has no column `id`; its headings are: {', '.join(filter(None, headings)) or 'none'}.",
                "Add a column headed id, with what folders and the gradebook call each student.",
            )
        # Moodle and Blackboard have a column for the student's number also where nobody has one.
        in_use = [name for name in ids if name == "id" or any(row.get(name) for _, row in rows)]
        student: tuple[str, ...] = tuple((in_use or ids)[:1])
        if is_canvas and "id" in ids:  # for those who have no account of the university
            student = (*student, "id")
        if IDENTIFIER in headings:  # what else tells people apart, for those who have no number, and in blind marking
            student = (*student, email, IDENTIFIER)
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
        return tuple(one for one in headings if one and one not in own | {IDENTIFIER, HANDED_IN, "role"})

    def person(self, row: dict[str, str]) -> Person:
        full_name, joined = row.get(self.full_name, ""), self._joined_name(row)
        handed_in = row.get(HANDED_IN, "")
        own = (self.former_id, *self.student)
        called = next((row[column].removeprefix("#") for column in own if row.get(column)), "")
        student = student_id(called) if called else ""
        return Person(
            student,
            full_name or joined,
            row.get(self.email, "").casefold(),
            *_first_and_last(row.get(self.first_name, ""), row.get(self.last_name, ""), full_name),
            frozenset({*self._keys(row), Key(student.casefold())} - {Key("")}),
            frozenset(orders(full_name) | orders(joined)),
            frozenset(group_keys(row.get(self.group, ""))),
            handed_in if handed_in.strip(" -") else "",
            row.get(self.section, ""),
            called,
        )

    def _keys(self, row: dict[str, str]) -> set[Key]:
        general = [Key(row.get(column, "").removeprefix("#").casefold()) for column in (*self.ids, self.email)]
        own = [Key(row.get(column, "").casefold(), platform) for platform, column in self.of_platforms]
        number = re.search(r"\d+$", row.get(IDENTIFIER, ""))
        of_moodle = [Key(number[0], "Moodle"), Key(row[IDENTIFIER].casefold())] if number else []
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
