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
_ID_COLUMNS = (
    *("id", "student id", "username", "id number", "sid", "sis login id", "sis user id", "orgdefinedid"),
    *("display id", "matrikelnummer", "anmeldename", "id nummer"),
)
_NAME_COLUMNS = ("name", "full name", "fullname", "student", "student name", "vollständiger name")
_FIRST_NAME_COLUMNS = (
    *("first name", "firstname", "given name", "givenname", "given names", "forename", "forenames", "vorname"),
)
_LAST_NAME_COLUMNS = ("last name", "lastname", "surname", "family name", "familyname", "nachname", "familienname")
_EMAIL_COLUMNS = ("email", "e mail", "email address", "e mail address", "mail", "e mail adresse")
_GROUP_COLUMNS = ("group", "group name", "groups", "team", "gruppe", "gruppen")
_SECTION_COLUMNS = ("section", "sections", "section name", "tutorial", "class")
_PLATFORM_COLUMNS = {
    "Canvas": ("canvas", "canvas id", "canvas user id", "anonymous id"),
    "Blackboard": ("blackboard", "blackboard id", "blackboard username"),
    "Brightspace": ("brightspace", "brightspace id"),
    "Gradescope": ("gradescope", "gradescope id", "gradescope sid"),
}

_OF_CANVAS = {"sis user id", "sis login id"}
"""With one of these headings, the file is Canvas's gradebook, and its `ID` is Canvas's number."""

_IDENTIFIER, _HANDED_IN = "identifier", "last modified (submission)"
"""Headings of Moodle's grading worksheet: `Participant 500003`, whose number the same assignment's download has, and
when it was handed in. Source: moodle/moodle, `mod/assign/feedback/offline`."""

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
    ids: tuple[str, ...]
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
        of_platforms = [(one, name) for one, names in _PLATFORM_COLUMNS.items() for name in names if name in headings]
        ids = tuple(name for name in _ID_COLUMNS if name in headings and not (is_canvas and name == "id"))
        email = _first(headings, _EMAIL_COLUMNS)
        # Moodle and Blackboard have a column for the student's number also where nobody has one.
        in_use = [name for name in ids if name == "id" or any(row.get(name) for _, row in rows)]
        student: tuple[str, ...] = tuple((in_use or ids)[:1])
        if is_canvas and "id" in headings:  # which is Canvas's number, also of those without an account
            of_platforms.append(("Canvas", "id"))
            student = (*student, "id")
        if _IDENTIFIER in headings:
            student = (*student, email)
        if not student:
            raise HippogradError("roster-without-ids", file=path, headings=[*filter(None, headings)] or ["none"])
        return cls(
            student,
            ids,
            email,
            _first(headings, _NAME_COLUMNS),
            _first(headings, _FIRST_NAME_COLUMNS),
            _first(headings, _LAST_NAME_COLUMNS),
            _first(headings, _GROUP_COLUMNS),
            _first(headings, _SECTION_COLUMNS),
            tuple(of_platforms),
        )

    def unused(self, headings: list[str]) -> tuple[str, ...]:
        """Return the headings, as they were simplified, of the columns that are passed over."""
        names = (self.email, self.full_name, self.first_name, self.last_name, self.group, self.section)
        own = {*self.student, *self.ids, *names, *(column for _, column in self.of_platforms)}
        return tuple(one for one in headings if one and one not in own | {_IDENTIFIER, _HANDED_IN, "role"})

    def person(self, row: dict[str, str]) -> Person:
        first, last, full_name = (row.get(one, "") for one in (self.first_name, self.last_name, self.full_name))
        called = next((row[column].removeprefix("#") for column in self.student if row.get(column)), "")
        student = student_id(called) if called else ""
        handed_in = row.get(_HANDED_IN, "")
        return Person(
            student,
            full_name or f"{first} {last}".strip(),
            row.get(self.email, "").casefold(),
            *_first_and_last(first, last, full_name),
            frozenset(key.plain for key in (Key(student), *self._keys(row)) if key.value.strip()),
            frozenset(group_keys(row.get(self.group, ""))),
            handed_in if handed_in.strip(" -") else "",
            row.get(self.section, ""),
            called,
        )

    def _keys(self, row: dict[str, str]) -> list[Key]:
        number = re.search(r"\d+$", row.get(_IDENTIFIER, ""))
        return [
            *(Key(row.get(column, "").removeprefix("#")) for column in (*self.ids, self.email)),
            *(Key(row.get(column, ""), platform) for platform, column in self.of_platforms),
            *([Key(number[0], "Moodle")] if number else []),
        ]


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
