"""What the lines of a list say of students, by its headings."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from hippograd.errors import HippogradError
from hippograd.intake.finding.roster.person import Key, Person, group_keys, student_id
from hippograd.intake.finding.roster.table import table_of

# Headings in lower case, with a space for `_` and `-`; the exports of Canvas, Moodle, also in German, Blackboard,
# Brightspace and Gradescope have these. In each list the first that the file has is taken; all ids tell the student.
_IDS = (
    *("id", "student id", "username", "id number", "sid", "sis login id", "sis user id", "orgdefinedid"),
    *("display id", "matrikelnummer", "anmeldename", "id nummer"),
)
_SAYING = {
    "name": ("name", "full name", "fullname", "student", "student name", "vollständiger name"),
    "first_name": ("first name", "firstname", "given name", "givenname", "given names", "forename", "vorname"),
    "last_name": ("last name", "lastname", "surname", "family name", "familyname", "nachname", "familienname"),
    "email": ("email", "e mail", "email address", "e mail address", "mail", "e mail adresse"),
    "group": ("group", "group name", "groups", "team", "gruppe", "gruppen"),
    "section": ("section", "sections", "section name", "tutorial", "class"),
    "handed_in": ("last modified (submission)",),
}
"""Of Moodle's grading worksheet the last, which says when something was handed in."""

_OF_PLATFORMS = {
    "Canvas": ("canvas", "canvas id", "canvas user id", "anonymous id"),
    "Blackboard": ("blackboard", "blackboard id", "blackboard username"),
    "Brightspace": ("brightspace", "brightspace id"),
    "Gradescope": ("gradescope", "gradescope id", "gradescope sid"),
}

_OF_CANVAS = {"sis user id", "sis login id"}
"""With one of these headings, the file is Canvas's gradebook, and its `ID` is Canvas's number."""

_IDENTIFIER = "identifier"
"""A heading of Moodle's grading worksheet: `Participant 500003`, whose number the same assignment's download has.
Source: moodle/moodle, `mod/assign/feedback/offline`."""

_STAFF = {"instructor", "ta", "teaching assistant", "reader"}
"""Roles in Gradescope's roster of those who are not students, and often have no id."""


@dataclass(frozen=True)
class ClassList:
    """All students of one file, by line."""

    path: Path
    people: list[Person]
    is_worksheet: bool
    unused: tuple[str, ...]

    @classmethod
    def of(cls, path: Path) -> ClassList:
        headings, rows = _listed(path)
        columns = _Columns.of(headings, rows, path)
        if not rows:
            raise HippogradError("roster-without-students", file=path)
        found: dict[str, Person] = {}
        for line, row in rows:
            person = columns.person(row)
            if not person.student:
                cells = [*filter(None, row.values())]
                raise HippogradError(
                    "roster-line-without-id", file=path, line=line, column=columns.student[0], cells=cells
                )
            other = found.setdefault(person.student.casefold(), person)
            if (other.student, other.name, other.email) != (person.student, person.name, person.email):
                raise HippogradError(
                    "roster-id-twice",
                    file=path,
                    line=line,
                    student=person.student,
                    first=other.shown,
                    second=person.shown,
                )
            if other is not person:
                sections = dict.fromkeys(one for one in (other.section, person.section) if one)
                found[person.student.casefold()] = replace(other.with_more(person), section=", ".join(sections))
        return cls(path, list(found.values()), _IDENTIFIER in headings, columns.unused(headings))


def people_in(headings: list[str], rows: Iterable[dict[str, str]], path: Path) -> list[Person]:
    """Return what the lines of a platform's table say of students, line by line."""
    lines = list(rows)
    columns = _Columns.of(headings, list(enumerate(lines)), path)
    return [columns.person(row) for row in lines]


def _listed(path: Path) -> tuple[list[str], list[tuple[int, dict[str, str]]]]:
    """Return a list of people as `table_of` gives it, with nothing in it but students."""
    headings, rows = table_of(path)
    if _OF_CANVAS & set(headings):  # lines about assignments stand above the students
        at = [place for place, (_, row) in enumerate(rows) if row.get("student", "").startswith("Points Possible")]
        rows = rows[at[0] + 1 if at else 0 :]
    return headings, [row for row in rows if row[1].get("role", "").casefold() not in _STAFF]


@dataclass(frozen=True)
class _Columns:
    """Which columns of a roster say what."""

    student: tuple[str, ...]
    """Whose first cell that is not empty is the student's id here."""

    ids: tuple[str, ...]
    of_platforms: tuple[tuple[str, str], ...]
    """Numbers: the platform, and the column."""

    saying: dict[str, str]
    """What else is told of a student, by its name in `_SAYING`, and the column."""

    @classmethod
    def of(cls, headings: list[str], rows: list[tuple[int, dict[str, str]]], path: Path) -> _Columns:
        is_canvas = bool(_OF_CANVAS & {*headings})
        of_platforms = [(one, name) for one, names in _OF_PLATFORMS.items() for name in names if name in headings]
        saying = {what: next((name for name in known if name in headings), "") for what, known in _SAYING.items()}
        ids = tuple(name for name in _IDS if name in headings and not (is_canvas and name == "id"))
        # Moodle and Blackboard have a column for the student's number also where nobody has one.
        in_use = [name for name in ids if name == "id" or any(row.get(name) for _, row in rows)]
        student = (in_use or list(ids))[:1]
        if is_canvas and "id" in headings:  # which is Canvas's number, also of those without an account
            of_platforms.append(("Canvas", "id"))
            student.append("id")
        if _IDENTIFIER in headings:
            student.append(saying["email"])
        if not student:
            raise HippogradError("roster-without-ids", file=path, headings=[*filter(None, headings)] or ["none"])
        return cls(tuple(student), ids, tuple(of_platforms), saying)

    def unused(self, headings: list[str]) -> tuple[str, ...]:
        """Return the headings, as they were simplified, of the columns that are passed over."""
        own = {"", _IDENTIFIER, "role", *self.student, *self.ids, *self.saying.values()}
        own |= {column for _, column in self.of_platforms}
        return tuple(heading for heading in headings if heading not in own)

    def person(self, row: dict[str, str]) -> Person:
        said = {what: row.get(column, "") for what, column in self.saying.items()}
        called = next((row[column].removeprefix("#") for column in self.student if row.get(column)), "")
        student = student_id(called) if called else ""
        name = said["name"] or f"{said['first_name']} {said['last_name']}".strip()
        number = re.search(r"\d+$", row.get(_IDENTIFIER, ""))
        keys = [
            Key(student),
            *(Key(row.get(column, "").removeprefix("#")) for column in self.ids),
            Key(said["email"]),
            *(Key(row.get(column, ""), platform) for platform, column in self.of_platforms),
            Key(number[0] if number else "", "Moodle"),
        ]
        return Person(
            student,
            name,
            said["email"].casefold(),
            *_first_and_last(said["first_name"], said["last_name"], name),
            frozenset(key.plain for key in keys if key.value.strip()),
            frozenset(group_keys(said["group"])),
            said["handed_in"].strip(" -") and said["handed_in"],
            said["section"],
            called,
        )


def _first_and_last(first: str, last: str, name: str) -> tuple[str, str]:
    """Return first and last name. Of a name in one cell, the last is what stands before a comma, else the last word."""
    if first or last:
        return first, last
    family, comma, given = (part.strip() for part in name.partition(","))
    return (given, family) if comma else (name.rpartition(" ")[0], name.rpartition(" ")[2])
