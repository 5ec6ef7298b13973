"""Which platform exported a table, in which columns marks belong, and in which lines students stand."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from hippograd.intake.finding.roster import plain_heading

MOODLES_LOCK = "grade can be changed"
CANVAS_EXCUSED = "EX"
MOODLES_MOST = "maximum grade"
"""The heading over `Yes` or `No`: Moodle passes over lines whose grade is locked or overridden in its gradebook.

Source: moodle/moodle, `mod/assign/feedback/offline/importgradesform.php`.
"""


class Column(NamedTuple):
    """A column for marks: its place, what the platform calls it, its heading, and the points that can be had."""

    place: int
    title: str
    heading: str
    most: float | None = None
    is_locked: bool = False


@dataclass(frozen=True)
class Layout:
    """What an exported table is."""

    platform: str
    headings: list[str]
    """In lower case; of the columns, in order."""

    first: int
    """The line of the first student."""

    columns: list[Column]

    has_one_assignment: bool = False
    """Whether the file is about one assignment and does not say which."""

    @property
    def numbers(self) -> list[int]:
        """The columns that hold marks, or the most that a mark can be."""
        most = [at for at, heading in enumerate(self.headings) if heading == MOODLES_MOST]
        return [*(column.place for column in self.columns), *most]


Reader = Callable[[list[list[str]], int], Layout | None]


def layout_of(rows: list[list[str]]) -> Layout | None:
    """Return what a table is, given its cells by line; None if it is no platform's that is known."""
    first = next((at for at, row in enumerate(rows) if any(cell.strip() for cell in row)), None)
    if first is None:
        return None
    return next((layout for read in READERS if (layout := read(rows, first)) is not None), None)


def _canvas(rows: list[list[str]], first: int) -> Layout | None:
    """Canvas's gradebook: `Student,ID,…,Title (id)`, lines about assignments down to `Points Possible`.

    Source: instructure/canvas-lms, `lib/gradebook_importer.rb`, which takes a title without a known id for a new
    assignment, and passes over columns that the line of points calls read-only.
    """
    headings = rows[first]
    plain = [plain_heading(cell) for cell in headings]
    if plain[0] != "student" or "id" not in plain[1:3]:
        return None
    at = next((place for place in range(first + 1, len(rows)) if _starts(rows[place], "Points Possible")), None)
    points = rows[at] if at is not None else []
    columns = []
    for place, heading in enumerate(headings):
        title = re.fullmatch(r"(.*) \(\d+\)", heading.strip(), re.S)
        if title:
            most = points[place].strip() if place < len(points) else ""
            columns.append(Column(place, title[1], heading.strip(), _number(most), "read only" in most.lower()))
    return Layout("Canvas", plain, (at if at is not None else first) + 1, columns)


def _moodle(rows: list[list[str]], first: int) -> Layout | None:
    """Moodle's grading worksheet: `Identifier`, `Grade`, and in each line the `Maximum grade`.

    Source: moodle/moodle, `mod/assign/feedback/offline/importgradeslib.php`.
    """
    plain = [plain_heading(cell) for cell in rows[first]]
    if "identifier" not in plain or "grade" not in plain:
        return None
    most = None
    if MOODLES_MOST in plain and first + 1 < len(rows):
        at = plain.index(MOODLES_MOST)
        most = _number(rows[first + 1][at]) if at < len(rows[first + 1]) else None
    return Layout(
        "Moodle", plain, first + 1, [Column(plain.index("grade"), "Grade", "Grade", most)], has_one_assignment=True
    )


def _brightspace(rows: list[list[str]], first: int) -> Layout | None:
    """Brightspace: `OrgDefinedId` or `Username`, and `Title Points Grade <Numeric MaxPoints:10 …>`.

    Source: D2L's knowledge base, article 3538, *Importing grades*.
    """
    plain = [plain_heading(cell) for cell in rows[first]]
    columns = []
    for place, heading in enumerate(rows[first]):
        title = re.match(r"(.+) Points Grade(?: <(?:.*?MaxPoints:([\d.]+))?.*>)?$", heading.strip(), re.S)
        if title:
            columns.append(Column(place, title[1], heading.strip(), _number(title[2] or "")))
    is_one = bool(columns) and bool({"orgdefinedid", "username"} & set(plain))
    return Layout("Brightspace", plain, first + 1, columns) if is_one else None


def _blackboard(rows: list[list[str]], first: int) -> Layout | None:
    """Blackboard: `Username`, and `Title [Total Pts: 10 Score] |664617` with the number of the column.

    Source: library.blackboard.com, *Uploading external Grade Center items*; nbeaver/offline-grades-upload.
    """
    plain = [plain_heading(cell) for cell in rows[first]]
    columns = []
    for place, heading in enumerate(rows[first]):
        title = re.fullmatch(r"(.+) \[Total Pts: ([\d.,]+)[^\]]*\] ?\|\d+", heading.strip(), re.S)
        if title:
            columns.append(Column(place, title[1], heading.strip(), _number(title[2])))
    return Layout("Blackboard", plain, first + 1, columns) if columns and "username" in plain else None


READERS: Sequence[Reader] = (_canvas, _moodle, _brightspace, _blackboard)


def _starts(row: list[str], words: str) -> bool:
    return bool(row) and row[0].strip().startswith(words)


def _number(text: str) -> float | None:
    try:
        return float(text.strip().replace(",", "."))
    except ValueError:
        return None
