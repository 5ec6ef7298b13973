"""The lists of a class that platforms give, brought into one form: headings in English, nothing but students."""

from __future__ import annotations

import re
from pathlib import Path

from hippograd.intake.finding.roster.table import table_of

GITHUB_COLUMNS = ("github username", "github")

OF_CANVAS = {"sis user id", "sis login id"}
"""With one of these headings, the file is Canvas's gradebook, and its `ID` is Canvas's number."""

_TEST_STUDENT = "student, test"
"""Whom Canvas adds to a course for its teacher to try things out, without an id of the university."""

IDENTIFIER, HANDED_IN = "identifier", "last modified (submission)"
"""Headings of Moodle's grading worksheet: `Participant 500003`, whose number the same assignment's download has, and
when it was handed in. Source: moodle/moodle, `mod/assign/feedback/offline`. GitHub Classroom's roster has an
`identifier`, too, which is what its teacher calls a student: an id, or a name."""

_STAFF = {"instructor", "ta", "teaching assistant", "reader"}
"""Roles in Gradescope's roster of those who are not students, and often have no id."""


def listed(path: Path) -> tuple[list[str], list[tuple[int, dict[str, str]]]]:
    """A list of people as `table_of` gives it, whichever platform wrote it: in one form, and without those who teach.

    Raises
    ------
    HippogradError
        As `table_of`.
    """
    headings, rows = table_of(path)
    if OF_CANVAS & set(headings):
        rows = _below_points_possible(rows)
    return _in_english(*_of_github(headings, [row for row in rows if row[1].get("role", "").casefold() not in _STAFF]))


def is_test_student(headings: list[str], row: dict[str, str]) -> bool:
    """Whether a line of Canvas's gradebook is its test student's: its id is none, or 40 signs by chance."""
    login = row.get("sis login id", "")
    is_made_up = not row.get("sis user id") and (not login or re.fullmatch(r"[0-9a-f]{40}", login) is not None)
    return bool(OF_CANVAS & {*headings}) and row.get("student", "").casefold() == _TEST_STUDENT and is_made_up


def _of_github(
    headings: list[str], rows: list[tuple[int, dict[str, str]]]
) -> tuple[list[str], list[tuple[int, dict[str, str]]]]:
    """GitHub Classroom's roster with an id, which is a name, too, where it has several words."""
    if IDENTIFIER not in headings or not {*GITHUB_COLUMNS} & {*headings}:
        return headings, rows
    said = [(number, row | {"id": row.get(IDENTIFIER, "")}) for number, row in rows]
    named = [
        (number, row | {"name": row.get("name") or (row["id"] if " " in row["id"] else "")}) for number, row in said
    ]
    return [*dict.fromkeys(["id", "name", *(one for one in headings if one != IDENTIFIER)])], named


def _in_english(
    headings: list[str], rows: list[tuple[int, dict[str, str]]]
) -> tuple[list[str], list[tuple[int, dict[str, str]]]]:
    """Moodle's grading worksheet with English headings, whatever the language, as its columns stand in a fixed order.

    It is told by what is in it: one word and a number in the first column, and one by one the highest grade, whether it
    can be changed, and when the work was handed in.
    """
    cells = [[row.get(heading, "") for _, row in rows] for heading in headings]
    if not rows or IDENTIFIER in headings or not _has_participants(cells[0]):
        return headings, rows
    highest = next((at for at in range(2, len(cells) - 2) if _are_of_grading(*cells[at : at + 3])), None)
    if highest is None:
        return headings, rows
    said = {headings[0]: IDENTIFIER, headings[highest + 2]: HANDED_IN}
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
